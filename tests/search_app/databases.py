"""Databases as the tests of the app need them: new ones of each kind, and those of older versions."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import sqlalchemy as sa

from search_app.saved_searches import SavedSearches

# The only table of the versions before there were migrations, as they made it.
METADATA = sa.MetaData()
RELEASED = sa.Table(
    "saved_search",
    METADATA,
    sa.Column("id", sa.String(32), primary_key=True),
    sa.Column("name", sa.String(200), nullable=False),
    sa.Column("note", sa.Text, nullable=False),
    sa.Column("search", sa.Text, nullable=False),
    sa.Column("created", sa.DateTime(timezone=True), nullable=False),
    sa.Column("changed", sa.DateTime(timezone=True), nullable=False),
    sa.Column("version", sa.Integer, nullable=False),
)
SAVED = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)

Opened = Callable[[], SavedSearches]


def release(url: str, searches: int = 1) -> None:
    """Fill an empty database as a released version left it."""
    with connected(url) as connection:
        METADATA.create_all(connection)
        rows = [
            {"id": f"{n:032}", "name": f"Old {n}", "note": "é\nn", "search": "q=cocaine&country=MA",
             "created": SAVED, "changed": SAVED, "version": 3}
            for n in range(searches)
        ]  # fmt: skip
        connection.execute(RELEASED.insert(), rows)


@contextmanager
def connected(url: str) -> Iterator[sa.Connection]:
    """A transaction beside Blotter's own."""
    engine = sa.create_engine(url)
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()
