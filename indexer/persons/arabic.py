"""Arabic names: no capitals tell them, so they are found behind a title."""

from collections.abc import Iterator

import regex

from indexer.persons.found import Found
from indexer.persons.lists import titles
from indexer.persons.titles import follows_title
from vocabulary.folding import fold

ARABIC_WORD = regex.compile(r"\p{Arabic}[\p{Arabic}\p{M}]*", regex.V1)
BLANKS = regex.compile(r"[ \u00a0]+")
LONGEST_NAME = 5
# Names are two words, more where one of these asks for the next.
LINKS = frozenset("عبد بن ابن بنت ابو ابي ام ال ولد ايت بو".split())  # noqa: SIM905
NO_NAMES = frozenset("أن إن في من على إلى عن مع الذي التي قد لم كان بعد خلال".split())  # noqa: SIM905
Word = regex.Match[str]


def arabic_names(text: str, part: str, taken: bytearray) -> Iterator[Found]:
    """Two words or more after a title in Arabic."""
    known = titles("ar")
    for first in ARABIC_WORD.finditer(text):
        if not follows_title(text, first.start(), known):
            continue
        words: list[Word] = []
        position = first.start()
        wanted = 2
        while len(words) < wanted and len(words) < LONGEST_NAME:
            word = ARABIC_WORD.match(text, position)
            if not word or 1 in taken[word.start() : word.end()]:
                break
            words.append(word)
            wanted += fold(word[0]) in LINKS
            blank = BLANKS.match(text, word.end())
            position = blank.end() if blank else len(text)
        if len(words) >= 2 and not fold(words[0][0]).startswith("ال") and words[0][0] not in NO_NAMES:
            start, end = words[0].start(), words[-1].end()
            yield Found(part, start, end, tuple(w[0] for w in words), text[start:end], "title")
