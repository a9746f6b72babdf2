"""``create_app``: puts engine, database, pages and API together."""

import secrets
from typing import Any

from flask import Response, request
from flask.json.provider import DefaultJSONProvider
from flask_compress import Compress
from flask_openapi3.models.info import Info
from flask_openapi3.openapi import OpenAPI
from flask_wtf.csrf import CSRFProtect

from article_index.engine import Engine
from search_app import api, api_docs, feeds, pages, problems, saved_api
from search_app.assets import FOREVER, asset_url, folder
from search_app.context import ENGINE, SAVED_SEARCHES, VALUE_NAMES
from search_app.saved_searches import SavedSearches
from search_app.search_url import ALL_WORDS
from search_app.searching import MATCH
from search_app.suggestions import ValueNames

# The largest body a form or an API call may send; a saved search is some kilobytes.
LARGEST_BODY = 1_000_000
# Nothing is loaded from elsewhere and nothing inline runs, whatever an article contains.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'"
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    # Publishers must not learn what was searched when a reader follows a link to them.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


class Json(DefaultJSONProvider):
    """Flask's JSON; what nests too deep is no JSON, instead of a failure."""

    sort_keys = False  # the order of the documents is ours

    def loads(self, s: str | bytes, **kwargs: Any) -> Any:
        try:
            return super().loads(s, **kwargs)
        except RecursionError as error:
            raise ValueError("The body nests too deep.") from error


def create_app(
    engine: Engine, saved_searches: SavedSearches, *, secret_key: str | None = None, match: str = ALL_WORDS
) -> OpenAPI:
    """The web application over an engine and a database.

    ``match`` says whether ``all`` words of a query must be there or ``any`` is enough. ``secret_key`` signs
    the sessions that protect forms; several processes need the same one. Without it a new one is made, and
    forms open over a restart have to be loaded again.
    """
    app = OpenAPI(
        __name__,
        info=Info(title="Blotter", version="1", description=api.DESCRIPTION),
        validation_error_callback=api.validation_problem,
        doc_ui=False,
        template_folder=str(folder("templates")),
        static_folder=str(folder("static")),
        static_url_path="/static",
    )
    app.config.update(
        {MATCH: match},
        SECRET_KEY=secret_key or secrets.token_hex(32),
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_HTTPONLY=True,
        MAX_CONTENT_LENGTH=LARGEST_BODY,
        WTF_CSRF_TIME_LIMIT=None,
        COMPRESS_MIN_SIZE=500,
    )
    app.json = Json(app)
    # An article's id may be an address, with its two slashes.
    app.url_map.merge_slashes = False
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(asset_url=asset_url)
    app.jinja_env.filters["number"] = "{:,}".format
    app.extensions[ENGINE] = engine
    app.extensions[SAVED_SEARCHES] = saved_searches
    app.extensions[VALUE_NAMES] = ValueNames()
    csrf = CSRFProtect(app)
    Compress(app)
    problems.register(app)
    app.register_blueprint(pages.blueprint)
    app.register_blueprint(feeds.blueprint)
    app.register_api(api.blueprint)
    app.register_api(saved_api.blueprint)
    # Other sites can't send JSON here without asking first, which nothing allows.
    csrf.exempt(api.blueprint)
    csrf.exempt(saved_api.blueprint)
    app.register_blueprint(api_docs.blueprint)
    app.after_request(with_headers)
    return app


def with_headers(response: Response) -> Response:
    """Security headers on everything, and how long static files keep."""
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if request.path.startswith("/static/"):
        # Read whole (they are small), so that Flask-Compress, which comes next, leaves no file open.
        response.direct_passthrough = False
        response.make_sequence()
        if request.args.get("v"):
            response.headers["Cache-Control"] = FOREVER
    return response
