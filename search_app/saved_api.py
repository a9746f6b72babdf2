"""Saved searches in the JSON API."""

import re
from typing import Any

from flask import Response, make_response, request
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag

from search_app import api_models as models
from search_app import api_parameters as parameters
from search_app.api_json import answer, saved_json
from search_app.context import saved_searches
from search_app.problems import problem
from search_app.saved_searches import ChangedMeanwhile
from search_app.tables import SavedSearch

blueprint = APIBlueprint("saved_api", __name__, url_prefix="/api/v1", abp_responses=models.PROBLEMS)
# A version as we write it in an ETag.
VERSION = re.compile(r"[0-9]{1,18}")
SAVING = Tag(name="Saved searches", description="Searches to come back to.")


@blueprint.post(
    "/saved-searches", tags=[SAVING], summary="Save a search", responses={201: models.SavedSearchAnswer}
)
def create_saved(body: parameters.NewSavedSearch) -> Response:
    """Save a search under a name; ``search`` is what stands behind ``?`` in the search page's address."""
    saved = saved_searches().create(body.name, body.search, body.note)
    response = saved_response(saved, 201)
    response.headers["Location"] = f"/api/v1/saved-searches/{saved.id}"
    return response


@blueprint.get(
    "/saved-searches", tags=[SAVING], summary="List saved searches", responses={200: models.SavedSearchList}
)
def list_saved(query: parameters.PageParameters) -> dict[str, Any]:
    """Saved searches, the newest first."""
    listed, total = saved_searches().all(limit=query.size, offset=query.offset)
    return {"total": total, "saved_searches": [saved_json(saved) for saved in listed]}


GONE: dict[Any, Any] = {404: models.ProblemDocument, 412: models.ProblemDocument}
ONE: dict[Any, Any] = {200: models.SavedSearchAnswer, **GONE}


@blueprint.get("/saved-searches/<saved_id>", tags=[SAVING], summary="Read a saved search", responses=ONE)
def read_saved(path: parameters.SavedSearchPath) -> Response:
    """One saved search, with its version as ETag."""
    saved = saved_searches().get(path.saved_id)
    return saved_response(saved) if saved else not_saved()


@blueprint.patch("/saved-searches/<saved_id>", tags=[SAVING], summary="Change a saved search", responses=ONE)
def change_saved(path: parameters.SavedSearchPath, body: parameters.SavedSearchChange) -> Response:
    """Change what is given; with If-Match only where nobody changed it meanwhile."""
    changes = body.model_dump(exclude_unset=True)
    try:
        saved = saved_searches().change(path.saved_id, **changes, version=expected_version())
    except ChangedMeanwhile:
        return problem(412, "The saved search was changed meanwhile: read it again.")
    return saved_response(saved) if saved else not_saved()


@blueprint.delete(
    "/saved-searches/<saved_id>",
    tags=[SAVING],
    summary="Delete a saved search",
    responses={204: None, **GONE},
)
def delete_saved(path: parameters.SavedSearchPath) -> Response:
    """Delete a saved search; with If-Match only where nobody changed it meanwhile."""
    try:
        deleted = saved_searches().delete(path.saved_id, expected_version())
    except ChangedMeanwhile:
        return problem(412, "The saved search was changed meanwhile: read it again.")
    return make_response("", 204) if deleted else not_saved()


@blueprint.get(
    "/saved-searches/<saved_id>/results",
    tags=[SAVING],
    summary="Run a saved search",
    responses={200: models.SearchAnswer, 404: models.ProblemDocument},
)
def run_saved(path: parameters.SavedSearchPath, query: parameters.RunParameters) -> dict[str, Any] | Response:
    """The search's results now, as ``/search`` gives them."""
    saved = saved_searches().get(path.saved_id)
    if saved is None:
        return not_saved()
    return answer(saved.state.with_after(query.after))


def not_saved() -> Response:
    return problem(404, "There is no saved search with this id.")


def saved_response(saved: SavedSearch, status: int = 200) -> Response:
    response = make_response(saved_json(saved), status)
    response.set_etag(str(saved.version))
    return response


def expected_version() -> int | None:
    """The version that If-Match names; None where there is no such header; -1 where it can't match."""
    if not request.if_match or request.if_match.star_tag:
        return None
    tags = request.if_match.as_set()
    tag = next(iter(tags)) if len(tags) == 1 else ""
    return int(tag) if VERSION.fullmatch(tag) else -1
