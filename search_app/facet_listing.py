"""All values of one facet in a search: found by their names, sorted, as a tree."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from article_index.article import Facet
from article_index.engine import Engine
from article_index.search import MAX_FACET_SIZE
from article_index.significant import significant_values
from search_app.facet_panels import all_values, facet_value, is_group, missing_value
from search_app.facet_values import FacetLinks, FacetValue, Row, by_count, has_tree, tree
from search_app.search_url import SearchState
from vocabulary import concept
from vocabulary.folding import comparable

# Values on one page; the rest is found by its name.
SHOWN = 500
# Values that stand out, shown above the list.
STANDING_OUT = 8


class Order(StrEnum):
    """The order of a facet's values."""

    COUNT = "count"
    NAME = "name"
    TREE = "tree"


@dataclass(frozen=True)
class Listing:
    """The values of a facet that a reader asked to see.

    ``found`` counts the values that fit, of which ``rows`` shows the first; ``cut`` says that the engine
    counted only the commonest values (``MAX_FACET_SIZE``), ``other`` how many matches lie beyond them.
    """

    facet: Facet
    rows: tuple[Row, ...]
    found: int
    other: int
    missing: FacetValue | None
    order: Order
    find: str

    @property
    def cut(self) -> bool:
        return self.other > 0


def listing(
    engine: Engine, state: SearchState, facet: Facet, find: str, order: Order | None, language: str = "en"
) -> Listing:
    """A facet's values in a search: those whose name in any language has ``find`` in it, in the order."""
    asked = replace(
        state.request(),
        size=0,
        facets=(facet.name,),
        facet_size=MAX_FACET_SIZE,
        histogram=False,
        highlight=False,
        after=None,
    )
    counts = engine.search(asked).facets[facet.name]
    order = order or (Order.TREE if has_tree(facet) and not find else Order.COUNT)
    values = [one for one in all_values(state, facet, counts, language) if matches(facet, one, find)]
    rows = tree(facet, values) if order is Order.TREE else [Row(one) for one in in_order(values, order)]
    missing = missing_value(state, facet, counts, language, FacetLinks(state, facet.name))
    return Listing(facet, tuple(rows[:SHOWN]), len(rows), counts.other, missing, order, find)


def orders(facet: Facet) -> Iterator[Order]:
    """The orders that a facet's values can have."""
    for order in Order:
        if order is not Order.TREE or has_tree(facet):
            yield order


def matches(facet: Facet, value: FacetValue, find: str) -> bool:
    """Whether a value is called so in some language: parts of words count, case and accents do not."""
    wanted = comparable(find)
    return not wanted or any(wanted in comparable(name) for name in names(facet, value))


def names(facet: Facet, value: FacetValue) -> Iterable[str]:
    """All that a value is called."""
    yield value.label
    yield value.value
    found = concept(facet.vocabulary, value.value) if facet.vocabulary else None
    if found:
        yield from found.every_name


def in_order(values: Iterable[FacetValue], order: Order) -> list[FacetValue]:
    """The values by name, or by count with the chosen ones first."""
    if order is Order.NAME:
        return sorted(values, key=lambda one: (comparable(one.label), one.value))
    return by_count(values)


def standing_out(engine: Engine, state: SearchState, facet: Facet, language: str = "en") -> list[FacetValue]:
    """The values that are far more frequent in the search than in the whole index."""
    if state.is_empty:
        return []
    links = FacetLinks(state, facet.name)
    found = significant_values(engine, state.request(), facet.name, 4 * STANDING_OUT)  # groups among them
    values = [facet_value(state, facet, one.value, one.count, language, links) for one in found]
    return [one for one in values if not is_group(facet, one.value)][:STANDING_OUT]
