"""A load: read, skip what is in already, enrich, write; nothing is lost and nothing stops it."""

import json
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from article_index.article import Article
from article_index.engine import BATCH_SIZE, Engine, EngineError, EngineUnavailable, batches
from indexer.pipeline import article_id, fingerprint
from indexer.readers import Reading, Source
from indexer.record import Failure, Record, failure_of
from indexer.stories import with_stories
from indexer.workers import Pending, WorkerDied, Workers

Answer = TypeVar("Answer")
# Pauses before an engine is tried again grow to this many seconds.
LONGEST_PAUSE = 15.0


@dataclass
class Summary:
    """What became of the articles of a load."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    failed: int = 0
    seconds: float = 0.0
    # Seconds by step of enrichment, and of reading and writing.
    timings: dict[str, float] = field(default_factory=lambda: defaultdict(float))

    @property
    def done(self) -> int:
        return self.new + self.changed + self.unchanged + self.failed


class LoadStopped(Exception):
    """The engine stayed away, or failures could not be kept; the message says what is left to do."""


class DeadLetters:
    """A JSON Lines file of what could not be indexed; made only when there is something to say."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def add(self, failure: Failure) -> None:
        """Append a failure with the time."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        line = {"time": datetime.now(UTC).isoformat(timespec="seconds"), **asdict(failure)}
        with self.path.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(json.dumps(line, ensure_ascii=False) + "\n")


@dataclass
class Batch:
    """Records on their way: what the index knew of them, and what is to be enriched."""

    known: dict[str, str]
    fresh: dict[str, Record]
    marks: dict[str, str]
    pending: Pending


@dataclass
class Load:
    """One run over some sources into one engine.

    While a batch is written the next one is enriched by ``workers``. ``wait`` is how many seconds an engine
    may stay away before the load stops; ``progress`` is called after each batch with the bytes read so
    far and the summary; ``report`` with each failure.
    """

    engine: Engine
    dead_letters: DeadLetters
    wait: float = 60.0
    progress: Callable[[int, Summary], None] = lambda _position, _summary: None
    report: Callable[[Failure], None] = lambda _failure: None
    workers: Workers = field(default_factory=Workers)

    def run(self, sources: Iterable[Source]) -> Summary:
        """Index all articles of the sources; raises LoadStopped when the engine stays away."""
        self.summary = Summary()
        self.position = 0
        started = time.perf_counter()
        # What the batch before will have written, for those who ask before it has.
        under_way: Batch | None = None
        for records in batches(self.records(sources), BATCH_SIZE):
            batch = self.begun(records, under_way)
            if under_way:
                self.write(under_way)
            self.summary.seconds = time.perf_counter() - started
            self.progress(self.position, self.summary)
            under_way = batch
        if under_way:
            self.write(under_way)
        self.summary.seconds = time.perf_counter() - started
        self.progress(self.position, self.summary)
        return self.summary

    def records(self, sources: Iterable[Source]) -> Iterator[Record]:
        """The records of all sources; failures are noted on the way."""
        before = 0
        for source in sources:
            reading = Reading(source)
            for item in reading:
                self.position = before + reading.position
                if isinstance(item, Failure):
                    self.fail(item)
                else:
                    yield item
            before += source.size

    def fail(self, failure: Failure) -> None:
        self.summary.failed += 1
        try:
            self.dead_letters.add(failure)
        except OSError as error:
            reason = f"{self.dead_letters.path} can't be written: {error.strerror or error}."
            raise LoadStopped(
                f"{reason} Failures are kept there; name another with --dead-letters."
            ) from error
        self.report(failure)

    def begun(self, records: list[Record], before: Batch | None) -> Batch:
        """A batch whose records that are not in the index as they are, are being enriched."""
        corrections = self.workers.corrections
        ids = [article_id(record) for record in records]
        known = dict(self.waiting(lambda: self.engine.fingerprints(ids)))
        if before:
            known.update(before.marks)
        fresh: dict[str, Record] = {}
        marks: dict[str, str] = {}
        # Of versions with one id the last one stays, as it would in several batches.
        versions: Counter[str] = Counter()
        for record, name in zip(records, ids, strict=True):
            mark = fingerprint(record, corrections.for_record(record, name))
            if known.get(name) == mark:
                # The versions before it in this batch gave way to it when it was indexed.
                fresh.pop(name, None)
                marks.pop(name, None)
                self.summary.unchanged += 1 + versions.pop(name, 0)
            elif marks.get(name) == mark:
                self.summary.unchanged += 1
            else:
                versions[name] += 1
                fresh[name], marks[name] = record, mark
        self.summary.changed += versions.total() - len(fresh)
        return Batch(known, fresh, marks, self.workers.start(list(fresh.values())))

    def write(self, batch: Batch) -> None:
        """Write a batch as soon as it is enriched."""
        articles: list[Article] = []
        try:
            outcomes = batch.pending.outcomes()
        except WorkerDied as error:
            raise LoadStopped(str(error)) from error
        for name, seconds in outcomes.seconds.items():
            self.summary.timings[name] += seconds
        for record, outcome in zip(batch.fresh.values(), outcomes.items, strict=True):
            if isinstance(outcome, str):
                self.fail(failure_of(record, outcome))
            else:
                articles.append(outcome)
        started = time.perf_counter()
        told = self.waiting(lambda: with_stories(self.engine, articles))
        self.summary.timings["stories"] += time.perf_counter() - started
        started = time.perf_counter()
        report = self.waiting(lambda: self.engine.add(told))
        self.summary.timings["write"] += time.perf_counter() - started
        for article in articles:
            if article.id in report.failed:
                self.fail(failure_of(batch.fresh[article.id], report.failed[article.id]))
            elif article.id in batch.known:
                self.summary.changed += 1
            else:
                self.summary.new += 1

    def waiting(self, ask: Callable[[], Answer]) -> Answer:
        """What the engine answers, waiting for one that is away."""
        deadline = time.monotonic() + self.wait
        pause = 0.5
        while True:
            try:
                return ask()
            except EngineUnavailable as error:
                left = deadline - time.monotonic()
                if left <= 0:
                    raise LoadStopped(stopped(self.summary, error)) from error
                time.sleep(min(pause, left, LONGEST_PAUSE))
                pause *= 2
            except EngineError as error:
                raise LoadStopped(stopped(self.summary, error)) from error


def stopped(summary: Summary, error: EngineError) -> str:
    done = summary.new + summary.changed + summary.unchanged
    return (
        f"{error}\nStopped after {done:,} articles; they are safe. Run the same command again: it goes "
        "on with the rest and indexes nothing twice."
    )


def enriched(
    sources: Iterable[Source], report: Callable[[Failure], None], workers: Workers | None = None
) -> Iterator[Article]:
    """The enriched articles of sources in their order, without any index; raises WorkerDied."""
    for record, outcome in (workers or Workers()).each(records_of(sources, report)):
        if isinstance(outcome, str):
            report(failure_of(record, outcome))
        else:
            yield outcome


def records_of(sources: Iterable[Source], report: Callable[[Failure], None]) -> Iterator[Record]:
    """The records of sources; failures are reported."""
    for source in sources:
        for item in Reading(source):
            if isinstance(item, Failure):
                report(item)
            else:
                yield item
