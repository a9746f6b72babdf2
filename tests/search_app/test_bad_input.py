"""What bad input gets from the pages and the API: an answer, or a 400 that says why. Never a failure."""

import base64
import json
from collections.abc import Iterator
from itertools import islice
from typing import Any
from urllib.parse import parse_qsl, urlencode

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given
from hypothesis import settings as limits
from hypothesis import strategies as st
from werkzeug.datastructures import MultiDict

from article_index.article import FACETS
from article_index.engine import Engine
from article_index.search import MAX_PAGE_SIZE
from search_app.search_url import MAX_CHOICES, SearchState
from tests.article_index.conftest import elasticsearch_indices
from tests.article_index.searching import holding
from tests.nasty_queries import nasty_queries
from tests.search_app.conftest import articles

PAGES = ("/", "/facets/country", "/suggest")
API = (
    "/api/v1/search",
    "/api/v1/facets/agency",
    "/api/v1/facets/person/significant",
    "/api/v1/suggest",
)
SAVED = "/api/v1/saved-searches"
Parameters = list[tuple[str, str]]


@pytest.fixture(
    scope="module",
    params=["tantivy:memory", pytest.param("elasticsearch", marks=pytest.mark.elasticsearch)],
)
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    if request.param == "elasticsearch":
        with (
            elasticsearch_indices(request.getfixturevalue("elasticsearch_url")) as new_url,
            holding(new_url(), articles()) as engine,
        ):
            yield engine
    else:
        with holding(request.param, articles()) as engine:
            yield engine


def status(client: FlaskClient, path: str, parameters: Parameters) -> int:
    """The status of an answer; a refusal by the API is a problem that names its parameters."""
    response = client.get(path, query_string=urlencode(parameters, errors="surrogatepass"))
    if response.status_code >= 400 and path.startswith("/api"):
        assert response.mimetype == "application/problem+json"
        assert response.json
        assert response.json["detail"]
    return response.status_code


def cursor_of(*parts: Any) -> str:
    return base64.urlsafe_b64encode(json.dumps(parts).encode()).decode().rstrip("=")


MANY = [f"value {number}" for number in range(300)]
CHOICES: dict[str, Parameters] = {
    **{
        f"300 of {name}{end}": [(name + end, v) for v in MANY]
        for name in FACETS
        for end in ("", ".all", ".not")
    },
    "300 of each": [(name + end, v) for name in FACETS for end in ("", ".all", ".not") for v in MANY],
    "names of many owners": [("agency", name) for name in ["DGSN", "national police"] * 150],
}


@pytest.mark.parametrize("parameters", CHOICES.values(), ids=CHOICES.keys())
def test_more_choices_than_a_search_takes_are_cut_or_refused(
    client: FlaskClient, parameters: Parameters
) -> None:
    page = client.get("/", query_string=urlencode(parameters))
    assert page.status_code == 200
    state = SearchState.read(MultiDict(parameters))
    chosen = sum(len(values) for one in state.filters.values() for values in vars(one).values())
    assert chosen <= MAX_CHOICES
    assert status(client, "/api/v1/search", parameters) == (400 if state.problems else 200)
    assert "At most 200 values" in page.get_data(as_text=True) or len(set(parameters)) < 300


ANSWERED: dict[str, Parameters] = {
    "unknown facet": [("nothing", "x"), ("nothing.not", "y"), ("country.some", "MA")],
    "unknown value": [("country", "Atlantis"), ("person", "nobody"), ("source.not", "\0")],
    "value too long": [("source", "x" * 40_000), ("person.not", "é" * 40_000)],
    "first and last days": [("from", "0001"), ("to", "9999-12-31")],
    "half a character": [("q", "\ud800 police"), ("source", "\udfff")],
    "a long beginning": [("q", "x" * 3000)],
    "a beginning of signs": [("q", 'po"<1-99>~@#&.*')],
}


@pytest.mark.parametrize("path", [*PAGES, *API])
@pytest.mark.parametrize("parameters", ANSWERED.values(), ids=ANSWERED.keys())
def test_what_can_be_read_is_answered(client: FlaskClient, path: str, parameters: Parameters) -> None:
    assert status(client, path, parameters) == 200


REFUSED: dict[str, Parameters] = {
    **{f"size {size[:14]}": [("size", size)] for size in ("0", "-1", str(10**9), "x", "²", "9" * 5000)},
    # Eight zeros hid the rest from the bound.
    "size behind zeros": [("size", "00000020999999999")],
    **{
        f"{name} {day[:10]}": [(name, day)]
        for name in ("from", "to")
        for day in ("0", "0000", "99999", "2024-02-31", "-1", "*", "\0", "9" * 5000)
    },
    "ends before it begins": [("from", "2025"), ("to", "2020")],
    "sort": [("sort", "x" * 9000)],
    "match": [("match", "\0")],
}


@pytest.mark.parametrize("parameters", REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_read_is_refused_to_programs_and_said_to_readers(
    client: FlaskClient, parameters: Parameters
) -> None:
    for path in API:
        assert status(client, path, parameters) == 400
    for path in PAGES:
        assert status(client, path, parameters) == 200


CURSORS = [
    "x",
    "=",
    "\0",
    "é",
    "W" * 20_000,
    base64.urlsafe_b64encode(b"[" * 10_000).decode(),
    cursor_of(),
    cursor_of("relevance", "NaN", 1, 1),
    cursor_of("relevance", -1, 1, 1),
    cursor_of("relevance", 10**400, 1, 1),
    cursor_of("relevance", 1, 1 << 63, 1),
    cursor_of("relevance", 1, 1, 1 << 70),
    cursor_of(["relevance"], 1, 1, 1),
    cursor_of("relevance", None, 1, 1),
    cursor_of("newest", 0, 1, 1),
]


@pytest.mark.parametrize("cursor", CURSORS, ids=lambda cursor: ascii(cursor)[:30])
def test_a_cursor_that_no_page_gave_is_refused(client: FlaskClient, cursor: str) -> None:
    for path in ("/", "/api/v1/search"):
        assert status(client, path, [("q", "cocaine"), ("after", cursor)]) == 400
    # Lists of values have no pages.
    assert status(client, "/facets/country", [("after", cursor)]) == 200


@pytest.mark.parametrize(
    "cursor", [cursor_of("relevance", 1e300, 1, 1), cursor_of("relevance", 1, 5, 1 << 39)]
)
def test_a_made_up_cursor_is_answered(client: FlaskClient, cursor: str) -> None:
    for query in ("cocaine", "", "-cocaine"):
        assert status(client, "/", [("q", query), ("after", cursor)]) == 200


JUNK = ("x" * 101, "[", "(", "*", "\0", "\ud800", "-1", "0", "1e9", "9" * 5000)


@pytest.mark.parametrize("junk", JUNK, ids=lambda junk: ascii(junk)[:12])
@pytest.mark.parametrize("name", ["find", "order", "values", "size", "nothing"])
def test_junk_is_answered_or_refused_everywhere(client: FlaskClient, name: str, junk: str) -> None:
    for path in (
        *PAGES,
        *API,
        "/facets/none",
        "/api/v1/facets/none",
        "/api/v1/articles/strait/similar",
        SAVED,
    ):
        assert status(client, path, [(name, junk)]) in {200, 400, 404}


@pytest.mark.parametrize(
    "name", ["..", ".", "%2e%2e%2f", "_search", "%00", "%ff", "%ed%a0%80", "//", "x" * 9000]
)
def test_ids_that_nothing_has_are_not_found(client: FlaskClient, name: str) -> None:
    for path in (
        "/articles/{}",
        "/api/v1/articles/{}",
        "/api/v1/articles/{}/similar",
        SAVED + "/{}",
        "/facets/{}",
    ):
        assert client.get(path.format(name)).status_code == 404


def test_queries_made_by_lot_are_answered(client: FlaskClient) -> None:
    for number, text in enumerate(islice(nasty_queries(2000), 0, None, 40)):
        parameters = [("q", text), ("wide", str(number % 2)), ("match", ("all", "any")[number // 2 % 2])]
        for path in PAGES + API if number % 10 == 0 else ("/", "/api/v1/search"):
            assert status(client, path, parameters) == 200, ascii(text)


BODIES: dict[str, bytes] = {
    "nothing": b"",
    "no JSON": b"{",
    "no text": b"\xff",
    "nested": b"[" * 100_000,
    "nested objects": b'{"a":' * 50_000,
    "number": b"9" * 5000,
    "list": b"[]",
    "half a character": b'{"name": "\\ud800", "search": ""}',
    "unknown key": b'{"name": "a", "search": "", "x": 1}',
    "wrong types": b'{"name": {}, "search": 1e999}',
    "blank name": b'{"name": " ", "search": ""}',
}


@pytest.mark.parametrize("body", BODIES.values(), ids=BODIES.keys())
def test_a_body_that_cannot_be_read_is_a_problem(client: FlaskClient, body: bytes) -> None:
    response = client.post(SAVED, data=body, content_type="application/json")
    assert (response.status_code, response.mimetype) == (400, "application/problem+json")


@pytest.mark.parametrize(
    "search", ["a=1&" * 1500, "&" * 15_000, "agency=DGSN&" * 1500, "q=%ED%A0%80&size=" + "0" * 99]
)
def test_a_search_of_too_many_parameters_is_saved_without_the_rest(client: FlaskClient, search: str) -> None:
    saved = client.post(SAVED, json={"name": "long\0", "search": search})
    assert saved.status_code == 201
    assert client.get(saved.headers["Location"] + "/results").status_code == 200
    assert client.get("/saved").status_code == 200


@pytest.mark.parametrize(
    "tag", ['"²"', "²", '"' + "9" * 5000 + '"', '"x"', '"1", "2"'], ids=lambda tag: tag[:5]
)
def test_a_version_that_there_is_not_changes_nothing(client: FlaskClient, tag: str) -> None:
    made = client.post(SAVED, json={"name": "a", "search": "q=x"}).headers["Location"]
    assert client.patch(made, json={"note": "b"}, headers={"If-Match": tag}).status_code == 412
    assert client.delete(made, headers={"If-Match": tag}).status_code == 412


NAMES = st.sampled_from(
    ["q", "from", "to", "sort", "size", "after", "match", "wide", "fold", *FACETS, "source.all"]
)
TEXTS = st.one_of(st.text(max_size=30), st.from_regex(r"[0-9]{1,12}(-[0-9]{1,3})?", fullmatch=True))


@given(st.lists(st.tuples(NAMES, TEXTS), max_size=8))
def test_any_parameters_are_read_and_written_back(parameters: Parameters) -> None:
    state = SearchState.read(MultiDict(parameters))
    assert 1 <= state.size <= MAX_PAGE_SIZE
    again = SearchState.read(MultiDict(parse_qsl(state.url("").removeprefix("?"))))
    assert again.parameters() == state.parameters()
    state.request()


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
KEYS = st.sampled_from(["name", "search", "note", "x"])


@limits(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.one_of(
        VALUES,
        st.dictionaries(KEYS, VALUES | st.text()),
        st.fixed_dictionaries({"name": TEXTS, "search": TEXTS}),
    )
)
def test_any_body_is_saved_or_refused(client: FlaskClient, body: Any) -> None:
    assert client.post(SAVED, json=body).status_code in {201, 400}
