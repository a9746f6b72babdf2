"""One name for each person: names that are one person's, and their surnames again."""

from bisect import bisect_left
from collections import Counter
from functools import lru_cache

import regex

from article_index.article import Mention
from indexer.draft import Draft
from indexer.persons.found import Found
from indexer.persons.lists import comparable, squeezed
from indexer.persons.segments import Segment

# A list of thousands of one family is no article; comparing each with each must not stop a load.
MOST_NAMESAKES = 50
BLANKS = regex.compile(r"[ \u00a0]+")
Key = tuple[str, ...]


@lru_cache(maxsize=50_000)
def key(words: tuple[str, ...]) -> Key:
    """A name as it is compared: hyphens are blanks, doubled letters are one."""
    return tuple(part for word in words for part in squeezed(comparable(word)).replace("-", " ").split())


def spelled(name: str) -> str:
    """A name as it is shown: capitals shouted in a headline become ordinary ones."""
    words = BLANKS.split(name)
    return " ".join(word.title() if word.isupper() and len(word) > 3 else word for word in words)


def canonical_names(found: list[Found]) -> dict[Key, str]:
    """Names by key to the form that is shown: the longest that ends alike, or the first."""
    forms: dict[Key, str] = {}
    for name in found:
        if len(name.words) > 1:
            forms.setdefault(key(name.words), spelled(name.text))
    namesakes: dict[str, list[Key]] = {}
    for own in forms:
        same = namesakes.setdefault(own[-1], [])
        if len(same) < MOST_NAMESAKES:
            same.append(own)
    canonical = {}
    for own in forms:
        alike = [k for k in namesakes[own[-1]] if len(k) > len(own) and set(own) <= set(k)]
        canonical[own] = forms[max(alike, key=len)] if alike else forms[own]
    by_surname = {own[-1]: person for own, person in canonical.items()}
    for name in found:
        own = key(name.words)
        if len(name.words) == 1 and own[-1] in by_surname:
            canonical.setdefault(own, by_surname[own[-1]])
    return canonical


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
