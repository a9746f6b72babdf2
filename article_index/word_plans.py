"""Words, phrases and patterns as index terms: the one place where a query's words meet analysis.

A word is looked for by its stem in each language's articles, and as written. Where only the articles matter
and not their scores, that is one look-up in the set of all words; scores come from the text fields.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import assert_never

from article_index.analysis import ANALYSED_LANGUAGES, fold_pattern, tokens
from article_index.article import TEXT_FIELDS
from article_index.index_document import EXACT, STEMS, WORDS, as_written, stem_in
from article_index.plan import (
    Best,
    Every,
    Plan,
    Some,
    Term,
    TermLike,
    TermPattern,
    TermPhrase,
    ValueIn,
    Weighted,
)
from article_index.query import Fuzzy, InField, Leaf, Node, Pattern, Phrase, Word
from article_index.ranking import Ranking

# Terms with their positions.
Terms = tuple[tuple[int, str], ...]


# Stands for all languages without analysis among those of a reading.
OTHERS = ""


@dataclass(frozen=True)
class Reading:
    """How a text reads in some languages; without terms where all words are stop words."""

    languages: tuple[str, ...]
    terms: Terms

    @property
    def in_set(self) -> tuple[str, ...]:
        """The first of the terms, as each language's articles have it in the set of their words."""
        return tuple(stem_in(language, self.terms[0][1]) for language in self.languages)


@lru_cache(maxsize=10_000)
def readings(text: str) -> tuple[Reading, ...]:
    """The different readings of a text."""
    languages: dict[Terms, list[str]] = defaultdict(list)
    for language in (OTHERS, *ANALYSED_LANGUAGES):
        languages[stems_of(text, language)].append(language)
    return tuple(Reading(tuple(names), terms) for terms, names in languages.items())


def stems_of(text: str, language: str) -> Terms:
    """The stems of a text with their positions; stop words leave gaps."""
    return tuple((i, token.stem) for i, token in enumerate(tokens(text, language)) if token.stem)


def is_stop_word_somewhere(node: Node) -> bool:
    """Whether a leaf is nothing but stop words in some language (or no leaf that could be content)."""
    match node:
        case (
            Word(text, False)
            | Phrase(text, _, False)
            | InField(_, Word(text, False) | Phrase(text, _, False))
        ):
            return any(not reading.terms for reading in readings(text))
        case _:
            return False


def leaf_plan(fields: tuple[str, ...], leaf: Leaf, ranking: Ranking | None, neutral_stop_words: bool) -> Plan:
    """A word, phrase or pattern in the best of some text fields; without a ranking nothing is scored."""
    in_these = Fields(fields, ranking)
    match leaf:
        case Word(text, True):
            return in_these.as_written(text, 0)
        case Word(text):
            return in_these.inflected(text, 0, neutral_stop_words)
        case Phrase(text, slop, True):
            return in_these.as_written(text, slop)
        case Phrase(text, slop):
            return in_these.inflected(text, slop, neutral_stop_words)
        case Pattern(text):
            pattern = fold_pattern(text)
            return in_these.best(lambda name: TermPattern(name + EXACT, pattern))
        case Fuzzy(text, distance):
            return in_these.best(lambda name: TermLike(name + EXACT, exact_form(text), distance))
        case _:
            assert_never(leaf)


@dataclass(frozen=True)
class Fields:
    """Some text fields, of which the best counts; without a ranking, any of which is enough."""

    names: tuple[str, ...]
    ranking: Ranking | None

    def inflected(self, text: str, slop: int, neutral_stop_words: bool) -> Plan:
        """A word or phrase by its stems in each language, or else as written without accents.

        Stemmers read accents, readers leave them out: ``policia`` and ``Policía`` have one exact form and two
        stems. In languages where all words are stop words, every article is found if these are neutral.
        """
        every = readings(text)
        read = [reading for reading in every if reading.terms]
        found: list[Plan] = []
        if neutral_stop_words:
            spoken = tuple(name for reading in every if not reading.terms for name in reading.languages)
            found += [ValueIn("language", spoken)] if spoken else []
        if self.in_set(text):
            words = (name for reading in read for name in reading.in_set)
            found.append(ValueIn(WORDS, (as_written(exact_form(text)), *words)))
            return found[0] if len(found) == 1 else Some(tuple(found))
        if len(every) == 1:
            return self.terms(STEMS, every[0].terms, slop)
        found += [
            Every((self.terms(STEMS, reading.terms, slop), ValueIn(WORDS, reading.in_set)))
            for reading in read
        ]
        written = self.as_written(text, slop)
        weight = self.ranking.exact if self.ranking else 1.0
        return Some((*found, written if weight == 1 else Weighted(weight, written)))

    def as_written(self, text: str, slop: int) -> Plan:
        """The words as written, without inflections."""
        if self.in_set(text):
            return ValueIn(WORDS, (as_written(exact_form(text)),))
        return self.terms(EXACT, tuple((i, token.exact) for i, token in enumerate(tokens(text, None))), slop)

    def in_set(self, text: str) -> bool:
        """Whether a look-up in the set of words answers: one word anywhere, without a score."""
        return self.ranking is None and self.names == TEXT_FIELDS and len(list(tokens(text, None))) == 1

    def terms(self, form: str, terms: Terms, slop: int) -> Plan:
        """A term, or several as a phrase, in one of a word's two forms."""
        if len({term for _, term in terms}) < len(terms):
            slop = 0  # engines differ on whether a repeated word may stand for itself in a loose phrase
        if len(terms) == 1:
            return self.best(lambda name: Term(name + form, terms[0][1]))
        return self.best(lambda name: TermPhrase(name + form, terms, slop))

    def best(self, made: Callable[[str], Plan]) -> Plan:
        """The best of the fields, each by its weight; a single field is searched without."""
        if len(self.names) == 1:
            return made(self.names[0])
        if self.ranking is None:
            return Some(tuple(map(made, self.names)))
        weights = tuple((self.ranking.weight(name), made(name)) for name in self.names)
        return Best(weights, self.ranking.tie_breaker)


def exact_form(word: str) -> str:
    """A word's form as written."""
    return next(tokens(word, None)).exact
