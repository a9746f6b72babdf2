"""Whatever the text: enrichment never raises, mentions stand where they say, time stays in bounds."""

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from article_index.article import Article
from indexer.pipeline import enrich
from indexer.record import Record, Unreadable
from tests.indexer.making import PROSE, misplaced
from vocabulary.concepts import concepts, records

LANGUAGES = ("en", "fr", "es", "ar", "pt", "de", "it", "ru", "zh", None)
KINDS = {
    "countries": "countries",
    "focus_countries": "countries",
    "agencies": "agencies",
    "crime_types": "crime_types",
}


def surfaces_of(language: str) -> list[str]:
    """Some surfaces of every kind of a language's vocabulary."""
    found: list[str] = []
    for record in records(f"places/{language}.jsonl"):
        found += record.get("blocks") or [*record["names"], *record["demonyms"][:3], *record["cities"][:2]]
    for record in records(f"crime_triggers/{language}.jsonl"):
        found += [trigger.strip("~$") for trigger in record["triggers"][:5]] + record["exclude"][:2]
    return found


def names_of_agencies() -> list[str]:
    found: list[str] = []
    for record in records("agencies.jsonl"):
        found += [name for names in record["names"].values() for name in names[:1]]
        found += [acronym["text"] for acronym in record["acronyms"]]
    return found + [
        name
        for record in records("shared_names.jsonl")
        for names in record["names"].values()
        for name in names
    ]


SURFACES = [
    *surfaces_of("en"),
    *surfaces_of("fr"),
    *surfaces_of("ar"),
    *surfaces_of("de"),
    *names_of_agencies(),
]
PERSONS = [
    "Minister Peter Example",
    "M. Jean-Luc Dupond",
    "Maria dos Santos",
    "السيد محمد بن علي",
    "John F. Kennedy",
]
GLUE = [
    " ",
    ", ",
    ". ",
    "\n",
    "\n\n",
    "’s ",
    " l’",
    "-",
    " و",
    "",
    "\u00a0",
    " of the ",
    "\u0640",
    "\u064e",
    "e\u0301",
    "😀",
    "\0",
    "\u200b",
]
pieces = st.one_of(st.sampled_from(SURFACES), st.sampled_from(PERSONS), st.text(max_size=12), st.just(PROSE))
texts = st.lists(st.tuples(pieces, st.sampled_from(GLUE)), max_size=25).map(
    lambda pairs: "".join(piece + glue for piece, glue in pairs)
)


def enriched(text: str, title: str | None, language: str | None, scraped: bool) -> Article | None:
    try:
        return enrich(Record("a.txt", text, title=title, language=language, scraped=scraped))
    except Unreadable:
        return None


def check(article: Article | None) -> None:
    """What holds of every article."""
    if article is None:
        return
    assert misplaced(article) == []
    for name, kind in KINDS.items():
        values = article.values(name)
        assert len(set(values)) == len(values)
        assert set(values) <= set(concepts(kind))
    for name in ("countries", "agencies", "crime_types", "persons"):
        assert {m.value for m in article.mentions if m.field == name} == set(article.values(name))
    assert set(article.focus_countries) <= set(article.countries)
    assert len(set(article.mentions)) == len(article.mentions)
    assert Article.from_json(article.to_json()) == article


@settings(max_examples=150, deadline=None)
@given(texts, st.one_of(st.none(), texts), st.sampled_from(LANGUAGES), st.booleans())
def test_names_of_the_vocabulary_in_any_text(
    text: str, title: str | None, language: str | None, scraped: bool
) -> None:
    check(enriched(text, title, language, scraped))


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400), st.one_of(st.none(), st.text(max_size=60)), st.booleans())
def test_any_text_at_all(text: str, title: str | None, scraped: bool) -> None:
    check(enriched(text, title, None, scraped))


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=60), st.text(max_size=20))
def test_any_metadata_at_all(published: str, language: str, url: str, source: str) -> None:
    article = enrich(Record("a.jsonl", PROSE, published=published, language=language, url=url, source=source))
    check(article)
    assert article.published is None or article.published <= date.today().replace(year=date.today().year + 1)


LONG = {
    "words": "word " * 200_000,
    "one word": "x" * 1_000_000,
    "one compound": "raubdiebstahl" * 60_000,
    "capitals": "Abc Def " * 60_000,
    "places": "Morocco and Spain, " * 30_000,
    "agencies": "Morocco’s DGSN and Spain’s Federal Police met John Smith. " * 9_000,
    "crimes": "murder " * 70_000,
    "names": "".join(f"Peter Ex{n:x}ample{'abcdefghij'[n % 10]} said. " for n in range(22_000)),
    "one family": "".join(f"Peter {'abcdefghij'[n % 10].upper()}{n} Smith. " for n in range(22_000)),
    "arabic": "قال السيد محمد علي في المغرب إن الشرطة " * 13_000,
    "marks": "المَغرِب " * 60_000,
    "apostrophes": "l’d’" * 120_000,
    "blanks": "a" + " " * 900_000 + "b",
    "digits": "12/03/2024 " * 45_000,
    "accents": "e" + "\u0301" * 400_000,
    "letters a line": "a\n" * 1_000_000,
    "menus": "Home\nSport\nStorm over Peru\n" * 60_000,
    "a title again and again": "Police arrest four men | Courier\n" * 30_000,
    "right-to-left marks": "\u200fالشرطة\u200e \u202bpolice\u202c " * 25_000,
    "scripts": "Polizei полиция 警察 الشرطة αστυνομία " * 20_000,
    "years": "2024 may 2024 may " * 60_000,
}


@pytest.mark.timeout(240)
@pytest.mark.parametrize("name", LONG)
@pytest.mark.parametrize("scraped", [True, False])
def test_half_a_megabyte_of_anything_takes_bounded_time(name: str, scraped: bool) -> None:
    started = time.monotonic()
    article = enriched(
        LONG[name], None if scraped else "A title", "ar" if name == "arabic" else "en", scraped
    )
    assert time.monotonic() - started < 60
    assert article is None or len(article.mentions) < 400_000
