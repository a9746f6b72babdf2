"""A page in a real browser that is watched for what must not happen, and what readers do on it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Locator, Page, Request, expect


@dataclass
class Watched:
    """A page and what went wrong on it or left the origin."""

    page: Page
    address: str
    wrong: list[str] = field(default_factory=list)

    def watch(self) -> None:
        self.page.on("dialog", self.on_dialog)
        self.page.on("console", lambda message: self.on_console(message.type, message.text))
        self.page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        self.page.on("request", self.on_request)

    def on_dialog(self, dialog: Any) -> None:
        self.wrong.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def on_console(self, kind: str, text: str) -> None:
        # A page that is missing on purpose is told to the console too.
        if kind in {"error", "warning"} and "status of 404" not in text:
            self.wrong.append(f"{kind}: {text}")

    def on_request(self, request: Request) -> None:
        if not request.url.startswith((self.address, "data:")):
            self.wrong.append(f"request to {request.url}")

    def goto(self, path: str) -> Page:
        self.page.goto(self.address + path)
        return self.page


OpenPage = Callable[..., Watched]


def asked(page: Page) -> list[tuple[str, str]]:
    """The parameters in a page's address."""
    return parse_qsl(urlsplit(page.url).query)


def search(page: Page, words: str) -> None:
    page.get_by_label("Words to search for").fill(words)
    page.get_by_role("search").get_by_role("button", name="Search").click()


def panel(page: Page, name: str) -> Locator:
    """The panel of a facet beside the results."""
    return page.locator("details.panel", has=page.get_by_role("heading", name=name, exact=True))


def values(place: Locator) -> list[str]:
    """The values that a panel or a facet's page lists, each with its count, moved in as on the page."""
    place.page.wait_for_load_state()
    found = []
    for row in place.locator(".value").all():
        depth = re.search(r"depth-(\d)", row.get_attribute("class") or "")
        text = row.locator(".toggle").inner_text()
        found.append("  " * int(depth[1] if depth else 0) + " ".join(text.split()))
    return found


def expect_articles(page: Page, number: int) -> None:
    """The headline counts so many articles."""
    expect(page.get_by_role("status")).to_have_text("1 article" if number == 1 else f"{number} articles")


def titles(page: Page) -> list[str]:
    """The titles of the results, in their order."""
    page.wait_for_load_state()
    return [text.strip() for text in page.locator(".hit h2").all_inner_texts()]
