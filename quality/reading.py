"""Sets of real data: their records read and enriched, on all cores."""

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from article_index.article import Article
from indexer.load import records_of
from indexer.readers import sources
from indexer.readers.html_files import read_html
from indexer.record import Record
from indexer.workers import Workers, cores


@dataclass(frozen=True)
class Table:
    """What a set measures: a title, a sentence on how, and rows under a header."""

    title: str
    how: str
    header: tuple[str, ...]
    rows: list[tuple[object, ...]]


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file, gzipped or not."""
    content = path.read_bytes()
    text = (gzip.decompress(content) if path.suffix == ".gz" else content).decode("utf-8")
    for line in text.split("\n"):
        if line.strip():
            yield json.loads(line)


def enriched(records: Iterable[Record]) -> Iterator[Article]:
    """The article of each record, in order; one without anything to read gives an empty article."""
    for record, outcome in workers().each(records):
        yield Article(id=record.id or "") if isinstance(outcome, str) else outcome


@cache
def workers() -> Workers:
    """One process a core for all sets, so that each is started once."""
    return Workers(cores())


def articles_in(path: Path) -> list[Record]:
    """The records of a file or folder; what can't be read is left out."""
    return list(records_of(sources([str(path)]), lambda _failure: None))


def page_record(content: bytes, name: str) -> Record:
    """What the reader takes from a gzipped page; one that can't be read is an empty record, and counts."""
    found = next(read_html(BytesIO(gzip.decompress(content)), name), None)
    return found if isinstance(found, Record) else Record(name, "")
