"""A database comes to the tables of this version, once, and nothing of it is lost."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from search_app import migrating
from search_app.database import DatabaseUnavailable
from search_app.saved_searches import SavedSearches
from search_app.tables import Base
from tests.search_app.databases import SAVED, connected, release


def difference(url: str) -> list[object]:
    """What sets the tables of a database apart from those that are declared."""
    SavedSearches.open(url).close()
    with connected(url) as connection:
        return list(compare_metadata(MigrationContext.configure(connection), Base.metadata))


def test_the_migrations_make_the_tables_that_are_declared(database_url: str) -> None:
    assert difference(database_url) == []


def test_a_database_of_a_released_version_is_brought_to_this_one(database_url: str) -> None:
    release_into(database_url)
    assert difference(database_url) == []
    saved = SavedSearches.open(database_url)
    (one,), total = saved.all()
    assert (total, one.name, one.note, one.search) == (1, "Old 0", "é\nn", "q=cocaine&country=MA")
    assert (one.created, one.version, one.tags, one.viewed, one.deleted) == (SAVED, 3, [], None, None)
    saved.close()


def release_into(url: str, searches: int = 1) -> None:
    if url.startswith("sqlite:///"):
        Path(url.removeprefix("sqlite:///")).parent.mkdir(exist_ok=True)
    release(url, searches)


def test_opening_again_changes_nothing(database_url: str) -> None:
    for _ in range(3):
        saved = SavedSearches.open(database_url)
        saved.create("One", "q=a")
        saved.close()
    with connected(database_url) as connection:
        assert connection.execute(sa.text("SELECT version_num FROM alembic_version")).all() == [("0002",)]


def test_a_copy_of_the_file_is_left_beside_it(tmp_path: Path) -> None:
    file = tmp_path / "blotter.db"
    release(f"sqlite:///{file}", 3)
    before = file.read_bytes()
    SavedSearches.open(f"sqlite:///{file}").close()
    copy = tmp_path / "blotter.db.version-0001"
    assert sorted(tmp_path.iterdir()) == [file, copy]
    with closing(sqlite3.connect(copy)) as kept:
        assert kept.execute("SELECT count(*) FROM saved_search").fetchone() == (3,)
        assert kept.execute(
            "SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'"
        ).fetchone() == (0,)
    assert len(copy.read_bytes()) == len(before)


def test_a_new_file_needs_no_copy(tmp_path: Path) -> None:
    SavedSearches.open(f"sqlite:///{tmp_path}/blotter.db").close()
    assert [path.name for path in tmp_path.iterdir()] == ["blotter.db"]


def test_without_a_copy_nothing_is_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "blotter.db"
    release(f"sqlite:///{file}")
    (tmp_path / "blotter.db.version-0001").mkdir()  # what can't be replaced by a file
    with pytest.raises(DatabaseUnavailable, match="no copy could be made"):
        SavedSearches.open(f"sqlite:///{file}")
    with connected(f"sqlite:///{file}") as connection:
        assert sa.inspect(connection).get_table_names() == ["saved_search"]


def test_a_migration_that_fails_leaves_everything_as_it_was(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    release_into(database_url)

    def failing(config: object, revision: str) -> None:
        upgrade(config, revision)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    upgrade = migrating.command.upgrade
    monkeypatch.setattr(migrating.command, "upgrade", failing)
    with pytest.raises(KeyboardInterrupt):
        SavedSearches.open(database_url)
    with connected(database_url) as connection:
        assert sa.inspect(connection).get_table_names() == ["saved_search"]
    monkeypatch.undo()
    assert difference(database_url) == []


def test_a_database_of_a_newer_version_is_refused_and_told_why(database_url: str) -> None:
    SavedSearches.open(database_url).close()
    with connected(database_url) as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DatabaseUnavailable, match="of a newer version of Blotter"):
        SavedSearches.open(database_url)


def test_several_that_start_at_once_migrate_once(database_url: str) -> None:
    release_into(database_url, 200)
    code = (
        "import sys; from search_app.saved_searches import SavedSearches\n"
        "saved = SavedSearches.open(sys.argv[1]); print(saved.all()[1]); saved.close()"
    )
    command = [sys.executable, "-W", "error", "-c", code, database_url]
    started = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ)
        for _ in range(4)
    ]
    answers = [process.communicate(timeout=120) for process in started]
    assert answers == [("200\n", "")] * 4
    assert difference(database_url) == []


@pytest.mark.parametrize("url", ["", "nonsense", "sqlite3:///x", "postgresql+nodriver://h/x", "oracle://x/y"])
def test_a_setting_that_names_no_database_is_refused_with_advice(url: str) -> None:
    with pytest.raises(DatabaseUnavailable, match="Write sqlite:///FILE"):
        SavedSearches.open(url)


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.db").write_text("This is a letter to the editor, and no database at all." * 50)
    with pytest.raises(DatabaseUnavailable, match="not a database"):
        SavedSearches.open(f"sqlite:///{tmp_path}/a.db")
