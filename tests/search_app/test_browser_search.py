"""Readers search in a real browser: what a query meant, what was at fault, suggestions, order, pages."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from article_index.engine import Engine, open_engine
from tests.search_app.walked import walked
from tests.search_app.watching import OpenPage, asked, expect_articles, search, titles

pytestmark = pytest.mark.browser
BY_DAY = [
    "Cocaine seized at the port",
    "Cocaine seized at the port, police say",
    "Yacht with cocaine stopped off Portugal",
    "Lorry with cocaine found near Calais",
    "Tangier: cocaine in a hotel",
]


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    """An engine that holds the articles of the walk."""
    with open_engine("tantivy:memory") as engine:
        assert not engine.add(walked()).failed
        yield engine


def switch(page: Page, name: str) -> None:
    """Click one of the switches above the results."""
    page.get_by_role("list", name="How to search").get_by_role("link", name=name).click()


def expect_on(page: Page, name: str, *, on: bool) -> None:
    link = page.get_by_role("list", name="How to search").get_by_role("link", name=name)
    expect(link.and_(page.locator("[aria-current=true]"))).to_have_count(int(on))


def type_words(page: Page, words: str) -> None:
    """Type into the search box, and wait until there is something suggested."""
    page.get_by_label("Words to search for").press_sequentially(words)
    expect(page.get_by_role("option").first).to_be_visible()


def test_a_query_says_how_it_was_read(new_page: OpenPage) -> None:
    page = new_page().goto("/")
    search(page, "=cocaine -port country:Maroc")
    expect(page.locator(".reading-of")).to_have_text(
        "Read as: “cocaine” as written and not “port” in any inflection and Country: Morocco"
    )
    expect_articles(page, 1)
    search(page, "cocaine port")
    expect(page.locator(".reading-of")).to_have_count(0)


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_where_nothing_is_found_the_part_at_fault_can_be_dropped(new_page: OpenPage, scripts: bool) -> None:
    page = new_page(java_script_enabled=scripts).goto("/?q=cocaine+unicorn&country=MA")
    expect(page.get_by_role("status")).to_have_text("No articles found")
    rows = page.get_by_role("table", name="How many articles each part finds").get_by_role("row")
    expect(rows).to_have_text(
        [
            "Part of the search Alone Without it",
            "“unicorn” in any inflection 0 3",
            "“cocaine” in any inflection 5 0",
            "Country: Morocco 4 0",
        ],
        use_inner_text=True,
    )
    page.get_by_role("link", name="Without “unicorn” in any inflection: 3").click()
    assert asked(page) == [("q", "cocaine"), ("country", "MA")]
    expect_articles(page, 3)
    page.go_back()
    page.get_by_role("link", name="Only Country: Morocco: 4").click()
    assert asked(page) == [("country", "MA")]
    expect_articles(page, 4)


def test_misspelt_words_are_answered_with_those_of_the_index(new_page: OpenPage) -> None:
    page = new_page().goto("/?country=MA")
    search(page, "cocane")
    expect(page.locator(".meant")).to_have_text("Did you mean cocaine? 3", use_inner_text=True)
    page.locator(".meant").get_by_role("link", name="cocaine").click()
    assert asked(page) == [("q", "cocaine"), ("country", "MA")]
    expect_articles(page, 3)


def test_a_word_that_names_a_concept_offers_its_articles_in_all_languages(new_page: OpenPage) -> None:
    page = new_page().goto("/")
    search(page, "narcotráfico")
    expect_articles(page, 1)
    page.get_by_role("link", name="Crime type: Drug trafficking 6").click()
    assert asked(page) == [("crime_type", "drug-trafficking")]
    expect_articles(page, 6)
    page.go_back()
    expect_on(page, "Also in other languages", on=False)
    switch(page, "Also in other languages")
    expect_on(page, "Also in other languages", on=True)
    expect_articles(page, 2)
    assert sorted(titles(page)) == [
        "Dos detenidos por narcotráfico en Cádiz",
        "Lorry with cocaine found near Calais",
    ]
    switch(page, "Also in other languages")
    expect_articles(page, 1)


def test_a_suggested_value_is_taken_by_the_keyboard(new_page: OpenPage) -> None:
    page = new_page().goto("/")
    type_words(page, "cocaine marr")
    expect(page.get_by_role("option").first).to_have_text("Country Morocco 4", use_inner_text=True)
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option", selected=True)).to_contain_text("Morocco")
    page.keyboard.press("Enter")
    expect_articles(page, 3)
    assert asked(page) == [("q", "cocaine"), ("country", "MA")]


def test_suggestions_are_walked_through_and_closed_by_the_keyboard(new_page: OpenPage) -> None:
    page = new_page().goto("/")
    box = page.get_by_label("Words to search for")
    type_words(page, "portu")
    options = ["Country Portugal 2", "Agency Portuguese Judiciary Police (PJ) 2", "portugal 1"]
    expect(page.get_by_role("option")).to_have_text(options, use_inner_text=True)
    for key, option in (
        ("ArrowDown", 0),
        ("ArrowDown", 1),
        ("ArrowUp", 0),
        ("ArrowDown", 1),
        ("ArrowDown", 2),
    ):
        page.keyboard.press(key)
        expect(page.get_by_role("option", selected=True)).to_have_text(options[option], use_inner_text=True)
        expect(box).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(page.get_by_role("option")).to_have_count(0)
    expect(box).to_have_value("portu")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("No articles found")
    assert asked(page) == [("q", "portu")]


@pytest.mark.parametrize("how", ["click", "key"])
def test_a_suggested_word_is_searched_for_at_once(new_page: OpenPage, how: str) -> None:
    page = new_page().goto("/?country=PT")
    type_words(page, "bank frau")
    option = page.get_by_role("option", name="bank fraud 1")
    expect(option).to_be_visible()
    if how == "click":
        option.click()
    else:
        page.keyboard.press("ArrowUp")  # from the box to the last of the list
        expect(option).to_have_attribute("aria-selected", "true")
        page.keyboard.press("Enter")
    expect_articles(page, 1)
    assert asked(page) == [("q", "bank fraud"), ("country", "PT")]
    expect(page.get_by_role("option")).to_have_count(0)


def test_a_suggested_value_is_clicked(new_page: OpenPage) -> None:
    page = new_page().goto("/?country=MA")
    type_words(page, "guardia")
    page.get_by_role("option", name="Spanish Civil Guard").click()
    assert asked(page) == [("country", "MA"), ("agency", "es-guardia-civil")]
    expect_articles(page, 2)


def test_a_story_has_one_line_until_its_switch_is_turned(new_page: OpenPage) -> None:
    page = new_page().goto("/?q=cocaine")
    expect_articles(page, 5)
    expect(page.locator(".hit")).to_have_count(4)
    expect_on(page, "One line per story", on=True)
    switch(page, "One line per story")
    expect_on(page, "One line per story", on=False)
    expect(page.locator(".hit")).to_have_count(5)
    switch(page, "One line per story")
    page.get_by_role("link", name="1 other report of this story").click()
    expect(page.locator(".hit")).to_have_count(2)
    assert sorted(titles(page)) == BY_DAY[:2]


def test_any_word_is_enough_when_its_switch_is_turned(new_page: OpenPage) -> None:
    page = new_page().goto("/?fold=0")
    search(page, "cocaine fraud")
    expect(page.get_by_role("status")).to_have_text("No articles found")
    switch(page, "Any word is enough")
    expect_articles(page, 6)
    expect_on(page, "Any word is enough", on=True)
    expect(page.locator(".reading-of")).to_contain_text("or “fraud” in any inflection")
    switch(page, "Any word is enough")
    expect(page.get_by_role("status")).to_have_text("No articles found")


def test_results_are_put_in_other_orders(new_page: OpenPage) -> None:
    page = new_page().goto("/?q=cocaine&fold=0")
    orders = page.get_by_role("navigation", name="Order of the results")
    orders.get_by_role("link", name="Oldest").click()
    assert titles(page) == BY_DAY
    orders.get_by_role("link", name="Newest").click()
    assert titles(page) == BY_DAY[::-1]
    orders.get_by_role("link", name="Recent").click()
    expect(orders.locator("[aria-current]")).to_have_text("Recent")
    # Words in the title and text of an article of last year outweigh the year by little: all five are there.
    assert sorted(titles(page)) == sorted(BY_DAY)
    orders.get_by_role("link", name="Relevance").click()
    assert asked(page) == [("q", "cocaine"), ("fold", "0")]


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_results_are_paged_to_the_end_and_back(new_page: OpenPage, scripts: bool) -> None:
    page = new_page(java_script_enabled=scripts).goto("/?q=filler&sort=oldest")
    expect_articles(page, 45)
    seen = titles(page)
    assert seen[0] == "Filler number 0"
    expect(page.get_by_role("link", name="Back to the first page")).to_have_count(0)
    for _ in range(2):
        page.get_by_role("link", name="Next page").click()
        expect(page.get_by_role("link", name="Back to the first page")).to_be_visible()
        seen += titles(page)
    assert seen == [f"Filler number {n}" for n in range(45)]
    expect(page.get_by_role("link", name="Next page")).to_have_count(0)
    page.get_by_role("link", name="Back to the first page").click()
    assert asked(page) == [("q", "filler"), ("sort", "oldest")]
    assert titles(page) == seen[:20]


@pytest.mark.parametrize("viewport", [{"width": 1280, "height": 900}, {"width": 375, "height": 740}])
def test_an_arabic_query_marks_its_words_from_right_to_left(
    new_page: OpenPage, viewport: dict[str, int]
) -> None:
    page = new_page(viewport=viewport).goto("/")
    search(page, "تهريب الكوكايين")
    expect_articles(page, 1)
    hit = page.locator(".hit")
    expect(hit).to_have_attribute("dir", "rtl")
    snippet = hit.locator(".snippet")
    expect(snippet).to_have_css("direction", "rtl")
    expect(snippet).to_have_attribute("lang", "ar")
    expect(snippet.locator("mark")).to_have_text(["تهريب", "الكوكايين"])
    expect(hit.locator("h2 mark")).to_have_text("الكوكايين")
    # The second word stands to the left of the first, or at the beginning of the next line.
    places = snippet.locator("mark").evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect()).map((at) => [Math.round(at.top), -at.left])"
    )
    assert places == sorted(places)
    assert page.evaluate("document.documentElement.scrollWidth") == viewport["width"]
    expect(page.get_by_label("Words to search for")).to_have_css("direction", "rtl")
