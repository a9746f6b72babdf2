"""The JSON API under ``/api/v1``: search, articles and facets."""

from typing import Any

from flask import Response, request
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag
from pydantic import ValidationError

from article_index.article import FACETS
from article_index.significant import significant_values
from article_index.similar import similar_articles
from search_app import api_models as models
from search_app import api_parameters as parameters
from search_app.api_json import answer, hit_json, value_json
from search_app.context import engine, value_names
from search_app.facet_listing import listing
from search_app.problems import InvalidParameters, problem
from search_app.search_url import SearchState
from search_app.searching import defaults
from search_app.suggestions import suggested_texts, suggested_values
from vocabulary import label

DESCRIPTION = (
    "Search multilingual news on crime, policing and international security cooperation, with facets for "
    "country, agency, crime type, person, language, source and date. Errors are RFC 9457 problems."
)
SEARCHING = Tag(name="Search", description="Find articles and count them.")

blueprint = APIBlueprint("api", __name__, url_prefix="/api/v1", abp_responses=models.PROBLEMS)


# -- search -----------------------------------------------------------------------------------


@blueprint.get("/search", tags=[SEARCHING], summary="Search articles", responses={200: models.SearchAnswer})
def search(query: parameters.SearchParameters) -> dict[str, Any]:  # noqa: ARG001 - documents the parameters
    """Hits, facet counts and the histogram of a search; the parameters are those of the search page."""
    return answer(asked())


def asked() -> SearchState:
    """The search of the request; raises InvalidParameters where a parameter can't be read."""
    state = SearchState.read(request.args, defaults(fold=False))
    if state.problems:
        raise InvalidParameters(state.problems)
    return state


@blueprint.get(
    "/articles/<path:article_id>",
    tags=[SEARCHING],
    summary="One article",
    responses={200: models.ArticleAnswer, 404: models.ProblemDocument},
)
def one_article(path: parameters.ArticlePath) -> dict[str, Any] | Response:
    """An article with its text, its facets and the evidence for each."""
    article = engine().get(path.article_id)
    if article is None:
        return no_article()
    return article.to_json()


def no_article() -> Response:
    return problem(404, "No article has this id.")


@blueprint.get("/facets", tags=[SEARCHING], summary="The facets", responses={200: models.FacetList})
def facets() -> dict[str, Any]:
    """The facets that there are, with the names of their parameters."""
    return {
        "facets": [
            {"name": facet.name, "label": facet.label, "field": models.FIELD_OF_FACET[facet.name]}
            for facet in FACETS.values()
        ]
    }


@blueprint.get(
    "/facets/<name>",
    tags=[SEARCHING],
    summary="One facet's counts",
    responses={200: models.FacetListing, 404: models.ProblemDocument},
)
def facet(
    path: parameters.FacetPath,
    query: parameters.FacetParameters,
) -> dict[str, Any] | Response:
    """How many articles of a search carry each value of a facet; the values can be looked for and sorted."""
    if path.name not in FACETS:
        return no_facet(path.name)
    made = listing(engine(), asked(), FACETS[path.name], query.find.strip(), query.order)
    return {
        "label": made.facet.label,
        "values": [{**value_json(row.value), "depth": row.depth} for row in made.rows],
        "found": made.found,
        "other": made.other,
        "missing": made.missing.count if made.missing else 0,
    }


@blueprint.get(
    "/facets/<name>/significant",
    tags=[SEARCHING],
    summary="What stands out",
    responses={200: models.SignificantList, 404: models.ProblemDocument},
)
def significant(
    path: parameters.FacetPath,
    query: parameters.SignificantParameters,
) -> dict[str, Any] | Response:
    """The values of a facet that are far more frequent in a search than in the whole index."""
    if path.name not in FACETS:
        return no_facet(path.name)
    values = significant_values(engine(), asked().request(), path.name, query.values)
    kind = FACETS[path.name].vocabulary
    return {"values": [{**vars(one), "label": label(kind, one.value)} for one in values]}


def no_facet(name: str) -> Response:
    return problem(404, f"There is no facet {name!r}; there are {', '.join(FACETS)}.")


@blueprint.get(
    "/articles/<path:article_id>/similar",
    tags=[SEARCHING],
    summary="Similar articles",
    responses={200: models.SimilarList, 404: models.ProblemDocument},
)
def similar(path: parameters.ArticlePath, query: parameters.SimilarParameters) -> dict[str, Any] | Response:
    """The articles most like one, its own story left out."""
    article = engine().get(path.article_id)
    if article is None:
        return no_article()
    return {"hits": [hit_json(hit) for hit in similar_articles(engine(), article, query.size)]}


@blueprint.get(
    "/suggest", tags=[SEARCHING], summary="Suggestions while typing", responses={200: models.Suggestions}
)
def suggest(query: parameters.SearchParameters) -> dict[str, Any]:  # noqa: ARG001 - documents the parameters
    """Words and facet values that go on as `q` begins."""
    state = asked()
    return {
        "words": [vars(one) for one in suggested_texts(engine(), state.text)],
        "values": [vars(one) for one in suggested_values(engine(), value_names(), state)],
    }


def validation_problem(error: ValidationError) -> Response:
    """What pydantic found wrong, as a problem that names each parameter."""
    errors = [
        {"pointer": "/" + "/".join(map(str, e["loc"])), "detail": e["msg"]}
        for e in error.errors(include_url=False, include_input=False, include_context=False)
    ]
    first = errors[0]
    return problem(400, f"{first['pointer'].strip('/') or 'The body'}: {first['detail']}.", errors)
