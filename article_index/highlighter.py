"""Which words of an article match, marked in its title and in the sentences around the best of them.

One highlighter for every engine: it reads the query's nodes and the article's text with the same
analysis that indexed it. It returns offsets, never HTML; ``marked_html`` escapes first and marks second.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache, partial
from html import escape
from itertools import count, islice

from rapidfuzz.distance import OSA

from article_index.analysis import (
    CHANGED_BEGINNINGS,
    LETTERS,
    Terms,
    WordMatch,
    WordPattern,
    different_words,
    fold_pattern,
    is_plain,
    pattern_regex,
    terms_in,
    tokens,
    word_pattern,
    words,
)
from article_index.article import TEXT_FIELDS, Article
from article_index.fragments import Match, fragments
from article_index.query import And, Boost, Fuzzy, InField, Leaf, Node, Or, Pattern, Phrase, Word
from article_index.search import Marked

# Matches beyond this part of a body do not change a snippet; it bounds the work on very long texts.
LONGEST_TEXT = 100_000
# Queries whose parts are kept ready: those of the pages that are being made, in their articles' languages.
PREPARED = 256

# A word's two forms in ``analysis.terms_in``.
EXACT, STEM = 0, 1
# A run of words as in the query: which form of each is wanted, the form, and its place.
Run = tuple[tuple[int, str, int], ...]
# Says whether an exact form is wanted.
Test = Callable[[str], bool]


@dataclass
class Wanted:
    """What to look for in one text, each with the bit that stands for its part of the query.

    Words and phrases are runs of forms, by the first of them; patterns and similar words are tests.
    """

    exactly: dict[str, list[tuple[Run, int]]] = field(default_factory=dict)
    stems: dict[str, list[tuple[Run, int]]] = field(default_factory=dict)
    tests: list[tuple[Test, int]] = field(default_factory=list)

    # What the words that pass the tests begin with; empty where it may be anything.
    beginnings: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.exactly or self.stems or self.tests)

    def letters(self, language: str | None) -> frozenset[str] | None:
        """The first letters of words that may match; None where that can't be told."""
        if language in CHANGED_BEGINNINGS or not all(self.beginnings):
            return None
        forms = (*self.exactly, *self.stems, *self.beginnings)
        return frozenset(form[0] for form in forms) | {""}

    def add(self, run: Run, part: int) -> None:
        form, key, _ = run[0]
        runs = (self.exactly, self.stems)[form].setdefault(key, [])
        if (run, part) not in runs:
            runs.append((run, part))


def highlight(node: Node, article: Article) -> tuple[Marked, tuple[Marked, ...]]:
    """The title with its matches, and the best fragments of the body (its start where nothing matches)."""
    found = matches(article.title, article.language, wanted(node, "title", article.language))
    title = Marked(article.title, tuple((match.start, match.end) for match in found))
    body = article.body[:LONGEST_TEXT]
    return title, fragments(body, matches(body, article.language, wanted(node, "body", article.language)))


def marked_html(marked: Marked) -> str:
    """The text as HTML: escaped, with ``<mark>`` around what matched."""
    pieces: list[str] = []
    position = 0
    for start, end in marked.spans:
        pieces.append(escape(marked.text[position:start]))
        pieces.append(f"<mark>{escape(marked.text[start:end])}</mark>")
        position = end
    pieces.append(escape(marked.text[position:]))
    return "".join(pieces)


@lru_cache(maxsize=PREPARED)
def wanted(node: Node, name: str, language: str | None) -> Wanted:
    """What a query looks for in texts of the field ``name`` in a language."""
    found, stop_words = Wanted(), Wanted()
    part = (1 << number for number in count())
    for leaf in dict.fromkeys(leaves(node, name)):
        match leaf:
            case Pattern(pattern):
                folded = fold_pattern(pattern)
                found.tests.append((partial(is_like, re.compile(pattern_regex(folded))), next(part)))
                found.beginnings.append(folded.partition("*")[0].partition("?")[0])
            case Fuzzy(word, distance):
                form = next(tokens(word, None)).exact
                found.tests.append((partial(is_near, form, distance), next(part)))
                found.beginnings.append("")
            case Word() | Phrase():
                add_runs(leaf, language, part, found, stop_words)
    return found or stop_words  # marked only where they are all there is


def add_runs(
    leaf: Word | Phrase, language: str | None, part: Iterator[int], found: Wanted, stop_words: Wanted
) -> None:
    """What a word or phrase looks for in a text of this language: its stems, or its words as written."""
    placed = list(enumerate(tokens(leaf.text, language)))
    as_written = tuple((EXACT, token.exact, place) for place, token in placed)
    stems = tuple((STEM, token.stem, place) for place, token in placed if token.stem)
    if leaf.exact:
        runs = [as_written]
    elif not stems:
        stop_words.add(as_written, next(part))
        return
    else:
        runs = [stems, tuple((EXACT, token.exact, place) for place, token in placed if token.stem)]
    if isinstance(leaf, Phrase) and leaf.slop:
        for forms in zip(*runs, strict=True):  # its words may stand apart
            one = next(part)
            for form in forms:
                found.add((form,), one)
        return
    one = next(part)
    for run in runs:
        found.add(run, one)


def is_like(pattern: re.Pattern[str], exact: str) -> bool:
    """Whether a word is of a pattern."""
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


def matches(text: str, language: str | None, wanted: Wanted) -> list[Match]:
    """All matches in a text, in order, joined where they touch."""
    if not wanted:
        return []
    # This runs over every word of every hit of a page. Its different words are half as many, most begin with
    # another letter, and only where those stand that match is worth knowing.
    table = terms_in(language or "")
    exactly, stems, tests = wanted.exactly, wanted.stems, wanted.tests
    begins: dict[str, list[tuple[Run, int]]] = {}
    different = different_words(text)
    letters = wanted.letters(language)
    if letters is not None:
        different = {word for word in different if LETTERS[word[0]] in letters}
    for word in [word for word in different if (forms := table[word])[0] in exactly or forms[1] in stems]:
        exact, stem = table[word]
        begins[word] = [*exactly.get(exact, ()), *stems.get(stem or "", ())]
    for test, part in tests:
        for word in different:
            exact, _ = table[word]
            if test(exact):
                begins.setdefault(word, []).append((((EXACT, exact, 0),), part))
    if not begins:
        return []
    result = []
    pattern = word_pattern(text)
    for start, word in places(text, begins):
        for run, part in begins[word]:
            end = start + len(word) if len(run) == 1 else run_end(pattern, text, table, start, run)
            if end is not None:
                result.append(Match(start, end, part))
    return joined(result)


def places(text: str, among: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Where some of the words of a text stand in it."""
    if is_plain(text):
        for word in among:
            start = text.find(word)
            while start >= 0:
                end = start + len(word)
                if not text[start - 1 : start].isalnum() and not text[end : end + 1].isalnum():
                    yield start, word
                start = text.find(word, end)
        return
    end = 0
    for word in words(text):
        start = text.index(word, end)
        end = start + len(word)
        if word in among:
            yield start, word


def run_end(pattern: WordPattern, text: str, table: Terms, start: int, run: Run) -> int | None:
    """Where a phrase ends if it stands at ``start``; None if it does not."""
    following: Iterator[WordMatch] = pattern.finditer(text, start)
    at, end = run[0][2] - 1, start
    for form, key, place in run:
        # Stop words within the phrase are passed over, whatever they are.
        match = next(islice(following, place - at - 1, None), None)
        if match is None or table[match[0]][form] != key:
            return None
        at, end = place, match.end()
    return end


def joined(found: list[Match]) -> list[Match]:
    """Matches in order, overlapping ones joined."""
    result: list[Match] = []
    for match in sorted(found, key=lambda match: match.start):
        last = result[-1] if result else None
        if last and match.start <= last.end:
            result[-1] = Match(last.start, max(match.end, last.end), last.parts | match.parts)
        else:
            result.append(match)
    return result
