"""Which articles tell one report in nearly the same words.

MinHash over runs of three words: articles that are alike share most likely one of their ``bands``, which
engines index as whole values; whether they are alike is then decided on the texts themselves.

Leskovec, Rajaraman, Ullman: Mining of Massive Datasets, chapter 3. With 32 bands of 4 hashes, of pairs
with half of their runs in common 87 in 100 share a band, with three quarters all, of unrelated pairs
(about one run in a hundred in common) 3 in ten million.
"""

from array import array
from functools import lru_cache

import xxhash
from rensa import RMinHash

from article_index.analysis import words
from article_index.article import Article

BANDS, ROWS = 32, 4
# Any constant; another one would ask for another index.
SEED = 1962
RUN = 3
# Where each letter is a word (Chinese, Japanese, Thai), three of them are one word.
LETTER_RUN = 6
LETTERS_PER_WORD = 1.5
# What an article tells stands at its beginning; it bounds the work on dumps.
LONGEST_TEXT = 30_000
# Below this many runs (two sentences) being alike is chance: « The trial continues. »
FEWEST_RUNS = 25
# Alike: half of all runs are common, or the shorter text stands nearly whole in the longer one (a wire report
# cut by its editors, or with paragraphs added).
COMMON = 0.45
CONTAINED = 0.75


def bands(article: Article) -> list[str]:
    """The keys that articles alike share some of; none for a text too short to say."""
    return bands_of(article.body or article.title)


def alike(one: Article, other: Article) -> bool:
    """Whether two articles tell one report in nearly the same words."""
    first, second = runs(one.body or one.title), runs(other.body or other.title)
    if min(len(first), len(second)) < FEWEST_RUNS:
        return False
    common = len(first & second)
    return common >= COMMON * (len(first) + len(second) - common) or common >= CONTAINED * min(
        len(first), len(second)
    )


# A batch asks twice for each text: for its story, and when it is indexed.
@lru_cache(maxsize=2_000)
def bands_of(text: str) -> list[str]:
    """The keys of a text."""
    found = runs(text)
    if len(found) < FEWEST_RUNS:
        return []
    sketch = RMinHash(num_perm=BANDS * ROWS, seed=SEED)
    sketch.update(list(found))
    hashes = array("L", sketch.digest()).tobytes()
    width = len(hashes) // BANDS
    return [
        f"{band:02}{xxhash.xxh3_64_hexdigest(hashes[band * width : (band + 1) * width])}"
        for band in range(BANDS)
    ]


@lru_cache(maxsize=500)
def runs(text: str) -> frozenset[str]:
    """The runs of words of a text, in lower case."""
    found = words(text[:LONGEST_TEXT].lower())
    size = LETTER_RUN if sum(map(len, found)) < LETTERS_PER_WORD * len(found) else RUN
    return frozenset(map(" ".join, zip(*(found[i:] for i in range(size)), strict=False)))
