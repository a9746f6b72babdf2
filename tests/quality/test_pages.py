"""Web pages measured: strings where they should be, titles with or without the publisher, words in common."""

import gzip
import json
from pathlib import Path

import pytest

from quality import pages
from tests.indexer.making import PROSE


def test_strings_are_right_where_they_should_be() -> None:
    page = {"with": ["four men", "five\n women"], "without": ["Share this", "harbour"]}
    assert list(pages.strings(page, "Four and four  men at the harbour")) == [
        (True, True),
        (False, True),
        (True, False),
        (False, False),
    ]


@pytest.mark.parametrize(
    ("found", "wanted", "same"),
    [
        ("Car ring broken up", "Car ring broken up", True),
        ("Car ring broken up | The Courier", "Car Ring broken up!", True),
        ("Car ring broken up", "The Courier - Car ring broken up", True),
        ("Car ring", "Car ring broken up", False),
        ("", "", False),
        ("The Courier", "Car ring broken up", False),
    ],
)
def test_titles_agree_but_for_the_publisher(found: str, wanted: str, same: bool) -> None:
    assert pages.same_title(found, wanted) == same


def test_words_in_common_count_as_often_as_they_stand_there() -> None:
    assert pages.overlap("a a b", "A b c d") == (2 / 3, 2 / 4, pytest.approx(4 / 7))
    assert pages.overlap("", "a") == (0.0, 0.0, 0.0)


def test_a_page_that_can_not_be_read_counts(tmp_path: Path) -> None:
    folder = tmp_path / pages.TEXTS.parent
    folder.mkdir()
    truth = [{"html": "a.gz", "text": PROSE}, {"html": "b.gz", "text": PROSE}]
    (folder / pages.TEXTS.name).write_bytes(gzip.compress("\n".join(map(json.dumps, truth)).encode()))
    html = f"<html><body><article><h1>Car ring</h1><p>{PROSE}</p></article></body></html>"
    (folder / "a.gz").write_bytes(gzip.compress(html.encode()))
    (folder / "b.gz").write_bytes(gzip.compress(b"<html></html>"))
    rows = {row[0]: row[1:] for row in pages.whole_texts(tmp_path).rows}
    assert rows["recall"] == (2, 0.5, 0.5)
