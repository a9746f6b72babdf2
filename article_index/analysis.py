"""How text becomes terms: one table per language, ours, so that every engine answers alike.

A text is cut into words (one letter at a time where the script writes no blanks), each word is
lower-cased and folded to its *exact* form, and, by the article's language, stemmed to its *stem*
or dropped as a stop word. Engines get terms, never text: Elasticsearch and tantivy then hold the same
postings and score with the same BM25. Stemmers are Snowball's (https://snowballstem.org).
"""

import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Union

import regex
import Stemmer

from article_index.stop_words import STOP_WORDS
from vocabulary.folding import fold, lower

# Snowball algorithm per language (ISO 639-1). Languages that are not here are folded, not stemmed.
STEMMERS: dict[str, str] = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "fi": "finnish", "fr": "french", "hu": "hungarian", "id": "indonesian",
    "it": "italian", "nl": "dutch", "no": "norwegian", "pt": "portuguese", "ro": "romanian",
    "ru": "russian", "sv": "swedish", "tr": "turkish",
}  # fmt: skip
STEMMERS["nb"] = STEMMERS["nn"] = STEMMERS["no"]
# Languages whose words have stems or stop words of their own.
ANALYSED_LANGUAGES = tuple(sorted(STEMMERS.keys() | STOP_WORDS.keys()))
# Languages whose stemmers take beginnings away or change them; in the others a stem begins as its word does.
CHANGED_BEGINNINGS = frozenset({"ar", "id", "nl", "tr"})

# Scripts without blanks between words: each letter (with its marks) is a word, and what a reader
# types as one word is searched as a phrase of them. Khmer, Lao, Myanmar beside those of the issue.
UNSPACED = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
# Invisible characters that stand inside of words and do not divide them: a possible break, and joiners.
INVISIBLE = "\u00ad\u200d\u2060\ufeff"
WORD = regex.compile(
    rf"[{UNSPACED}]\p{{M}}*"
    rf"|[\p{{L}}\p{{N}}--[{UNSPACED}]](?:[{INVISIBLE}]*[\p{{L}}\p{{M}}\p{{N}}--[{UNSPACED}]])*",
    regex.V1,
)
NOTHING = dict.fromkeys(map(ord, " " + INVISIBLE))
# Equal to WORD on text without these: marks, joiners, and other scripts than those of Europe and Arabic.
NOT_PLAIN = re.compile(
    "[\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u1dff"
    "\u200d\u2060\u2080-\u209f\u20d0-\u20ff\u2c00-\U0010ffff]"
)
PLAIN_WORD = re.compile(r"[^\W_]+")
WordMatch = Union["re.Match[str]", "regex.Match[str]"]
WordPattern = Union["re.Pattern[str]", "regex.Pattern[str]"]
# ASCII with blanks for all else: split, it gives the same words another four times as fast.
ASCII_WORDS = "".join(chr(code) if chr(code).isalnum() else " " for code in range(128))
# The signs beyond ASCII that stand in most English texts.
TYPOGRAPHIC = "’‘“”–—…\u00a0"
# The first letter of Hebrew, behind which the scripts come that write words otherwise than Greek.
OTHER_SCRIPTS = "\u0590"
ONE_UNSPACED = regex.compile(rf"[{UNSPACED}]")
PATTERN = regex.compile(rf"[\p{{L}}\p{{M}}\p{{N}}*?--[{UNSPACED}]]+", regex.V1)
# A pattern needs this many letters, or it would list half of the index's words.
MIN_PATTERN_LETTERS = 2
# Both engines turn a pattern into an automaton and refuse one of too many states: with these bounds even
# the worst (a star, a four-byte letter, question marks) stays below tantivy's 1,000.
MAX_PATTERN_LENGTH = 32
MAX_WILDCARDS = 3
# Longer words are cut: nobody types them, and engines refuse terms beyond some 32 kB.
MAX_WORD = 80


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: its place, its exact form, and its stem (None for a stop word)."""

    start: int
    end: int
    exact: str
    stem: str | None


def tokens(text: str, language: str | None) -> Iterator[Token]:
    """The words of a text in order, with character offsets into that text."""
    terms = terms_in(language or "")
    for match in word_pattern(text).finditer(text):
        exact, stem = terms[match[0]]
        yield Token(match.start(), match.end(), exact, stem)


def words(text: str) -> list[str]:
    """The words of a text in order, as written."""
    if text.isascii():
        return text.translate(ASCII_WORDS).split()
    found: list[str] = word_pattern(text).findall(text)
    return found


def different_words(text: str) -> set[str]:
    """The different words of a text; in most English texts twice as fast as by ``words``."""
    if not text.isascii():
        bare = text
        for sign in TYPOGRAPHIC:
            bare = bare.replace(sign, " ")
        if bare.isascii():
            return set(words(bare))
    return set(words(text))


class FirstLetters(dict[str, str]):
    """A word's first letter as its forms have it, by the letter as written; empty where the letter alone does
    not tell: letters of other scripts may join with the next.
    """

    def __missing__(self, letter: str) -> str:
        folded = fold(lower(letter)) if letter < OTHER_SCRIPTS else ""
        self[letter] = folded[0] if folded.isalnum() else ""
        return self[letter]


LETTERS = FirstLetters()


def word_pattern(text: str) -> WordPattern:
    """What matches the words of this text: for plain text the same words four times as fast."""
    return PLAIN_WORD if is_plain(text) else WORD


def is_plain(text: str) -> bool:
    """Whether words are all that ``str.isalnum`` says they are."""
    return text.isascii() or not NOT_PLAIN.search(text)


def has_words(text: str) -> bool:
    """Whether there is anything in the text that can be searched."""
    return WORD.search(text) is not None


def is_unspaced(word: str) -> bool:
    """Whether a word is a letter of a script that writes no blanks."""
    return not word.isascii() and ONE_UNSPACED.match(word) is not None


def has_wildcards(text: str) -> bool:
    """Whether a word as typed is meant as a prefix or wildcard."""
    return ("*" in text or "?" in text) and PATTERN.fullmatch(text) is not None


def is_pattern(text: str) -> bool:
    """Whether a word as typed is a prefix or wildcard that can be searched."""
    wildcards = text.count("*") + text.count("?")
    return (
        has_wildcards(text)
        and len(text) - wildcards >= MIN_PATTERN_LETTERS
        and wildcards <= MAX_WILDCARDS
        and len(text) <= MAX_PATTERN_LENGTH
    )


class Terms(dict[str, tuple[str, str | None]]):
    """The terms of a language's words, filled as they are met: ``terms_in("fr")["policiers"]``.

    News repeats its words, so that some 98 of 100 are here already; a plain dictionary answers five
    times as fast as ``lru_cache``. It starts anew when it is full, which bounds memory (~20 MB each).
    """

    FULL = 100_000

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    def __missing__(self, word: str) -> tuple[str, str | None]:
        if len(self) >= self.FULL:
            self.clear()
        terms = self[word] = terms_of(word, self.language)
        return terms


@cache
def terms_in(language: str) -> Terms:
    """The dictionary of a language's terms; ``""`` for text in no known language."""
    return Terms(language)


def terms_of(word: str, language: str) -> tuple[str, str | None]:
    """The exact form and the stem of one word; the stem is None for a stop word of the language."""
    # A ligature of a whole phrase (ﷺ) lowers to words with blanks between them, but is one term.
    lowered = lower(word).translate(NOTHING)
    # Nothing is left of a word that is only marks (a stretched line, ـــ): it stays as it is.
    exact = fold(lowered)[:MAX_WORD] or lowered[:MAX_WORD]
    if exact in stop_words(language):
        return exact, None
    algorithm = STEMMERS.get(language)
    if algorithm is None:
        return exact, exact
    return exact, fold(stemmer(algorithm).stemWord(lowered[:MAX_WORD])) or exact


@cache
def stop_words(language: str) -> frozenset[str]:
    """The folded stop words of a language; none where we have no list."""
    return frozenset(fold(lower(word)) for word in STOP_WORDS.get(language, "").split())


_stemmers = threading.local()


def stemmer(algorithm: str) -> Stemmer.Stemmer:
    """The Snowball stemmer of this thread: PyStemmer's objects are not safe to share between threads."""
    mine: dict[str, Stemmer.Stemmer] | None = getattr(_stemmers, "mine", None)
    if mine is None:
        mine = _stemmers.mine = {}
    if algorithm not in mine:
        mine[algorithm] = Stemmer.Stemmer(algorithm, 0)
    return mine[algorithm]


def pattern_regex(folded: str) -> str:
    """A folded pattern as a regular expression over exact forms; only ``*`` and ``?`` have a meaning."""
    return "".join({"*": ".*", "?": "."}.get(c) or regex.escape(c) for c in folded)


def fold_pattern(pattern: str) -> str:
    """The pattern in the form that words are indexed in."""
    return regex.sub(r"\*+", "*", fold(lower(pattern)))
