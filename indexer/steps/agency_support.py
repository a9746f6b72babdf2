"""What has to stand in an article before an acronym, an army or a political body counts as an agency."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from indexer.draft import Draft, Surface
from indexer.language_names import Needs
from indexer.steps.agency_owners import country_of, kind_of
from indexer.surface_index import folded

# The words that an acronym needs near it are in the same or the next sentence.
CONTEXT = 200
# An army acts on crime where a crime is named this near.
NEAR_CRIME = 300


def of_the_field(surface: Surface, agency: str, crimes: Sequence[int]) -> bool:
    """Whether an agency is one of policing, security and justice where it is named.

    Political bodies (the United Nations, NATO, parliaments, ministries of other fields) never are; armed
    forces are where they act on crime, as navies and armies that seize drugs do. ``crimes`` the places
    in the same part where crimes are named, in order.
    """
    kind = kind_of(agency)
    if kind != "military":
        return kind != "political"
    at = bisect_left(crimes, surface.start - NEAR_CRIME)
    return at < len(crimes) and crimes[at] <= surface.start + NEAR_CRIME


def is_unique(acronym: Surface) -> bool:
    """Whether an acronym is read as its agency everywhere."""
    return not isinstance(acronym.details, Needs) or acronym.details.kind == "none"


def supported(draft: Draft, surface: Surface, named: Counter[str], found: Counter[str]) -> bool:
    """Whether the article has what an acronym needs to count."""
    needs = surface.details
    if is_unique(surface) or surface.id in found:
        return True
    if needs.kind == "country":
        return named[country_of(surface.id) or ""] > 0
    if needs.kind == "context":
        text = draft.part(surface.where)
        around = folded(text[max(0, surface.start - CONTEXT) : surface.end + CONTEXT])
        return any(word in around for word in needs.context)
    return False
