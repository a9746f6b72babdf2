"""Who works with whom: the words that bind names, the lists they bind, and what stays out."""

import pytest

from article_index.article import Article
from tests.indexer.making import enriched
from vocabulary.concepts import records

WORKING = [
    ("en", "Spain and Morocco cooperate against smuggling.", ["ES_MA"]),
    ("en", "A joint raid by Spain, France and Italy hit a Moroccan.", ["ES_FR", "ES_IT", "FR_IT"]),
    ("en", "He was extradited to Spain from Morocco, where he had lived with a German passport.", ["ES_MA"]),
    ("en", "It left Damascus out, as cooperation between Spain and Portugal did not.", ["ES_PT"]),
    ("fr", "L'enquête a été menée en collaboration avec la police espagnole, a dit Rabat.", ["ES_MA"]),
    ("fr", "La coopération entre le Maroc et l'Espagne a permis cette saisie.", ["ES_MA"]),
    ("es", "La cooperación entre España y Marruecos permitió la detención de un francés.", ["ES_MA"]),
    ("pt", "Brasil e Portugal cooperam no combate ao tráfico.", ["BR_PT"]),
    ("it", "In collaborazione con la Francia, l'Italia ha fermato due albanesi.", ["FR_IT"]),
    ("de", "Deutschland und die Niederlande haben bei den Ermittlungen eng zusammengearbeitet.", ["DE_NL"]),
    ("nl", "België en Nederland werken samen tegen drugscriminaliteit.", ["BE_NL"]),
    ("ar", "أشاد الوزير بالتعاون بين المغرب وإسبانيا في مكافحة الإرهاب.", ["ES_MA"]),
    ("ru", "Россия и Казахстан договорились о сотрудничестве.", ["KZ_RU"]),
    ("tr", "Türkiye ile Almanya arasında iş birliği sürüyor.", ["DE_TR"]),
    ("zh", "中国与泰国加强合作打击电信诈骗。", ["CN_TH"]),
]  # fmt: skip
QUARRELS = [
    ("en", "Algeria severed ties with Morocco in 2021.", ["DZ_MA"]),
    ("en", "Tensions between France and Algeria have grown since July.", ["DZ_FR"]),
    ("fr", "Alger a accusé le Maroc d'avoir espionné ses officiels.", ["DZ_MA"]),
    ("es", "Colombia rompió relaciones con Israel.", ["CO_IL"]),
    ("ar", "قررت الجزائر قطع العلاقات مع المغرب.", ["DZ_MA"]),
]  # fmt: skip
NEITHER = [
    ("en", "The minister held bilateral talks with Turkey, Serbia, Senegal and China."),
    ("en", "Police in France arrested a Moroccan who had worked in Spain."),
    ("en", "A Nigerian accused of defrauding women in Canada was arrested."),
    ("en", "Officers seized cocaine from Brazil and Peru with the help of a dog."),
    ("en", "Spain cooperated. Later the ship went on to Portugal."),
    ("pt", "O Brasil comprou menos, de acordo com o Ministério da Economia de Portugal."),
]  # fmt: skip


def texts(article: Article, field: str) -> list[str]:
    return [mention.text for mention in article.mentions if mention.field == field]


@pytest.mark.parametrize(("language", "text", "expected"), WORKING)
def test_countries_that_work_together(language: str, text: str, expected: list[str]) -> None:
    article = enriched(text, language=language)
    assert sorted(article.cooperating_countries) == expected
    assert article.disputing_countries == ()


@pytest.mark.parametrize(("language", "text", "expected"), QUARRELS)
def test_countries_in_dispute(language: str, text: str, expected: list[str]) -> None:
    article = enriched(text, language=language)
    assert list(article.disputing_countries) == expected
    assert article.cooperating_countries == ()


@pytest.mark.parametrize(("language", "text"), NEITHER)
def test_names_that_no_word_binds(language: str, text: str) -> None:
    article = enriched(text, language=language)
    assert (article.cooperating_countries, article.disputing_countries) == ((), ())


def test_agencies_that_work_together_with_the_sentence_that_says_so() -> None:
    said = "The FBI worked closely with Europol and Interpol on the case."
    article = enriched(f"A ship was stopped. {said} Nobody was hurt.")
    assert set(article.cooperating_agencies) == {
        "int-europol_us-fbi",
        "int-interpol_us-fbi",
        "int-europol_int-interpol",
    }
    assert set(texts(article, "cooperating_agencies")) == {said}


def test_a_pair_of_one_country_is_none() -> None:
    assert enriched("Spain works closely with Madrid's partners.").cooperating_countries == ()


def test_an_alliance_s_roll_call_pairs_nobody() -> None:
    names = "Spain, France, Italy, Portugal, Greece, Malta and Cyprus"
    assert enriched(f"A joint operation by {names} ended.").cooperating_countries == ()


@pytest.mark.parametrize(
    "record", list(records("relation_words.jsonl")), ids=lambda record: record["language"]
)
def test_no_word_means_both(record: dict[str, list[str]]) -> None:
    assert record["cooperation"]
    assert record["dispute"]
    assert set(record["cooperation"]) & set(record["dispute"]) == set()
