"""Corrections: each kind, for one article and everywhere, and files that make no sense."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from article_index.article import Article
from cli import main
from indexer.corrections import Corrections, CorrectionsError, correction, read_corrections
from indexer.pipeline import enrich, fingerprint
from indexer.record import Record

TEXT = "The FBI and Interpol arrested Ann Lee in Chad. Later Anna Lee was taken to Spain."
RECORD = Record("inbox/a.txt", TEXT, title="Arrests", id="1", url="https://example.org/1", language="en")


def corrected(*lines: dict[str, Any], record: Record = RECORD) -> Article:
    return enrich(record, None, Corrections(correction(json.dumps(line)) for line in lines))


def said(article: Article, field: str, value: str) -> list[str]:
    return [m.text for m in article.mentions if (m.field, m.value) == (field, value)]


def test_without_corrections_the_rules_speak() -> None:
    article = corrected()
    assert set(article.agencies) == {"us-fbi", "int-interpol"}
    assert {"TD", "ES", "US"} <= set(article.countries)


@pytest.mark.parametrize("name", [None, "1", "https://example.org/1", "a.txt", "inbox/a.txt"])
def test_a_wrong_agency_goes_with_its_evidence_and_the_country_it_gave(name: str | None) -> None:
    article = corrected({"is": "wrong", "field": "agencies", "value": "us-fbi", "article": name})
    assert article.agencies == ("int-interpol",)
    assert said(article, "agencies", "us-fbi") == []
    assert "US" not in article.countries
    assert "US" not in article.focus_countries


@pytest.mark.parametrize("name", ["2", "https://example.org/2", "b.txt", "outbox/a.txt", "box/a.txt"])
def test_a_correction_of_another_article_does_nothing(name: str) -> None:
    assert corrected({"is": "wrong", "field": "agencies", "value": "us-fbi", "article": name}) == corrected()


def test_wrong_words_are_no_evidence_while_others_are() -> None:
    record = Record("a", "Police in Chad. Chad is wide. N'Djamena is its capital.", title="-", language="en")
    lines = {"is": "wrong", "field": "countries", "value": "TD", "text": "chad"}
    assert said(corrected(lines, record=record), "countries", "TD") == ["N'Djamena"]
    other = {"is": "wrong", "field": "countries", "value": "TD", "text": "N'Djamena"}
    assert "TD" not in corrected(lines, other, record=record).countries
    assert (
        corrected({**lines, "text": "Tchad"}, record=record).countries == corrected(record=record).countries
    )


def test_a_missing_value_is_added_and_no_rule_takes_it_away() -> None:
    line = {"is": "missing", "field": "focus_countries", "value": "FR", "article": "1"}
    article = corrected(line, {"is": "wrong", "field": "countries", "value": "FR"})
    assert "FR" in article.focus_countries
    assert "FR" in article.countries
    assert (
        corrected({"is": "missing", "field": "source", "value": "The Wire", "article": "1"}).source
        == "The Wire"
    )


def test_two_persons_become_one() -> None:
    article = corrected({"is": "same", "field": "persons", "value": "Ann Lee", "other": "Anna Lee"})
    assert article.persons == ("Ann Lee",)
    assert said(article, "persons", "Ann Lee") == ["Ann Lee", "Anna Lee"]


@pytest.mark.parametrize(("language", "expected"), [(None, True), ("en", True), ("fr", False)])
def test_an_alias_is_found_with_its_place(language: str | None, expected: bool) -> None:
    record = Record("a", "The Green Squad came twice. The Green Squad left.", title="-", language="en")
    alias = {
        "is": "alias",
        "field": "agencies",
        "value": "ma-dgsn",
        "text": "Green Squad",
        "language": language,
    }
    article = corrected(alias, record=record)
    assert (article.agencies == ("ma-dgsn",)) == expected
    assert said(article, "agencies", "ma-dgsn") == ["Green Squad"] * (2 * expected)
    assert ("MA" in article.countries) == expected
    assert {m.rule for m in article.mentions if m.field == "agencies"} <= {"correction"}


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "not JSON"),
        ("[]", "JSON object"),
        ('{"is": "odd"}', '"is" must be one of'),
        ('{"is": "wrong", "value": "us-fbi"}', 'needs "field"'),
        ('{"is": "missing", "field": "agencies", "value": "us-fbi"}', 'needs "article"'),
        ('{"is": "wrong", "field": "language", "value": "en"}', "no field 'language'"),
        ('{"is": "alias", "field": "agencies", "value": "us-fby", "text": "x"}', "no 'us-fby'"),
        ('{"is": "same", "field": "persons", "value": "A", "other": 3}', '"other" must be a text'),
    ],
)
def test_a_line_that_makes_no_sense_is_named_before_anything_happens(
    line: str, reason: str, tmp_path: Path
) -> None:
    path = tmp_path / "corrections.jsonl"
    good = '{"is": "wrong", "field": "persons", "value": "x"}'
    path.write_text(f"# by Ann\n\n{good}\n{line}\n", encoding="utf-8")
    with pytest.raises(CorrectionsError) as error:
        read_corrections(path)
    assert f"{path}:4: " in str(error.value)
    assert reason in str(error.value)
    result = CliRunner().invoke(main, ["enrich", "--corrections", str(path), "-"], input='{"title": "x"}')
    assert (result.exit_code, result.stdout) == (2, "")


def test_only_the_articles_concerned_are_enriched_anew() -> None:
    other = Record("b.txt", TEXT, id="2", language="en")
    lines = Corrections(
        [correction('{"is": "wrong", "field": "agencies", "value": "us-fbi", "article": "1"}')]
    )
    assert fingerprint(RECORD, lines.for_record(RECORD, "1")) != fingerprint(RECORD)
    assert fingerprint(other, lines.for_record(other, "2")) == fingerprint(other)
