"""Which words of an article match, marked in its title and in the sentences around the best of them.

One highlighter for every engine: it reads the query's nodes and the article's text with the same
analysis that indexed it. It returns offsets, never HTML; ``marked_html`` escapes first and marks second.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from html import escape

import regex
from rapidfuzz.distance import OSA

from article_index.analysis import fold_pattern, pattern_regex, terms_in, tokens, word_pattern
from article_index.article import TEXT_FIELDS, Article
from article_index.query import And, Boost, Fuzzy, InField, Leaf, Node, Or, Pattern, Phrase, Word
from article_index.search import Marked

# A snippet of up to three fragments of about two lines each says why an article was found.
FRAGMENTS = 3
FRAGMENT_LENGTH = 240
# Matches beyond this part of a body do not change a snippet; it bounds the work on very long texts.
LONGEST_TEXT = 100_000

SENTENCE_END = regex.compile(r"[.!?؟。！？…]+[\"'”’»)\]]*(?:\s+|(?<=[。！？]))|\n+", regex.V1)


# A word's two forms in ``analysis.terms_in``.
EXACT, STEM = 0, 1
# A run of words as in the query: which form of each is wanted, the form, and its place.
Run = tuple[tuple[int, str, int], ...]
# Says whether an exact form is wanted.
Test = Callable[[str], bool]


@dataclass
class Wanted:
    """What to look for in one text: words and phrases as runs of forms, and tests of exact forms."""

    runs: list[Run] = field(default_factory=list)
    tests: list[Test] = field(default_factory=list)


def highlight(node: Node, article: Article) -> tuple[Marked, tuple[Marked, ...]]:
    """The title with its matches, and the best fragments of the body (its start where nothing matches)."""
    title = Marked(article.title, spans(node, "title", article.title, article.language))
    body = article.body[:LONGEST_TEXT]
    return title, fragments(body, spans(node, "body", body, article.language))


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


def spans(node: Node, name: str, text: str, language: str | None) -> tuple[tuple[int, int], ...]:
    """Where the query matches in a text of the field ``name``; in order, joined where they touch."""
    wanted = Wanted()
    stop_words: list[Run] = []
    patterns: list[str] = []
    for leaf in leaves(node, name):
        match leaf:
            case Pattern(pattern):
                patterns.append(pattern_regex(fold_pattern(pattern)))
            case Fuzzy(word, distance):
                form = next(tokens(word, None)).exact
                wanted.tests.append(partial(is_near, form, distance))
            case Word() | Phrase():
                add_runs(leaf, language, wanted, stop_words)
    if patterns:
        like = regex.compile("|".join(patterns))
        wanted.tests.append(lambda exact: like.fullmatch(exact) is not None)
    if not wanted.runs and not wanted.tests:
        wanted.runs = stop_words  # marked only where they are all there is
    if not wanted.runs and not wanted.tests:
        return ()
    return joined(matches(text, language, wanted))


def add_runs(leaf: Word | Phrase, language: str | None, wanted: Wanted, stop_words: list[Run]) -> None:
    """What a word or phrase looks for in a text of this language: its stems, or its words as written."""
    found = list(enumerate(tokens(leaf.text, language)))
    as_written = tuple((EXACT, token.exact, place) for place, token in found)
    if leaf.exact:
        runs = [as_written]
    else:
        stems = tuple((STEM, token.stem, place) for place, token in found if token.stem)
        if not stems:
            stop_words.append(as_written)
            return
        runs = [stems, tuple((EXACT, token.exact, place) for place, token in found if token.stem)]
    if isinstance(leaf, Phrase) and leaf.slop:
        runs = [(word,) for run in runs for word in run]  # its words may stand apart
    wanted.runs.extend(runs)


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


def matches(text: str, language: str | None, wanted: Wanted) -> Iterator[tuple[int, int]]:
    """Character spans of all matches in a text."""
    # Plain lists instead of tokens: this runs over every word of every hit of a page.
    places = [match.span() for match in word_pattern(text).finditer(text)]
    table = terms_in(language or "")
    terms = [table[text[start:end]] for start, end in places]
    first: tuple[dict[str, list[Run]], dict[str, list[Run]]] = ({}, {})
    for run in set(wanted.runs):
        first[run[0][0]].setdefault(run[0][1], []).append(run)
    exactly, stems = first
    for i, (exact, stem) in enumerate(terms):
        if exact in exactly or stem in stems:
            for run in (*exactly.get(exact, ()), *stems.get(stem or "", ())):
                last = run_end(terms, i, run)
                if last is not None:
                    yield places[i][0], places[last][1]
    if wanted.tests:
        alike = {
            exact for exact in {exact for exact, _ in terms} if any(test(exact) for test in wanted.tests)
        }
        for place, (exact, _) in zip(places, terms, strict=True):
            if exact in alike:
                yield place


def run_end(terms: list[tuple[str, str | None]], i: int, run: Run) -> int | None:
    """The index of a phrase's last word if it stands at ``i``; None if it does not."""
    offset = i - run[0][2]
    for form, key, place in run:
        at = place + offset
        if at >= len(terms) or terms[at][form] != key:
            return None
    return run[-1][2] + offset


def joined(pairs: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Spans in order, overlapping ones joined."""
    result: list[tuple[int, int]] = []
    for start, end in sorted(pairs):
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return tuple(result)


def fragments(text: str, found: tuple[tuple[int, int], ...]) -> tuple[Marked, ...]:
    """The sentences with the most matches, in the order of the text; its start where there are none."""
    pieces = sentences(text)
    if not pieces:
        return ()
    scored = []
    for start, end in pieces:
        inside = tuple((a - start, b - start) for a, b in found if start <= a and b <= end)
        different = len({text[start + a : start + b].lower() for a, b in inside})
        scored.append((different, len(inside), Marked(text[start:end], inside)))
    best = sorted(range(len(scored)), key=lambda i: (-scored[i][0], -scored[i][1], i))[:FRAGMENTS]
    chosen = [i for i in sorted(best) if scored[i][0]] or [0]
    return tuple(cut(scored[i][2]) for i in chosen)


def sentences(text: str) -> list[tuple[int, int]]:
    """The spans of a text's sentences, without blanks at their ends."""
    result = []
    start = 0
    for match in (*SENTENCE_END.finditer(text), None):
        end = match.end() if match else len(text)
        stripped = text[start:end].strip()
        if stripped:
            begin = text.index(stripped[0], start)
            result.append((begin, begin + len(stripped)))
        start = end
    return result


def cut(marked: Marked) -> Marked:
    """A long sentence cut around its first match, between words, with an ellipsis where text is missing."""
    text = marked.text
    if len(text) <= FRAGMENT_LENGTH:
        return marked
    first = marked.spans[0][0] if marked.spans else 0
    start = max(0, first - FRAGMENT_LENGTH // 3)
    end = min(len(text), start + FRAGMENT_LENGTH)
    if start:
        blank = text.find(" ", start, first)
        start = blank + 1 if blank >= 0 else start
    if end < len(text):
        blank = text.rfind(" ", start, end)
        end = blank if blank > first else end
    before = "… " if start else ""
    shift = len(before) - start
    inside = tuple((a + shift, min(b, end) + shift) for a, b in marked.spans if start <= a < end)
    return Marked(before + text[start:end] + (" …" if end < len(text) else ""), inside)
