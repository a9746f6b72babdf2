"""The publisher: as given, else as a byline names it, else the host of the article's address."""

from urllib.parse import urlsplit

import regex

from indexer.draft import Draft
from indexer.steps.step import step

BYLINES = (
    # « Publié dans Yabiladi le 30 - 01 - 2025 », "Published in The Courier on …"
    regex.compile(r"^Publi[ée]e? dans (?P<name>.{2,50}?) le \d", regex.IGNORECASE),
    regex.compile(r"^(?:Published|Posted) (?:in|by|on) (?P<name>[^,|]{2,50}?) on \S", regex.IGNORECASE),
    regex.compile(r"^Publicado en (?P<name>.{2,50}?) el \d", regex.IGNORECASE),
    regex.compile(r"^Publicado em (?P<name>\p{Lu}.{1,50}?) em \d", regex.IGNORECASE),
    regex.compile(r"^نشر(?:ت)? في (?P<name>\p{L}.{1,50}?) (?:يوم|بتاريخ|في) "),
)
COPYRIGHT = regex.compile(r"^(?:©|\(c\)|Copyright)\s*(?:\d{4})?\s*(?P<name>[^.|,]{2,50})", regex.IGNORECASE)


@step("source", needs=("margins",), fills=("source",))
def source(draft: Draft) -> None:
    """Fill ``source``, or leave None where nothing names the publisher."""
    draft.source = draft.record.source or from_margins(draft.margins) or from_url(draft.record.url)


def from_margins(margins: tuple[str, ...]) -> str | None:
    """The publisher that a byline names."""
    for pattern in (*BYLINES, COPYRIGHT):
        for line in margins:
            match = pattern.search(line)
            if match and not regex.search(r"\d{4}", match["name"]):
                return match["name"].strip()
    return None


def from_url(url: str | None) -> str | None:
    """The host of an address, without ``www.``."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
