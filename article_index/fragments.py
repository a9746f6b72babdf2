"""Which sentences of a text show best why it was found, and how much of them.

Sentences are told only around matches. Those that name the most different words of the query come first,
then those with words that the text has seldom. What is too long is cut around its matches, never inside of
a word or of what a reader sees as one letter.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import regex

from article_index.analysis import INVISIBLE, UNSPACED
from article_index.search import Marked
from vocabulary.sentences import REACH, behind_blanks, has_end, sentence_end, sentence_start

# A snippet of up to three fragments of about two lines each says why an article was found.
FRAGMENTS = 3
FRAGMENT_LENGTH = 240
# Of a cut sentence this much is shown beside its matches, so that they do not stand at the very edge.
MARGIN = 30
# Headings and menus are shorter; a longer line without a full stop is one of a script that has none.
HEADING = 80
# A cut looks this far for a blank, then for a comma: longer stretches without are addresses, or Thai.
SLACK = 60
# Other places are looked for in the whole fragment.
LONGEST = FRAGMENT_LENGTH

# Where what a reader sees as one letter ends: with its marks, joiners and modifiers; flags stay together.
JOINED_TO = r"\p{M}\p{GCB=Extend}\p{GCB=SpacingMark}\p{GCB=ZWJ}\p{GCB=V}\p{GCB=T}\n"
FLAG = r"\p{GCB=Regional_Indicator}"
# Indic signs that bind the next consonant.
LINKS = "\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d\u1039\u17d2"
WHOLE = rf"(?<![\u200d{LINKS}\p{{GCB=Prepend}}\p{{GCB=L}}])(?![{JOINED_TO}])(?:(?<!{FLAG})|(?!{FLAG}))"
# Not between the letters of a word.
LETTER = rf"[\p{{L}}\p{{M}}\p{{N}}{INVISIBLE}--[{UNSPACED}]]"
BETWEEN = rf"{WHOLE}(?:(?<!{LETTER})|(?!{LETTER}))"
# Better not beside what joins the parts of a word either (an apostrophe, a hyphen, Persian's ZWNJ), nor
# within a Katakana word, between a vowel and its consonant, behind an opening bracket, before what closes.
IN_COMPOUND = rf"[\p{{L}}\p{{M}}\p{{N}}{INVISIBLE}\u200c'’\-‐‑--[{UNSPACED}]]"
KATAKANA = r"[\p{Katakana}ー]"
APART = (
    rf"{BETWEEN}(?:(?<!{IN_COMPOUND})|(?!{IN_COMPOUND}))(?:(?<!{KATAKANA})|(?!{KATAKANA}))"
    r"(?<![เแโใไເແໂໃໄ\p{Ps}\p{Pi}])(?![ะาำๅๆฯະາຳໆ\p{Pe}\p{Pf}、。，．！？；：…])"
)
CLAUSE = rf"(?<=[、，；：,;:၊]){APART}"
Kinds = list[tuple["regex.Pattern[str]", int]]
# Places where a fragment may begin and end, best first, and how far each kind is looked for.
FIRST = [
    (regex.compile(rf"(?<=[\s\u200b]){WHOLE}(?![\s\u200b])", regex.V1), SLACK),
    (regex.compile(rf"{CLAUSE}(?!\s)", regex.V1), SLACK),
    (regex.compile(rf"{APART}(?!\s)", regex.V1), LONGEST),
    (regex.compile(rf"{BETWEEN}(?!\s)", regex.V1), LONGEST),
]
LAST = [
    (regex.compile(rf"(?r)(?<![\s\u200b]){WHOLE}(?=[\s\u200b])", regex.V1), SLACK),
    (regex.compile(rf"(?r){CLAUSE}", regex.V1), SLACK),
    (regex.compile(rf"(?r)(?<!\s){APART}", regex.V1), LONGEST),
    (regex.compile(rf"(?r)(?<!\s){BETWEEN}", regex.V1), LONGEST),
]
NEXT_LETTER = regex.compile(WHOLE, regex.V1)
LAST_LETTER = regex.compile(f"(?r){WHOLE}", regex.V1)


@dataclass(frozen=True, slots=True)
class Match:
    """A place that matches, and the parts of the query that it matches: a bit for each."""

    start: int
    end: int
    parts: int


@dataclass
class Sentence:
    """A sentence with matches in it."""

    text: str
    start: int
    end: int
    matches: list[Match]
    # Whether it goes on further than was looked.
    is_open: bool = False

    @cached_property
    def parts(self) -> int:
        """All parts of the query that it matches."""
        parts = 0
        for match in self.matches:
            parts |= match.parts
        return parts

    @cached_property
    def is_heading(self) -> bool:
        """Whether it is a short line that does not end as sentences do."""
        return self.end - self.start < HEADING and not has_end(self.text[self.start : self.end])


def fragments(text: str, matches: list[Match]) -> tuple[Marked, ...]:
    """The best sentences of a text, in its order; its start where nothing matches."""
    found = sentences(text, matches)
    if not found:
        start = behind_blanks(text, 0, len(text))
        found = [Sentence(text, start, sentence_end(text, start), [])] if start < len(text) else []
    return tuple(map(marked, together(best(found))))


def sentences(text: str, matches: list[Match]) -> list[Sentence]:
    """The sentences that hold the matches."""
    found: list[Sentence] = []
    last = None
    for match in matches:
        if last is None or match.end > last.end:
            # Behind an end that was found begins the next; where none was within reach, it may go on here.
            known = 0 if last is None else last.matches[-1].end if last.is_open else last.end
            start = sentence_start(text, match.start, known)
            if last is None or start >= last.end:
                last = Sentence(text, start, start, [])
                found.append(last)
        last.matches.append(match)
        if match.end > last.end or (last.is_open and match.end + FRAGMENT_LENGTH > last.end):
            last.end = sentence_end(text, match.end)
            last.is_open = last.end == match.end + REACH
    return found


def best(found: list[Sentence]) -> list[Sentence]:
    """The sentences to be shown, in the order of the text.

    The first is that with the most different parts of the query, each further one shows what is not shown
    yet. A heading says less than a sentence with as many.
    """
    if len(found) <= 1:
        return found
    counts = Counter(part for sentence in found for match in sentence.matches for part in bits(match.parts))
    rarity = {sentence.start: sum(1 / counts[part] for part in bits(sentence.parts)) for sentence in found}
    left = list(found)
    chosen: list[Sentence] = []
    shown = 0

    def worth(sentence: Sentence) -> tuple[int, int, bool, float, int]:
        heading = sentence.is_heading
        new = (sentence.parts & ~shown).bit_count()
        return (
            max(0, new - heading),
            sentence.parts.bit_count(),
            not heading,
            rarity[sentence.start],
            len(sentence.matches),
        )

    while left and len(chosen) < FRAGMENTS:
        choice = max(left, key=worth)  # of equals the first
        left.remove(choice)
        chosen.append(choice)
        shown |= choice.parts
    return sorted(chosen, key=lambda sentence: sentence.start)


def bits(parts: int) -> Iterator[int]:
    """The single bits of a number."""
    while parts:
        lowest = parts & -parts
        yield lowest
        parts ^= lowest


def together(chosen: list[Sentence]) -> list[Sentence]:
    """Neighbours in one paragraph as one, where they fit into a fragment."""
    result: list[Sentence] = []
    for sentence in chosen:
        last = result[-1] if result else None
        if last and sentence.end - last.start <= FRAGMENT_LENGTH:
            between = sentence.text[last.end : sentence.start]
            if not between.strip() and "\n" not in between:
                matches = last.matches + sentence.matches
                result[-1] = Sentence(sentence.text, last.start, sentence.end, matches)
                continue
        result.append(sentence)
    return result


def marked(sentence: Sentence) -> Marked:
    """A sentence as a fragment, with an ellipsis where something of it is missing."""
    low, high = sentence.start, sentence.end
    if high - low > FRAGMENT_LENGTH:
        low, high = window(sentence)
    before = "… " if low > sentence.start else ""
    behind = " …" if high < sentence.end else ""
    shift = len(before) - low
    spans = tuple(
        (match.start + shift, min(match.end, high) + shift)
        for match in sentence.matches
        if low <= match.start < high
    )
    return Marked(before + sentence.text[low:high] + behind, spans)


def window(sentence: Sentence) -> tuple[int, int]:
    """The part of a long sentence that is shown: around those of its matches that stand together."""
    text, start, end, matches = sentence.text, sentence.start, sentence.end, sentence.matches
    first, last = densest(matches) if matches else (start, start)
    # A match ends within what is seen as one letter where an invisible sign is joined to it.
    first = place(LAST_LETTER, text, start, first) or start
    last = place(NEXT_LETTER, text, last, end) or end
    room = FRAGMENT_LENGTH - (last - first)
    if room < 0:  # one match, longer than a fragment
        return first, cut(LAST, text, first + 1, first + FRAGMENT_LENGTH) or cut_word(text, first, last)
    if last + MARGIN - start <= FRAGMENT_LENGTH:
        low = start
    elif end - first + MARGIN <= FRAGMENT_LENGTH:
        low = end - FRAGMENT_LENGTH
    else:
        low = max(start, first - room // 2)
    high = min(end, low + FRAGMENT_LENGTH)
    # No other match is cut.
    low = max((match.end for match in matches if match.start < low < match.end), default=low)
    high = min((match.start for match in matches if match.start < high < match.end), default=high)
    if low > start:
        low = cut(FIRST, text, low, first) or first
    if high < end:
        high = cut(LAST, text, max(last, low + 1), high) or last
    if high <= low:  # nothing matches, and the text begins with a word longer than a fragment
        high = cut_word(text, low, end)
    return low, high


def densest(matches: list[Match]) -> tuple[int, int]:
    """The stretch with the most different matches, and then the most, that fits into a fragment."""
    most, stretch = (0, 0), (0, 0)
    for i, first in enumerate(matches):
        parts, end = first.parts, first.end
        count = 1
        for j in range(i + 1, len(matches)):  # a slice would copy all that follow
            match = matches[j]
            if match.end - first.start > FRAGMENT_LENGTH - 2 * MARGIN:
                break
            parts, end, count = parts | match.parts, match.end, count + 1
        if (parts.bit_count(), count) > most:
            most, stretch = (parts.bit_count(), count), (first.start, end)
    return stretch


def cut(kinds: Kinds, text: str, low: int, high: int) -> int | None:
    """The best place within a stretch for a fragment to begin (``FIRST``) or to end (``LAST``)."""
    for pattern, reach in kinds:
        if kinds is FIRST:
            found = place(pattern, text, low, min(high, low + reach))
        else:
            found = place(pattern, text, max(low, high - reach), high)
        if found is not None:
            return found
    return None


def cut_word(text: str, start: int, end: int) -> int:
    """Where to cut a word that alone is longer than a fragment."""
    high = min(end, start + FRAGMENT_LENGTH)
    return place(LAST_LETTER, text, start + 1, high) or place(NEXT_LETTER, text, high, end) or end


def place(pattern: "regex.Pattern[str]", text: str, low: int, high: int) -> int | None:
    """The first place from ``low`` to ``high``, both included, that a pattern allows."""
    # A letter more, since a pattern sees nothing behind the end of what it searches.
    for match in pattern.finditer(text, low, high + 1):
        if match.start() <= high:
            return match.start()
    return None
