"""Facet counts as panels: value, label, count, selected and the links that change the choice.

Templates and the API only loop over what stands here.
"""

from dataclasses import dataclass

from article_index.article import FACETS, Facet
from article_index.planner import NO_VALUE
from article_index.search import FacetCounts, SearchPage
from search_app.facet_values import FacetLinks, FacetValue, Row, has_tree, tree
from search_app.search_url import SearchState
from vocabulary import ancestors, children, concept, label, members

# Values shown before "more"; chosen ones are shown always.
SHOWN = 8
CHIP_WORDS = {"all": "must have", "not": "not"}
# Panels that are open before anything is chosen in them; the others wait behind their names.
OPEN = frozenset({"country", "agency", "crime_type", "language"})


@dataclass(frozen=True)
class FacetPanel:
    """One facet: the values shown at once (chosen ones first), those behind "more", and the groups."""

    name: str
    label: str
    shown: tuple[FacetValue, ...]
    more: tuple[FacetValue, ...]
    groups: tuple[FacetValue, ...]
    other: int
    missing: FacetValue | None
    listing_url: str

    @property
    def rows(self) -> tuple[Row, ...]:
        """The values shown at once, as a tree: below the widest group that each belongs to."""
        facet = FACETS[self.name]
        if facet.vocabulary is None or not has_tree(facet):
            return tuple(Row(one) for one in self.shown)
        above = (ancestors(facet.vocabulary, one.value) for one in self.shown)
        widest = {found[-1] for found in above if found}
        return tuple(tree(facet, [*self.shown, *(one for one in self.groups if one.value in widest)]))

    @property
    def hidden(self) -> int:
        """How many values stand only in the full list."""
        return self.number - len(self.rows)

    @property
    def number(self) -> int:
        """How many values there are."""
        return len(self.shown) + len(self.more) + len(self.groups)

    @property
    def values(self) -> tuple[FacetValue, ...]:
        """All values, most first."""
        return tuple(sorted((*self.shown, *self.more, *self.groups), key=lambda v: (-v.count, v.label)))

    @property
    def chosen(self) -> int:
        """How many values are chosen, whichever way."""
        return sum(v.selected for v in (*self.shown, *self.more, *self.groups, self.missing) if v)

    @property
    def open(self) -> bool:
        return self.name in OPEN or self.chosen > 0


@dataclass(frozen=True)
class Chip:
    """A choice that narrows the search, and the address of the search without it."""

    facet: str
    facet_label: str
    label: str
    state: str
    alone: SearchState
    without: SearchState

    @property
    def remove_url(self) -> str:
        """The search without this choice."""
        return self.without.url()

    @property
    def text(self) -> str:
        """The choice in words."""
        return self.label if self.state == "any" else f"{CHIP_WORDS[self.state]} {self.label}"


def panels(state: SearchState, page: SearchPage, language: str = "en") -> list[FacetPanel]:
    """The panels of a page in the order of the facets; those without any value are left out."""
    made = (panel(state, FACETS[name], counts, language) for name, counts in page.facets.items())
    return [one for one in made if one.shown or one.groups]


def panel(state: SearchState, facet: Facet, counts: FacetCounts, language: str) -> FacetPanel:
    """One facet's panel."""
    chosen = state.chosen(facet.name)
    numbers = dict(counts.values)
    for value in (*chosen.any_of, *chosen.all_of, *chosen.none_of):
        if value != NO_VALUE:
            numbers.setdefault(value, 0)
    links = FacetLinks(state, facet.name)
    values = [facet_value(state, facet, value, count, language, links) for value, count in numbers.items()]
    groups = tuple(v for v in values if is_group(facet, v.value) and not v.selected)
    rows = [v for v in values if v.selected]
    rows += [v for v in values if not v.selected and v not in groups]
    shown = cut_point(rows)
    missing = None
    if counts.missing or state_of(state, facet.name, NO_VALUE):
        missing = facet_value(state, facet, NO_VALUE, counts.missing, language, links)
    return FacetPanel(
        facet.name,
        facet.label,
        tuple(rows[:shown]),
        tuple(rows[shown:]),
        groups,
        counts.other,
        missing,
        state.with_after(None).url(f"/facets/{facet.name}"),
    )


def is_group(facet: Facet, value: str) -> bool:
    """Whether a value stands for others, even where none of them is on the page."""
    if facet.vocabulary is None or not (facet.pairs or has_tree(facet)):
        return False
    if facet.pairs:
        return len(members(value)) == 1
    if facet.name == "agency":
        # Agencies may have agencies below them and are no mere groups; countries' ids have no dash.
        return "-" not in value and concept(facet.vocabulary, value) is not None
    return bool(children(facet.vocabulary, value))


def cut_point(rows: list[FacetValue]) -> int:
    """How many rows are shown at once: enough for every chosen one, never one short of all."""
    last_chosen = max((i + 1 for i, row in enumerate(rows) if row.selected), default=0)
    shown = max(SHOWN, last_chosen)
    return len(rows) if len(rows) <= shown + 1 else shown


def facet_value(
    state: SearchState, facet: Facet, value: str, count: int, language: str, links: FacetLinks
) -> FacetValue:
    """A value with its links."""
    found = concept(facet.vocabulary, value) if facet.vocabulary and not facet.pairs else None
    return FacetValue(
        value,
        value_label(facet, value, language),
        count,
        state_of(state, facet.name, value),
        found.parent if found else None,
        links,
    )


def value_label(facet: Facet, value: str, language: str) -> str:
    """A value as readers know it."""
    return "None" if value == NO_VALUE else label(facet.vocabulary, value, language)


def state_of(state: SearchState, facet: str, value: str) -> str:
    """How a value is chosen: ``any``, ``all``, ``not``, or ``""`` where it is not."""
    chosen = state.chosen(facet)
    for name, values in (("any", chosen.any_of), ("all", chosen.all_of), ("not", chosen.none_of)):
        if value in values:
            return name
    return ""


def chips(state: SearchState, language: str = "en") -> list[Chip]:
    """What narrows the search, as removable chips."""
    made: list[Chip] = []
    nothing = state.with_nothing_chosen().with_text("")
    for name, facet in FACETS.items():
        chosen = state.chosen(name)
        for how, values, choose in (
            ("any", chosen.any_of, nothing.with_value),
            ("all", chosen.all_of, nothing.with_required),
            ("not", chosen.none_of, nothing.with_excluded),
        ):
            for value in values:
                text = value_label(facet, value, language)
                alone, without = choose(name, value), state.without_value(name, value)
                made.append(Chip(name, facet.label, text, how, alone, without))
    first, last = state.published_from, state.published_to
    if first or last:
        text = f"{first or '…'} – {last or '…'}" if first != last else str(first)
        alone, without = nothing.with_days(first, last), state.with_days(None, None)
        made.append(Chip("published", "Published", text, "any", alone, without))
    return made
