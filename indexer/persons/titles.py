"""Titles directly before a name."""

from functools import lru_cache

from indexer.persons.lists import last_words
from indexer.surface_index import folded

# Titles are looked for in this many characters and words before a name.
LONGEST_TITLE = 60
TITLE_WORDS = 6


def follows_title(text: str, start: int, known: frozenset[str]) -> bool:
    """Whether a title of persons stands directly before a place in the text."""
    end = start - 1
    if end < 1 or text[end] not in " \u00a0":
        return False
    # The last word alone first: before most names stands none that ends a title.
    begin = text.rfind(" ", max(0, end - LONGEST_TITLE), end) + 1
    if last_word(text[begin:end] if begin else text[max(0, end - LONGEST_TITLE) : end]) not in last_words(
        known
    ):
        return False
    before = text[max(0, start - LONGEST_TITLE) : start].rsplit("\n", 1)[-1]
    words = folded(before).split()
    return any(" ".join(words[-n:]) in known for n in range(1, min(len(words), TITLE_WORDS) + 1))


@lru_cache(maxsize=50_000)
def last_word(word: str) -> str:
    """A word as titles are compared: folded, what stands behind its last hyphen or line break."""
    return next(reversed(folded(word).split()), "")
