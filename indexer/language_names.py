"""The vocabulary as names to look for in one language's articles."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from indexer.cldr_places import cldr_places, inflected_places
from indexer.persons.officials import official_names
from indexer.surface_index import BLOCK, Name, SurfaceIndex, folded, is_unspaced
from vocabulary.concepts import languages_of, locale_of, records

BLOCKS = "-"
CUE_GROUPS = ("law", "death", "bulk", "sport", "stage", "economy", "medicine", "past")


@dataclass(frozen=True)
class Needs:
    """What an acronym needs to count: ``none``, ``country``, ``name`` or ``context`` (a word near)."""

    kind: str
    context: tuple[str, ...] = ()


@cache
def surface_index(language: str) -> SurfaceIndex:
    """The automaton of a language, built once a process (some tenths of a second)."""
    return SurfaceIndex(
        [
            *places(language),
            *agencies(),
            *shared_names(language),
            *official_names(),
            *crime_triggers(language),
            *crime_cues(language),
        ]
    )


@cache
def relation_index(language: str) -> SurfaceIndex:
    """The words of cooperation and dispute of a language, apart from all others: they may overlap these."""
    spoken = (record for record in records("relation_words.jsonl") if record["language"] == language)
    return SurfaceIndex(
        Name("relation", kind, kind, word.rstrip("$"), stem=not word.endswith("$"))
        for record in spoken
        for kind in ("cooperation", "dispute")
        for word in record[kind]
    )


def places(language: str) -> Iterator[Name]:
    """Countries by name, demonym and city, and by what stands for them in every language."""
    known = set()
    for name in places_of(language):
        known.add(folded(name.text))
        yield name
    for name in (*institutions(language), *towns(language)):
        if folded(name.text) not in known:
            known.add(folded(name.text))
            yield name
    if language == "en":
        for record in records("subdivisions.jsonl"):
            yield from (Name("place", record["country"], "region", text) for text in record["alone"])


def institutions(language: str) -> Iterator[Name]:
    """What stands for a country: in every language, in this one, and (``presumed``) if no other is named."""
    every = list(records("institutions.jsonl"))
    for record in every:
        for text in (*record["names"], *record["spoken"].get(language, ())):
            yield Name("place", record["country"], "institution", text)
    for record in every:
        yield from (Name("place", record["country"], "presumed", t) for t in record["weak"].get(language, ()))


def towns(language: str) -> Iterator[Name]:
    """Towns that local news of a language names without their country."""
    if language in languages_of("towns"):
        for record in records(f"towns/{language}.jsonl"):
            yield from (Name("place", record["country"], "town", text) for text in record["names"])


def places_of(language: str) -> Iterator[Name]:
    """Places of a language's file; for a language without one, CLDR's names of countries."""
    if language not in languages_of("places"):
        yield from cldr_places(locale_of(language))
        yield from inflected_places(language)
        return
    for record in records(f"places/{language}.jsonl"):
        if record["id"] == BLOCKS:
            yield from (Name(BLOCK, BLOCKS, BLOCK, text) for text in record["blocks"])
            continue
        for key, rule in (("names", "name"), ("demonyms", "demonym"), ("cities", "city")):
            yield from (Name("place", record["id"], rule, text) for text in record.get(key, ()))


def agencies() -> Iterator[Name]:
    """Agencies by full name and acronym, in every language: proper names travel."""
    for record in records("agencies.jsonl"):
        for texts in record["names"].values():
            yield from (Name("agency", record["id"], "name", text) for text in texts)
        for acronym in record["acronyms"]:
            yield Name("agency", record["id"], "acronym", acronym["text"], details=needs_of(acronym))


def needs_of(acronym: dict[str, Any]) -> Needs:
    return Needs(acronym["needs"], tuple(folded(word) for word in acronym.get("context") or ()))


def shared_names(language: str) -> Iterator[Name]:
    """Names such as "federal police" that mean an agency only beside a country, and what only looks so.

    Names of other languages travel too ("the Policía Federal"), but their small single words are everyday
    words elsewhere: Italian `procura` (prosecutors) is Portuguese for demand.
    """
    every = list(records("shared_names.jsonl"))
    own = any(language in record["names"] for record in every)
    for record in every:
        for written_in, texts in record["names"].items():
            if record["id"] == BLOCKS:
                if written_in == language:
                    yield from (Name(BLOCK, BLOCKS, BLOCK, text) for text in texts)
                continue
            for text in texts:
                if not own or written_in == language or " " in text or text[0].isupper():
                    yield Name("shared", record["id"], "name", text)


# Before a trigger: that it says by itself that there is a crime, or only beside police, courts, victims.
MARKS = {"!": True, "?": False}
# So many letters of a script without blanks are a phrase.
UNSPACED_PHRASE = 4


def crime_triggers(language: str) -> Iterator[Name]:
    """What says that an article is about a crime type, and the phrases that only look so."""
    if language not in languages_of("crime_triggers"):
        return
    for record in records(f"crime_triggers/{language}.jsonl"):
        for trigger in record["triggers"]:
            yield stem("crime", record["id"], "trigger", trigger.lstrip("!?"), is_strong(trigger))
        yield from (Name(BLOCK, BLOCKS, BLOCK, text, stem=True) for text in record.get("exclude", ()))


def is_strong(trigger: str) -> bool | None:
    """Whether a trigger says by itself that there is a crime; None where its type decides.

    A phrase does: it is seldom a figure of speech, and those that are stand under ``exclude``.
    """
    if trigger[0] in MARKS:
        return MARKS[trigger[0]]
    phrase = " " in trigger or (is_unspaced(trigger[0]) and len(trigger) >= UNSPACED_PHRASE)
    return True if phrase else None


def crime_cues(language: str) -> Iterator[Name]:
    """What speaks for a crime near a trigger (``law``), and what against it: sport, stage, trade, past."""
    for record in records("crime_cues.jsonl"):
        if record["language"] == language:
            for group in CUE_GROUPS:
                yield from (stem("cue", group, "cue", text) for text in record[group])


def stem(kind: str, concept_id: str, rule: str, written: str, details: Any = None) -> Name:
    """A name written as triggers are: a word's beginning, whole with ``$``, inside of words with ``~``."""
    return Name(
        kind,
        concept_id,
        rule,
        written.strip("~$"),
        stem=not written.endswith("$"),
        inside=written.startswith("~"),
        accents=True,
        details=details,
    )
