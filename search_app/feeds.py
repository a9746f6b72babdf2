"""Feeds of any search, ``/feed.atom`` and ``/feed.json``, and what browsers need to search here."""

import time
from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import blake2b
from threading import Lock
from typing import Any

from flask import Blueprint, Response, current_app, jsonify, make_response, request
from flask.blueprints import BlueprintSetupState

from search_app import atom, json_feed, opensearch
from search_app.context import engine, value_names
from search_app.feed import Feed, feed_of
from search_app.problems import InvalidParameters
from search_app.search_url import SearchState
from search_app.searching import asked_by_reader, defaults
from search_app.suggestions import suggested_texts, suggested_values

blueprint = Blueprint("feeds", __name__)

# Readers ask again after this long; news comes with loads, not with seconds. Private, as a shared cache must
# not learn what was searched.
CACHE = "private, max-age=300"
CACHE_DESCRIPTION = "public, max-age=86400"
CACHE_SUGGESTIONS = "private, max-age=60"
# Feeds whose last change is remembered: some 200 bytes each.
MOST_REMEMBERED = 2_000
CHANGES = "blotter.feed_changes"


@dataclass
class Changes:
    """When each feed was first seen as it is now.

    Articles have no time of loading, and their days of publication are no moments of change: an old article
    loaded today changes a feed. A process that starts anew remembers nothing, and readers load once more.
    """

    seen: OrderedDict[str, tuple[str, float]] = field(default_factory=OrderedDict)
    lock: Lock = field(default_factory=Lock)

    def last(self, address: str, etag: str) -> datetime:
        """The last change of the feed at an address, which has this tag now."""
        with self.lock:
            before, at = self.seen.pop(address, ("", 0.0))
            if before != etag:
                # HTTP dates have whole seconds: a second change within one must be told from the first.
                at = max(float(int(time.time())), at + 1)
            self.seen[address] = (etag, at)
            while len(self.seen) > MOST_REMEMBERED:
                self.seen.popitem(last=False)
        return datetime.fromtimestamp(at, UTC)


@blueprint.record_once
def remember(setup: BlueprintSetupState) -> None:
    """Each app remembers its own feeds."""
    setup.app.extensions[CHANGES] = Changes()


@blueprint.get("/feed.atom")
def atom_feed() -> Response:
    """A search as an Atom feed."""
    return conditional(atom.atom(asked_feed(), root()), atom.MEDIA_TYPE)


@blueprint.get("/feed.json")
def feed_as_json() -> Response:
    """A search as a JSON feed."""
    return conditional(jsonify(json_feed.json_feed(asked_feed(), root())).get_data(), json_feed.MEDIA_TYPE)


@blueprint.get("/opensearch.xml")
def description() -> Response:
    """What a browser needs to search here from its address bar."""
    response = make_response(opensearch.description(root()))
    response.mimetype = opensearch.MEDIA_TYPE
    response.headers["Cache-Control"] = CACHE_DESCRIPTION
    return response


@blueprint.get("/suggest.json")
def suggest() -> Response:
    """Suggestions in the form of browsers: what is typed, completions, what they are, their addresses."""
    state = asked_by_reader()
    rows: list[tuple[str, str, str]] = [
        (one.text, f"in {one.count:,} titles", root() + state.with_text(one.text).url())
        for one in suggested_texts(engine(), state.text)
    ]
    rows += [
        (one.label, f"{one.facet_label}, {one.count:,} articles", root() + one.url)
        for one in suggested_values(engine(), value_names(), state)
    ]
    answer: list[Any] = [state.text, *([list(column) for column in zip(*rows, strict=True)] or [[], [], []])]
    response = jsonify(answer)
    response.mimetype = opensearch.SUGGESTIONS
    response.headers["Cache-Control"] = CACHE_SUGGESTIONS
    return response


def asked_feed() -> Feed:
    """The feed of the request; raises InvalidParameters where a parameter can't be read."""
    # Every report is an entry unless ``fold`` says otherwise: a copy would push out the one already read.
    state = SearchState.read(request.args, defaults(fold=False))
    if state.problems:
        raise InvalidParameters(state.problems)
    return feed_of(engine(), state, root())


def root() -> str:
    """The address of this site, as the request has it."""
    return request.url_root.rstrip("/")


def conditional(body: bytes, media_type: str) -> Response:
    """The answer, or 304 where the reader has it already."""
    response = make_response(body)
    response.headers["Content-Type"] = f"{media_type}; charset=utf-8"
    response.headers["Cache-Control"] = CACHE
    etag = blake2b(body, digest_size=12).hexdigest()
    # Weak: a compressed answer is the same feed.
    response.set_etag(etag, weak=True)
    changes: Changes = current_app.extensions[CHANGES]
    # An address may have many thousand characters, its hash has few.
    address = blake2b(request.url.encode(), digest_size=12).hexdigest()
    response.last_modified = changes.last(address, etag)
    response.make_conditional(request)
    return response
