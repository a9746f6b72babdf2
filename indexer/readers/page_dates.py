"""The day of publication that a web page tells: in its metadata, its address, or beside its headline.

Never a date out of the text, and never that of the clock that many newspapers have above their pages.
What a page says of itself is taken in the order of its worth: JSON-LD (schema.org), ``meta`` of the
article, the address, ``time`` elements, the lines below the headline.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import orjson
import regex

from indexer.dates import DIGITS, metadata_date
from indexer.steps.published import byline_date, plausible

if TYPE_CHECKING:
    from lxml.html import HtmlElement

DATE_PUBLISHED = regex.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')
# schema.org: what is an article, what only holds one; a comment or a film on the page is neither.
ARTICLE_TYPE = regex.compile(r"(?:Article|Posting|Report|Review)$")
PAGE_TYPE = regex.compile(r"(?:Page|Thing|CreativeWork)$")
# Graphs of JSON-LD are shallow; so deep is what was made to break readers.
DEEPEST = 20
META = frozenset({
    "article:published_time", "og:published_time", "og:article:published_time", "article:published",
    "article:post_date", "article.published", "datepublished", "date.issued", "dc.date", "dc.date.issued",
    "dc.date.created", "dcterms.date", "dcterms.issued", "dcterms.created", "sailthru.date",
    "parsely-pub-date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date",
    "publication-date", "published_at", "published", "cxenseparse:recs:publishtime", "rnews:datepublished",
    "originalpublicationdate", "bt:pubdate", "citation_publication_date", "citation_date",
    "article_date_original", "release_date", "date_published", "date",
})  # fmt: skip
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()  # noqa: SIM905
ADDRESS = regex.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)(?:(?P<mark>[/_-])(?P<month>[01]?\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"(?P=mark)(?P<day>[0-3]?\d)|(?P<month>[01]\d)(?P<day>[0-3]\d))(?!\d)"
)
PUBLISHED_CLASS = regex.compile(
    r"publi|entry-date|post-?date|pubdate|date-?created|article-?date|timestamp", regex.IGNORECASE
)
# Other articles, comments and menus have dates of their own.
ELSEWHERE = regex.compile(
    r"comment|related|sidebar|footer|widget|recommend|teaser|\bnav-?(?:bar|igation)|menu|popular|latest",
    regex.IGNORECASE,
)
# A moment in UTC, and the hours in which it is still yesterday in America, or tomorrow in Asia already.
UTC = regex.compile(r"T(\d\d):\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]00:?00)$", regex.IGNORECASE)
WEST, EAST = 9, 12
# In all of the Americas it is yesterday in these first hours of a day of UTC; midnight sharp is a day without
# an hour. Countries by ISO 3166.
AMERICAN_NIGHT = 3
MIDNIGHT = regex.compile(r"T00:00:00")
AMERICAS = frozenset("US CA MX GT HN SV NI CR PA CO VE EC PE BO CL AR UY PY BR CU DO PR".split())  # noqa: SIM905
LOCALE = regex.compile(r"[a-z]{2}[-_]([A-Z]{2})\b")
# A script that writes a date where it stands: showDate("2020/04/17 01:43:09").
WRITTEN = regex.compile(
    r"""^\s*[\w.$]+\(\s*["'](\d{4}[-/]\d{1,2}[-/]\d{1,2})[^"']{0,30}["'][^)]{0,40}\);?\s*$"""
)
DAY = timedelta(days=1)
# A byline stands so many short lines below its headline.
BYLINE_LINES = 25
PROSE = 200


def page_date(tree: "HtmlElement") -> str | None:
    """The day as ISO 8601, or None where the page does not tell."""
    for given in (*json_ld(tree), *meta(tree)):
        day = plausible(metadata_date(given[:40]))
        if day:
            return local_day(tree, given, day).isoformat()
    shown = first(plausible(one) for days in (address, time_elements, below_headline) for one in days(tree))
    return shown.isoformat() if shown else None


def local_day(tree: "HtmlElement", given: str, day: date) -> date:
    """The newspaper's own day where metadata give that of UTC: its address or byline tells of a neighbour."""
    moment = UTC.search(given)
    if not moment:
        return day
    hour = int(moment[1])
    neighbour = day - DAY if hour < WEST else day + DAY if hour >= EAST else None
    told = [one for days in (address, time_elements, below_headline) for one in days(tree) if one]
    if neighbour and told[:1] == [neighbour]:
        return neighbour
    american = hour < AMERICAN_NIGHT and not MIDNIGHT.search(given) and spoken_in(tree) in AMERICAS
    return day - DAY if american and day not in told else day


def spoken_in(tree: "HtmlElement") -> str | None:
    """The country in the page's own locale: ``en_US``, ``pt-BR``."""
    locales = [meta.get("content") for meta in tree.iter("meta") if meta.get("property") == "og:locale"]
    locales += [html.get("lang") for html in tree.iter("html")]
    found = (LOCALE.search(locale) for locale in locales if locale)
    return next((match[1] for match in found if match), None)


def first(days: Iterator[date | None]) -> date | None:
    return next((day for day in days if day), None)


def json_ld(tree: "HtmlElement") -> Iterator[str]:
    ranked: list[tuple[int, str]] = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        text = script.text or ""
        try:
            ranked += dated(orjson.loads(text.strip()), 0)
        except orjson.JSONDecodeError:
            ranked += [(1, given) for given in DATE_PUBLISHED.findall(text)[:1]]
    for _, given in sorted(ranked, key=lambda one: one[0]):
        yield given


def dated(plain: Any, depth: int) -> Iterator[tuple[int, str]]:
    """The dates of publication in a graph, those of articles ranked 0, those of pages 1."""
    if depth > DEEPEST:
        return
    if isinstance(plain, list):
        for one in plain:
            yield from dated(one, depth + 1)
    elif isinstance(plain, dict):
        given, kind = plain.get("datePublished"), plain.get("@type")
        kinds = [str(one) for one in (kind if isinstance(kind, list) else [kind])]
        if isinstance(given, str):
            if any(ARTICLE_TYPE.search(one) for one in kinds):
                yield 0, given
            elif any(PAGE_TYPE.search(one) for one in kinds):
                yield 1, given
        for one in plain.values():
            if isinstance(one, dict | list):
                yield from dated(one, depth + 1)


def meta(tree: "HtmlElement") -> Iterator[str]:
    for element in tree.iter("meta"):
        names = (element.get("property"), element.get("name"), element.get("itemprop"))
        if any(name and name.strip().lower() in META for name in names):
            yield element.get("content") or ""


def address(tree: "HtmlElement") -> Iterator[date | None]:
    """A day in the page's own address: /2020/05/12/, /2020/may/12/, -20200512."""
    links = (link.get("href") for link in tree.iter("link") if link.get("rel") == "canonical")
    metas = (meta.get("content") for meta in tree.iter("meta") if meta.get("property") == "og:url")
    given = next((one for one in (*links, *metas) if one), "")
    for match in ADDRESS.finditer(given.lower()[:2000]):
        month = match["month"]
        number = MONTHS.index(month) + 1 if month in MONTHS else int(month)
        try:
            yield date(int(match["year"]), number, int(match["day"]))
        except ValueError:
            continue


def time_elements(tree: "HtmlElement") -> Iterator[date | None]:
    """Elements marked as the time of publication, outside of comments and lists of other articles."""
    certain, likely = list[date | None](), list[date | None]()
    for element in tree.iter("time", "abbr", "span", "div", "p"):
        marked = (
            "datepublished" in (element.get("itemprop") or "").lower() or element.get("pubdate") is not None
        )
        by_class = PUBLISHED_CLASS.search(names_of(element))
        if not (marked or element.tag == "time" or by_class) or elsewhere(element):
            continue
        given = element.get("datetime") or element.get("content") or element.get("title")
        text = given or " ".join(element.itertext())
        if len(text) > PROSE:
            continue
        day = metadata_date(text[:40]) if given else byline_date(" ".join(text.split()))
        (certain if marked or by_class else likely).append(day)
    yield from certain
    yield from likely
    # What a script writes where it stands, once: a forum writes one for each of its comments.
    written = [found for one in tree.iter("script") if (found := WRITTEN.match((one.text or "")[:PROSE]))]
    if len(written) == 1:
        yield metadata_date(written[0][1].replace("/", "-"))


def days_elsewhere(tree: "HtmlElement") -> set[str]:
    """The days, as ISO 8601, of comments and of other articles."""
    times = (element for element in tree.iter("time") if elsewhere(element))
    found = (metadata_date((time.get("datetime") or time.text_content())[:40]) for time in times)
    return {day.isoformat() for day in found if day}


def elsewhere(element: "HtmlElement") -> bool:
    """Whether an element stands in another part of the page than the article."""
    for depth, above in enumerate(element.iterancestors()):
        if above.tag in ("aside", "nav", "footer") or depth > DEEPEST * 5:
            return True
        if above.tag not in ("body", "html") and ELSEWHERE.search(names_of(above)):
            return True
    return False


def names_of(element: "HtmlElement") -> str:
    """An element's class and id."""
    return f"{element.get('class') or ''} {element.get('id') or ''}"


def below_headline(tree: "HtmlElement") -> Iterator[date | None]:
    """The dates of the short lines that follow the headline."""
    left = 0
    for element in tree.iter():
        if element.tag == "h1":
            left = BYLINE_LINES
        # A headline tells of its story's days, not of its own.
        own = element.tag not in ("h1", "script", "style")
        for text in (element.text if own else "", element.tail):
            line = " ".join(text.split()) if left and text else ""
            if line:
                left -= 1
                day = byline_date(line.translate(DIGITS)) if len(line) <= PROSE else None
                if day and not elsewhere(element):
                    yield day
