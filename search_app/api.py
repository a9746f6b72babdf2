"""The JSON API under ``/api/v1``: search, articles, facets and saved searches."""

from typing import Any

from flask import Response, make_response, request
from flask_openapi3.blueprint import APIBlueprint
from flask_openapi3.models.tag import Tag
from pydantic import ValidationError

from article_index.article import FACETS, Article
from article_index.highlighter import marked_html
from article_index.search import Histogram, Hit, SearchPage
from article_index.significant import significant_values
from article_index.similar import similar_articles
from search_app import api_models as models
from search_app.context import engine, saved_searches, value_names
from search_app.explanation import explained, meant, offers, parts_of
from search_app.facet_listing import listing
from search_app.facet_panels import FacetPanel, panel
from search_app.facet_values import FacetValue
from search_app.problems import InvalidParameters, problem
from search_app.saved_searches import ChangedMeanwhile, SavedSearch
from search_app.search_url import SearchState
from search_app.searching import defaults, found
from search_app.suggestions import suggested_texts, suggested_values
from vocabulary import label

DESCRIPTION = (
    "Search multilingual news on crime, policing and international security cooperation, with facets for "
    "country, agency, crime type, person, language, source and date. Errors are RFC 9457 problems."
)
SEARCHING = Tag(name="Search", description="Find articles and count them.")
SAVING = Tag(name="Saved searches", description="Searches to come back to.")
PROBLEMS: dict[Any, Any] = {400: models.ProblemDocument, 503: models.ProblemDocument}

blueprint = APIBlueprint("api", __name__, url_prefix="/api/v1", abp_responses=PROBLEMS)


# -- search -----------------------------------------------------------------------------------


@blueprint.get("/search", tags=[SEARCHING], summary="Search articles", responses={200: models.SearchAnswer})
def search(query: models.SearchParameters) -> dict[str, Any]:  # noqa: ARG001 - documents the parameters
    """Hits, facet counts and the histogram of a search; the parameters are those of the search page."""
    return answer(asked())


def asked() -> SearchState:
    """The search of the request; raises InvalidParameters where a parameter can't be read."""
    state = SearchState.read(request.args, defaults(fold=False))
    if state.problems:
        raise InvalidParameters(state.problems)
    return state


def answer(state: SearchState) -> dict[str, Any]:
    """A search page as the API gives it."""
    page = found(engine(), state)
    return {
        "query": query_json(state, page),
        "total": {"value": page.total, "exact": True},
        "took_ms": round(page.took_ms, 2),
        "hits": [hit_json(hit) for hit in page.hits],
        "facets": facets_json(state, page),
        "histogram": histogram_json(page.histogram),
        "next": page.next,
    }


def query_json(state: SearchState, page: SearchPage) -> dict[str, Any]:
    """How a query was read; where it finds nothing, which parts are at fault and what may be meant."""
    parsed = state.parsed
    nothing = not page.total and not state.is_empty
    suggested = meant(engine(), state) if nothing and state.text else None
    return {
        "text": state.text,
        "parsed": str(parsed.node),
        "explained": explained(parsed.node),
        "complaints": [vars(complaint) for complaint in parsed.complaints],
        "concepts": [
            {
                "facet": one.facet,
                "value": one.value,
                "label": one.label,
                "named": one.named,
                "count": one.count,
            }
            for one in (offers(engine(), state) if state.text and not state.after else ())
        ],
        "did_you_mean": {"q": suggested.state.text, "count": suggested.count} if suggested else None,
        "without": [
            {
                "part": part.text,
                "alone": part.count_alone,
                "count": part.count,
                "search": part.without.url("").removeprefix("?"),
            }
            for part in (parts_of(engine(), state) if nothing else ())
        ],
    }


def hit_json(hit: Hit) -> dict[str, Any]:
    article = hit.article
    plain: dict[str, Any] = {
        "id": article.id,
        "url": article.url,
        "title": article.title,
        "source": article.source,
        "language": article.language,
        "published": article.published.isoformat() if article.published else None,
        "score": hit.score,
    }
    for name in ("country", "about", "agency", "crime_type", "person"):
        plain[models.FIELD_OF_FACET[name]] = labelled(article, name)
    plain["highlights"] = {
        "title": marked_html(hit.title),
        "body": [marked_html(fragment) for fragment in hit.fragments],
    }
    plain["story"] = article.story
    plain["others"] = hit.others
    return plain


def labelled(article: Article, facet: str) -> list[dict[str, str]]:
    kind = FACETS[facet].vocabulary
    values = article.values(models.FIELD_OF_FACET[facet])
    return [{"value": value, "label": label(kind, value)} for value in values]


def facets_json(state: SearchState, page: SearchPage) -> dict[str, Any]:
    return {
        name: panel_json(panel(state, FACETS[name], counts, "en")) for name, counts in page.facets.items()
    }


def panel_json(made: FacetPanel) -> dict[str, Any]:
    return {
        "label": made.label,
        "values": [value_json(value) for value in made.values],
        "other": made.other,
        "missing": made.missing.count if made.missing else 0,
    }


def value_json(value: FacetValue) -> dict[str, Any]:
    return {
        "value": value.value,
        "label": value.label,
        "count": value.count,
        "selected": value.selected,
        "parent": value.parent,
    }


def histogram_json(histogram: Histogram | None) -> dict[str, Any] | None:
    if histogram is None:
        return None
    buckets = [
        {"from": bar.start.isoformat(), "to": bar.end.isoformat(), "count": bar.count}
        for bar in histogram.bars
    ]
    return {"interval": histogram.interval, "buckets": buckets, "undated": histogram.undated}


@blueprint.get(
    "/articles/<path:article_id>",
    tags=[SEARCHING],
    summary="One article",
    responses={200: models.ArticleAnswer, 404: models.ProblemDocument},
)
def one_article(path: models.ArticlePath) -> dict[str, Any] | Response:
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
    path: models.FacetPath,
    query: models.FacetParameters,
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
    path: models.FacetPath,
    query: models.SignificantParameters,
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
def similar(path: models.ArticlePath, query: models.SimilarParameters) -> dict[str, Any] | Response:
    """The articles most like one, its own story left out."""
    article = engine().get(path.article_id)
    if article is None:
        return no_article()
    return {"hits": [hit_json(hit) for hit in similar_articles(engine(), article, query.size)]}


@blueprint.get(
    "/suggest", tags=[SEARCHING], summary="Suggestions while typing", responses={200: models.Suggestions}
)
def suggest(query: models.SearchParameters) -> dict[str, Any]:  # noqa: ARG001 - documents the parameters
    """Words and facet values that go on as `q` begins."""
    state = asked()
    return {
        "words": [vars(one) for one in suggested_texts(engine(), state.text)],
        "values": [vars(one) for one in suggested_values(engine(), value_names(), state)],
    }


# -- saved searches ---------------------------------------------------------------------------


@blueprint.post(
    "/saved-searches", tags=[SAVING], summary="Save a search", responses={201: models.SavedSearchAnswer}
)
def create_saved(body: models.NewSavedSearch) -> Response:
    """Save a search under a name; ``search`` is what stands behind ``?`` in the search page's address."""
    saved = saved_searches().create(body.name, body.search, body.note)
    response = saved_response(saved, 201)
    response.headers["Location"] = f"/api/v1/saved-searches/{saved.id}"
    return response


@blueprint.get(
    "/saved-searches", tags=[SAVING], summary="List saved searches", responses={200: models.SavedSearchList}
)
def list_saved(query: models.PageParameters) -> dict[str, Any]:
    """Saved searches, the newest first."""
    listed, total = saved_searches().all(limit=query.size, offset=query.offset)
    return {"total": total, "saved_searches": [saved_json(saved) for saved in listed]}


GONE: dict[Any, Any] = {404: models.ProblemDocument, 412: models.ProblemDocument}
ONE: dict[Any, Any] = {200: models.SavedSearchAnswer, **GONE}


@blueprint.get("/saved-searches/<saved_id>", tags=[SAVING], summary="Read a saved search", responses=ONE)
def read_saved(path: models.SavedSearchPath) -> Response:
    """One saved search, with its version as ETag."""
    saved = saved_searches().get(path.saved_id)
    return saved_response(saved) if saved else not_saved()


@blueprint.patch("/saved-searches/<saved_id>", tags=[SAVING], summary="Change a saved search", responses=ONE)
def change_saved(path: models.SavedSearchPath, body: models.SavedSearchChange) -> Response:
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
def delete_saved(path: models.SavedSearchPath) -> Response:
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
def run_saved(path: models.SavedSearchPath, query: models.RunParameters) -> dict[str, Any] | Response:
    """The search's results now, as ``/search`` gives them."""
    saved = saved_searches().get(path.saved_id)
    if saved is None:
        return not_saved()
    return answer(saved.state.with_after(query.after))


def not_saved() -> Response:
    return problem(404, "There is no saved search with this id.")


def saved_json(saved: SavedSearch) -> dict[str, Any]:
    return {
        "id": saved.id,
        "name": saved.name,
        "note": saved.note,
        "search": saved.search,
        "url": saved.state.url(),
        "created": saved.created.isoformat(),
        "changed": saved.changed.isoformat(),
    }


def saved_response(saved: SavedSearch, status: int = 200) -> Response:
    response = make_response(saved_json(saved), status)
    response.set_etag(str(saved.version))
    return response


def expected_version() -> int | None:
    """The version that If-Match names; None where there is no such header; -1 where it can't match."""
    if not request.if_match or request.if_match.star_tag:
        return None
    tags = request.if_match.as_set()
    return int(next(iter(tags))) if len(tags) == 1 and next(iter(tags)).isdigit() else -1


def validation_problem(error: ValidationError) -> Response:
    """What pydantic found wrong, as a problem that names each parameter."""
    errors = [
        {"pointer": "/" + "/".join(map(str, e["loc"])), "detail": e["msg"]}
        for e in error.errors(include_url=False, include_input=False, include_context=False)
    ]
    first = errors[0]
    return problem(400, f"{first['pointer'].strip('/') or 'The body'}: {first['detail']}.", errors)
