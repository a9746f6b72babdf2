"""The engine contract: when an article was first indexed, and asking for what is new without gaps."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from threading import Thread

import pytest

from article_index import moments
from article_index.article import Article, replace
from article_index.engine import BATCH_SIZE, Engine, open_engine
from article_index.moments import milliseconds
from article_index.search import SearchRequest
from tests.article_index.searching import found
from tests.factory import article


def indexed(engine: Engine, article_id: str) -> int:
    """When an article was first indexed."""
    kept = engine.get(article_id)
    assert kept is not None
    assert kept.indexed is not None
    return milliseconds(kept.indexed)


def test_an_article_has_the_moment_in_utc_that_it_was_first_added_at(engine: Engine) -> None:
    before = datetime.now(UTC) - timedelta(milliseconds=1)
    engine.add([article("arson", id="a")])
    kept = engine.get("a")
    assert kept is not None
    assert kept.indexed is not None
    assert before <= kept.indexed <= datetime.now(UTC)
    assert kept.indexed.utcoffset() == timedelta(0)
    assert kept.indexed.microsecond % 1000 == 0
    assert kept.to_json()["indexed"].endswith("+00:00")
    assert Article.from_json(kept.to_json()).indexed == kept.indexed


def test_the_moment_stays_when_the_article_is_written_again(engine: Engine) -> None:
    engine.add([article("first", id="a")])
    first = indexed(engine, "a")
    other = datetime(2001, 1, 1, tzinfo=UTC)
    engine.add([article("second", id="a", indexed=other), article("new", id="b", indexed=other)])
    assert found(engine, "second") == {"a"}
    assert indexed(engine, "a") == first
    # What an article brings along is not believed: others have asked beyond it.
    assert indexed(engine, "b") > first


def test_a_deleted_article_is_new_when_it_comes_back(engine: Engine) -> None:
    engine.add([article(id="a")])
    first = indexed(engine, "a")
    engine.delete(["a"])
    engine.add([article(id="a")])
    assert indexed(engine, "a") > first


def test_the_moments_stay_in_a_rebuild(engine: Engine) -> None:
    engine.add([article(id="a")])
    engine.add([article(id="b")])
    first, second = indexed(engine, "a"), indexed(engine, "b")
    engine.rebuild([*engine.scan(SearchRequest())])
    assert (indexed(engine, "a"), indexed(engine, "b")) == (first, second)
    # Read anew from files, they carry none.
    engine.rebuild([article("again", id="a"), article("new", id="c")])
    assert indexed(engine, "a") == first
    assert indexed(engine, "c") > second
    assert engine.indexed_until() >= indexed(engine, "c")


def test_what_a_rebuild_brings_along_lies_before_all_that_comes_later(engine: Engine) -> None:
    ahead = datetime.now(UTC).replace(microsecond=0) + timedelta(days=3)
    engine.rebuild([article(id="a", indexed=ahead)])
    assert indexed(engine, "a") == milliseconds(ahead) == engine.indexed_until()
    engine.add([article(id="b")])
    assert indexed(engine, "b") > milliseconds(ahead)


def test_bounds_leave_out_the_first_moment_and_take_in_the_last(engine: Engine) -> None:
    for name in "abc":
        engine.add([article("arson", id=name), article("fraud", id=name * 2)])
    a, b, c = (indexed(engine, name) for name in "abc")
    assert a < b < c
    assert found(engine, "arson", indexed_after=a) == {"b", "c"}
    assert found(engine, "arson", indexed_after=a, indexed_before=b) == {"b"}
    assert found(engine, "arson", indexed_before=b) == {"a", "b"}
    assert found(engine, indexed_after=b, indexed_before=b) == set()
    requests = [SearchRequest(indexed_after=one) for one in (0, a, b, c)]
    assert engine.count(requests) == [6, 4, 2, 0]
    page = engine.search(SearchRequest(indexed_after=b))
    assert page.histogram is not None
    assert page.histogram.undated == 2


def test_nothing_was_indexed_in_an_empty_index(engine: Engine) -> None:
    assert engine.indexed_until() == 0
    engine.add([article(id="a")])
    assert engine.indexed_until() == indexed(engine, "a")


def test_a_clock_that_goes_back_does_no_harm(
    engine: Engine, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine.add([article(id="a")])
    seen = engine.indexed_until()
    monkeypatch.setattr(moments, "now", lambda: 1000)
    engine.add([article(id="b")])
    assert found(engine, indexed_after=seen) == {"b"}
    seen = engine.indexed_until()
    # Not even where the latest article is gone, and after a restart.
    engine.delete(["b"])
    engine.close()
    if url == "tantivy:memory":
        engine.add([article(id="c")])
        assert found(engine, indexed_after=seen) == {"c"}
        return
    with open_engine(url) as later:
        later.add([article(id="c")])
        assert found(later, indexed_after=seen) == {"c"}


def test_readers_beside_a_writer_see_every_article_once(engine: Engine) -> None:
    total = 4 * BATCH_SIZE + 7
    writer = Thread(target=lambda: engine.add(article(id=f"a{n}") for n in range(total)))
    seen = engine.indexed_until()
    got: list[str] = []

    def look() -> None:
        nonlocal seen
        until = engine.indexed_until()
        got.extend(a.id for a in engine.scan(SearchRequest(indexed_after=seen, indexed_before=until)))
        seen = max(seen, until)

    writer.start()
    while writer.is_alive():
        look()
    writer.join()
    look()
    assert len(got) == len(set(got)) == total


def test_what_is_being_written_lies_behind_what_was_asked_for(engine: Engine) -> None:
    engine.add([article(id="a")])
    seen: list[int] = []

    def slow() -> Iterator[Article]:
        for number in range(BATCH_SIZE + 1):
            yield article(id=f"slow-{number}")
            if number % BATCH_SIZE == 0:
                seen.append(engine.indexed_until())

    engine.add(slow())
    assert seen[0] == indexed(engine, "a")
    assert len(found(engine, indexed_after=seen[0], indexed_before=seen[1], size=1000)) == BATCH_SIZE
    assert found(engine, indexed_after=seen[1]) == {f"slow-{BATCH_SIZE}"}


def test_the_moment_is_none_of_the_articles_own() -> None:
    made = article(id="a")
    assert replace(made, indexed=datetime.now(UTC)) == made
