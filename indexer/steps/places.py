"""Places: which place a name means where several bear it, and which names of places are people's.

The rules, in order:

1. A region in short behind a town (`Waltham, Mass.`) is a place, and takes the town with it.
2. A town before a region, or before a country that ``homonyms.jsonl`` knows to have such a town, is that
   one's (`Paris, Texas`; `Tripoli in Lebanon`), here and in the rest of the article.
3. A homonym of equals whose country the article never names is the other's, if it names that one.
4. A place's name that is part of a person's or a street's is none (`Jordan Pickford`, `rue de Paris`), nor is
   an institution's beside another country (`the Ghana Premier League`).
5. A small town counts where nothing speaks against its country (``towns``).
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import regex

from indexer.draft import PARTS, Draft, Surface
from indexer.persons.lists import is_first_name
from indexer.place_names import (
    DEGREES,
    abbreviation_pattern,
    abbreviations,
    even_homonyms,
    homonyms,
    regions,
)
from indexer.steps.personal_places import personal
from indexer.steps.press_codes import german_police
from indexer.steps.step import step
from indexer.steps.streets import is_street
from indexer.steps.towns import WEAK, with_codes, without_doubtful
from indexer.surface_index import folded

# Only English writes regions in short behind towns; what can't be told is read as English.
WITH_ABBREVIATIONS = frozenset({"en", None})
# The town and the date before an article's first sentence reach no further.
DATELINE_LENGTH = 60
# A town's name reaches back from the comma no further.
LONGEST_TOWN = 40
TOWN = regex.compile(r"(?:\p{Lu}[\p{L}.'’\-]*[ ]){0,2}\p{Lu}[\p{L}.'’\-]*$")
# "Paris, Texas", "Paris (Texas)"; a country may also follow a small word: "Tripoli in Lebanon".
APPOSED = regex.compile(r",?\s\(|,\s")
WITHIN = regex.compile(
    r"(?:,?\s\(?|\s?[،,(]\s?)(?:(?:in|en|em|au|no|na|nel|bei|في)\s(?:the\s|el\s|la\s|il\s)?)?"
)
# What stands between a town and its country is no longer.
LONGEST_LINK = 12
# A list goes on behind the second name: "Paris, Texas and Berlin".
LIST = regex.compile(r"\)?,?\s(?:and|or|y|o|et|ou|e|und|oder|en|&)\s\p{Lu}")
# The one country that is a state's homonym as often.
STATES_TOO = frozenset({"georgia", "georgie", "georgien"})
# American seats of power stand in news of everywhere, so they say nothing of which Georgia is meant.
FEDERAL = frozenset({"washington", "new york", "white house", "pentagon", "wall street"})


@step("places", needs=("surfaces", "title", "body", "language"), fills=("surfaces",))
def places(draft: Draft) -> None:
    """Change ``surfaces`` so that each place is the one meant; what is none is taken away."""
    found = draft.surfaces
    moved: dict[str, str] = {}
    if draft.language in WITH_ABBREVIATIONS:
        found = with_regions(draft, found, moved)
    found = in_order([*found, *with_codes(draft), *german_police(draft)])
    found = [s for s in found if s.kind != "place" or s.rule == "region" or not is_street(draft, s)]
    found = without_foreign_institutions(found)
    here = [surface for surface in found if surface.kind == "place"]
    if not here:
        draft.surfaces = found
        return
    for town, country in qualified(draft, here):
        moved[folded(town.text)] = country
    moved |= by_company([s for s in here if folded(s.text) not in moved])
    mistaken = personal(draft, here)
    meant = [
        replace(s, id=moved.get(folded(s.text), s.id)) if s.kind == "place" and s.rule != "region" else s
        for s in found
        if s not in mistaken
    ]
    draft.surfaces = without_doubtful(draft, meant)


def in_order(surfaces: list[Surface]) -> list[Surface]:
    """The surfaces in the order of the text, those of the title first."""
    return sorted(surfaces, key=lambda surface: (PARTS.index(surface.where), surface.start))


def with_regions(draft: Draft, surfaces: list[Surface], moved: dict[str, str]) -> list[Surface]:
    """The surfaces and the towns before regions in short, these in place of what they are named like."""
    towns = [(town, comma) for part in PARTS for town, comma in towns_of(draft.part(part), part)]
    if not towns:
        return surfaces
    named_like = {(town.where, comma): town for town, comma in towns}
    in_short = {(town.where, town.end) for town, _ in towns}
    kept = []
    for surface in surfaces:
        end = surface.where, surface.end
        if surface.kind != "place" or (end not in named_like and end not in in_short):
            kept.append(surface)
        elif end in named_like and surface.rule == "city" and surface.id != named_like[end].id:
            # The town is named like a better known one, and will be again.
            moved[folded(surface.text)] = named_like[end].id
    return in_order([*kept, *(town for town, _ in towns)])


def towns_of(text: str, part: str) -> Iterator[tuple[Surface, int]]:
    """Towns with the regions in short behind them, and where the comma between them stands."""
    for region in abbreviation_pattern().finditer(text):
        comma = region.start()
        town = TOWN.search(text[max(0, comma - LONGEST_TOWN) : comma])
        if town and fits(region, town[0], dateline=part == "body" and comma < DATELINE_LENGTH):
            short = region["stop"] or region["code"] or f"{region['loose']}."
            country = abbreviations()[short if region["code"] else short.lower()].country
            start, end = comma - len(town[0]), region.end()
            yield Surface("place", country, "region", part, start, end, text[start:end]), comma


def fits(region: regex.Match[str], town: str, *, dateline: bool) -> bool:
    """Whether a region in short is one behind this town."""
    if code := region["code"]:
        # In a line of capitals a code is a word; behind a person's name, a degree.
        if town.isupper():
            return dateline and region.string.startswith(",", region.end())
        return code not in DEGREES or not is_first_name(town.split()[0])
    short = region["stop"] or region["loose"]
    return short[0].isupper() and (dateline or not region["loose"])


def without_foreign_institutions(surfaces: list[Surface]) -> list[Surface]:
    """The surfaces but for institutions that the word beside them gives to another country.

    `the Ghana Premier League`, `la Ligue 1 chinoise`.
    """
    if not any(surface.rule == "institution" for surface in surfaces):
        return surfaces
    foreign = set()
    for first, second in pairwise(surfaces):
        beside = first.where == second.where and second.start - first.end == 1
        if beside and first.kind == second.kind == "place" and first.id != second.id:
            foreign |= {surface for surface in (first, second) if surface.rule == "institution"}
    return [surface for surface in surfaces if surface not in foreign]


def qualified(draft: Draft, here: list[Surface]) -> Iterator[tuple[Surface, str]]:
    """Places with the country that the region or the country directly behind them gives them."""
    for town, second in pairwise(here):
        name = folded(town.text)
        if town.where != second.where or not 0 < second.start - town.end <= LONGEST_LINK:
            continue
        if town.id == second.id or not (town.rule in ("city", "town") or name in STATES_TOO):
            continue
        text = draft.part(town.where)
        between = text[town.end : second.start]
        owners = regions().get(folded(second.text), frozenset())
        if second.id in owners and APPOSED.fullmatch(between):
            if not LIST.match(text, second.end):
                yield town, second.id
        elif second.rule == "name" and second.id in homonyms().get(name, ()) and WITHIN.fullmatch(between):
            yield town, second.id


def by_company(here: list[Surface]) -> dict[str, str]:
    """The countries of homonyms that nothing qualifies, by what else the article names."""
    doubtful = {
        folded(s.text): s.id
        for s in here
        if (folded(s.text) in even_homonyms() and s.rule == "city")
        or (folded(s.text) in STATES_TOO and s.rule == "name")
    }
    if not doubtful:
        return {}
    named: dict[str, int] = defaultdict(int)
    for surface in here:
        name = folded(surface.text)
        # Of the United States only states and towns count: the country is named in all news.
        if (
            surface.rule not in WEAK
            and name not in doubtful
            and not (surface.id == "US" and (surface.rule not in ("city", "region") or name in FEDERAL))
        ):
            named[surface.id] += 1
    moved = {}
    for name, usual in doubtful.items():
        others = [country for country in sorted(homonyms()[name]) if country != usual and named[country]]
        if not named[usual] and others:
            moved[name] = max(others, key=named.__getitem__)
    return moved
