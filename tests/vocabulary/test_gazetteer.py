"""The linter of the gazetteer: no surface of two countries, no short words, enough blocks."""

from collections import defaultdict

import pytest

from vocabulary.concepts import languages_of, records
from vocabulary.folding import fold, lower

# Two letters that are no capitals, and yet mean nothing else in news of the language.
SHORT = {("it", "Uk"), ("ru", "Ош")}
# Acronyms that mean a country elsewhere, or a word; as names of places they would mislead.
NEVER = {
    "en": {"of", "male", "split", "bath", "reading", "georgetown", "victoria", "mobile", "nice guy"},
    "fr": {"tours", "sens", "orange"},
    "es": {"como", "solo"},
    "pt": {"como", "esse"},
    "it": {"como", "sale"},
    "de": {"essen", "halle", "dabei"},
    "ar": {"دولة", "مدينة", "سنة", "مالية", "المالية"},
}


def surfaces(language: str) -> list[tuple[str, str]]:
    """All surfaces of places with the country that they mean."""
    return [
        (text, record["id"])
        for record in records(f"places/{language}.jsonl")
        if record["id"] != "-"
        for key in ("names", "demonyms", "cities")
        for text in record[key]
    ]


def blocks(language: str) -> list[str]:
    return [text for record in records(f"places/{language}.jsonl") for text in record.get("blocks", ())]


@pytest.mark.parametrize("language", languages_of("places"))
def test_no_surface_means_two_countries(language: str) -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for text, country in surfaces(language):
        owners[fold(lower(text))].add(country)
    assert {text: found for text, found in owners.items() if len(found) > 1} == {}


@pytest.mark.parametrize("language", languages_of("places"))
def test_surfaces_of_one_or_two_letters_are_capitals(language: str) -> None:
    short = {
        text
        for text, _ in surfaces(language)
        if len(text.strip("-.")) <= 2 and text.isalpha() and not text.isupper() and fold(text).isalpha()
    }
    unspaced = {text for text in short if "\u3040" <= text[0] <= "\u9fff" or "\uac00" <= text[0] <= "\ud7a3"}
    assert {text for text in short - unspaced if (language, text) not in SHORT} == set()


@pytest.mark.parametrize("language", NEVER)
def test_everyday_words_are_no_surfaces(language: str) -> None:
    assert {text for text, _ in surfaces(language)} & NEVER[language] == set()


@pytest.mark.parametrize("language", ["en", "fr", "es", "ar", "pt", "de", "it"])
def test_there_are_blocks_and_none_is_itself_a_country(language: str) -> None:
    assert len(set(blocks(language))) >= 80
    assert set(blocks(language)) & {text for text, _ in surfaces(language)} == set()


KNOWN = {record["id"] for record in records("places/en.jsonl")} - {"-"}


@pytest.mark.parametrize("name", ["institutions", "subdivisions"])
def test_each_country_has_names_of_words_and_once(name: str) -> None:
    texts = [text for record in records(f"{name}.jsonl") for text in record["names"]]
    assert {record["country"] for record in records(f"{name}.jsonl")} <= KNOWN
    assert len(set(texts)) == len(texts)
    assert {text for text in texts if len(text) < 3 or text != text.strip()} == set()


def test_a_homonym_is_of_at_least_two_countries() -> None:
    rows = list(records("homonyms.jsonl"))
    assert all(len(set(row["countries"])) > 1 and set(row["countries"]) <= KNOWN for row in rows)
    names = [fold(lower(text)) for row in rows for text in dict.fromkeys(map(fold, row["names"]))]
    assert {name for name in names if names.count(name) > 1} == set()


@pytest.mark.parametrize("language", languages_of("towns"))
def test_towns_are_of_one_country_and_no_other_place(language: str) -> None:
    rows = list(records(f"towns/{language}.jsonl"))
    assert {row["country"] for row in rows} <= KNOWN
    towns = [text for row in rows for text in row["names"]]
    assert len(set(towns)) == len(towns)
    assert {text for text in towns if len(text) < 5 or not text[0].isalpha()} == set()
    assert set(towns) & {text for text, _ in surfaces(language)} == set()


def test_an_institution_of_a_language_stands_for_one_country() -> None:
    owners: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in records("institutions.jsonl"):
        for key in ("spoken", "weak"):
            for language, texts in row[key].items():
                for text in set(texts):
                    owners[language, text].append(row["country"])
    assert {name: found for name, found in owners.items() if len(found) > 1} == {}


def test_inflected_places_mean_one_country_and_stems_are_long() -> None:
    rows = list(records("inflected_places.jsonl"))
    assert {row["country"] for row in rows} <= KNOWN
    assert {row["language"] for row in rows} & set(languages_of("places")) == set()
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in rows:
        assert [stem for stem in row["stems"] if len(stem) < 5] == []
        for text in (*row["stems"], *row["words"]):
            owners[row["language"], fold(lower(text))].add(row["country"])
    assert {text: found for text, found in owners.items() if len(found) > 1} == {}
