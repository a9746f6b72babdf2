"""JSON Lines, compressed or not, and JSON: an object an article, a wrong line alone is lost."""

import gzip
import json
import resource
import time
from pathlib import Path
from typing import Any

import pytest

from indexer.readers.objects import MAX_BODY
from indexer.record import Record
from tests.indexer.making import failure, read, record, split


def lines(path: Path, *found: object) -> Path:
    texts = [line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in found]
    path.write_text("\n".join(texts) + "\n", encoding="utf-8")
    return path


def test_known_keys_are_read_and_others_kept(tmp_path: Path) -> None:
    path = lines(
        tmp_path / "a.jsonl",
        {
            "id": 7,
            "title": " T ",
            "body": "B",
            "url": "https://example.org/a",
            "published": "2025-01-30",
            "source": "Courier",
            "language": "fr",
            "author": "A. Writer",
            "section": {"name": "crime"},
            "empty": None,
        },
    )
    assert record(path) == Record(
        file=str(path),
        line=1,
        id="7",
        title="T",
        text="B",
        url="https://example.org/a",
        published="2025-01-30",
        source="Courier",
        language="fr",
        author="A. Writer",
        extra={"section": {"name": "crime"}},
    )


def test_text_and_date_are_other_names_for_body_and_published(tmp_path: Path) -> None:
    found = record(lines(tmp_path / "a.jsonl", {"title": "T", "text": "B", "date": "30 January 2025"}))
    assert (found.text, found.published, found.extra) == ("B", "30 January 2025", {})


WRONG = [
    ("{", "not JSON"),
    ("not json", "not JSON"),
    ('{"title": "a\\ud800"}', "not JSON"),
    ("[" * 5000, "not JSON"),
    ("[1, 2]", "must be a JSON object"),
    ("5", "must be a JSON object"),
    ("null", "must be a JSON object"),
    ({"id": ""}, "no text"),
    ({}, "no text"),
    ({"title": ["a"], "body": "b"}, '"title" must be text, not list'),
    ({"title": "a", "body": {"html": "b"}}, '"body" must be text, not dict'),
    ({"title": "a", "published": True}, '"published" must be text, not bool'),
    ({"title": "a", "language": ["fr"]}, '"language" must be text, not list'),
    ('{"title": "a\0b\0c"}', "binary"),
]


@pytest.mark.parametrize(("wrong", "reason"), WRONG)
def test_a_wrong_line_is_a_failure_with_its_number_and_the_next_is_read(
    tmp_path: Path, wrong: Any, reason: str
) -> None:
    path = lines(tmp_path / "a.jsonl", {"title": "one"}, "", wrong, {"title": "two"})
    records, failures = split(read(path))
    assert [(r.title, r.line) for r in records] == [("one", 1), ("two", 4)]
    (found,) = failures
    assert (found.file, found.line) == (str(path), 3)
    assert reason in found.reason
    assert found.content


def test_a_line_without_title_is_read_and_said_so(tmp_path: Path) -> None:
    found = record(lines(tmp_path / "a.jsonl", {"body": "Some text."}))
    assert (found.title, found.notes) == (None, ("No title was given; it is taken from the text.",))


def test_a_line_with_nothing_but_an_id_is_kept(tmp_path: Path) -> None:
    found = record(lines(tmp_path / "a.jsonl", {"id": "17", "body": ""}))
    assert (found.title, found.notes) == ("(untitled) 17", ("There was no text and no title.",))


def test_old_encodings_are_repaired_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    text = '{"title":"Café fermé à Liège"}\n'
    path.write_bytes(text.encode("latin-1") + text.encode())
    first, second = split(read(path))[0]
    assert first.title == second.title == "Café fermé à Liège"
    assert (first.notes, second.notes) == (("Not UTF-8; read as cp1252.",), ())


@pytest.mark.parametrize("name", ["a.jsonl", "a.json", "a.jsonl.gz"])
@pytest.mark.parametrize("content", [b"", b"\n\n"])
def test_an_empty_file_is_reported(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(gzip.compress(content) if name.endswith("gz") else content)
    assert "The file is empty." in failure(path).reason


def test_a_long_body_is_cut_and_said_so(tmp_path: Path) -> None:
    found = record(lines(tmp_path / "a.jsonl", {"title": "t" * 2 * MAX_BODY, "body": "x" * (MAX_BODY + 5)}))
    assert len(found.text) == len(found.title or "") == MAX_BODY
    assert "The text is cut after 500,000 of 500,005 characters." in found.notes


def test_fifty_megabytes_in_a_line_cost_neither_memory_nor_the_next_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    with path.open("wb") as file:
        file.write(b'{"title":"')
        for _ in range(50):
            file.write(b"x" * 1_000_000)
        file.write(b'"}\n{"title":"two"}\n')
    before, started = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
    records, failures = split(read(path))
    assert [(r.title, r.line) for r in records] == [("two", 2)]
    assert [(f.line, f.reason) for f in failures] == [(1, "The line is longer than 10,000,000 bytes.")]
    assert time.monotonic() - started < 20
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 45_000  # kilobytes


def test_compressed_lines_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b'{"title":"one"}\n5\n{"title":"two"}\n'))
    records, failures = split(read(path))
    assert [(r.title, r.line) for r in records] == [("one", 1), ("two", 3)]
    assert [f.line for f in failures] == [2]


def test_a_compressed_file_that_breaks_off_gives_what_came_before(tmp_path: Path) -> None:
    import random

    noise = random.Random(1)
    text = "".join(f'{{"title":"{noise.getrandbits(200)}"}}\n' for _ in range(3000))
    path = tmp_path / "a.jsonl.gz"
    whole = gzip.compress(text.encode())
    path.write_bytes(whole[: len(whole) // 2])
    records, failures = split(read(path))
    assert len(records) > 1000
    assert [r.line for r in records] == list(range(1, len(records) + 1))
    assert ["The compressed file is broken" in f.reason for f in failures] == [True]


def test_what_only_claims_to_be_compressed_is_reported(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(b'{"title":"one"}\n')
    assert "The compressed file is broken" in failure(path).reason


def test_json_of_one_object_has_no_line(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{\n  "title": "one"\n}', encoding="utf-8")
    assert (record(path).title, record(path).line) == ("one", None)


def test_json_of_a_list_counts_its_articles(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('[{"title":"one"}, 5, [], {"title":"two"}]', encoding="utf-8")
    records, failures = split(read(path))
    assert [(r.title, r.line) for r in records] == [("one", 1), ("two", 4)]
    assert [f.line for f in failures] == [2, 3]


@pytest.mark.parametrize("content", ["5", '"text"', "[[]]", "{", "[" * 100_000])
def test_json_that_holds_no_article_is_reported(tmp_path: Path, content: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(content, encoding="utf-8")
    assert failure(path).reason


def test_json_in_an_old_encoding_is_said_so(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes('{"title":"Café"}'.encode("latin-1"))
    assert record(path).title == "Café"
    assert record(path).notes[-1] == "Not UTF-8; read as cp1252."
