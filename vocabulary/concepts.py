"""The loader of the vocabulary's data files: concepts by kind and id, their labels and parents.

Kinds are ``countries`` (ISO 3166-1 alpha-2, parents UN M49 regions), ``agencies`` (parents: an agency
above, then the country), ``crime_types`` (our ids with ICCS codes), ``languages`` (ISO 639-1) and
``wire_services`` (our ids).
Labels of countries, regions and languages in languages that we have not written come from CLDR, by Babel.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from babel import Locale, UnknownLocaleError

from vocabulary.folding import comparable
from vocabulary.pairs import members

# International bodies have no country; in the agency facet they share this parent.
INTERNATIONAL = "int"
INTERNATIONAL_LABELS = {
    "en": "International", "fr": "International", "es": "Internacional", "pt": "Internacional",
    "it": "Internazionale", "de": "International", "ar": "دولي", "nl": "Internationaal",
    "ru": "Международные", "tr": "Uluslararası", "zh": "国际",
}  # fmt: skip


@dataclass(frozen=True)
class Concept:
    """One value of a facet: its labels by language, its parent's id, and its file's other keys."""

    id: str
    parent: str | None
    labels: dict[str, str] = field(hash=False)
    attributes: dict[str, Any] = field(default_factory=dict, hash=False)
    names: tuple[str, ...] = ()

    @property
    def every_name(self) -> tuple[str, ...]:
        """All that it is called in any language, the labels first."""
        return (*self.labels.values(), *self.names)


def records(name: str) -> Iterator[dict[str, Any]]:
    """The lines of a data file of this folder, e.g. ``agencies.jsonl`` or ``places/fr.jsonl``."""
    text = files("vocabulary").joinpath(name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.strip():
            yield json.loads(line)


def languages_of(folder: str) -> list[str]:
    """The languages that have a file in a folder of per-language files."""
    found = files("vocabulary").joinpath(folder).iterdir()
    return sorted(f.name.removesuffix(".jsonl") for f in found if f.name.endswith(".jsonl"))


@cache
def concepts(kind: str) -> dict[str, Concept]:
    """All concepts of a kind by id; raises KeyError for a kind that does not exist."""
    return {concept.id: concept for concept in LOADERS[kind]()}


def concept(kind: str, concept_id: str) -> Concept | None:
    """One concept, or None where the vocabulary has none of this id."""
    return concepts(kind).get(concept_id)


@cache
def ancestors(kind: str, concept_id: str) -> tuple[str, ...]:
    """The ids above a concept, nearest first; empty for an unknown id."""
    found: list[str] = []
    current = concept(kind, concept_id)
    while current and current.parent and current.parent not in found:
        found.append(current.parent)
        current = concept(kind, current.parent)
    return tuple(found)


@cache
def children(kind: str, concept_id: str) -> tuple[str, ...]:
    """The ids directly below a concept."""
    return tuple(c.id for c in concepts(kind).values() if c.parent == concept_id)


def label(kind: str | None, concept_id: str, language: str = "en") -> str:
    """A concept's name for readers of a language: theirs, else English, else any, else the id.

    Of a pair, the names of both.
    """
    if kind is None:
        return concept_id
    found = concept(kind, concept_id)
    if found is None:
        both = members(concept_id)
        return " – ".join(label(kind, one, language) for one in both) if len(both) == 2 else concept_id
    own = found.labels.get(language) or cldr_label(kind, concept_id, language)
    return own or found.labels.get("en") or next(iter(found.labels.values()), concept_id)


def find(kind: str, text: str) -> tuple[str, ...]:
    """The ids of the concepts that a reader calls so: by id, label or other name, whatever case or accents.

    Several where a name has several owners: the DGSN of Morocco, of Algeria, of Senegal.
    """
    return names_of(kind).get(comparable(text), ())


@cache
def names_of(kind: str) -> dict[str, tuple[str, ...]]:
    """Folded names of all concepts of a kind to their ids; ids win over labels, labels over other names."""
    found: dict[str, tuple[str, ...]] = {}
    every = concepts(kind).values()
    for names in (
        ((c.id, (c.id,)) for c in every),
        ((c.id, tuple(c.labels.values())) for c in every),
        ((c.id, c.names) for c in every),
    ):
        level: dict[str, dict[str, None]] = {}
        for concept_id, surfaces in names:
            for surface in surfaces:
                level.setdefault(comparable(surface), {})[concept_id] = None
        for name, owners in level.items():
            found.setdefault(name, tuple(owners))
    return found


def cldr_label(kind: str, concept_id: str, language: str) -> str | None:
    """The label that Unicode's CLDR has for a country, region or language."""
    if kind not in {"countries", "languages"}:
        return None
    locale = locale_of(language)
    if locale is None:
        return None
    table = locale.territories if kind == "countries" else locale.languages
    return table.get(concept_id)


@cache
def locale_of(language: str) -> Locale | None:
    try:
        return Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return None


def countries() -> Iterator[Concept]:
    """Countries with their M49 sub-region as parent, and the regions."""
    names: dict[str, dict[str, list[str]]] = {}
    for language in languages_of("places"):
        for record in records(f"places/{language}.jsonl"):
            if record["id"] != "-":
                names.setdefault(record["id"], {})[language] = record["names"]
    region_of: dict[str, str] = {}
    for region in records("regions.jsonl"):
        region_of.update(dict.fromkeys(region["members"], region["id"]))
        english = cldr_label("countries", region["id"], "en") or region["id"]
        yield Concept(region["id"], region["parent"], {"en": english})
    for code, by_language in sorted(names.items()):
        labels = {language: found[0] for language, found in by_language.items()}
        surfaces = tuple(name for found in by_language.values() for name in found)
        yield Concept(code, region_of.get(code), labels, names=surfaces)


def agencies() -> Iterator[Concept]:
    """Agencies, under an agency above them or else their country; the countries that have any; ``int``."""
    every = list(records("agencies.jsonl"))
    yield Concept(INTERNATIONAL, None, INTERNATIONAL_LABELS)
    for code in sorted({record["country"] for record in every if record["country"]}):
        country = concept("countries", code)
        yield Concept(code, None, country.labels if country else {"en": code})
    for record in every:
        surfaces = [name for found in record["names"].values() for name in found]
        surfaces += [acronym["text"] for acronym in record["acronyms"]]
        yield Concept(
            record["id"],
            record["parent"] or record["country"] or INTERNATIONAL,
            record["labels"],
            {"kind": record["kind"], "country": record["country"]},
            tuple(surfaces),
        )


def crime_types() -> Iterator[Concept]:
    """Crime types and the groups above them, with ICCS codes."""
    for record in records("crime_types.jsonl"):
        yield Concept(record["id"], record["parent"], record["labels"], {"iccs": record["iccs"]})


def languages() -> Iterator[Concept]:
    """Every language that CLDR names in English; those most in the news with their own names too."""
    english = Locale("en").languages
    for code, name in english.items():
        if len(code) > 3:
            continue
        own = locale_of(code) if code in OWN_NAMES else None  # a locale takes milliseconds to load
        labels = {"en": name}
        if own and own.language_name:
            labels[code] = own.language_name
        yield Concept(code, None, labels)


def wire_services() -> Iterator[Concept]:
    """News agencies whose reports others print; their names are alike in all languages."""
    for record in records("wire_services.jsonl"):
        yield Concept(record["id"], None, {"en": record["label"]}, names=tuple(record["names"]))


# Languages whose own name readers may type (`language:français`).
_OWN_NAMES = (
    "ar bg bn ca cs da de el en es et eu fa fi fr gl he hi hr hu hy id is it ja ka ko lt lv mk ms nl no pl "
    "pt ro ru sk sl sq sr sv sw ta th tl tr uk ur uz vi zh"
)
OWN_NAMES = frozenset(_OWN_NAMES.split())

LOADERS = {
    "countries": countries,
    "agencies": agencies,
    "crime_types": crime_types,
    "languages": languages,
    "wire_services": wire_services,
}
