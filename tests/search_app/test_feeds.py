"""Feeds of searches: valid whatever an article contains, stable, paged, and asked again at little cost."""

import json
import re
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from article_index.article import Article
from article_index.engine import open_engine
from article_index.highlighter import highlight
from article_index.query import Everything
from article_index.search import Hit
from search_app.atom import atom
from search_app.feed import ATOM, JSON_FEED, Feed, entry
from search_app.json_feed import json_feed
from search_app.plain_text import clean, web_link
from search_app.search_url import SearchState
from tests.factory import article
from tests.search_app.conftest import app_over

A = "{http://www.w3.org/2005/Atom}"
O = "{http://a9.com/-/spec/opensearch/1.1/}"  # noqa: E741 - as short as the other
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def read_atom(client: FlaskClient, path: str) -> ET.Element:
    response = client.get(path)
    assert response.status_code == 200, response.text
    assert response.mimetype == "application/atom+xml"
    return valid(ET.fromstring(response.data))


def read_json(client: FlaskClient, path: str) -> dict[str, Any]:
    response = client.get(path)
    assert response.status_code == 200, response.text
    assert response.mimetype == "application/feed+json"
    return valid_json(json.loads(response.data))


def valid(feed: ET.Element) -> ET.Element:
    """The feed, checked by the rules of RFC 4287."""
    assert feed.tag == A + "feed"
    for one in (feed, *feed.findall(A + "entry")):
        for name in ("id", "title", "updated"):
            assert len(one.findall(A + name)) == 1, f"{one.tag} needs exactly one {name}"
        assert urlsplit(text(one, "id")).scheme
        assert text(one, "title")
        assert MOMENT.fullmatch(text(one, "updated"))
        assert len(one.findall(A + "published")) <= 1
        assert len(one.findall(A + "summary")) <= 1
        alternates = [
            (link.get("type"), link.get("hreflang"))
            for link in one.findall(A + "link")
            if link.get("rel") == "alternate"
        ]
        assert len(alternates) == len(set(alternates)) > 0
        for link in one.findall(A + "link"):
            assert urlsplit(link.attrib["href"]).scheme in {"http", "https"}
            assert re.fullmatch(r"[!-~]+", link.attrib["href"])
        for category in one.findall(A + "category"):
            assert category.get("term")
            assert urlsplit(category.attrib["scheme"]).scheme
        for author in one.findall(A + "author"):
            assert author.findtext(A + "name")
    assert feed.findall(A + "author")
    ids = [text(one, "id") for one in feed.findall(A + "entry")]
    assert len(ids) == len(set(ids))
    for construct in (*feed.iter(A + "title"), *feed.iter(A + "summary")):
        assert construct.get("type", "text") == "text"
    return feed


def valid_json(feed: dict[str, Any]) -> dict[str, Any]:
    """The feed, checked by the rules of JSON Feed 1.1."""
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert isinstance(feed["title"], str)
    for item in feed["items"]:
        assert isinstance(item["id"], str)
        assert "content_text" in item
        assert "content_html" not in item
        assert urlsplit(item["url"]).scheme in {"http", "https"}
        assert MOMENT.fullmatch(item.get("date_published", "2024-01-01T00:00:00Z"))
        assert all(isinstance(tag, str) for tag in item["tags"])
        assert all(author["name"] for author in item.get("authors", []))
    return feed


def text(element: ET.Element, name: str) -> str:
    return element.findtext(A + name) or ""


def links(element: ET.Element, relation: str) -> list[str]:
    return [link.attrib["href"] for link in element.findall(A + "link") if link.get("rel") == relation]


def path_of(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.path}?{parts.query}"


def test_a_search_is_a_feed(client: FlaskClient) -> None:
    feed = read_atom(client, "/feed.atom?q=cocaine&country=MA&size=5")
    assert text(feed, "title") == "Blotter: “cocaine”; Country: Morocco"
    assert text(feed, "updated") == "2024-05-03T00:00:00Z"
    assert links(feed, "self") == ["http://localhost/feed.atom?q=cocaine&country=MA&size=5"]
    assert links(feed, "alternate")[0] == "http://localhost/?q=cocaine&country=MA&sort=newest&size=5"
    assert feed.findtext(O + "totalResults") == "1"
    (only,) = feed.findall(A + "entry")
    assert text(only, "published") == "2024-05-03T00:00:00Z"
    assert only.find(A + "title").get(LANG) == "en"  # type: ignore[union-attr]
    assert links(only, "alternate") == ["http://localhost/articles/strait"]
    assert links(only, "via") == ["https://news.example.com/strait"]
    assert text(only, "summary") == "Moroccan police and the Guardia Civil seized cocaine at the port."
    assert only.findtext(f"{A}author/{A}name") == "Border Dispatch"
    categories = [dict(one.attrib) for one in only.findall(A + "category")]
    scheme = "http://localhost/facets/agency"
    assert {"term": "es-guardia-civil", "scheme": scheme, "label": "Spanish Civil Guard"} in categories


def test_both_formats_say_the_same(client: FlaskClient) -> None:
    parameters = "q=cocaine&country=MA&country=PT"
    entries = read_atom(client, f"/feed.atom?{parameters}").findall(A + "entry")
    plain = read_json(client, f"/feed.json?{parameters}")
    assert plain["feed_url"] == f"http://localhost/feed.json?{parameters}"
    assert plain["home_page_url"] == f"http://localhost/?{parameters}&sort=newest"
    assert [text(one, "id") for one in entries] == [item["id"] for item in plain["items"]]
    assert [text(one, "title") for one in entries] == [item["title"] for item in plain["items"]]
    assert plain["items"][0]["external_url"] == "https://news.example.com/strait"
    assert plain["items"][0]["authors"] == [{"name": "Border Dispatch"}]
    assert "Spanish Civil Guard" in plain["items"][0]["tags"]


def test_entries_come_newest_first_page_by_page_and_undated_ones_last(client: FlaskClient) -> None:
    path, days, ids = "/feed.atom?size=7&sort=oldest", [], []
    feed_ids = set()
    while path:
        feed = read_atom(client, path)
        feed_ids.add(text(feed, "id"))
        for one in feed.findall(A + "entry"):
            days.append(text(one, "published"))
            ids.append(text(one, "id"))
        following = links(feed, "next")
        path = path_of(following[0]) if following else ""
    assert len(ids) == len(set(ids)) == int(feed.findtext(O + "totalResults") or 0)
    assert days == sorted(days, reverse=True)  # no date is an empty text
    assert days[-1] == ""
    assert len(feed_ids) == 1
    items: list[str] = []
    path = "/feed.json?size=7"
    while path:
        plain = read_json(client, path)
        items += [item["id"] for item in plain["items"]]
        path = path_of(plain["next_url"]) if "next_url" in plain else ""
    assert items == ids


def test_an_undated_article_has_a_moment_that_never_changes(client: FlaskClient) -> None:
    (only,) = read_atom(client, "/feed.atom?q=title:odd+OR+id:untitled").findall(A + "entry")
    assert text(only, "title") == "Untitled"
    assert text(only, "updated") == "1970-01-01T00:00:00Z"
    assert only.find(A + "published") is None
    (item,) = read_json(client, "/feed.json?q=id:untitled")["items"]
    assert "date_published" not in item


def test_a_search_without_hits_is_a_feed_too(client: FlaskClient) -> None:
    feed = read_atom(client, "/feed.atom?q=unheard")
    assert feed.findall(A + "entry") == []
    assert links(feed, "next") == []
    assert read_json(client, "/feed.json?q=unheard")["items"] == []


def test_arabic_stays_arabic(client: FlaskClient) -> None:
    (only,) = read_atom(client, "/feed.atom?q=الكوكايين").findall(A + "entry")
    title = only.find(A + "title")
    assert title is not None
    assert (title.text, title.get(LANG)) == ("حجز طن من الكوكايين بميناء طنجة", "ar")
    (item,) = read_json(client, "/feed.json?language=ar")["items"]
    assert item["language"] == "ar"
    assert text(read_atom(client, "/feed.atom?q=الكوكايين"), "title") == "Blotter: “الكوكايين”"


def test_an_article_that_attacks_is_text(client: FlaskClient) -> None:
    response = client.get("/feed.atom?q=attacks")
    assert b"<script" not in response.data
    (only,) = valid(ET.fromstring(response.data)).findall(A + "entry")
    assert text(only, "title").startswith("<script>alert('title')</script>")
    assert links(only, "via") == []  # javascript: is no address of a publisher
    (item,) = read_json(client, "/feed.json?q=attacks")["items"]
    assert "external_url" not in item


def test_stories_are_folded_on_wish(client: FlaskClient) -> None:
    assert len(read_json(client, "/feed.json?q=cocaine+port")["items"]) == 2
    assert len(read_json(client, "/feed.json?q=cocaine+port&fold=1")["items"]) == 1


@pytest.mark.parametrize("path", [ATOM, JSON_FEED])
def test_a_feed_that_has_not_changed_is_not_sent_again(client: FlaskClient, path: str) -> None:
    first = client.get(path + "?q=cocaine", headers={"Accept-Encoding": "gzip"})
    assert "max-age" in first.headers["Cache-Control"]
    for headers in (
        {"If-None-Match": first.headers["ETag"]},
        {"If-Modified-Since": first.headers["Last-Modified"]},
        {"If-None-Match": first.headers["ETag"], "Accept-Encoding": "gzip"},
    ):
        again = client.get(path + "?q=cocaine", headers=headers)
        assert again.status_code == 304
        assert again.data == b""
        assert again.headers["ETag"] == first.headers["ETag"]
    assert client.get(path + "?q=cocaine", headers={"If-None-Match": '"other"'}).status_code == 200


def test_an_old_article_loaded_now_changes_the_feed(tmp_path: Path) -> None:
    with open_engine("tantivy:memory") as engine:
        engine.add([article("Cocaine", published=date(2024, 1, 1))])
        for app in app_over(engine, tmp_path / "saved.db"):
            client = app.test_client()
            before = client.get("/feed.atom").headers
            engine.add([article("Cocaine again", published=date(2020, 1, 1))])
            after = client.get("/feed.atom", headers={"If-Modified-Since": before["Last-Modified"]})
            assert after.status_code == 200
            assert after.headers["ETag"] != before["ETag"]
            assert after.headers["Last-Modified"] != before["Last-Modified"]


@pytest.mark.parametrize(
    ("parameters", "parameter"),
    [
        ("size=0", "size"),
        ("size=201", "size"),
        ("from=yesterday", "from"),
        ("sort=best", "sort"),
        ("after=nonsense", "after"),
        ("fold=2", "fold"),
    ],
)
def test_a_wrong_parameter_is_a_problem(client: FlaskClient, parameters: str, parameter: str) -> None:
    for path in (ATOM, JSON_FEED):
        response = client.get(f"{path}?{parameters}")
        assert response.status_code == 400
        assert response.mimetype == "application/problem+json"
        assert response.get_json()["errors"][0]["parameter"] == parameter


def test_the_search_page_names_its_feeds(client: FlaskClient) -> None:
    page = client.get("/?q=cocaine&country=MA&sort=oldest").text
    for kind, path in (("atom+xml", ATOM), ("feed+json", JSON_FEED)):
        found = re.search(rf'<link rel="alternate" type="application/{re.escape(kind)}" href="([^"]+)"', page)
        assert found
        assert found[1] == f"{path}?q=cocaine&amp;country=MA"
    assert re.search(r'<a href="/feed.atom\?q=cocaine&amp;country=MA"[^>]*>Feed</a>', page)


def test_opensearch_describes_the_site(client: FlaskClient) -> None:
    assert 'rel="search"' in client.get("/help").text
    response = client.get("/opensearch.xml")
    assert response.mimetype == "application/opensearchdescription+xml"
    top = ET.fromstring(response.data)
    assert 0 < len(top.findtext(O + "ShortName") or "") <= 16
    assert len(top.findtext(O + "Description") or "") <= 1024
    templates = {url.attrib["type"]: url.attrib["template"] for url in top.findall(O + "Url")}
    assert set(templates) >= {"text/html", "application/atom+xml", "application/x-suggestions+json"}
    for template in templates.values():
        for count in ("", "3"):
            path = template.replace("{searchTerms}", "coc").replace("{count?}", count)
            assert client.get(path.removeprefix("http://localhost")).status_code == 200


def test_browsers_get_suggestions_in_their_form(client: FlaskClient) -> None:
    typed, completions, descriptions, urls = client.get("/suggest.json?q=coc").get_json()
    assert (typed, completions[0], descriptions[0]) == ("coc", "cocaine", "in 2 titles")
    assert urls[0] == "http://localhost/?q=cocaine"
    assert client.get("/suggest.json?q=").get_json() == ["", [], [], []]


# -- whatever an article contains -------------------------------------------------------------

NASTY = st.text(st.characters(codec=None), max_size=40) | st.sampled_from(
    ["]]>", "<![CDATA[", "&amp;", "&#0;", "<!--", "\x00\x0b\ufffe\ud800", "\u202e\u2028", "' \" < >", "\x85"]
)
ADDRESSES = NASTY | NASTY.map("https://example.com/{}".format) | NASTY.map("http://{}".format)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(NASTY, NASTY, NASTY, NASTY, ADDRESSES, NASTY, st.none() | st.dates())
def test_no_text_breaks_a_feed(
    title: str, body: str, author: str, language: str, url: str, value: str, published: date | None
) -> None:
    made = Article(
        "odd \u202e id",
        title,
        body,
        url=url,
        author=author,
        language=language,
        source=value,
        persons=(value, "Ann"),
        agencies=(value,),
        published=published,
    )
    hit = highlighted(made)
    state = SearchState(text=clean(title))
    feed = Feed("urn:uuid:0", f"Blotter: {clean(title)}", 1, 20, (entry(hit),), state, state, None, state)
    read = valid(ET.fromstring(atom(feed, "http://localhost")))
    assert read.find(A + "entry") is not None
    plain = valid_json(json.loads(json.dumps(json_feed(feed, "http://localhost")).encode()))
    assert json.dumps(plain, ensure_ascii=False).encode()  # no halves of characters


def highlighted(made: Article) -> Hit:
    return Hit(made, 0.0, *highlight(Everything(), made))


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://example.com/a b?c=d|e#f", "https://example.com/a%20b?c=d%7Ce#f"),
        ("https://ex\u00e4mple.com/\u0627", "https://xn--exmple-cua.com/%D8%A7"),
        ("http://user:secret@example.com:8080/", "http://example.com:8080/"),
        ("HTTPS://example.com/100%", "https://example.com/100%25"),
        ("https://[::1]:9/x[1]", "https://[::1]:9/x%5B1%5D"),
        ("javascript:alert(1)", None),
        ("http://", None),
        ("https://[", None),
        ("https://example.com:port/", None),
        (None, None),
    ],
)
def test_only_web_addresses_are_linked_to(url: str | None, link: str | None) -> None:
    assert web_link(url) == link


def test_feeds_are_kept_apart_by_site(client: FlaskClient) -> None:
    ours = text(read_atom(client, "/feed.atom"), "id")
    response = client.get("/feed.atom", headers={"Host": "other.example"})
    assert text(ET.fromstring(response.data), "id") != ours


def test_moments_are_moments(client: FlaskClient) -> None:
    for stamp in read_atom(client, "/feed.atom?size=200").iter(A + "updated"):
        assert datetime.fromisoformat(stamp.text or "").tzinfo
