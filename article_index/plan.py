"""A query as index terms: the one place where words meet analysis, so that engines only render.

``plan(node)`` and ``filter_plan(request)`` give a tree of the few shapes below over the fields of
``index_document``. A word is looked for by its stem in each language's articles; languages that give
the same stem are asked together, so that most words are a single term.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import assert_never

from article_index.analysis import STEMMERS, fold_pattern, tokens
from article_index.article import FACET_FIELDS, TEXT_FIELDS
from article_index.index_document import DAY_NUMBER, EXACT, STEMS, WITHOUT
from article_index.query import (
    And,
    Everything,
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
from article_index.search import FacetFilter, SearchRequest
from article_index.stop_words import STOP_WORDS

# A word in the title says more about an article than one in the body; both together a little more.
FIELD_WEIGHTS: dict[str, float] = {"title": 3.0, "body": 1.0}
TIE_BREAKER = 0.2
# The value of a facet filter that stands for articles without any value.
NO_VALUE = "-"

ANALYSED_LANGUAGES = tuple(sorted(STEMMERS.keys() | STOP_WORDS.keys()))


@dataclass(frozen=True)
class All:
    """Every article, score 1."""


@dataclass(frozen=True)
class Term:
    """Articles with this term in the field, scored by BM25."""

    field: str
    term: str


@dataclass(frozen=True)
class TermPhrase:
    """Articles with these terms at these relative positions, scored by BM25. At least two terms."""

    field: str
    terms: tuple[tuple[int, str], ...]
    slop: int = 0


@dataclass(frozen=True)
class TermPattern:
    """Articles with a term like this (``*`` and ``?``) in the field; score 1."""

    field: str
    pattern: str


@dataclass(frozen=True)
class ValueIn:
    """Articles with any of these whole values; score 0."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class NumberIn:
    """Articles whose number lies between the bounds, both included; score 0."""

    field: str
    low: int | None
    high: int | None


@dataclass(frozen=True)
class Best:
    """Articles that any part matches, scored by the best part and a little by the others."""

    parts: tuple[tuple[float, "Plan"], ...]


@dataclass(frozen=True)
class Every:
    """Articles that all parts match; scores add up."""

    parts: tuple["Plan", ...]


@dataclass(frozen=True)
class Some:
    """Articles that any part matches; scores add up."""

    parts: tuple["Plan", ...]


@dataclass(frozen=True)
class Without:
    """Articles that the part does not match; score 0."""

    part: "Plan"


Plan = All | Term | TermPhrase | TermPattern | ValueIn | NumberIn | Best | Every | Some | Without


def plan(node: Node, *, neutral_stop_words: bool = False) -> Plan:
    """The index query of a node.

    A stop word is neutral beside other words (``the bank`` finds ``bank``); alone, negated or among
    alternatives it is looked for as written, else ``the`` would find everything and ``-the`` nothing.
    """
    match node:
        case Everything():
            return All()
        case Word(text):
            return in_fields(TEXT_FIELDS, text, 0, neutral_stop_words)
        case Phrase(text, slop):
            return in_fields(TEXT_FIELDS, text, slop, neutral_stop_words)
        case Pattern(text):
            return pattern_in_fields(TEXT_FIELDS, text)
        case InField(field, Pattern(text)):
            return pattern_in_fields((field,), text)
        case InField(field, leaf):
            slop = leaf.slop if isinstance(leaf, Phrase) else 0
            return in_fields((field,), leaf.text, slop, neutral_stop_words)
        case HasValue(facet, value):
            return value_plan(facet, value)
        case Published(None, None):
            return Without(ValueIn(WITHOUT, ("published",)))
        case Published(start, end):
            return NumberIn(
                DAY_NUMBER, start.toordinal() if start else None, end.toordinal() if end else None
            )
        case And(nodes):
            neutral = not all(map(is_stop_word_somewhere, nodes))
            return Every(tuple(plan(part, neutral_stop_words=neutral) for part in nodes))
        case Or(nodes):
            return Some(tuple(map(plan, nodes)))
        case Not(part):
            return Without(plan(part))
        case _:
            assert_never(node)


def ranks(node: Node) -> bool:
    """Whether a node gives articles different scores; if not, relevance means newest first."""
    match node:
        case Word() | Phrase() | Pattern() | InField():
            return True
        case And(nodes) | Or(nodes):
            return any(map(ranks, nodes))
        case _:
            return False


def value_plan(facet: str, value: str) -> Plan:
    """Articles that carry a facet value, or none at all for ``NO_VALUE``."""
    field = FACET_FIELDS[facet]
    return ValueIn(WITHOUT, (field,)) if value == NO_VALUE else ValueIn(field, (value,))


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
    parts: list[Plan] = [ValueIn(FACET_FIELDS[facet], named)] if named else []
    if len(named) < len(values):
        parts.append(value_plan(facet, NO_VALUE))
    return parts[0] if len(parts) == 1 else Some(tuple(parts))


def own_filter(facet: str, chosen: FacetFilter) -> Plan | None:
    """What of a facet's own choices its counts keep: "all of" narrows them, the others would hide values."""
    return facet_plan(facet, FacetFilter(all_of=chosen.all_of)) if chosen.all_of else None


def base_plans(request: SearchRequest) -> list[Plan]:
    """The query, the days and the values asked for: what holds for hits and every count alike."""
    plans = [plan(request.node)]
    plans.extend(ValueIn(field, values) for field, values in request.only)
    if request.published_from or request.published_to:
        plans.append(plan(Published(request.published_from, request.published_to)))
    return plans


@dataclass(frozen=True)
class Reading:
    """How a text reads in some languages: terms with positions, empty where all are stop words."""

    languages: tuple[str, ...]
    terms: tuple[tuple[int, str], ...]


@lru_cache(maxsize=10_000)
def readings(text: str) -> tuple[Reading, ...]:
    """The different readings of a text, the one of all languages not analysed first (languages empty)."""
    languages: dict[tuple[tuple[int, str], ...], list[str]] = defaultdict(list)
    plain = stems_of(text, None)
    for language in ANALYSED_LANGUAGES:
        languages[stems_of(text, language)].append(language)
    languages.pop(plain, None)
    return (Reading((), plain), *(Reading(tuple(names), terms) for terms, names in languages.items()))


def stems_of(text: str, language: str | None) -> tuple[tuple[int, str], ...]:
    """The stems of a text with their positions; stop words leave gaps."""
    return tuple((i, token.stem) for i, token in enumerate(tokens(text, language)) if token.stem)


def is_stop_word_somewhere(node: Node) -> bool:
    """Whether a leaf is nothing but stop words in some language (or no leaf that could be content)."""
    match node:
        case Word(text) | Phrase(text) | InField(_, Word(text) | Phrase(text)):
            return any(not reading.terms for reading in readings(text))
        case _:
            return False


def in_fields(fields: tuple[str, ...], text: str, slop: int, neutral_stop_words: bool) -> Plan:
    """A word or phrase in the fields, by its stems in each language, or else as written without accents.

    Stemmers read accents, readers leave them out: ``policia`` and ``Policía`` have one exact form and two
    stems.
    """
    first, *others = readings(text)
    plain = stems_in(fields, first.terms, slop)
    if not others:
        return plain
    analysed = tuple(name for reading in others for name in reading.languages)
    parts: list[Plan] = [Every((plain, Without(ValueIn("language", analysed))))]
    for reading in others:
        spoken = ValueIn("language", reading.languages)
        if reading.terms:
            parts.append(Every((stems_in(fields, reading.terms, slop), spoken)))
        elif neutral_stop_words:
            parts.append(spoken)
        else:
            parts.append(Every((exact_in(fields, text, slop), spoken)))
    return Some((*parts, exact_in(fields, text, slop)))


def stems_in(fields: tuple[str, ...], terms: tuple[tuple[int, str], ...], slop: int) -> Plan:
    return terms_in(tuple((name, name + STEMS) for name in fields), terms, slop)


def exact_in(fields: tuple[str, ...], text: str, slop: int) -> Plan:
    """The words as written."""
    terms = tuple((i, token.exact) for i, token in enumerate(tokens(text, None)))
    return terms_in(tuple((name, name + EXACT) for name in fields), terms, slop)


def terms_in(fields: tuple[tuple[str, str], ...], terms: tuple[tuple[int, str], ...], slop: int) -> Plan:
    """A term, or several as a phrase, in the best of the index fields."""
    if len({term for _, term in terms}) < len(terms):
        slop = 0  # engines differ on whether a repeated word may stand for itself in a loose phrase
    return best(
        tuple(
            (
                name,
                Term(index_field, terms[0][1]) if len(terms) == 1 else TermPhrase(index_field, terms, slop),
            )
            for name, index_field in fields
        )
    )


def pattern_in_fields(fields: tuple[str, ...], text: str) -> Plan:
    pattern = fold_pattern(text)
    return best(tuple((name, TermPattern(name + EXACT, pattern)) for name in fields))


def best(parts: tuple[tuple[str, Plan], ...]) -> Plan:
    """The best of the fields, each by its weight; a single field is searched without."""
    if len(parts) == 1:
        return parts[0][1]
    return Best(tuple((FIELD_WEIGHTS[name], part) for name, part in parts))
