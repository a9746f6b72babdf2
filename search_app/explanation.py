"""A query in words: how it was read, what of it finds nothing, and what may have been meant instead."""

from dataclasses import dataclass
from typing import assert_never

from article_index.article import FACETS
from article_index.concept_words import named_concepts
from article_index.engine import Engine
from article_index.planner import conditions
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
from article_index.query_logic import all_of
from article_index.spelling import did_you_mean
from search_app.facet_panels import chips, value_label
from search_app.search_url import SearchState

# Parts of a query that are tried without where nothing is found; each is a search.
MOST_PARTS = 12
# Conditions of all these searches together: of a pasted text, whose search is long, fewer parts are tried.
MOST_CONDITIONS = 10_000
KEY_LABELS = {"url": "address", "id": "id", "author": "author", "story": "story"}


@dataclass(frozen=True)
class Part:
    """A part of a search in words, alone and left out: both searches, and how many articles they find."""

    text: str
    alone: SearchState
    count_alone: int
    without: SearchState
    count: int


@dataclass(frozen=True)
class Offer:
    """A concept that the query's words name: its label, its articles in all languages, the search for it."""

    facet: str
    facet_label: str
    value: str
    label: str
    named: str
    count: int
    state: SearchState


@dataclass(frozen=True)
class Meant:
    """The search with words that the index knows in place of others, and how many articles it finds."""

    state: SearchState
    count: int


def explained(node: Node, language: str = "en") -> str:
    """What a query asks for, in words."""
    match node:
        case Everything():
            return "all articles"
        case Word(text, exact):
            return f"“{text}” as written" if exact else f"“{text}” in any inflection"
        case Phrase(text, slop, exact):
            how = f"its words up to {slop} moves apart" if slop else "side by side"
            return f"“{text}” {how}{', as written' if exact else ''}"
        case Pattern(text):
            return f"words like “{text}”"
        case Fuzzy(text, distance):
            return (
                f"“{text}” or a word that differs in {'one letter' if distance == 1 else 'up to two letters'}"
            )
        case InField(field, leaf):
            return f"{explained(leaf, language)} in the {'title' if field == 'title' else 'text'}"
        case HasValue(facet, value):
            return f"{FACETS[facet].label}: {value_label(FACETS[facet], value, language)}"
        case HasKey(field, value):
            return f"the {KEY_LABELS[field]} {value}"
        case Published(start, end):
            return f"published {span(start, end)}"
        case And(nodes):
            return " and ".join(grouped(part, language) for part in nodes)
        case Or(nodes):
            return " or ".join(grouped(part, language) for part in nodes)
        case Not(part):
            return f"not {grouped(part, language)}"
        case Boost(part, factor):
            return f"{grouped(part, language)} (weight {factor:g})"
        case _:
            assert_never(node)


def grouped(node: Node, language: str) -> str:
    text = explained(node, language)
    return f"({text})" if isinstance(node, And | Or) else text


def span(start: object, end: object) -> str:
    """Two days in words; one may be open."""
    if start == end:
        return f"on {start}" if start else "at any time"
    return " ".join(filter(None, (f"from {start}" if start else "", f"to {end}" if end else "")))


def parts_of(engine: Engine, state: SearchState, language: str = "en") -> list[Part]:
    """Each part of a search that finds nothing, with what is found by it alone and by all others.

    Parts that find nothing alone come first: they are at fault. Then those without which most is found.
    """
    node = state.parsed.node
    nodes = node.nodes if isinstance(node, And) else () if node == Everything() else (node,)
    nothing = state.with_nothing_chosen().with_text("")
    made: list[tuple[str, SearchState, SearchState]] = []
    for i, part in enumerate(nodes):
        rest = all_of([*nodes[:i], *nodes[i + 1 :]])
        without = state.with_text("" if rest == Everything() else str(rest))
        made.append((explained(part, language), nothing.with_text(str(part)), without))
    made += [
        (f"{chip.facet_label}: {chip.text}", chip.alone, chip.without) for chip in chips(state, language)
    ]
    made = made[: min(MOST_PARTS, MOST_CONDITIONS // max(conditions(node), 1))]
    counts = engine.count([one.request() for _, *both in made for one in both])
    parts = [
        Part(text, alone, counts[2 * i], without, counts[2 * i + 1])
        for i, (text, alone, without) in enumerate(made)
    ]
    return sorted(parts, key=lambda part: (part.count_alone > 0, -part.count))


def offers(engine: Engine, state: SearchState, language: str = "en") -> list[Offer]:
    """The concepts that the query's words name, each with its articles under the same choices."""
    made: list[tuple[str, str, str]] = []
    for named in named_concepts(state.parsed.node):
        made += [(named.facet, value, named.text) for value in named.values]
    made = [one for one in made if one[1] not in state.chosen(one[0]).any_of][:MOST_PARTS]
    states = [state.with_text("").with_value(facet, value) for facet, value, _ in made]
    counts = engine.count([one.request() for one in states])
    return [
        Offer(
            facet, FACETS[facet].label, value, value_label(FACETS[facet], value, language), text, count, one
        )
        for (facet, value, text), one, count in zip(made, states, counts, strict=True)
        if count
    ]


def meant(engine: Engine, state: SearchState) -> Meant | None:
    """Did you mean: the search with words that the index knows, where some of it does not."""
    respelt = did_you_mean(engine, state.parsed.node)
    if respelt is None:
        return None
    corrected = state.with_text(str(respelt))
    (count,) = engine.count([corrected.request()])
    return Meant(corrected, count) if count else None
