"""The protocol of search engines, what they report, and the one place that opens them.

Engines speak only the types of ``article`` and ``search``; a new engine is one class that keeps this
protocol, one line in ``open_engine`` and one in the contract suite.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Protocol, Self, TypeVar

from article_index.article import Article
from article_index.search import LARGEST_SIZE, SearchPage, SearchRequest, Sort, Suggestion

# The largest batch that engines write in one request or commit: some megabytes of articles.
BATCH_SIZE = 500


Item = TypeVar("Item")


def batches(items: Iterable[Item], size: int = BATCH_SIZE) -> Iterator[list[Item]]:
    """The items in lists of ``size``, the last one shorter."""
    source = iter(items)
    while batch := list(islice(source, size)):
        yield batch


class EngineError(Exception):
    """An engine can't do what was asked; the message tells the operator what to do."""


class EngineUnavailable(EngineError):
    """The engine can't be reached or is not ready; asking again later may help."""

    retry_after = 10  # seconds: about what a restarting node needs to answer again


class IndexOutdated(EngineUnavailable):
    """The index was written by another version of Blotter or of the engine."""


@dataclass(frozen=True)
class AddReport:
    """How many articles were written, and which were refused and why (by id)."""

    added: int = 0
    failed: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class RebuildReport(AddReport):
    """What a rebuild wrote; ``index`` names the new index."""

    index: str = ""


@dataclass(frozen=True)
class Health:
    """Whether searches are answered now, how many articles there are, and what an operator should know."""

    ready: bool
    articles: int
    engine: str
    detail: str = ""


class Engine(Protocol):
    """Keeps articles and finds them. Methods raise EngineError with a message for the operator."""

    def search(self, request: SearchRequest) -> SearchPage:
        """One page of hits with counts; raises BadCursor for a cursor of another search."""

    def count(self, requests: Sequence[SearchRequest]) -> list[int]:
        """How many articles each of the searches finds, in one call."""

    def frequencies(self, words: Sequence[str]) -> dict[str, int]:
        """In how many texts each exact form stands, those deleted lately among them; quick, for weighing."""

    def suggest(self, beginning: str, size: int) -> list[Suggestion]:
        """The words of titles that begin so, those of most articles first; ``beginning`` is folded."""

    def get(self, article_id: str) -> Article | None:
        """The article of this id, or None."""

    def add(self, articles: Iterable[Article]) -> AddReport:
        """Write articles, replacing those of the same id; searchable and durable when it returns.

        Each gets the moment that it was first indexed at: that of the article of its id, else now.
        """

    def delete(self, ids: Iterable[str]) -> int:
        """Remove articles; returns how many there were."""

    def fingerprints(self, ids: Iterable[str]) -> dict[str, str]:
        """The fingerprints of those articles that are in the index, by id."""

    def indexed_until(self) -> int:
        """The moment up to which the index is complete: every article that has it or an earlier one is found,
        and none that is added later will get one. 0 where nothing was ever added."""

    def scan(self, request: SearchRequest) -> Iterator[Article]:
        """Every hit, newest first unless ``oldest`` is asked for, however many there are."""

    def rebuild(self, articles: Iterable[Article]) -> RebuildReport:
        """Write a new index of these articles beside the old one, which serves until the swap.

        Articles keep the moment that they carry, else that of the article of their id in the old index.
        """

    def health(self) -> Health:
        """Never raises: an engine that can't be reached is not ready, and says why."""

    def close(self) -> None:
        """Let go of files, locks and connections; closing twice does no harm."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *exception: object) -> None: ...


class Closing(ABC):
    """``with engine:`` for engines: closes at the end."""

    @abstractmethod
    def close(self) -> None: ...

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


def every_hit(engine: Engine, request: SearchRequest) -> Iterator[Article]:
    """All hits of a request, page by page behind a cursor: what ``Engine.scan`` gives."""
    sort = Sort.OLDEST if request.sort is Sort.OLDEST else Sort.NEWEST
    request = replace(request.only_hits(), sort=sort, size=LARGEST_SIZE, after=None)
    while True:
        page = engine.search(request)
        yield from (hit.article for hit in page.hits)
        if page.next is None:
            return
        request = replace(request, after=page.next)


def open_engine(url: str) -> Engine:
    """The engine that a setting names.

    ``tantivy:FOLDER`` (embedded), ``tantivy:memory`` (for tests), or
    ``elasticsearch+http://user:password@host:9200/index`` (``+https``; several hosts by commas).
    Raises EngineError for anything else.
    """
    scheme, _, rest = url.partition(":")
    # Imported here, so that an engine's library loads only where it is used.
    if scheme == "tantivy" and rest:
        from article_index.tantivy_engine.engine import TantivyEngine

        return TantivyEngine(None if rest == "memory" else Path(rest))
    if scheme in {"elasticsearch+http", "elasticsearch+https"}:
        from article_index.elasticsearch_engine.engine import ElasticsearchEngine

        return ElasticsearchEngine.from_url(url)
    raise EngineError(
        f"BLOTTER_INDEX={url!r} names no engine. Write tantivy:FOLDER or "
        "elasticsearch+http://HOST:9200/INDEX (or elasticsearch+https)."
    )
