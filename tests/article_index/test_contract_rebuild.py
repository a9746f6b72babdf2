"""The engine contract: rebuilding beside the old index, which serves until the swap."""

from collections.abc import Iterator

import pytest

from article_index.article import Article
from article_index.engine import Engine, open_engine
from article_index.search import SearchRequest
from tests.article_index.searching import found
from tests.factory import article


def test_a_rebuilt_index_holds_the_new_articles_only(engine: Engine) -> None:
    engine.add([article("old", id="a"), article("both", id="b")])
    report = engine.rebuild([article("both", id="b"), article("new", id="c")])
    assert (report.added, report.failed) == (2, {})
    assert report.index
    assert found(engine) == {"b", "c"}
    assert engine.get("a") is None
    assert engine.health().articles == 2


def test_the_old_index_serves_until_the_swap(engine: Engine) -> None:
    engine.add([article("old", id="a")])
    seen: list[set[str]] = []

    def articles() -> Iterator[Article]:
        for number in range(1200):
            yield article("new", id=f"new-{number}")
            if number % 500 == 0:
                seen.append(found(engine))

    engine.rebuild(articles())
    assert seen == [{"a"}] * 3
    assert engine.health().articles == 1200


def test_an_index_can_be_rebuilt_from_itself(engine: Engine) -> None:
    kept = [article("fraud", id=f"a{n}", countries=("FR",)) for n in range(30)]
    engine.add(kept)
    assert engine.rebuild(engine.scan(SearchRequest())).added == 30
    assert sorted(engine.scan(SearchRequest()), key=lambda a: a.id) == sorted(kept, key=lambda a: a.id)


def test_adding_and_rebuilding_go_on_after_a_rebuild(engine: Engine) -> None:
    engine.add([article(id="a")])
    engine.rebuild([article(id="b")])
    engine.add([article(id="c")])
    assert found(engine) == {"b", "c"}
    engine.rebuild([article(id="d")])
    assert engine.delete(["d"]) == 1
    engine.add([article(id="e")])
    assert found(engine) == {"e"}


def test_an_index_can_be_rebuilt_to_nothing(engine: Engine) -> None:
    engine.add([article(id="a")])
    assert engine.rebuild([]).added == 0
    assert found(engine) == set()


def test_a_rebuild_that_fails_leaves_the_old_index(engine: Engine) -> None:
    engine.add([article("old", id="a")])

    def broken() -> Iterator[Article]:
        yield article("new", id="b")
        raise OSError("the disk of the articles is gone")

    with pytest.raises(OSError, match="the disk of the articles is gone"):
        engine.rebuild(broken())
    assert found(engine) == {"a"}
    engine.add([article("later", id="c")])
    assert found(engine) == {"a", "c"}
    engine.rebuild([article(id="d")])
    assert found(engine) == {"d"}


def test_another_open_engine_sees_the_new_index_after_the_swap(engine: Engine, url: str) -> None:
    if url == "tantivy:memory":
        pytest.skip("Two engines in memory share nothing.")
    engine.add([article("old", id="a")])
    seen: list[set[str]] = []
    with open_engine(url) as reader:

        def articles() -> Iterator[Article]:
            yield article("new", id="b")
            seen.append(found(reader))

        engine.rebuild(articles())
        assert seen == [{"a"}]
        assert found(reader) == {"b"}
        assert reader.get("a") is None
        assert reader.health().articles == 1


def test_what_was_rebuilt_outlives_the_engine(engine: Engine, url: str) -> None:
    if url == "tantivy:memory":
        pytest.skip("Memory is gone with the engine.")
    engine.add([article(id="a")])
    engine.rebuild([article(id="b")])
    engine.close()
    with open_engine(url) as later:
        assert found(later) == {"b"}
