"""The examples of the documents run."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from article_index.engine import open_engine
from article_index.query_parser import parse_query
from search_app.app import create_app
from search_app.saved_searches import SavedSearches
from tests.factory import article

DOCS = Path(__file__).parent.parent / "docs"
ROW = re.compile(r"^\| `(.+?)` \| `(.+?)` \| .+ \|$", re.MULTILINE)
REQUEST = re.compile(r"^(GET|POST|PATCH|DELETE) (\S+)(?: (\{.*\}))?(?: -> (\d+))?$", re.MULTILINE)


def queries() -> list[tuple[str, str]]:
    return ROW.findall((DOCS / "query-syntax.md").read_text(encoding="utf-8"))


def requests() -> list[tuple[str, str, str, str]]:
    return REQUEST.findall((DOCS / "api.md").read_text(encoding="utf-8"))


def test_there_are_examples() -> None:
    assert len(queries()) > 20
    assert len(requests()) > 10


@pytest.mark.parametrize(("written", "read"), queries())
def test_a_query_is_read_as_documented(written: str, read: str) -> None:
    parsed = parse_query(written)
    assert str(parsed.node) == read
    assert not parsed.complaints


@pytest.fixture
def client(tmp_path: Path) -> Iterator[FlaskClient]:
    engine = open_engine("tantivy:memory")
    engine.add([article(id="ID", title="Cocaine", countries=("MA",))])
    saved = SavedSearches.open(f"sqlite:///{tmp_path}/saved.db")
    yield create_app(engine, saved).test_client()
    saved.close()
    engine.close()


def test_the_requests_of_the_api_page_answer_as_documented(client: FlaskClient) -> None:
    saved = ""
    for method, path, body, status in requests():
        response = client.open(
            path.replace("SAVED", saved), method=method, json=json.loads(body) if body else None
        )
        if status:
            assert response.status_code == int(status), path
            assert response.mimetype == "application/problem+json"
        else:
            assert response.status_code in (200, 201, 204), (method, path, response.text)
        if method == "POST":
            saved = response.get_json()["id"]
