"""Fixtures for the pages: an engine of a few articles, the app over it, and a real browser."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser

from article_index.article import Article, Mention
from article_index.engine import Engine, open_engine
from search_app.app import create_app
from search_app.saved_searches import SavedSearches
from tests import real_postgresql, real_services
from tests.factory import article
from tests.real_chromium import find_chromium
from tests.search_app.serving import running, serving
from tests.search_app.watching import OpenPage, Watched

HOSTILE = "<script>alert('title')</script><img src=x onerror=alert(1)>"


def mention(field: str, value: str, text: str, within: str, rule: str = "name") -> Mention:
    """The evidence for a value where ``text`` first stands in a body."""
    start = within.index(text)
    return Mention(field, value, text, start, start + len(text), rule)


def articles() -> list[Article]:
    """What the pages are tried on: several languages, evidence, an enemy, and enough for two pages."""
    strait = (
        "Moroccan police and the Guardia Civil seized cocaine at the port.\nYassir Lamtouni was arrested."
    )
    enemy = f"{HOSTILE} A cocaine article that attacks its readers. \"><svg onload=alert('body')>"
    return [
        article(
            "Cocaine seized at the port",
            id="strait",
            body=strait,
            url="https://news.example.com/strait",
            source="Border Dispatch",
            published=date(2024, 5, 3),
            countries=("MA", "ES"),
            focus_countries=("MA",),
            agencies=("es-guardia-civil",),
            crime_types=("drug-trafficking",),
            persons=("Yassir Lamtouni",),
            mentions=(
                mention("countries", "MA", "Moroccan", strait, "demonym"),
                mention("agencies", "es-guardia-civil", "Guardia Civil", strait),
                mention("countries", "ES", "Guardia Civil", strait, "agency"),
                mention("crime_types", "drug-trafficking", "cocaine", strait, "trigger"),
                mention("persons", "Yassir Lamtouni", "Yassir Lamtouni", strait, "first name"),
            ),
            notes=("The date was read from the text.",),
            cooperating_countries=("ES_MA",),
            story="strait",
        ),
        article(
            "Yacht with cocaine stopped near a Portuguese port",
            id="yacht",
            story="strait",
            body="The yacht had left port with cocaine on board.",
            source="Straits Lantern",
            published=date(2023, 2, 1),
            countries=("PT",),
            crime_types=("drug-trafficking",),
        ),
        article(HOSTILE, id="enemy", body=enemy, url="javascript:alert(1)", source="<b>Enemy</b>"),
        article(
            "حجز طن من الكوكايين بميناء طنجة",
            id="arabic",
            language="ar",
            body="أحبطت عناصر الأمن الوطني محاولة تهريب الكوكايين إلى المغرب.",
            published=date(2025, 1, 30),
            countries=("MA",),
        ),
        article("Known by its address", id="https://news.example.com/a?b=c#d", body="An odd id."),
        article("", id="untitled", body="Nobody gave this one a title."),
        *(article(f"Filler number {n}", id=f"filler-{n}", published=date(2020, 1, 1 + n)) for n in range(25)),
    ]


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    """An engine that holds the articles."""
    with open_engine("tantivy:memory") as engine:
        assert not engine.add(articles()).failed
        yield engine


def app_over(engine: Engine, database: Path) -> Iterator[Flask]:
    saved_searches = SavedSearches.open(f"sqlite:///{database}")
    app = create_app(engine, saved_searches)
    app.testing = True
    yield app
    saved_searches.close()


@pytest.fixture
def app(engine: Engine, tmp_path: Path) -> Iterator[Flask]:
    """The app with a database of its own."""
    yield from app_over(engine, tmp_path / "saved.db")


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A reader without a browser."""
    return app.test_client()


@pytest.fixture(scope="module")
def browser(pytestconfig: pytest.Config) -> Iterator[Browser]:
    """A real Chromium."""
    chromium = find_chromium()
    if chromium is None:
        real_services.missing(pytestconfig, real_services.CHROMIUM, "none was found; name one in CHROMIUM")
    with running(chromium) as browser:
        real_services.ran(pytestconfig, real_services.CHROMIUM, f"{browser.version} at {chromium}")
        yield browser


@pytest.fixture(scope="module")
def address(engine: Engine, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the app is served."""
    with serving(engine, tmp_path_factory.mktemp("served") / "saved.db") as address:
        yield address


@pytest.fixture
def new_page(browser: Browser, address: str) -> Iterator[OpenPage]:
    """Opens pages in windows of their own; at the end nothing may have gone wrong on any of them."""
    opened: list[Watched] = []

    def open_page(**options: Any) -> Watched:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        context.set_default_timeout(10_000)
        watched = Watched(context.new_page(), address)
        watched.watch()
        opened.append(watched)
        return watched

    yield open_page
    for watched in opened:
        watched.page.context.close()
        assert watched.wrong == []


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The setting of an empty database, of each kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'new folder' / 'blotter.db'}"
        return
    with real_postgresql.database(request.getfixturevalue("postgresql_url")) as url:
        yield url


@pytest.fixture
def saved_searches(database_url: str) -> Iterator[SavedSearches]:
    """Saved searches in a database of their own, of each kind."""
    saved = SavedSearches.open(database_url)
    yield saved
    saved.close()
