"""The engine contract: order, totals, and cursors that reach every hit once."""

import base64
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from article_index.cursor import BadCursor, Cursor
from article_index.engine import Engine
from article_index.search import FacetFilter, SearchRequest, Sort
from tests.article_index.conftest import NewUrl
from tests.article_index.searching import every_page, holding, ids, request_of, search
from tests.factory import article

# Dates repeat and some are missing; most scores are tied: titles differ only in how often a word is there.
ARTICLES = [
    article(
        "raid " * (1 + number % 3 // 2),
        id=f"a{number:03}",
        published=date(2024, 1, 1) + timedelta(number % 7) if number % 5 else None,
        countries=("ES",) if number % 2 else (),
    )
    for number in range(163)
]
DATED = {found.id: found.published for found in ARTICLES if found.published}


@pytest.fixture(scope="module")
def engine(new_url: NewUrl) -> Iterator[Engine]:
    with holding(new_url(), ARTICLES) as engine:
        yield engine


def walked(engine: Engine, request: SearchRequest) -> list[str]:
    return [name for page in every_page(engine, request) for name in ids(page)]


@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize("query", ["", "raid", "raid -nothing", "raid OR raid*", "-nothing", "country:ES"])
def test_pages_give_every_hit_once_in_the_order_of_one_long_page(
    engine: Engine, query: str, sort: Sort
) -> None:
    whole = ids(search(engine, query, sort=sort, size=200))
    assert len(whole) == len(set(whole)) == (81 if query == "country:ES" else 163)
    assert walked(engine, request_of(query, sort=sort, size=7)) == whole


@pytest.mark.parametrize("size", [1, 54, 81, 82, 163, 164])
def test_any_page_size_reaches_the_last_hit(engine: Engine, size: int) -> None:
    assert sorted(walked(engine, request_of("raid", size=size))) == [found.id for found in ARTICLES]


def test_pages_keep_to_the_filters(engine: Engine) -> None:
    request = request_of("raid", size=10, filters={"country": FacetFilter(any_of=("ES",))})
    names = walked(engine, request)
    assert len(names) == len(set(names)) == 81
    assert set(names) == {found.id for found in ARTICLES if found.countries}


def test_the_total_is_exact_on_every_page(engine: Engine) -> None:
    assert {page.total for page in every_page(engine, request_of("raid", size=50))} == {163}
    assert search(engine, "raid raid nothing").total == 0


def test_newest_comes_first_and_undated_last(engine: Engine) -> None:
    days = [DATED.get(name) for name in ids(search(engine, sort=Sort.NEWEST, size=200))]
    dated = [day for day in days if day]
    assert dated == sorted(dated, reverse=True)
    assert days == dated + [None] * (163 - len(DATED))


def test_oldest_comes_first_and_undated_last(engine: Engine) -> None:
    days = [DATED.get(name) for name in ids(search(engine, sort=Sort.OLDEST, size=200))]
    dated = [day for day in days if day]
    assert dated == sorted(dated)
    assert days == dated + [None] * (163 - len(DATED))


def test_relevance_goes_by_score_then_by_newest(engine: Engine) -> None:
    hits = search(engine, "raid", size=200).hits
    order = [(hit.score, hit.article.published or date.min) for hit in hits]
    assert order == sorted(order, reverse=True)
    assert len({score for score, _ in order}) > 1


@pytest.mark.parametrize("query", ["", "-nothing", "country:ES", "published:2024", "-nothing published:2024"])
def test_a_query_that_ranks_nothing_gives_the_newest(engine: Engine, query: str) -> None:
    page = search(engine, query, size=200)
    assert ids(page) == ids(search(engine, query, sort=Sort.NEWEST, size=200))
    assert {hit.score for hit in page.hits} == {0.0}


def test_articles_added_between_pages_repeat_none(new_url: NewUrl) -> None:
    with holding(new_url(), ARTICLES[:40]) as engine:
        request = request_of(sort=Sort.NEWEST, size=15)
        first = engine.search(request)
        engine.add([article("raid", id="new", published=date(2025, 1, 1))])
        rest = walked(engine, replace(request, after=first.next))
    assert sorted(ids(first) + rest) == [found.id for found in ARTICLES[:40]]


def test_far_days_keep_undated_articles_last(new_url: NewUrl) -> None:
    days = {"early": date(1500, 1, 1), "late": date(2500, 1, 1), "now": date(2024, 1, 1)}
    undated = [article(id=f"undated-{number}") for number in range(10)]
    articles = [article(id=name, published=day) for name, day in days.items()] + undated
    with holding(new_url(), articles) as engine:
        assert ids(search(engine, sort=Sort.NEWEST))[:3] == ["late", "now", "early"]
        assert ids(search(engine, sort=Sort.OLDEST))[:3] == ["early", "now", "late"]


def encoded(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode()


@pytest.mark.parametrize(
    "after",
    [
        "x", "é", "AAAA", "null", "=", "\0", encoded([]), encoded({}), encoded(["relevance"]),
        encoded(["relevance", 1.0, 1, 1, 1]), encoded(["sideways", 1.0, 1, 1]),
        encoded(["relevance", None, 1, 1]), encoded(["relevance", 1.0, -1, 1]),
        encoded(["relevance", 1.0, 1 << 63, 1]), encoded(["relevance", float("nan"), 1, 1]),
        encoded(["relevance", float("inf"), 1, 1]), encoded(["relevance", -1.0, 1, 1]),
        encoded(["relevance", 1.0, 1, -1]), encoded([[[]]] * 4), "x" * 100_000,
    ],
)  # fmt: skip
def test_a_cursor_that_no_page_gave_is_refused(engine: Engine, after: str) -> None:
    with pytest.raises(BadCursor):
        search(engine, "raid", after=after)


def test_a_cursor_of_another_order_is_refused(engine: Engine) -> None:
    after = search(engine, "raid", sort=Sort.NEWEST).next
    assert after
    for sort in (Sort.OLDEST, Sort.RELEVANCE):
        with pytest.raises(BadCursor):
            search(engine, "raid", sort=sort, after=after)


@pytest.mark.parametrize("seen", [0, 10**6, (1 << 40) - 1])
@pytest.mark.parametrize(("score", "hits"), [(0.0, 0), (1e300, 163)])
def test_a_made_up_cursor_does_no_harm(engine: Engine, score: float, hits: int, seen: int) -> None:
    made_up = str(Cursor(Sort.RELEVANCE, score, 5, seen))
    page = search(engine, "raid", after=made_up, size=200)
    assert (page.total, len(page.hits)) == (163, hits)


def test_the_last_page_has_no_next(engine: Engine) -> None:
    assert search(engine, size=163).next is None
    assert search(engine, size=162).next is not None
    assert search(engine, "nothing").next is None
