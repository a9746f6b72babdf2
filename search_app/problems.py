"""What goes wrong, told to people as a page and to programs as ``application/problem+json`` (RFC 9457)."""

from http import HTTPStatus
from typing import Any

from flask import Flask, Response, current_app, jsonify, make_response, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from article_index.cursor import BadCursor
from article_index.engine import EngineError, EngineUnavailable
from search_app.database import DatabaseUnavailable
from search_app.search_url import Problem

# Beginnings of the addresses that programs ask.
PROGRAMS = ("/api/", "/feed.")
MEDIA_TYPE = "application/problem+json"


class InvalidParameters(Exception):
    """An API call with parameters that can't be read."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(" ".join(problem.message for problem in problems))
        self.problems = problems


def problem(
    status: int, detail: str, errors: list[dict[str, Any]] | None = None, headers: Any = None
) -> Response:
    """A problem document."""
    body = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    body["instance"] = request.full_path.rstrip("?")
    if errors:
        body["errors"] = errors
    response = jsonify(body)
    response.status_code = status
    response.headers.extend(headers or {})
    response.mimetype = MEDIA_TYPE
    return response


def wants_problem() -> bool:
    """Whether the request is a program's."""
    return request.path.startswith(PROGRAMS)


def told(status: int, title: str, detail: str, headers: Any = None) -> Response:
    """The same news as a page or as a problem, whichever the request wants."""
    if wants_problem():
        return problem(status, detail, headers=headers)
    page = render_template("problem.html", title=title, detail=detail, status=status)
    response = make_response(page, status)
    response.headers.extend(headers or {})
    return response


def register(app: Flask) -> None:
    """Let the app answer every failure in words."""
    app.register_error_handler(InvalidParameters, invalid_parameters)
    app.register_error_handler(BadCursor, bad_cursor)
    app.register_error_handler(EngineUnavailable, engine_unavailable)
    app.register_error_handler(EngineError, engine_failed)
    app.register_error_handler(DatabaseUnavailable, database_unavailable)
    app.register_error_handler(HTTPException, http_error)


def invalid_parameters(error: InvalidParameters) -> Response:
    errors = [{"parameter": p.parameter, "detail": p.message} for p in error.problems]
    return problem(400, str(error), errors)


def bad_cursor(error: BadCursor) -> Response:
    if wants_problem():
        return problem(400, str(error), [{"parameter": "after", "detail": str(error)}])
    return told(400, "This page of results is gone", "Search again to start from the first page.")


def engine_unavailable(error: EngineUnavailable) -> Response:
    current_app.logger.warning("engine unavailable: %s", error)
    return told(
        503,
        "The search engine does not answer",
        "It may be starting or under repair. Nothing is lost; try again in a few seconds.",
        {"Retry-After": str(error.retry_after)},
    )


def engine_failed(error: EngineError) -> Response:
    current_app.logger.error("engine failed: %s", error)
    return told(
        503,
        "The search engine failed",
        "The operator's log says why. Try again later.",
        {"Retry-After": "60"},
    )


def database_unavailable(error: DatabaseUnavailable) -> Response:
    current_app.logger.error("database unavailable: %s", error)
    return told(
        503,
        "Saved searches can't be reached",
        "Their database does not answer. Searching works; try again in a few seconds.",
        {"Retry-After": str(error.retry_after)},
    )


def http_error(error: HTTPException) -> Response:
    status = error.code or 500
    titles = {404: "There is nothing at this address", 400: "The request can't be read"}
    headers = {k: v for k, v in error.get_headers() if k in {"Allow", "Retry-After", "Location"}}
    if status < 400:
        return make_response(error.get_response())
    detail = error.description or HTTPStatus(status).phrase
    if isinstance(error, CSRFError):
        detail = "The form was too old or not ours. Go back, load the page again and send it once more."
    return told(status, titles.get(status, HTTPStatus(status).phrase), detail, headers)
