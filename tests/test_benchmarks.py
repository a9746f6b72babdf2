"""The benchmarks run and print their tables; what they measure is no matter of tests."""

import gzip
import json
import re
from math import log2
from pathlib import Path

import pytest
from click.testing import CliRunner

from article_index.search import Hit, SearchPage, SearchRequest
from benchmarks import enrich, parity, relevance, search, search_asked
from benchmarks.parity_queries import Query
from indexer.pipeline import STEPS
from tests.factory import article


def test_enrich_prints_a_row_for_each_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(enrich, "ROUNDS", 1)
    sentence = "Police in Spain arrested four men and thanked Interpol for its help in the case.\n"
    (tmp_path / "long.txt").write_text("A title of five words\n" + sentence * 40, encoding="utf-8")
    result = CliRunner().invoke(enrich.main, [str(tmp_path)])
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("1 articles of 400 words")
    for row in (*(step.name for step in STEPS), "all steps", "spacy.blank tokenizer"):
        assert f"| {row} " in result.stdout


def test_enrich_says_that_there_is_nothing_to_measure(tmp_path: Path) -> None:
    (tmp_path / "short.txt").write_text("Too short.", encoding="utf-8")
    result = CliRunner().invoke(enrich.main, [str(tmp_path)])
    assert (result.exit_code, result.stdout) == (2, "")


def story(number: int) -> str:
    body = (
        f"Police in Spain arrested {number} men over cocaine and thanked Interpol for help in the case. " * 5
    )
    return json.dumps({"id": f"s{number}", "title": f"Raid {number}", "text": body, "language": "en"})


@pytest.mark.elasticsearch
def test_parity_compares_both_engines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, elasticsearch_url: str
) -> None:
    monkeypatch.setenv("BLOTTER_TEST_ELASTICSEARCH", elasticsearch_url)
    (tmp_path / "ntrex").mkdir()
    lines = "\n".join(map(story, range(12)))
    (tmp_path / "ntrex" / "stories.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    result = CliRunner().invoke(parity.main, [str(tmp_path)])
    assert result.exit_code == 0, result.output
    assert re.fullmatch(
        r"parity: queries \d+ hits 1\.000 facets 1\.000 top10 1\.000", last_line(result.stdout)
    )


def test_parity_says_that_there_is_nothing_to_compare(tmp_path: Path) -> None:
    result = CliRunner().invoke(parity.main, [str(tmp_path)])
    assert result.exit_code == 2
    assert "none of the sets" in result.stderr


def test_parity_counts_what_differs() -> None:
    def page(total: int, *ids: str) -> SearchPage:
        hits = tuple(Hit(article(id=name), score=float(5 - i)) for i, name in enumerate(ids))
        return SearchPage(total, hits, {}, None, None, 0.0)

    query = Query("word", "en", "x", SearchRequest())
    agreement = parity.Agreement()
    agreement.add(query, page(2, "a", "b"), page(2, "a", "b"))
    agreement.add(query, page(3, "a", "b", "c"), page(2, "d", "e"))
    assert agreement.shares() == (0.5, 1.0, pytest.approx((1 + 1 / 3) / 2), 0.5)
    assert len(agreement.different) == 1


def test_relevance_measures_the_order(tmp_path: Path) -> None:
    questions = [relevance.Question("one", {"a": 1.0}), relevance.Question("two", {"b": 1.0})]
    ndcg, mrr = relevance.measured(lambda _text: ["x", "a"], questions)
    assert (ndcg, mrr) == (pytest.approx(1 / log2(3) / 2), 0.25)
    folder = tmp_path / "xquad"
    folder.mkdir()
    passages = '{"id": "p1", "title": "T", "text": "The harbour police"}'
    asked = "\n".join(f'{{"id": "{n}", "text": "Who guards the harbour?", "rel": "p1"}}' for n in range(4))
    for language in ("en", "de"):
        (folder / f"docs.{language}.jsonl.gz").write_bytes(gzip.compress(passages.encode()))
        (folder / f"queries.{language}.jsonl.gz").write_bytes(gzip.compress(asked.encode()))
    assert [one.name for one in relevance.collections(tmp_path)] == ["xquad-en", "xquad-de", "xquad-en-de"]
    result = CliRunner().invoke(relevance.main, [str(tmp_path), "--tune"])
    assert result.exit_code == 0, result.output
    assert "| as it is " in result.stdout


def last_line(text: str) -> str:
    return text.rstrip().rpartition("\n")[2]


@pytest.mark.elasticsearch
def test_search_compares_with_the_bare_engines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, elasticsearch_url: str
) -> None:
    monkeypatch.setenv("BLOTTER_TEST_ELASTICSEARCH", elasticsearch_url)
    for name, value in (("QUESTIONS", 2), ("ROUNDS", 1)):
        monkeypatch.setattr(search, name, value)
    monkeypatch.setattr(search_asked, "FREQUENT", 5)
    (tmp_path / "bulk").mkdir()
    text = "Border police officers arrested wanted smuggling suspects near Ceuta harbour yesterday. " * 9
    rows = [{"id": f"s{n}", "title": f"Raid {n}", "text": text, "language": "en"} for n in range(12)]
    lines = "\n".join(map(json.dumps, rows))
    (tmp_path / "bulk" / "senate_press.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    asked = [str(tmp_path), "--articles", "30", "--few", "15", "--many", "40"]
    result = CliRunner().invoke(search.main, asked)
    assert result.exit_code == 0, result.output
    assert "| faceted page     | SQLite FTS5 " in result.stdout
    assert re.fullmatch(
        r"bench-search: engine [\d.]+ page [\d.]+ fts5 \d+ growth [\d.]+", last_line(result.stdout)
    )


def test_search_says_that_there_is_nothing_to_measure(tmp_path: Path) -> None:
    result = CliRunner().invoke(search.main, [str(tmp_path)])
    assert result.exit_code == 2
