"""Sets of real data: their records read and enriched, on all cores."""

import gzip
import json
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from article_index.article import Article
from indexer.pipeline import enrich
from indexer.record import Record, Unreadable

# Articles handed to a process at once. So few in all are read by this process alone: to start another
# takes longer.
CHUNK = 100


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


def enriched(records: Sequence[Record]) -> Iterator[Article]:
    """The article of each record, in order; one without anything to read gives an empty article."""
    if len(records) <= CHUNK:
        return map(article_of, records)
    return pool().map(article_of, records, chunksize=CHUNK)


@cache
def pool() -> ProcessPoolExecutor:
    """One process a core, started anew rather than forked: libraries here have threads."""
    return ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn"))


def article_of(record: Record) -> Article:
    try:
        return enrich(record)
    except Unreadable:
        return Article(id=record.id or "")
