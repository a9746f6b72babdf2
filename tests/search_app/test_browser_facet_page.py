"""Readers look through all values of a facet in a real browser: finding, ordering, choosing, going back."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from article_index.engine import Engine, open_engine
from tests.search_app.walked import DGSN, walked
from tests.search_app.watching import OpenPage, asked, expect_articles, panel, values

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    """An engine that holds the articles of the walk."""
    with open_engine("tantivy:memory") as engine:
        assert not engine.add(walked()).failed
        yield engine


def listed(page: Page) -> list[str]:
    """The values of the list."""
    return values(page.locator(".listing"))


def find(page: Page, name: str, order: str | None = None) -> None:
    """Fill in the form above the list and send it."""
    page.get_by_role("searchbox", name="Find").fill(name)
    if order:
        page.get_by_label("Order").select_option(order)
    page.get_by_role("button", name="Show").click()


@pytest.mark.parametrize("name", ["maroc", "MAROC", "المغرب", "Marruecos", "  marokk "])
def test_a_value_is_found_by_its_name_in_any_script_and_case(new_page: OpenPage, name: str) -> None:
    page = new_page().goto("/")
    panel(page, "Country").get_by_role("link", name="All values of Country").click()
    expect(page.get_by_role("status")).to_have_text("32 values")
    find(page, name)
    expect(page.get_by_role("status")).to_have_text("1 value")
    assert listed(page) == ["Morocco 4"]
    page.locator(".listing").get_by_role("link", name="Morocco 4").click()
    assert asked(page) == [("country", "MA")]
    expect_articles(page, 4)


def test_what_no_value_is_called_is_said_and_taken_back(new_page: OpenPage) -> None:
    page = new_page().goto("/facets/country?q=cocaine")
    find(page, "Atlantis")
    expect(page.get_by_role("status")).to_have_text("0 values")
    page.get_by_role("link", name="All values").click()
    assert len(listed(page)) == 9


def test_values_are_ordered_by_count_by_name_and_by_group(new_page: OpenPage) -> None:
    page = new_page().goto("/facets/crime_type")
    tree = [
        "Drugs 7",
        "  Drug trafficking 6",
        "  Drug offence 1",
        "Economic and financial crime 2",
        "  Fraud 1",
        "  Money laundering 1",
        "None 47",
    ]
    assert listed(page) == tree
    page.get_by_label("Order").select_option("by name")
    page.get_by_role("button", name="Show").click()
    by_name = ["Drug offence", "Drug trafficking", "Drugs", "Economic and financial crime", "Fraud"]
    assert [row.rpartition(" ")[0] for row in listed(page)] == [*by_name, "Money laundering", "None"]
    page.get_by_label("Order").select_option("by count")
    page.get_by_role("button", name="Show").click()
    assert listed(page)[:3] == ["Drugs 7", "Drug trafficking 6", "Economic and financial crime 2"]
    page.get_by_label("Order").select_option("by group")
    page.get_by_role("button", name="Show").click()
    assert listed(page) == tree


def test_countries_stand_below_their_regions(new_page: OpenPage) -> None:
    page = new_page().goto("/facets/country?q=cocaine")
    assert listed(page) == [
        "Europe 4",
        "  Southern Europe 3",
        "    Spain 2",
        "    Portugal 1",
        "  Western Europe 1",
        "    France 1",
        "Africa 3",
        "  Northern Africa 3",
        "    Morocco 3",
    ]
    page.get_by_role("link", name="Southern Europe 3").click()
    expect_articles(page, 3)
    # A region that is chosen stands in the panel, between its continent and its countries.
    europe = ["Europe 4", "  Southern Europe 3", "    Spain 2", "    Portugal 1", "  France 1"]
    assert values(panel(page, "Country"))[:5] == europe


def test_agencies_stand_below_those_above_them_and_their_countries(new_page: OpenPage) -> None:
    page = new_page().goto("/facets/agency?q=police")
    tree = [
        "International 1",
        "  Interpol 1",
        "  United Nations 1",
        "    United Nations Office on Drugs and Crime 1",
    ]
    rows = listed(page)
    start = rows.index("International 1")
    assert rows[start : start + 4] == tree
    assert rows[:3] == ["Spain 3", "  Spanish Civil Guard 2", "  Spanish National Police 1"]
    page.get_by_role("link", name="International 1").click()
    expect_articles(page, 1)


def test_values_stand_out_with_all_filters_applied(new_page: OpenPage) -> None:
    watched = new_page()
    page = watched.goto("/facets/agency?q=cocaine")
    standing_out = page.locator(".standing-out")
    assert values(standing_out) == [f"{DGSN} 3"]
    # Two articles that are left are too few to say anything.
    watched.goto("/facets/agency?q=cocaine&country=ES")
    expect(standing_out).to_have_count(0)
    watched.goto("/facets/agency?q=cocaine&country=MA&country.not=PT")
    assert values(standing_out) == [f"{DGSN} 3"]
    # What is asked for already does not stand out, nor does anything where nothing is asked.
    watched.goto("/facets/agency?q=cocaine&agency=ma-dgsn")
    expect(standing_out).to_have_count(0)
    watched.goto("/facets/agency")
    expect(standing_out).to_have_count(0)
    page = watched.goto("/facets/agency?q=cocaine")
    standing_out.get_by_role("link", name=f"{DGSN} 3", exact=True).click()
    expect_articles(page, 3)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_choice_is_kept_on_the_way_there_and_back(new_page: OpenPage, scripts: bool) -> None:
    page = new_page(java_script_enabled=scripts).goto("/?q=cocaine&sort=newest&country=MA")
    page.goto(page.url.replace("/?", "/facets/country?"))
    expect(page.locator(".listing .is-any")).to_contain_text("Morocco")
    find(page, "portug", "by count")
    assert listed(page) == ["Portugal 1"]
    expect(page.get_by_role("searchbox", name="Find")).to_have_value("portug")
    page.get_by_role("link", name="Back to the results").click()
    assert asked(page) == [("q", "cocaine"), ("country", "MA"), ("sort", "newest")]
    page.go_back()
    page.get_by_role("link", name="Portugal 1", exact=True).click()
    assert asked(page) == [("q", "cocaine"), ("country", "MA"), ("country", "PT"), ("sort", "newest")]
    expect_articles(page, 4)
    page.go_back()
    page.get_by_role("link", name="Remove Country: Morocco").click()
    assert asked(page) == [("q", "cocaine"), ("sort", "newest")]
    expect_articles(page, 5)


def test_values_are_left_out_and_choices_removed_from_the_list(new_page: OpenPage) -> None:
    watched = new_page()
    page = watched.goto("/facets/country?q=cocaine&agency=ma-dgsn")
    page.get_by_role("link", name="Leave out Spain").click()
    expect_articles(page, 1)
    page = watched.goto("/facets/country?q=cocaine&agency=ma-dgsn&country.not=ES&country.not=-")
    expect(page.locator(".listing .is-not")).to_have_text(["not Spain 2", "not None 0"], use_inner_text=True)
    page.get_by_role("link", name="Remove all").click()
    assert asked(page) == [("q", "cocaine")]
