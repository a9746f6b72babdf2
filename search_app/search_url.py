"""The one place that knows parameter names: a URL's parameters to a search and back.

``SearchState`` is what a page or an API call asks for. Its ``with_…`` methods give a new state with
the page reset, so that every link on a page is made from the state and never from raw parameters.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Protocol, Self
from urllib.parse import parse_qsl, quote_plus, urlencode

from article_index.article import FACETS
from article_index.concept_words import widened
from article_index.field_values import days_of, values_of
from article_index.query import Node
from article_index.query_parser import ParsedQuery, parse_query
from article_index.search import DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE, FacetFilter, SearchRequest, Sort

# Values chosen in all facets together; a query of more is no drill-down any more.
MAX_CHOICES = 200
# Digits of a page's size, zeros before it among them.
LONGEST_SIZE = 9
# Stands for a value in the pattern of an address; no value and no query looks like it.
PLACE = "value-7c1f0a9e"
NOT = ".not"
ALL = ".all"
ON, OFF = SWITCH = ("1", "0")
ALL_WORDS, ANY_WORD = MATCHES = ("all", "any")


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
class Defaults:
    """What a search means by what it leaves unsaid: as the operator sets it, for a page or a program."""

    match: str = ALL_WORDS
    fold: str = OFF


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
    # ``all`` or ``any`` of the words, each story in one line or not: empty where the address does not say.
    match: str = ""
    fold: str = ""
    # Whether names of concepts are looked for by their names in other languages too.
    wide: bool = False
    problems: tuple[Problem, ...] = ()
    defaults: "Defaults" = field(default_factory=lambda: Defaults(), compare=False)

    @classmethod
    def read(cls, parameters: Parameters, defaults: "Defaults | None" = None) -> Self:
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
            match=one_of(parameters, "match", MATCHES, problems),
            fold=one_of(parameters, "fold", SWITCH, problems),
            wide=one_of(parameters, "wide", SWITCH, problems) == ON,
            problems=tuple(problems),
            defaults=defaults or Defaults(),
        )

    # -- what is asked of the engine ----------------------------------------------------------

    @cached_property
    def parsed(self) -> ParsedQuery:
        """The query as it was read."""
        return parse_query(self.text, match_all=not self.any_word)

    @property
    def any_word(self) -> bool:
        """Whether one of the words is enough."""
        return (self.match or self.defaults.match) == ANY_WORD

    @property
    def folds(self) -> bool:
        """Whether each story has one line."""
        return (self.fold or self.defaults.fold) == ON

    @property
    def node(self) -> Node:
        """What is searched: the query, widened where that is wanted."""
        return widened(self.parsed.node) if self.wide else self.parsed.node

    def request(self) -> SearchRequest:
        """The engine's request."""
        return SearchRequest(
            node=self.node,
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
        filters = {**self.filters, facet: chosen}
        if not chosen:
            del filters[facet]
        return replace(self, filters=filters, after=None, problems=())

    def with_value(self, facet: str, value: str) -> Self:
        """With one more value; no longer left out if it was."""
        before = self.without_value(facet, value).chosen(facet)
        return self.with_filter(facet, replace(before, any_of=(*before.any_of, value)))

    def with_required(self, facet: str, value: str) -> Self:
        """With only the articles that have this value, among all others that are required."""
        before = self.without_value(facet, value).chosen(facet)
        return self.with_filter(facet, replace(before, all_of=(*before.all_of, value)))

    def with_excluded(self, facet: str, value: str) -> Self:
        """Without the articles that have this value."""
        before = self.without_value(facet, value).chosen(facet)
        return self.with_filter(facet, replace(before, none_of=(*before.none_of, value)))

    def without_value(self, facet: str, value: str) -> Self:
        """With nothing said of this value any more."""
        before = self.chosen(facet)
        kept = (tuple(v for v in values if v != value) for values in vars(before).values())
        return self.with_filter(facet, FacetFilter(*kept))

    def with_nothing_chosen(self) -> Self:
        """The words alone, in all articles."""
        return replace(self, filters={}, published_from=None, published_to=None, after=None, problems=())

    def with_days(self, first: date | None, last: date | None) -> Self:
        """Between these days."""
        return replace(self, published_from=first, published_to=last, after=None, problems=())

    def with_sort(self, sort: Sort) -> Self:
        """In another order."""
        return replace(self, sort=sort, after=None, problems=())

    def with_text(self, text: str) -> Self:
        """With another query."""
        return replace(self, text=text, after=None, problems=())

    def with_match(self, match: str) -> Self:
        """With any of the words enough, or all needed."""
        return replace(self, match=match, after=None, problems=())

    def with_wide(self, wide: bool) -> Self:
        """With the names of concepts in other languages, or without."""
        return replace(self, wide=wide, after=None, problems=())

    def with_fold(self, fold: bool) -> Self:
        """With one line for each story, or all reports."""
        return replace(self, fold=ON if fold else OFF, after=None, problems=())

    def with_after(self, cursor: str | None) -> Self:
        """The page behind a cursor."""
        return replace(self, after=cursor, problems=())

    # -- what forms send along ----------------------------------------------------------------

    @property
    def kept_by_text(self) -> list[tuple[str, str]]:
        """Hidden fields of the search box: a new query keeps what is chosen."""
        return replace(self, text="", after=None).parameters()

    @property
    def suggest_url(self) -> str:
        """Where suggestions for the search box come from; the box adds what is typed."""
        return replace(self, text="", after=None).url("/suggest")

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
            if name not in self.filters:
                continue
            chosen = self.filters[name]
            for suffix, values in (("", chosen.any_of), (ALL, chosen.all_of), (NOT, chosen.none_of)):
                yield from ((name + suffix, value) for value in values)
        yield "from", self.published_from.isoformat() if self.published_from else ""
        yield "to", self.published_to.isoformat() if self.published_to else ""
        yield "sort", "" if self.sort is Sort.RELEVANCE else self.sort.value
        yield "match", self.match
        yield "wide", ON if self.wide else ""
        yield "fold", self.fold
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


def parse(search: str) -> list[tuple[str, str]]:
    """The names and values of an address's parameters."""
    return parse_qsl(search.removeprefix("/").removeprefix("?"))


def chosen_values(parameters: Parameters, problems: list[Problem]) -> dict[str, FacetFilter]:
    """The facets' choices; labels are understood where ids are expected."""
    filters: dict[str, FacetFilter] = {}
    left = MAX_CHOICES
    for facet in FACETS:
        lists: list[tuple[str, ...]] = []
        for suffix in ("", ALL, NOT):
            written = [text.strip() for text in parameters.getlist(facet + suffix) if text.strip()]
            # A value without a vocabulary is the value itself: a link to a person means this very name.
            known = FACETS[facet].vocabulary is not None
            values = tuple(
                dict.fromkeys(
                    v for text in written[:left] for v in (known and values_of(facet, text)) or (text,)
                )
            )
            # One name may have many owners.
            if len(written) > left or len(values) > left:
                problems.append(
                    Problem(
                        facet + suffix, f"At most {MAX_CHOICES} values can be chosen; the rest is left out."
                    )
                )
            lists.append(values[:left])
            left -= len(lists[-1])
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


def one_of(parameters: Parameters, name: str, values: tuple[str, ...], problems: list[Problem]) -> str:
    """A parameter that has one of a few values; empty where it has none of them."""
    text = parameters.get(name, "")
    if not text or text in values:
        return text
    problems.append(Problem(name, f"“{text[:40]}” is none of {', '.join(values)}."))
    return ""


def sort_of(text: str, problems: list[Problem]) -> Sort:
    try:
        return Sort(text) if text else Sort.RELEVANCE
    except ValueError:
        problems.append(Problem("sort", f"“{text[:40]}” is no order: write {', '.join(Sort)}."))
        return Sort.RELEVANCE


def size_of(text: str, problems: list[Problem]) -> int:
    if not text:
        return DEFAULT_PAGE_SIZE
    # A longer number is none that a page can have, and Python refuses to read the longest.
    if len(text) <= LONGEST_SIZE and text.isascii() and text.isdigit() and 1 <= int(text) <= MAX_PAGE_SIZE:
        return int(text)
    problems.append(Problem("size", f"A page has 1 to {MAX_PAGE_SIZE} results."))
    return DEFAULT_PAGE_SIZE
