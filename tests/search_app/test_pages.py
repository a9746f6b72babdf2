"""The pages without a browser: what they say, what they escape, what they refuse."""

import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from article_index.engine import EngineUnavailable, open_engine
from article_index.query_parser import parse_query
from article_index.search import SearchPage, SearchRequest
from search_app.app import create_app
from search_app.help_topics import Topic, help_topics
from search_app.saved_searches import SavedSearches
from tests.search_app.conftest import app_over

PAGES = ("/", "/?q=cocaine", "/articles/strait", "/saved", "/help", "/api/docs", "/articles/none")
HOSTILE_QUERIES = (
    '"',
    "((((",
    "))))",
    "AND AND",
    "OR",
    "NOT",
    "a:b:c",
    "country:",
    "country:Atlantis",
    "published:2024-13",
    "published:[2024 TO",
    "x" * 10_000,
    "word " * 3_000,
    "(" * 5_000,
    "😀🚓",
    "*",
    "?*?",
    "\x00\x01",
    "\\",
    "<script>alert(1)</script>",
    "' OR 1=1 --",
    "{{7*7}}",
    "\u202e\u200f",
)


def text(client: FlaskClient, path: str, status: int = 200) -> str:
    """The HTML at an address."""
    response = client.get(path)
    assert response.status_code == status
    assert response.mimetype == "text/html"
    return response.get_data(as_text=True)


def csrf_token(client: FlaskClient) -> str:
    found = re.search(r'name="csrf_token" value="([^"]+)"', text(client, "/?q=cocaine"))
    assert found
    return found[1]


@pytest.mark.parametrize("query", HOSTILE_QUERIES)
def test_no_query_fails_a_reader(client: FlaskClient, query: str) -> None:
    response = client.get("/", query_string={"q": query})
    assert response.status_code == 200
    assert "<script>alert" not in response.get_data(as_text=True)


@pytest.mark.parametrize(
    ("parameters", "says"),
    [
        ({"q": '"cocaine'}, "This quotation mark is never closed"),
        ({"q": "cocaine AND"}, "AND needs something after it"),
        ({"q": "country:Atlantis"}, "No country is called “Atlantis”"),
        ({"from": "yesterday"}, "“yesterday” is no date"),
        ({"from": "2025", "to": "2024"}, "after it ends"),
        ({"sort": "best"}, "“best” is no order"),
        ({"size": "0"}, "A page has 1 to 200 results."),
    ],
)
def test_what_cannot_be_read_is_said_in_place(
    client: FlaskClient, parameters: dict[str, str], says: str
) -> None:
    page = client.get("/", query_string=parameters).get_data(as_text=True)
    assert says in page
    assert 'class="complaints"' in page


def test_an_article_with_script_is_shown_as_text(client: FlaskClient) -> None:
    for path in ("/?q=attacks", "/?q=script", "/articles/enemy"):
        page = text(client, path)
        assert "&lt;script&gt;" in page or "&lt;<mark>script</mark>&gt;" in page
        assert "<script>alert" not in page
        assert "<img" not in page
        assert "<svg onload" not in page
        assert "<b>Enemy" not in page
        assert "javascript:" not in page


def test_evidence_is_marked_with_what_it_was_read_as(client: FlaskClient) -> None:
    page = text(client, "/articles/strait?q=cocaine")
    assert (
        '<mark class="evidence evidence-country" title="Country: Morocco (demonym)">Moroccan</mark>' in page
    )
    assert 'class="evidence evidence-agency"' in page
    assert "The date was read from the text." in page
    assert 'href="https://news.example.com/strait" rel="noopener noreferrer external"' in page
    assert 'href="/?q=cocaine"' in page


def test_an_id_may_be_an_address(client: FlaskClient) -> None:
    page = text(client, '/?q=title:"known by its address"')
    found = re.search(r'<h2 lang="en">\s*<a href="([^"?]+)', page)
    assert found
    assert "Known by its address" in text(client, found[1])


def test_an_untitled_article_has_a_link(client: FlaskClient) -> None:
    assert ">Untitled</a>" in text(client, "/?q=nobody+title")


def test_a_page_that_is_gone_says_so(client: FlaskClient) -> None:
    assert "No article has this id" in text(client, "/articles/none", 404)
    assert "There is nothing at this address" in text(client, "/nowhere", 404)
    assert "This page of results is gone" in text(client, "/?after=nonsense", 400)


def test_choices_become_chips_and_checked_values(client: FlaskClient) -> None:
    page = text(client, "/?q=cocaine&country=Morocco&country.not=PT&from=2020")
    assert 'aria-label="Remove Country: Morocco"' in page
    assert 'aria-label="Remove Country: not Portugal"' in page
    assert re.search(r'class="value depth-1 is-any"[^>]*>\s*<a class="toggle"[^>]+aria-current="true"', page)
    assert 'class="value depth-1 is-not"' in page
    assert '<input type="hidden" name="country" value="MA">' in page


def test_a_panel_shows_members_below_their_widest_group(client: FlaskClient) -> None:
    page = text(client, "/?q=cocaine")
    panel = page[page.index("<h2>Crime type</h2>") : page.index("<h2>Person</h2>")]
    assert re.findall(r'depth-(\d).*?<bdi class="label">(.*?)</bdi>', panel, re.DOTALL) == [
        ("0", "Drugs"),
        ("1", "Drug trafficking"),
    ]
    # Regions between a country and its continent wait on the facet's page.
    countries = page[page.index("<h2>Country</h2>") : page.index("<h2>Main country</h2>")]
    assert re.findall(r'depth-(\d).*?<bdi class="label">(.*?)</bdi>', countries, re.DOTALL) == [
        ("0", "Europe"),
        ("1", "Portugal"),
        ("1", "Spain"),
        ("0", "Africa"),
        ("1", "Morocco"),
    ]
    assert '<a href="/facets/country?q=cocaine"' in countries


def test_all_choices_are_removed_from_a_facets_page(client: FlaskClient) -> None:
    page = text(client, "/facets/country?q=cocaine&country=MA&country.not=PT")
    assert '<a class="clear" href="/?q=cocaine"' in page


def test_a_facets_page_shows_members_below_their_groups(client: FlaskClient) -> None:
    page = text(client, "/facets/crime_type?q=cocaine")
    drugs, trafficking = page.index(">Drugs<"), page.index(">Drug trafficking<", page.index(">Drugs<"))
    assert 'class="value depth-1' in page[drugs:trafficking]
    assert 'href="/?q=cocaine&amp;crime_type=drugs"' in page


def test_a_facets_page_finds_values_by_their_names_in_any_language(client: FlaskClient) -> None:
    page = text(client, "/facets/country?find=marrue")
    assert "1 value" in page
    assert ">Morocco<" in page
    assert ">Portugal<" not in page
    assert "0 values" in text(client, "/facets/country?find=unheard")


def test_a_facets_page_sorts_by_name(client: FlaskClient) -> None:
    page = text(client, "/facets/country?order=name")
    assert page.index(">Morocco<") < page.index(">Portugal<")
    assert client.get("/facets/weather").status_code == 404
    assert client.get("/facets/country?order=odd").status_code == 200


def test_a_query_says_how_it_was_read(client: FlaskClient) -> None:
    assert "Read as" not in text(client, "/?q=cocaine")
    assert "“cocaine” as written and not “port” in any inflection" in text(client, "/?q=%3Dcocaine+-port")
    assert "Country: Morocco" in text(client, "/?q=country:Maroc")


def test_words_that_name_a_concept_offer_it(client: FlaskClient) -> None:
    page = text(client, "/?q=Marruecos")
    assert 'href="/?country=MA"' in page
    assert "in all languages" in page


def test_a_query_is_widened_to_other_languages_on_wish(client: FlaskClient) -> None:
    assert "No articles found" in text(client, "/?q=Marokko")
    assert "No articles found" not in text(client, "/?q=Marokko&wide=1")


def test_any_word_is_enough_on_wish(client: FlaskClient) -> None:
    assert "No articles found" in text(client, "/?q=cocaine+unicorn")
    page = text(client, "/?q=cocaine+unicorn&match=any")
    assert "No articles found" not in page
    assert "“cocaine” in any inflection or “unicorn” in any inflection" in page


def test_a_story_has_one_line_that_leads_to_its_other_reports(client: FlaskClient) -> None:
    folded = text(client, "/?q=cocaine+port")
    assert folded.count('class="hit"') == 1
    assert "1 other report" in folded
    assert text(client, "/?q=cocaine+port&fold=0").count('class="hit"') == 2
    assert text(client, "/?q=story:strait&fold=0").count('class="hit"') == 2


def test_suggestions_go_on_as_what_is_typed(client: FlaskClient) -> None:
    page = text(client, "/suggest?q=cocaine+moroc")
    assert 'href="/?q=cocaine&amp;country=MA"' in page
    assert 'data-autocomplete-value="yacht"' in text(client, "/suggest?q=yac")
    assert text(client, "/suggest?q=").strip() == ""
    assert "&lt;b&gt;Enemy" in text(client, "/suggest?q=enem")


def test_did_you_mean(client: FlaskClient) -> None:
    page = text(client, "/?q=cocane")
    assert 'Did you mean <a href="/?q=cocaine"' in page


def test_pages_follow_by_cursor(client: FlaskClient) -> None:
    first = text(client, "/?q=filler")
    assert "25 articles" in first
    found = re.search(r'class="next" href="([^"]+)"', first)
    assert found
    second = text(client, found[1].replace("&amp;", "&"))
    assert "Back to the first page" in second
    assert "Next page" not in second
    assert second.count('class="hit"') == 5


def test_no_hits_are_explained(client: FlaskClient) -> None:
    page = text(client, "/?q=unicorn&country=MA")
    assert "No articles found" in page
    rows = re.findall(r"<th scope=.row.>\s*<bdi>(.*?)</bdi>.*?</tr>", page, re.DOTALL)
    assert rows == ["“unicorn” in any inflection", "Country: Morocco"]  # what finds nothing alone comes first
    assert re.search(r'href="/\?country=MA" rel="nofollow" aria-label="Without “unicorn”', page)


def test_an_empty_index_says_how_to_fill_it(tmp_path: Path) -> None:
    with open_engine("tantivy:memory") as engine:
        for app in app_over(engine, tmp_path / "saved.db"):
            assert "blotter index PATH" in text(app.test_client(), "/")


class Away:
    """An engine that can't be reached."""

    def search(self, request: SearchRequest) -> SearchPage:
        raise EngineUnavailable("http://user:secret@example.com does not answer")


def test_an_engine_that_is_away_is_a_503(tmp_path: Path) -> None:
    saved_searches = SavedSearches.open(f"sqlite:///{tmp_path / 'saved.db'}")
    response = create_app(Away(), saved_searches).test_client().get("/?q=cocaine")  # type: ignore[arg-type]
    saved_searches.close()
    assert response.status_code == 503
    assert response.headers["Retry-After"] == "10"
    page = response.get_data(as_text=True)
    assert "The search engine does not answer" in page
    assert "secret" not in page


def test_saving_needs_our_own_form(client: FlaskClient) -> None:
    sent = {"name": "Mine", "search": "?q=cocaine"}
    refused = client.post("/saved", data=sent)
    assert refused.status_code == 400
    assert "load the page again" in refused.get_data(as_text=True)
    assert "Nothing is saved yet" in text(client, "/saved")


def test_searches_are_saved_listed_and_deleted(client: FlaskClient) -> None:
    token = csrf_token(client)
    sent = {"name": "<b>Mine</b>", "search": "?q=cocaine&country=MA&after=x", "csrf_token": token}
    saved = client.post("/saved", data=sent)
    assert saved.status_code == 303
    page = text(client, "/saved")
    assert "&lt;b&gt;Mine&lt;/b&gt;" in page
    assert 'href="/?q=cocaine&amp;country=MA"' in page
    found = re.search(r'action="(/saved/[0-9a-f]+/delete)"', page)
    assert found
    assert client.post(found[1]).status_code == 400
    assert client.post(found[1], data={"csrf_token": token}).status_code == 303
    assert "Nothing is saved yet" in text(client, "/saved")


@pytest.mark.parametrize("name", ["", "   ", "x" * 201])
def test_a_saved_search_needs_a_name(client: FlaskClient, name: str) -> None:
    sent = {"name": name, "search": "q=a", "csrf_token": csrf_token(client)}
    response = client.post("/saved", data=sent)
    assert response.status_code == 400
    assert "needs a name of at most 200 characters" in response.get_data(as_text=True)


@pytest.mark.parametrize("path", PAGES)
def test_pages_load_nothing_from_elsewhere_and_run_nothing_inline(client: FlaskClient, path: str) -> None:
    response = client.get(path)
    policy = response.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "same-origin"
    page = response.get_data(as_text=True)
    assert not re.search(r"<[^>]+\s(style|on[a-z]+)=", page)
    assert "<style" not in page
    ours = r'<script (?:type="module" )?src="/static/[^"]+"(?: defer)?>'
    assert re.findall(r"<script[^>]*>", page) == re.findall(ours, page)
    assert all(
        address.startswith(("/static/", "/feed.", "/opensearch.xml"))
        for address in re.findall(r'<(?:link|img)[^>]+(?:href|src)="([^"]+)"', page)
    )


def test_static_files_may_be_kept_for_ever(client: FlaskClient) -> None:
    for address in re.findall(r'"(/static/[^"]+)"', text(client, "/")):
        with client.get(address) as response:
            assert response.status_code == 200
            assert "immutable" in response.headers["Cache-Control"]


@pytest.mark.parametrize("topic", help_topics(), ids=lambda topic: topic.name)
def test_the_examples_of_the_help_page_read_without_complaints(client: FlaskClient, topic: Topic) -> None:
    page = text(client, "/help")
    for example in topic.examples:
        assert not parse_query(example.query).complaints
        assert f'href="{example.url.replace("&", "&amp;")}"' in page


def test_the_api_is_described(client: FlaskClient) -> None:
    page = text(client, "/api/docs")
    spec = client.get("/api/v1/openapi.json").get_json()
    for path, methods in spec["paths"].items():
        assert page.count(f"<code>{path}</code>") == len(methods)
    for schema in spec["components"]["schemas"]:
        assert f'id="{schema}"' in page
    assert not [o for o in re.findall(r'href="#([^"]+)"', page) if f'id="{o}"' not in page]


def test_an_article_names_the_other_reports_of_its_story(client: FlaskClient) -> None:
    page = client.get("/articles/strait").text
    assert "Other reports of this story" in page
    assert '<a href="/articles/yacht">' in page
    assert "Other reports" not in client.get("/articles/untitled").text


def test_an_article_names_who_works_together(client: FlaskClient) -> None:
    page = client.get("/articles/strait").text
    assert "Countries working together" in page
    assert "Spain – Morocco" in page
    assert "cooperation=ES_MA" in page
