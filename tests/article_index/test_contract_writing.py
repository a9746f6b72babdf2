"""The engine contract: adding, replacing, deleting, looking up, scanning, health."""

from datetime import date, timedelta

import pytest

from article_index.article import Article, Mention
from article_index.engine import BATCH_SIZE, Engine, open_engine
from article_index.search import SearchRequest, Sort
from tests.article_index.searching import found, ids, request_of, search
from tests.factory import article

FULL = Article(
    id="full",
    title="Policía detiene a “El Chapo” <b>",
    body="Línea uno.\nLínea dos: مراكش 東京.",
    url="https://example.org/a?b=c&d=é",
    file="inbox/a.txt",
    author="Ana Núñez",
    language="es",
    published=date(2024, 2, 29),
    source="El Diario",
    countries=("MX", "US"),
    focus_countries=("MX",),
    agencies=("us-fbi",),
    crime_types=("drug-trafficking",),
    persons=("Joaquín Guzmán",),
    mentions=(Mention("countries", "MX", "mexicana", 3, 11, "demonym", "title"),),
    notes=("The date is doubted.",),
    extra={"section": {"name": "nota roja", "pages": [1, 2]}, "paid": False},
    fingerprint="f1",
)


def test_an_added_article_is_found_at_once(engine: Engine) -> None:
    report = engine.add([article("Cocaine seized in Antwerp", id="a")])
    assert (report.added, report.failed) == (1, {})
    assert found(engine, "cocaine") == {"a"}


def test_an_article_comes_back_as_it_was_added(engine: Engine) -> None:
    engine.add([FULL])
    assert engine.get("full") == FULL
    assert search(engine, "chapo").hits[0].article == FULL
    assert list(engine.scan(SearchRequest())) == [FULL]


def test_an_article_with_nothing_but_an_id_is_kept(engine: Engine) -> None:
    bare = Article(id="bare")
    engine.add([bare])
    assert engine.get("bare") == bare
    assert found(engine) == {"bare"}


def test_adding_twice_keeps_one(engine: Engine) -> None:
    for _ in range(2):
        engine.add([FULL])
    assert found(engine) == {"full"}
    assert engine.health().articles == 1
    assert search(engine).facets["country"].values["MX"] == 1


def test_adding_replaces_the_article_of_the_same_id(engine: Engine) -> None:
    engine.add([article("heroin", id="a", countries=("FR",)), article("other", id="b")])
    engine.add([article("fentanyl", id="a", countries=("DE",))])
    assert found(engine, "heroin") == set()
    assert found(engine, "fentanyl") == {"a"}
    assert "FR" not in search(engine).facets["country"].values


def test_of_two_articles_with_one_id_the_later_stays(engine: Engine) -> None:
    engine.add([article("first", id="a"), article("second", id="a")])
    assert found(engine, "first") == set()
    assert found(engine, "second") == {"a"}


def test_articles_may_come_from_a_generator_longer_than_a_batch(engine: Engine) -> None:
    report = engine.add(article("robbery", id=f"a{n}") for n in range(BATCH_SIZE + 5))
    assert report.added == BATCH_SIZE + 5
    assert search(engine, "robbery").total == BATCH_SIZE + 5


def test_adding_nothing_does_nothing(engine: Engine) -> None:
    assert engine.add([]).added == 0
    assert engine.health().articles == 0


def test_deleted_articles_are_gone_and_counted(engine: Engine) -> None:
    engine.add([article("arson", id=name, countries=("FR",)) for name in "abc"])
    assert engine.delete(["a", "c", "unknown"]) == 2
    assert found(engine, "arson") == {"b"}
    assert engine.get("a") is None
    assert search(engine).facets["country"].values["FR"] == 1
    assert engine.delete(["a"]) == 0


def test_an_article_can_be_added_again_after_it_was_deleted(engine: Engine) -> None:
    engine.add([article("arson", id="a")])
    engine.delete(["a"])
    engine.add([article("arson", id="a")])
    assert found(engine, "arson") == {"a"}


def test_an_unknown_id_gets_none_whatever_it_looks_like(engine: Engine) -> None:
    engine.add([article("a", id="a")])
    unknown = ["unknown", "", ".", "..", "a/b", "x" * 2000, "\0", "é٣", "%2e", "a?b#c", "_all", "*"]
    assert [name for name in unknown if engine.get(name) is not None] == []
    assert engine.fingerprints(unknown) == {}
    assert engine.delete(unknown) == 0


def test_ids_may_hold_any_character(engine: Engine) -> None:
    names = ["https://example.org/a b?c=d#e", "..", "é٣東", "%2e%2e", "a/../b", "_doc", "*", "a,b"]
    engine.add([article("smuggling", id=name, fingerprint=name) for name in names])
    for name in names:
        kept = engine.get(name)
        assert kept is not None
        assert kept.id == name
    assert engine.fingerprints(names) == dict(zip(names, names, strict=True))
    assert engine.delete(names[1:]) == len(names) - 1
    assert found(engine, "smuggling") == {names[0]}


def test_fingerprints_are_given_for_the_articles_that_are_there(engine: Engine) -> None:
    engine.add([article(id="a", fingerprint="1"), article(id="b", fingerprint="2"), article(id="c")])
    assert engine.fingerprints(iter(["a", "c", "unknown"])) == {"a": "1", "c": ""}
    assert engine.fingerprints([]) == {}


def test_fingerprints_of_more_ids_than_a_batch(engine: Engine) -> None:
    names = [f"a{n}" for n in range(BATCH_SIZE + 5)]
    engine.add(article(id=name, fingerprint=name.upper()) for name in names)
    assert engine.fingerprints(names) == {name: name.upper() for name in names}


def test_scan_gives_every_hit_beyond_a_page_newest_first(engine: Engine) -> None:
    first = date(2020, 1, 1)
    engine.add(article("fraud", id=f"a{n}", published=first + timedelta(n)) for n in range(2100))
    engine.add([article("murder", id="other", published=first)])
    newest = [found.id for found in engine.scan(SearchRequest(size=3))]
    assert len(newest) == len(set(newest)) == 2101
    assert newest[:2] == ["a2099", "a2098"]
    oldest = [found.id for found in engine.scan(SearchRequest(sort=Sort.OLDEST))]
    assert oldest[2:4] == ["a1", "a2"]
    assert len(oldest) == 2101


def test_scan_gives_only_what_the_request_finds(engine: Engine) -> None:
    engine.add([article("fraud", id="a"), article("murder", id="b")])
    assert [hit.id for hit in engine.scan(request_of("murder"))] == ["b"]


def test_an_empty_index_answers(engine: Engine) -> None:
    page = search(engine, "anything OR -nothing")
    assert (page.total, page.hits, page.next) == (0, (), None)
    assert page.facets["country"].values == {}
    assert page.histogram is not None
    assert page.histogram.bars == ()
    assert list(engine.scan(SearchRequest())) == []
    assert engine.get("a") is None
    assert engine.delete(["a"]) == 0


def test_health_counts_articles(engine: Engine) -> None:
    assert engine.health().articles == 0
    engine.add([article(), article()])
    health = engine.health()
    assert (health.ready, health.articles) == (True, 2)
    assert health.engine


def test_what_was_added_outlives_the_engine(url: str) -> None:
    if url == "tantivy:memory":
        pytest.skip("Memory is gone with the engine.")
    with open_engine(url) as engine:
        engine.add([FULL])
    with open_engine(url) as engine:
        assert engine.get("full") == FULL
        assert found(engine, "chapo") == {"full"}


def test_an_open_engine_sees_what_another_adds_and_deletes(engine: Engine, url: str) -> None:
    if url == "tantivy:memory":
        pytest.skip("Two engines in memory share nothing.")
    with open_engine(url) as reader:
        assert found(reader) == set()
        engine.add([article("arson", id="a"), article("arson", id="b")])
        assert found(reader, "arson") == {"a", "b"}
        engine.delete(["a"])
        assert found(reader, "arson") == {"b"}


def test_closing_twice_does_no_harm(url: str) -> None:
    engine = open_engine(url)
    engine.add([article()])
    engine.close()
    engine.close()


def test_a_page_of_no_hits_still_counts(engine: Engine) -> None:
    engine.add([article("arson", countries=("FR",)), article("arson")])
    page = search(engine, "arson", size=0)
    assert (page.total, ids(page), page.next) == (2, [], None)
    assert page.facets["country"].values["FR"] == 1
