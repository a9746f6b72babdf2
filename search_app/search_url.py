"""The one place that knows parameter names: a URL's parameters to a search and back.

``SearchState`` is what a page or an API call asks for. Its ``with_…`` methods give a new state with
the page reset, so that every link on a page is made from the state and never from raw parameters.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Protocol, Self
from urllib.parse import quote_plus, urlencode

from article_index.article import FACETS
from article_index.field_values import days_of, values_of
from article_index.query_parser import ParsedQuery, parse_query
from article_index.search import DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE, FacetFilter, SearchRequest, Sort

# Values chosen in all facets together; a query of more is no drill-down any more.
MAX_CHOICES = 200
# Stands for a value in the pattern of an address; no value and no query looks like it.
PLACE = "value-7c1f0a9e"
NOT = ".not"
ALL = ".all"


class Parameters(Protocol):
    """Request parameters as Werkzeug gives them."""

    def get(self, key: str, default: str) -> str: ...

    def getlist(self, key: str) -> list[str]: ...


@dataclass(frozen=True)
class Problem:
    """A parameter that can't be read, and what to write instead."""

    parameter: str
    message: str


@dataclass(frozen=True)
class SearchState:
    """Everything that a search page's address says."""

    text: str = ""
    filters: dict[str, FacetFilter] = field(default_factory=dict, hash=False)
    published_from: date | None = None
    published_to: date | None = None
    sort: Sort = Sort.RELEVANCE
    size: int = DEFAULT_PAGE_SIZE
    after: str | None = None
    problems: tuple[Problem, ...] = ()

    @classmethod
    def read(cls, parameters: Parameters) -> Self:
        """The state of a request's parameters; what can't be read is left out and stands in ``problems``."""
        problems: list[Problem] = []
        first = day_of(parameters.get("from", ""), "from", problems)
        last = day_of(parameters.get("to", ""), "to", problems)
        if first and last and first > last:
            problems.append(Problem("from", f"The search begins ({first}) after it ends ({last})."))
        return cls(
            text=parameters.get("q", "").strip(),
            filters=chosen_values(parameters, problems),
            published_from=first,
            published_to=last,
            sort=sort_of(parameters.get("sort", ""), problems),
            size=size_of(parameters.get("size", ""), problems),
            after=parameters.get("after", "") or None,
            problems=tuple(problems),
        )

    # -- what is asked of the engine ----------------------------------------------------------

    def parsed(self) -> ParsedQuery:
        """The query as it was read."""
        return parse_query(self.text)

    def request(self) -> SearchRequest:
        """The engine's request."""
        return SearchRequest(
            node=self.parsed().node,
            filters=self.filters,
            published_from=self.published_from,
            published_to=self.published_to,
            sort=self.sort,
            size=self.size,
            after=self.after,
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing narrows the search."""
        return not (self.text or self.filters or self.published_from or self.published_to)

    # -- other states -------------------------------------------------------------------------

    def chosen(self, facet: str) -> FacetFilter:
        """What is chosen within a facet."""
        return self.filters.get(facet, FacetFilter())

    def with_filter(self, facet: str, chosen: FacetFilter) -> Self:
        """With these choices in a facet, in place of those before."""
        filters = {name: (chosen if name == facet else self.chosen(name)) for name in FACETS}
        return replace(self, filters={n: f for n, f in filters.items() if f}, after=None, problems=())

    def with_value(self, facet: str, value: str) -> Self:
        """With one more value; no longer left out if it was."""
        before = self.without_value(facet, value).chosen(facet)
        return self.with_filter(facet, replace(before, any_of=(*before.any_of, value)))

    def with_excluded(self, facet: str, value: str) -> Self:
        """Without the articles that have this value."""
        before = self.without_value(facet, value).chosen(facet)
        return self.with_filter(facet, replace(before, none_of=(*before.none_of, value)))

    def without_value(self, facet: str, value: str) -> Self:
        """With nothing said of this value any more."""
        before = self.chosen(facet)
        kept = (tuple(v for v in values if v != value) for values in vars(before).values())
        return self.with_filter(facet, FacetFilter(*kept))

    def with_days(self, first: date | None, last: date | None) -> Self:
        """Between these days."""
        return replace(self, published_from=first, published_to=last, after=None, problems=())

    def with_sort(self, sort: Sort) -> Self:
        """In another order."""
        return replace(self, sort=sort, after=None, problems=())

    def with_text(self, text: str) -> Self:
        """With another query."""
        return replace(self, text=text, after=None, problems=())

    def with_after(self, cursor: str | None) -> Self:
        """The page behind a cursor."""
        return replace(self, after=cursor, problems=())

    # -- what forms send along ----------------------------------------------------------------

    @property
    def kept_by_text(self) -> list[tuple[str, str]]:
        """Hidden fields of the search box: a new query keeps what is chosen."""
        return replace(self, text="", after=None).parameters()

    @property
    def kept_by_days(self) -> list[tuple[str, str]]:
        """Hidden fields of the form for the days: other days keep the query and what is chosen."""
        return self.with_days(None, None).parameters()

    # -- back to a URL ------------------------------------------------------------------------

    def parameters(self) -> list[tuple[str, str]]:
        """Names and values in one fixed order, without what is said by default."""
        return [(name, value) for name, value in self.every_parameter() if value]

    def every_parameter(self) -> Iterator[tuple[str, str]]:
        yield "q", self.text
        for name in FACETS:
            chosen = self.chosen(name)
            for suffix, values in (("", chosen.any_of), (ALL, chosen.all_of), (NOT, chosen.none_of)):
                yield from ((name + suffix, value) for value in values)
        yield "from", self.published_from.isoformat() if self.published_from else ""
        yield "to", self.published_to.isoformat() if self.published_to else ""
        yield "sort", "" if self.sort is Sort.RELEVANCE else self.sort.value
        yield "size", "" if self.size == DEFAULT_PAGE_SIZE else str(self.size)
        yield "after", self.after or ""

    def urls_with_value(self, facet: str, *, excluded: bool = False) -> Callable[[str], str]:
        """What makes the address of this search with one more value of a facet, or without that value.

        The same addresses as of ``with_value`` and ``with_excluded`` for a value that is not chosen yet,
        some hundred times as fast.
        """
        state = self.with_excluded(facet, PLACE) if excluded else self.with_value(facet, PLACE)
        before, name, after = state.url().partition(f"{facet}{NOT if excluded else ''}={PLACE}")
        name = name.removesuffix(PLACE)
        return lambda value: f"{before}{name}{quote_plus(value)}{after}"

    def url(self, path: str = "/") -> str:
        """The address of this state under a path."""
        query = urlencode(self.parameters())
        return f"{path}?{query}" if query else path


def chosen_values(parameters: Parameters, problems: list[Problem]) -> dict[str, FacetFilter]:
    """The facets' choices; labels are understood where ids are expected."""
    filters: dict[str, FacetFilter] = {}
    left = MAX_CHOICES
    for facet in FACETS:
        lists: list[tuple[str, ...]] = []
        for suffix in ("", ALL, NOT):
            written = [text.strip() for text in parameters.getlist(facet + suffix) if text.strip()]
            if len(written) > left:
                problems.append(
                    Problem(
                        facet + suffix, f"At most {MAX_CHOICES} values can be chosen; the rest is left out."
                    )
                )
            values = dict.fromkeys(v for text in written[:left] for v in values_of(facet, text) or (text,))
            left -= len(values)
            lists.append(tuple(values))
        chosen = FacetFilter(*lists)
        if chosen:
            filters[facet] = chosen
    return filters


def day_of(text: str, parameter: str, problems: list[Problem]) -> date | None:
    """A day of a ``from`` or ``to``; a year or month means its first or last day."""
    if not text.strip():
        return None
    days = days_of(text)
    if days is None:
        problems.append(Problem(parameter, f"“{text[:40]}” is no date: write 2024-05-31, 2024-05 or 2024."))
        return None
    return days[0] if parameter == "from" else days[1]


def sort_of(text: str, problems: list[Problem]) -> Sort:
    try:
        return Sort(text) if text else Sort.RELEVANCE
    except ValueError:
        problems.append(Problem("sort", f"“{text[:40]}” is no order: write {', '.join(Sort)}."))
        return Sort.RELEVANCE


def size_of(text: str, problems: list[Problem]) -> int:
    if not text:
        return DEFAULT_PAGE_SIZE
    if text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= MAX_PAGE_SIZE:
        return int(text)
    problems.append(Problem("size", f"A page has 1 to {MAX_PAGE_SIZE} results."))
    return DEFAULT_PAGE_SIZE
