"""The engine contract: AND, OR, NOT, fields, values of facets, days of publication."""

from collections.abc import Iterator
from datetime import date

import pytest

from article_index.engine import Engine
from article_index.query import Published
from article_index.search import SearchRequest
from tests.article_index.conftest import NewUrl
from tests.article_index.searching import found, holding, ids
from tests.factory import article

ARTICLES = [
    article("cocaine", id="c", body="port", published=date(2023, 12, 31), countries=("ES",)),
    article("cocaine heroin", id="ch", body="border", published=date(2024, 1, 1), countries=("MA", "ES")),
    article("heroin", id="h", body="cocaine", published=date(2024, 2, 29), agencies=("ma-dgsn",)),
    article("cannabis", id="k", published=date(2024, 12, 31), persons=("O'Neil, Ann",), source="The *Star*"),
    article("weapons", id="w", crime_types=("weapons-trafficking",), language="fr"),
]
EVERYTHING = {"c", "ch", "h", "k", "w"}


@pytest.fixture(scope="module")
def engine(new_url: NewUrl) -> Iterator[Engine]:
    with holding(new_url(), ARTICLES) as engine:
        yield engine


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", EVERYTHING),
        ("*", EVERYTHING),
        ("cocaine", {"c", "ch", "h"}),
        ("cocaine heroin", {"ch", "h"}),
        ("cocaine AND heroin", {"ch", "h"}),
        ("cocaine OR cannabis", {"c", "ch", "h", "k"}),
        ("cocaine heroin OR cannabis", {"ch", "h", "k"}),
        ("cocaine (heroin OR port)", {"c", "ch", "h"}),
        ("cocaine -heroin", {"c"}),
        ("cocaine NOT heroin", {"c"}),
        ("-cocaine", {"k", "w"}),
        ("NOT cocaine", {"k", "w"}),
        ("-cocaine -cannabis", {"w"}),
        ("-(cocaine OR cannabis)", {"w"}),
        ("-(cocaine heroin)", {"c", "k", "w"}),
        ("-(cocaine -heroin)", {"ch", "h", "k", "w"}),
        ("--cocaine", {"c", "ch", "h"}),
        ("-(-cocaine)", {"c", "ch", "h"}),
        ("-(-cocaine OR -heroin)", {"ch", "h"}),
        ("cannabis OR -cocaine", {"k", "w"}),
        ("port OR -cocaine", {"c", "k", "w"}),
        ("cocaine (port OR -heroin)", {"c"}),
        ("-cocaine cocaine", set()),
        ("-cocaine OR cocaine", EVERYTHING),
        ("-*", set()),
        ("weapons -*", set()),
        ("weapons OR *", EVERYTHING),
    ],
)
def test_logic(engine: Engine, query: str, expected: set[str]) -> None:
    assert found(engine, query) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("title:cocaine", {"c", "ch"}),
        ("body:cocaine", {"h"}),
        ("-title:cocaine", {"h", "k", "w"}),
        ("title:(cocaine OR weapons) -body:port", {"ch", "w"}),
        ('title:"cocaine heroin"', {"ch"}),
        ('body:"cocaine heroin"', set()),
        ("TITLE:heroin", {"ch", "h"}),
    ],
)
def test_words_in_one_field(engine: Engine, query: str, expected: set[str]) -> None:
    assert found(engine, query) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("country:ES", {"c", "ch"}),
        ("country:Spain", {"c", "ch"}),
        ("country:marruecos", {"ch"}),
        ("country:039", {"c", "ch"}),
        ('country:"Southern Europe"', {"c", "ch"}),
        ("country:002", {"ch"}),
        ("-country:ES", {"h", "k", "w"}),
        ("country:ES country:MA", {"ch"}),
        ("country:(MA OR ES) -border", {"c"}),
        ("country:FR", set()),
        ('country:"-"', {"h", "k", "w"}),
        (r"country:\-", {"h", "k", "w"}),
        ('-country:"-"', {"c", "ch"}),
        ("agency:ma-dgsn", {"h"}),
        ("agency:bcij", set()),
        ("agency:MA", {"h"}),
        ("crime_type:weapons", {"w"}),
        ('crime_type:"Weapons trafficking"', {"w"}),
        ("language:fr", {"w"}),
        ("language:French", {"w"}),
        ("""person:"O'Neil, Ann\"""", {"k"}),
        ("person:Ann", set()),
        ('source:"The *Star*"', {"k"}),
        ('source:"The Star"', set()),
        ("cocaine country:MA", {"ch"}),
        ("heroin OR agency:ma-dgsn", {"ch", "h"}),
    ],
)
def test_values_of_facets(engine: Engine, query: str, expected: set[str]) -> None:
    assert found(engine, query) == expected


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("published:2024", {"ch", "h", "k"}),
        ("published:2024-02", {"h"}),
        ("published:2024-02-29", {"h"}),
        ("published:2023-12-31", {"c"}),
        ("published:>2024-01-01", {"h", "k"}),
        ("published:>=2024-01-01", {"ch", "h", "k"}),
        ("published:<2024", {"c"}),
        ("published:<=2024-02", {"c", "ch", "h"}),
        ("published:[2024-01-01 TO 2024-02-29]", {"ch", "h"}),
        ("published:{2024-01-01 TO 2024-02-29}", set()),
        ("published:{2024-01-01 TO 2024-02-29]", {"h"}),
        ("published:[* TO 2024-01-01]", {"c", "ch"}),
        ("published:[2024-12 TO *]", {"k"}),
        ("-published:2024", {"c", "w"}),
        ("published:1900 OR published:9999", set()),
        ("published:0001-01-01", set()),
    ],
)
def test_days_of_publication(engine: Engine, query: str, expected: set[str]) -> None:
    assert found(engine, query) == expected


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2024, 1, 1), None, {"ch", "h", "k"}),
        (None, date(2024, 1, 1), {"c", "ch"}),
        (date(2024, 1, 1), date(2024, 2, 29), {"ch", "h"}),
        (date(2024, 3, 1), date(2024, 1, 1), set()),
        (date.min, date.max, {"c", "ch", "h", "k"}),
    ],
)
def test_the_request_s_days(
    engine: Engine, first: date | None, last: date | None, expected: set[str]
) -> None:
    assert found(engine, published_from=first, published_to=last) == expected


def test_days_open_on_both_sides_find_every_dated_article(engine: Engine) -> None:
    assert set(ids(engine.search(SearchRequest(Published())))) == {"c", "ch", "h", "k"}
