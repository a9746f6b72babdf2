"""Enrichment in this process, or in several: records in, outcomes out, in the same order.

Processes are started when there is work enough to make up for it: each loads spaCy and builds the
vocabulary's automata, which takes seconds. spaCy's own ``nlp.pipe(n_process=2)`` copies ``Doc`` objects
between processes and was slower than one process; these copy records and articles, a few kilobytes each.
"""

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from multiprocessing import get_context
from typing import Self

from article_index.article import Article
from article_index.engine import batches
from indexer.corrections import NONE, Corrections
from indexer.pipeline import enrich
from indexer.record import Record, Unreadable

# Records of a batch from which on other processes are asked.
ENOUGH_WORK = 100
# Records that a process gets at once: some tens of milliseconds of work.
CHUNK = 25


class WorkerDied(Exception):
    """A process that enriched was killed from outside; the message says what to do."""


@dataclass
class Outcomes:
    """The articles of some records in their order, or why there is none; and the seconds of each step."""

    items: list[Article | str] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=lambda: defaultdict(float))


class Pending:
    """A batch that is being enriched."""

    def __init__(self, parts: "Sequence[Future[Outcomes] | Outcomes]") -> None:
        self.parts = parts

    def outcomes(self) -> Outcomes:
        """All outcomes, as soon as they are there; raises WorkerDied."""
        every = Outcomes()
        for part in self.parts:
            try:
                done = part if isinstance(part, Outcomes) else part.result()
            except BrokenProcessPool as error:
                raise WorkerDied(
                    "A process that enriched articles was killed, mostly for want of memory. Run the same "
                    "command again with fewer --workers: it goes on where it stopped."
                ) from error
            every.items += done.items
            for name, seconds in done.seconds.items():
                every.seconds[name] += seconds
        return every


class Workers:
    """Enriches batches of records, in ``count`` processes where that pays."""

    def __init__(self, count: int = 1, corrections: Corrections = NONE) -> None:
        self.count = count
        self.corrections = corrections
        self.pool: ProcessPoolExecutor | None = None

    def start(self, records: Sequence[Record]) -> Pending:
        """Begin a batch; in one process it is done when this returns."""
        if self.count < 2 or (self.pool is None and len(records) < ENOUGH_WORK):
            return Pending([enriched(records, self.corrections)])
        if self.pool is None:
            # Not "fork": the engine and the progress bar have threads.
            self.pool = ProcessPoolExecutor(
                self.count, get_context("spawn"), initializer=keep, initargs=(self.corrections,)
            )
        chunks = [records[start : start + CHUNK] for start in range(0, len(records), CHUNK)]
        return Pending([self.pool.submit(enriched_there, chunk) for chunk in chunks])

    def each(self, records: Iterable[Record]) -> Iterator[tuple[Record, Article | str]]:
        """Each record with its article, or why there is none; raises WorkerDied.

        A batch is enriched while the one before is used.
        """
        under_way: tuple[list[Record], Pending] | None = None
        for batch in batches(records):
            following = batch, self.start(batch)
            if under_way:
                yield from outcomes_of(*under_way)
            under_way = following
        if under_way:
            yield from outcomes_of(*under_way)

    def close(self) -> None:
        """Let the processes go."""
        if self.pool:
            self.pool.shutdown(cancel_futures=True)
            self.pool = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


def outcomes_of(records: Sequence[Record], pending: Pending) -> Iterator[tuple[Record, Article | str]]:
    """The records of a batch with what came of them; raises WorkerDied."""
    return zip(records, pending.outcomes().items, strict=True)


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def enriched(records: Sequence[Record], corrections: Corrections) -> Outcomes:
    """Records enriched here."""
    done = Outcomes()
    for record in records:
        try:
            done.items.append(enrich(record, done.seconds, corrections))
        except Unreadable as error:
            done.items.append(str(error))
    return done


# What a worker process keeps between batches.
kept = NONE


def keep(corrections: Corrections) -> None:
    """Called once in each worker process."""
    global kept
    kept = corrections


def enriched_there(records: Sequence[Record]) -> Outcomes:
    """Records enriched in a worker process."""
    return enriched(records, kept)
