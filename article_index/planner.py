"""A query as index terms: the one place where words meet analysis, so that engines only render.

``base_plans`` and ``filter_plans`` give trees of the few shapes of ``plan`` for a request. A word is looked
for by its stem in each language's articles; languages that give the same stem are asked together, so that
most words are a single term.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise
from typing import assert_never

from article_index.analysis import STEMMERS, fold_pattern, tokens
from article_index.article import FACET_FIELDS, TEXT_FIELDS
from article_index.index_document import DAY_NUMBER, EXACT, STEMS, WITHOUT, can_be_value, index_name
from article_index.plan import (
    All,
    Best,
    Every,
    NumberIn,
    Plan,
    Preferring,
    Some,
    Term,
    TermLike,
    TermPattern,
    TermPhrase,
    ValueIn,
    Weighted,
    Without,
    size,
)
from article_index.query import (
    And,
    Boost,
    Everything,
    Fuzzy,
    HasKey,
    HasValue,
    InField,
    Leaf,
    Node,
    Not,
    Or,
    Pattern,
    Phrase,
    Published,
    Word,
)
from article_index.ranking import DEFAULT, RECENT_DAYS, Ranking
from article_index.search import FacetFilter, SearchRequest, Sort
from article_index.stop_words import STOP_WORDS

# The value of a facet filter that stands for articles without any value.
NO_VALUE = "-"

# Neighbours in a query that are wished side by side: who writes more words pastes a text, and each pair is
# up to forty conditions.
MOST_PAIRS = 20

ANALYSED_LANGUAGES = tuple(sorted(STEMMERS.keys() | STOP_WORDS.keys()))


def plan(node: Node, ranking: Ranking = DEFAULT, *, neutral_stop_words: bool = False) -> Plan:
    """The index query of a node.

    A stop word is neutral beside other words (``the bank`` finds ``bank``); alone, negated or among
    alternatives it is looked for as written, else ``the`` would find everything and ``-the`` nothing.
    """
    match node:
        case Everything():
            return All()
        case InField(field, leaf):
            return leaf_plan((field,), leaf, ranking, neutral_stop_words)
        case Word() | Phrase() | Pattern() | Fuzzy():
            return leaf_plan(TEXT_FIELDS, node, ranking, neutral_stop_words)
        case HasValue(facet, value):
            return value_plan(facet, value)
        case HasKey(field, value):
            return value_in(index_name(field), (value,))
        case Published(None, None):
            return Without(ValueIn(WITHOUT, ("published",)))
        case Published(start, end):
            return NumberIn(
                DAY_NUMBER, start.toordinal() if start else None, end.toordinal() if end else None
            )
        case And(nodes):
            neutral = not all(map(is_stop_word_somewhere, nodes))
            return Every(tuple(plan(part, ranking, neutral_stop_words=neutral) for part in nodes))
        case Or(nodes):
            return Some(tuple(plan(part, ranking) for part in nodes))
        case Not(part):
            return Without(plan(part, ranking))
        case Boost(part, factor):
            return Weighted(factor, plan(part, ranking, neutral_stop_words=neutral_stop_words))
        case _:
            assert_never(node)


def conditions(node: Node) -> int:
    """How many conditions a node is for an engine."""
    return size(plan(node))


def leaf_plan(fields: tuple[str, ...], leaf: Leaf, ranking: Ranking, neutral_stop_words: bool) -> Plan:
    """A word, phrase or pattern in the best of some text fields."""
    in_these = Fields(fields, ranking)
    match leaf:
        case Word(text, True):
            return in_these.as_written(text, 0)
        case Word(text):
            return in_these.inflected(text, 0, neutral_stop_words)
        case Phrase(text, slop, True):
            return in_these.as_written(text, slop)
        case Phrase(text, slop):
            return in_these.inflected(text, slop, neutral_stop_words)
        case Pattern(text):
            pattern = fold_pattern(text)
            return in_these.best(lambda name: TermPattern(name + EXACT, pattern))
        case Fuzzy(text, distance):
            term = next(tokens(text, None)).exact
            return in_these.best(lambda name: TermLike(name + EXACT, term, distance))
        case _:
            assert_never(leaf)


def ranked(request: SearchRequest) -> Plan:
    """The query with what only orders its hits: words side by side, and how new an article is."""
    found = plan(request.node, request.ranking)
    if not request.by_score:
        return found
    wishes = list(side_by_side(request.node, request.ranking)) if request.ranking.phrase else []
    if request.sort is Sort.RECENT:
        today = request.today.toordinal()
        wishes += [(request.ranking.recent, NumberIn(DAY_NUMBER, today - days, None)) for days in RECENT_DAYS]
    return Preferring(found, tuple(wishes)) if wishes else found


def side_by_side(node: Node, ranking: Ranking) -> Iterator[tuple[float, Plan]]:
    """Each two neighbouring words of the query as a phrase, with its weight; the first pairs only."""
    if not isinstance(node, And | Or):
        return
    for one, other in islice(pairwise(node.nodes), MOST_PAIRS):
        if isinstance(one, Word) and isinstance(other, Word):
            yield ranking.phrase, plan(Phrase(f"{one.text} {other.text}"), ranking)


def value_plan(facet: str, value: str) -> Plan:
    """Articles that carry a facet value, or none at all for ``NO_VALUE``."""
    field = FACET_FIELDS[facet]
    return ValueIn(WITHOUT, (field,)) if value == NO_VALUE else value_in(field, (value,))


def value_in(field: str, values: tuple[str, ...]) -> ValueIn:
    """Articles with any of these values, without those that no article can have: engines fail on them."""
    return ValueIn(field, tuple(filter(can_be_value, values)))


def filter_plans(request: SearchRequest) -> dict[str, Plan]:
    """What is chosen within each facet, by the facet's name; only facets with a choice."""
    return {name: facet_plan(name, chosen) for name, chosen in request.filters.items() if chosen}


def facet_plan(facet: str, chosen: FacetFilter) -> Plan:
    """One facet's choices as a filter."""
    parts: list[Plan] = []
    if chosen.any_of:
        parts.append(any_value(facet, chosen.any_of))
    parts.extend(value_plan(facet, value) for value in chosen.all_of)
    if chosen.none_of:
        parts.append(Without(any_value(facet, chosen.none_of)))
    return parts[0] if len(parts) == 1 else Every(tuple(parts))


def any_value(facet: str, values: tuple[str, ...]) -> Plan:
    """Articles with any of the values, ``NO_VALUE`` among them."""
    named = tuple(value for value in values if value != NO_VALUE)
    parts: list[Plan] = [value_in(FACET_FIELDS[facet], named)] if named else []
    if len(named) < len(values):
        parts.append(value_plan(facet, NO_VALUE))
    return parts[0] if len(parts) == 1 else Some(tuple(parts))


def own_filter(facet: str, chosen: FacetFilter) -> Plan | None:
    """What of a facet's own choices its counts keep: "all of" narrows them, the others would hide values."""
    return facet_plan(facet, FacetFilter(all_of=chosen.all_of)) if chosen.all_of else None


def base_plans(request: SearchRequest, *, in_order: bool = False) -> list[Plan]:
    """The query, the days and the values asked for: what holds for hits and every count alike.

    ``in_order`` adds what only orders hits.
    """
    plans = [ranked(request) if in_order else plan(request.node, request.ranking)]
    plans.extend(value_in(index_name(field), values) for field, values in request.only)
    if request.published_from or request.published_to:
        plans.append(plan(Published(request.published_from, request.published_to)))
    return plans


# Terms with their positions.
Terms = tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Reading:
    """How a text reads in some languages; without terms where all words are stop words."""

    languages: tuple[str, ...]
    terms: Terms


@lru_cache(maxsize=10_000)
def readings(text: str) -> tuple[Reading, ...]:
    """The different readings of a text, the one of all languages not analysed first (languages empty)."""
    languages: dict[Terms, list[str]] = defaultdict(list)
    plain = stems_of(text, None)
    for language in ANALYSED_LANGUAGES:
        languages[stems_of(text, language)].append(language)
    languages.pop(plain, None)
    return (Reading((), plain), *(Reading(tuple(names), terms) for terms, names in languages.items()))


def stems_of(text: str, language: str | None) -> Terms:
    """The stems of a text with their positions; stop words leave gaps."""
    return tuple((i, token.stem) for i, token in enumerate(tokens(text, language)) if token.stem)


def is_stop_word_somewhere(node: Node) -> bool:
    """Whether a leaf is nothing but stop words in some language (or no leaf that could be content)."""
    match node:
        case (
            Word(text, False)
            | Phrase(text, _, False)
            | InField(_, Word(text, False) | Phrase(text, _, False))
        ):
            return any(not reading.terms for reading in readings(text))
        case _:
            return False


@dataclass(frozen=True)
class Fields:
    """Some text fields, of which the best counts."""

    names: tuple[str, ...]
    ranking: Ranking

    def inflected(self, text: str, slop: int, neutral_stop_words: bool) -> Plan:
        """A word or phrase by its stems in each language, or else as written without accents.

        Stemmers read accents, readers leave them out: ``policia`` and ``Policía`` have one exact form and two
        stems.
        """
        first, *others = readings(text)
        plain = self.stems(first.terms, slop)
        if not others:
            return plain
        analysed = tuple(name for reading in others for name in reading.languages)
        parts: list[Plan] = [Every((plain, Without(ValueIn("language", analysed))))]
        for reading in others:
            spoken = ValueIn("language", reading.languages)
            if reading.terms:
                parts.append(Every((self.stems(reading.terms, slop), spoken)))
            elif neutral_stop_words:
                parts.append(spoken)
            else:
                parts.append(Every((self.as_written(text, slop), spoken)))
        written = self.as_written(text, slop)
        weight = self.ranking.exact
        return Some((*parts, written if weight == 1 else Weighted(weight, written)))

    def stems(self, terms: Terms, slop: int) -> Plan:
        return self.terms(STEMS, terms, slop)

    def as_written(self, text: str, slop: int) -> Plan:
        """The words as written, without inflections."""
        return self.terms(EXACT, tuple((i, token.exact) for i, token in enumerate(tokens(text, None))), slop)

    def terms(self, form: str, terms: Terms, slop: int) -> Plan:
        """A term, or several as a phrase, in one of a word's two forms."""
        if len({term for _, term in terms}) < len(terms):
            slop = 0  # engines differ on whether a repeated word may stand for itself in a loose phrase
        if len(terms) == 1:
            return self.best(lambda name: Term(name + form, terms[0][1]))
        return self.best(lambda name: TermPhrase(name + form, terms, slop))

    def best(self, made: Callable[[str], Plan]) -> Plan:
        """The best of the fields, each by its weight; a single field is searched without."""
        if len(self.names) == 1:
            return made(self.names[0])
        weights = tuple((self.ranking.weight(name), made(name)) for name in self.names)
        return Best(weights, self.ranking.tie_breaker)
