"""Capitalised words that stand together: what names of persons are looked for in."""

from collections.abc import Iterator
from typing import NamedTuple

import regex

from indexer.persons.lists import comparable, doubtful_first_names

# A capitalised word, with apostrophes and hyphens inside: O'Neill, El-Hassan, N'golo; or initials: J., J.D.
# Small letters after an apostrophe that follows more than one letter are an ending: Trump's, Kavanaugh'ın.
WORD = regex.compile(
    r"(?<![\p{L}\p{N}])(?:(?:\p{Lu}\.-?)+(?!\p{Ll})"
    r"|\p{Lu}(?:['’]\p{L})?[\p{L}\p{M}]*(?:(?:['’](?=\p{Lu})|[-‑])\p{L}[\p{L}\p{M}]*)*)"
)
# fmt: off
PARTICLES = frozenset([
    "de", "del", "della", "dei", "di", "da", "do", "dos", "das", "du", "des", "la", "le", "las", "los",
    "van", "von", "vom", "der", "den", "ter", "ten", "zu", "zur", "el", "al", "ben", "bin", "bint", "ibn",
    "ould", "abu", "bou", "af", "av",
])
# fmt: on
# Capitals without end are a list or noise: names do not reach further, and work stays linear.
LONGEST_SEGMENT = 40
LONGEST_PARTICLES = 12  # characters between two words of a name: " van der "


class Word(NamedTuple):
    """A capitalised word where it stands."""

    start: int
    end: int
    text: str


Segment = list[Word]


def segments(text: str, taken: bytearray) -> Iterator[Segment]:
    """Words that follow each other with only a blank or particles between.

    ``taken`` has a 1 for each letter of the names of places and agencies: those divide segments. A place that
    is a given name as well (Jordan Spieth) stays where a free word follows.
    """
    segment: Segment = []
    held: Word | None = None
    for match in WORD.finditer(text):
        word = Word(match.start(), match.end(), match[0])
        last = held or (segment[-1] if segment else None)
        if last and (len(segment) >= LONGEST_SEGMENT or not joined(text, last.end, word.start)):
            if segment:
                yield segment
            segment, held = [], None
        if taken.find(1, word.start, word.end) >= 0:
            if segment:
                yield segment
                segment = []
            held = word if comparable(word.text) in doubtful_first_names() else None
            continue
        if held:
            if text[held.end : word.start] == " ":
                segment.append(held)
            held = None
        segment.append(word)
    if segment:
        yield segment


def joined(text: str, end: int, start: int) -> bool:
    """Whether two words may be of one name by what stands between them."""
    if start - end == 1:
        return text[end] in " \u00a0"
    if start - end > LONGEST_PARTICLES:
        return False
    between = text[end:start]
    if not between:
        return text[end - 1] == "."  # J.K.Rowling
    if "\n" in between or not between[0].isspace() or not between[-1].isspace():
        return False
    return all(piece.lower() in PARTICLES for piece in between.split())
