"""Crime types: what the triggers of the vocabulary say where they are meant, the main one first."""

import math
from collections import defaultdict
from dataclasses import replace

from indexer.draft import Draft, Surface
from indexer.steps.crime_cues import Cues
from indexer.steps.step import step

TITLE, LEAD = 2.0, 1.0
LEAD_LENGTH = 400
# Characters: a brief of some paragraphs is about all that it names.
SHORT = 1500
# Characters: a report of such length names more crimes than it is about, those below this share of the
# strongest one's score in passing.
LONG = 3000
IN_PASSING = 0.5
# Characters for which a story names its subject once at least.
DWELLING = 2000
# General types beside the special ones that their words ("contraband", "drugs", "stole") only repeat.
SMUGGLING = (
    "drug-trafficking",
    "weapons-trafficking",
    "human-trafficking",
    "migrant-smuggling",
    "wildlife-crime",
    "cultural-property-crime",
)
MORE_SPECIFIC = {
    "assault": ("attempted-homicide", "domestic-violence", "homicide", "robbery", "sexual-violence"),
    "drug-offence": ("drug-trafficking",),
    "economic-crime": (*SMUGGLING, "corruption", "counterfeiting", "fraud", "money-laundering", "tax-crime"),
    "fraud": ("electoral-crime",),
    "homicide": ("attempted-homicide",),
    # Ransoms and pirates of computers and films.
    "kidnapping": ("cybercrime",),
    "piracy": ("counterfeiting", "cybercrime"),
    "stalking-harassment": ("sexual-violence",),
    "tax-crime": (*SMUGGLING, "counterfeiting"),
    "theft": ("burglary", "cultural-property-crime", "robbery", "vehicle-theft"),
    "weapons-offence": ("attempted-homicide", "homicide", "weapons-trafficking"),
}
# A special type that is named so much less than the general one is another story in the same article.
OUTDOES = 0.6


@step("crime_types", needs=("surfaces", "title"), fills=("crime_types", "mentions"))
def crime_types(draft: Draft) -> None:
    """Fill ``crime_types``."""
    if not any(surface.kind == "crime" for surface in draft.surfaces):
        return
    cues = Cues(draft)
    meant = [
        by_outcome(surface, cues)
        for surface in draft.surfaces
        if surface.kind == "crime" and cues.meant(surface)
    ]
    found: dict[str, list[Surface]] = defaultdict(list)
    for surface in meant:
        found[surface.id].append(surface)
    scores = {crime: score(surfaces) for crime, surfaces in about(found, draft, cues).items()}
    kept = {crime: value for crime, value in scores.items() if not outdone(crime, scores)}
    for surface in meant:
        if surface.id in kept:
            draft.mention("crime_types", surface.id, surface)
    draft.crime_types = tuple(sorted(kept, key=lambda crime: (-kept[crime], crime)))


def by_outcome(surface: Surface, cues: Cues) -> Surface:
    """A trigger as what came of it: an attack that kills is homicide, drugs by the kilogram are traffic."""
    if surface.id == "assault" and cues.fatal(surface):
        return replace(surface, id="homicide")
    if surface.id == "drug-offence" and cues.in_bulk(surface):
        return replace(surface, id="drug-trafficking")
    return surface


def about(found: dict[str, list[Surface]], draft: Draft, cues: Cues) -> dict[str, list[Surface]]:
    """The types that an article is about: all of a short one and of a crime story, else those it dwells on.

    A long article on something else names a crime or two in passing, which no reader would file it under; and
    a long one on a crime names others so, which weigh little beside it.
    """
    dwelt_on = {crime: surfaces for crime, surfaces in found.items() if is_dwelt_on(surfaces, draft)}
    if cues.elsewhere:
        return {crime: surfaces for crime, surfaces in dwelt_on.items() if len(surfaces) > 1}
    if not dwelt_on and len(draft.body) > SHORT and not cues.dense:
        return {}
    if len(draft.body) <= LONG:
        return found
    strongest = max(map(score, found.values()), default=0)
    return {
        crime: surfaces
        for crime, surfaces in found.items()
        if crime in dwelt_on or score(surfaces) >= IN_PASSING * strongest
    }


def is_dwelt_on(surfaces: list[Surface], draft: Draft) -> bool:
    """Whether a type is named at the beginning, or again and again."""
    named_early = any(s.where == "title" or s.start < LEAD_LENGTH for s in surfaces)
    return named_early or len(surfaces) >= max(2, len(draft.body) / DWELLING)


def outdone(crime: str, scores: dict[str, float]) -> bool:
    """Whether a general type only repeats what a more specific one says of the article."""
    return any(
        scores.get(specific, 0) >= OUTDOES * scores[crime] for specific in MORE_SPECIFIC.get(crime, ())
    )


def score(surfaces: list[Surface]) -> float:
    """How much an article is about a crime: in the title, at the beginning, often."""
    in_title = any(s.where == "title" for s in surfaces)
    in_lead = any(s.where == "body" and s.start < LEAD_LENGTH for s in surfaces)
    return TITLE * in_title + LEAD * in_lead + math.log2(1 + len(surfaces))
