"""Atom 1.0 (RFC 4287), paged by RFC 5005, with the totals of OpenSearch 1.1."""

from datetime import date
from xml.etree.ElementTree import Element, SubElement, tostring

from search_app.feed import ATOM, JSON_FEED, Category, Entry, Feed
from search_app.search_url import SearchState

MEDIA_TYPE = "application/atom+xml"
NAMESPACES = {
    "xmlns": "http://www.w3.org/2005/Atom",
    "xmlns:opensearch": "http://a9.com/-/spec/opensearch/1.1/",
}
LANGUAGE = "xml:lang"


def atom(feed: Feed, root: str) -> bytes:
    """A feed as XML; ``root`` is the address of the site, without a slash at its end."""
    top = Element("feed", {**NAMESPACES, LANGUAGE: "en"})
    put(top, "id", feed.id)
    put(top, "title", feed.title)
    put(top, "updated", moment(feed.updated))
    author(top, "Blotter")
    put(top, "generator", "Blotter", uri=root + "/")
    put(top, "icon", root + "/static/favicon.svg")
    link(top, "self", MEDIA_TYPE, root, feed.own, ATOM)
    link(top, "alternate", "text/html", root, feed.search, "/")
    link(top, "alternate", "application/feed+json", root, feed.first, JSON_FEED)
    link(top, "first", MEDIA_TYPE, root, feed.first, ATOM)
    if feed.next:
        link(top, "next", MEDIA_TYPE, root, feed.next, ATOM)
    SubElement(
        top,
        "link",
        {
            "rel": "search",
            "type": "application/opensearchdescription+xml",
            "href": root + "/opensearch.xml",
        },
    )
    put(top, "opensearch:totalResults", str(feed.total))
    put(top, "opensearch:itemsPerPage", str(feed.size))
    for one in feed.entries:
        put_entry(top, one, root)
    return bytes(tostring(top, encoding="utf-8", xml_declaration=True))


def put_entry(top: Element, entry: Entry, root: str) -> None:
    """An article below its feed."""
    made = SubElement(top, "entry")
    put(made, "id", entry.id)
    text(made, "title", entry.title, entry.language)
    put(made, "updated", moment(entry.updated))
    if entry.published:
        put(made, "published", moment(entry.published))
    for name in entry.authors:
        author(made, name)
    SubElement(made, "link", {"rel": "alternate", "type": "text/html", "href": root + entry.path})
    if entry.original:
        # Where what the entry tells was taken from (RFC 4287, 4.2.7.2).
        SubElement(made, "link", {"rel": "via", "href": entry.original})
    if entry.summary:
        text(made, "summary", entry.summary, entry.language)
    for category in entry.categories:
        put_category(made, category, root)


def put_category(parent: Element, category: Category, root: str) -> None:
    """A facet's value; its scheme is the address of all values of the facet."""
    attributes = {
        "term": category.term,
        "scheme": f"{root}/facets/{category.facet}",
        "label": category.label,
    }
    SubElement(parent, "category", attributes)


def put(parent: Element, name: str, content: str, **attributes: str) -> None:
    SubElement(parent, name, attributes).text = content


def text(parent: Element, name: str, content: str, language: str) -> None:
    """A text of an article, in its language where that is known; never HTML."""
    made = SubElement(parent, name, {"type": "text", **({LANGUAGE: language} if language else {})})
    made.text = content


def author(parent: Element, name: str) -> None:
    put(SubElement(parent, "author"), "name", name)


def link(parent: Element, relation: str, media_type: str, root: str, state: SearchState, path: str) -> None:
    SubElement(parent, "link", {"rel": relation, "type": media_type, "href": root + state.url(path)})


def moment(day: date) -> str:
    """The beginning of a day (RFC 3339): articles have no hour."""
    return f"{day.isoformat()}T00:00:00Z"
