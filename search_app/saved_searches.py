"""Saved searches, kept in a database by SQLAlchemy: a name, a note and a search page's parameters."""

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

from sqlalchemy import (
    DateTime,
    Dialect,
    Engine,
    Integer,
    String,
    Text,
    TypeDecorator,
    create_engine,
    func,
    select,
)
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from werkzeug.datastructures import MultiDict

from search_app.search_url import SearchState

LONGEST_NAME = 200
LONGEST_NOTE = 5_000
# A search page's parameters: a query of 4,000 characters and 200 choices fit.
LONGEST_SEARCH = 20_000


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC. SQLite keeps no time zone, so it is put back on reading."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(DeclarativeBase):
    """Tables of Blotter."""


class SavedSearch(Base):
    """A search that somebody wants to come back to. ``version`` grows with every change."""

    __tablename__ = "saved_search"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    name: Mapped[str] = mapped_column(String(LONGEST_NAME))
    note: Mapped[str] = mapped_column(Text, default="")
    # The parameters as in the page's address, in their one fixed order.
    search: Mapped[str] = mapped_column(Text)
    created: Mapped[datetime] = mapped_column(UtcDateTime)
    changed: Mapped[datetime] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column(Integer, default=1)

    @property
    def state(self) -> SearchState:
        """The search itself, read by today's rules."""
        return SearchState.read(MultiDict(parse(self.search)))


class DatabaseUnavailable(Exception):
    """The database can't be used; the message says why."""

    retry_after = 10


class ChangedMeanwhile(Exception):
    """The saved search is not the version that the caller has seen."""


@dataclass
class SavedSearches:
    """The saved searches of one database, e.g. ``sqlite:///var/blotter.db`` or ``postgresql+psycopg://…``."""

    engine: Engine

    @classmethod
    def open(cls, url: str) -> "SavedSearches":
        """Open a database, making file and tables where there are none."""
        parsed = make_url(url)
        if parsed.drivername.startswith("sqlite") and parsed.database not in (None, "", ":memory:"):
            Path(str(parsed.database)).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(parsed)
        opened = cls(engine)
        with opened.session():
            Base.metadata.create_all(engine)
        return opened

    def close(self) -> None:
        self.engine.dispose()

    @contextmanager
    def session(self) -> Iterator[Session]:
        """A transaction: committed at the end, undone on any error."""
        try:
            with Session(self.engine, expire_on_commit=False) as session, session.begin():
                yield session
        except OperationalError as error:
            raise DatabaseUnavailable(
                f"The database of saved searches can't be used: {error.orig}"
            ) from error

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
        with self.session() as session:
            session.add(saved)
        return saved

    def get(self, saved_id: str) -> SavedSearch | None:
        with self.session() as session:
            return session.get(SavedSearch, without_nul(saved_id))

    def all(self, *, limit: int = 100, offset: int = 0) -> tuple[list[SavedSearch], int]:
        """Saved searches, the newest first, and how many there are in all."""
        order = (SavedSearch.created.desc(), SavedSearch.id)
        with self.session() as session:
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
        with self.session() as session:
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
        with self.session() as session:
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


def parse(search: str) -> list[tuple[str, str]]:
    return parse_qsl(search.removeprefix("/").removeprefix("?"))
