"""The pages: search, one article, saved searches, help, and what monitors ask."""

from typing import Any

from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    jsonify,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.wrappers import Response as AnyResponse

from article_index.article import FACETS
from article_index.search import SearchPage, Sort
from search_app.context import engine, saved_searches
from search_app.evidence import kinds, pieces
from search_app.facet_panels import chips, panels
from search_app.help_topics import help_topics
from search_app.result_views import (
    article_facets,
    date_text,
    direction,
    hit_view,
    other_reports,
    web_address,
)
from search_app.saved_searches import LONGEST_NAME, LONGEST_NOTE, LONGEST_SEARCH
from search_app.search_url import SearchState
from search_app.timeline import timeline
from vocabulary import label

blueprint = Blueprint("pages", __name__)


@blueprint.get("/")
def search() -> str:
    """The search page: results, facets, the histogram."""
    state = SearchState.read(request.args)
    page = engine().search(state.request())
    return render_template("search.html", **search_context(state, page))


def search_context(state: SearchState, page: SearchPage) -> dict[str, Any]:
    """What ``search.html`` shows."""
    parsed = state.parsed()
    return {
        "state": state,
        "complaints": [complaint.message for complaint in parsed.complaints],
        "problems": state.problems,
        "total": page.total,
        "took_ms": page.took_ms,
        "hits": [hit_view(hit, state) for hit in page.hits],
        "panels": panels(state, page),
        "chips": chips(state),
        "timeline": timeline(page.histogram, state),
        "sorts": [(sort, state.with_sort(sort).url(), sort is state.sort) for sort in Sort],
        "next_url": state.with_after(page.next).url() if page.next else None,
        "first_url": state.with_after(None).url() if state.after else None,
        # What is left where nothing is found: the words without the choices, the choices without the words.
        "clear_url": SearchState(text=state.text, sort=state.sort).url(),
        "wordless_url": state.with_text("").url(),
        "index_empty": not page.total and state.is_empty,
        "saved_search": state.with_after(None).url(""),
        "suggested_name": suggested_name(state)[:LONGEST_NAME],
        "longest_name": LONGEST_NAME,
    }


def suggested_name(state: SearchState) -> str:
    """A name for a saved search that says what it asks for."""
    return ", ".join(filter(None, (state.text, *(chip.text for chip in chips(state)))))


@blueprint.get("/articles/<path:article_id>")
def article(article_id: str) -> str:
    """One article with its evidence."""
    found = engine().get(article_id)
    if found is None:
        abort(404, "No article has this id. It may have been removed from the index.")
    back = SearchState.read(request.args)
    return render_template(
        "article.html",
        article=found,
        title=[piece for paragraph in pieces(found, "title") for piece in paragraph],
        paragraphs=pieces(found, "body"),
        kinds=kinds(found),
        facets=article_facets(found),
        published_text=date_text(found.published),
        language_label=label("languages", found.language) if found.language else "",
        direction=direction(found.language),
        original_url=web_address(found.url),
        reports=other_reports(engine(), found),
        state=back,
        back_url=back.url(),
        has_search=not back.is_empty,
    )


@blueprint.get("/saved")
def saved() -> str:
    """The saved searches."""
    found, total = saved_searches().all(limit=500)
    rows = [(one, one.state.url(), chips(one.state)) for one in found]
    return render_template("saved.html", rows=rows, total=total, date_text=date_text)


@blueprint.post("/saved")
def save() -> AnyResponse:
    """Save a search from the form on the search page."""
    name = request.form.get("name", "").strip()
    search = request.form.get("search", "")
    note = request.form.get("note", "").strip()
    if not name or len(name) > LONGEST_NAME or len(note) > LONGEST_NOTE or len(search) > LONGEST_SEARCH:
        abort(400, f"A saved search needs a name of at most {LONGEST_NAME} characters.")
    made = saved_searches().create(name, search, note)
    # The list marks the new one where the address points to it.
    return redirect(url_for("pages.saved", _anchor=f"search-{made.id}"), 303)


@blueprint.post("/saved/<saved_id>/delete")
def delete_saved(saved_id: str) -> AnyResponse:
    """Delete a saved search from the form beside it."""
    saved_searches().delete(saved_id)
    return redirect(url_for("pages.saved"), 303)


@blueprint.get("/help")
def help_page() -> str:
    """How to search."""
    return render_template("help.html", topics=help_topics(), facets=FACETS.values())


@blueprint.get("/healthz")
def healthz() -> Response:
    """Alive: the process answers."""
    return jsonify({"status": "alive"})


@blueprint.get("/readyz")
def readyz() -> tuple[Response, int]:
    """Ready: the engine answers a search and the database a question."""
    health = engine().health()
    saved_searches().all(limit=1)
    body = {
        "status": "ready" if health.ready else "not ready",
        "engine": health.engine,
        "articles": health.articles,
    }
    if not health.ready:
        current_app.logger.warning("not ready: %s", health.detail)
    return jsonify(body), 200 if health.ready else 503
