"""The pages: search, one article, saved searches, help, and what monitors ask."""

from typing import Any

from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    jsonify,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from werkzeug.wrappers import Response as AnyResponse

from article_index.article import FACETS
from article_index.concept_words import named_concepts
from article_index.query import And, Everything, Word
from article_index.search import MAX_FACET_SIZE, SearchPage, Sort
from article_index.similar import similar_articles
from search_app.context import engine, saved_searches, value_names
from search_app.evidence import kinds, pieces
from search_app.explanation import explained, meant, offers, parts_of
from search_app.facet_listing import Order, listing, orders, standing_out
from search_app.facet_panels import chips, panels
from search_app.feed import feed_links
from search_app.help_topics import help_topics
from search_app.result_views import (
    article_facets,
    date_text,
    direction,
    hit_views,
    other_reports,
    report,
    web_address,
)
from search_app.search_url import ALL_WORDS, ANY_WORD, SearchState
from search_app.searching import asked_by_reader, found
from search_app.suggestions import suggested_texts, suggested_values
from search_app.tables import LONGEST_NAME, LONGEST_NOTE, LONGEST_SEARCH
from search_app.timeline import timeline
from vocabulary import label

blueprint = Blueprint("pages", __name__)

# Similar articles beside an article.
SIMILAR = 5
# What is looked for within a facet: no name is longer.
LONGEST_FIND = 100


@blueprint.get("/")
def search() -> str:
    """The search page: results, facets, the histogram."""
    state = asked_by_reader()
    page = found(engine(), state)
    return render_template("search.html", **search_context(state, page))


def search_context(state: SearchState, page: SearchPage) -> dict[str, Any]:
    """What ``search.html`` shows."""
    parsed = state.parsed
    nothing = not page.total and not state.is_empty
    return {
        "state": state,
        "complaints": [complaint.message for complaint in parsed.complaints],
        "problems": state.problems,
        "total": page.total,
        "took_ms": page.took_ms,
        "hits": hit_views(page.hits, state),
        "panels": panels(state, page),
        "chips": chips(state),
        "timeline": timeline(page.histogram, state),
        "sorts": [(sort, state.with_sort(sort).url(), sort is state.sort) for sort in Sort],
        "next_url": state.with_after(page.next).url() if page.next else None,
        "first_url": state.with_after(None).url() if state.after else None,
        # What is left where nothing is found: the words without the choices, the choices without the words.
        "clear_url": state.with_nothing_chosen().url(),
        "wordless_url": state.with_text("").url(),
        "reading": reading(state),
        "offers": offers(engine(), state) if state.text and not state.after else [],
        "meant": meant(engine(), state) if state.text and nothing else None,
        "parts": parts_of(engine(), state) if nothing else [],
        "switches": switches(state, page),
        "feeds": feed_links(state),
        "index_empty": not page.total and state.is_empty,
        "saved_search": state.with_after(None).url(""),
        "suggested_name": suggested_name(state)[:LONGEST_NAME],
        "longest_name": LONGEST_NAME,
    }


def reading(state: SearchState) -> str:
    """How the query was read, where that is more than its words."""
    node = state.parsed.node
    parts = node.nodes if isinstance(node, And) else (node,)
    plain = node == Everything() or (all(isinstance(one, Word) and not one.exact for one in parts))
    return "" if plain and not state.any_word else explained(node)


def switches(state: SearchState, page: SearchPage) -> list[tuple[str, str, bool]]:
    """What else a reader can ask of the same search: words, address, whether it is on."""
    made = []
    if any(hit.article.story if state.fold else hit.others for hit in page.hits):
        made.append(("One line per story", state.with_fold(not state.folds).url(), state.folds))
    if state.wide or named_concepts(state.parsed.node):
        made.append(("Also in other languages", state.with_wide(not state.wide).url(), state.wide))
    if state.any_word or isinstance(state.parsed.node, And):
        other = ALL_WORDS if state.any_word else ANY_WORD
        made.append(("Any word is enough", state.with_match(other).url(), state.any_word))
    return made


@blueprint.get("/facets/<name>")
def facet(name: str) -> str:
    """All values of one facet in a search."""
    if name not in FACETS:
        abort(404, "There is no such facet.")
    state = asked_by_reader()
    find = request.args.get("find", "").strip()[:LONGEST_FIND]
    order = request.args.get("order", "")
    made = listing(engine(), state, FACETS[name], find, Order(order) if order in set(Order) else None)
    return render_template(
        "facet.html",
        state=state,
        listing=made,
        standing_out=standing_out(engine(), state, FACETS[name]) if not find else [],
        chips=chips(state),
        clear_url=state.with_nothing_chosen().url(),
        kept=state.with_after(None).parameters(),
        back_url=state.with_after(None).url(),
        all_url=state.with_after(None).url(url_for("pages.facet", name=name)),
        orders=list(orders(FACETS[name])),
        max_values=MAX_FACET_SIZE,
    )


@blueprint.get("/suggest")
def suggest() -> Response:
    """Suggestions for the search box, as options of a list."""
    state = asked_by_reader()
    response = make_response(
        render_template(
            "_suggestions.html",
            values=suggested_values(engine(), value_names(), state),
            texts=suggested_texts(engine(), state.text),
        )
    )
    response.headers["Cache-Control"] = "private, max-age=60"
    return response


def suggested_name(state: SearchState) -> str:
    """A name for a saved search that says what it asks for."""
    return ", ".join(filter(None, (state.text, *(chip.text for chip in chips(state)))))


@blueprint.get("/articles/<path:article_id>")
def article(article_id: str) -> str:
    """One article with its evidence."""
    shown = engine().get(article_id)
    if shown is None:
        abort(404, "No article has this id. It may have been removed from the index.")
    back = asked_by_reader()
    return render_template(
        "article.html",
        article=shown,
        title=[piece for paragraph in pieces(shown, "title") for piece in paragraph],
        paragraphs=pieces(shown, "body"),
        kinds=kinds(shown),
        facets=article_facets(shown),
        published_text=date_text(shown.published),
        language_label=label("languages", shown.language) if shown.language else "",
        direction=direction(shown.language),
        original_url=web_address(shown.url),
        reports=other_reports(engine(), shown),
        similar=[report(hit.article) for hit in similar_articles(engine(), shown, SIMILAR)],
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
