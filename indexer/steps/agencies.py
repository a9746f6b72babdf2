"""Agencies: by full name, by acronym with support, and by a shared name that a country makes one agency's.

A name beside a country means that country's agency, whoever else bears it: the Austrian Bundeskriminalamt
is not the German one. A name that stands free goes to its only owner, to the owner whose country the text
names most, or, where it is a shared name, to the country that the article is about.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import regex

from indexer.draft import PARTS, Draft, Surface
from indexer.steps.agency_country import FREE, Bound, bound_to, coordinated
from indexer.steps.agency_owners import agency_of, country_of, official_languages, owners_of, sovereign
from indexer.steps.agency_support import is_unique, of_the_field, supported
from indexer.steps.step import step

# A country has this share of all mentions of countries before a shared name alone is read as its agency's.
DOMINANT = 0.6
# Forces that few countries have: one of these countries is meant even where others are named more.
FEW_HAVE = frozenset(
    {"gendarmerie", "civil-guard", "coast-guard", "federal-police", "financial-police", "republican-guard"}
    | {"public-security-police"}
)
# A story's dateline says more of its country than a mention elsewhere.
DATELINE_WEIGHT = 2
DATELINE = regex.compile(r"[^\p{Ll}\n]{0,20}")
BEHIND_DATELINE = regex.compile(r"\s*[,(\[/—–:\-]")
# A Chinese ministry (部) is no department, force or deployment (部门, 部队, 部署).
NO_MINISTRY = frozenset("门門队隊署")
# Alone, these are said of any force or office, mostly of a local one.
NEVER_ALONE = frozenset({"police", "customs", "national-guard", "criminal-police", "judicial-police"})
# Prosecutors alone are mostly the local ones; where these languages are spoken, one office is the nation's.
ONE_PROSECUTION = frozenset({"es", "pt", "ar"})
# In these countries such an office without more is mostly a state's or an appeal court's.
OF_STATES = frozenset(
    {("federal-court", "BR"), ("attorney-general", "DE")}
    | {("attorney-general", country) for country in ("AT", "BE", "FR", "IT", "LU", "NL")}
)
# Persons and no office: "prosecutors in Milan" are of no body that has a name.
PROSECUTORS = frozenset({"prosecutors", "public prosecutors", "aanklagers"})
# Articles in it are about anywhere, and put the names of any country's agencies into its words.
WORLD_LANGUAGE = "en"
# "The Texas Supreme Court": a region's own, not the country's. Prosecutors of a town ("la procura di Modena")
# are an office of the country's.
WITH_LOCAL_ONES = frozenset(
    {"attorney-general", "supreme-court", "national-court", "constitutional-court"}
    | {"interior-ministry", "home-ministry", "justice-ministry", "public-security-ministry", "prison-service"}
    | {"anti-corruption"}
)


@dataclass
class Reading:
    """What is known while an article's agencies are read.

    ``named`` counts the mentions of countries; ``crimes`` are the places of crimes by part, in order;
    ``shared`` the agencies that a shared name meant beside a
    country.
    """

    draft: Draft
    named: Counter[str]
    crimes: dict[str, list[int]]
    found: Counter[str] = field(default_factory=Counter)
    shared: dict[str, dict[str, None]] = field(default_factory=lambda: defaultdict(dict))

    def note(self, surface: Surface, agency: str, rule: str) -> None:
        """Count an agency and its mention, if it is one of policing, security and justice here."""
        if of_the_field(surface, agency, self.crimes[surface.where]):
            self.found[agency] += 1
            self.draft.mention("agencies", agency, surface, rule)

    def supports(self, acronym: Surface) -> bool:
        """Whether the article has what an acronym needs to count."""
        return supported(self.draft, acronym, self.named, self.found)

    def dominant(self) -> str | None:
        """The country that most mentions of countries are of, if there is one."""
        if not self.named:
            return None
        country, count = self.named.most_common(1)[0]
        return country if count >= DOMINANT * self.named.total() else None


@dataclass
class Group:
    """All owners of one stretch of text, and the countries that it is bound to."""

    surfaces: list[Surface]
    bound: Bound = FREE

    @property
    def first(self) -> Surface:
        return self.surfaces[0]

    def agencies(self, rule: str) -> list[Surface]:
        return [s for s in self.surfaces if s.kind == "agency" and s.rule == rule]

    @property
    def shared(self) -> list[str]:
        return [s.id for s in self.surfaces if s.kind == "shared"]

    def of(self, shared: str, country: str) -> str | None:
        """The agency that a shared name means beside a country; a city's office is not the country's."""
        local = shared in WITH_LOCAL_ONES or self.first.text.lower() in PROSECUTORS
        return None if self.bound.local and local else agency_of(shared, country)


@step("agencies", needs=("surfaces", "body", "title", "language"), fills=("agencies", "mentions"))
def agencies(draft: Draft) -> None:
    """Fill ``agencies``, those named most first."""
    places: dict[str, list[Surface]] = {part: [] for part in PARTS}
    crimes: dict[str, list[int]] = {part: [] for part in PARTS}
    spans: dict[tuple[str, int, int], Group] = {}
    for surface in draft.surfaces:
        if surface.kind == "place":
            places[surface.where].append(surface)
        elif surface.kind == "crime":
            crimes[surface.where].append(surface.start)
        elif surface.kind in ("agency", "shared") and not is_part_of_word(draft, surface):
            spans.setdefault((surface.where, surface.start, surface.end), Group([])).surfaces.append(surface)
    if not spans:
        return
    groups = list(spans.values())
    bind(draft, groups, places)
    reading = Reading(draft, named_countries(draft, places), crimes)
    waiting = [group for group in groups if not read(reading, group)]
    # Whose agencies act tells of a story's country too.
    reading.named.update(country for country in map(country_of, reading.found) if country)
    for group in waiting:
        read_with_article(reading, group)
    draft.agencies = tuple(agency for agency, _ in reading.found.most_common())


def is_part_of_word(draft: Draft, surface: Surface) -> bool:
    """Whether the writing goes on to another word, where it has no blanks to tell."""
    text = draft.part(surface.where)
    return surface.text.endswith("部") and text[surface.end : surface.end + 1] in NO_MINISTRY


def named_countries(draft: Draft, places: dict[str, list[Surface]]) -> Counter[str]:
    """How often each country is named, its place in the dateline counting more."""
    named = Counter(place.id for found in places.values() for place in found)
    first = places["body"][0] if places["body"] else None
    if first and DATELINE.fullmatch(draft.body, 0, first.start):
        named[first.id] += DATELINE_WEIGHT * bool(BEHIND_DATELINE.match(draft.body, first.end))
    return named


def bind(draft: Draft, groups: list[Group], places: dict[str, list[Surface]]) -> None:
    """Say of each group which countries it is bound to; names in a list share those of their neighbour."""
    for group in groups:
        where = group.first.where
        if places[where]:
            group.bound = bound_to(draft.part(where), group.first, places[where], draft.language)
    for first, second in pairwise(groups):
        if first.first.where != second.first.where or bool(first.bound.countries) == bool(
            second.bound.countries
        ):
            continue
        if coordinated(draft.part(first.first.where), first.first, second.first):
            if first.bound.before and first.bound.firm:
                second.bound = first.bound
            elif second.bound.firm and not second.bound.before and draft.language in ("fr", "es", "pt", "it"):
                first.bound = second.bound


def read(reading: Reading, group: Group) -> bool:
    """Note what a group means by its own words; False where the whole article has to say it."""
    owners = list(dict.fromkeys(s.id for s in group.agencies("name")))
    if group.bound.countries:
        if beside_country(reading, group, owners):
            return True
        # Bound to another country: not these owners, unless the words only say where they were.
        owners = [agency for agency in owners if not group.bound.firm or country_of(agency) is None]
    if group.shared:
        owners = [agency for agency in owners if at_home(reading, agency, group.shared)]
    agency = chosen(owners, reading.named)
    if agency:
        reading.note(group.first, agency, "name")
    return agency is not None


def beside_country(reading: Reading, group: Group, owners: list[str]) -> bool:
    """Note the agencies that a name means beside its countries; whether there are any."""
    noted = False
    for country in map(sovereign, group.bound.countries):
        agency = next((owner for owner in owners if country_of(owner) == country), None)
        if agency:
            reading.note(group.first, agency, "name")
        else:
            agency = next(filter(None, (group.of(shared, country) for shared in group.shared)), None)
            if not agency:
                continue
            reading.note(group.first, agency, "shared name")
        for shared in group.shared:
            reading.shared[shared][agency] = None
        noted = True
    return noted


def at_home(reading: Reading, agency: str, shared: list[str]) -> bool:
    """Whether a name that others may bear too can mean its owner: the article names the owner's country, or
    no other country whose agency it could be."""
    country, language = country_of(agency), reading.draft.language
    if not country or reading.named[country] or not reading.named:
        return True
    if language not in official_languages(country):
        return False
    other = reading.dominant()
    if not other:
        return True
    if language == WORLD_LANGUAGE:
        return False
    return language not in official_languages(other) or not any(agency_of(name, other) for name in shared)


def chosen(owners: Sequence[str], named: Counter[str]) -> str | None:
    """Of a name's owners the only one, else that of the country named most."""
    if len(owners) == 1:
        return owners[0]
    best = max(owners, key=lambda agency: named[country_of(agency) or ""], default=None)
    return best if best and named[country_of(best) or ""] else None


def read_with_article(reading: Reading, group: Group) -> None:
    """Note what a group means by what else the article says."""
    bound = group.bound
    acronyms = [s for s in group.agencies("acronym") if reading.supports(s)]
    own = set(map(sovereign, bound.countries))
    beside = [s for s in acronyms if country_of(s.id) in own]
    if not beside and bound.firm:
        # "la PJ française" is not the Portuguese one; what is unique stays itself.
        beside = [s for s in acronyms if is_unique(s) or country_of(s.id) is None]
        acronyms = []
    agency = chosen(list(dict.fromkeys(s.id for s in beside or acronyms)), reading.named)
    if agency:
        reading.note(group.first, agency, "acronym")
    elif not bound.countries:
        agency = alone(reading, group)
        if agency:
            reading.note(group.first, agency, "shared name, country of the article")


def alone(reading: Reading, group: Group) -> str | None:
    """The agency that a shared name means without a country beside it."""
    country = reading.dominant()
    # A whole name that another country's agency bears too says more than its parts.
    named = bool(group.agencies("name"))
    for shared in group.shared:
        if not named and says_nothing_alone(shared, reading.draft.language):
            continue
        before = reading.shared.get(shared)
        if before:
            # "Belgium's federal police … the federal police"; of two countries' it may be either.
            return next(iter(before)) if len(before) == 1 else None
        national = country and (shared, country) not in OF_STATES
        agency = agency_of(shared, country) if country and national else None
        agency = agency or (chosen(owners_of(shared), reading.named) if shared in FEW_HAVE else None)
        if agency:
            return agency
    return None


def says_nothing_alone(shared: str, language: str | None) -> bool:
    """Whether a shared name without a country is mostly said of local forces and offices."""
    return shared in NEVER_ALONE or (shared == "public-prosecutor" and language not in ONE_PROSECUTION)
