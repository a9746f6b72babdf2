"""The crime types step: what the triggers say, the main type first."""

import pytest

from indexer.draft import Draft
from indexer.steps.crime_types import crime_types
from indexer.steps.surfaces import surfaces
from tests.indexer.making import draft


def read(body: str, title: str = "-", language: str = "en") -> Draft:
    made = draft(body, title, language)
    surfaces(made)
    crime_types(made)
    return made


@pytest.mark.parametrize(
    ("language", "text", "crime"),
    [
        ("en", "a drug trafficking ring", "drug-trafficking"),
        ("en", "a ransomware attack", "cybercrime"),
        ("en", "charged with attempted murder", "attempted-homicide"),
        ("en", "human traffickers were held", "human-trafficking"),
        ("en", "arms trafficking", "weapons-trafficking"),
        ("fr", "un trafic d’êtres humains", "human-trafficking"),
        ("fr", "la lutte contre la criminalité organisée", "organised-crime"),
        ("fr", "tentative d’assassinat", "attempted-homicide"),
        ("es", "narcotráfico", "drug-trafficking"),
        ("es", "blanqueo de capitales", "money-laundering"),
        ("pt", "lavagem de dinheiro", "money-laundering"),
        ("pt", "tráfico de drogas", "drug-trafficking"),
        ("de", "Verdacht auf Geldwäsche", "money-laundering"),
        ("de", "ein Fahrraddiebstahl", "theft"),
        ("de", "Drogenschmuggel", "drug-trafficking"),
        ("it", "traffico di droga", "drug-trafficking"),
        ("it", "riciclaggio di denaro", "money-laundering"),
        ("ar", "الاتجار بالبشر", "human-trafficking"),
        ("ar", "مكافحة الإرهاب", "terrorism"),
        ("ar", "غسل الأموال", "money-laundering"),
    ],
)
def test_triggers_in_seven_languages(language: str, text: str, crime: str) -> None:
    assert crime in read(text, language=language).crime_types


@pytest.mark.parametrize(
    "text", ["It was a murder mystery novel.", "He ordered poached eggs.", "A stolen base won it."]
)
def test_figures_of_speech_are_no_crimes(text: str) -> None:
    assert read(text).crime_types == ()


@pytest.mark.parametrize(
    "text", ["He was arrested by officers.", "The operation went on.", "A suspect was seen.", ""]
)
def test_everyday_words_are_no_crimes(text: str) -> None:
    assert read(text).crime_types == ()


def test_a_longer_trigger_hides_the_shorter() -> None:
    assert read("He was charged with attempted murder.").crime_types == ("attempted-homicide",)


def test_the_type_of_the_title_comes_first() -> None:
    made = read("Money laundering, money laundering, fraud.", "Kidnapping in the harbour")
    assert made.crime_types[0] == "kidnapping"


def test_the_type_of_the_lead_comes_before_the_end() -> None:
    made = read("A burglary. " + "Nothing else. " * 60 + "An arson.")
    assert made.crime_types == ("burglary", "arson")


def test_each_mention_stands_where_it_says() -> None:
    made = read("Smugglers with cocaine and more Cocaine.", "COCAINE seized")
    assert made.mentions
    assert all(made.part(m.where)[m.start : m.end] == m.text for m in made.mentions)
    assert {m.rule for m in made.mentions} == {"trigger"}


def test_a_general_type_yields_to_the_special_one_that_says_more() -> None:
    crimes = read(
        "Cocaine smuggling: drug traffickers hid the drugs in a container of contraband."
    ).crime_types
    assert "drug-trafficking" in crimes
    assert not {"drug-offence", "economic-crime"} & set(crimes)


def test_a_general_type_stays_where_it_is_all_there_is() -> None:
    assert read("He was fined for possession of cannabis, a controlled drug.").crime_types == (
        "drug-offence",
    )
