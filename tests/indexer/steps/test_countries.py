"""The countries step: all that an article names, and the one to three that it is about."""

import pytest

from indexer.draft import Draft
from indexer.steps.agencies import agencies
from indexer.steps.countries import MOST_FOCUS, countries
from indexer.steps.surfaces import surfaces
from tests.indexer.making import draft


def read(body: str, title: str = "-", language: str = "en") -> Draft:
    made = draft(body, title, language)
    surfaces(made)
    agencies(made)
    countries(made)
    return made


def rules(made: Draft) -> dict[str, str]:
    return {m.text: m.rule for m in made.mentions if m.field == "countries"}


def test_by_name_demonym_and_city() -> None:
    made = read("Moroccan officers met in Madrid with a delegation from Denmark.")
    assert set(made.countries) == {"MA", "ES", "DK"}
    assert rules(made) == {"Moroccan": "demonym", "Madrid": "city", "Denmark": "name"}


def test_an_agency_gives_its_country() -> None:
    made = read("The FBI and Interpol searched the house.")
    assert made.countries == ("US",)
    assert rules(made) == {"FBI": "agency"}


def test_an_agency_of_no_country_gives_none() -> None:
    assert read("Interpol and Europol helped.").countries == ()


def test_the_country_of_the_title_comes_first() -> None:
    body = "Two men are held. " * 20 + "They came from France, by way of France and Spain."
    made = read(body, "Kenya holds two men")
    assert made.countries[0] == "KE"
    assert made.focus_countries[0] == "KE"


def test_a_passing_mention_is_no_focus() -> None:
    body = "RABAT - Moroccan police arrested two men in Morocco. " + "Nothing else is known. " * 20
    made = read(body * 2 + "One had lived in Peru.", "Morocco: two held")
    assert made.focus_countries == ("MA",)
    assert set(made.countries) == {"MA", "PE"}


def test_a_story_that_names_many_is_not_about_each() -> None:
    body = (
        "NAIROBI - Kenya's rangers seized four tonnes of ivory on Monday, the largest find in Kenya in "
        "years. It was bound for Laos by way of Malaysia, and the crew came from Ghana. Kenya has asked for "
        "the owner."
    )
    made = read(body, "Kenya finds four tonnes of ivory")
    assert made.focus_countries == ("KE",)
    assert set(made.countries) == {"KE", "LA", "MY", "GH"}


def test_focus_has_one_to_three_countries() -> None:
    title = "France, Spain, Kenya, Peru and Chile agree"
    assert len(read(title, title).focus_countries) == MOST_FOCUS
    assert read("Far away in the text. " * 30 + "Peru was named.").focus_countries == ("PE",)
    assert read("Nothing at all.").focus_countries == ()


def test_focus_countries_are_countries_of_the_article() -> None:
    made = read("Police in Kenya and Uganda met in Nairobi; Kenya's neighbours, such as Somalia, did not.")
    assert set(made.focus_countries) <= set(made.countries)
    assert made.countries[: len(made.focus_countries)] == made.focus_countries


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("storms across Latin America and New England", set()),
        ("the Paris Agreement and the Geneva Convention", set()),
        ("Guinea-Bissau", {"GW"}),
        ("Papua New Guinea", {"PG"}),
        ("South Sudan", {"SS"}),
        ("North Korea and South Korea", {"KP", "KR"}),
        ("a roast turkey", set()),
        ("they told us so", set()),
        ("Northern Ireland", {"GB"}),
        ("Hong Kong and Taiwan", {"HK", "TW"}),
        ("the Dominican Republic", {"DO"}),
        ("the Democratic Republic of Congo", {"CD"}),
    ],
)
def test_names_that_look_like_others(text: str, ids: set[str]) -> None:
    assert set(read(f"It was {text} again.").countries) == ids


@pytest.mark.parametrize(
    ("language", "text", "ids"),
    [
        ("fr", "Le Niger et le Nigeria, la Guinée équatoriale", {"NE", "NG", "GQ"}),
        ("fr", "la sole, la turque et un bon mali", {"TR"}),
        ("es", "Estados Unidos y EE.UU. y la República Dominicana", {"US", "DO"}),
        ("de", "US-Behörden und die deutsche Polizei in Österreich", {"US", "DE", "AT"}),
        ("pt", "os Emirados Árabes Unidos e a África do Sul", {"AE", "ZA"}),
        ("it", "gli Stati Uniti e i Paesi Bassi", {"US", "NL"}),
        ("ar", "للمغرب وبالجزائر والسعودية", {"MA", "DZ", "SA"}),
        ("ar", "مبلغ مالي في العام الجاري", set()),
    ],
)
def test_other_languages(language: str, text: str, ids: set[str]) -> None:
    assert set(read(text, language=language).countries) == ids


def test_order_does_not_depend_on_chance() -> None:
    assert len({read("Peru and Chile and Kenya and Ghana met.").countries for _ in range(5)}) == 1


@pytest.mark.parametrize(
    ("language", "text", "countries"),
    [
        (
            "pl",
            "Polscy celnicy zatrzymali w Lublinie dwóch Ukraińców i Niemca.",
            {"PL", "UA", "DE"},
        ),
        ("pl", "Minister mówił w Krakowie o amerykańskich i czeskich partnerach.", {"PL", "US", "CZ"}),
        ("sv", "Sveriges regering och tyska poliser mötte danskar i Göteborg.", {"SE", "DE", "DK"}),
        ("el", "Η ελληνική και η τουρκική αστυνομία στη Θεσσαλονίκη", {"GR", "TR"}),
        ("ja", "福岡で韓国籍の男を逮捕した。", {"JP", "KR"}),
        ("da", "Tysklands politi og svenske betjente i Aarhus", {"DE", "SE", "DK"}),
        ("cs", "České a německé hlídky zasahovaly v Brně.", {"CZ", "DE"}),
        ("ro", "Polițiști români și francezi au intervenit la Timișoara.", {"RO", "FR"}),
    ],
)
def test_languages_without_a_file_of_places_have_demonyms_and_cities(
    language: str, text: str, countries: set[str]
) -> None:
    assert set(read(text, "-", language).countries) >= countries
