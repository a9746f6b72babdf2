"""Journeys in a real browser: what a reader does, with and without JavaScript, on a desk and on a phone."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.search_app.watching import OpenPage, asked, search

pytestmark = pytest.mark.browser

PHONE = {"width": 360, "height": 740}
SMALLEST = {"width": 320, "height": 640}
# Every kind of page: search, facets chosen, Arabic, no hits, all values of a facet, article, saved searches,
# help, API, errors.
KINDS = (
    "/",
    "/?q=cocaine&country=MA&country.not=PT&from=2023",
    "/?language=ar",
    "/?q=unicorn+%22smuggling&country=MA",
    "/facets/country?q=cocaine&country=MA&country.not=PT",
    "/facets/crime_type?find=drug",
    "/articles/strait?q=cocaine",
    "/articles/arabic",
    "/articles/enemy",
    "/saved",
    "/help",
    "/api/docs",
    "/articles/none",
)


def journey(page: Page) -> None:
    """Search, choose, go back, leave out, remove, read an article, come back."""
    search(page, "cocaine port")
    expect(page.get_by_role("status")).to_have_text(re.compile("2 articles"))
    expect(page.locator(".hit mark").first).to_have_text(re.compile("cocaine|port", re.IGNORECASE))

    panel = page.locator("details.panel", has=page.get_by_role("heading", name="Country", exact=True))
    panel.get_by_role("link", name="Morocco 1").click()
    assert asked(page) == [("q", "cocaine port"), ("country", "MA")]
    expect(page.get_by_role("status")).to_have_text(re.compile("1 article"))
    chosen = panel.get_by_role("link", name="Morocco 1")
    expect(chosen).to_have_attribute("aria-current", "true")

    page.go_back()
    assert asked(page) == [("q", "cocaine port")]
    expect(page.get_by_role("status")).to_have_text(re.compile("2 articles"))

    panel.get_by_role("link", name="Leave out Morocco").click()
    assert asked(page) == [("q", "cocaine port"), ("country.not", "MA")]
    expect(page.locator(".hit")).to_have_count(1)
    page.get_by_role("link", name="Remove Country: not Morocco").click()
    assert asked(page) == [("q", "cocaine port")]

    page.get_by_role("link", name="Cocaine seized at the port").click()
    expect(page.locator(".text mark.evidence-country")).to_have_text("Moroccan")
    expect(page.locator(".legend mark")).to_have_count(4)
    page.get_by_role("link", name="Back to the results").click()
    assert asked(page) == [("q", "cocaine port")]


def test_a_reader_searches_chooses_goes_back_and_reads(new_page: OpenPage) -> None:
    journey(new_page().goto("/"))


def test_everything_works_without_javascript(new_page: OpenPage) -> None:
    page = new_page(java_script_enabled=False).goto("/")
    journey(page)
    page.locator(".save > summary").click()
    page.get_by_label("Name").fill("Without scripts")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("link", name="Without scripts")).to_be_visible()
    page.get_by_role("button", name="Delete Without scripts").click()
    expect(page.get_by_role("link", name="Without scripts")).to_have_count(0)


def test_a_search_is_saved_and_found_again(new_page: OpenPage) -> None:
    page = new_page().goto("/?q=cocaine&country=MA&sort=newest")
    page.locator(".save > summary").click()
    expect(page.get_by_label("Name")).to_have_value("cocaine, Morocco")
    page.get_by_role("button", name="Save", exact=True).click()
    page.get_by_role("link", name="cocaine, Morocco").click()
    assert asked(page) == [("q", "cocaine"), ("country", "MA"), ("sort", "newest")]


def test_the_bars_and_the_days_narrow_the_search(new_page: OpenPage) -> None:
    page = new_page().goto("/?q=cocaine&fold=0")
    page.get_by_role("link", name="May 2024: 1 article").click()
    assert asked(page) == [("q", "cocaine"), ("from", "2024-05-01"), ("to", "2024-05-31"), ("fold", "0")]
    expect(page.locator(".hit")).to_have_count(1)
    page.get_by_label("From").fill("2023-01-01")
    page.get_by_role("button", name="Show").click()
    assert asked(page) == [("q", "cocaine"), ("fold", "0"), ("from", "2023-01-01"), ("to", "2024-05-31")]
    expect(page.locator(".hit")).to_have_count(2)


def test_the_keyboard_reaches_the_search_box_and_the_content(new_page: OpenPage) -> None:
    page = new_page().goto("/help")
    page.keyboard.press("/")
    expect(page.get_by_label("Words to search for")).to_be_focused()
    page.keyboard.type("a/b")
    expect(page.get_by_label("Words to search for")).to_have_value("a/b")
    page.goto(page.url)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()


def test_a_hostile_article_is_only_text(new_page: OpenPage) -> None:
    # The fixture holds that no dialog opened, nothing was blocked and nothing was asked of another host.
    watched = new_page()
    page = watched.goto("/?q=attacks")
    expect(page.locator(".hit h2")).to_contain_text("<script>alert('title')</script>")
    page.locator(".hit h2 a").click()
    expect(page.locator("h1")).to_contain_text("<img src=x onerror=alert(1)>")
    expect(page.locator(".text")).to_contain_text("<svg onload=alert('body')>")
    expect(page.locator("a.original")).to_have_count(0)
    page = watched.goto("/?q=<script>alert(1)</script>")
    expect(page.get_by_label("Words to search for")).to_have_value("<script>alert(1)</script>")


def test_arabic_runs_from_right_to_left(new_page: OpenPage) -> None:
    page = new_page().goto("/?q=الكوكايين")
    hit = page.locator(".hit")
    expect(hit).to_have_attribute("dir", "rtl")
    expect(hit.locator("h2")).to_have_attribute("lang", "ar")
    expect(hit.locator("mark").first).to_have_text("الكوكايين")
    hit.locator("h2 a").click()
    expect(page.locator("article.story")).to_have_attribute("dir", "rtl")
    expect(page.locator(".text")).to_have_css("direction", "rtl")


@pytest.mark.parametrize("viewport", [PHONE, SMALLEST], ids=["360", "320"])
def test_no_page_is_wider_than_a_phone(new_page: OpenPage, viewport: dict[str, int]) -> None:
    watched = new_page(viewport=viewport)
    for path in KINDS:
        page = watched.goto(path)
        page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= viewport["width"], path


def test_on_a_phone_the_facets_wait_behind_a_name(new_page: OpenPage) -> None:
    page = new_page(viewport=PHONE).goto("/?q=cocaine")
    morocco = page.locator("details.panel").get_by_role("link", name="Morocco 1").first
    expect(morocco).to_be_hidden()
    page.locator(".narrow-box > summary").click()
    morocco.click()
    assert asked(page) == [("q", "cocaine"), ("country", "MA")]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(new_page: OpenPage, scheme: str) -> None:
    watched = new_page(color_scheme=scheme)
    axe = Axe()
    for path in KINDS:
        page = watched.goto(path)
        page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
        found = axe.run(page)
        assert found.violations_count == 0, f"{path}\n{found.generate_report()}"


def test_axe_finds_nothing_on_a_phone_and_among_saved_searches(new_page: OpenPage) -> None:
    page = new_page(viewport=PHONE).goto("/?q=cocaine&country.not=PT")
    axe = Axe()
    assert axe.run(page).violations_count == 0
    page.locator(".save > summary").click()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".saved li")).not_to_have_count(0)
    found = axe.run(page)
    assert found.violations_count == 0, found.generate_report()
