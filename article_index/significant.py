"""Facet values that stand out in a search: far more frequent in its hits than in the whole index."""

from dataclasses import dataclass, replace

from article_index.article import FACETS
from article_index.engine import Engine
from article_index.query import HasValue, Node, Published
from article_index.query_logic import all_of, any_of, none_of
from article_index.search import MAX_FACET_SIZE, FacetFilter, SearchRequest
from vocabulary import ancestors

# A value of fewer hits stands out by chance.
FEWEST = 3


@dataclass(frozen=True)
class SignificantValue:
    """A value, how many hits and how many articles carry it, and how much it stands out.

    ``score`` is Elasticsearch's JLH: the change of its share times the ratio of its shares
    (https://www.elastic.co/docs/reference/aggregations/search-aggregations-bucket-significantterms-aggregation).
    """

    value: str
    count: int
    everywhere: int
    score: float


def significant_values(
    engine: Engine, request: SearchRequest, facet: str, size: int
) -> list[SignificantValue]:
    """The values of a facet that stand out most, with all filters of the search applied, its own too.

    Values that the search itself asks for are left out, and what they imply.
    """
    counting = SearchRequest(
        facets=(facet,), facet_size=MAX_FACET_SIZE, histogram=False, highlight=False, size=0
    )
    everything = engine.search(counting)
    found = engine.search(replace(counting, node=narrowed(request), only=request.only))
    if not found.total or not everything.total:
        return []
    asked = implied(facet, request.filters.get(facet, FacetFilter()))
    background = everything.facets[facet].values
    rated = []
    for value, count in found.facets[facet].values.items():
        share, usual = count / found.total, background.get(value, count) / everything.total
        if count >= FEWEST and share > usual and value not in asked:
            score = (share - usual) * share / usual
            rated.append(SignificantValue(value, count, background.get(value, count), round(score, 4)))
    return sorted(rated, key=lambda one: (-one.score, one.value))[:size]


def narrowed(request: SearchRequest) -> Node:
    """The query, the choices in the facets and the days as one node: then counts ignore no choice."""
    nodes = [request.node]
    for facet, chosen in request.filters.items():
        if chosen.any_of:
            nodes.append(any_of([HasValue(facet, value) for value in chosen.any_of]))
        nodes += [HasValue(facet, value) for value in chosen.all_of]
        nodes += [none_of(HasValue(facet, value)) for value in chosen.none_of]
    if request.published_from or request.published_to:
        nodes.append(Published(request.published_from, request.published_to))
    return all_of(nodes)


def implied(facet: str, chosen: FacetFilter) -> frozenset[str]:
    """The chosen values and those above them."""
    values = {*chosen.any_of, *chosen.all_of}
    vocabulary = FACETS[facet].vocabulary
    if vocabulary:
        values |= {above for value in values for above in ancestors(vocabulary, value)}
    return frozenset(values)
