"""Officials and others of this field: one person by many spellings, with one name shown in each script."""

from functools import cache
from typing import Any

import regex

from vocabulary.concepts import records
from vocabulary.folding import comparable

SCRIPTS = (
    ("Arabic", regex.compile(r"\p{Arabic}")),
    ("Cyrillic", regex.compile(r"\p{Cyrillic}")),
    ("Han", regex.compile(r"\p{Han}")),
)
LATIN = "Latin"


def script_of(text: str) -> str:
    """The script of a name."""
    return next((name for name, letter in SCRIPTS if letter.search(text)), LATIN)


def spellings(official: dict[str, Any]) -> list[str]:
    """All that an official is called, the name in Latin letters first."""
    return [official["name"], *official["variants"]]


def shown_names(official: dict[str, Any]) -> dict[str, str]:
    """The name that is shown in each script: the first of its spellings there."""
    shown: dict[str, str] = {}
    for text in spellings(official):
        shown.setdefault(script_of(text), text)
    return shown


@cache
def names_in_all_scripts() -> dict[str, tuple[str, ...]]:
    """Each spelling, folded, to the names that are shown in the different scripts."""
    return {
        comparable(text): tuple(shown_names(official).values())
        for official in records("officials.jsonl")
        for text in spellings(official)
    }


def persons_called(text: str) -> tuple[str, ...]:
    """The values of the facet that mean a person of this name: several for one known in several scripts."""
    return names_in_all_scripts().get(comparable(text), (text,))
