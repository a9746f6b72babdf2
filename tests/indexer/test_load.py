"""The load: what is new, changed, unchanged or failed; nothing is written twice and nothing stops it."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from article_index.engine import Engine, open_engine
from article_index.search import SearchRequest
from indexer.load import DeadLetters, Load, LoadStopped, Summary
from indexer.readers import sources
from indexer.record import Failure
from tests.indexer.making import PROSE

CLOSED_PORT = "elasticsearch+http://127.0.0.1:9/articles"  # the discard service, which no machine runs
Run = Callable[..., tuple[int, int, int, int]]


@pytest.fixture
def engine() -> Iterator[Engine]:
    with open_engine("tantivy:memory") as engine:
        yield engine


@pytest.fixture
def run(engine: Engine, tmp_path: Path) -> Run:
    """Loads paths and says how many were new, changed, unchanged and failed."""

    def loaded(*paths: Path) -> tuple[int, int, int, int]:
        load = Load(engine, DeadLetters(tmp_path / "dead" / "letters.jsonl"), wait=0)
        summary = load.run(sources([str(path) for path in paths]))
        assert summary.done == summary.new + summary.changed + summary.unchanged + summary.failed
        return summary.new, summary.changed, summary.unchanged, summary.failed

    return loaded


def lines(path: Path, *found: object) -> Path:
    path.parent.mkdir(exist_ok=True, parents=True)
    texts = [line if isinstance(line, str) else json.dumps(line) for line in found]
    path.write_text("\n".join(texts), encoding="utf-8")
    return path


def titles(engine: Engine) -> dict[str, str]:
    return {article.id: article.title for article in engine.scan(SearchRequest())}


def dead_letters(tmp_path: Path) -> list[dict[str, object]]:
    path = tmp_path / "dead" / "letters.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_indexing_twice_changes_nothing(run: Run, engine: Engine, tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    lines(inbox / "a.jsonl", {"title": "one", "body": "text"}, {"id": "2", "title": "two"})
    (inbox / "b.txt").write_text(f"A title of five words\n{PROSE}", encoding="utf-8")
    (inbox / "c.csv").write_text("title,body\nthree,text\nfour,text\n", encoding="utf-8")
    assert run(inbox) == (5, 0, 0, 0)
    before = {a.id: a for a in engine.scan(SearchRequest())}
    assert run(inbox) == (0, 0, 5, 0)
    assert {a.id: a for a in engine.scan(SearchRequest())} == before
    assert not (tmp_path / "dead").exists()


def test_lines_that_moved_are_unchanged(run: Run, tmp_path: Path) -> None:
    one, two = {"title": "one", "body": "text"}, {"title": "two", "body": "text"}
    run(lines(tmp_path / "a.jsonl", one, two))
    assert run(lines(tmp_path / "b.jsonl", "", two, one)) == (0, 0, 2, 0)


def test_a_changed_file_is_replaced_not_doubled(run: Run, engine: Engine, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"The first title here\n{PROSE}", encoding="utf-8")
    assert run(path) == (1, 0, 0, 0)
    path.write_text(f"The second title here\n{PROSE}", encoding="utf-8")
    assert run(path) == (0, 1, 0, 0)
    assert list(titles(engine).values()) == ["The second title here"]


def test_a_changed_line_of_the_same_id_is_replaced(run: Run, engine: Engine, tmp_path: Path) -> None:
    run(lines(tmp_path / "a.jsonl", {"id": "1", "title": "old"}, {"id": "2", "title": "same"}))
    assert run(lines(tmp_path / "a.jsonl", {"id": "1", "title": "new"}, {"id": "2", "title": "same"})) == (
        0,
        1,
        1,
        0,
    )
    assert titles(engine) == {"1": "new", "2": "same"}


def test_an_article_that_changed_keeps_the_moment_that_it_was_first_indexed_at(
    run: Run, engine: Engine, tmp_path: Path
) -> None:
    first, other = {"id": "1", "title": "first"}, {"id": "2", "title": "other"}
    run(lines(tmp_path / "a.jsonl", first, other))
    before = {a.id: a.indexed for a in engine.scan(SearchRequest())}
    run(lines(tmp_path / "a.jsonl", {**first, "title": "changed"}, other, {"id": "3", "title": "new"}))
    after = {a.id: a.indexed for a in engine.scan(SearchRequest())}
    assert titles(engine)["1"] == "changed"
    assert {name: after[name] for name in before} == before
    assert after["3"] == max(filter(None, after.values()))
    assert after["3"] not in before.values()


def test_of_two_articles_with_one_id_the_later_stays(run: Run, engine: Engine, tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", {"id": "1", "title": "first"}, {"id": "1", "title": "last"})
    assert run(path) == (1, 1, 0, 0)
    assert titles(engine) == {"1": "last"}
    for _ in range(2):
        assert run(path) == (0, 0, 2, 0)
        assert titles(engine) == {"1": "last"}


def test_versions_of_one_id_that_return_settle(run: Run, engine: Engine, tmp_path: Path) -> None:
    versions = [{"id": "1", "title": title} for title in "abcab"]
    assert run(lines(tmp_path / "a.jsonl", *versions)) == (1, 4, 0, 0)
    assert titles(engine) == {"1": "b"}
    assert run(tmp_path / "a.jsonl") == (0, 0, 5, 0)
    assert titles(engine) == {"1": "b"}


def test_one_article_twice_is_indexed_once(run: Run, tmp_path: Path) -> None:
    assert run(lines(tmp_path / "a.jsonl", *[{"id": "1", "title": "one"}] * 3)) == (1, 0, 2, 0)
    assert run(tmp_path / "a.jsonl", tmp_path / "a.jsonl") == (0, 0, 6, 0)


def test_more_than_a_batch_is_indexed(run: Run, engine: Engine, tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", *({"title": f"number {n}", "body": "text"} for n in range(1203)))
    assert run(path) == (1203, 0, 0, 0)
    assert engine.health().articles == 1203
    assert run(path) == (0, 0, 1203, 0)


def test_broken_files_stop_nothing_and_are_dead_letters(run: Run, engine: Engine, tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    lines(inbox / "a.jsonl", {"title": "one"}, '{"title": ', {"body": ["x"]}, {"title": "two"})
    (inbox / "b.txt").write_bytes(b"")
    (inbox / "c.html").write_bytes(bytes(range(256)) * 9)
    (inbox / "d.jsonl.gz").write_bytes(b"\x1f\x8b\x08 broken")
    (inbox / "e.txt").write_bytes("\u200b\u200b".encode())
    lines(inbox / "z.jsonl", {"title": "three"})
    assert run(inbox, tmp_path / "gone.txt") == (3, 0, 0, 7)
    assert sorted(titles(engine).values()) == ["one", "three", "two"]
    letters = dead_letters(tmp_path)
    assert [(Path(str(letter["file"])).name, letter["line"]) for letter in letters] == [
        ("a.jsonl", 2),
        ("a.jsonl", 3),
        ("b.txt", None),
        ("c.html", None),
        ("d.jsonl.gz", None),
        ("gone.txt", None),
        ("e.txt", None),
    ]
    assert all(set(letter) == {"time", "file", "reason", "line", "content"} for letter in letters)
    assert all(letter["reason"] for letter in letters)
    assert letters[0]["content"] == '{"title": \n'


def test_dead_letters_are_added_to(tmp_path: Path) -> None:
    letters = DeadLetters(tmp_path / "new" / "folder" / "letters.jsonl")
    for name in ("a", "b\udce9", "ç"):
        letters.add(Failure(name, "a reason", 3, "what\nstood there"))
    found = [json.loads(line) for line in letters.path.read_text(encoding="utf-8").splitlines()]
    assert [letter["line"] for letter in found] == [3, 3, 3]
    assert found[2]["file"] == "ç"


def test_progress_and_failures_are_told(engine: Engine, tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", {"title": "one"}, "{", {"title": "two"})
    seen: list[tuple[int, int]] = []
    told: list[Failure] = []
    letters = DeadLetters(tmp_path / "letters.jsonl")
    load = Load(
        engine, letters, 0, lambda position, summary: seen.append((position, summary.done)), told.append
    )
    summary = load.run(sources([str(path)]))
    assert seen[-1] == (path.stat().st_size, 3)
    assert [failure.line for failure in told] == [2]
    assert summary.timings["write"] > 0
    assert summary.timings["surfaces"] > 0


def test_an_engine_that_stays_away_stops_the_load(tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", {"title": "one"}, "{")
    with open_engine(CLOSED_PORT) as away, pytest.raises(LoadStopped) as stopped:
        Load(away, DeadLetters(tmp_path / "letters.jsonl"), wait=1).run(sources([str(path)]))
    assert "Stopped after 0 articles" in str(stopped.value)
    assert "Run the same command again" in str(stopped.value)


def test_an_empty_summary_has_done_nothing() -> None:
    assert Summary().done == 0
