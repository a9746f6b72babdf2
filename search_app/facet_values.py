"""The values of a facet as a page shows them: what links change the choice, and which stand below which."""

from collections.abc import Iterable
from dataclasses import dataclass

from article_index.article import FACETS, Facet
from article_index.planner import NO_VALUE
from search_app.search_url import SearchState
from vocabulary import ancestors
from vocabulary.folding import comparable


@dataclass(frozen=True)
class FacetValue:
    """One value in a panel. ``state`` is ``""``, ``any``, ``all`` or ``not``."""

    value: str
    label: str
    count: int
    state: str
    parent: str | None
    links: "FacetLinks"

    @property
    def selected(self) -> bool:
        return bool(self.state)

    @property
    def may_be_demanded(self) -> bool:
        """Whether it is chosen and an article may carry other values beside it."""
        chosen = self.state in {"any", "all"}
        return chosen and self.value != NO_VALUE and not FACETS[self.links.facet].single

    @property
    def toggle_url(self) -> str:
        """The search with this value, or without it where it is chosen."""
        return self.links.without(self.value) if self.state else self.links.adding(self.value)

    @property
    def exclude_url(self) -> str:
        """The search without the articles of this value, or with them again."""
        if self.state == "not":
            return self.links.without(self.value)
        return self.links.excluding(self.value)

    @property
    def require_url(self) -> str:
        """The search for articles that carry this value and all others so chosen, or without that demand."""
        return self.links.without(self.value) if self.state == "all" else self.links.requiring(self.value)


class FacetLinks:
    """The addresses that one facet's values lead to. A page has hundreds of them, so the search's own part
    of the address is made once.
    """

    def __init__(self, state: SearchState, facet: str) -> None:
        self.state = state
        self.facet = facet
        self.chosen = frozenset(v for values in vars(state.chosen(facet)).values() for v in values)
        self.adding = state.urls_with_value(facet)
        self.excluded = state.urls_with_value(facet, excluded=True)

    def with_value(self, value: str) -> str:
        """The value chosen as well, whatever was said of it before."""
        if value in self.chosen:
            return self.state.with_value(self.facet, value).url()
        return self.adding(value)

    def requiring(self, value: str) -> str:
        """The value demanded, however it was chosen before."""
        return self.state.with_required(self.facet, value).url()

    def without(self, value: str) -> str:
        """Nothing said of the value any more."""
        return self.state.without_value(self.facet, value).url()

    def excluding(self, value: str) -> str:
        """The value left out, however it was chosen before."""
        if value in self.chosen:
            return self.state.with_excluded(self.facet, value).url()
        return self.excluded(value)


@dataclass(frozen=True)
class Row:
    """A value at its place in the tree."""

    value: FacetValue
    depth: int = 0


def has_tree(facet: Facet) -> bool:
    """Whether values of a facet lie below others."""
    return facet.vocabulary in {"countries", "agencies", "crime_types"} and not facet.pairs


def tree(facet: Facet, values: Iterable[FacetValue]) -> list[Row]:
    """The values below the nearest of those that they belong to, the commonest first at each level."""
    there = {one.value: one for one in values}
    below: dict[str | None, list[FacetValue]] = {}
    for one in there.values():
        above = ancestors(facet.vocabulary, one.value) if facet.vocabulary else ()
        below.setdefault(next((value for value in above if value in there), None), []).append(one)
    rows: list[Row] = []
    waiting = [Row(one) for one in reversed(by_count(below.get(None, ())))]
    while waiting:
        row = waiting.pop()
        rows.append(row)
        members = by_count(below.get(row.value.value, ()))
        waiting += [Row(one, row.depth + 1) for one in reversed(members)]
    return rows


def by_count(values: Iterable[FacetValue]) -> list[FacetValue]:
    """The values by count, the chosen ones first."""
    return sorted(values, key=lambda one: (not one.selected, -one.count, comparable(one.label)))
