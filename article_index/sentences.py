"""Where the sentence around a place in a text begins and ends: one rule for relations and highlights."""

import regex

# No sentence is longer than this to either side: lists and dumps have no full stops.
REACH = 400
# A full stop ends a sentence before a blank and no small letter, unless a short abbreviation or an initial
# stands before it: « Mr. Smith », « the U.S. Secret Service », « le n. 3 ». The signs of
# scripts with one of their own end it always (Chinese, Hindi, Armenian, Amharic, Burmese, Khmer).
END = regex.compile(
    r"(?<!\b(?:\p{L}|\p{Lu}\p{Ll}{1,2}))\.[\"'”’»)\]]*\s+(?!\p{Ll})"
    r"|[!?؟…][\"'”’»)\]]*\s+(?!\p{Ll})|[。！？।॥։።။។][\"'”’»)\]」』]*|\n",
    regex.V1,
)


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of the sentence that holds ``text[start:end]``, without blanks at its ends.

    At most ``REACH`` characters to either side of what it holds.
    """
    lowest, highest = max(0, start - REACH), min(len(text), end + REACH)
    first = lowest
    for match in END.finditer(text, lowest, start):
        first = match.end()
    following = END.search(text, end, highest)
    last = following.end() if following else highest
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last


def ends_as_sentence(text: str) -> bool:
    """Whether a piece of text ends as sentences do, not as headings and lines of a menu."""
    return ENDING.search(text) is not None


ENDING = regex.compile(r"[.!?؟…。！？।॥։።။។][\"'”’»)\]」』]*$", regex.V1)
