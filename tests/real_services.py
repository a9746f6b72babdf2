"""What a test run says of the real services behind it: which ran, and why another did not.

A fixture that starts a service calls ``ran``, or ``missing`` where it can't be had; the lines stand at
the end of the run, so that nobody takes a run without the service for one with it.
"""

import os
from typing import NoReturn

import pytest

ELASTICSEARCH = "Elasticsearch"
CHROMIUM = "Chromium"
POSTGRESQL = "PostgreSQL"
NOT_ASKED_FOR = "not run: no selected test asked for it"

OUTCOMES = pytest.StashKey[dict[str, str]]()


def announce(config: pytest.Config) -> None:
    """Begin a run: until a fixture says more, no test has asked for any service."""
    config.stash[OUTCOMES] = dict.fromkeys((ELASTICSEARCH, CHROMIUM, POSTGRESQL), NOT_ASKED_FOR)


def ran(config: pytest.Config, service: str, what: str) -> None:
    """Note that tests run against a service; ``what`` is its version and where it is."""
    config.stash[OUTCOMES][service] = f"ran {what}"


def missing(config: pytest.Config, service: str, reason: object) -> NoReturn:
    """End the test that asked for a service: skipped on a developer's machine, failed in CI."""
    config.stash[OUTCOMES][service] = f"not run: {reason}"
    message = f"There is no real {service}: {reason}"
    if os.environ.get("CI"):
        pytest.fail(message, pytrace=False)
    pytest.skip(message)


def summary(config: pytest.Config) -> list[str]:
    """The closing lines of a run, one for each service."""
    return [f"real {service}: {outcome}" for service, outcome in config.stash[OUTCOMES].items()]
