"""Agencies: by full name, by acronym with support, and by a shared name beside a country.

A name that several agencies own (`DGSN`, `Policía Nacional`) goes to the one whose country the text
names next to it, else most often.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from functools import cache

import regex

from indexer.draft import PARTS, Draft, Surface
from indexer.language_names import Needs
from indexer.steps.step import step
from indexer.surface_index import folded
from vocabulary import concepts
from vocabulary.concepts import records

# "Brazil's Federal Police", "the police of Denmark": little may stand between a name and its country.
ADJACENT = 30
# No place's name, and ADJACENT with it, is longer.
LONGEST_PLACE = 150
BETWEEN = regex.compile(r"[\s'’\-]*(?:[\p{L}’']+[\s'’\-]+){0,3}(?:[\p{Ll}\p{Lo}’']+)?[\s'’\-]*")
CONTEXT = 200
# A country has this share of all mentions of countries before a shared name alone is read as its agency's.
DOMINANT = 0.6
# "police" alone says nothing; a ministry or a court named alone is mostly the country's own.
NEVER_ALONE = frozenset({"police", "national-police", "customs", "national-guard"})


@step("agencies", needs=("surfaces", "body", "title"), fills=("agencies", "mentions"))
def agencies(draft: Draft) -> None:
    """Fill ``agencies``, those named most first."""
    places: dict[str, list[Surface]] = {part: [] for part in PARTS}
    for surface in draft.surfaces:
        if surface.kind == "place":
            places[surface.where].append(surface)
    countries = Counter(place.id for found in places.values() for place in found)
    spans: dict[tuple[str, int, int], list[Surface]] = defaultdict(list)
    for surface in draft.surfaces:
        if surface.kind in ("agency", "shared"):
            spans[surface.where, surface.start, surface.end].append(surface)

    found: Counter[str] = Counter()
    waiting: list[list[Surface]] = []
    for group in spans.values():
        beside = country_beside(draft, group[0], places)
        names = [s for s in group if s.rule == "name" and s.kind == "agency"]
        chosen = by_shared_name(group, beside) or by_country(names, beside, countries)
        if chosen:
            note(draft, found, group[0], chosen)
        elif any(s.rule == "acronym" for s in group) or any(s.kind == "shared" for s in group):
            waiting.append(group)
    for group in waiting:
        acronyms = [s for s in group if s.rule == "acronym" and supported(draft, s, countries, found)]
        beside = country_beside(draft, group[0], places)
        chosen = by_country(acronyms, beside, countries) or alone(group, countries)
        if chosen:
            note(draft, found, group[0], chosen)
    draft.agencies = tuple(agency for agency, _ in found.most_common())


def note(draft: Draft, found: Counter[str], surface: Surface, chosen: tuple[str, str]) -> None:
    agency, rule = chosen
    found[agency] += 1
    draft.mention("agencies", agency, surface, rule)


def by_shared_name(group: list[Surface], beside: str | None) -> tuple[str, str] | None:
    """The agency that a shared name means beside this country."""
    for surface in group:
        if surface.kind == "shared" and beside:
            agency = agency_of(surface.id, beside)
            if agency:
                return agency, "shared name"
    return None


def by_country(owners: list[Surface], beside: str | None, countries: Counter[str]) -> tuple[str, str] | None:
    """Of a name's owners the only one, else that of the country beside it, else of the country named most."""
    ids = dict.fromkeys(surface.id for surface in owners)
    if not ids:
        return None
    rule = owners[0].rule
    if len(ids) == 1:
        return next(iter(ids)), rule
    near = [agency for agency in ids if beside and country_of(agency) == beside]
    if near:
        return near[0], rule
    best = max(ids, key=lambda agency: countries[country_of(agency) or ""])
    return (best, rule) if countries[country_of(best) or ""] else None


def supported(draft: Draft, surface: Surface, countries: Counter[str], found: Counter[str]) -> bool:
    """Whether the article has what an acronym needs to count."""
    needs = surface.details
    if not isinstance(needs, Needs) or needs.kind == "none":
        return True
    if needs.kind == "country":
        return countries[country_of(surface.id) or ""] > 0 or surface.id in found
    if needs.kind == "context":
        text = draft.part(surface.where)
        around = folded(text[max(0, surface.start - CONTEXT) : surface.end + CONTEXT])
        return surface.id in found or any(word in around for word in needs.context)
    return surface.id in found


def alone(group: list[Surface], countries: Counter[str]) -> tuple[str, str] | None:
    """The agency that a shared name means in an article that is about one country."""
    if not countries:
        return None
    country, count = countries.most_common(1)[0]
    if count < DOMINANT * countries.total():
        return None
    for surface in group:
        if surface.kind == "shared" and surface.id not in NEVER_ALONE:
            agency = agency_of(surface.id, country)
            if agency:
                return agency, "shared name, country of the article"
    return None


def country_beside(draft: Draft, surface: Surface, places: dict[str, list[Surface]]) -> str | None:
    """The country named next to a surface, with nothing but small words between.

    ``places`` are those of the article by part, in the order of the text.
    """
    text = draft.part(surface.where)
    best: tuple[int, str] | None = None
    here = places[surface.where]
    for at in range(bisect_left(here, surface.start - LONGEST_PLACE, key=start_of), len(here)):
        place = here[at]
        if place.start > surface.end + ADJACENT:
            break
        start, end = min(place.end, surface.end), max(place.start, surface.start)
        gap = end - start
        if 0 <= gap <= ADJACENT and BETWEEN.fullmatch(text[start:end]) and (not best or gap < best[0]):
            best = gap, place.id
    return best[1] if best else None


def start_of(surface: Surface) -> int:
    return surface.start


@cache
def shared_owners() -> dict[tuple[str, str], str]:
    """Agencies by the shared name and the country that mean them."""
    return {
        (shared, record["country"]): record["id"]
        for record in records("agencies.jsonl")
        for shared in record["shared"]
    }


def agency_of(shared: str, country: str) -> str | None:
    return shared_owners().get((shared, country))


def country_of(agency: str) -> str | None:
    """The country of an agency; None for an international body."""
    country = concepts("agencies")[agency].attributes.get("country")
    return str(country) if country else None
