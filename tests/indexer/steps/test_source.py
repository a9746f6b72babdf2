"""The source step: the publisher as given, as a byline names it, or as the address tells."""

import pytest

from indexer.draft import Draft
from indexer.record import Record
from indexer.steps.source import source


def source_of(*margins: str, **given: str) -> str | None:
    draft = Draft(Record("a.txt", "", **given), margins=margins)  # type: ignore[arg-type]
    source(draft)
    return draft.source


def test_what_is_given_wins() -> None:
    found = source_of("Publié dans Yabiladi le 30 - 01 - 2025", source="The Courier", url="https://x.example")
    assert found == "The Courier"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Publié dans Yabiladi le 30 - 01 - 2025", "Yabiladi"),
        ("Published in The Courier on 30 January 2025", "The Courier"),
        ("Publicado en El Faro el 30 de enero de 2025", "El Faro"),
        ("Publicado em Folha Nova em 30 de janeiro de 2025", "Folha Nova"),
        ("نشر في هسبريس يوم 30 يناير 2025", "هسبريس"),
        ("© 2025 Harbour Ledger. All rights reserved", "Harbour Ledger"),
    ],
)
def test_a_byline_names_the_publisher(line: str, name: str) -> None:
    assert source_of("Home", line) == name


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.example.org/a/b?c", "example.org"),
        ("http://news.example.com:8080", "news.example.com"),
        ("no address", None),
        ("http://[broken", None),
        ("", None),
    ],
)
def test_the_address_tells_the_publisher(url: str, host: str | None) -> None:
    assert source_of(url=url) == host


def test_nothing_tells() -> None:
    assert source_of("Home", "Comments (0)", "2025") is None
