"""``python -m benchmarks.enrich [PATH]``: articles a core enriches in a second, and what each step takes.

On the sample articles, or on the articles of PATH (as for ``blotter enrich``), joined with others of their
language where they are short, and cut to 400 words, which is what an article in a newspaper has. The last
row compares, in the same run and on the same texts, with spaCy's own tokenizer of each language, which does
nothing but cut words. The figures are processor time, so that other work on the machine changes them less.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from time import process_time

import click
import regex
import spacy

from indexer.load import records_of
from indexer.pipeline import STEPS, enrich
from indexer.readers import sources
from indexer.record import Record
from quality.tables import table

SAMPLES = Path(__file__).parent.parent / "sample_articles"
WORDS = 400
WORD = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]{1,2}|[^\s\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]+"
)
# Rounds over all texts; the fastest counts, as the others were disturbed.
ROUNDS = 3
MOST_ARTICLES = 500


@click.command()
@click.argument("path", type=click.Path(exists=True), default=str(SAMPLES))
def main(path: str) -> None:
    """Measure enrichment on the articles of PATH."""
    records = list(islice(articles_of(path), MOST_ARTICLES))
    if not records:
        raise click.UsageError(f"There are no articles in {path}.")
    for record in records:
        enrich(record)  # builds the automata and fills the caches, as the first articles of a load do
    best, seconds = fastest(records)
    click.echo(f"{len(records)} articles of {WORDS} words\n")
    rows: list[tuple[object, ...]] = []
    for step in STEPS:
        share = seconds[step.name] / best
        rows.append((step.name, seconds[step.name] / len(records) * 1000, f"{share:.1%}", ""))
    rows.append(("all steps", best / len(records) * 1000, "100.0%", len(records) / best))
    blank = tokenized(records)
    rows.append(
        ("spacy.blank tokenizer", blank / len(records) * 1000, f"{blank / best:.1%}", len(records) / blank)
    )
    click.echo(table(("step", "ms an article", "share", "articles a second and core"), rows))


def articles_of(path: str) -> Iterator[Record]:
    """Records of about ``WORDS`` words: those of one language joined, without what only short pages have."""
    texts: dict[str, list[Record]] = defaultdict(list)
    for record in records_of(sources([path]), lambda _failure: None):
        language = record.language or Path(record.file).parent.name
        waiting = texts[language]
        waiting.append(record)
        text = cut("\n\n".join(one.text for one in waiting))
        if text:
            yield replace(waiting[0], text=text, language=None)
            texts[language] = []


def cut(text: str) -> str | None:
    """The first ``WORDS`` words of a text (two letters are one in Chinese and the like); None of fewer."""
    for count, word in enumerate(WORD.finditer(text), 1):
        if count == WORDS:
            return text[: word.end()]
    return None


def fastest(records: list[Record]) -> tuple[float, dict[str, float]]:
    """Seconds of the fastest round over the records, and of each step in it."""
    rounds = []
    for _ in range(ROUNDS):
        seconds: dict[str, float] = defaultdict(float)
        rounds.append((timed(partial(enriched, records, seconds)), seconds))
    return min(rounds, key=lambda one: one[0])


def enriched(records: list[Record], seconds: dict[str, float]) -> None:
    """One round."""
    for record in records:
        enrich(record, seconds)


def tokenized(records: list[Record]) -> float:
    """Seconds of the fastest round of spaCy's blank tokenizers over the same texts."""
    languages = [(spacy.blank(known(enrich(record).language)), record.text) for record in records]
    return min(timed(lambda: [nlp.tokenizer(text) for nlp, text in languages]) for _ in range(ROUNDS))


def known(language: str | None) -> str:
    """The language, or "xx" where spaCy has no tokenizer of it (or one that needs other packages)."""
    return language if language in {"ar", "de", "en", "es", "fr", "it", "nl", "pt", "ru", "tr"} else "xx"


def timed(work: Callable[[], object]) -> float:
    """Processor seconds that a piece of work takes."""
    started = process_time()
    work()
    return process_time() - started


if __name__ == "__main__":
    main()
