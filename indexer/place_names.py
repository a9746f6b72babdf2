"""What is known of names that several places bear, and of regions and how they are written in short."""

from dataclasses import dataclass
from functools import cache

import regex

from indexer.surface_index import folded
from vocabulary.concepts import records

# Codes that also stand behind the names of graduates: "Jane Doe, MD".
DEGREES = frozenset({"MA", "MD", "PA"})


@dataclass(frozen=True)
class Abbreviation:
    """A region in short and its country; ``code`` means two or three capitals without stops."""

    country: str
    code: bool


@cache
def regions() -> dict[str, frozenset[str]]:
    """Countries by the folded names of their first-order regions, in all languages that differ."""
    found: dict[str, set[str]] = {}
    for record in records("subdivisions.jsonl"):
        for text in (*record["names"], *record["abbreviations"], *record["alone"]):
            found.setdefault(folded(text), set()).add(record["country"])
    return {text: frozenset(countries) for text, countries in found.items()}


@cache
def abbreviations() -> dict[str, Abbreviation]:
    """Regions in short, as written (without regard to case where they have a stop)."""
    found = {}
    for record in records("subdivisions.jsonl"):
        for text in (*record["abbreviations"], *record["alone"]):
            found[text.lower()] = Abbreviation(record["country"], code=False)
        if record["code"]:
            found[record["code"]] = Abbreviation(record["country"], code=True)
    return found


@cache
def abbreviation_pattern() -> regex.Pattern[str]:
    """A comma and a region in short behind a letter: `, Mass.`, `, N.J.`, `, CO`.

    What the group ``loose`` finds, a stop left out (`, Fla,`), is a region only in a dateline.
    """
    codes = sorted(text for text in abbreviations() if abbreviations()[text].code)
    stops = sorted((text for text in abbreviations() if text not in codes), key=len, reverse=True)
    escaped = "|".join(map(regex.escape, stops))
    loose = "|".join(text.removesuffix(".") for text in stops if text.count(".") == 1)
    return regex.compile(
        rf"(?<=[\p{{L}}.]),\s{{1,2}}(?:(?P<stop>(?i:{escaped}))"
        rf"|(?P<code>{'|'.join(codes)})(?![\p{{L}}\p{{N}}'’\-&])"
        rf"|(?P<loose>(?i:{loose}))(?=,| [-–(]))"
    )


@cache
def homonyms() -> dict[str, frozenset[str]]:
    """The countries that have a well-known place of a name, by the folded name."""
    return {
        folded(text): frozenset(record["countries"])
        for record in records("homonyms.jsonl")
        for text in record["names"]
    }


@cache
def even_homonyms() -> frozenset[str]:
    """Folded homonyms of places that are about as well known, so that the rest of an article decides."""
    return frozenset(
        folded(text) for record in records("homonyms.jsonl") if record["even"] for text in record["names"]
    )


@cache
def bracketed_codes(language: str) -> tuple[str, regex.Pattern[str] | None]:
    """The country whose regions a language writes as codes behind names, and what finds the ``code``.

    In brackets behind a party every code is one (`PSDB-PE`), in brackets alone those that are no usual
    abbreviation (`(PE)` is the European Parliament); some languages join them on (`Curitiba/PR`).
    """
    for record in records("region_codes.jsonl"):
        if record["language"] == language:
            every = "|".join(record["codes"])
            sure = "|".join(code for code in record["codes"] if code not in record["doubtful"])
            joined = rf"|[/–-](?P<code>{every})(?![\p{{L}}\p{{N}}])" if record["joined"] else ""
            return record["country"], regex.compile(
                rf"(?<=\p{{L}})(?:\s\((?:(?P<code>{sure})|\p{{Lu}}\p{{L}}+\s?[-–/]\s?(?P<code>{every}))\){joined})"
            )
    return "", None
