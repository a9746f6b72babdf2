"""Short words for what the contract's tests do: fill an engine, ask it, name what it found."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from article_index.article import Article
from article_index.engine import Engine, open_engine
from article_index.query_parser import parse_query
from article_index.search import SearchPage, SearchRequest


@contextmanager
def holding(url: str, articles: Iterable[Article]) -> Iterator[Engine]:
    """The engine of a setting, with these articles in it."""
    with open_engine(url) as engine:
        report = engine.add(articles)
        assert not report.failed
        yield engine


def request_of(query: str = "", **fields: Any) -> SearchRequest:
    """A request for a query in the query language; it must read without complaints."""
    parsed = parse_query(query)
    assert not parsed.complaints
    return SearchRequest(parsed.node, **fields)


def search(engine: Engine, query: str = "", **fields: Any) -> SearchPage:
    """What an engine answers to a query and the request's other fields."""
    return engine.search(request_of(query, **fields))


def ids(page: SearchPage) -> list[str]:
    """The ids of a page's hits, in order."""
    return [hit.article.id for hit in page.hits]


def found(engine: Engine, query: str = "", **fields: Any) -> set[str]:
    """The ids that a query finds; the total must agree with them."""
    page = search(engine, query, **{"size": 200, **fields})
    assert page.total == len(page.hits)
    return set(ids(page))


def every_page(engine: Engine, request: SearchRequest) -> list[SearchPage]:
    """All pages of a search, by their cursors."""
    pages = [engine.search(request)]
    while pages[-1].next is not None:
        assert len(pages) < 500, "the cursors never come to an end"
        pages.append(engine.search(SearchRequest(**{**vars(request), "after": pages[-1].next})))
    return pages
