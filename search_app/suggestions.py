"""Suggestions while a reader types: words of titles, and facet values whose names begin so."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from article_index.analysis import words
from article_index.article import FACETS
from article_index.engine import Engine
from article_index.search import MAX_FACET_SIZE, SearchRequest
from search_app.facet_panels import is_group
from search_app.search_url import SearchState
from vocabulary import concept, label
from vocabulary.folding import lower, plain_words

# The facets whose values are suggested, in this order where counts are equal.
SUGGESTED_FACETS = ("country", "agency", "crime_type", "person", "source")
MOST_WORDS, MOST_VALUES = 5, 5
# Words at the end of what is typed that may begin a name: "cocaine guardia civ".
LONGEST_NAME = 5
# Fewer letters begin too much.
SHORTEST = 2
# Names and counts are read anew after so many seconds: they change with loads, not with keystrokes.
KEPT_SECONDS = 60


@dataclass(frozen=True)
class SuggestedValue:
    """A facet value: its label, how many articles carry it, and the search with it."""

    facet_label: str
    label: str
    count: int
    url: str


@dataclass(frozen=True)
class SuggestedText:
    """What is typed, completed by a word, and in how many titles the word stands."""

    text: str
    count: int


class Name(NamedTuple):
    """A name of a facet value, folded, behind a blank, and how many articles carry the value."""

    folded: str
    facet: str
    value: str
    articles: int


@dataclass
class ValueNames:
    """The names of all facet values that articles carry, kept for a while."""

    names: list["Name"] = field(default_factory=list)
    read_at: float = -KEPT_SECONDS

    def of(self, engine: Engine) -> list["Name"]:
        """All names; the commonest values first."""
        if time.monotonic() - self.read_at >= KEPT_SECONDS:
            counting = SearchRequest(
                facets=SUGGESTED_FACETS, facet_size=MAX_FACET_SIZE, histogram=False, highlight=False, size=0
            )
            page = engine.search(counting)
            names = {
                Name(f" {plain_words(name)}", facet, value, count)
                for facet, counts in page.facets.items()
                for value, count in counts.values.items()
                if not is_group(FACETS[facet], value)
                for name in names_of(facet, value)
            }
            order = SUGGESTED_FACETS.index
            self.names = sorted(names, key=lambda one: (-one.articles, order(one.facet), one))
            self.read_at = time.monotonic()
        return self.names


def names_of(facet: str, value: str) -> Iterator[str]:
    """All names of a facet value, in every language."""
    vocabulary = FACETS[facet].vocabulary
    found = concept(vocabulary, value) if vocabulary else None
    if found is None:
        yield value
        return
    yield label(vocabulary, value)
    yield from found.every_name


def suggested_texts(engine: Engine, text: str) -> list[SuggestedText]:
    """What is typed, its last word completed as titles have it."""
    typed = words(text)
    if not typed or not text.endswith(typed[-1]) or len(plain_words(typed[-1])) < SHORTEST:
        return []
    before = text[: len(text) - len(typed[-1])]
    found = engine.suggest(plain_words(typed[-1]), MOST_WORDS + 1)
    texts = [SuggestedText(before + one.text, one.count) for one in found if one.text != lower(typed[-1])]
    return texts[:MOST_WORDS]


def suggested_values(
    engine: Engine, names: ValueNames, state: SearchState, language: str = "en"
) -> list[SuggestedValue]:
    """Facet values with a name that goes on as the last words typed do; the longest run of words wins."""
    typed = state.text.split()
    for length in range(min(LONGEST_NAME, len(typed)), 0, -1):
        beginning = plain_words(" ".join(typed[-length:]))
        if len(beginning) < SHORTEST:
            continue
        found = beginning_so(names.of(engine), beginning, state)
        if found:
            rest = state.with_text(" ".join(typed[:-length]))
            return [
                SuggestedValue(
                    FACETS[one.facet].label,
                    label(FACETS[one.facet].vocabulary, one.value, language),
                    one.articles,
                    rest.with_value(one.facet, one.value).url(),
                )
                for one in found
            ]
    return []


def beginning_so(names: list[Name], beginning: str, state: SearchState) -> list[Name]:
    """The values with a name that begins so, then those with a later word that does."""
    first: dict[tuple[str, str], Name] = {}
    later: dict[tuple[str, str], Name] = {}
    for one in names:
        if f" {beginning}" in one.folded and one.value not in state.chosen(one.facet).any_of:
            group = first if one.folded.startswith(f" {beginning}") else later
            group.setdefault((one.facet, one.value), one)
    also = {key: one for key, one in later.items() if key not in first}
    return [*first.values(), *also.values()][:MOST_VALUES]
