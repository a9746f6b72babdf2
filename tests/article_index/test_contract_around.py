"""The engine contract: what stands around the results, made of an engine's answers."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from article_index.concept_words import NamedConcept, named_concepts, widened
from article_index.engine import Engine
from article_index.query_parser import parse_query
from article_index.search import FacetFilter, SearchRequest
from article_index.significant import significant_values
from article_index.similar import similar_articles
from article_index.spelling import did_you_mean
from article_index.story_lines import one_line_per_story
from tests.article_index.conftest import NewUrl
from tests.article_index.searching import found, holding, ids, request_of
from tests.factory import article

HARBOUR = "Customs officers opened a container of bananas in the harbour and found cocaine."
ARTICLES = [
    *(
        article(
            f"Cocaine in the harbour {n}",
            id=f"harbour-{n}",
            body=HARBOUR,
            countries=("NL",),
            crime_types=("drug-trafficking",),
            published=date(2025, 1, n),
            story="harbour-1",
        )
        for n in (1, 2, 3)
    ),
    article(
        "Cocaine again", id="again", body="Cocaine among bananas in another harbour.", countries=("NL", "BE")
    ),
    article("Bananas dearer", id="dear", body="The price of bananas rises.", countries=("BE",)),
    article(
        "Contra el narcotráfico",
        id="es",
        language="es",
        body="La policía y el narcotráfico.",
        countries=("ES",),
    ),
    article("Drogenhandel in Kiel", id="de", language="de", countries=("DE",), story="solo"),
    *(article(f"Weather {n}", id=f"w{n}", body="Rain.", countries=("GB",)) for n in range(12)),
]
MEANT = {"de": "Drogenhandel", "es": "narcotráfico"}


@pytest.fixture(scope="module")
def engine(new_url: NewUrl) -> Iterator[Engine]:
    with holding(new_url(), ARTICLES) as engine:
        yield engine


def test_frequencies_say_in_how_many_texts_words_stand(engine: Engine) -> None:
    words = ["bananas", "rain", "harbour", "unheard"]
    assert engine.frequencies(words) == {"bananas": 5, "rain": 12, "harbour": 4, "unheard": 0}
    assert engine.frequencies([]) == {}


def test_similar_articles_share_telling_words_and_no_story(engine: Engine) -> None:
    first = engine.get("harbour-1")
    assert first is not None
    assert [hit.article.id for hit in similar_articles(engine, first, 3)][:2] == ["again", "dear"]
    rain = engine.get("w3")
    assert rain is not None
    assert {hit.article.id[0] for hit in similar_articles(engine, rain, 5)} == {"w"}
    assert similar_articles(engine, article("", id="x", body=""), 5) == []


def test_each_story_has_one_line_that_counts_its_others(engine: Engine) -> None:
    page = one_line_per_story(engine, request_of("cocaine"))
    assert [(hit.article.id, hit.others) for hit in page.hits if hit.article.story] == [("harbour-3", 2)]
    assert page.total == 4
    narrowed = request_of("cocaine published:2025-01-02")
    assert ids(one_line_per_story(engine, narrowed)) == ["harbour-2"]


def test_folded_pages_neither_repeat_nor_lose_a_story(engine: Engine) -> None:
    request = replace(request_of("cocaine OR bananas"), size=1)
    seen = []
    for _ in range(10):
        page = one_line_per_story(engine, request)
        seen += ids(page)
        if page.next is None:
            break
        request = replace(request, after=page.next)
    assert sorted(seen) == ["again", "dear", "harbour-3"]


def test_values_stand_out_against_the_whole_index(engine: Engine) -> None:
    found_values = significant_values(engine, request_of("cocaine"), "country", 3)
    assert found_values[0].value == "NL"
    assert (found_values[0].count, found_values[0].everywhere) == (4, 4)
    assert all(value.value != "GB" for value in found_values)


def test_what_a_search_asks_for_does_not_stand_out(engine: Engine) -> None:
    request = SearchRequest(filters={"country": FacetFilter(any_of=("NL",))})
    values = [one.value for one in significant_values(engine, request, "country", 20)]
    assert "NL" not in values
    assert "150" not in values  # Europe, which the Netherlands imply
    assert significant_values(engine, request, "crime_type", 5)[0].count == 3


def test_nothing_stands_out_of_nothing(engine: Engine) -> None:
    assert significant_values(engine, request_of("unheard"), "country", 3) == []


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("cocane", "cocaine"),
        ("cocaine harbuor", "cocaine harbour"),
        ("title:wether", "title:weather"),
        ("narcotrafico", None),  # accents don't matter: the index knows it
        ("cocaine", None),
        ("xyzzyplugh", None),
        ("rian", "rain"),
        ("-cocane", None),
        ("cocane OR bannanas", "cocaine OR bananas"),
    ],
)
def test_did_you_mean(engine: Engine, query: str, meant: str | None) -> None:
    respelt = did_you_mean(engine, parse_query(query).node)
    assert (str(respelt) if respelt else None) == meant


@pytest.mark.parametrize(
    ("query", "concepts"),
    [
        ("narcotráfico", [("crime_type", ("drug-trafficking",))]),
        ("drug trafficking port", [("crime_type", ("drug-trafficking",))]),
        ('"trata de personas"', [("crime_type", ("human-trafficking",))]),
        ("الإنتربول", [("agency", ("int-interpol",))]),
        ("cocaine OR Interpol", [("agency", ("int-interpol",))]),
        ("Marruecos terrorismo", [("country", ("MA",)), ("crime_type", ("terrorism",))]),
        ("us", []),
        ("-interpol", []),
        ("country:MA", []),
    ],
)
def test_words_that_name_concepts(query: str, concepts: list[tuple[str, tuple[str, ...]]]) -> None:
    named = named_concepts(parse_query(query).node)
    assert [(one.facet, one.values) for one in named] == concepts
    assert all(isinstance(one, NamedConcept) and one.text for one in named)


def test_a_widened_query_finds_other_languages(engine: Engine) -> None:
    assert found(engine, "narcotráfico") == {"es"}
    wide = engine.search(SearchRequest(widened(parse_query("narcotráfico").node)))
    assert set(ids(wide)) == {"es", "de"}
    assert str(widened(parse_query("cocaine").node)) == "cocaine"
