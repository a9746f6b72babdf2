"""``python -m tests.screenshots``: pictures of every kind of page, over the sample articles.

Look at each of them after a change to templates or the style sheet. ``--index`` takes an index that is
there already instead of reading the samples anew.
"""

import argparse
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from article_index.engine import Engine, open_engine
from indexer.load import DeadLetters, Load
from indexer.readers import sources
from tests.real_chromium import find_chromium
from tests.search_app.serving import running, serving

PROJECT = Path(__file__).parent.parent
FOLDER = PROJECT / "docs" / "screenshots"
DESKTOP = {"width": 1280, "height": 860}
PHONE = {"width": 360, "height": 740}

COCAINE = "/?q=cocaine"
DRILLED = "/?q=police&country=ES&country=MA&crime_type=drugs&country.not=PT"
SAVED = (
    ("Cocaine at sea", "q=cocaine+(yacht+OR+container)"),
    ("Morocco and Spain: terrorism cells", "country.all=MA&country.all=ES&crime_type=terrorism"),
    ("المغرب: المخدرات", "q=المخدرات&country=MA&language=ar"),
)


def stay(page: Page) -> None:
    """Leave the page as it is."""


def open_first_article(page: Page) -> None:
    page.locator(".hit h2 a").first.click()


def open_narrow_box(page: Page) -> None:
    page.locator(".narrow-box > summary").click()


def save_searches(page: Page) -> None:
    home = page.url
    for name, search in SAVED:
        page.goto(f"{home}?{search}")
        page.locator(".save summary").click()
        page.locator("#save-name").fill(name)
        page.locator(".save button").click()


@dataclass(frozen=True)
class Picture:
    """A page, the window and what is done before the picture."""

    name: str
    path: str
    viewport: dict[str, int] = field(default_factory=lambda: DESKTOP)
    scheme: str = "light"
    act: Callable[[Page], None] = stay
    options: dict[str, Any] = field(default_factory=dict)


PICTURES = (
    Picture("search", "/"),
    Picture("query", COCAINE),
    Picture("drill-down", DRILLED),
    Picture("facet", "/facets/country?q=cocaine&country=ES"),
    Picture("article", "/?q=hashish+speedboat", act=open_first_article),
    Picture("arabic", "/?q=المخدرات&language=ar"),
    Picture("arabic-article", "/?language=ar&sort=newest", act=open_first_article),
    Picture("phone", COCAINE, PHONE),
    Picture("phone-facets", DRILLED, PHONE, act=open_narrow_box),
    Picture("dark", COCAINE, scheme="dark"),
    Picture("saved", "/", act=save_searches),
    Picture("help", "/help"),
    Picture("no-hits", '/?q=cocaine+"unicorn+smuggling+AND&country=MA'),
)


def main() -> None:
    """Take all pictures, or those that are named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help=", ".join(picture.name for picture in PICTURES))
    parser.add_argument("--index", default="tantivy:memory")
    parser.add_argument("--folder", type=Path, default=FOLDER)
    arguments = parser.parse_args()
    chromium = find_chromium()
    if chromium is None:
        parser.error("There is no Chromium: install one, or name it in CHROMIUM.")
    arguments.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, open_engine(arguments.index) as engine:
        if not engine.health().articles:
            read_samples(engine, Path(scratch))
        with serving(engine, Path(scratch) / "saved.db") as address, running(chromium) as browser:
            for picture in PICTURES:
                if not arguments.names or picture.name in arguments.names:
                    take(picture, browser, address, arguments.folder)


def read_samples(engine: Engine, scratch: Path) -> None:
    samples = PROJECT / "sample_articles"
    summary = Load(engine, DeadLetters(scratch / "dead-letters.jsonl")).run(sources((str(samples),)))
    print(f"{summary.new} articles read")


def take(picture: Picture, browser: Browser, address: str, folder: Path) -> None:
    with browser.new_context(
        viewport=picture.viewport, color_scheme=picture.scheme, locale="en-GB", **picture.options
    ) as context:
        page = context.new_page()
        page.goto(address + picture.path)
        picture.act(page)
        page.wait_for_load_state("networkidle")
        target = folder / f"{picture.name}.png"
        page.screenshot(path=target)
    print(f"{target} {target.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
