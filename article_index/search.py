"""What is asked of an engine and what it answers, in our own types."""

from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Self

from article_index.article import FACETS, Article
from article_index.query import Everything, Node
from article_index.query_logic import ranks
from article_index.ranking import DEFAULT, Ranking

# A page of results that a person can scan; the API may ask for more, up to the bound that keeps one
# answer (articles, highlights) to a few megabytes.
DEFAULT_PAGE_SIZE = 20
MAX_PAGE_SIZE = 200
# Hits that an engine gives at once, to scans: room for them is taken beforehand, so that a made-up number
# would end the process.
LARGEST_SIZE = 1_000
# Values of one facet that can be asked for at once: what a person searches in, some megabytes of answer.
MAX_FACET_SIZE = 10_000


class Sort(StrEnum):
    """The order of results. Ties go to the newer article, then to the id's hash, so that it is total."""

    RELEVANCE = "relevance"
    RECENT = "recent"  # by relevance, with a bonus for what is new
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True)
class FacetFilter:
    """What is chosen within one facet: any of these, all of those, none of the others."""

    any_of: tuple[str, ...] = ()
    all_of: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.any_of or self.all_of or self.none_of)


@dataclass(frozen=True)
class SearchRequest:
    """One search: a query, what is chosen in the facets, the days, the order and the page.

    ``filters`` is keyed by facet name; ``published_from`` and ``published_to`` are days, both
    included; ``after`` is the cursor that the page before gave as ``next``; ``facets`` names those to
    count; ``histogram`` asks for counts over time. Sizes are brought within their bounds.

    ``indexed_after`` and ``indexed_before`` are moments in milliseconds, the first excluded and the second
    included. Whoever asks up to ``Engine.indexed_until``, and the next time after it, gets every article
    once (``moments``).
    """

    node: Node = field(default_factory=Everything)
    filters: dict[str, FacetFilter] = field(default_factory=dict, hash=False)
    published_from: date | None = None
    published_to: date | None = None
    sort: Sort = Sort.RELEVANCE
    size: int = DEFAULT_PAGE_SIZE
    after: str | None = None
    facets: tuple[str, ...] = tuple(FACETS)
    # Values counted for each facet at most; None leaves it to the facet.
    facet_size: int | None = None
    histogram: bool = True
    highlight: bool = True
    indexed_after: int | None = None
    indexed_before: int | None = None
    # Whole values of index fields, any of them for each field: what programs ask for beyond facets.
    only: tuple[tuple[str, tuple[str, ...]], ...] = ()
    ranking: Ranking = DEFAULT
    # The day from which the order ``recent`` looks back.
    today: date = field(default_factory=date.today)

    def __post_init__(self) -> None:
        object.__setattr__(self, "size", min(max(self.size, 0), LARGEST_SIZE))
        if self.facet_size is not None:
            object.__setattr__(self, "facet_size", min(max(self.facet_size, 1), MAX_FACET_SIZE))

    @property
    def by_score(self) -> bool:
        """Whether scores order the hits: where a query gives all the same, the newest come first."""
        return self.sort in {Sort.RELEVANCE, Sort.RECENT} and ranks(self.node)

    def only_hits(self) -> Self:
        """The same search without counts and highlights: the cheapest form, for scans."""
        return replace(self, facets=(), histogram=False, highlight=False)


@dataclass(frozen=True)
class Marked:
    """A piece of text with the parts that matched; spans are offsets into ``text``, in order."""

    text: str
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Hit:
    """One found article. ``score`` is the engine's, 0.0 where the query ranks nothing."""

    article: Article
    score: float = 0.0
    title: Marked = Marked("")
    fragments: tuple[Marked, ...] = ()
    # Other reports of its story among the results, where each story has one line.
    others: int = 0


@dataclass(frozen=True)
class FacetCounts:
    """How many matches carry each value of a facet, most first, ancestors among them.

    The facet's own choices are ignored, so that a second value can be added. ``other`` counts what
    lies beyond the values given, ``missing`` the matches without any value.
    """

    values: dict[str, int]
    other: int = 0
    missing: int = 0


@dataclass(frozen=True)
class Suggestion:
    """A word of titles, and how many articles have it there."""

    text: str
    count: int


@dataclass(frozen=True)
class HistogramBar:
    """Matches published from ``start`` to ``end``, both days included."""

    start: date
    end: date
    count: int


@dataclass(frozen=True)
class Histogram:
    """Matches over time; ``interval`` is ``year``, ``month`` or ``day``. Empty bars are left out."""

    interval: str
    bars: tuple[HistogramBar, ...] = ()
    undated: int = 0


@dataclass(frozen=True)
class SearchPage:
    """An engine's answer to a ``SearchRequest``. ``total`` is exact."""

    total: int
    hits: tuple[Hit, ...]
    facets: dict[str, FacetCounts]
    histogram: Histogram | None
    next: str | None
    took_ms: float
