"""All names of the vocabulary that a language's articles are searched for, in one Aho-Corasick automaton.

Matching is on folded text; a match then has to stand between word boundaries and in the right case.
Of overlapping matches the longest wins, from left to right, over all kinds: so `Guinea-Bissau` is not
`Guinea`, and a phrase listed as a block hides the country inside it.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from ahocorasick_rs import AhoCorasick

from indexer.draft import Surface
from vocabulary.folding import Letters, lower

BLOCK = "block"
# Particles that Arabic writes onto the word: and, so, with, to, like, the.
ARABIC_PREFIXES = frozenset(
    "و ف ب ل ك ال وال بال فال كال لل ول وب ولل فل فب وك وبال".split()  # noqa: SIM905
)
LONGEST_ARABIC_PREFIX = 4
# An abbreviation is written exactly as in the vocabulary; longer capitals are names shouted.
LONGEST_ABBREVIATION = 8
# A stem's word is shown this far to each side; what is longer is no word but a dump.
LONGEST_WORD = 60


@dataclass(frozen=True)
class Name:
    """One surface of a concept as the vocabulary writes it.

    ``stem`` means that the match may go on as a longer word; ``inside`` that it may begin inside one;
    ``accents`` that accents tell words apart (`volé` is not `vole`).
    """

    kind: str
    id: str
    rule: str
    text: str
    stem: bool = False
    inside: bool = False
    accents: bool = False
    details: Any = None

    @property
    def is_abbreviation(self) -> bool:
        return self.text.isupper() and len(self.text) <= LONGEST_ABBREVIATION


# Arabic vowel marks and the stroke that stretches a word: writers set them at will.
OPTIONAL_LETTERS = re.compile(r"[\u064b-\u065f\u0670\u0640]")


PUNCTUATION = str.maketrans(dict.fromkeys("-‐‑‒–", " ") | dict.fromkeys("’‘ʼ`´", "'"))


class MatchedLetters(Letters):
    """Letters as names are matched: hyphens are blanks, and apostrophes are alike."""

    def folded(self, letter: str) -> int:
        letter = " " if letter.isspace() else letter.translate(PUNCTUATION)
        return super().folded(letter)


LETTERS = MatchedLetters()


def folded(text: str) -> str:
    """The text as it is matched: same length, lower case, without accents, hyphens as blanks."""
    return text.translate(LETTERS)


class SurfaceIndex:
    """Finds the names of one language's vocabulary in a text."""

    def __init__(self, names: Iterable[Name]) -> None:
        self.names: dict[str, list[Name]] = {}
        for name in names:
            for pattern in patterns_of(name):
                found = self.names.setdefault(pattern, [])
                if name not in found:
                    found.append(name)
        self.patterns = list(self.names)
        self.automaton = AhoCorasick(self.patterns) if self.patterns else None
        # By pattern, whether any of its names may begin or end inside a word: nine of ten matches stand where
        # none may.
        # By pattern, its names, each with whether it may be written in any way.
        self.entries = [[(n, written_anyhow(n)) for n in self.names[p]] for p in self.patterns]
        self.may_begin_inside = [any(n.inside for n in self.names[p]) for p in self.patterns]
        self.may_end_inside = [any(n.stem for n in self.names[p]) for p in self.patterns]

    def find(self, text: str, where: str) -> list[Surface]:
        """The surfaces in a text, in order; several for one span where a name has several owners."""
        if not text or self.automaton is None:
            return []
        if not text.isascii() and OPTIONAL_LETTERS.search(text):
            return self.find_without_marks(text, where)
        plain = folded(text)
        may_begin, may_end, length = self.may_begin_inside, self.may_end_inside, len(plain)
        matches = self.automaton.find_matches_as_indexes(plain, overlapping=True)
        # From left to right, the longest of those that begin together first.
        matches.sort(key=lambda match: (match[1], -match[2]))
        surfaces: list[Surface] = []
        position = 0
        for number, start, end in matches:
            if start < position:
                continue
            begins = not start or not plain[start - 1].isalnum() or begins_word(plain, start)
            if not begins and not may_begin[number]:
                continue
            ends = end == length or not plain[end].isalnum() or is_unspaced(plain[end])
            if not ends and not may_end[number]:
                continue
            names = [
                name
                for name, as_it_is in self.entries[number]
                if (begins or name.inside)
                and (ends or name.stem)
                and (as_it_is or fits(name, text, plain, start, end))
            ]
            if not names:
                continue
            position = end
            if len(names) > 1:
                # Two spellings of one name (with and without a hyphen) are one mention.
                names = list({(name.kind, name.id, name.rule): name for name in names}.values())
            for name in names:
                if name.kind != BLOCK:
                    first, last = whole_words(plain, start, end) if name.stem else (start, end)
                    surfaces.append(
                        Surface(
                            name.kind, name.id, name.rule, where, first, last, text[first:last], name.details
                        )
                    )
        return surfaces

    def find_without_marks(self, text: str, where: str) -> list[Surface]:
        """The surfaces in a text with Arabic vowel marks or stretched letters, as they stand there."""
        # By its number, where each mark would stand among the letters that are kept.
        gaps = [match.start() - number for number, match in enumerate(OPTIONAL_LETTERS.finditer(text))]
        surfaces = []
        for found in self.find(OPTIONAL_LETTERS.sub("", text), where):
            start = found.start + bisect_right(gaps, found.start)
            end = found.end + bisect_right(gaps, found.end)
            surfaces.append(replace(found, start=start, end=end, text=text[start:end]))
        return surfaces


def whole_words(plain: str, start: int, end: int) -> tuple[int, int]:
    """A stem's match widened to the word that it stands in, as a reader wants to see it."""
    lowest, highest = max(start - LONGEST_WORD, 0), end + LONGEST_WORD
    while end < highest and is_letter(plain, end):
        end += 1
    while start > lowest and is_letter(plain, start) and is_letter(plain, start - 1):
        start -= 1
    return start, end


def patterns_of(name: Name) -> list[str]:
    """The folded texts under which a name is looked for."""
    pattern = " ".join(folded(name.text).split())
    if not pattern:
        return []
    if pattern.startswith("ال") and len(pattern) > 4:
        # The article melts into the particle "to": المغرب, للمغرب.
        return [pattern, "لل" + pattern[2:]]
    return [pattern]


def written_anyhow(name: Name) -> bool:
    """Whether ``fits`` holds for a name wherever it is found."""
    return not (name.is_abbreviation or name.accents or name.text[0].isupper() or name.text[-1] == "-")


def fits(name: Name, text: str, plain: str, start: int, end: int) -> bool:
    """Whether a match between the right ends of words is written as the name may be."""
    if name.text[-1] == "-" and not (text[end : end + 1] in "-‐‑" and is_letter(plain, end + 1)):
        return False
    written = text[start:end]
    if name.is_abbreviation:
        return written == name.text
    if name.text[0].isupper() and not written[0].isupper():
        return False
    return not name.accents or accents_agree(name.text, written)


def begins_word(plain: str, start: int) -> bool:
    """Whether a word begins here, Arabic particles before it aside."""
    if start == 0 or not is_letter(plain, start - 1):
        return True
    if not "\u0600" <= plain[start] <= "\u06ff":
        return is_unspaced(plain[start])
    for length in range(1, LONGEST_ARABIC_PREFIX + 1):
        before = start - length
        if before < 0:
            return False
        if plain[before:start] in ARABIC_PREFIXES and (before == 0 or not is_letter(plain, before - 1)):
            return True
    return False


def is_letter(plain: str, at: int) -> bool:
    """Whether a word goes on at this place (scripts without blanks never do)."""
    return at < len(plain) and plain[at].isalnum() and not is_unspaced(plain[at])


def is_unspaced(letter: str) -> bool:
    return "\u3040" <= letter <= "\u9fff" or "\u0e00" <= letter <= "\u0eff"


@lru_cache(maxsize=50_000)
def accents_agree(name: str, written: str) -> bool:
    """Whether a text has the accents of a name; capitals may lack them, Arabic letters always vary."""
    if written.isupper() or any("\u0600" <= c <= "\u06ff" for c in written):
        return True
    return with_accents(written) == with_accents(name)


def with_accents(text: str) -> str:
    """A text as it is compared where accents count: in lower case, hyphens and apostrophes alike."""
    return " ".join(lower(text.translate(PUNCTUATION)).split())
