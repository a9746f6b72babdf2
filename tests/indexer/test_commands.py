"""The commands ``blotter index`` and ``blotter enrich``: data on standard output, nothing else."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from article_index.engine import open_engine
from cli import main
from tests.indexer.making import PROSE

# Promised by the design; more keys may follow.
PROMISED = (
    "id", "file", "url", "title", "body", "language", "published", "source", "countries", "focus_countries",
    "agencies", "crime_types", "persons", "mentions",
)  # fmt: skip
CLOSED_PORT = "elasticsearch+http://127.0.0.1:9/articles"


def blotter(*arguments: object, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments], input=stdin)


@pytest.fixture
def inbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of three articles; what commands leave behind stays in tmp_path, too."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BLOTTER_INDEX", raising=False)
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "a.txt").write_text(
        f"A title of five words\nPublished 30 - 01 - 2025\n{PROSE}", encoding="utf-8"
    )
    lines = [{"title": "Interpol in Kenya", "body": "Cocaine."}, {"title": "Two", "published": "2024-02-29"}]
    text = "\n".join(json.dumps(line) for line in lines)
    (folder / "b.jsonl").write_text(text, encoding="utf-8")
    return folder


def test_enrich_prints_one_object_a_line_with_the_promised_keys(inbox: Path) -> None:
    result = blotter("enrich", inbox)
    assert (result.exit_code, result.stderr) == (0, "")
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [article["title"] for article in found] == ["A title of five words", "Interpol in Kenya", "Two"]
    assert all(set(PROMISED) <= set(article) for article in found)
    page, kenya, two = found
    assert (page["published"], page["language"], page["body"]) == ("2025-01-30", "en", PROSE)
    assert (kenya["countries"], kenya["agencies"], kenya["focus_countries"]) == (
        ["KE"],
        ["int-interpol"],
        ["KE"],
    )
    assert two["published"] == "2024-02-29"
    assert set(kenya["mentions"][0]) == {"field", "value", "text", "start", "end", "rule", "in"}


def test_enrich_reads_standard_input(inbox: Path) -> None:
    result = blotter("enrich", "-", stdin='{"title":"مكافحة الإرهاب"}\n'.encode())
    (article,) = map(json.loads, result.stdout.splitlines())
    assert (article["title"], article["file"]) == ("مكافحة الإرهاب", "standard input")
    assert "مكافحة" in result.stdout  # not \u escapes


def test_enrich_tells_each_failure_and_goes_on(inbox: Path) -> None:
    (inbox / "c.jsonl").write_text("{\n" * 30 + '{"title":"last"}\n', encoding="utf-8")
    result = blotter("enrich", inbox / "c.jsonl", inbox / "gone.txt", inbox / "a.txt")
    assert result.exit_code == 1
    assert [json.loads(line)["title"] for line in result.stdout.splitlines()] == [
        "last",
        "A title of five words",
    ]
    told = result.stderr.splitlines()
    assert len(told) == 31
    assert told[2].startswith(f"{inbox / 'c.jsonl'}:3: This line is not JSON")
    assert told[30].startswith(f"{inbox / 'gone.txt'}: The file can't be read")


@pytest.mark.parametrize(
    "arguments",
    [["enrich"], ["index"], ["enrich", "--no-such", "x"], ["no-such"], ["index", "--wait", "x", "y"]],
)
def test_wrong_usage_exits_with_two(inbox: Path, arguments: list[str]) -> None:
    result = blotter(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")


def test_index_says_what_became_of_the_articles(inbox: Path) -> None:
    first = blotter("index", inbox)
    assert (first.exit_code, first.stdout) == (0, "")
    assert "3 new, 0 changed, 0 unchanged, 0 failed" in first.stderr
    (inbox / "a.txt").write_text(f"Another title of five words\n{PROSE}", encoding="utf-8")
    second = blotter("index", inbox)
    assert "0 new, 1 changed, 2 unchanged, 0 failed" in second.stderr
    with open_engine("tantivy:var/index") as engine:
        assert engine.health().articles == 3
    assert not Path("var/dead-letters.jsonl").exists()


def test_index_with_failures_exits_with_one_and_names_the_file(inbox: Path, tmp_path: Path) -> None:
    (inbox / "c.jsonl").write_text("{\n" * 30, encoding="utf-8")
    letters = tmp_path / "letters.jsonl"
    result = blotter("index", "--dead-letters", letters, "--index", "tantivy:memory", inbox)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "3 new, 0 changed, 0 unchanged, 30 failed" in result.stderr
    assert "More failures follow; the dead-letter file has them all." in result.stderr
    assert f"What failed, and why: {letters}" in result.stderr
    assert len(letters.read_text(encoding="utf-8").splitlines()) == 30


def test_timings_name_every_step(inbox: Path) -> None:
    told = blotter("index", "--timings", "--index", "tantivy:memory", inbox).stderr
    assert all(f"  {name} " in told for name in ("boilerplate", "surfaces", "persons", "write"))


def test_dead_letters_that_cannot_be_written_are_said(inbox: Path, tmp_path: Path) -> None:
    (inbox / "c.jsonl").write_text("{", encoding="utf-8")
    (tmp_path / "plain").write_text("a file, no folder", encoding="utf-8")
    result = blotter(
        "index", "--dead-letters", tmp_path / "plain" / "x.jsonl", "--index", "tantivy:memory", inbox
    )
    assert result.exit_code == 1
    assert isinstance(result.exception, SystemExit)
    assert "x.jsonl" in result.stderr


def test_an_engine_that_is_away_is_waited_for_and_then_given_up(inbox: Path) -> None:
    result = blotter("index", "--index", CLOSED_PORT, "--wait", "1", inbox)
    assert (result.exit_code, result.stdout) == (1, "")
    assert isinstance(result.exception, SystemExit)
    assert "Run the same command again" in result.stderr


@pytest.mark.parametrize("url", ["nonsense", "tantivy:", "mongodb://x"])
def test_a_setting_that_names_no_engine_is_said(inbox: Path, url: str) -> None:
    result = blotter("index", "--index", url, inbox)
    assert result.exit_code == 1
    assert "names no engine" in result.stderr


def test_a_reader_that_stops_early_gets_no_traceback(inbox: Path) -> None:
    (inbox / "c.jsonl").write_text('{"title":"a title","body":"some text"}\n' * 3000, encoding="utf-8")
    command = [sys.executable, "-m", "cli", "enrich", str(inbox / "c.jsonl")]
    root = str(Path(__file__).parents[2])
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={"PYTHONPATH": root}
    ) as run:
        assert run.stdout
        assert run.stderr
        json.loads(run.stdout.readline())
        run.stdout.close()
        assert b"Traceback" not in run.stderr.read()


def test_a_file_name_that_is_not_unicode_is_enriched_and_indexed(inbox: Path) -> None:
    try:
        Path("caf\udce9.txt").write_text(f"A title of five words\n{PROSE}", encoding="utf-8")
    except (OSError, UnicodeError):
        pytest.skip("This file system wants names in Unicode.")
    result = blotter("enrich", ".")
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 4
    assert "4 new" in blotter("index", "--index", "tantivy:memory", ".").stderr
