"""Tables: a header that names the columns, a row an article, whatever divides the cells."""

from pathlib import Path

import pytest

from tests.indexer.making import failure, read, record, split


def table(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8", newline="")
    return path


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_commas_semicolons_and_tabs_divide(tmp_path: Path, separator: str) -> None:
    text = "Title,BODY ,date,desk\nA raid,Some text,2025-01-30,crime\n".replace(",", separator)
    found = record(table(tmp_path, text))
    assert (found.title, found.text, found.published) == ("A raid", "Some text", "2025-01-30")
    assert (found.extra, found.line) == ({"desk": "crime"}, 2)


def test_quoted_cells_may_hold_separators_and_lines(tmp_path: Path) -> None:
    path = table(tmp_path, 'title,body\n"A, ""B""","one\ntwo"\nnext,row\n')
    first, second = split(read(path))[0]
    assert (first.title, first.text, first.line) == ('A, "B"', "one\ntwo", 2)
    assert (second.title, second.line) == ("next", 4)


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_lines_may_end_as_elsewhere(tmp_path: Path, end: str) -> None:
    assert record(table(tmp_path, f"title,body{end}A,B{end}")).title == "A"


def test_ragged_rows(tmp_path: Path) -> None:
    path = table(tmp_path, "title,body\na,b,c\nshort\n,,\n\ne,f\n")
    records, failures = split(read(path))
    assert [(r.title, r.text, r.line) for r in records] == [("short", "", 3), ("e", "f", 6)]
    assert [(f.line, f.reason) for f in failures] == [(2, "The row has 3 cells, the header names 2.")]


def test_rows_after_a_broken_one_are_read(tmp_path: Path) -> None:
    path = table(tmp_path, 'title,body\n"a"b,c\nd,e\nf,"g\n')
    records, failures = split(read(path))
    assert [(r.title, r.line) for r in records] == [("d", 3)]
    assert [f.line for f in failures] == [2, 4]
    assert all("This is not CSV" in f.reason for f in failures)


def test_a_huge_cell_is_a_failure_of_its_row_only(tmp_path: Path) -> None:
    path = table(tmp_path, f"title,body\na,{'x' * 3_000_000}\nc,d\n")
    records, failures = split(read(path))
    assert [r.title for r in records] == ["c"]
    assert [f.line for f in failures] == [2]


def test_a_row_without_text_is_reported(tmp_path: Path) -> None:
    found = failure(table(tmp_path, "title,body,desk\n,,crime\n"))
    assert (found.line, found.content) == (2, "['', '', 'crime']")
    assert "no text" in found.reason


def test_a_table_needs_a_header(tmp_path: Path) -> None:
    found = failure(table(tmp_path, "A raid,Some text\nAnother,More\n"))
    assert (found.line, "must name the columns" in found.reason) == (1, True)


@pytest.mark.parametrize(
    ("content", "reason"), [(b"", "empty"), (b"title,body\n\0\0\0\0\0\n", "binary"), (b"\n\n", "empty")]
)
def test_what_is_no_table_is_reported(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    assert reason in failure(path).reason


def test_spreadsheets_write_marks_and_old_encodings(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("title;body\nCafé;à Liège\n".encode("utf-8-sig"))
    assert record(path).title == "Café"
    path.write_bytes("title;body\nCafé;à Liège\n".encode("cp1252"))
    assert (record(path).title, record(path).notes) == ("Café", ("Not UTF-8; read as cp1252.",))
