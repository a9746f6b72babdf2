"""Letters as readers compare them: without case, without accents, Arabic letters in their plain form."""

import unicodedata
from functools import lru_cache

import regex

WORDS = regex.compile(r"\w+")
ARABIC_LETTERS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ـ": None})
LATIN_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"}
)


def lower(word: str) -> str:
    """Lower case and one Unicode form. ``İ`` lowers to two characters, so it is replaced before."""
    folded = unicodedata.normalize("NFKC", word).replace("İ", "i").lower()
    return unicodedata.normalize("NFC", folded)


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """A lower-cased word without accents and marks, Arabic letters in their plain form.

    Marks are dropped only from scripts whose readers leave them out at will (Latin, Greek, Cyrillic,
    Hebrew, Arabic): in Indic scripts and Thai they are vowels.
    """
    if word.isascii():
        return word
    word = word.translate(LATIN_LETTERS).translate(ARABIC_LETTERS)
    kept = [c for c in unicodedata.normalize("NFD", word) if not is_optional_mark(c)]
    return unicodedata.normalize("NFC", "".join(kept)).replace("ς", "σ")


def comparable(text: str) -> str:
    """A name as it is compared: without case and accents, one blank where there are some."""
    return fold(lower(" ".join(text.split())))


def plain_words(text: str) -> str:
    """The words of a text without case, accents and punctuation: as titles are compared."""
    return " ".join(WORDS.findall(fold(lower(text))))


def is_optional_mark(letter: str) -> bool:
    """Whether this is a combining mark that readers of its script leave out at will."""
    code = ord(letter)
    return (
        0x0300 <= code <= 0x036F  # Latin, Greek, Cyrillic
        or 0x0483 <= code <= 0x0487  # Cyrillic
        or 0x0591 <= code <= 0x05C7  # Hebrew points
        or 0x064B <= code <= 0x065F  # Arabic vowels
        or code == 0x0670
    )


class Letters(dict[int, int]):
    """A table for ``str.translate`` that folds letter by letter: offsets hold. Filled as it is used."""

    def __missing__(self, code: int) -> int:
        folded = self[code] = self.folded(chr(code))
        return folded

    def folded(self, letter: str) -> int:
        """The one letter that a letter folds to; itself where that would be several or none."""
        plain = fold(lower(letter))
        return ord(plain) if len(plain) == 1 else ord(letter)
