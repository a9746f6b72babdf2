"""Reading the request's search and asking the engine for it, alike for pages and API."""

from flask import current_app, request

from article_index.engine import Engine
from article_index.search import SearchPage
from article_index.story_lines import one_line_per_story
from search_app.search_url import OFF, ON, Defaults, SearchState

MATCH = "BLOTTER_MATCH"


def defaults(*, fold: bool) -> Defaults:
    """The app's defaults; pages fold stories, programs get every article unless they ask otherwise."""
    return Defaults(current_app.config[MATCH], ON if fold else OFF)


def asked_by_reader() -> SearchState:
    """The search of a page's address."""
    return SearchState.read(request.args, defaults(fold=True))


def found(engine: Engine, state: SearchState) -> SearchPage:
    """What the engine answers to a search."""
    asked = state.request()
    return one_line_per_story(engine, asked) if state.folds else engine.search(asked)
