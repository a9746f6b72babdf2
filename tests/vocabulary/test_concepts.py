"""The loader: concepts by kind and id, their labels, parents and children, found by any name."""

import pytest

from vocabulary import ancestors, children, concept, concepts, find, label
from vocabulary.folding import fold, lower

KINDS = ("countries", "agencies", "crime_types", "languages")


@pytest.mark.parametrize("kind", KINDS)
def test_every_parent_exists_and_none_is_above_itself(kind: str) -> None:
    every = concepts(kind)
    for found in every.values():
        above = ancestors(kind, found.id)
        assert found.id not in above
        assert set(above) <= set(every)
        assert found.parent is None or found.parent in above
        assert found.id in children(kind, found.parent) if found.parent else True


@pytest.mark.parametrize("kind", KINDS)
def test_every_concept_has_a_label(kind: str) -> None:
    assert [found.id for found in concepts(kind).values() if not label(kind, found.id)] == []


def test_what_lies_above() -> None:
    assert ancestors("countries", "MA") == ("015", "002")
    assert ancestors("crime_types", "drug-trafficking") == ("drugs",)
    assert ancestors("agencies", "ma-dgsn") == ("MA",)
    assert ancestors("agencies", "int-interpol") == ("int",)
    assert ancestors("countries", "unknown") == ()
    assert "drug-offence" in children("crime_types", "drugs")


@pytest.mark.parametrize(
    ("kind", "concept_id", "language", "text"),
    [
        ("countries", "ES", "en", "Spain"),
        ("countries", "ES", "fr", "Espagne"),
        ("countries", "ES", "ar", "إسبانيا"),
        ("countries", "ES", "sv", "Spanien"),
        ("countries", "015", "en", "Northern Africa"),
        ("crime_types", "theft", "de", "Diebstahl"),
        ("languages", "fr", "en", "French"),
        ("agencies", "int", "es", "Internacional"),
        ("agencies", "no-such-agency", "en", "no-such-agency"),
        (None, "anything", "en", "anything"),
    ],
)
def test_labels(kind: str | None, concept_id: str, language: str, text: str) -> None:
    assert label(kind, concept_id, language) == text


@pytest.mark.parametrize(
    ("kind", "text", "concept_id"),
    [
        ("countries", "ma", "MA"),
        ("countries", "maroc", "MA"),
        ("countries", "  Côte   d'Ivoire ", "CI"),
        ("countries", "المغرب", "MA"),
        ("agencies", "interpol", "int-interpol"),
        ("agencies", "ma-dgsn", "ma-dgsn"),
        ("crime_types", "DRUG TRAFFICKING", "drug-trafficking"),
        ("crime_types", "terrorisme", "terrorism"),
    ],
)
def test_find_by_any_name(kind: str, text: str, concept_id: str) -> None:
    assert find(kind, text) == (concept_id,)


@pytest.mark.parametrize("text", ["nowhere at all", ""])
def test_what_nothing_is_called_is_not_found(text: str) -> None:
    assert find("countries", text) == ()


def test_a_name_of_several_owners_finds_them_all() -> None:
    assert {"ma-dgsn", "dz-dgsn"} <= set(find("agencies", "DGSN"))


def test_an_unknown_kind_is_an_error_and_an_unknown_id_none() -> None:
    with pytest.raises(KeyError):
        concepts("colours")
    assert concept("countries", "no") is None


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Élysée", "elysee"),
        ("Straße", "strasse"),
        ("İSTANBUL", "istanbul"),
        ("إسبانيا", "اسبانيا"),
        ("المَغــرِب", "المغرب"),
        ("القاهرة", "القاهره"),
        ("Москва", "москва"),
        ("भारत", "भारत"),
        ("ＦＢＩ", "fbi"),
    ],
)
def test_folding(text: str, plain: str) -> None:
    assert fold(lower(text)) == plain
