"""Names of places that are people's: `Jack London`, `Jordan Pickford`, `Israel Katz`."""

from collections import Counter

import regex

from indexer.draft import Draft, Surface
from indexer.persons.lists import is_first_name
from indexer.surface_index import folded

# Demonyms that are surnames as well, in English.
SURNAMES = frozenset({"french", "english", "welsh", "german", "irish", "roman", "holland"})
# Languages that write demonyms small, so that one with a capital behind a given name is a surname.
SMALL_DEMONYMS = frozenset({"es", "fr", "it", "pt"})
# Places that are given to children; the others are surnames only.
GIVEN = frozenset(
    "jordan chad israel georgia india kenya paris sydney virginia santiago milan carolina brooklyn chelsea "  # noqa: SIM905
    "montana london vienna asia cuba ireland sofia adelaide lourdes trinidad valencia alexandria cesar "
    "florida jamaica catalina eliseu".split()
)
BEFORE = regex.compile(r"(?:^|[^\p{L}\-'’])(?P<given>\p{Lu}\p{Ll}[\p{L}\-]*)(?: \p{Lu}\.)? $")
AFTER = regex.compile(r" (?P<surname>(?:(?:O['’]|Mc|Mac|Al-|El-)?\p{Lu}\p{Ll}[\p{L}\-]+))")
# No given name with an initial is longer, nor a surname.
LONGEST = 30
# Each is looked for in the whole article; an article of more such names is a list.
MOST_NAMES = 20
# What follows a country's or a city's name with a capital and is no surname.
COMMON = frozenset(
    "police army navy radio television tv times post news today daily herald tribune gazette "  # noqa: SIM905
    "airport airlines airways university college school hospital street road avenue square park "
    "river valley bay island islands beach hills mountain mountains county city town district "
    "province region state states republic kingdom government parliament congress senate house "
    "ministry minister president prime king queen prince princess governor mayor senator attorney "
    "supreme high court central national federal international foreign defence defense security "
    "public united bank stock exchange open cup marathon grand olympic olympics games league club "
    "rangers football cricket rugby team agency authority company corporation institute museum "
    "cathedral opera theatre theater festival fashion week summit agreement accord accords "
    "convention treaty conference declaration protocol north south east west northern southern "
    "eastern western january february march april may june july august september october november "
    "december monday tuesday wednesday thursday friday saturday sunday policía policia gobierno "
    "universidad aeropuerto ministerio presidente polizia università governo ministro polícia "
    "universidade aeroporto université aéroport ministère président polizei universität bernabéu "
    "oriente centro norte sur sud nord este oeste ouest est tech".split()
)


def personal(draft: Draft, places: list[Surface]) -> set[Surface]:
    """The places that are parts of persons' names.

    A single word is a surname behind a given name. It is a given name, in the body, before a capitalised
    word that is nothing else, if the article has that surname alone as well, or never names the country
    in another way.
    """
    starts = {(surface.where, surface.start) for surface in draft.surfaces}
    ends = {(surface.where, surface.end) for surface in draft.surfaces}
    surnames, given = set(), {}
    for place in places:
        if place.rule == "region" or not place.text.isalpha() or place.text.isupper():
            continue
        text, name = draft.part(place.where), folded(place.text)
        surname = place.rule != "demonym" or name in SURNAMES or draft.language in SMALL_DEMONYMS
        if surname and place.text[0].isupper() and is_surname(text, place, ends):
            surnames.add(place)
        elif name in GIVEN and place.where == "body" and (place.where, place.end + 1) not in starts:
            after = AFTER.match(text, place.end, place.end + LONGEST)
            if after and folded(after["surname"]) not in COMMON:
                given[place] = after["surname"]
    surnames |= again(places, surnames)
    if not given:
        return surnames
    named = Counter(place.id for place in places if place not in given and place not in surnames)
    people = {
        (place.text, surname)
        for place, surname in list({(p.text, s): (p, s) for p, s in given.items()}.values())[:MOST_NAMES]
        if not named[place.id] or alone(draft.body, place.text, surname)
    }
    names = {" ".join(person) for person in people}
    first = {place for place, surname in given.items() if (place.text, surname) in people}
    return surnames | first | {p for p in places if p.where == "title" and begins(draft.title, p, names)}


def again(places: list[Surface], surnames: set[Surface]) -> set[Surface]:
    """The surnames without a given name, where nothing else names the country: Malta, of Magno Malta."""
    texts = {place.text for place in surnames}
    others = {place.id for place in places if place.text not in texts}
    return {place for place in places if place.text in texts and place.id not in others}


def is_surname(text: str, place: Surface, ends: set[tuple[str, int]]) -> bool:
    """Whether a given name, no place itself, stands before."""
    before = BEFORE.search(text[max(0, place.start - LONGEST) : place.start])
    return bool(before and is_first_name(before["given"]) and (place.where, place.start - 1) not in ends)


def alone(text: str, given: str, surname: str) -> bool:
    """Whether a surname stands somewhere without its given name."""
    at = text.find(surname)
    while at >= 0:
        if not text.startswith(given, max(0, at - len(given) - 1)):
            return True
        at = text.find(surname, at + 1)
    return False


def begins(text: str, place: Surface, names: set[str]) -> bool:
    return any(text.startswith(name, place.start) for name in names)
