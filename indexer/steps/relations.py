"""Who works with whom, and who quarrels: pairs of countries and of agencies in one sentence.

A word of cooperation or of dispute binds the names next to it: the list that ends before it (« Morocco and
Spain cooperate », « the DGSN said that, together with … ») and the list that begins behind it (« cooperation
between … and … »). Names further off in the sentence (where the suspects come from, where they were
arrested) take no part.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations, product
from typing import NamedTuple

import regex

from article_index.article import Mention
from indexer.draft import PARTS, Draft, Surface
from indexer.language_names import relation_index
from indexer.steps.step import step
from indexer.steps.surfaces import FALLBACK
from vocabulary import pair
from vocabulary.sentences import sentence_around

# The fields of pairs: of which facet's values, and which words bind them.
PAIRS = {
    "cooperating_countries": ("countries", "cooperation"),
    "cooperating_agencies": ("agencies", "cooperation"),
    "disputing_countries": ("countries", "dispute"),
    "disputing_agencies": ("agencies", "dispute"),
}
# Whoever acts may stand further before the word (« the DGSN said on Monday that, in cooperation with »)
# than those it names behind it. Accusations are made by whoever stands next to them, against the next:
# « arrested men accused of … » is none.
REACH = {"cooperation": (90, 45), "dispute": (60, 25)}
# A word that ends so is about what follows: « Spain and Portugal, with the help of Interpol ».
WITH_WORDS = "with|avec|con|com|mit|met|с"
LEADS_ON = regex.compile(
    rf"(?:^|\s)(?:{WITH_WORDS}|of|by|from|between|for|to|against|on|de|des|du|par|entre|à|au|aux|contre|por|a|al|da|"
    r"do|di|dal|tra|fra|von|der|durch|an|aus|gegen|van|door|tegen|tussen|aan|от|при|между|против)$"
    r"|['’]$|(?:^|\s)(?:من|مع|بين|إلى|على|ضد)$"
)
# « a deal between Spain and Morocco » is theirs alone, whoever is named before.
BETWEEN = regex.compile(r"\b(?:between|entre|tra|fra|zwischen|tussen|между|بين)\b")
WITH = regex.compile(rf"\b(?:{WITH_WORDS})\b|مع\b")
MOST_PARTNERS = 2
BETWEEN_LENGTH = 10
# Between the members of a list: blanks, commas, "and", and an article or an adjective or two; "with" only
# directly behind the first (« Spain with France », not « Spain ended with three Frenchmen »).
LIST_GAP = 45
JOINS = regex.compile(
    r"[,،、/+&–-]|\b(?:and|et|y|e|ed|und|en|и|ve|plus|as well as|ainsi que|así como|sowie)\b|(?:^|\s)و"
    rf"|[和与與及同]|^\s*(?:{WITH_WORDS}|ile|from|desde|depuis|aus|مع|بين)\b"
)
# A verb's worth of words between two names makes them no list.
LIST_WORDS = 6
# More names than this in a list: of an alliance's members each would cooperate with each.
LONGEST_LIST = 6
MOST_PAIRS = 30
# No name of a country or an agency is longer.
LONGEST_NAME = 150


class Named(NamedTuple):
    """A value where it stands."""

    start: int
    end: int
    value: str


@step(
    "relations",
    needs=("title", "body", "language", "mentions"),
    fills=(*PAIRS, "mentions"),
)
def relations(draft: Draft) -> None:
    """Fill the four fields of pairs, those named most first; each with the sentences that say so."""
    named = names_by_part(draft)
    counts: dict[str, Counter[str]] = {field: Counter() for field in PAIRS}
    noted: set[tuple[str, str, str, int]] = set()
    for part in PARTS:
        several = {
            facet: found
            for (facet, where), found in named.items()
            if where == part and len({name.value for name in found}) > 1
        }
        text = draft.part(part)
        for word in relation_index(draft.language or FALLBACK).find(text, part) if several else ():
            bound = [
                (field, several[facet])
                for field, (facet, kind) in PAIRS.items()
                if kind == word.id and near(word, several.get(facet, []))
            ]
            if not bound:
                continue
            sentence = sentence_around(text, word.start, word.end)
            for field, names in bound:
                for value in pairs_at(text, word, sentence, names):
                    key = field, value, part, sentence[0]
                    if key not in noted and (value in counts[field] or len(counts[field]) < MOST_PAIRS):
                        noted.add(key)
                        counts[field][value] += 1
                        said = text[slice(*sentence)]
                        draft.mentions.append(Mention(field, value, said, *sentence, word.text, part))
    for field, found in counts.items():
        setattr(draft, field, tuple(value for value, _ in found.most_common()))


def names_by_part(draft: Draft) -> dict[tuple[str, str], list[Named]]:
    """Where countries and agencies stand, by facet and part, in the order of the text."""
    named: dict[tuple[str, str], list[Named]] = defaultdict(list)
    for mention in draft.mentions:
        if mention.field in ("countries", "agencies"):
            named[mention.field, mention.where].append(Named(mention.start, mention.end, mention.value))
    for found in named.values():
        found.sort()
    return named


def near(word: Surface, names: list[Named]) -> bool:
    """Whether a name stands within a word's reach; most words of cooperation stand alone."""
    before, behind = REACH[word.id]
    first = bisect_left(names, (word.start - before - LONGEST_NAME,))
    return first < bisect_left(names, (word.end + behind,))


def pairs_at(text: str, word: Surface, sentence: tuple[int, int], names: list[Named]) -> Iterator[str]:
    """The pairs that a word binds in its sentence, each once."""
    low = bisect_left(names, (sentence[0],))
    high = bisect_left(names, (sentence[1],))
    within = names[low:high]
    before = [name for name in within if name.end <= word.start]
    behind = [name for name in within if name.start >= word.end]
    reach_before, reach_behind = REACH[word.id]
    objects = listed(text, behind, word.end, reach_behind)
    if not objects and LEADS_ON.search(word.text.lower()):
        return
    opening = text[word.start : word.end + BETWEEN_LENGTH].lower()
    among = BETWEEN.search(opening) and len(objects) > 1
    subjects = set[str]() if among else listed(text, before[::-1], word.start, reach_before)
    if len(subjects | objects) > LONGEST_LIST:
        return
    many = len(objects) > MOST_PARTNERS
    if (word.id == "dispute" and subjects and objects) or (many and WITH.search(opening)):
        # One side against, or with, the other: of the six whom a minister met, none met another.
        yield from {pair(one, other) for one, other in product(subjects, objects) if one != other}
    else:
        yield from (pair(one, other) for one, other in combinations(sorted(subjects | objects), 2))


def listed(text: str, names: list[Named], place: int, reach: int) -> set[str]:
    """The values of the list nearest to a place: the first name within reach, and those joined to it."""
    found: list[Named] = []
    for name in names:
        last = found[-1] if found else None
        if last is None:
            gap = min(abs(name.start - place), abs(name.end - place))
            if gap > reach:
                break
        elif last.start < name.end and name.start < last.end:
            pass  # « the Spanish Civil Guard »: a country inside the agency's name, or the agency's own
        else:
            first, second = sorted((last, name))
            if not joined(text[first.end : second.start]):
                break
        found.append(name)
    return {name.value for name in found}


def joined(between: str) -> bool:
    """Whether a stretch of text only joins two members of a list."""
    if len(between) > LIST_GAP or len(between.split()) > LIST_WORDS:
        return False
    return not between.strip() or bool(JOINS.search(between.lower()))
