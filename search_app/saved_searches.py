"""Saved searches, kept in a database by SQLAlchemy: a name, a note and a search page's parameters."""

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlencode

from sqlalchemy import func, select
from werkzeug.datastructures import MultiDict

from search_app.database import Database
from search_app.migrating import migrate
from search_app.search_url import SearchState, parse
from search_app.tables import SavedSearch


class ChangedMeanwhile(Exception):
    """The saved search is not the version that the caller has seen."""


@dataclass
class SavedSearches:
    """The saved searches of one database, e.g. ``sqlite:///var/blotter.db`` or ``postgresql+psycopg://…``."""

    database: Database

    @classmethod
    def open(cls, url: str) -> "SavedSearches":
        """Open a database, with its tables made or brought to this version; raises DatabaseUnavailable."""
        database = Database.connect(url)
        try:
            migrate(database)
        except BaseException:
            database.close()
            raise
        return cls(database)

    def close(self) -> None:
        self.database.close()

    def create(self, name: str, search: str, note: str = "") -> SavedSearch:
        """Save a search; ``search`` is the parameters of a search page's address."""
        now = datetime.now(UTC)
        saved = SavedSearch(
            id=uuid.uuid4().hex,
            name=without_nul(name),
            note=without_nul(note),
            search=canonical(search),
            created=now,
            changed=now,
            version=1,
        )
        with self.database.writing() as session:
            session.add(saved)
        return saved

    def get(self, saved_id: str) -> SavedSearch | None:
        with self.database.reading() as session:
            return session.get(SavedSearch, without_nul(saved_id))

    def all(self, *, limit: int = 100, offset: int = 0) -> tuple[list[SavedSearch], int]:
        """Saved searches, the newest first, and how many there are in all."""
        order = (SavedSearch.created.desc(), SavedSearch.id)
        with self.database.reading() as session:
            total = session.scalar(select(func.count()).select_from(SavedSearch)) or 0
            found = session.scalars(select(SavedSearch).order_by(*order).limit(limit).offset(offset))
            return list(found), total

    def change(
        self,
        saved_id: str,
        *,
        name: str | None = None,
        search: str | None = None,
        note: str | None = None,
        version: int | None = None,
    ) -> SavedSearch | None:
        """Change what is given; raises ChangedMeanwhile where ``version`` is not the current one."""
        with self.database.writing() as session:
            saved = session.get(SavedSearch, without_nul(saved_id), with_for_update=True)
            if saved is None:
                return None
            check_version(saved, version)
            saved.name = saved.name if name is None else without_nul(name)
            saved.note = saved.note if note is None else without_nul(note)
            saved.search = saved.search if search is None else canonical(search)
            saved.changed = datetime.now(UTC)
            saved.version += 1
            return saved

    def delete(self, saved_id: str, version: int | None = None) -> bool:
        """Delete a saved search; False where there is none. Raises ChangedMeanwhile as ``change`` does."""
        with self.database.writing() as session:
            saved = session.get(SavedSearch, without_nul(saved_id), with_for_update=True)
            if saved is None:
                return False
            check_version(saved, version)
            session.delete(saved)
            return True


def without_nul(text: str) -> str:
    """The text without the one character that PostgreSQL takes for an error."""
    return text.replace("\0", "")


def check_version(saved: SavedSearch, version: int | None) -> None:
    if version is not None and version != saved.version:
        raise ChangedMeanwhile


def canonical(search: str) -> str:
    """The parameters of an address, in our order, without the page."""
    state = SearchState.read(MultiDict(parse(search)))
    return urlencode(state.with_after(None).parameters())
