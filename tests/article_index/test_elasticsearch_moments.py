"""Moments on Elasticsearch, where several may write at once and any of them may die."""

from collections.abc import Iterator

import pytest
from elasticsearch import Elasticsearch

from article_index.elasticsearch_engine import moments
from article_index.elasticsearch_engine.engine import ElasticsearchEngine
from article_index.elasticsearch_engine.moments import PATIENCE, Moments
from article_index.engine import EngineUnavailable
from tests.article_index.conftest import elasticsearch_indices
from tests.article_index.searching import found
from tests.factory import article

pytestmark = pytest.mark.elasticsearch


@pytest.fixture
def engine(elasticsearch_url: str) -> Iterator[ElasticsearchEngine]:
    with (
        elasticsearch_indices(elasticsearch_url) as new_url,
        ElasticsearchEngine.from_url(new_url()) as engine,
    ):
        yield engine


@pytest.fixture
def shared(engine: ElasticsearchEngine) -> Iterator[Moments]:
    """The moments of the engine's index, as another process has them."""
    with Elasticsearch(next(iter(engine.client.transport.node_pool.all())).base_url) as client:
        yield Moments(client, f"{engine.index}.moments", 0)


def test_readers_stop_before_the_earliest_turn_that_is_open(
    engine: ElasticsearchEngine, shared: Moments
) -> None:
    engine.add([article(id="a")])
    before = engine.indexed_until()
    slow, quick = shared.begin(), shared.begin()
    assert before < slow.moment < quick.moment
    assert shared.end(quick)
    engine.add([article(id="b")])
    assert engine.indexed_until() == slow.moment - 1
    assert shared.end(slow)
    assert engine.indexed_until() > quick.moment


def later(monkeypatch: pytest.MonkeyPatch, milliseconds: int) -> None:
    now = moments.now
    monkeypatch.setattr(moments, "now", lambda: now() + milliseconds)


def test_a_writer_that_died_stops_readers_for_some_minutes_only(
    engine: ElasticsearchEngine, shared: Moments, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine.add([article(id="a")])
    dead = shared.begin()
    assert engine.indexed_until() == dead.moment - 1
    later(monkeypatch, PATIENCE + 1000)
    assert engine.indexed_until() == dead.moment
    assert not shared.end(dead)


def test_what_comes_too_late_is_given_another_moment(
    engine: ElasticsearchEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine.add([article(id="known")])
    asked: list[int] = []
    write = engine.write

    def sleeping(*arguments: object) -> object:
        if not asked:
            later(monkeypatch, PATIENCE + 1000)
            asked.append(engine.indexed_until())
        return write(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(engine, "write", sleeping)
    engine.add([article(id="known"), article(id="late")])
    assert found(engine, indexed_after=asked[0]) == {"late"}


def test_a_rebuild_that_others_went_on_without_is_refused(
    engine: ElasticsearchEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine.add([article(id="a")])

    def sleeping() -> Iterator[object]:
        later(monkeypatch, PATIENCE + 1000)
        engine.indexed_until()
        yield article(id="b")

    with pytest.raises(EngineUnavailable, match="run the rebuild again"):
        engine.rebuild(sleeping())  # type: ignore[arg-type]
    assert found(engine) == {"a"}
