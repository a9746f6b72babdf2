"""Facet counts as panels: value, label, count, selected and the links that change the choice.

Templates and the API only loop over what stands here.
"""

from collections.abc import Iterable
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
    """One facet: the values shown, as a tree, and how many there are in the full list."""

    name: str
    label: str
    rows: tuple[Row, ...]
    number: int
    other: int
    missing: FacetValue | None
    listing_url: str

    @property
    def hidden(self) -> int:
        """How many values stand only in the full list."""
        return self.number - len(self.rows)

    @property
    def chosen(self) -> int:
        """How many values are chosen, whichever way; all of them are shown."""
        return sum(row.value.selected for row in self.rows) + bool(self.missing and self.missing.selected)

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
    return [one for one in made if one.number]


def panel(state: SearchState, facet: Facet, counts: FacetCounts, language: str) -> FacetPanel:
    """One facet's panel. Of hundreds of values only those that are shown get a name and links."""
    numbers = numbers_of(state, facet, counts)
    links = FacetLinks(state, facet.name)
    values = [value for value in numbers if value in links.chosen]
    values += [value for value in numbers if value not in links.chosen and not is_group(facet, value)]
    shown = values[: cut_point(len(values), sum(value in links.chosen for value in numbers))]
    shown += [value for value in widest_groups(facet, shown) if value in numbers and value not in shown]
    made = [facet_value(state, facet, value, numbers[value], language, links) for value in shown]
    return FacetPanel(
        facet.name,
        facet.label,
        tuple(tree(facet, made) if has_tree(facet) else map(Row, made)),
        len(numbers),
        counts.other,
        missing_value(state, facet, counts, language, links),
        state.with_after(None).url(f"/facets/{facet.name}"),
    )


def widest_groups(facet: Facet, values: Iterable[str]) -> list[str]:
    """The widest group that each of some values belongs to, where they lie in a tree."""
    if facet.vocabulary is None or not has_tree(facet):
        return []
    above = (ancestors(facet.vocabulary, value) for value in values)
    return list(dict.fromkeys(found[-1] for found in above if found))


def all_values(state: SearchState, facet: Facet, counts: FacetCounts, language: str) -> list[FacetValue]:
    """Every value that was counted, and every one that is chosen."""
    links = FacetLinks(state, facet.name)
    numbers = numbers_of(state, facet, counts)
    return [facet_value(state, facet, value, number, language, links) for value, number in numbers.items()]


def numbers_of(state: SearchState, facet: Facet, counts: FacetCounts) -> dict[str, int]:
    """The counts of a facet's values; those chosen are among them, whatever their number."""
    chosen = state.chosen(facet.name)
    numbers = dict(counts.values)
    for value in (*chosen.any_of, *chosen.all_of, *chosen.none_of):
        if value != NO_VALUE:
            numbers.setdefault(value, 0)
    return numbers


def missing_value(
    state: SearchState, facet: Facet, counts: FacetCounts, language: str, links: FacetLinks
) -> FacetValue | None:
    """The choice of articles without a value, where there are any."""
    if counts.missing or state_of(state, facet.name, NO_VALUE):
        return facet_value(state, facet, NO_VALUE, counts.missing, language, links)
    return None


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


def cut_point(values: int, chosen: int) -> int:
    """How many of the values are shown: enough for every chosen one, never one short of all."""
    shown = max(SHOWN, chosen)
    return values if values <= shown + 1 else shown


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
