"""The engines that keep the contract: a new one is one more line in ``ENGINES``."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from uuid import uuid4

import pytest
from elasticsearch import Elasticsearch

from article_index.engine import Engine, open_engine

ENGINES = (
    "tantivy:memory",
    "tantivy:folder",
    pytest.param("elasticsearch", marks=pytest.mark.elasticsearch),
)

NewUrl = Callable[[], str]


@pytest.fixture(scope="module", params=ENGINES)
def new_url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[NewUrl]:
    """Gives setting after setting (as in BLOTTER_INDEX), each of an empty index of one kind of engine."""
    if request.param == "tantivy:memory":
        yield lambda: "tantivy:memory"
    elif request.param == "tantivy:folder":
        yield tantivy_folders(tmp_path_factory.mktemp("tantivy"))
    else:
        with elasticsearch_indices(request.getfixturevalue("elasticsearch_url")) as urls:
            yield urls


def tantivy_folders(parent: Path) -> NewUrl:
    numbers = count(1)
    return lambda: f"tantivy:{parent / str(next(numbers))}"


@contextmanager
def elasticsearch_indices(server: str) -> Iterator[NewUrl]:
    """Names of new indices on a server, all deleted at the end."""
    prefix = f"blotter-test-{uuid4().hex[:12]}"
    numbers = count(1)
    try:
        yield lambda: f"elasticsearch+{server}/{prefix}-{next(numbers)}"
    finally:
        with Elasticsearch(server) as client:
            # By name: a server of somebody else's may forbid deleting by pattern.
            if left := list(client.indices.get(index=f"{prefix}-*").body):
                client.indices.delete(index=left)


@pytest.fixture
def url(new_url: NewUrl) -> str:
    """The setting of an empty index of its own for one test."""
    return new_url()


@pytest.fixture
def engine(url: str) -> Iterator[Engine]:
    """An empty engine for one test. Modules that only read put one of their own in its place."""
    with open_engine(url) as engine:
        yield engine
