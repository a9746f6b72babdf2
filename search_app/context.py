"""What an app holds for its requests: the engine and the saved searches."""

from typing import cast

from flask import current_app

from article_index.engine import Engine
from search_app.saved_searches import SavedSearches
from search_app.suggestions import ValueNames

ENGINE = "blotter.engine"
SAVED_SEARCHES = "blotter.saved_searches"
VALUE_NAMES = "blotter.value_names"


def value_names() -> ValueNames:
    """The names of facet values that the app keeps for suggestions."""
    return cast(ValueNames, current_app.extensions[VALUE_NAMES])


def engine() -> Engine:
    """The app's engine."""
    return cast(Engine, current_app.extensions[ENGINE])


def saved_searches() -> SavedSearches:
    """The app's saved searches."""
    return cast(SavedSearches, current_app.extensions[SAVED_SEARCHES])
