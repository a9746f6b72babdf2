"""The command ``blotter quality``: tables on standard output, the rest on standard error."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli import main

ARTICLES = (
    {"id": "a", "title": "Cocaine seized in Morocco", "body": "Police in Rabat arrested two Spaniards."},
    {"id": "b", "title": "Saisie au Maroc", "body": "Une tonne de cannabis a été saisie à Tanger."},
    {"id": "c", "title": "No labels for this one", "body": "It is left out, and that is said."},
)
GOLD = (
    {"id": "a", "language": "en", "countries": ["MA", "FR"], "persons": []},
    {"id": "b", "language": "fr", "countries": ["MA"]},
)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    paths = tmp_path / "articles.jsonl", tmp_path / "gold.jsonl"
    for path, lines in zip(paths, (ARTICLES, GOLD), strict=True):
        path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return paths


def blotter(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["quality", *map(str, arguments)])


def test_a_table_has_each_facet_by_language(files: tuple[Path, Path]) -> None:
    result = blotter(*files)
    assert result.exit_code == 0
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in result.stdout.splitlines()]
    assert rows[0] == ["facet", "language", "articles", "P", "R", "F1"]
    assert ["countries", "all", "2", "0.667", "0.667", "0.667"] in rows
    assert ["countries", "fr", "1", "1.000", "1.000", "1.000"] in rows
    assert ["persons", "en", "1", "–", "–", "–"] in rows
    assert "agencies" not in result.stdout
    assert "1 articles have no gold labels" in result.stderr


def test_errors_are_shown_in_context_with_the_rule(files: tuple[Path, Path]) -> None:
    result = blotter(*files, "--errors", "3")
    assert "ES  (demonym)  Police in Rabat arrested two [Spaniards]." in result.stdout
    assert "FR  (not read)  Cocaine seized in Morocco" in result.stdout


def test_programs_get_counts_and_errors(files: tuple[Path, Path]) -> None:
    found = json.loads(blotter(*files, "--json").stdout)
    assert found["articles"] == 2
    (score,) = (s for s in found["scores"] if (s["facet"], s["language"]) == ("countries", "all"))
    assert (score["hits"], score["wrong"], score["missed"]) == (2, 1, 1)
    errors = {(error["kind"], error["value"], error["count"]) for error in found["errors"]}
    assert errors == {("wrong", "ES", 1), ("missed", "FR", 1)}


def test_files_that_cannot_be_used_are_wrong_usage(files: tuple[Path, Path], tmp_path: Path) -> None:
    articles, gold = files
    broken, other = tmp_path / "broken.jsonl", tmp_path / "other.jsonl"
    broken.write_text("{", encoding="utf-8")
    other.write_text('{"id":"z","countries":[]}', encoding="utf-8")
    for paths in (
        (articles, broken),
        (articles, other),
        (articles, tmp_path / "none"),
        (tmp_path / "none", gold),
    ):
        result = blotter(*paths)
        assert (result.exit_code, result.stdout) == (2, "")
        assert isinstance(result.exception, SystemExit)
    assert "broken.jsonl:1: no JSON" in blotter(articles, broken).stderr
    assert "labels for none of the 3 articles" in blotter(articles, other).stderr


def test_what_cannot_be_read_is_told_and_the_rest_measured(files: tuple[Path, Path]) -> None:
    articles, gold = files
    articles.write_text(articles.read_text(encoding="utf-8") + "\n{", encoding="utf-8")
    result = blotter(articles, gold)
    assert result.exit_code == 1
    assert "countries" in result.stdout
    assert "articles.jsonl:4: " in result.stderr


def test_errors_of_dates_are_shown_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "A title\n\nSome text of an article, with nothing in it.", encoding="utf-8"
    )
    gold = tmp_path / "gold.jsonl"
    gold.write_text('{"file": "a.txt", "published": "2024-01-02"}\n', encoding="utf-8")
    result = CliRunner().invoke(main, ["quality", str(tmp_path / "a.txt"), str(gold), "--errors", "5"])
    assert result.exit_code == 0, result.output
    assert "2024-01-02" in result.stdout
