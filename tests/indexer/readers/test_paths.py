"""From paths to files: folders, standard input, names that are wrong, files that can't be read."""

import gzip
import io
import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from types import SimpleNamespace

import pytest

from indexer.readers import FORMATS, Reading, sources
from tests.indexer.making import PROSE, failure, read, record, split

NOBODY = 65534


def test_a_folder_gives_its_files_by_name_and_nothing_else(tmp_path: Path) -> None:
    for name in ("b.txt", "a.TXT", "sub/c.txt", "sub/deep/d.jsonl", "notes.md", "README", "e.txt.bak"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text('{"title":"x"}', encoding="utf-8")
    (tmp_path / "link.txt").symlink_to(tmp_path / "gone.txt")
    found = [str(source.path.relative_to(tmp_path)) for source in sources([str(tmp_path)])]
    assert found == ["a.TXT", "b.txt", "sub/c.txt", "sub/deep/d.jsonl"]


def test_an_empty_folder_gives_nothing(tmp_path: Path) -> None:
    assert sources([str(tmp_path)]) == []


@pytest.mark.parametrize("name", ["a.md", "a", "a.gz", "a.txt.zip"])
def test_an_unknown_format_named_outright_is_refused(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(PROSE, encoding="utf-8")
    found = failure(path)
    assert found.file == str(path)
    assert all(suffix in found.reason for suffix in FORMATS)


@pytest.mark.parametrize("name", ["gone.txt", "gone.jsonl", "gone", "no/such/folder/a.csv", "a" * 300])
def test_a_missing_file_is_reported(tmp_path: Path, name: str) -> None:
    assert "The file can't be read" in failure(tmp_path / name).reason


def test_a_file_that_breaks_while_it_is_read_is_reported(tmp_path: Path) -> None:
    memory = Path("/proc/self/mem")
    if not memory.exists():
        pytest.skip("Only Linux has a file that opens and cannot be read.")
    path = tmp_path / "a.txt"
    path.symlink_to(memory)
    assert "The file can't be read" in failure(path).reason


@pytest.fixture
def unprivileged(tmp_path: Path) -> Iterator[Path]:
    """A folder for a user whom file modes bind; the superuser becomes nobody for a while."""
    if os.geteuid():
        yield tmp_path
        return
    with TemporaryDirectory() as name:
        os.chown(name, NOBODY, -1)
        os.seteuid(NOBODY)
        try:
            yield Path(name)
        finally:
            os.seteuid(0)


def test_a_file_without_permission_is_reported_and_stops_nothing(unprivileged: Path) -> None:
    folder = unprivileged / "inbox"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(PROSE, encoding="utf-8")
    (folder / "a.txt").chmod(0)
    records, failures = split(read(folder))
    assert [Path(r.file).name for r in records] == ["b.txt"]
    assert [f.reason for f in failures] == ["The file can't be read: Permission denied."]


def test_a_folder_without_permission_stops_nothing(unprivileged: Path) -> None:
    closed = unprivileged / "closed"
    closed.mkdir()
    (closed / "a.txt").write_text(PROSE, encoding="utf-8")
    closed.chmod(0)
    try:
        assert "The file can't be read" in failure(closed / "a.txt").reason
        assert read(unprivileged) == []
    finally:
        closed.chmod(0o700)


def test_a_file_name_need_not_be_unicode(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    try:
        with open(path, "w", encoding="utf-8") as file:
            file.write(PROSE)
    except OSError:
        pytest.skip("This file system wants names in Unicode.")
    found = record(os.fsdecode(path))
    assert found.text == PROSE
    assert found.file.encode("utf-8").endswith(b".txt")


def from_stdin(content: bytes, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(content)))
    return list(read("-"))


@pytest.mark.parametrize(
    ("content", "titles"),
    [
        (b'{"title":"one"}\n{"title":"two"}\n', ["one", "two"]),
        (b'\n  {"title":"one"}', ["one"]),
        (b'\xef\xbb\xbf{"title":"one"}', ["one"]),
        (b'[{"title":"one"},{"title":"two"}]', ["one", "two"]),
        (gzip.compress(b'{"title":"one"}\n'), ["one"]),
        (PROSE.encode(), [None]),
    ],
)
def test_standard_input_is_read_by_how_it_begins(
    content: bytes, titles: list[str | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    records, failures = split(from_stdin(content, monkeypatch))  # type: ignore[arg-type]
    assert [r.title for r in records] == titles
    assert failures == []
    assert {r.file for r in records} == {"standard input"}


def test_a_page_on_standard_input_is_html(monkeypatch: pytest.MonkeyPatch) -> None:
    page = f"<html><body><article><h1>T</h1><p>{PROSE}</p><p>{PROSE}.</p></article></body></html>".encode()
    ((found,), _) = split(from_stdin(page, monkeypatch))  # type: ignore[arg-type]
    assert PROSE in found.text
    assert not found.scraped


def test_empty_standard_input_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    _, (found,) = split(from_stdin(b"", monkeypatch))  # type: ignore[arg-type]
    assert (found.file, found.reason) == ("standard input", "The file is empty.")


def test_position_grows_to_the_size_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"title":"one"}\n' * 50, encoding="utf-8")
    (source,) = sources([str(path)])
    reading = Reading(source)
    positions = [reading.position for _ in reading]
    assert positions == sorted(positions)
    assert reading.position == source.size == path.stat().st_size
