"""A database that is locked, full or away: 503 with Retry-After, and nothing is half written."""

import pytest
import sqlalchemy as sa
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event
from werkzeug.test import TestResponse

from article_index.engine import Engine
from search_app import database
from search_app.app import create_app
from search_app.saved_searches import SavedSearches
from tests.search_app.databases import connected

SAVING = {"name": "Mine", "search": "q=cocaine"}


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits in these tests."""
    monkeypatch.setattr(database, "PATIENCE", 1)


@pytest.fixture
def client(engine: Engine, saved_searches: SavedSearches) -> FlaskClient:
    app: Flask = create_app(engine, saved_searches)
    app.testing = True
    return app.test_client()


def refused(response: TestResponse) -> bool:
    assert response.status_code == 503, response.text
    assert response.headers["Retry-After"] == "10"
    assert response.mimetype == "application/problem+json"
    return "try again" in response.get_json()["detail"]


def test_a_locked_database_is_a_503_and_works_again_afterwards(
    client: FlaskClient, database_url: str, saved_searches: SavedSearches
) -> None:
    saved = saved_searches.create("Before", "q=a")
    with connected(database_url) as connection:
        if database_url.startswith("sqlite"):
            connection.execute(sa.text("UPDATE saved_search SET version = version"))
        else:
            connection.execute(sa.text("LOCK TABLE saved_search IN EXCLUSIVE MODE"))
        assert refused(client.post("/api/v1/saved-searches", json=SAVING))
        assert refused(client.patch(f"/api/v1/saved-searches/{saved.id}", json={"note": "x"}))
        assert refused(client.delete(f"/api/v1/saved-searches/{saved.id}"))
        # Reading goes on, and so does searching.
        assert client.get("/api/v1/saved-searches").get_json()["total"] == 1
        assert client.get("/?q=cocaine").status_code == 200
    assert [one.name for one in saved_searches.all()[0]] == ["Before"]
    assert client.post("/api/v1/saved-searches", json=SAVING).status_code == 201


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # the only one that can be told so
def test_a_full_disk_is_a_503_and_nothing_is_half_written(
    client: FlaskClient, database_url: str, saved_searches: SavedSearches
) -> None:
    def fill(connection: sa.Connection) -> None:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")

    saved = saved_searches.create("Before", "q=a")
    event.listen(saved_searches.database.engine, "begin", fill)
    long = {**SAVING, "note": "x" * 5000}
    for _ in range(3):
        assert refused(client.post("/api/v1/saved-searches", json={**long, "search": "q=" + "x" * 15_000}))
        change = {"name": "After", "search": "q=" + "y" * 15_000}
        assert refused(client.patch(f"/api/v1/saved-searches/{saved.id}", json=change))
    event.remove(saved_searches.database.engine, "begin", fill)
    (one,), total = saved_searches.all()
    assert (total, one.name, one.search, one.version) == (1, "Before", "q=a", 1)


@pytest.mark.postgresql
@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_a_server_that_went_away_is_a_503(
    client: FlaskClient, database_url: str, postgresql_url: str
) -> None:
    assert client.post("/api/v1/saved-searches", json=SAVING).status_code == 201
    name = sa.make_url(database_url).database
    server = sa.create_engine(postgresql_url, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.execute(sa.text(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false"))
        connection.execute(
            sa.text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = :name"),
            {"name": name},
        )
        for _ in range(2):
            assert refused(client.post("/api/v1/saved-searches", json=SAVING))
            assert refused(client.get("/api/v1/saved-searches"))
            assert client.get("/readyz").status_code == 503
            assert client.get("/?q=cocaine").status_code == 200
        connection.execute(sa.text(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true"))
    server.dispose()
    # It comes back, and nobody has to start Blotter again.
    assert client.get("/api/v1/saved-searches").get_json()["total"] == 1
