"""Hits and articles as templates show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from babel.dates import format_date
from markupsafe import Markup

from article_index.article import FACET_FIELDS, FACETS, Article
from article_index.engine import Engine
from article_index.highlighter import marked_html
from article_index.query import HasKey
from article_index.search import Hit, Marked, SearchRequest, Sort
from search_app.facet_values import FacetLinks
from search_app.search_url import OFF, SearchState
from vocabulary import label

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "ckb", "dv", "yi"})
# Facets shown below a hit, and how many values of each: what it is about, in one or two lines.
HIT_FACETS = {"crime_type": 3, "about": 3, "agency": 2}
# An article page shows this many wordings of a value; the marks in the text show all.
WORDINGS = 3
# Other reports of a story shown on an article's page.
REPORTS = 10
# Dates on English pages are written for readers everywhere: 31 May 2024.
LOCALES = {"en": "en_GB"}


@dataclass(frozen=True)
class FacetLink:
    """A facet value of a hit and the search narrowed to it."""

    facet: str
    facet_label: str
    label: str
    url: str
    chosen: bool


@dataclass(frozen=True)
class HitView:
    """A hit as a page shows it; title and fragments are safe HTML."""

    id: str
    url: str
    title: Markup
    fragments: tuple[Markup, ...]
    source: str | None
    published: date | None
    published_text: str
    language: str | None
    language_label: str
    direction: str
    facets: tuple[FacetLink, ...]
    # Other reports of its story, and the search for all of them.
    others: int
    others_url: str


@dataclass(frozen=True)
class ArticleValue:
    """A facet value of an article: the search for it, and the words in which the article says it."""

    label: str
    url: str
    found_as: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class ArticleFacet:
    """The values of one facet of an article."""

    name: str
    label: str
    values: tuple[ArticleValue, ...]


@dataclass(frozen=True)
class Report:
    """Another article in one line."""

    title: str
    url: str
    source: str | None
    date: str
    language: str | None


def hit_views(hits: Iterable[Hit], state: SearchState, language: str = "en") -> list[HitView]:
    """The hits of a page with links that narrow the search."""
    links = {name: FacetLinks(state, name) for name in HIT_FACETS}
    return [hit_view(hit, state, links, language) for hit in hits]


def hit_view(hit: Hit, state: SearchState, links: dict[str, FacetLinks], language: str) -> HitView:
    """A hit, its facets with their links."""
    article = hit.article
    search = state.with_after(None).url("")
    return HitView(
        article.id,
        path_of(article) + search,
        safe(hit.title if hit.title.text else Marked(article.title)),
        tuple(map(safe, hit.fragments)),
        article.source,
        article.published,
        date_text(article.published, language),
        article.language,
        label("languages", article.language, language) if article.language else "",
        direction(article.language),
        tuple(
            FacetLink(
                name,
                FACETS[name].label,
                label(FACETS[name].vocabulary, value, language),
                links[name].with_value(value),
                value in state.chosen(name).any_of,
            )
            for name, count in HIT_FACETS.items()
            for value in article.values(FACET_FIELDS[name])[:count]
        ),
        hit.others,
        SearchState(text=str(HasKey("story", article.story or "")), fold=OFF).url() if hit.others else "",
    )


def path_of(article: Article) -> str:
    """The path of an article's page: an id may be any text, and a slash in it must not divide the path."""
    return f"/articles/{quote(article.id, safe='')}"


def safe(marked: Marked) -> Markup:
    """Escaped text with marks: the only place where a page's HTML comes from an article's text."""
    return Markup(marked_html(marked))  # noqa: S704 - marked_html escapes all that is not its own tag


def direction(language: str | None) -> str:
    """The writing direction of a language, for the ``dir`` attribute."""
    if language is None:
        return "auto"
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


def date_text(day: date | None, language: str = "en") -> str:
    """A day as readers of a language write it; empty for none."""
    return format_date(day, format="long", locale=LOCALES.get(language, language)) if day else ""


def article_facets(article: Article, language: str = "en") -> list[ArticleFacet]:
    """The facets of an article that have values, each value with a search for it and its evidence."""
    found = []
    for name, facet in FACETS.items():
        field = FACET_FIELDS[name]
        values = tuple(
            ArticleValue(
                label(facet.vocabulary, value, language),
                SearchState().with_value(name, value).url(),
                found_as(article, field, value),
            )
            for value in article.values(field)
        )
        if values:
            found.append(ArticleFacet(name, facet.label, values))
    return found


def other_reports(engine: Engine, article: Article, language: str = "en") -> list[Report]:
    """Other articles that tell the same report in nearly the same words, newest first."""
    if not article.story:
        return []
    # One more than shown, as the article itself is among them.
    request = SearchRequest(only=(("story", (article.story,)),), sort=Sort.NEWEST, size=REPORTS + 1)
    found = (hit.article for hit in engine.search(request.only_hits()).hits)
    return [report(one, language) for one in found if one.id != article.id][:REPORTS]


def report(article: Article, language: str = "en") -> Report:
    """An article in one line, with a link to its page."""
    published = date_text(article.published, language)
    return Report(article.title, path_of(article), article.source, published, article.language)


def found_as(article: Article, field: str, value: str) -> tuple[tuple[str, str], ...]:
    """The first different wordings that say a value, each with how it was read."""
    wordings: dict[str, str] = {}
    for mention in article.mentions:
        if (mention.field, mention.value) == (field, value) and mention.text.strip():
            wordings.setdefault(" ".join(mention.text.split()), mention.rule)
    return tuple(wordings.items())[:WORDINGS]


def web_address(url: str | None) -> str | None:
    """An article's address if it is one that may be linked to; a page never trusts what an article says."""
    return url if url and url.lower().startswith(("https://", "http://")) else None
