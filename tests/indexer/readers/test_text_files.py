"""Text files: a page a file, in whatever encoding, and what is no text."""

import time
from pathlib import Path

import pytest

from tests.indexer.making import PROSE, failure, record

FRENCH = "Le procureur général a reçu à Liège une délégation chargée de la coopération policière.\n"
RUSSIAN = "Полиция задержала группу подозреваемых в контрабанде наркотиков на границе.\n"


def test_a_text_file_is_one_scraped_page(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"Title\n\n{PROSE}", encoding="utf-8")
    found = record(path)
    assert (found.file, found.line, found.scraped, found.notes) == (str(path), None, True, ())
    assert found.text == f"Title\n\n{PROSE}"


def test_a_byte_order_mark_is_no_letter(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(PROSE, encoding="utf-8-sig")
    assert record(path).text == PROSE


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("latin-1", FRENCH),
        ("latin-1", "Café fermé à Liège"),
        ("latin-1", "Größere Menge Rauschgift in Köln"),
        ("latin-1", "Operación en Málaga: ¿quién será el próximo?"),
        ("cp1252", "L’opération « Été » a coûté 20 €"),
        ("cp1251", RUSSIAN * 5),
        ("utf-16", FRENCH),
        ("utf-16", RUSSIAN),
    ],
)
def test_older_encodings_are_repaired_and_said_so(tmp_path: Path, encoding: str, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding))
    found = record(path)
    assert found.text == text
    assert [note for note in found.notes if note.startswith("Not UTF-8; read as ")]


@pytest.mark.parametrize("content", [b"", b"\n \t\n"])
def test_an_empty_file_is_reported(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    assert failure(path).reason == "The file is empty."


@pytest.mark.parametrize("content", [bytes(range(256)) * 50, b"\0" * 100, b"\x89PNG\r\n\0\0\0\rIHDR" * 9])
def test_binary_rubbish_is_reported(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    found = failure(path)
    assert found.file == str(path)
    assert found.reason == "This is binary data, not text."


def test_one_nul_in_a_text_is_forgiven(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(PROSE.encode() + b"\0" + PROSE.encode())
    assert record(path).text.startswith(PROSE)


def test_fifty_megabytes_are_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 50_000_000)
    started = time.monotonic()
    assert "larger than 10,000,000 bytes" in failure(path).reason
    assert time.monotonic() - started < 10
