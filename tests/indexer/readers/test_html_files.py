"""Web pages: the article by trafilatura, its date and publisher from the page's metadata."""

from datetime import date
from pathlib import Path

import pytest

from indexer.pipeline import enrich
from indexer.record import Failure, Record
from tests.indexer.making import PROSE, failure, read, record

PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Car ring broken up</title>
<meta property="og:title" content="Car ring broken up"><meta property="og:site_name" content="Harbour Ledger">
<meta property="article:published_time" content="2024-03-05T10:00:00Z">
<link rel="canonical" href="https://ledger.example/a"></head>
<body><nav><a href="/">Home</a><a href="/x">Chile deepens ties</a></nav><article><h1>Car ring broken up</h1>
<p>{PROSE}</p><p>{PROSE.replace("four", "five")}</p></article>
<aside><h2>Most read</h2><a href="/y">Storm over Peru</a></aside>
<footer>All rights reserved</footer></body></html>"""


def test_the_article_of_a_page_with_its_metadata(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(PAGE, encoding="utf-8")
    found = record(path)
    assert (found.title, found.source) == ("Car ring broken up", "Harbour Ledger")
    assert (found.published, found.url) == ("2024-03-05", "https://ledger.example/a")
    assert found.text.count("Police officers arrested") == 2
    assert "Chile" not in found.text
    assert "Peru" not in found.text
    article = enrich(found)
    assert (article.published, article.language) == (date(2024, 3, 5), "en")
    assert article.countries == ()


def test_htm_is_html(tmp_path: Path) -> None:
    path = tmp_path / "a.HTM"
    path.write_text(PAGE, encoding="utf-8")
    assert record(path).title == "Car ring broken up"


@pytest.mark.parametrize("declared", ["windows-1252", "iso-8859-1", "undefined", "no-such-charset"])
def test_the_encoding_that_a_page_names_is_tried(tmp_path: Path, declared: str) -> None:
    page = PAGE.replace("utf-8", declared).replace("harbour", "harbour of Cádiz")
    path = tmp_path / "a.html"
    path.write_bytes(page.encode("latin-1"))
    found = record(path)
    assert "harbour of Cádiz" in found.text
    assert found.notes


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (bytes(range(256)) * 20, "binary"),
        (b"<html><body></body></html>", "No article"),
        (b"<", "No article"),
        (b"<html><body>" + b"<div>" * 3000 + b"</body></html>", "No article"),
        (b"<p>" + b"x" * 11_000_000, "larger than 10,000,000 bytes"),
    ],
)
def test_a_page_without_an_article_is_reported(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(content)
    assert reason in failure(path).reason


def test_markup_in_the_text_stays_text(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(PAGE.replace("four men", "&lt;script&gt;alert(1)&lt;/script&gt; men"), encoding="utf-8")
    assert "<script>alert(1)</script> men" in record(path).text


@pytest.mark.timeout(120)
@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 10_000 + PROSE + "</div>" * 10_000,
        "<html><body><p>" + PROSE + "<p><b><i>" * 500 + "</div></span>",
        "<script type='application/ld+json'>" + "[" * 50_000 + "</script><p>" + PROSE,
        "<time datetime='2025-01-30'>x</time>" * 20_000 + f"<p>{PROSE}</p>",
        "<ul>" + "<li><a href='/'>Home</a></li>" * 20_000 + "</ul>",
        "<h1>a</h1><div>30 January</div>" * 20_000,
    ],
    ids=["deep", "broken", "deep metadata", "times", "only menus", "headlines"],
)
def test_any_page_is_read_or_refused(tmp_path: Path, page: str) -> None:
    path = tmp_path / "a.html"
    path.write_text(page, encoding="utf-8")
    (found,) = read(path)
    assert isinstance(found, Record | Failure)
