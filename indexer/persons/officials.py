"""Officials and others of this field by their many spellings (``vocabulary/officials.jsonl``).

Each is one person, shown by one name in each script. Russian names are looked for in all their cases.
"""

from collections.abc import Iterator
from functools import cache
from itertools import product

import regex

from indexer.draft import Draft
from indexer.persons.canonical import Key, key
from indexer.persons.found import Found
from indexer.persons.lists import bears_names
from indexer.surface_index import Name
from vocabulary.concepts import records
from vocabulary.officials import script_of, shown_names, spellings

KIND = "official"
# What follows the name of somebody else: a son, a place.
OTHERS = regex.compile(r"[ ,]{1,2}(?:Jr|Jnr|Junior|Sr|filho|hijo|fils)\b")
CYRILLIC = regex.compile(r"\p{Cyrillic}+", regex.V1)
# Endings of Russian nouns and names in the genitive, dative, accusative, instrumental and prepositional, by
# what the nominative ends with; what ends otherwise does not change.
CASES: tuple[tuple[str, tuple[tuple[str, ...], ...]], ...] = (
    ("ий", (("ого", "ия"), ("ому", "ию"), ("ого", "ия"), ("им", "ием"), ("ом", "ии"))),
    ("ый", (("ого",), ("ому",), ("ого",), ("ым",), ("ом",))),
    ("ой", (("ого",), ("ому",), ("ого",), ("ым",), ("ом",))),
    ("й", (("я",), ("ю",), ("я",), ("ем",), ("е",))),
    ("ь", (("я",), ("ю",), ("я",), ("ем",), ("е",))),
    ("а", (("ы", "и", "ой"), ("е", "ой"), ("у",), ("ой",), ("е", "ой"))),
    ("я", (("и",), ("е", "и"), ("ю",), ("ей",), ("е", "и"))),
)
CONSONANTS = "бвгджзклмнпрстфхцчшщ"
AFTER_CONSONANT = (("а",), ("у",), ("а",), ("ом", "ым", "ем"), ("е",))


def official_names() -> Iterator[Name]:
    """All spellings of all officials, as names to look for."""
    for record in records("officials.jsonl"):
        for text in spellings(record):
            for form in declined(text):
                yield Name(KIND, record["name"], KIND, form)


def officials_in(draft: Draft, part: str) -> Iterator[Found]:
    """The officials that a part of the article names in full."""
    text = draft.part(part)
    for surface in draft.surfaces:
        if surface.kind != KIND or surface.where != part:
            continue
        before = text[max(0, surface.start - 24) : surface.start].split()
        if (before and bears_names(before[-1])) or OTHERS.match(text, surface.end):
            continue
        yield Found(part, surface.start, surface.end, tuple(surface.text.split()), surface.text, KIND)


@cache
def known_officials() -> dict[Key, str]:
    """Each spelling's key to the name that is shown in its script."""
    return {
        key(tuple(form.split())): shown_names(record)[script_of(text)]
        for record in records("officials.jsonl")
        for text in spellings(record)
        for form in declined(text)
    }


def declined(name: str) -> list[str]:
    """A Russian name in its cases, each word in the same; any other name as it is."""
    words = name.split()
    if not all(CYRILLIC.fullmatch(word.replace("-", "")) for word in words):
        return [name]
    forms = [name]
    for case in range(5):
        forms += [" ".join(found) for found in product(*(in_case(word, case) for word in words))]
    return list(dict.fromkeys(forms))


def in_case(word: str, case: int) -> list[str]:
    """A word's likely forms in one of the cases that have endings."""
    for ending, cases in CASES:
        if word.endswith(ending):
            return [word.removesuffix(ending) + other for other in cases[case]]
    if word[-1].lower() in CONSONANTS:
        return [word + other for other in AFTER_CONSONANT[case]]
    return [word]
