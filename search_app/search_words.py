"""A whole search in words: the query, what is chosen in the facets, the days."""

from article_index.article import FACETS
from article_index.query import And, Everything, Word
from search_app.explanation import explained, span
from search_app.facet_panels import value_label
from search_app.search_url import SearchState

ALL_ARTICLES = "all articles"
# A title of more is no title: feed readers and headings cut it anyway. Queries have up to 4,000 characters.
LONGEST_TITLE = 240


def in_words(state: SearchState, language: str = "en") -> str:
    """What a search asks for; plain words stand as they were typed."""
    parts = [query_in_words(state, language), *choices_in_words(state, language)]
    words = "; ".join(filter(None, parts)) or ALL_ARTICLES
    return words if len(words) <= LONGEST_TITLE else words[: LONGEST_TITLE - 1].rstrip() + "…"


def query_in_words(state: SearchState, language: str) -> str:
    """The query: explained where it is more than words that all must be there."""
    node = state.parsed.node
    if node == Everything():
        return ""
    parts = node.nodes if isinstance(node, And) else (node,)
    plain = all(isinstance(part, Word) and not part.exact for part in parts)
    return f"“{' '.join(state.text.split())}”" if plain else explained(node, language)


def choices_in_words(state: SearchState, language: str) -> list[str]:
    """What narrows the search, a phrase for each facet and kind of choice."""
    found = []
    for name, facet in FACETS.items():
        chosen = state.chosen(name)
        for values, before, between in (
            (chosen.any_of, "", " or "),
            (chosen.all_of, "", " and "),
            (chosen.none_of, "not ", " or "),
        ):
            if values:
                labels = between.join(value_label(facet, value, language) for value in values)
                found.append(f"{facet.label}: {before}{labels}")
    if state.published_from or state.published_to:
        found.append(f"published {span(state.published_from, state.published_to)}")
    return found
