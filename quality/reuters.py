"""Reuters newswire of 1987: the editors' places, with the dateline before the text."""

from collections.abc import Iterable
from pathlib import Path

from indexer.record import Record
from quality.reading import Table, enriched, lines
from quality.scores import Difference, Score

ARTICLES, PLACES = Path("reuters/train.jsonl.gz"), Path("reuters/places_iso2.tsv")
# On most articles, often implied by a company's name and never written.
IMPLIED = "usa"


def reuters(folder: Path) -> Table:
    """Recall of countries and micro F1 of focus countries, with and without the United States.

    Editors gave the places that a story is about, so only recall says something of ``countries``. A state
    that is no more stands for several codes: any of them is right. Stories without places or without text
    are left out.
    """
    codes = read_places(folder / PLACES)
    stories = [s for s in lines(folder / ARTICLES) if s["text"] and codes.keys() & set(s["places"])]
    records = [
        Record(str(ARTICLES), f"{story['dateline'] or ''} - {story['text']}", line, title=story["title"])
        for line, story in enumerate(stories, 1)
    ]
    scores = {name: (Score(), Score()) for name in ("with usa", "without usa")}
    for story, article in zip(stories, enriched(records), strict=True):
        for name, (mentioned, focus) in scores.items():
            left_out = codes[IMPLIED] if name == "without usa" else frozenset[str]()
            places = [codes[p] for p in story["places"] if p in codes and codes[p] != left_out]
            mentioned.add(compare_places(set(article.countries) - left_out, places))
            focus.add(compare_places(set(article.focus_countries) - left_out, places))
    rows: list[tuple[object, ...]] = [
        (name, mentioned.articles, mentioned.recall, focus.precision, focus.recall, focus.f1)
        for name, (mentioned, focus) in scores.items()
    ]
    header = ("places", "articles", "countries R", "focus P", "focus R", "focus F1")
    how = "Editors' places of each story beside countries (recall) and focus_countries (micro)."
    return Table("Reuters, dateline before the text", how, header, rows)


def read_places(path: Path) -> dict[str, frozenset[str]]:
    """The codes that each of Reuters' places may mean."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if "\t" in line)
    return {place: frozenset(codes.strip().split("|")) for place, codes in rows}


def compare_places(found: Iterable[str], places: list[frozenset[str]]) -> Difference:
    """Places are hit by any of their codes; a code that is none of them is wrong."""
    got = set(found)
    return Difference(
        hits=tuple("|".join(sorted(place)) for place in places if place & got),
        wrong=tuple(sorted(got - frozenset().union(*places))),
        missed=tuple("|".join(sorted(place)) for place in places if not place & got),
    )
