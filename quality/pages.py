"""Sets of web pages: the article's text beside that of trafilatura, its title, date and publisher.

Both sets name the file of each page under ``html``. How they are measured:

- ``pages_trafilatura`` gives strings of the article (``with``) and of the rest of the page (``without``).
  Accuracy is the share of strings that stand where they should: the former in the text, the latter not.
- ``pages_article_extraction`` gives the whole text: F1 of its words, each as often as it stands there,
  averaged over pages as the makers of the set do.
- Titles and publishers are compared without case, accents and marks; a title may have one more piece
  (« | The Courier ») on either side of the comparison.
"""

import gzip
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import regex

from article_index.article import Article
from indexer.readers.html_files import extracted
from quality.gold import values_of
from quality.reading import Table, enriched, lines, page_record
from quality.scores import Score, Wanted, compare, ratio
from vocabulary.folding import lower, plain_words

STRINGS = Path("pages_trafilatura/truth.jsonl.gz")
TEXTS = Path("pages_article_extraction/truth.jsonl.gz")
WORD = regex.compile(r"\w+")
# What divides a title from the publisher's name in the title of a page.
PIECES = regex.compile(r"\s+[|\-–—•·:»]\s+")
HEADER = ("measured", "pages", "Blotter", "trafilatura")


def must_and_must_not(folder: Path) -> Table:
    """Strings that the article must and must not have; title, date and publisher where they are known."""
    truth, articles, own = read(folder, STRINGS)
    rows: list[tuple[object, ...]] = []
    for what, key, wanted in (
        ("accuracy", None, None),
        ("must", "with", True),
        ("must not", "without", False),
    ):
        ours = [right for page, a in zip(truth, articles, strict=True) for right in strings(page, a.body)]
        theirs = [right for page, t in zip(truth, own, strict=True) for right in strings(page, t["text"])]
        shares = (mean(ok for ok, kind in every if wanted in (None, kind)) for every in (ours, theirs))
        count = len(truth) if key is None else sum(bool(page[key]) for page in truth)
        rows.append((what, count, *shares))
    named = [(p, a, t) for p, a, t in zip(truth, articles, own, strict=True) if p.get("title")]
    ours_right = mean(same_title(a.title, p["title"]) for p, a, _ in named)
    rows.append(
        ("title", len(named), ours_right, mean(same_title(t["title"], p["title"]) for p, _, t in named))
    )
    dates = Score()
    for page, article in zip(truth, articles, strict=True):
        if page.get("date"):
            day = Wanted(frozenset({page["date"]}))
            dates.add(compare(tuple(values_of(article, "published")), day))
    rows.append(("date: precision", dates.articles, dates.precision, None))
    rows.append(("date: share right", dates.articles, dates.recall, None))
    how = "Share of the page's strings in the text, or not, as they should be; titles and dates right."
    return Table("Pages with strings of the article", how, HEADER, rows)


def whole_texts(folder: Path) -> Table:
    """F1 of the words of the article."""
    truth, articles, own = read(folder, TEXTS)
    ours = [overlap(a.body, page["text"]) for page, a in zip(truth, articles, strict=True)]
    theirs = [overlap(t["text"], page["text"]) for page, t in zip(truth, own, strict=True)]
    rows: list[tuple[object, ...]] = [
        (name, len(truth), mean(one[i] for one in ours), mean(one[i] for one in theirs))
        for i, name in enumerate(("precision", "recall", "F1"))
    ]
    return Table("Pages with the whole text", "Words of the article, averaged over pages.", HEADER, rows)


def read(folder: Path, file: Path) -> tuple[list[dict[str, Any]], list[Article], list[dict[str, str]]]:
    """The pages of a set, the article of each, and its text and title by trafilatura alone."""
    truth = list(lines(folder / file))
    contents = [(folder / file.parent / page["html"]).read_bytes() for page in truth]
    records = [page_record(content, page["html"]) for content, page in zip(contents, truth, strict=True)]
    return truth, list(enriched(records)), [trafilatura_alone(gzip.decompress(one)) for one in contents]


def trafilatura_alone(content: bytes) -> dict[str, str]:
    """Text and title by trafilatura with its own settings, comments left out."""
    from trafilatura import bare_extraction

    plain = extracted(bare_extraction(content, with_metadata=True, include_comments=False))
    return {key: str(plain.get(key) or "") for key in ("text", "title")}


def strings(page: dict[str, Any], text: str) -> Iterator[tuple[bool, bool]]:
    """Whether each string of a page is where it should be, and whether it should be in the text."""
    plain = " ".join(text.split())
    for key, wanted in (("with", True), ("without", False)):
        for string in page.get(key) or ():
            yield (" ".join(string.split()) in plain) == wanted, wanted


def same_title(found: str, wanted: str) -> bool:
    """Whether two titles agree, the publisher's name apart."""
    one, other = (
        {plain_words(title), *(plain_words(title[: m.start()]) for m in PIECES.finditer(title)),
         *(plain_words(title[m.end() :]) for m in PIECES.finditer(title))}
        for title in (found, wanted)
    )  # fmt: skip
    return bool(plain_words(found)) and (plain_words(found) in other or plain_words(wanted) in one)


def overlap(found: str, wanted: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of the words of a text."""
    one, other = (Counter(WORD.findall(lower(text))) for text in (found, wanted))
    common = (one & other).total()
    precision, recall = ratio(common, one.total()) or 0.0, ratio(common, other.total()) or 0.0
    return precision, recall, ratio(2 * precision * recall, precision + recall) or 0.0


def mean(values: Iterator[float]) -> float | None:
    every = list(values)
    return ratio(sum(every), len(every))
