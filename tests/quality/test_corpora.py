"""The sets of real data: how their gold is matched, and what is said where they are missing."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from quality import corpora, ntrex, reuters
from quality.scores import Difference
from vocabulary import find


def agency(country: str, name: str, **more: Any) -> dict[str, Any]:
    return {"country": country, "name": name, "surface": name, **more}


def test_an_agency_that_the_vocabulary_knows_is_matched_by_its_id() -> None:
    gold = [agency("US", "Federal Bureau of Investigation")]
    assert ntrex.agencies(["us-fbi"], gold) == Difference(("us-fbi",), (), ())
    assert ntrex.agencies(["us-dea"], gold) == Difference(
        (), ("us-dea",), ("Federal Bureau of Investigation",)
    )


def test_an_unknown_agency_is_matched_by_country_and_kind() -> None:
    name = "Smallville Police Department"
    assert not find("agencies", name)
    gold = [agency("US", name)]
    assert ntrex.agencies(["us-nypd"], gold).hits == ("us-nypd",)
    assert ntrex.agencies(["gb-met"], gold) == Difference((), ("gb-met",), (name,))
    assert ntrex.agencies(["us-supreme-court"], gold).missed == (name,)


@pytest.mark.parametrize("doubt", ["generic", "optional"])
def test_generic_and_optional_agencies_count_neither_way(doubt: str) -> None:
    gold = [agency("GB", "police", **{doubt: True})]
    assert ntrex.agencies(["gb-met"], gold) == Difference((), (), ())
    assert ntrex.agencies([], gold) == Difference((), (), ())
    assert ntrex.agencies(["fr-raid"], gold).wrong == ("fr-raid",)


def test_a_name_given_in_part_is_as_good_as_the_whole() -> None:
    labels = {
        "persons": ["Jeff Flake", "Elin Jones", "Doubtful Name?"],
        "person_surfaces": {"Jeff Flake": "Mr Flake"},
        "persons_partial": ["Zorica"],
    }
    found = ntrex.persons(["Flake", "elin jones", "Zorica", "Doubtful Name", "Somebody Else"], labels)
    assert found == Difference(("elin jones", "jeff flake"), ("somebody else",), ())


def test_a_state_that_is_no_more_is_hit_by_any_of_its_codes() -> None:
    places = [frozenset({"CZ", "SK"}), frozenset({"US"})]
    assert reuters.compare_places({"SK", "DE"}, places) == Difference(("CZ|SK",), ("DE",), ("US",))


def test_without_the_sets_only_our_own_gold_is_measured(tmp_path: Path) -> None:
    result = CliRunner().invoke(corpora.main, [str(tmp_path / "away")])
    assert result.exit_code == 0
    assert result.stdout.startswith("### The sample articles\n")
    assert "\n### The gold articles\n" in result.stdout
    assert result.stdout.count("###") == 2
    assert "There is no folder" in result.stderr


def test_a_set_of_our_own_is_a_table_with_a_column_for_each_language(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    text = "Arrest in Rabat\nA man was arrested in Morocco on Tuesday, and the FBI said that it had helped."
    (tmp_path / "en" / "a.txt").write_text(text, encoding="utf-8")
    gold: dict[str, Any] = {"file": "en/a.txt", "language": "en", "published": None}
    gold |= {"countries": ["MA", "US"], "crime_types": [], "persons": []}
    gold |= {"focus_countries": ["MA"], "agencies": ["us-fbi", "xx-none"]}
    (tmp_path / "gold.jsonl").write_text(json.dumps(gold), encoding="utf-8")
    made = corpora.own(corpora.OwnSet("Ours", "How.", tmp_path / "en", tmp_path / "gold.jsonl"))
    assert (made.title, made.how) == ("Ours", "How.")
    assert made.header[-1] == "en"
    rows = {row[0]: row for row in made.rows}
    assert rows["countries"] == ("countries", 1, 1.0, 1.0, 1.0, 1.0)
    assert rows["agencies"] == ("agencies", 1, 1.0, 0.5, pytest.approx(2 / 3), pytest.approx(2 / 3))


def test_own_sets_that_are_not_installed_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    away = corpora.OwnSet("The gold articles", "How.", tmp_path / "away", tmp_path / "gold.jsonl")
    monkeypatch.setattr(corpora, "OWN_SETS", (away,))
    result = CliRunner().invoke(corpora.main, [str(tmp_path)])
    assert "The gold articles are in the repository only" in result.stderr
    assert "###" not in result.stdout


def test_the_sets_that_are_there_are_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpora, "OWN_SETS", ())
    (tmp_path / "ntrex").mkdir()
    story = {"id": "1", "doc": "d", "language": "en", "lang_variant": "eng", "title": "Arrest in Rabat"}
    story["text"] = "Police in Morocco arrested a man on Tuesday, and the FBI said that it had helped them."
    gold = {"doc": "d", "countries": ["MA", "US"], "main_countries": ["MA"], "crime_types": [], "persons": []}
    gold["agencies"] = [agency("US", "Federal Bureau of Investigation")]
    (tmp_path / "ntrex" / "gold.jsonl").write_text(json.dumps(gold), encoding="utf-8")
    # Plain text where a gzipped file is expected: a broken set is told, and nothing else fails.
    (tmp_path / "ntrex" / "stories.jsonl.gz").write_text(json.dumps(story), encoding="utf-8")
    broken = CliRunner().invoke(corpora.main, [str(tmp_path)])
    assert broken.exit_code == 1
    assert "ntrex can't be used" in broken.stderr
    assert "reuters/train.jsonl.gz is not in" in broken.stderr

    (tmp_path / "ntrex" / "stories.jsonl.gz").write_bytes(gzip.compress(json.dumps(story).encode()))
    result = CliRunner().invoke(corpora.main, [str(tmp_path)])
    assert result.exit_code == 0
    assert "### NTREX stories" in result.stdout
    assert "| eng     |       1 |    1.000 |       1.000 |        1.000 |" in result.stdout
