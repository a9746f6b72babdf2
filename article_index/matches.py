"""Which places of a text a query matches: the same analysis that indexed it, read over its words.

It runs over every word of every hit of a page, so that what a word means to a query is found out once.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial
from itertools import islice

import regex
from rapidfuzz.distance import OSA

from article_index.analysis import (
    PLAIN_WORD,
    Terms,
    different_words,
    fold_pattern,
    pattern_regex,
    terms_in,
    tokens,
    word_pattern,
)
from article_index.article import TEXT_FIELDS
from article_index.query import And, Boost, Fuzzy, InField, Leaf, Node, Or, Pattern, Phrase, Word
from vocabulary.folding import fold, lower

# A word's two forms in ``analysis.terms_in``.
EXACT, STEM = 0, 1
# A run of words as in the query: which form of each is wanted, the form, and its place.
Run = tuple[tuple[int, str, int], ...]
# What cuts a text into words.
WordPattern = re.Pattern[str] | regex.Pattern[str]
# Says whether an exact form is wanted.
Test = Callable[[str], bool]
# Languages whose stemmers take beginnings away or change them; in the others a stem begins as its word does.
CHANGED_BEGINNINGS = frozenset({"ar", "id", "nl", "tr"})
# The first letter of Hebrew, behind which the scripts come that write words otherwise than Greek.
OTHER_SCRIPTS = "\u0590"


@dataclass(frozen=True, slots=True)
class Match:
    """A place that matches, and which part of the query it is (by its number)."""

    start: int
    end: int
    part: int


@dataclass
class Wanted:
    """What a query looks for in a field's texts of a language: runs of forms, and tests of exact forms."""

    language: str
    runs: list[tuple[int, Run]] = field(default_factory=list)
    tests: list[tuple[int, Test]] = field(default_factory=list)
    # What the words that pass the tests begin with; empty where it may be anything.
    beginnings: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.runs or self.tests)

    @cached_property
    def table(self) -> Terms:
        """The language's words in their two forms."""
        return terms_in(self.language)

    @cached_property
    def first(self) -> tuple[frozenset[str], frozenset[str]]:
        """The forms as written and the stems that a run begins with."""
        exact, stems = (
            frozenset(run[0][1] for _, run in self.runs if run[0][0] == form) for form in (EXACT, STEM)
        )
        return exact, stems

    @cached_property
    def letters(self) -> frozenset[str] | None:
        """The letters that words with a match begin with; None where that can't be told."""
        if self.language in CHANGED_BEGINNINGS or not all(self.beginnings):
            return None
        return frozenset(form[0] for forms in (*self.first, self.beginnings) for form in forms) | {""}

    def among(self, words: set[str]) -> set[str]:
        """Those of the words where a match may begin."""
        if self.letters is not None:
            # Most words differ in their first letter, and need not be stemmed to know.
            words = {word for word in words if LETTERS[word[0]] in self.letters}
        return {word for word in words if self.begins(word)}

    def begins(self, word: str) -> bool:
        """Whether a run begins with a word, or a test wants it."""
        exact, stem = self.table[word]
        exactly, stems = self.first
        return exact in exactly or stem in stems or any(test(exact) for _, test in self.tests)


class FirstLetters(dict[str, str]):
    """A word's first letter as its forms have it, by the letter as written; empty where the letter alone does
    not tell: letters of other scripts may join with the next.
    """

    def __missing__(self, letter: str) -> str:
        folded = fold(lower(letter)) if letter < OTHER_SCRIPTS else ""
        self[letter] = folded[0] if folded.isalnum() else ""
        return self[letter]


LETTERS = FirstLetters()


def matches(node: Node, name: str, text: str, language: str | None) -> list[Match]:
    """Where a query matches in a text of the field ``name``, in order of the places; they may overlap."""
    looked_for = wanted(node, name, language or "")
    if not looked_for:
        return []
    pattern = word_pattern(text)
    words = looked_for.among(different_words(text))
    if not words:
        return []
    places = plain_places(text, words) if pattern is PLAIN_WORD else all_places(pattern, text, words)
    found = [match for start, end in places for match in matches_at(looked_for, pattern, text, start, end)]
    return sorted(found, key=lambda match: (match.start, match.end, match.part))


def matches_at(looked_for: Wanted, pattern: WordPattern, text: str, start: int, end: int) -> Iterator[Match]:
    """What matches from one word on."""
    exact, _ = looked_for.table[text[start:end]]
    for part, test in looked_for.tests:
        if test(exact):
            yield Match(start, end, part)
    for part, run in looked_for.runs:
        last = run_end(looked_for.table, pattern, text, start, run)
        if last is not None:
            yield Match(start, last, part)


def run_end(table: Terms, pattern: WordPattern, text: str, start: int, run: Run) -> int | None:
    """Where a run ends if it stands at ``start``; None if it does not."""
    first, last = run[0][2], run[-1][2]
    wanted_at = {place - first: (form, key) for form, key, place in run}
    end = None
    found: Iterator[re.Match[str] | regex.Match[str]] = pattern.finditer(text, start)
    for offset, match in enumerate(islice(found, last - first + 1)):
        form, key = wanted_at.get(offset, (EXACT, None))
        if key is not None and table[text[slice(*match.span())]][form] != key:
            return None
        end = match.end() if offset == last - first else None
    return end


def plain_places(text: str, words: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where the words stand in a plain text as words of their own: looked for as strings, which is fast."""
    for word in words:
        start = text.find(word)
        while start >= 0:
            end = start + len(word)
            if not (start and text[start - 1].isalnum()) and not (end < len(text) and text[end].isalnum()):
                yield start, end
            start = text.find(word, end)


def all_places(pattern: WordPattern, text: str, words: set[str]) -> Iterator[tuple[int, int]]:
    """Where the words stand in any text."""
    for match in pattern.finditer(text):
        if match[0] in words:
            yield match.span()


@lru_cache(maxsize=64)
def wanted(node: Node, name: str, language: str) -> Wanted:
    """What a query looks for in the texts of a field in a language."""
    made = Wanted(language)
    stop_words: list[tuple[int, Run]] = []
    for part, leaf in enumerate(leaves(node, name)):
        match leaf:
            case Pattern(pattern):
                folded = fold_pattern(pattern)
                made.tests.append((part, partial(is_like, regex.compile(pattern_regex(folded)))))
                made.beginnings.append(folded.partition("*")[0].partition("?")[0])
            case Fuzzy(word, distance):
                form = next(tokens(word, None)).exact
                made.tests.append((part, partial(is_near, form, distance)))
                made.beginnings.append("")
            case Word() | Phrase():
                runs = runs_of(leaf, language)
                if runs:
                    made.runs += [(part, run) for run in runs]
                else:
                    stop_words.append((part, as_written(leaf.text, language)))
    if not made:
        made.runs = stop_words  # marked only where they are all there is
    return made


def runs_of(leaf: Word | Phrase, language: str) -> list[Run]:
    """What a word or phrase looks for in a text of this language: its stems, or its words as written; nothing
    where all are stop words.
    """
    if leaf.exact:
        runs = [as_written(leaf.text, language)]
    else:
        found = [(token, place) for place, token in enumerate(tokens(leaf.text, language)) if token.stem]
        if not found:
            return []
        stems = tuple((STEM, token.stem or "", place) for token, place in found)
        runs = [stems, tuple((EXACT, token.exact, place) for token, place in found)]
    if isinstance(leaf, Phrase) and leaf.slop:
        return [(word,) for run in runs for word in run]  # its words may stand apart
    return list(dict.fromkeys(runs))


def as_written(text: str, language: str) -> Run:
    """The words of a text as they stand."""
    return tuple((EXACT, token.exact, place) for place, token in enumerate(tokens(text, language)))


def is_like(pattern: WordPattern, exact: str) -> bool:
    """Whether a word is as a pattern says."""
    return pattern.fullmatch(exact) is not None


def is_near(form: str, distance: int, exact: str) -> bool:
    """Whether a word is so many edits from another, as the engines count them."""
    if abs(len(form) - len(exact)) > distance:
        return False
    return OSA.distance(form, exact, score_cutoff=distance) <= distance


def leaves(node: Node, name: str) -> Iterator[Leaf]:
    """What a text of this field may match: negated parts and other fields aside."""
    match node:
        case Word() | Phrase() | Pattern() | Fuzzy():
            yield node
        case InField(field, leaf) if field == name or field not in TEXT_FIELDS:
            yield leaf
        case Boost(part):
            yield from leaves(part, name)
        case And(nodes) | Or(nodes):
            for part in nodes:
                yield from leaves(part, name)
        case _:
            return
