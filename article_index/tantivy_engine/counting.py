"""Counting with tantivy: facets and the histogram.

One aggregation counts all facets without a choice; each facet with a choice has one of its own that
leaves the choice out. That was two to four times as cheap as tantivy's filter aggregations.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

import tantivy
from tantivy import Query

from article_index import buckets
from article_index.article import FACET_FIELDS, FACETS
from article_index.index_document import DAY, MONTH, WITHOUT
from article_index.plan import All, Plan
from article_index.planner import NO_VALUE, own_filter, value_plan
from article_index.search import FacetCounts, Histogram, SearchRequest
from article_index.tantivy_engine import numbered
from article_index.tantivy_engine.numbered import terms
from article_index.tantivy_engine.render import joint


class Counts(NamedTuple):
    """What was counted; ``total`` is the number of matches where counting told it."""

    facets: dict[str, FacetCounts]
    histogram: Histogram | None
    total: int | None = None


class CountsOfAll:
    """The counts over all articles, kept until the index changes: the first page that everyone sees.

    Counting a field of several values over all articles takes tantivy some 17 ms for each 200,000 of them.
    """

    def __init__(self) -> None:
        self.state: object = None
        self.kept: dict[object, Counts] = {}

    def counts(
        self,
        state: object,
        request: SearchRequest,
        base: list[Plan],
        filters: dict[str, Plan],
        count: Callable[[], Counts],
    ) -> Counts:
        """The counts of a search, by ``count`` where they are not kept; ``state`` names the index's state."""
        if filters or base != [All()]:
            return count()
        if state != self.state:
            # A new dictionary: a request of the old state may still be filling the one before.
            self.state, self.kept = state, {}
        kept = self.kept
        asked = (request.facets, request.facet_size, request.histogram)
        if asked not in kept:
            kept[asked] = count()
        return kept[asked]


def counts(
    schema: tantivy.Schema,
    searcher: tantivy.Searcher,
    request: SearchRequest,
    base: list[Plan],
    filters: dict[str, Plan],
) -> Counts:
    """Facet counts and the histogram: one aggregation, and one more for each facet with a choice."""
    if not request.facets and not request.histogram:
        return Counts({}, None)
    plain = [name for name in request.facets if name not in filters]
    query = joint(schema, [*base, *filters.values()])
    wanted = {name: facet_terms(name, request.facet_size) for name in plain} | {WITHOUT: terms(WITHOUT, 100)}
    if request.histogram:
        wanted[MONTH] = terms(MONTH, buckets.MAX_MONTHS)
    answer = searcher.aggregate(query, wanted)
    without = buckets.counts(answer[WITHOUT])
    facets = {}
    for name in plain:
        missing = without.get(FACET_FIELDS[name], 0)
        facets[name] = facet(searcher, query, name, request.facet_size, answer[name], missing)
    for name in request.facets:
        if name in filters:
            kept = own_filter(name, request.filters[name])
            others = [part for other, part in filters.items() if other != name]
            narrowed_by = [*base, *others, *([kept] if kept else [])]
            narrowed = joint(schema, narrowed_by)
            own = searcher.aggregate(narrowed, {name: facet_terms(name, request.facet_size)})
            missing = number_of(searcher, joint(schema, [value_plan(name, NO_VALUE), *narrowed_by]))
            facets[name] = facet(searcher, narrowed, name, request.facet_size, own[name], missing)
    ordered = {name: facets[name] for name in request.facets}
    if not request.histogram:
        return Counts(ordered, None)
    months = buckets.counts(answer[MONTH])
    histogram = over_time(searcher, query, months, without)
    # Every article has a month or counts as undated.
    total = sum(months.values()) + (answer[MONTH].get("sum_other_doc_count") or 0) + histogram.undated
    return Counts(ordered, histogram, total)


def facet_terms(name: str, size: int | None) -> dict[str, Any]:
    field, size = FACET_FIELDS[name], size or FACETS[name].size
    return numbered.wanted(field, size) or terms(field, size)


def number_of(searcher: tantivy.Searcher, query: Query) -> int:
    """How many articles a query finds."""
    found: int = searcher.search(query, limit=1).count  # type: ignore[attr-defined] # not in its stubs
    return found


def facet(
    searcher: tantivy.Searcher,
    query: Query,
    name: str,
    size: int | None,
    answer: dict[str, Any],
    missing: int,
) -> FacetCounts:
    """A facet's counts from the answer to ``facet_terms``."""
    field, size = FACET_FIELDS[name], size or FACETS[name].size
    if numbered.wanted(field, size):
        found = numbered.counts(searcher, name, field, answer, size, missing)
        if found is not None:
            return found
        answer = searcher.aggregate(query, {name: terms(field, size)})[name]
    other = answer.get("sum_other_doc_count") or 0
    return buckets.facet_counts(name, buckets.counts(answer), other, {field: missing})


def over_time(
    searcher: tantivy.Searcher, query: Query, months: dict[str, int], without: dict[str, int]
) -> Histogram:
    interval = buckets.interval_of(months)
    counts = months
    if interval == "day":
        counts = buckets.counts(searcher.aggregate(query, {DAY: terms(DAY, buckets.MAX_DAYS)})[DAY])
    return buckets.histogram(interval, counts, without.get("published", 0))
