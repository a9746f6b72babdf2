"""The sets of crimes: what their labels mean, and what is compared."""

import gzip
import json
from pathlib import Path
from typing import Any

from quality import crime_sets


def write(folder: Path, file: Path, stories: list[dict[str, Any]]) -> None:
    (folder / file.parent).mkdir()
    # Every n-th is read: each stands there n times.
    repeated = [line for story in stories for line in [json.dumps(story)] * crime_sets.EVERY[file]]
    (folder / file).write_bytes(gzip.compress("\n".join(repeated).encode()))


def test_guardian_compares_whether_there_is_any_crime(tmp_path: Path) -> None:
    murder = {"text": "A man was charged with murder at the court.", "label": "crime"}
    garden = {"text": "The roses are in bloom in all of the gardens.", "label": "not_crime"}
    write(tmp_path, crime_sets.GUARDIAN, [murder, garden])
    assert crime_sets.guardian(tmp_path).rows == [("any type", 2, 1.0, 1.0, 1.0)]


def test_a_type_of_another_label_is_not_wrong(tmp_path: Path) -> None:
    text = "TERRORISTS MURDERED A JUDGE, POLICE SAID. ANOTHER JUDGE WAS KIDNAPPED BY GUNMEN."
    write(tmp_path, crime_sets.MUC, [{"text": text, "incident_types": ["ATTACK", "KIDNAPPING"]}])
    rows = {row[0]: row for row in crime_sets.muc(tmp_path).rows}
    assert rows["ATTACK"][1:] == rows["KIDNAPPING"][1:] == rows["any incident"][1:] == (1, 1.0, 1.0, 1.0)
    assert rows["BOMBING"][1] == 0


def test_headlines_of_releases_are_hidden(tmp_path: Path) -> None:
    release = {
        "title": "Raub in der Innenstadt",
        "text": "Es ist heute sehr kalt gewesen.",
        "headline_keywords": ["raub"],
    }
    write(tmp_path, crime_sets.POLICE, [release])
    rows = {row[0]: row for row in crime_sets.police_crimes(tmp_path).rows}
    assert rows["raub"][3] == 0


def test_sections_have_shares(tmp_path: Path) -> None:
    sport = {"title": "مباراة", "text": "فاز الفريق في مباراة كرة القدم أمس.", "category": "sport"}
    write(tmp_path, crime_sets.ANT, [sport])
    assert crime_sets.sections(tmp_path).rows == [("sport", 1, 0.0)]
