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
from indexer.pipeline import article_id, enrich, fingerprint
from indexer.readers import Reading, Source
from indexer.record import Failure, Record, Unreadable
from indexer.stories import with_stories

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
class Load:
    """One run over some sources into one engine.

    ``wait`` is how many seconds an engine may stay away before the load stops; ``progress`` is called
    after each batch with the bytes read so far and the summary; ``report`` with each failure.
    """

    engine: Engine
    dead_letters: DeadLetters
    wait: float = 60.0
    progress: Callable[[int, Summary], None] = lambda _position, _summary: None
    report: Callable[[Failure], None] = lambda _failure: None

    def run(self, sources: Iterable[Source]) -> Summary:
        """Index all articles of the sources; raises LoadStopped when the engine stays away."""
        self.summary = Summary()
        self.position = 0
        started = time.perf_counter()
        for batch in batches(self.records(sources), BATCH_SIZE):
            self.index(batch)
            self.summary.seconds = time.perf_counter() - started
            self.progress(self.position, self.summary)
        self.summary.seconds = time.perf_counter() - started
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

    def index(self, batch: list[Record]) -> None:
        """Enrich and write the records of a batch that are not in the index as they are."""
        ids = [article_id(record) for record in batch]
        known = self.waiting(lambda: self.engine.fingerprints(ids))
        fresh: dict[str, Article] = {}
        files: dict[str, Record] = {}
        # Of versions with one id the last one stays, as it would in several batches.
        versions: Counter[str] = Counter()
        for record, name in zip(batch, ids, strict=True):
            mark = fingerprint(record)
            if known.get(name) == mark:
                # The versions before it in this batch gave way to it when it was indexed.
                fresh.pop(name, None)
                self.summary.unchanged += 1 + versions.pop(name, 0)
                continue
            if name in fresh and fresh[name].fingerprint == mark:
                self.summary.unchanged += 1
                continue
            try:
                article = enrich(record, self.summary.timings)
            except Unreadable as error:
                self.fail(Failure(record.file, str(error), record.line, record.text[:500]))
                continue
            versions[name] += 1
            fresh[name], files[name] = article, record
        self.summary.changed += versions.total() - len(fresh)
        self.write(fresh, files, known)

    def write(self, fresh: dict[str, Article], files: dict[str, Record], known: dict[str, str]) -> None:
        started = time.perf_counter()
        told = self.waiting(lambda: with_stories(self.engine, fresh.values()))
        self.summary.timings["stories"] += time.perf_counter() - started
        started = time.perf_counter()
        report = self.waiting(lambda: self.engine.add(told))
        self.summary.timings["write"] += time.perf_counter() - started
        for name in fresh:
            if name in report.failed:
                record = files[name]
                self.fail(Failure(record.file, report.failed[name], record.line, record.text[:500]))
            elif name in known:
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


def enriched(sources: Iterable[Source], report: Callable[[Failure], None]) -> Iterator[Article]:
    """The enriched articles of sources, without any index."""
    for source in sources:
        for item in Reading(source):
            if isinstance(item, Failure):
                report(item)
                continue
            try:
                yield enrich(item)
            except Unreadable as error:
                report(Failure(item.file, str(error), item.line, item.text[:500]))
