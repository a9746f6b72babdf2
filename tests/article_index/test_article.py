"""The article: its fields, declared once, and its JSON."""

import json
from dataclasses import fields
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article_index.article import FACET_FIELDS, FACETS, FIELDS, Article, Kind, Mention
from tests.factory import article
from vocabulary import concepts

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)
WORDS = st.lists(st.text(), max_size=3).map(tuple)
MENTIONS = st.builds(
    Mention, st.text(), st.text(), st.text(), st.integers(), st.integers(), st.text(), st.text()
)
ARTICLES = st.builds(
    Article,
    id=st.text(),
    title=st.text(),
    body=st.text(),
    url=st.none() | st.text(),
    language=st.none() | st.text(),
    published=st.none() | st.dates(),
    source=st.none() | st.text(),
    countries=WORDS,
    persons=WORDS,
    mentions=st.lists(MENTIONS, max_size=2).map(tuple),
    notes=WORDS,
    extra=st.dictionaries(st.text(), JSON, max_size=2),
    fingerprint=st.text(),
)


@given(ARTICLES)
def test_an_article_reads_back_from_its_json(made: Article) -> None:
    assert Article.from_json(json.loads(json.dumps(made.to_json()))) == made


def test_the_json_has_every_field_in_the_declared_order() -> None:
    assert list(article().to_json()) == [field.name for field in FIELDS]


def test_every_field_is_declared_once_and_there() -> None:
    assert sorted(field.name for field in FIELDS) == sorted(field.name for field in fields(Article))


def test_json_uses_plain_values() -> None:
    made = article(
        id="a",
        published=date(2024, 2, 29),
        mentions=(Mention("countries", "MA", "Rabat", 1, 6, "capital", "title"),),
    )
    plain = made.to_json()
    assert plain["published"] == "2024-02-29"
    assert plain["countries"] == []
    assert plain["mentions"] == [
        {
            "field": "countries",
            "value": "MA",
            "text": "Rabat",
            "start": 1,
            "end": 6,
            "rule": "capital",
            "in": "title",
        }
    ]


@pytest.mark.parametrize("plain", [{"id": "a"}, {"id": "a", "unknown": 1, "mentions": None}])
def test_json_may_lack_fields_and_have_others(plain: dict[str, Any]) -> None:
    assert Article.from_json(plain) == Article(id="a")


def test_values_are_a_tuple_whatever_the_field() -> None:
    made = article(language="fr", countries=("MA", "ES"))
    assert made.values("countries") == ("MA", "ES")
    assert made.values("language") == ("fr",)
    assert made.values("source") == ()


def test_facets_are_fields_of_whole_values_with_a_vocabulary_that_exists() -> None:
    kinds = {field.name: field.kind for field in FIELDS}
    for name, facet in FACETS.items():
        assert kinds[FACET_FIELDS[name]] is Kind.KEYWORD
        assert facet.vocabulary is None or concepts(facet.vocabulary)


@pytest.mark.parametrize("name", ["country", "about", "crime_type"])
def test_a_page_can_show_all_values_of_a_small_vocabulary(name: str) -> None:
    facet = FACETS[name]
    assert facet.vocabulary
    assert len(concepts(facet.vocabulary)) <= facet.size
