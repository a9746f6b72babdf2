"""The database: SQLite in a file, or PostgreSQL; transactions, and what goes wrong with them in words."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy import exc as errors
from sqlalchemy.engine import URL, make_url
from sqlalchemy.orm import Session

# Seconds that a request waits for others to finish writing, and for a server to answer.
PATIENCE = 5
WRITES = "writes"


class DatabaseUnavailable(Exception):
    """The database can't be used; the message says why."""

    retry_after = 10


@dataclass
class Database:
    """One database, e.g. ``sqlite:///var/blotter.db`` or ``postgresql+psycopg://…``."""

    engine: Engine

    @classmethod
    def connect(cls, url: str) -> "Database":
        """The database of a URL, its folder made where there is none; nothing is asked of it yet."""
        try:
            parsed = make_url(url)
            path = sqlite_file(parsed)
            if path:
                path.parent.mkdir(parents=True, exist_ok=True)
            engine = create_engine(parsed, pool_pre_ping=not path, connect_args=options(parsed))
        except (errors.ArgumentError, errors.NoSuchModuleError, ImportError, OSError) as error:
            raise DatabaseUnavailable(
                f"BLOTTER_DATABASE names no database that can be used: {error}. Write sqlite:///FILE or "
                "postgresql+psycopg://USER@HOST/NAME (after pip install blotter[postgresql])."
            ) from error
        if engine.dialect.name == "sqlite":
            event.listen(engine, "connect", let_us_begin)
            event.listen(engine, "begin", begin)
        return cls(engine)

    @property
    def file(self) -> Path | None:
        """The file of an SQLite database."""
        return sqlite_file(self.engine.url)

    def close(self) -> None:
        self.engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A transaction that writes nothing."""
        with told(), Session(self.engine, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A transaction: committed at the end, undone on any error."""
        engine = self.engine.execution_options(**{WRITES: True})
        with told(), Session(engine, expire_on_commit=False) as session, session.begin():
            if engine.dialect.name == "postgresql":
                session.execute(text(f"SET LOCAL lock_timeout = '{PATIENCE}s'"))
            yield session


def sqlite_file(url: URL) -> Path | None:
    if not url.drivername.startswith("sqlite") or url.database in (None, "", ":memory:"):
        return None
    return Path(str(url.database))


def options(url: URL) -> dict[str, Any]:
    """What the driver is told."""
    if url.drivername.startswith("sqlite"):
        return {"timeout": PATIENCE}
    return {"connect_timeout": PATIENCE} if url.drivername.startswith("postgresql") else {}


def let_us_begin(connection: Any, _record: object) -> None:
    """SQLite: transactions as we say, changes of tables among them, and references that hold."""
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")


def begin(connection: Connection) -> None:
    """SQLite: who will write says so at once, since of two readers that want to write one is refused."""
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def told() -> Iterator[None]:
    """Turns what says that the database is locked, full, away or broken into DatabaseUnavailable."""
    try:
        yield
    except (errors.OperationalError, errors.InterfaceError, errors.InternalError) as error:
        raise DatabaseUnavailable(f"The database can't be used: {error.orig}") from error
    except errors.TimeoutError as error:
        raise DatabaseUnavailable("The database has no connection left for us.") from error
    except errors.DatabaseError as error:
        # SQLite's word for a file that is no database or is damaged; the others are mistakes of ours.
        if type(error) is not errors.DatabaseError:
            raise
        raise DatabaseUnavailable(f"The database can't be used: {error.orig}") from error
