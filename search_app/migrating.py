"""Bringing a database to the tables of this version, once, whoever starts first.

The migrations are Alembic's, in ``migrations/versions``. A database that has tables but no version is one of
the releases before there were migrations, which made them by themselves: it counts as ``FIRST``.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from search_app.database import WRITES, Database, DatabaseUnavailable, told

FIRST = "0001"
FIRST_TABLE = "saved_search"
# The name of the lock in PostgreSQL: any number that no other program takes.
LOCK = 2_061_584_302
# Seconds to wait for another process that migrates; a table of a million rows takes some.
PATIENCE = 120


def migrate(database: Database) -> None:
    """Run the migrations that the database has not seen; first SQLite's file is copied."""
    with told():
        with database.engine.connect() as connection:
            if version(connection) == newest():
                return
        with locked(database) as connection:
            # Another process may have been quicker.
            found = version(connection)
            if found == newest():
                return
            check(found)
            if found and database.file:
                copy(database.file, found)
            config = settings(connection)
            if found == FIRST:
                command.stamp(config, FIRST)
            command.upgrade(config, "head")


@contextmanager
def locked(database: Database) -> Iterator[Connection]:
    """A transaction that no two processes are in at once."""
    engine = database.engine.execution_options(**{WRITES: True})
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            raw = connection.connection.dbapi_connection
            assert raw is not None
            raw.cursor().execute(f"PRAGMA busy_timeout = {PATIENCE * 1000}")
        with connection.begin():
            if engine.dialect.name == "postgresql":
                connection.execute(text(f"SELECT pg_advisory_xact_lock({LOCK})"))
            yield connection
        # Its patience is that of a migration.
        connection.invalidate()


def version(connection: Connection) -> str | None:
    """The version of the tables; None where there are none."""
    found = MigrationContext.configure(connection).get_current_revision()
    if found is None and inspect(connection).has_table(FIRST_TABLE):
        return FIRST
    return found


def newest() -> str:
    """The version that the newest migration leads to."""
    found = ScriptDirectory.from_config(settings()).get_current_head()
    assert found is not None
    return found


def check(found: str | None) -> None:
    """Raises DatabaseUnavailable for a version that is none of ours."""
    known = {script.revision for script in ScriptDirectory.from_config(settings()).walk_revisions()}
    if found and found not in known:
        raise DatabaseUnavailable(
            f"The database is of a newer version of Blotter (its tables are of {found}, this knows up to "
            f"{newest()}). Install that version again, or name another database in BLOTTER_DATABASE."
        )


def settings(connection: Connection | None = None) -> Config:
    """Alembic's settings; the connection is what the migrations run on."""
    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def copy(file: Path, found: str) -> Path:
    """A copy of SQLite's file beside it, as it was before the migration, also while others read."""
    made = file.with_name(f"{file.name}.version-{found}")
    unfinished = made.with_name(f"{made.name}.part")
    unfinished.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(unfinished)) as target:
            source.backup(target)
        unfinished.replace(made)
    except (OSError, sqlite3.Error) as error:
        unfinished.unlink(missing_ok=True)
        raise DatabaseUnavailable(
            f"The database is of an older version, and no copy could be made of it before it is changed: "
            f"{error}. Make room beside {file}, then start again."
        ) from error
    return made
