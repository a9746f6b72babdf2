"""An article as engines index it."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article_index.article import KEYWORD_FIELDS, Article
from article_index.index_document import (
    LOOKUP_FIELDS,
    NEWEST_KEY,
    NUMBER_FIELDS,
    OLDEST_KEY,
    PREFIX_FIELDS,
    SET_FIELDS,
    TERM_FIELDS,
    VALUE_FIELDS,
    date_fields,
    index_document,
)
from tests.factory import article


def test_texts_become_terms_with_gaps_where_stop_words_stood() -> None:
    document = index_document(article("The arrests of Müller", body="Fled."))
    assert document["title_stems"] == "_ arrest _ muller"
    assert document["title_exact"] == "the arrests of muller"
    assert (document["body_stems"], document["body_exact"]) == ("fled", "fled")


def test_stems_are_of_the_articles_language() -> None:
    assert index_document(article("arrests", language=None))["title_stems"] == "arrests"
    assert index_document(article("policías", language="es"))["title_stems"] == "polic"


@pytest.mark.parametrize("title", ["", " … ", "the of"])
def test_a_text_without_terms_still_has_one_so_that_engines_count_it(title: str) -> None:
    document = index_document(article(title))
    stems = str(document["title_stems"]).split()
    assert len(stems) == 1
    assert not stems[0].isalnum()
    assert document["title_exact"]


def test_values_come_with_their_ancestors_each_once() -> None:
    document = index_document(
        article(
            countries=("MA", "DZ", "MA"),
            crime_types=("drug-trafficking", "arson"),
            agencies=("int-unodc", "ma-dgsn", "unknown"),
            persons=("Ann", "Ann"),
        )
    )
    assert document["countries"] == ["MA", "DZ", "015", "002"]
    assert document["crime_types"] == ["drug-trafficking", "arson", "drugs", "property"]
    assert document["agencies"] == ["int-unodc", "ma-dgsn", "unknown", "int-un", "int", "MA"]
    assert document["persons"] == ["Ann"]


def test_fields_without_a_value_are_named() -> None:
    bare = Article(id="a")
    assert index_document(bare)["without"] == [*KEYWORD_FIELDS, "published"]
    full = replace(bare, countries=("MA",), language="fr", published=date(2024, 1, 1))
    without = [name for name in KEYWORD_FIELDS if name not in ("countries", "language")]
    assert index_document(full)["without"] == without


@given(st.text(), st.text(), st.none() | st.dates(), st.sampled_from([None, "en", "ar", "xx"]))
def test_every_name_is_declared(title: str, body: str, day: date | None, language: str | None) -> None:
    made = article(title, body=body, published=day, language=language)
    document = index_document(made)
    assert document.keys() <= {
        *TERM_FIELDS,
        *SET_FIELDS,
        *VALUE_FIELDS,
        *LOOKUP_FIELDS,
        *PREFIX_FIELDS,
        *NUMBER_FIELDS,
    }
    assert {name for name in TERM_FIELDS if document[name]} == set(TERM_FIELDS)


@given(st.dates())
def test_keys_fit_a_signed_number_of_64_bits(day: date) -> None:
    fields = date_fields(Article(id="a", published=day))
    assert all(0 <= int(str(fields[name])) < 1 << 63 for name in fields.keys() & set(NUMBER_FIELDS))


@given(st.dates(date(1700, 1, 2), date(2058, 10, 1)), st.text(min_size=1), st.text(min_size=1))
def test_keys_order_by_day_whatever_the_ids(day: date, one: str, other: str) -> None:
    undated = date_fields(Article(id=one))
    earlier = date_fields(Article(id=other, published=day))
    later = date_fields(Article(id=one, published=day + timedelta(1)))
    for key, order in ((NEWEST_KEY, (later, earlier, undated)), (OLDEST_KEY, (earlier, later, undated))):
        assert all(int(str(a[key])) > int(str(b[key])) for a, b in pairwise(order))


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"id": ""}, "no id"),
        ({"id": "é" * 257}, "more than 512 bytes"),
        ({"source": "x" * 32_767}, "source has more than 32,766 bytes"),
        ({"persons": ("Ann", "é" * 20_000)}, "persons has more than"),
    ],
)
def test_an_article_that_no_engine_takes_is_refused(fields: dict[str, object], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        index_document(article(**{"id": "a", **fields}))


def test_the_longest_that_engines_take_is_taken() -> None:
    document = index_document(article(id="é" * 256, source="x" * 32_766))
    assert document["source"] == ["x" * 32_766]
