"""The data files: every line parses, has exactly the documented keys, and refers to what exists."""

import json
from collections import Counter
from importlib.resources import files
from typing import Any

import pytest

from indexer.language_names import CUE_GROUPS
from vocabulary.concepts import languages_of, records

LANGUAGES = ("en", "fr", "es", "ar", "pt", "de", "it")
CRIME_TYPES = (
    "homicide", "attempted-homicide", "assault", "domestic-violence", "kidnapping",
    "human-trafficking", "extortion", "stalking-harassment", "hate-crime", "sexual-violence",
    "child-exploitation", "robbery", "burglary", "theft", "vehicle-theft", "vandalism", "arson",
    "drug-trafficking", "drug-offence", "fraud", "tax-crime", "counterfeiting", "corruption",
    "money-laundering", "economic-crime", "public-disorder", "migrant-smuggling",
    "irregular-migration", "prison-escape", "obstruction-of-justice", "weapons-trafficking",
    "weapons-offence", "explosives", "cybercrime", "espionage", "sedition", "organised-crime",
    "terrorism", "extremism", "environmental-crime", "wildlife-crime", "cultural-property-crime",
    "war-crimes", "torture", "piracy", "traffic-offence", "electoral-crime", "defamation",
    "negligence", "other-crime",
)  # fmt: skip
KINDS = (
    "police", "gendarmerie", "intelligence", "border", "customs", "prosecution", "court",
    "anti-corruption", "financial-intelligence", "ministry", "military", "prison", "political",
    "international", "other",
)  # fmt: skip
KEYS = {
    "agencies": ["id", "country", "kind", "parent", "labels", "names", "acronyms", "shared"],
    "crime_types": ["id", "iccs", "parent", "labels"],
    "shared_names": ["id", "names"],
    "person_titles": ["language", "before", "roles_after"],
    "regions": ["id", "parent", "members"],
}


def lines(name: str) -> list[dict[str, Any]]:
    return list(records(f"{name}.jsonl"))


AGENCIES, TYPES, SHARED, REGIONS = map(lines, ("agencies", "crime_types", "shared_names", "regions"))
PLACES = {language: lines(f"places/{language}") for language in languages_of("places")}
TRIGGERS = {language: lines(f"crime_triggers/{language}") for language in languages_of("crime_triggers")}
COUNTRIES = {record["id"] for record in PLACES["en"]} - {"-"}


def repeated(values: list[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


def every_text(plain: Any) -> list[str]:
    """All texts in a JSON value."""
    if isinstance(plain, dict):
        return [text for value in plain.values() for text in every_text(value)]
    if isinstance(plain, list):
        return [text for value in plain for text in every_text(value)]
    return [plain] if isinstance(plain, str) else []


@pytest.mark.parametrize("name", KEYS)
def test_lines_have_exactly_the_documented_keys(name: str) -> None:
    assert [list(line) for line in lines(name) if list(line) != KEYS[name]] == []


def test_lines_of_places_have_exactly_the_documented_keys() -> None:
    for language, found in PLACES.items():
        assert {tuple(line) for line in found[:-1]} == {("id", "names", "demonyms", "cities")}, language
        assert list(found[-1]) == ["id", "blocks"], language


def test_lines_of_triggers_have_exactly_the_documented_keys() -> None:
    for language, found in TRIGGERS.items():
        assert {tuple(line) for line in found} <= {("id", "triggers", "exclude"), ("id", "triggers")}, (
            language
        )


@pytest.mark.parametrize("name", ["agencies", "crime_types", "shared_names", "regions"])
def test_ids_are_unique(name: str) -> None:
    assert repeated([line["id"] for line in lines(name)]) == []


def test_texts_are_tidy() -> None:
    everything = [AGENCIES, TYPES, SHARED, list(PLACES.values()), list(TRIGGERS.values())]
    assert [text for text in every_text(everything) if not text or text != " ".join(text.split())] == []


def test_files_are_plain_json_lines_that_end_in_a_newline() -> None:
    folder = files("vocabulary")
    names = [f"places/{language}" for language in PLACES] + [
        f"crime_triggers/{language}" for language in TRIGGERS
    ]
    for name in (*KEYS, *names):
        text = folder.joinpath(f"{name}.jsonl").read_bytes().decode("utf-8")
        assert text.endswith("}\n"), name
        assert all(isinstance(json.loads(line), dict) for line in text.splitlines()), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_countries_have_names_and_demonyms(language: str) -> None:
    found = PLACES[language][:-1]
    assert len(found) >= 250
    assert {line["id"] for line in found} == COUNTRIES
    assert [line["id"] for line in found if not line["names"]] == []
    assert sum(bool(line["demonyms"]) for line in found) >= 150
    assert sum(bool(line["cities"]) for line in found) >= 150


def test_countries_are_those_of_iso_3166() -> None:
    assert all(len(code) == 2 and code.isupper() and code.isascii() for code in COUNTRIES)
    assert {"MA", "ES", "XK", "PS", "TW", "HK", "EH"} <= COUNTRIES
    assert all({line["id"] for line in found[:-1]} <= COUNTRIES for found in PLACES.values())


@pytest.mark.parametrize("language", PLACES)
def test_places_are_in_order_each_country_once(language: str) -> None:
    ids = [line["id"] for line in PLACES[language][:-1]]
    assert ids == sorted(set(ids))


def test_every_country_lies_in_one_region_and_regions_have_parents() -> None:
    members = [member for region in REGIONS for member in region["members"]]
    assert repeated(members) == []
    assert COUNTRIES - set(members) <= {"XK", "TW", "AQ"}
    ids = {region["id"] for region in REGIONS}
    assert [region["id"] for region in REGIONS if region["parent"] and region["parent"] not in ids] == []


def test_there_are_enough_agencies_of_enough_countries() -> None:
    assert len(AGENCIES) >= 120
    assert len({line["country"] for line in AGENCIES}) >= 60


# The bodies that act on crime across borders, by what they are.
FAMILIES = {
    "police and gendarmeries": ("police", "gendarmerie"),
    "intelligence": ("intelligence",),
    "borders and customs": ("border", "customs"),
    "prosecution and courts": ("prosecution", "court"),
    "corruption and money": ("anti-corruption", "financial-intelligence"),
    "ministries": ("ministry",),
}
IN_THE_NEWS = (
    "US GB FR DE IT ES PT BE NL CH AT IE SE DK NO FI PL CZ HU RO BG GR TR RU UA RS AL MX BR AR CO PE CL "
    "VE EC CA AU NZ CN JP KR IN PK BD ID MY TH PH SG HK IL PS LB SY IQ IR SA AE QA EG MA DZ TN LY SD NG GH "
    "SN CI ML CM CD KE ET SO UG RW ZA MZ AO BF NE"
)


def test_there_are_agencies_of_every_family() -> None:
    found = {name: [line for line in AGENCIES if line["kind"] in kinds] for name, kinds in FAMILIES.items()}
    assert len(AGENCIES) >= 1800
    assert {
        name for name, lines_of in found.items() if len({line["country"] for line in lines_of}) < 60
    } == set()
    assert sum(len(lines_of) for lines_of in found.values()) >= 400


@pytest.mark.parametrize("family", FAMILIES)
def test_the_countries_most_in_the_news_have_each_family(family: str) -> None:
    with_one = {line["country"] for line in AGENCIES if line["kind"] in FAMILIES[family]}
    assert [country for country in IN_THE_NEWS.split() if country not in with_one] == []


def test_agencies_refer_to_what_exists() -> None:
    ids, shared = {line["id"] for line in AGENCIES}, {line["id"] for line in SHARED}
    for line in AGENCIES:
        prefix = line["country"].lower() if line["country"] else "int"
        assert line["id"].startswith(f"{prefix}-"), line["id"]
        assert line["country"] is None or line["country"] in COUNTRIES, line["id"]
        assert line["parent"] is None or line["parent"] in ids - {line["id"]}, line["id"]
        assert set(line["shared"]) <= shared, line["id"]
        assert line["kind"] in KINDS, line["id"]


def test_agencies_have_labels_and_names() -> None:
    assert [line["id"] for line in AGENCIES if not line["labels"].get("en")] == []
    for line in AGENCIES:
        assert any(line["names"].values()) or line["acronyms"] or line["shared"], line["id"]


def test_acronyms_say_what_they_need() -> None:
    for line in AGENCIES:
        for acronym in line["acronyms"]:
            with_context = acronym["needs"] == "context"
            assert list(acronym) == ["text", "needs", *(["context"] if with_context else [])], line["id"]
            assert acronym["needs"] in {"none", "country", "name", "context"}, line["id"]
            assert line["country"] or acronym["needs"] != "country", line["id"]


def test_a_shared_name_means_one_agency_a_country() -> None:
    pairs = [f"{shared} of {line['country']}" for line in AGENCIES for shared in line["shared"]]
    assert repeated(pairs) == []


def test_every_crime_type_has_labels_and_triggers_in_all_languages() -> None:
    ids = {line["id"]: line for line in TYPES}
    assert set(CRIME_TYPES) <= set(ids)
    assert [line["id"] for line in TYPES if set(line["labels"]) < set(LANGUAGES)] == []
    for language in LANGUAGES:
        found = {line["id"]: line["triggers"] for line in TRIGGERS[language]}
        assert set(found) == set(CRIME_TYPES), language
        assert [crime for crime, triggers in found.items() if len(triggers) < 5] == [], language


def test_parents_of_crime_types_exist_and_have_children() -> None:
    ids = {line["id"] for line in TYPES}
    parents = Counter(line["parent"] for line in TYPES if line["parent"])
    assert set(parents) <= ids
    assert [parent for parent in ids - set(CRIME_TYPES) if parents[parent] < 2] == []


def test_iccs_codes_are_digits() -> None:
    codes = [line["iccs"] for line in TYPES if line["iccs"] is not None]
    assert [code for code in codes if not (code.isdigit() and 2 <= len(code) <= 6)] == []


# Codes that public sources give with their names: Eurostat's list of offences (crim_off_cat) and guides to
# the classification. A type broader than its code's name has the code above (0905 for 09051).
CHECKED_ICCS = {
    "homicide": "0101", "attempted-homicide": "0102", "assault": "02011", "kidnapping": "020221",
    "human-trafficking": "0204", "negligence": "0206", "stalking-harassment": "0208", "defamation": "0209",
    "sexual-violence": "0301", "child-exploitation": "03022", "robbery": "0401", "burglary": "0501",
    "theft": "0502", "vehicle-theft": "05021", "drug-offence": "0601", "fraud": "0701", "corruption": "0703",
    "money-laundering": "07041", "cybercrime": "0903", "organised-crime": "0905", "environmental-crime": "10",
    "wildlife-crime": "1003",
}  # fmt: skip


def test_iccs_codes_that_were_checked_stay() -> None:
    codes = {line["id"]: line["iccs"] for line in TYPES}
    assert {crime: codes[crime] for crime in CHECKED_ICCS} == CHECKED_ICCS


def test_cues_have_the_same_groups_in_every_language() -> None:
    found = lines("crime_cues")
    assert {line["language"] for line in found} == set(TRIGGERS)
    assert [line["language"] for line in found if list(line) != ["language", *CUE_GROUPS]] == []
    assert [(line["language"], group) for line in found for group in CUE_GROUPS if not line[group]] == []


def test_iccs_codes_are_of_a_section_and_a_level() -> None:
    codes = {line["id"]: line["iccs"] for line in TYPES if line["iccs"]}
    sections = {f"{number:02}" for number in range(1, 12)}
    assert {crime: code for crime, code in codes.items() if code[:2] not in sections} == {}
    # A section has two digits, a division four, a group five, a class six.
    assert {crime: code for crime, code in codes.items() if len(code) == 3} == {}


def test_iccs_codes_of_crime_types_lie_in_those_of_their_parents() -> None:
    codes = {line["id"]: line["iccs"] for line in TYPES}
    pairs = [(line["iccs"], codes[line["parent"]]) for line in TYPES if line["parent"]]
    assert [(code, above) for code, above in pairs if code and above and not code.startswith(above)] == []


@pytest.mark.parametrize("language", TRIGGERS)
def test_triggers_are_lower_case_and_lead_to_one_type(language: str) -> None:
    every = [trigger.lstrip("!?") for line in TRIGGERS[language] for trigger in line["triggers"]]
    # German nouns may have their capital: `Betrug` is fraud, `betrug` came to so much.
    upper = [trigger for trigger in every if trigger != trigger.lower()]
    assert [trigger for trigger in upper if language != "de" or trigger[1:] != trigger[1:].lower()] == []
    assert [trigger for trigger in every if trigger.startswith("~") and len(trigger.strip("~$")) < 6] == []
    assert repeated(every) == []


def test_titles_of_persons_in_eight_languages() -> None:
    found = {line["language"]: line for line in lines("person_titles")}
    assert {*LANGUAGES, "nl"} <= set(found)
    assert [code for code, line in found.items() if len(line["before"]) < 10] == []


def test_first_names_are_sorted_each_once() -> None:
    names = files("vocabulary").joinpath("first_names.txt").read_text(encoding="utf-8").splitlines()
    assert len(names) >= 2000
    assert repeated(names) == []
    assert [name for name in names if name != name.strip() or not name[:1].isupper()] == []
