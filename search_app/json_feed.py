"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from typing import Any

from search_app.atom import moment
from search_app.feed import JSON_FEED, Entry, Feed

MEDIA_TYPE = "application/feed+json"
VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed, root: str) -> dict[str, Any]:
    """A feed as JSON values; ``root`` is the address of the site, without a slash at its end."""
    plain: dict[str, Any] = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": root + feed.search.url(),
        "feed_url": root + feed.own.url(JSON_FEED),
        "favicon": root + "/static/favicon.svg",
        "authors": [{"name": "Blotter", "url": root + "/"}],
        "language": "en",
    }
    if feed.next:
        plain["next_url"] = root + feed.next.url(JSON_FEED)
    plain["_blotter"] = {"about": root + "/help#programs", "id": feed.id, "total": feed.total}
    plain["items"] = [item(entry, root) for entry in feed.entries]
    return plain


def item(entry: Entry, root: str) -> dict[str, Any]:
    """An article; what an extension adds tells the facets of its tags apart."""
    plain: dict[str, Any] = {"id": entry.id, "url": root + entry.path}
    if entry.original:
        plain["external_url"] = entry.original
    plain["title"] = entry.title
    # The specification wants a content; the article itself stays with its publisher.
    plain["content_text"] = entry.summary or entry.title
    if entry.summary:
        plain["summary"] = entry.summary
    if entry.published:
        plain["date_published"] = moment(entry.published)
    if entry.authors:
        plain["authors"] = [{"name": name} for name in entry.authors]
    plain["tags"] = list(dict.fromkeys(category.label for category in entry.categories))
    if entry.language:
        plain["language"] = entry.language
    plain["_blotter"] = {
        "facets": [
            {
                "facet": one.facet,
                "value": one.term,
                "label": one.label,
                "scheme": f"{root}/facets/{one.facet}",
            }
            for one in entry.categories
        ]
    }
    return plain
