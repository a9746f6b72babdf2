"""An article's title with what matches in it, and the sentences of its text around the best matches.

One highlighter for every engine. It returns offsets, never HTML; ``marked_html`` escapes first and marks
second, so that nothing of an article ever becomes part of a page's code.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from unicodedata import category

from article_index.analysis import is_unspaced
from article_index.article import Article
from article_index.matches import Match, matches
from article_index.query import Node
from article_index.search import Marked
from article_index.sentences import ends_as_sentence, sentence_around

# A snippet of up to three fragments of about two lines each says why an article was found.
FRAGMENTS = 3
FRAGMENT_LENGTH = 240
# Matches beyond this part of a body do not change a snippet; it bounds the work on very long texts.
LONGEST_TEXT = 100_000
# Sentences with a match that are compared: beyond these, none would be chosen for being better.
MOST_SENTENCES = 200
JOINER = "\u200d"
Span = tuple[int, int]


@dataclass(frozen=True)
class Sentence:
    """A sentence of a text and the matches in it."""

    start: int
    end: int
    found: tuple[Match, ...] = ()


def highlight(node: Node, article: Article) -> tuple[Marked, tuple[Marked, ...]]:
    """The title with its matches, and the best fragments of the body (its start where nothing matches)."""
    title = Marked(article.title, joined(matches(node, "title", article.title, article.language)))
    body = article.body[:LONGEST_TEXT]
    return title, fragments(body, matches(node, "body", body, article.language))


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


def joined(found: Iterable[Match]) -> tuple[Span, ...]:
    """The spans of matches in order, overlapping ones joined."""
    result: list[Span] = []
    for match in found:
        if result and match.start <= result[-1][1]:
            result[-1] = (result[-1][0], max(match.end, result[-1][1]))
        else:
            result.append((match.start, match.end))
    return tuple(result)


def fragments(text: str, found: list[Match]) -> tuple[Marked, ...]:
    """The best sentences with matches, in the order of the text; its start where there are none."""
    if not text.strip():
        return ()
    if not found:
        begin = len(text) - len(text.lstrip())
        return (fragment(text, Sentence(*sentence_around(text, begin, begin + 1))),)
    # Most different parts of the query first; whole sentences before headings and lines of menus.
    best = sorted(
        sentences_with(text, found),
        key=lambda one: (
            -len({match.part for match in one.found}),
            not ends_as_sentence(text[one.start : one.end]),
            -len(one.found),
        ),
    )
    chosen = sorted(best[:FRAGMENTS], key=lambda one: one.start)
    return tuple(fragment(text, one) for one in neighbours_joined(text, chosen))


def sentences_with(text: str, found: list[Match]) -> list[Sentence]:
    """The sentences that have matches; a match over a sentence's end belongs to both."""
    made: list[tuple[int, int, list[Match]]] = []
    for match in found:
        if made and match.start < made[-1][1]:
            start, end, inside = made[-1]
            if match.end > end:
                made[-1] = (start, sentence_around(text, start, match.end)[1], inside)
            inside.append(match)
        elif len(made) < MOST_SENTENCES:
            start, end = sentence_around(text, match.start, match.end)
            # A sentence cut at its reach must not begin within the one before.
            made.append((max(start, made[-1][1]) if made else start, end, [match]))
        else:
            break
    return [Sentence(start, end, tuple(inside)) for start, end, inside in made]


def neighbours_joined(text: str, chosen: list[Sentence]) -> list[Sentence]:
    """Sentences that follow each other as one where they fit: no ellipsis between what is not apart."""
    result: list[Sentence] = []
    for one in chosen:
        last = result[-1] if result else None
        if last and not text[last.end : one.start].strip() and one.end - last.start <= FRAGMENT_LENGTH:
            result[-1] = Sentence(last.start, one.end, last.found + one.found)
        else:
            result.append(one)
    return result


def fragment(text: str, sentence: Sentence) -> Marked:
    """A sentence with its matches; a long one is cut around the first, an ellipsis where text is missing."""
    spans = joined(sentence.found)
    start, end = sentence.start, sentence.end
    if end - start > FRAGMENT_LENGTH:
        first = spans[0] if spans else (start, start)
        begin = max(start, first[0] - FRAGMENT_LENGTH // 3)
        begin = cut_after(text, begin, first[0]) if begin > start else start
        stop = min(end, max(begin + FRAGMENT_LENGTH, first[1]))
        end = cut_before(text, stop, max(first[1], begin + 1)) if stop < end else end
        start = begin
    before = "… " if start > sentence.start else ""
    shift = len(before) - start
    inside = tuple((max(a, start) + shift, min(b, end) + shift) for a, b in spans if a < end and b > start)
    return Marked(before + text[start:end] + (" …" if end < sentence.end else ""), inside)


def cut_after(text: str, place: int, limit: int) -> int:
    """The first place from ``place`` on where a text can be cut, ``limit`` at the latest."""
    while place < limit and not can_be_cut(text, place):
        place += 1
    while place < limit and text[place].isspace():
        place += 1
    return place


def cut_before(text: str, place: int, limit: int) -> int:
    """The last place up to ``place`` where a text can be cut; ``limit`` where there is none after it."""
    while place > limit and not can_be_cut(text, place):
        place -= 1
    while place > limit and text[place - 1].isspace():
        place -= 1
    return place


def can_be_cut(text: str, place: int) -> bool:
    """Whether a text can be cut here: at a blank, or between letters of a script that writes none."""
    before, after = text[place - 1], text[place]
    if before.isspace() or after.isspace():
        return True
    if category(after).startswith("M") or JOINER in (before, after):
        return False
    return is_unspaced(before) or is_unspaced(after)
