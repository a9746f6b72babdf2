"""Crime types: what the triggers of the vocabulary say, the main one first."""

import math
from collections import defaultdict

from indexer.draft import Draft, Surface
from indexer.steps.step import step

TITLE, LEAD = 2.0, 1.0
LEAD_LENGTH = 400
# Smuggling and drugs are named by general words ("contraband", "drugs") beside those for the special crime.
MORE_SPECIFIC = {
    "drug-offence": ("drug-trafficking",),
    "economic-crime": (
        "drug-trafficking",
        "weapons-trafficking",
        "human-trafficking",
        "migrant-smuggling",
        "wildlife-crime",
        "cultural-property-crime",
        "counterfeiting",
        "tax-crime",
    ),
}


@step("crime_types", needs=("surfaces",), fills=("crime_types", "mentions"))
def crime_types(draft: Draft) -> None:
    """Fill ``crime_types``."""
    found: dict[str, list[Surface]] = defaultdict(list)
    for surface in draft.surfaces:
        if surface.kind == "crime":
            found[surface.id].append(surface)
    scores = {crime: score(surfaces) for crime, surfaces in found.items()}
    scores = {crime: value for crime, value in scores.items() if not outdone(crime, scores)}
    for surface in draft.surfaces:
        if surface.kind == "crime" and surface.id in scores:
            draft.mention("crime_types", surface.id, surface)
    draft.crime_types = tuple(sorted(scores, key=lambda crime: (-scores[crime], crime)))


def outdone(crime: str, scores: dict[str, float]) -> bool:
    """Whether a general type only repeats what a more specific one, named more, says of the article."""
    return any(scores.get(specific, 0) >= scores[crime] for specific in MORE_SPECIFIC.get(crime, ()))


def score(surfaces: list[Surface]) -> float:
    """How much an article is about a crime: in the title, at the beginning, often."""
    in_title = any(s.where == "title" for s in surfaces)
    in_lead = any(s.where == "body" and s.start < LEAD_LENGTH for s in surfaces)
    return TITLE * in_title + LEAD * in_lead + math.log2(1 + len(surfaces))
