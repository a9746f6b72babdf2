"""Countries: all that the article names, and the one to three that it is about.

The weights of ``focus`` were chosen on Reuters-21578 newswire (editors' country codes) and on news in twelve
languages: a lead of one sentence, and more for what is named often, so that a story of many countries is not
about each of them.
"""

import math
from collections import defaultdict

from indexer.draft import Draft, Surface
from indexer.steps.agency_owners import country_of
from indexer.steps.step import step

TITLE, DATELINE, LEAD, OFTEN, SHARE = 2.0, 1.5, 0.8, 0.8, 2.0
ENOUGH = 2.5
# In letters; a sentence of Chinese or Japanese has a third of them.
DATELINE_LENGTH = 40
LEAD_LENGTH = 150
DENSE, DENSITY = frozenset({"zh", "ja"}), 3
MOST_FOCUS = 3
# An agency says less about where a story plays than its country's own name.
AGENCY_WEIGHT = 0.3


@step(
    "countries",
    needs=("surfaces", "agencies", "mentions"),
    fills=("countries", "focus_countries", "mentions"),
)
def countries(draft: Draft) -> None:
    """Fill ``countries`` (most prominent first) and ``focus_countries``."""
    weights: dict[str, float] = defaultdict(float)
    first: dict[str, list[Surface]] = {}
    for surface in draft.surfaces:
        if surface.kind == "place":
            weights[surface.id] += 1
            first.setdefault(surface.id, []).append(surface)
            draft.mention("countries", surface.id, surface)
    for mention in list(draft.mentions):
        country = country_of(mention.value) if mention.field == "agencies" else None
        if country:
            weights[country] += AGENCY_WEIGHT
            surface = Surface(
                "agency", mention.value, "agency", mention.where, mention.start, mention.end, mention.text
            )
            draft.mention("countries", country, surface)
    total = sum(weights.values())
    density = DENSITY if draft.language in DENSE else 1
    scores = {c: score(n, total, first.get(c, []), density) for c, n in weights.items()}
    ordered = sorted(scores, key=lambda country: (-scores[country], country))
    draft.countries = tuple(ordered)
    focus = tuple(country for country in ordered if scores[country] >= ENOUGH)[:MOST_FOCUS]
    draft.focus_countries = focus or tuple(ordered[:1])


def score(weight: float, total: float, surfaces: list[Surface], density: int = 1) -> float:
    """How much an article is about a country, from where and how often it is named."""
    result = OFTEN * math.log2(1 + weight) + SHARE * weight / total
    if any(s.where == "title" for s in surfaces):
        result += TITLE
    if any(s.where == "body" and s.start * density < DATELINE_LENGTH for s in surfaces):
        result += DATELINE
    if any(s.where == "body" and s.start * density < LEAD_LENGTH for s in surfaces):
        result += LEAD
    return result
