"""One name for each person: names that are one person's, and their surnames again."""

from bisect import bisect_left
from collections import Counter
from functools import lru_cache

import regex
from rapidfuzz.distance import OSA

from article_index.article import Mention
from indexer.draft import Draft
from indexer.persons.found import Found
from indexer.persons.lists import comparable, squeezed
from indexer.persons.segments import Segment

# A list of thousands of one family is no article; comparing each with each must not stop a load.
MOST_NAMESAKES = 50
# Shorter words one letter apart are two names: Juan and Joan.
SHORTEST_ALIKE = 5
# Endings of Russian names in any case; what stays has three letters at least.
ENDING = regex.compile(
    r"(?<=\p{Cyrillic}{3})(?:ого|ому|ыми|ими|ым|им|ом|ем|ой|ей|ую|ая|ий|ый|а|у|е|ю|я|ы|и|й|ь)$", regex.V1
)
HAN = regex.compile(r"\p{Han}{2}")
CYRILLIC = regex.compile(r"\p{Cyrillic}")
BLANKS = regex.compile(r"[ \u00a0]+")
Key = tuple[str, ...]


@lru_cache(maxsize=50_000)
def key(words: tuple[str, ...]) -> Key:
    """A name as it is compared: hyphens are blanks, doubled letters one, Russian words without endings."""
    parts = (part for word in words for part in squeezed(comparable(word)).replace("-", " ").split())
    return tuple(ENDING.sub("", part) for part in parts)


def spelled(name: str) -> str:
    """A name as it is shown: capitals shouted in a headline become ordinary ones."""
    words = BLANKS.split(name)
    return " ".join(word.title() if word.isupper() and len(word) > 3 else word for word in words)


def canonical_names(found: list[Found]) -> dict[Key, str]:
    """Names by key to the form that is shown: the longest that ends alike, or the first."""
    forms: dict[Key, str] = {}
    for name in found:
        if is_full(name):
            latin = HAN.match(name.text) and not HAN.match(name.words[0])
            own, shown = key(name.words), spelled(" ".join(name.words) if latin else name.text)
            if own not in forms or nominative(shown, forms[own]):
                forms[own] = shown
    namesakes: dict[str, list[Key]] = {}
    for own in forms:
        same = namesakes.setdefault(own[-1], [])
        if len(same) < MOST_NAMESAKES:
            same.append(own)
    canonical: dict[Key, str] = {}
    for own in forms:
        alike = [k for k in namesakes[own[-1]] if len(k) > len(own) and set(own) <= set(k)]
        spelt = next((k for k in namesakes[own[-1]] if k in canonical and spelt_alike(k, own)), own)
        canonical[own] = forms[max(alike, key=len)] if alike else canonical.get(spelt, forms[own])
    by_surname = {own[-1]: person for own, person in canonical.items()}
    for name in found:
        own = key(name.words)
        if not is_full(name) and own[-1] in by_surname:
            canonical.setdefault(own, by_surname[own[-1]])
    return canonical


def is_full(name: Found) -> bool:
    """Whether a name is more than a surname; Chinese and Japanese names are one word."""
    return len(name.words) > 1 or HAN.match(name.text) is not None


def nominative(one: str, other: str) -> bool:
    """Whether of two forms of a Russian name the one is rather the name itself: the shorter, or in а or я."""
    if not CYRILLIC.search(one):
        return False
    return (len(one), not one.endswith(("а", "я"))) < (len(other), not other.endswith(("а", "я")))


def spelt_alike(one: Key, other: Key) -> bool:
    """Whether two names of one surname differ in a letter of a longer word: Henri and Henry Konan Bédié."""
    if len(one) != len(other) or one == other:
        return False
    different = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(different) != 1:
        return False
    a, b = different[0]
    return min(len(a), len(b)) >= SHORTEST_ALIKE and a[0] == b[0] and OSA.distance(a, b, score_cutoff=1) <= 1


def note_surnames(
    draft: Draft,
    segments: dict[str, list[Segment]],
    found: list[Found],
    canonical: dict[Key, str],
    counts: Counter[str],
) -> None:
    """Mentions of persons by surname alone; of persons with one surname the one named last before."""
    # By surname the person named first, and by part and surname all who are named there, in order.
    named: dict[str, str] = {}
    owners: dict[tuple[str, str], list[tuple[int, str]]] = {}
    for name in found:
        person = canonical.get(key(name.words))
        if person and len(name.words) > 1:
            named.setdefault(name.words[-1], person)
            owners.setdefault((name.where, name.words[-1]), []).append((name.start, person))
    for part, runs in segments.items():
        covered = {n.start for n in found if n.where == part}
        ends = sorted((n.start, n.end) for n in found if n.where == part)
        position = 0
        for segment in runs:
            for word in segment:
                if word.text not in named:
                    continue
                while position < len(ends) and ends[position][1] <= word.start:
                    position += 1
                if word.start in covered or (position < len(ends) and ends[position][0] <= word.start):
                    continue
                here = owners.get((part, word.text), [])
                before = bisect_left(here, (word.start, ""))
                person = here[before - 1][1] if before else named[word.text]
                counts[person] += 1
                draft.mentions.append(
                    Mention("persons", person, word.text, word.start, word.end, "surname", part)
                )
