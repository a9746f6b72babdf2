"""Small towns, codes of regions and institutions that count where nothing speaks against their country."""

import pytest

from tests.indexer.making import enriched


def countries(body: str, language: str, title: str = "-") -> tuple[str, ...]:
    return enriched(body, title, language).countries


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("it", "NONANTOLA. Furto nella notte in un magazzino di via Di Mezzo.", "IT"),
        ("it", "Il furgone è stato ritrovato a Castellarano.", "IT"),
        ("de", "Ein 20-Jähriger aus Dietzenbach wurde leicht verletzt.", "DE"),
        ("en", "The two men from Skelmersdale deny the charge.", "GB"),
        ("pt", "O homem foi preso em Guaratinguetá.", "BR"),
        ("es", "El accidente ocurrió en Tecamachalco.", "MX"),
        ("fr", "Le feu a pris dans un entrepôt à Villetaneuse.", "FR"),
    ],
)
def test_a_small_town_tells_the_country_of_local_news(language: str, text: str, country: str) -> None:
    assert countries(text, language) == (country,)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # a surname
        ("it", "Il regista Caravaggio non ha risposto."),
        ("en", "Mr Hindley said that he would appeal."),
        ("pt", "Segundo Barroso, o prazo acabou."),
    ],
)
def test_a_towns_name_counts_only_where_a_place_stands(language: str, text: str) -> None:
    assert countries(text, language) == ()


def test_a_small_town_yields_to_a_country_that_is_named() -> None:
    assert countries("Un uomo di nome Vignola vive in Belgio, a Castellarano.", "it") == ("BE",)


def test_a_town_before_a_force_is_no_part_of_it() -> None:
    assert (
        "es-guardia-civil" in enriched("La Guardia Civil detuvo a dos hombres en Cádiz.", "-", "es").agencies
    )


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("pt", "O senador Fulano de Tal (PSDB-MG) votou contra.", "BR"),
        ("pt", "O carro foi achado em Carapicuíba/SP pela manhã.", "BR"),
        ("it", "Il furto in una villetta di Gorzano (MO) è di ieri.", "IT"),
    ],
)
def test_regions_written_as_codes(language: str, text: str, country: str) -> None:
    assert countries(text, language) == (country,)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pt", "O Parlamento Europeu (PE) vota amanhã."),
        ("en", "The film (MO) is long."),
    ],
)
def test_other_abbreviations_in_brackets_are_no_regions(language: str, text: str) -> None:
    assert countries(text, language) == ()


@pytest.mark.parametrize(
    "title",
    [
        "POL-F: 130621 - 539 Ostend: Streit vor Lokal",
        "BPOL-KL: Reisender ohne Papiere",
        "HZA-K: Zoll prüft Baustellen",
    ],
)
def test_the_codes_of_german_press_offices(title: str) -> None:
    assert countries("Zwei Männer stritten sich am Abend vor einem Lokal.", "de", title) == ("DE",)


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("pt", "O presidente da Câmara dos Deputados recebeu a bancada do PSDB.", "BR"),
        ("es", "El PSOE votará en contra.", "ES"),
        ("de", "Die SPD lehnt den Antrag ab.", "DE"),
        ("en", "A spokesman for Ofcom said that ITV had to apologise.", "GB"),
        ("ar", "يعقد مجلس نواب الشعب جلسة عامة غدا", "TN"),
        ("it", "La Farnesina segue il caso.", "IT"),
        ("fr", "L'Élysée n'a pas répondu.", "FR"),
    ],
)
def test_national_institutions(language: str, text: str, country: str) -> None:
    assert countries(text, language) == (country,)


def test_what_several_countries_have_counts_only_where_no_other_is_named() -> None:
    assert countries("The home secretary spoke at the crown court.", "en") == ("GB",)
    assert countries("Jamaica's home secretary spoke.", "en") == ("JM",)
    assert countries("A Câmara dos Deputados dos Estados Unidos votou.", "pt") == ("US",)
