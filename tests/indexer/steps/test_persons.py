"""The persons step: names after titles, names that begin with a given name, surnames again."""

import pytest

from indexer.draft import Draft
from indexer.steps.persons import persons
from indexer.steps.surfaces import surfaces
from tests.indexer.making import draft


def read(body: str, language: str = "en", title: str = "-") -> Draft:
    made = draft(body, title, language)
    surfaces(made)
    persons(made)
    return made


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", "Justice Minister Abdellatif Ouahbi spoke.", ("Abdellatif Ouahbi",)),
        ("en", "the King’s Prosecutor General El-Hassan Daki", ("El-Hassan Daki",)),
        ("en", "Mr Xyloph Qwertz spoke.", ("Xyloph Qwertz",)),
        ("en", "Detective Superintendent Hemi Tautahi-Ross spoke.", ("Hemi Tautahi-Ross",)),
        ("en", "President John F. Kennedy spoke.", ("John F. Kennedy",)),
        ("en", "Then Peter O’Neill spoke.", ("Peter O’Neill",)),
        ("fr", "M. Mikael Wern était là.", ("Mikael Wern",)),
        ("fr", "le directeur général, Abdelatif Hammouchi, a reçu", ("Abdelatif Hammouchi",)),
        ("fr", "hier Jean-Luc Dupond a parlé", ("Jean-Luc Dupond",)),
        ("es", "El fiscal general Juan de la Cruz habló.", ("Juan de la Cruz",)),
        ("pt", "A procuradora Maria dos Santos falou.", ("Maria dos Santos",)),
        ("de", "Innenminister Karl von der Heide sprach.", ("Karl von der Heide",)),
        ("it", "Il procuratore Giovanni Della Valle ha parlato.", ("Giovanni Della Valle",)),
        ("nl", "Minister Jan van der Berg sprak.", ("Jan van der Berg",)),
    ],
)
def test_full_names(language: str, text: str, names: tuple[str, ...]) -> None:
    assert read(text, language).persons == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال وزير الداخلية عبد الوافي لفتيت إن", "عبد الوافي لفتيت"),
        ("وصرح السيد محمد بن علي أمس", "محمد بن علي"),
    ],
)
def test_arabic_names_after_titles(text: str, name: str) -> None:
    assert name in read(text, "ar").persons


@pytest.mark.parametrize(
    "text",
    [
        "The Police and the Court of Appeal met on Monday in Paris.",
        "PETER AND THE WOLF WAS PLAYED",
        "Morocco Strengthens Global Security Alliances",
        "The General Directorate for National Security met Europol.",
        "",
    ],
)
def test_capitals_alone_are_no_names(text: str) -> None:
    assert read(text).persons == ()


def test_a_surname_counts_for_the_full_name() -> None:
    made = read("Peter Example spoke. Example, and Example’s son, left; Examples and Non-Example too.")
    assert made.persons == ("Peter Example",)
    assert [m.text for m in made.mentions] == ["Peter Example", "Example", "Example"]
    assert [m.rule for m in made.mentions] == ["first name", "surname", "surname"]


def test_a_surname_in_the_title_counts() -> None:
    made = read("Abdelatif Hammouchi a reçu le directeur.", "fr", "Hammouchi discute à Rabat")
    assert made.persons == ("Abdelatif Hammouchi",)
    assert {m.where for m in made.mentions} == {"title", "body"}


def test_the_longer_form_is_shown() -> None:
    made = read("Peter Example met Mr Example. Peter John Example left.")
    assert made.persons == ("Peter John Example",)


def test_those_named_most_come_first() -> None:
    assert read("Peter Example met Anna Sample. Sample left.").persons == ("Anna Sample", "Peter Example")


def test_names_do_not_cross_paragraphs() -> None:
    assert read("He met Peter\n\nExample Town").persons == ()


def test_names_shouted_after_a_title_are_written_as_others() -> None:
    assert read("PRESIDENT PETER EXAMPLE").persons in {("Peter Example",), ()}


def test_each_mention_stands_where_it_says() -> None:
    made = read("Justice Minister Peter Example spoke. Example left Anna Sample.", title="Example speaks")
    assert len(made.mentions) == 4
    assert all(made.part(m.where)[m.start : m.end] == m.text for m in made.mentions)
