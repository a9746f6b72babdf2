"""The engine contract: pairs of concepts, and whole values of index fields."""

from collections.abc import Iterator

import pytest

from article_index.article import replace
from article_index.engine import Engine
from article_index.index_document import NEAR
from article_index.near_duplicates import bands
from article_index.search import FacetFilter
from tests.article_index.conftest import NewUrl
from tests.article_index.searching import found, holding, search
from tests.factory import article

TEXT = " ".join(f"Officer {n} searched house {n * 7} of street {n * 13}." for n in range(12))
ARTICLES = [
    article(id="1", cooperating_countries=("ES_MA",), wire=("afp",), story="1", body=TEXT),
    article(id="2", cooperating_countries=("ES_FR", "ES_MA"), disputing_countries=("DZ_MA",), story="1"),
    article(
        id="3", cooperating_agencies=("es-policia-nacional_ma-dgsn",), story="3", body=TEXT + " Nobody knew."
    ),
    article(id="4"),
]


@pytest.fixture(scope="module")
def engine(new_url: NewUrl) -> Iterator[Engine]:
    with holding(new_url(), ARTICLES) as engine:
        yield engine


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("cooperation:ES_MA", {"1", "2"}),
        ("cooperation:MA_ES", {"1", "2"}),
        ('cooperation:"Morocco + Spain"', {"1", "2"}),
        ('cooperation:"España – Marruecos"', {"1", "2"}),
        ("cooperation:ES", {"1", "2"}),
        ("cooperation:Frankreich", {"2"}),
        ("dispute:DZ_MA", {"2"}),
        ("agency_cooperation:ma-dgsn", {"3"}),
        ("cooperation:-", {"3", "4"}),
        ("wire:AFP", {"1"}),
    ],
)
def test_pairs_are_found_by_both_members_in_any_order_and_by_each(
    engine: Engine, query: str, expected: set[str]
) -> None:
    assert found(engine, query) == expected


def test_pairs_are_counted_and_their_members_with_them(engine: Engine) -> None:
    counts = search(engine).facets["cooperation"].values
    assert counts == {"ES_MA": 2, "ES": 2, "MA": 2, "ES_FR": 1, "FR": 1}
    chosen = {"cooperation": FacetFilter(all_of=("FR",))}
    assert search(engine, filters=chosen).facets["cooperation"].values["ES_MA"] == 1


def test_whole_values_of_any_index_field_can_be_asked_for(engine: Engine) -> None:
    assert found(engine, only=(("story", ("1",)),)) == {"1", "2"}
    assert found(engine, only=(("story", ("1", "3")), ("wire", ("afp",)))) == {"1"}
    assert found(engine, only=(("story", ("none",)),)) == set()


def test_articles_alike_share_keys_in_the_index(engine: Engine) -> None:
    keys = tuple(bands(replace(ARTICLES[0], id="new", body=TEXT + " A dog barked.")))
    assert found(engine, only=((NEAR, keys),)) == {"1", "3"}
