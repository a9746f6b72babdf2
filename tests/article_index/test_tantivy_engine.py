"""What only the embedded engine promises: its folder, its lock, its versions."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from article_index.article import Article
from article_index.engine import EngineError, EngineUnavailable, IndexOutdated, open_engine
from tests.article_index.searching import found
from tests.factory import article


def test_a_second_writer_is_refused_and_told_why(tmp_path: Path) -> None:
    with open_engine(f"tantivy:{tmp_path}") as first, open_engine(f"tantivy:{tmp_path}") as second:
        first.add([article(id="a")])
        for write in (second.add, second.rebuild):
            with pytest.raises(EngineUnavailable, match="Another process is writing"):
                write([article(id="b")])
        first.close()
        second.add([article(id="b")])
        assert found(first) == found(second) == {"a", "b"}


def test_nobody_writes_to_an_index_that_is_being_replaced(tmp_path: Path) -> None:
    refused: list[EngineUnavailable] = []
    with open_engine(f"tantivy:{tmp_path}") as rebuilding, open_engine(f"tantivy:{tmp_path}") as other:

        def articles() -> Iterator[Article]:
            yield article(id="a")
            with pytest.raises(EngineUnavailable) as caught:
                other.add([article(id="lost")])
            refused.append(caught.value)

        rebuilding.rebuild(articles())
        assert len(refused) == 1
        other.add([article(id="b")])
        assert found(rebuilding) == found(other) == {"a", "b"}


def test_a_rebuild_leaves_one_generation_behind(tmp_path: Path) -> None:
    with open_engine(f"tantivy:{tmp_path}") as engine:
        engine.add([article()])
        report = engine.rebuild([article()])
    assert [path.name for path in tmp_path.glob("generation-*")] == [report.index]


def test_a_failed_rebuild_leaves_nothing_behind(tmp_path: Path) -> None:
    with open_engine(f"tantivy:{tmp_path}") as engine:
        before = list(tmp_path.glob("generation-*"))
        with pytest.raises(ZeroDivisionError):
            engine.rebuild(article(id=str(1 // number)) for number in (1, 0))
        assert list(tmp_path.glob("generation-*")) == before


def test_what_a_killed_rebuild_left_is_not_taken_for_an_index(tmp_path: Path) -> None:
    with open_engine(f"tantivy:{tmp_path}") as engine:
        engine.add([article(id="a")])
        (tmp_path / "generation-000002").mkdir()
        (tmp_path / "current.new").write_text("generation-0000")
        assert found(engine) == {"a"}
        engine.rebuild([article(id="b")])
        assert found(engine) == {"b"}
    assert [path.name for path in tmp_path.glob("generation-*")] == ["generation-000003"]


def test_an_index_of_another_version_is_refused(tmp_path: Path) -> None:
    with open_engine(f"tantivy:{tmp_path}") as engine:
        engine.add([article()])
        (generation,) = tmp_path.glob("generation-*")
        (generation / "about.json").write_text(json.dumps({"blotter_index": 0}))
        with pytest.raises(IndexOutdated, match="another version"):
            engine.get("a")
        assert not engine.health().ready
    with pytest.raises(IndexOutdated, match="blotter index"):
        open_engine(f"tantivy:{tmp_path}")


def test_a_damaged_index_is_not_ready_and_says_so(tmp_path: Path) -> None:
    with open_engine(f"tantivy:{tmp_path}") as engine:
        engine.add([article()])
        (generation,) = tmp_path.glob("generation-*")
        (generation / "meta.json").write_text("{")
        health = engine.health()
        assert not health.ready
        assert health.detail
        with pytest.raises(EngineError):
            found(engine)


def test_a_folder_that_cannot_be_is_an_error_for_the_operator(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(EngineError, match=r"BLOTTER_INDEX|can't be read"):
        open_engine(f"tantivy:{tmp_path / 'file'}")
    with pytest.raises(EngineError):
        open_engine(f"tantivy:{tmp_path / 'file' / 'index'}")


@pytest.mark.parametrize(
    "url", ["", "tantivy", "tantivy:", "sqlite:x", "elasticsearch:x", "http://localhost:9200/a"]
)
def test_a_setting_that_names_no_engine_is_refused_with_advice(url: str) -> None:
    with pytest.raises(EngineError, match="elasticsearch\\+http://HOST:9200/INDEX"):
        open_engine(url)
