"""What only the engine on Elasticsearch promises: its index names, its errors, its settings."""

import socket
import time
from collections.abc import Iterator

import pytest
from elasticsearch import Elasticsearch

from article_index.elasticsearch_engine.engine import HEALTH_TIMEOUT
from article_index.engine import EngineError, EngineUnavailable, IndexOutdated, open_engine
from tests.article_index.conftest import elasticsearch_indices
from tests.article_index.searching import found
from tests.factory import article


@pytest.fixture
def url(elasticsearch_url: str) -> Iterator[str]:
    with elasticsearch_indices(elasticsearch_url) as new_url:
        yield new_url()


def nobody_listens() -> str:
    """An address of this machine that refuses connections."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{free.getsockname()[1]}"


@pytest.mark.elasticsearch
def test_a_rebuild_passes_over_what_a_killed_one_left(url: str, elasticsearch_url: str) -> None:
    name = url.rpartition("/")[2]
    with open_engine(url) as engine, Elasticsearch(elasticsearch_url) as client:
        engine.add([article(id="a")])
        client.indices.create(index=f"{name}-000002")
        assert engine.rebuild([article(id="b")]).index == f"{name}-000003"
        assert found(engine) == {"b"}
        assert list(client.indices.get_alias(name=name).body) == [f"{name}-000003"]


@pytest.mark.elasticsearch
def test_a_failed_rebuild_leaves_no_index_behind(url: str, elasticsearch_url: str) -> None:
    name = url.rpartition("/")[2]
    with open_engine(url) as engine, Elasticsearch(elasticsearch_url) as client:
        engine.add([article(id="a")])
        with pytest.raises(ZeroDivisionError):
            engine.rebuild(article(id=str(1 // number)) for number in (1, 0))
        assert list(client.indices.get(index=f"{name}-*").body) == [f"{name}-000001"]


@pytest.mark.elasticsearch
def test_an_index_of_another_version_is_refused(url: str, elasticsearch_url: str) -> None:
    name = url.rpartition("/")[2]
    with open_engine(url) as engine, Elasticsearch(elasticsearch_url) as client:
        client.indices.create(index=f"{name}-000001", aliases={name: {}})
        with pytest.raises(IndexOutdated, match="another version"):
            engine.add([article()])
        assert not engine.health().ready


@pytest.mark.elasticsearch
def test_other_tools_find_the_article_under_its_own_field_names(url: str, elasticsearch_url: str) -> None:
    with open_engine(url) as engine, Elasticsearch(elasticsearch_url) as client:
        engine.add([article("Police raid", id="a", countries=("ES",))])
        for query in ({"match": {"title": "raid"}}, {"term": {"countries": "ES"}}):
            (hit,) = client.search(index=url.rpartition("/")[2], query=query)["hits"]["hits"]
            assert hit["_source"]["title"] == "Police raid"
            assert not hit["_source"].get("ix")  # what we search is not sent with every hit


def test_a_server_that_is_not_there_is_not_ready_and_says_so() -> None:
    with open_engine(f"elasticsearch+http://{nobody_listens()}/articles") as engine:
        health = engine.health()
        assert not health.ready
        assert "can't be reached" in health.detail
        with pytest.raises(EngineUnavailable, match="can't be reached"):
            found(engine)


def test_a_server_that_never_answers_holds_no_probe_up() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        with open_engine(f"elasticsearch+http://127.0.0.1:{silent.getsockname()[1]}/articles") as engine:
            started = time.monotonic()
            assert not engine.health().ready
            assert time.monotonic() - started < HEALTH_TIMEOUT + 5


@pytest.mark.parametrize(
    "rest", ["", "//", "//host", "//host:9200/", "///index", "//a,,b/index", "//user:x@/index"]
)
def test_a_setting_without_host_or_index_is_refused_with_advice(rest: str) -> None:
    with pytest.raises(EngineError, match="BLOTTER_INDEX must name host and index"):
        open_engine(f"elasticsearch+http:{rest}")


def test_the_password_is_not_told_in_errors() -> None:
    with open_engine(f"elasticsearch+http://user:s3cret@{nobody_listens()}/articles") as engine:
        assert "s3cret" not in engine.health().detail
