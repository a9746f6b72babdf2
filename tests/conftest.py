"""Fixtures for all tests: the real Elasticsearch, and the closing lines that say what really ran."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from elasticsearch import Elasticsearch
from hypothesis import settings

from tests import real_elasticsearch, real_postgresql, real_services

# A busy machine is no failure: how long an example takes is not what these tests are about.
settings.register_profile("blotter", deadline=None)
settings.load_profile("blotter")


def pytest_configure(config: pytest.Config) -> None:
    real_services.announce(config)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    terminalreporter.section("real services")
    for line in real_services.summary(config):
        terminalreporter.line(line)


@pytest.fixture(scope="session")
def elasticsearch_url(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The URL of a real Elasticsearch, started once for the whole run."""
    with ExitStack() as stack:
        try:
            url = stack.enter_context(real_elasticsearch.server(tmp_path_factory.mktemp("elasticsearch")))
        except real_elasticsearch.Unavailable as reason:
            real_services.missing(pytestconfig, real_services.ELASTICSEARCH, reason)
        with Elasticsearch(url) as client:
            version = client.info()["version"]["number"]
        real_services.ran(pytestconfig, real_services.ELASTICSEARCH, f"{version} at {url}")
        yield url


@pytest.fixture(scope="session")
def postgresql_url(pytestconfig: pytest.Config) -> Iterator[str]:
    """The URL of a real PostgreSQL, started once for the whole run."""
    with ExitStack() as stack:
        try:
            url = stack.enter_context(real_postgresql.server())
        except real_postgresql.Unavailable as reason:
            real_services.missing(pytestconfig, real_services.POSTGRESQL, reason)
        version = real_postgresql.version_of(url)
        real_services.ran(pytestconfig, real_services.POSTGRESQL, f"{version} at {url}")
        yield url
