"""What an engine looks up for a request: trees of the few shapes of ``plan``, so that engines only render.

Matching and scoring are planned apart: counts need no scores, and hits without scores are found faster.
"""

from collections.abc import Iterator
from itertools import islice, pairwise
from typing import assert_never

from article_index.article import FACET_FIELDS, TEXT_FIELDS
from article_index.index_document import DAY_NUMBER, INDEXED, WITHOUT, can_be_value, index_name
from article_index.plan import (
    All,
    Every,
    NumberIn,
    Plan,
    Preferring,
    Some,
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
from article_index.word_plans import is_stop_word_somewhere, leaf_plan

# The value of a facet filter that stands for articles without any value.
NO_VALUE = "-"

# Neighbours in a query that are wished side by side: who writes more words pastes a text, and each pair is
# up to forty conditions.
MOST_PAIRS = 20


def plan(node: Node, ranking: Ranking | None = None, *, neutral_stop_words: bool = False) -> Plan:
    """The index query of a node; with a ranking it scores what it finds.

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
            return Without(plan(part))
        case Boost(part, factor):
            planned = plan(part, ranking, neutral_stop_words=neutral_stop_words)
            return Weighted(factor, planned) if ranking else planned
        case _:
            assert_never(node)


def conditions(node: Node) -> int:
    """How many conditions a node is for an engine, where hits are put in order."""
    return size(plan(node, DEFAULT))


def ranked(request: SearchRequest) -> Plan:
    """The query with scores, and what only orders its hits: words side by side, and how new an article is."""
    if not request.by_score:
        return plan(request.node)
    found = plan(request.node, request.ranking)
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
    """The query, the days, moments and values asked for: what holds for hits and every count alike.

    ``in_order`` scores hits and adds what only orders them.
    """
    plans = [ranked(request) if in_order else plan(request.node)]
    plans.extend(value_in(index_name(field), values) for field, values in request.only)
    if request.published_from or request.published_to:
        plans.append(plan(Published(request.published_from, request.published_to)))
    after, before = request.indexed_after, request.indexed_before
    if after is not None or before is not None:
        plans.append(NumberIn(INDEXED, None if after is None else after + 1, before))
    return plans
