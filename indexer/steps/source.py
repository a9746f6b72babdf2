"""The publisher: as given, else as a byline names it, else the host of the article's address."""

from urllib.parse import urlsplit

import regex

from indexer.dates import dates_in
from indexer.draft import Draft
from indexer.steps.published import LONGEST_BYLINE
from indexer.steps.step import step

BYLINES = (
    # « Publié dans Yabiladi le 30 - 01 - 2025 », "Published in The Courier on …"
    regex.compile(r"^Publi[ée]e? dans (?P<name>.{2,50}?) le \d", regex.IGNORECASE),
    regex.compile(r"^(?:Published|Posted) (?:in|by|on) (?P<name>[^,|]{2,50}?) on \S", regex.IGNORECASE),
    regex.compile(r"^Publicado en (?P<name>.{2,50}?) el \d", regex.IGNORECASE),
    regex.compile(r"^Publicado em (?P<name>\p{Lu}.{1,50}?) em \d", regex.IGNORECASE),
    regex.compile(r"^نشر(?:ت)? في (?P<name>\p{L}.{1,50}?) (?:يوم|بتاريخ|في) "),
)
# « Il Notiziario dei Porti | 10 maggio 2023 », "By Grace Wambugu, Savannah Wire, 8 September 2022"
DIVIDER = regex.compile(r"\s*[|·•,]\s*|\s+[-–—]\s+")
AUTHOR = regex.compile(
    r"^(?:by|par|por|di|da|von|door|de|redac|la redacci|staff|published|posted|publi|pubblic|veröff|updated|"
    r"mis|stand|نشر|كتب|بقلم|حرر)",
    regex.IGNORECASE,
)
LONGEST_NAME = 40
NAME = regex.compile(r"^(?:\p{Lu}|\p{Lo})[^\d]{2,}$")
COPYRIGHT = regex.compile(r"^(?:©|\(c\)|Copyright)\s*(?:\d{4})?\s*(?P<name>[^.|,]{2,50})", regex.IGNORECASE)


@step("source", needs=("margins",), fills=("source",))
def source(draft: Draft) -> None:
    """Fill ``source``, or leave None where nothing names the publisher."""
    draft.source = draft.record.source or from_margins(draft.margins) or from_url(draft.record.url)


def from_margins(margins: tuple[str, ...]) -> str | None:
    """The publisher that a byline names."""
    for line in margins:
        name = from_dated_line(line)
        if name:
            return name
    for pattern in (*BYLINES, COPYRIGHT):
        for line in margins:
            match = pattern.search(line)
            if match and not regex.search(r"\d{4}", match["name"]):
                return match["name"].strip()
    return None


def from_dated_line(line: str) -> str | None:
    """The publisher in a line of names and a date: the first that is no author, number or date."""
    dates = list(dates_in(line)) if len(line) <= LONGEST_BYLINE else []
    if not dates or any(pattern.search(line) for pattern in BYLINES):
        return None
    _, start, end = dates[0]
    pieces = DIVIDER.split(line[:start] + "|" + line[end:])
    names = [p.strip(" .,") for p in pieces if p.strip(" .,")]
    fitting = (n for n in names if len(n) <= LONGEST_NAME and NAME.match(n) and not AUTHOR.match(n))
    return next(fitting, None)


def from_url(url: str | None) -> str | None:
    """The host of an address, without ``www.``."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
