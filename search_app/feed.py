"""A search as a feed: what Atom and JSON Feed say alike, before either writes it down."""

from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import urlencode
from uuid import UUID, uuid5

from article_index.article import FACET_FIELDS, FACETS, Article
from article_index.engine import Engine
from article_index.search import Hit, SearchPage, Sort
from article_index.story_lines import one_line_per_story
from search_app.plain_text import clean, language_tag, web_link
from search_app.result_views import path_of
from search_app.search_url import SearchState
from search_app.search_words import in_words
from vocabulary import label

ATOM, JSON_FEED = "/feed.atom", "/feed.json"
# The namespace of our entries' and feeds' ids. It must never change: readers would see every article again.
NAMESPACE = UUID("6f1f0d0e-6a35-4d0b-9a0e-3f6f8c1f5b7e")
# Atom demands a moment for every entry (RFC 4287, 4.1.2). An article without a date gets the same one
# always, so that it neither changes nor comes before dated ones.
UNDATED = date(1970, 1, 1)
# Facets whose values become categories. Pairs of countries or agencies are in the facets of their members.
CATEGORIES = tuple(name for name, facet in FACETS.items() if not facet.pairs)
# Categories of one facet for an entry: some lists name every country of the world.
MOST_CATEGORIES = 50


@dataclass(frozen=True)
class Category:
    """A facet's value."""

    facet: str
    term: str
    label: str


@dataclass(frozen=True)
class Entry:
    """An article in a feed; all texts are plain, none is HTML."""

    id: str
    title: str
    summary: str
    language: str
    published: date | None
    authors: tuple[str, ...]
    path: str
    original: str | None
    categories: tuple[Category, ...]

    @property
    def updated(self) -> date:
        return self.published or UNDATED


@dataclass(frozen=True)
class Feed:
    """One page of a feed. ``path``, ``first``, ``next`` and ``page`` are parameters behind a ``?``."""

    id: str
    title: str
    total: int
    size: int
    entries: tuple[Entry, ...]
    # This page of the feed, its first page, the next one, and the search page of the same search.
    own: SearchState
    first: SearchState
    next: SearchState | None
    search: SearchState

    @property
    def updated(self) -> date:
        return max((entry.updated for entry in self.entries), default=UNDATED)


def feed_of(engine: Engine, state: SearchState, root: str) -> Feed:
    """The page of a search's feed that ``state.after`` names: newest first, whatever order it asks for."""
    # In its one form the address does not name an order: feeds have no other.
    own = replace(state, sort=Sort.RELEVANCE)
    first = own.with_after(None)
    page = newest(engine, state)
    return Feed(
        feed_id(first, root),
        f"Blotter: {clean(in_words(state))}",
        page.total,
        state.size,
        tuple(entry(hit) for hit in page.hits),
        own,
        first,
        own.with_after(page.next) if page.next else None,
        state.with_sort(Sort.NEWEST),
    )


def newest(engine: Engine, state: SearchState) -> SearchPage:
    """A page of hits without the counts that a feed does not show."""
    asked = replace(state.request(), sort=Sort.NEWEST, facets=(), histogram=False)
    return one_line_per_story(engine, asked) if state.folds else engine.search(asked)


def feed_id(state: SearchState, root: str) -> str:
    """The same for all pages of a search's feed and all their sizes; another for each site."""
    parameters = [(name, value) for name, value in state.parameters() if name != "size"]
    return uuid5(NAMESPACE, f"{root}?{urlencode(parameters)}").urn


def entry_id(article: Article) -> str:
    """An article's id as a URN: an id may be any text, and need be no address."""
    return uuid5(NAMESPACE, f"article {article.id}").urn


def entry(hit: Hit) -> Entry:
    """A hit as an entry."""
    article = hit.article
    # The publisher is an author too: many articles name nobody else, and readers show nothing but authors.
    authors = dict.fromkeys(filter(None, (clean(article.author), clean(article.source))))
    title = clean(article.title)
    return Entry(
        entry_id(article),
        title or "Untitled",
        " … ".join(filter(None, (clean(fragment.text) for fragment in hit.fragments))),
        language_tag(article.language),
        article.published,
        tuple(authors),
        path_of(article),
        web_link(article.url),
        tuple(
            Category(name, term, clean(label(FACETS[name].vocabulary, value)) or term)
            for name in CATEGORIES
            for value in article.values(FACET_FIELDS[name])[:MOST_CATEGORIES]
            if (term := clean(value))
        ),
    )


def feed_links(state: SearchState) -> dict[str, str]:
    """The addresses of a search's feeds, by media type, for the head of its page."""
    first = replace(state, sort=Sort.RELEVANCE, after=None)
    return {"application/atom+xml": first.url(ATOM), "application/feed+json": first.url(JSON_FEED)}
