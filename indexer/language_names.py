"""The vocabulary as names to look for in one language's articles."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from babel import Locale

from indexer.surface_index import BLOCK, Name, SurfaceIndex, folded
from vocabulary.concepts import languages_of, locale_of, records

BLOCKS = "-"
# Country names in languages that have no file of ours: shorter ones are too often everyday words.
SHORTEST_CLDR_NAME = 4


@dataclass(frozen=True)
class Needs:
    """What an acronym needs to count: ``none``, ``country``, ``name`` or ``context`` (a word near)."""

    kind: str
    context: tuple[str, ...] = ()


@cache
def surface_index(language: str) -> SurfaceIndex:
    """The automaton of a language, built once a process (some tenths of a second)."""
    return SurfaceIndex([*places(language), *agencies(), *shared_names(language), *crime_triggers(language)])


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
    """Countries by name, demonym and city; for a language without a file, CLDR's names of countries."""
    if language not in languages_of("places"):
        yield from cldr_places(locale_of(language))
        return
    for record in records(f"places/{language}.jsonl"):
        if record["id"] == BLOCKS:
            yield from (Name(BLOCK, BLOCKS, BLOCK, text) for text in record["blocks"])
            continue
        for key, rule in (("names", "name"), ("demonyms", "demonym"), ("cities", "city")):
            yield from (Name("place", record["id"], rule, text) for text in record.get(key, ()))


def cldr_places(locale: Locale | None) -> Iterator[Name]:
    if locale is None:
        return
    known = {record["id"] for record in records("places/en.jsonl")}
    for code, text in locale.territories.items():
        if code in known and (len(text) >= SHORTEST_CLDR_NAME or not text.isascii()):
            yield Name("place", code, "name", text)


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


def crime_triggers(language: str) -> Iterator[Name]:
    """What says that an article is about a crime type, and the phrases that only look so."""
    if language not in languages_of("crime_triggers"):
        return
    for record in records(f"crime_triggers/{language}.jsonl"):
        for marked in record["triggers"]:
            # Marks of how much a trigger says by itself (`!` much, `?` little) are no part of it.
            trigger = marked.lstrip("!?")
            text = trigger.strip("~$")
            whole = trigger.endswith("$")
            inside = trigger.startswith("~")
            yield Name("crime", record["id"], "trigger", text, stem=not whole, inside=inside, accents=True)
        yield from (Name(BLOCK, BLOCKS, BLOCK, text, stem=True) for text in record.get("exclude", ()))
