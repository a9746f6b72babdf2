"""The engine contract: matches over time."""

from datetime import date, timedelta

import pytest

from article_index.article import Article
from article_index.engine import Engine
from article_index.search import FacetFilter, Histogram, HistogramBar
from tests.article_index.searching import search
from tests.factory import article


def dated(*days: str) -> list[Article]:
    return [article("raid", published=date.fromisoformat(day)) for day in days]


def histogram(engine: Engine, query: str = "", **fields: object) -> Histogram:
    found = search(engine, query, **fields).histogram
    assert found is not None
    return found


def bars(found: Histogram) -> dict[str, int]:
    """The bars as ``first day/last day: count``."""
    return {f"{bar.start}/{bar.end}": bar.count for bar in found.bars}


def test_up_to_two_months_are_drawn_as_days(engine: Engine) -> None:
    engine.add(dated("2024-02-29", "2024-02-29", "2024-03-31", "2024-03-01"))
    found = histogram(engine)
    assert found.interval == "day"
    assert bars(found) == {
        "2024-02-29/2024-02-29": 2, "2024-03-01/2024-03-01": 1, "2024-03-31/2024-03-31": 1,
    }  # fmt: skip


def test_more_months_are_drawn_as_months(engine: Engine) -> None:
    engine.add(dated("2024-02-29", "2024-02-01", "2024-04-30", "2023-12-31"))
    found = histogram(engine)
    assert found.interval == "month"
    assert bars(found) == {
        "2023-12-01/2023-12-31": 1, "2024-02-01/2024-02-29": 2, "2024-04-01/2024-04-30": 1,
    }  # fmt: skip


def test_many_years_are_drawn_as_years(engine: Engine) -> None:
    engine.add(dated("1999-12-31", "2024-01-01", "2024-12-31", "2010-06-15"))
    found = histogram(engine)
    assert found.interval == "year"
    assert bars(found) == {
        "1999-01-01/1999-12-31": 1, "2010-01-01/2010-12-31": 1, "2024-01-01/2024-12-31": 2,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("last", "interval"),
    [
        ("2020-01-31", "day"),
        ("2020-02-01", "day"),
        ("2020-03-01", "month"),
        ("2024-12-31", "month"),
        ("2025-01-01", "year"),
    ],
)
def test_the_span_of_the_matches_decides_the_interval(engine: Engine, last: str, interval: str) -> None:
    engine.add(dated("2020-01-01", last))
    assert histogram(engine).interval == interval


def test_undated_matches_are_counted_beside(engine: Engine) -> None:
    engine.add([*dated("2024-01-01"), article("raid"), article("raid"), article("arson")])
    assert histogram(engine, "raid").undated == 2
    assert histogram(engine, "arson") == Histogram("month", (), 1)


def test_the_histogram_is_of_the_query_the_days_and_the_filters(engine: Engine) -> None:
    engine.add(
        article("raid", published=date(2024, 1, 1) + timedelta(n), countries=("ES",)) for n in range(10)
    )
    engine.add(article("raid", published=date(2024, 1, 5), countries=("FR",)) for _ in range(3))
    engine.add([article("arson", published=date(2024, 1, 5), countries=("ES",))])
    found = histogram(
        engine,
        "raid",
        published_from=date(2024, 1, 4),
        published_to=date(2024, 1, 5),
        filters={"country": FacetFilter(any_of=("ES",))},
    )
    assert found.bars == (
        HistogramBar(date(2024, 1, 4), date(2024, 1, 4), 1),
        HistogramBar(date(2024, 1, 5), date(2024, 1, 5), 1),
    )
    assert found.undated == 0


def test_far_days_are_counted_and_found(engine: Engine) -> None:
    engine.add(dated("0001-01-01", "1066-10-14", "2300-01-01", "9999-12-31"))
    assert histogram(engine).interval == "year"
    assert [bar.start.year for bar in histogram(engine).bars] == [1, 1066, 2300, 9999]
    assert search(engine, "published:<1500").total == 2
    assert search(engine, "published:>2100").total == 2


def test_no_histogram_is_made_unless_asked_for(engine: Engine) -> None:
    engine.add(dated("2024-01-01"))
    assert search(engine, histogram=False).histogram is None
    assert search(engine, histogram=True, facets=()).histogram is not None
