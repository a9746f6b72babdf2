"""The engine contract: articles and queries that mean harm, or just look like it."""

import time
from typing import Any

import pytest

from article_index.engine import Engine
from article_index.query_parser import parse_query
from article_index.search import FacetFilter, SearchRequest
from tests.article_index.searching import found, ids, search
from tests.factory import article

STRANGE_TEXTS = {
    "markup": "<script>alert(1)</script> fraud",
    "nul": "fraud \0 nul",
    "gap": "_ __ fraud _gap_ a_b",
    "controls": "fraud\x1c\x1d\u2028\u2029\x85x",
    "emoji": "fraud 🚨👮🏽‍♀️",
    "bidi": "\u202efraud\u202c",
    "ligature": "قال النبي ﷺ fraud",
    "stretched": "ـــ ـ fraud \ufe70",
    "zalgo": "f\u0338r\u0336a\u0337u\u0335d\u0334 fraud",
    "blanks": "\u00a0\u3000fraud\u200b\ufeff",
    "outside the plane": "𝐟𝐫𝐚𝐮𝐝 𐐷 fraud",
    "punctuation": "fraud !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~",
}


@pytest.mark.parametrize("text", STRANGE_TEXTS.values(), ids=STRANGE_TEXTS.keys())
def test_strange_text_is_kept_and_found(engine: Engine, text: str) -> None:
    strange = article(text, body=text, language="ar", source=text, persons=(text,))
    engine.add([strange, article("arson")])
    page = search(engine, "fraud")
    assert [hit.article for hit in page.hits] == [strange]
    assert page.facets["person"].values == {text: 1}
    assert found(engine, filters={"source": FacetFilter(any_of=(text,))}) == {strange.id}


def test_words_after_a_strange_one_keep_their_places(engine: Engine) -> None:
    engine.add([article("قال ـــ ﷺ كلمة", id="a", language="ar")])
    assert found(engine, '"قال ـــ ﷺ كلمة"') == {"a"}
    assert found(engine, '"ﷺ كلمة"') == {"a"}
    assert found(engine, "ـــ") == {"a"}
    assert found(engine, "ﷺ") == {"a"}


def test_very_long_words_are_found_by_their_first_letters(engine: Engine) -> None:
    word = "x" * 3000
    engine.add([article(f"short {word} end", id="a", body="ß" * 40_000)])
    assert found(engine, word) == {"a"}
    assert found(engine, "x" * 80) == {"a"}
    assert found(engine, "x" * 79) == set()
    assert found(engine, f'"short {word} end"') == {"a"}
    assert found(engine, "ß" * 3000) == {"a"}


def test_a_very_long_article_is_found_to_its_end(engine: Engine) -> None:
    engine.add([article("long", id="a", body="word " * 200_000 + "needle")])
    assert found(engine, "needle") == {"a"}


BAD_ARTICLES: dict[str, dict[str, Any]] = {
    "a number too long for JSON": {"extra": {"number": 10**30}},
    "half a character": {"title": "\ud800"},
    "half a character in the id": {"id": "\ud800"},
    "no id": {"id": ""},
    "an id too long": {"id": "é" * 300},
    "a value too long": {"source": "x" * 40_000},
}


@pytest.mark.parametrize("fields", BAD_ARTICLES.values(), ids=BAD_ARTICLES.keys())
def test_an_article_that_cannot_be_kept_stops_no_other(engine: Engine, fields: dict[str, Any]) -> None:
    bad = article(**{"id": "bad", **fields})
    report = engine.add([article(id="a"), bad, article(id="b")])
    assert (report.added, list(report.failed)) == (2, [bad.id])
    assert report.failed[bad.id]
    assert found(engine) == {"a", "b"}
    rebuilt = engine.rebuild([article(id="a"), bad, article(id="c")])
    assert (rebuilt.added, list(rebuilt.failed)) == (2, [bad.id])
    assert found(engine) == {"a", "c"}


HOSTILE_QUERIES = {
    "brackets": "[" * 3000,
    "parentheses": "(" * 5000 + "fraud",
    "nested": "-(a OR " * 7 + "b -c" + ")" * 7,
    "signs": "-" * 3999 + "fraud",
    "words": " ".join(f"crime{number}s" for number in range(300)),
    "alternatives": " OR ".join(f"crime{number}s" for number in range(300)),
    "phrase": '"' + " ".join(f"crime{number}s" for number in range(300)) + '"~50',
    "repeats": '"' + "fraud " * 600 + '"',
    "unspaced": "経済成長" * 1000,
    "unspaced phrase": '"' + "経済成長" * 900 + '"~50',
    "prefixes": " ".join(f"ab{number}*" for number in range(300)),
    "stars": "a*" * 1900,
    "a paragraph in quotation marks": '"'
    + "Los policías detuvieron a las mujeres traficantes españolas; " * 60
    + '"',
    "marks": "ab" + "?" * 3900,
    "star and marks": "*ab" + "?" * 20,
    "worst pattern": "*𐐷??" + "𐐷" * 28,
    "regular expression": "(.{1,50}){1,50}x /fraud.*/ /[a/ fra~9 fraud^1e99",
    "script": '{"query": {"match_all": {}}} _exists_:title *:* ${jndi:ldap://x}',
    "half a character": "\ud800 person:\ud800 title:\udfff",
    "nul": "\0 fraud\0 person:\0",
    "dates": "published:99999 published:[2024-13 TO *] published:>9999-12-31 published:<0001",
    "values": " ".join(f"person:p{number}" for number in range(300)),
    "stretched": "ـــ ﷺ \ufe70 ½",
}


@pytest.mark.parametrize("text", HOSTILE_QUERIES.values(), ids=HOSTILE_QUERIES.keys())
def test_no_query_fails_or_takes_long(engine: Engine, text: str) -> None:
    engine.add([article("fraud", id="a", body="fraud " * 50)])
    started = time.monotonic()
    page = engine.search(SearchRequest(parse_query(text).node))
    assert time.monotonic() - started < 10  # a second or two on an idle machine
    assert page.total in {0, 1}
    assert set(ids(page)) <= {"a"}
