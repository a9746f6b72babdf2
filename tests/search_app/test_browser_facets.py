"""Readers narrow a search in a real browser: values, groups and days, with the numbers that they see."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from article_index.engine import Engine, open_engine
from tests.search_app.walked import ELSEWHERE, walked
from tests.search_app.watching import OpenPage, asked, expect_articles, panel, titles, values

pytestmark = pytest.mark.browser
PHONE = {"width": 375, "height": 740}


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    """An engine that holds the articles of the walk."""
    with open_engine("tantivy:memory") as engine:
        assert not engine.add(walked()).failed
        yield engine


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_values_are_chosen_either_left_out_and_taken_back(new_page: OpenPage, scripts: bool) -> None:
    page = new_page(java_script_enabled=scripts).goto("/?q=cocaine")
    expect_articles(page, 5)
    countries = panel(page, "Country")
    siblings = ["Europe 4", "  Spain 2", "  France 1", "  Portugal 1", "Africa 3", "  Morocco 3"]
    assert values(countries) == siblings

    countries.get_by_role("link", name="Morocco 3").click()
    expect_articles(page, 3)
    expect(countries.get_by_role("link", name="Morocco 3")).to_have_attribute("aria-current", "true")
    # The facet's own choice hides none of its values; other facets count what is left.
    assert sorted(values(countries)) == sorted(siblings)
    assert values(panel(page, "Crime type"))[:3] == ["Drugs 3", "  Drug trafficking 2", "  Drug offence 1"]

    countries.get_by_role("link", name="Portugal 1", exact=True).click()
    expect_articles(page, 4)
    countries.get_by_role("link", name="Leave out Spain").click()
    expect_articles(page, 2)
    assert titles(page) == ["Tangier: cocaine in a hotel", "Yacht with cocaine stopped off Portugal"]
    chosen = [("q", "cocaine"), ("country", "MA"), ("country", "PT"), ("country.not", "ES")]
    assert asked(page) == chosen
    expect(countries.locator("summary")).to_contain_text("3 chosen")

    page.get_by_role("link", name="Remove Country: not Spain").click()
    expect_articles(page, 4)
    countries.get_by_role("link", name="Morocco 3").click()
    expect_articles(page, 1)
    assert asked(page) == [("q", "cocaine"), ("country", "PT")]


def test_values_are_demanded_together(new_page: OpenPage) -> None:
    page = new_page().goto("/?q=cocaine")
    countries = panel(page, "Country")
    expect(countries.get_by_role("link", name="Demand Morocco")).to_have_count(0)
    countries.get_by_role("link", name="Morocco 3").click()
    countries.get_by_role("link", name="Demand Morocco with all others").click()
    expect_articles(page, 3)
    # What is demanded narrows its own facet too: these are found together with Morocco.
    assert values(countries) == ["Africa 3", "  must have Morocco 3", "Europe 2", "  Spain 2"]
    countries.get_by_role("link", name="Spain 2").click()
    countries.get_by_role("link", name="Demand Spain with all others").click()
    expect_articles(page, 2)
    assert asked(page) == [("q", "cocaine"), ("country.all", "MA"), ("country.all", "ES")]
    expect(page.get_by_role("link", name="Remove Country: must have Spain")).to_be_visible()
    countries.get_by_role("link", name="No longer demand Spain").click()
    expect_articles(page, 3)
    page.get_by_role("link", name="Remove Country: must have Morocco").click()
    expect_articles(page, 5)


def test_what_an_article_has_one_of_is_not_demanded(new_page: OpenPage) -> None:
    page = new_page().goto("/?q=cocaine")
    languages = panel(page, "Language")
    languages.get_by_role("link", name="English 5").click()
    expect(page.get_by_role("link", name="Remove Language: English")).to_be_visible()
    expect(languages.get_by_role("link")).to_have_count(2)  # to take it back, to leave it out


def test_counts_stand_below_each_other_whatever_is_chosen(new_page: OpenPage) -> None:
    page = new_page().goto("/?q=cocaine&country=MA&country.all=ES&country.not=FR")
    numbers = panel(page, "Country").locator(".toggle .number")
    edges = numbers.evaluate_all("all => all.map((one) => Math.round(one.getBoundingClientRect().right))")
    assert len(edges) == 5
    assert len(set(edges)) == 1


def test_what_has_no_value_is_a_choice(new_page: OpenPage) -> None:
    page = new_page().goto("/?q=police")
    expect_articles(page, 6)
    crimes = panel(page, "Crime type")
    crimes.get_by_role("link", name="None 2", exact=True).click()
    expect_articles(page, 2)
    assert titles(page) == ["Police meet the press", "Police chiefs of twelve countries meet"]
    assert asked(page) == [("q", "police"), ("crime_type", "-")]
    expect(crimes.locator(".is-any")).to_have_text("None 2 −", use_inner_text=True)
    crimes.get_by_role("link", name="Leave out None").click()
    expect_articles(page, 4)
    expect(crimes.locator(".is-not")).to_contain_text("None")
    page.get_by_role("link", name="Remove Crime type: not None").click()
    expect_articles(page, 6)


def test_panels_are_trees_and_a_group_takes_its_members_in(new_page: OpenPage) -> None:
    page = new_page().goto("/?q=cocaine")
    agencies = panel(page, "Agency")
    assert values(agencies) == [
        "Morocco 3",
        "  General Directorate for National Security (DGSN) 3",
        "Spain 2",
        "  Spanish Civil Guard 2",
        "Portugal 1",
        "  Portuguese Judiciary Police (PJ) 1",
        "None 1",
    ]
    assert values(panel(page, "Crime type")) == ["Drugs 5", "  Drug trafficking 4", "  Drug offence 1"]

    panel(page, "Country").get_by_role("link", name="Africa 3").click()
    expect_articles(page, 3)
    assert asked(page) == [("q", "cocaine"), ("country", "002")]
    agencies.get_by_role("link", name="Spain 2").click()
    expect_articles(page, 2)
    page.get_by_role("link", name="Remove all").click()
    panel(page, "Crime type").get_by_role("link", name="Drugs 5").click()
    expect_articles(page, 5)


def test_a_region_finds_the_articles_of_its_countries(new_page: OpenPage) -> None:
    page = new_page().goto("/")
    countries = panel(page, "Country")
    countries.get_by_role("link", name="Africa 6").click()
    expect_articles(page, 6)
    # Four of Morocco, one of Algeria, and the summit.
    countries.get_by_role("link", name="Leave out Morocco").click()
    expect_articles(page, 2)
    assert titles(page) == ["Blanchiment d’argent à Marseille", "Police chiefs of twelve countries meet"]
    page.get_by_role("link", name="Remove Country: not Morocco").click()
    countries.get_by_role("link", name="Morocco 4").click()
    page.get_by_role("link", name="Remove Country: Africa").click()
    expect_articles(page, 4)


def test_pairs_are_found_by_both_members(new_page: OpenPage) -> None:
    watched = new_page()
    page = watched.goto("/")
    pairs = panel(page, "Countries working together")
    expect(pairs.get_by_role("link", name="Spain – Morocco 1")).to_be_hidden()
    pairs.locator("summary").click()
    assert values(pairs) == ["Algeria – France 1", "Spain – Morocco 1", "None 54"]
    pairs.get_by_role("link", name="Spain – Morocco 1").click()
    assert titles(page) == ["Cocaine seized at the port"]
    for member in ("Morocco", "Spain"):
        page = watched.goto("/facets/cooperation")
        page.get_by_role("link", name=f"{member} 1", exact=True).click()
        assert titles(page) == ["Cocaine seized at the port"]
        expect(page.get_by_role("link", name=f"Remove Countries working together: {member}")).to_be_visible()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_years_months_and_days_are_opened_by_their_bars(new_page: OpenPage, scripts: bool) -> None:
    page = new_page(java_script_enabled=scripts).goto("/?fold=0")
    page.get_by_role("link", name="2024: 4 articles").click()
    expect_articles(page, 4)
    expect(page.locator(".bars a")).to_have_count(2)
    page.get_by_role("link", name="May 2024: 3 articles").click()
    expect_articles(page, 3)
    page.get_by_role("link", name="20 May 2024: 1 article").click()
    assert titles(page) == ["Yacht with cocaine stopped off Portugal"]
    assert asked(page) == [("from", "2024-05-20"), ("to", "2024-05-20"), ("fold", "0")]
    page.go_back()
    page.get_by_label("From").fill("2024-05-04")
    page.get_by_label("To", exact=True).fill("2024-09-30")
    page.get_by_role("button", name="Show").click()
    expect_articles(page, 3)
    page.get_by_role("link", name="Remove Published: 2024-05-04 – 2024-09-30").click()
    expect_articles(page, 56)


def test_days_may_be_open_at_one_end(new_page: OpenPage) -> None:
    page = new_page().goto("/")
    page.get_by_text("Choose days").click()
    page.get_by_label("From").fill("2024-09-01")
    page.get_by_role("button", name="Show").click()
    expect_articles(page, 3)
    expect(page.get_by_role("link", name="Remove Published: 2024-09-01 – …")).to_be_visible()


def test_on_a_phone_panels_open_and_nothing_is_wider(new_page: OpenPage) -> None:
    page = new_page(viewport=PHONE, has_touch=True).goto("/?q=cocaine")
    page.get_by_text("Narrow the search").tap()
    panel(page, "Countries working together").locator("summary").tap()
    panel(page, "Countries working together").get_by_role("link", name="Spain – Morocco 1").tap()
    expect_articles(page, 1)
    page.get_by_role("link", name="Remove Countries working together").tap()
    page.get_by_text("Narrow the search").tap()
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    panel(page, "Country").get_by_role("link", name="Morocco 3").tap()
    expect_articles(page, 3)


def test_a_long_panel_ends_in_a_link_to_all_values(new_page: OpenPage) -> None:
    page = new_page(viewport=PHONE).goto("/")
    page.get_by_text("Narrow the search").click()
    panel(page, "Country").get_by_role("link", name="All values of Country").click()
    countries = page.locator(".listing .depth-2")
    expect(countries).to_have_count(len(ELSEWHERE) + 5)
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
