"""Articles of the sets of real data (docs/quality.md), enriched, for benchmarks of search."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

from article_index.article import Article
from indexer.record import Record
from quality.reading import enriched, lines

# Each set and how many of its articles are taken, spread evenly over the file.
NEWS: tuple[tuple[str, int], ...] = (
    ("ntrex/stories.jsonl.gz", 684),
    ("news_es/dev.jsonl.gz", 300),
    ("news_fr/dev.jsonl.gz", 300),
    ("news_pt/dev.jsonl.gz", 300),
    ("news_16_languages/dev.jsonl.gz", 640),
    ("ant_ar/dev.jsonl.gz", 300),
    ("police_de/dev.jsonl.gz", 300),
    ("dice_it/dev.jsonl.gz", 300),
    ("guardian_crime/dev.jsonl.gz", 300),
    ("reuters/train.jsonl.gz", 600),
)
PASSAGES = "xquad/docs.{}.jsonl.gz"
XQUAD_LANGUAGES = ("en", "es", "ar", "de", "ru", "tr", "zh")


def news(folder: Path) -> Iterator[Article]:
    """Articles of the sets that the folder has, in many languages, with all their facets."""
    for name, number in (*NEWS, *((PASSAGES.format(language), 240) for language in XQUAD_LANGUAGES)):
        path = folder / name
        if path.is_file():
            yield from enriched(records(path, number))


def records(path: Path, number: int | None = None) -> list[Record]:
    """The records of a set, or so many of them from all over the file; ids are unique over all sets."""
    every = list(lines(path))
    step = max(len(every) // number, 1) if number else 1
    return [
        replace(
            Record(str(path.name), row.get("text") or row.get("body") or "", position),
            id=f"{path.parent.name}/{path.name}/{row.get('id', position)}",
            title=row.get("title"),
            language=row.get("language"),
            published=row.get("date"),
            source=row.get("source"),
        )
        for position, row in islice(enumerate(every, 1), 0, None, step)
    ][:number]
