"""The benchmarks run and print their tables; what they measure is no matter of tests."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks import enrich
from indexer.pipeline import STEPS


def test_enrich_prints_a_row_for_each_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(enrich, "ROUNDS", 1)
    sentence = "Police in Spain arrested four men and thanked Interpol for its help in the case.\n"
    (tmp_path / "long.txt").write_text("A title of five words\n" + sentence * 40, encoding="utf-8")
    result = CliRunner().invoke(enrich.main, [str(tmp_path)])
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("1 articles of 400 words")
    for row in (*(step.name for step in STEPS), "all steps", "spacy.blank tokenizer"):
        assert f"| {row} " in result.stdout


def test_enrich_says_that_there_is_nothing_to_measure(tmp_path: Path) -> None:
    (tmp_path / "short.txt").write_text("Too short.", encoding="utf-8")
    result = CliRunner().invoke(enrich.main, [str(tmp_path)])
    assert (result.exit_code, result.stdout) == (2, "")
