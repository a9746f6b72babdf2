"""The surface index: word boundaries, case, accents, longest match, blocks; offsets that hold."""

import time

import pytest

from indexer.surface_index import BLOCK, Name, SurfaceIndex, folded


def place(text: str, concept: str = "XX", rule: str = "name") -> Name:
    return Name("place", concept, rule, text)


def trigger(text: str, concept: str = "theft") -> Name:
    plain = text.strip("~$")
    return Name(
        "crime", concept, "trigger", plain,
        stem=not text.endswith("$"), inside=text.startswith("~"), accents=True,
    )  # fmt: skip


def found(names: list[Name], text: str) -> list[str]:
    """What is found, as it stands in the text; offsets are checked on the way."""
    surfaces = SurfaceIndex(names).find(text, "body")
    assert all(text[s.start : s.end] == s.text for s in surfaces)
    assert all(s.where == "body" for s in surfaces)
    return [s.text for s in surfaces]


def ids(names: list[Name], text: str) -> list[str]:
    return [s.id for s in SurfaceIndex(names).find(text, "body")]


@pytest.mark.parametrize(
    ("surface", "text", "times"),
    [
        ("Turkey", "Turkey and turkey and TURKEY", 2),
        ("marocain", "un marocain, Marocain, MAROCAIN", 3),
        ("US", "the US told us and Us; US-led, US's", 3),
        ("UAE", "UAE uae Uae", 1),
        ("Iran", "Iran, Iranian, Tirana, Iran-Iraq, (Iran) “Iran” Iran’s", 5),
        ("Algérie", "l’Algérie, d'Algérie, Algerie, ALGÉRIE, ALGERIE, Algéries", 5),
        ("Côte d'Ivoire", "Côte d’Ivoire, Cote d`Ivoire, CÔTE D'IVOIRE", 3),
        ("Guinea-Bissau", "Guinea-Bissau, Guinea Bissau, Guinea–Bissau, Guinea\nBissau", 4),
        ("Peru", "Peru1 Peru_ Peru. Perú", 3),
        ("Österreich", "Österreich O\u0308sterreich", 1),
        ("中国", "在中国境内和中国", 2),
    ],
)
def test_case_accents_and_word_boundaries(surface: str, text: str, times: int) -> None:
    assert len(found([place(surface)], text)) == times


def test_the_longest_match_wins_over_all_kinds() -> None:
    names = [place("Guinea", "GN"), place("Guinea-Bissau", "GW"), place("Papua New Guinea", "PG")]
    assert ids(names, "Papua New Guinea, Guinea-Bissau, Guinea") == ["PG", "GW", "GN"]
    federal = Name("agency", "br-pf", "name", "Brazilian Federal Police")
    assert found([place("Brazilian"), federal], "the Brazilian Federal Police") == [
        "Brazilian Federal Police"
    ]


def test_two_spellings_of_one_name_are_one_mention() -> None:
    assert ids([trigger("money launder"), trigger("money-launder")], "money laundering") == ["theft"]


def test_of_overlapping_matches_the_left_one_wins() -> None:
    assert found([place("New York"), place("York City Hall")], "New York City Hall") == ["New York"]


def test_a_block_hides_what_stands_in_it() -> None:
    names = [place("England"), Name(BLOCK, "-", BLOCK, "New England")]
    assert found(names, "New England, England and new England") == ["England", "England"]


def test_a_name_with_several_owners_is_found_for_each() -> None:
    assert ids([place("Congo", "CD"), place("Congo", "CG")], "Congo") == ["CD", "CG"]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("المغرب", 1),
        ("والمغرب وبالمغرب بالمغرب كالمغرب فالمغرب", 5),
        ("للمغرب", 1),
        ("المَغْرِب والمغــرب", 2),
        ("المغربية", 0),
        ("سالمغرب", 0),
    ],
)
def test_arabic_particles_marks_and_boundaries(text: str, times: int) -> None:
    assert len(found([place("المغرب")], text)) == times


@pytest.mark.parametrize("text", ["تونس", "وتونس", "بتونس", "لتونس", "كتونس", "فتونس", "وبتونس"])
def test_arabic_names_without_the_article_take_particles(text: str) -> None:
    assert len(found([place("تونس")], text)) == 1


def test_arabic_letters_have_one_plain_form() -> None:
    assert len(found([place("إيطاليا"), place("القاهرة")], "ايطاليا أيطاليا والقاهره")) == 3


def test_a_stem_goes_on_as_a_longer_word_and_a_dollar_ends_it() -> None:
    assert found([trigger("smuggl")], "smuggling, Smugglers, resmuggle") == ["smuggling", "Smugglers"]
    assert found([trigger("raub$")], "Raub, rauben, Raub-Serie") == ["Raub", "Raub"]


def test_a_german_compound_is_found_inside_the_word() -> None:
    assert found([trigger("~diebstahl")], "Fahrraddiebstahl, Diebstahlserie") == [
        "Fahrraddiebstahl",
        "Diebstahlserie",
    ]
    assert found([trigger("diebstahl")], "Fahrraddiebstahl") == []


@pytest.mark.parametrize(
    ("text", "times"),
    [("il a volé", 1), ("VOLÉ, VOLE", 2), ("il vole", 0), ("vole\u0301", 0), ("Volés", 1)],
)
def test_accents_of_triggers_count_but_in_capitals(text: str, times: int) -> None:
    assert len(found([trigger("volé")], text)) == times


def test_apostrophes_hyphens_and_blanks_of_triggers_vary() -> None:
    text = "trafic d’êtres humains, trafic-d'êtres-humains, trafic d'êtres\u00a0humains"
    assert len(found([trigger("trafic d'êtres humains")], text)) == 3


def test_a_surface_that_ends_in_a_hyphen_needs_a_word_after_it() -> None:
    assert found([place("franco-")], "accord franco-marocain, Franco - Espagne, franco") == ["franco"]


@pytest.mark.parametrize("text", ["", " ", "\0", "İstanbul ﬁne ǅ ß ﷺ", "😀" * 50, "\ud7ff\ue000"])
def test_folding_keeps_offsets(text: str) -> None:
    assert len(folded(text)) == len(text)
    assert found([place("İstanbul")], text) == (["İstanbul"] if "İ" in text else [])


def test_an_index_of_nothing_finds_nothing() -> None:
    assert found([], "Peru") == []
    assert found([place(" ")], "Peru") == []


def test_a_dump_of_one_word_takes_linear_time() -> None:
    started = time.monotonic()
    SurfaceIndex([trigger("~diebstahl"), trigger("raub")]).find("raubdiebstahl" * 20_000, "body")
    assert time.monotonic() - started < 60
