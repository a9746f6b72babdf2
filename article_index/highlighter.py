"""Which words of an article match, marked in its title and in the sentences around the best of them.

One highlighter for every engine: it reads the query's nodes and the article's text with the same
analysis that indexed it. It returns offsets, never HTML; ``marked_html`` escapes first and marks second.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import escape

import regex

from article_index.analysis import fold_pattern, pattern_regex, terms_in, tokens, word_pattern
from article_index.article import TEXT_FIELDS, Article
from article_index.query import And, InField, Node, Or, Pattern, Phrase, Word
from article_index.search import Marked

# A snippet of up to three fragments of about two lines each says why an article was found.
FRAGMENTS = 3
FRAGMENT_LENGTH = 240
# Matches beyond this part of a body do not change a snippet; it bounds the work on very long texts.
LONGEST_TEXT = 100_000

SENTENCE_END = regex.compile(r"[.!?؟。！？…]+[\"'”’»)\]]*(?:\s+|(?<=[。！？]))|\n+", regex.V1)


# A run of words as in the query: keys (stems, or exact forms of stop words) with their places.
Run = tuple[tuple[int, str], ...]


@dataclass
class Wanted:
    """What to look for in one text: words and phrases as runs of keys, patterns of exact forms."""

    runs: list[Run] = field(default_factory=list)
    patterns: list["regex.Pattern[str]"] = field(default_factory=list)


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
    for leaf in leaves(node, name):
        if isinstance(leaf, Pattern):
            wanted.patterns.append(regex.compile(pattern_regex(fold_pattern(leaf.text))))
            continue
        found = list(enumerate(tokens(leaf.text, language)))
        content = tuple((place, token.stem) for place, token in found if token.stem)
        written = tuple((place, token.exact) for place, token in found if token.stem)
        if not content:
            stop_words.append(tuple((place, token.exact) for place, token in found))
        elif isinstance(leaf, Phrase) and leaf.slop:
            wanted.runs.extend((word,) for word in (*content, *written))  # its words may stand apart
        else:
            wanted.runs.extend({content, written})
    if not wanted.runs and not wanted.patterns:
        wanted.runs = stop_words  # marked only where they are all there is
    if not wanted.runs and not wanted.patterns:
        return ()
    return joined(matches(text, language, wanted))


def leaves(node: Node, name: str) -> Iterator[Word | Phrase | Pattern]:
    """What a text of this field may match: negated parts and other fields aside."""
    match node:
        case Word() | Phrase() | Pattern():
            yield node
        case InField(field, leaf) if field == name or field not in TEXT_FIELDS:
            yield leaf
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
    first: dict[str, list[Run]] = {}
    for run in wanted.runs:
        first.setdefault(run[0][1], []).append(run)
    for i, forms in enumerate(terms):
        for run in (run for form in set(forms) for run in first.get(form or "", ())):
            last = run_end(terms, i, run)
            if last is not None:
                yield places[i][0], places[last][1]
    if wanted.patterns:
        for place, (exact, _) in zip(places, terms, strict=True):
            if any(pattern.fullmatch(exact) for pattern in wanted.patterns):
                yield place


def run_end(terms: list[tuple[str, str | None]], i: int, run: Run) -> int | None:
    """The index of a phrase's last word if it stands at ``i``; None if it does not."""
    offset = i - run[0][0]
    for place, key in run:
        at = place + offset
        if at >= len(terms) or key not in terms[at]:
            return None
    return run[-1][0] + offset


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
