"""The agencies step: full names, acronyms with what each needs, shared names beside a country."""

import pytest

from indexer.draft import Draft
from indexer.steps.agencies import agencies
from indexer.steps.surfaces import surfaces
from tests.indexer.making import draft


def read(body: str, language: str = "en", title: str = "-") -> Draft:
    made = draft(body, title, language)
    surfaces(made)
    agencies(made)
    return made


def found(body: str, language: str = "en") -> set[str]:
    return set(read(body, language).agencies)


@pytest.mark.parametrize(
    ("language", "text", "agency"),
    [
        ("en", "the Royal Canadian Mounted Police", "ca-rcmp"),
        ("en", "the Federal Bureau of Investigation", "us-fbi"),
        ("fr", "l’Agence de gestion et de recouvrement des avoirs saisis et confisqués", "fr-agrasc"),
        ("fr", "la direction générale de la surveillance du territoire au Maroc", "ma-dgst"),
        ("es", "agentes de la Guardia Civil", "es-guardia-civil"),
        ("de", "Beamte vom Bundeskriminalamt", "de-bka"),
        ("it", "i finanzieri della Guardia di Finanza", "it-guardia-di-finanza"),
        ("de", "Ermittler des FBI", "us-fbi"),
        ("ar", "الإنتربول", "int-interpol"),
    ],
)
def test_a_name_of_one_owner_counts_everywhere(language: str, text: str, agency: str) -> None:
    assert agency in found(text, language)


@pytest.mark.parametrize(
    ("text", "agency", "counts"),
    [
        # none
        ("FBI agents came.", "us-fbi", True),
        ("The fbi and Fbi came.", "us-fbi", False),
        # country
        ("The DGSN said so.", "ma-dgsn", False),
        ("The DGSN of Morocco said so.", "ma-dgsn", True),
        # context
        ("ICE agents deported forty migrants.", "us-ice", True),
        ("ICE covered the roads that night.", "us-ice", False),
        ("ICE." + " Nothing." * 50 + " Migrants were seen.", "us-ice", False),
        # name
        ("The ICC opened a case.", "int-icc", False),
        ("The International Criminal Court opened a case. The ICC said so.", "int-icc", True),
    ],
)
def test_an_acronym_counts_with_what_it_needs(text: str, agency: str, counts: bool) -> None:
    assert (agency in found(text)) is counts


@pytest.mark.parametrize(
    ("language", "text", "agency"),
    [
        ("en", "a memorandum with Brazil’s Federal Police", "br-policia-federal"),
        ("en", "a memorandum with Brazil's Federal Police", "br-policia-federal"),
        ("en", "the National Police of Colombia", "co-policia-nacional"),
        ("fr", "le directeur de la police danoise", "dk-politi"),
        ("fr", "la police nationale espagnole", "es-policia-nacional"),
        ("es", "la policía federal de Argentina", "ar-policia-federal"),
        ("de", "die dänische Polizei", "dk-politi"),
    ],
)
def test_a_shared_name_beside_a_country(language: str, text: str, agency: str) -> None:
    assert found(text, language) == {agency}


def test_police_alone_says_nothing() -> None:
    assert found("Police arrested four men. Nobody knows more. This was in Denmark.") == set()


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        (
            "Au Maroc, la DGSN a annoncé des arrestations. Le Maroc et le Maroc; l’Algérie.",
            "ma-dgsn",
        ),
        (
            "En Algérie, la DGSN a annoncé des arrestations. L’Algérie et Alger; le Maroc.",
            "dz-dgsn",
        ),
        ("La direction générale de la sûreté nationale à Alger. Alger et Oran.", "dz-dgsn"),
        ("La direction générale de la sûreté nationale à Rabat. Rabat et Fès.", "ma-dgsn"),
    ],
)
def test_a_name_of_several_owners_goes_to_the_country_of_the_text(text: str, agency: str) -> None:
    assert found(text, "fr") == {agency}


def test_of_two_owners_in_one_article_the_country_beside_decides() -> None:
    made = read("Morocco, Morocco and Morocco. The Algerian DGSN met the Moroccan DGSN.")
    assert set(made.agencies) == {"ma-dgsn", "dz-dgsn"}


def test_those_named_most_come_first_with_their_mentions() -> None:
    made = read("Europol helped. Interpol, Interpol and Interpol came.")
    assert made.agencies == ("int-interpol", "int-europol")
    assert [m.value for m in made.mentions if m.field == "agencies"].count("int-interpol") == 3
    assert all(made.body[m.start : m.end] == m.text for m in made.mentions)


def test_a_title_counts() -> None:
    made = read("Nothing more is known.", title="Europol warns")
    assert made.agencies == ("int-europol",)
    assert made.mentions[0].where == "title"
