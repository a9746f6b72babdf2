"""The surfaces step: the names of the vocabulary in title and body, in the article's language."""

import pytest

from indexer.language_names import surface_index
from indexer.steps.surfaces import surfaces
from tests.indexer.making import draft, named


def test_title_and_body_in_order() -> None:
    made = draft("Police in Kenya met Interpol.", "Kenya and Peru")
    surfaces(made)
    places = [(s.where, s.id, s.text) for s in made.surfaces if s.kind == "place"]
    assert places == [("title", "KE", "Kenya"), ("title", "PE", "Peru"), ("body", "KE", "Kenya")]
    assert [s.id for s in made.surfaces if s.kind == "agency"] == ["int-interpol"]


@pytest.mark.parametrize(
    ("language", "text", "ids"),
    [
        ("en", "Moroccan and Spanish cars in Brussels", ["MA", "ES", "BE"]),
        ("fr", "des voitures marocaines, l’Espagne et la Belgique", ["MA", "ES", "BE"]),
        ("es", "un coche marroquí en España y Bélgica", ["MA", "ES", "BE"]),
        ("pt", "um carro marroquino em Espanha e na Bélgica", ["MA", "ES", "BE"]),
        ("de", "marokkanische Autos in Spanien und Belgien", ["MA", "ES", "BE"]),
        ("it", "una auto marocchina in Spagna e in Belgio", ["MA", "ES", "BE"]),
        ("ar", "سيارة مغربية في إسبانيا وبلجيكا", ["MA", "ES", "BE"]),
    ],
)
def test_countries_in_seven_languages(language: str, text: str, ids: list[str]) -> None:
    assert [concept for concept, _ in named(text, language)] == ids


def test_languages_without_a_file_have_names_of_countries() -> None:
    assert [concept for concept, _ in named("Полиция: Россия и Марокко", "ru")] == ["RU", "MA"]
    assert [concept for concept, _ in named("Politi i Danmark og Sverige", "da")] == ["DK", "SE"]
    assert [concept for concept, _ in named("中国警方和日本", "zh")] == ["CN", "JP"]


@pytest.mark.parametrize("language", [None, "qq", "zz-unknown"])
def test_an_unknown_language_still_finds_agencies(language: str | None) -> None:
    made = draft("Interpol", language=language)
    surfaces(made)
    assert [s.id for s in made.surfaces if s.kind == "agency"] == ["int-interpol"]


def test_the_index_of_a_language_is_built_once() -> None:
    assert surface_index("en") is surface_index("en")


@pytest.mark.parametrize(
    ("language", "text", "ids"),
    [
        ("pl", "Policja w Polsce i w Niemczech, w Warszawie", {"PL", "DE"}),
        ("el", "στην Ελλάδα και στη Γερμανία, στο Παρίσι", {"GR", "DE", "FR"}),
        ("uk", "у Німеччині та в Україні", {"DE", "UA"}),
        ("hu", "Magyarországon és Németországban", {"HU", "DE"}),
        ("sv", "i Sverige och i Paris", {"SE", "FR"}),
        ("sw", "nchini Kenya na Ufaransa", {"KE", "FR"}),
        ("hi", "भारत और पाकिस्तान में", {"IN", "PK"}),
        ("ja", "日本の警察はフランスで", {"JP", "FR"}),
        ("ko", "대한민국 경찰은 프랑스에서", {"KR", "FR"}),
        ("he", "בצרפת", {"FR"}),
        ("sv", "Nigeria och Niger", {"NG", "NE"}),
        ("hu", "Nigériában és Nigerben", {"NG", "NE"}),
    ],
)
def test_cldr_names_with_the_endings_and_particles_of_the_language(
    language: str, text: str, ids: set[str]
) -> None:
    assert {country for country, _ in named(text, language)} == ids
