"""The pipeline: the order of its steps as spaCy checks it, stable ids, fingerprints that tell changes."""

from dataclasses import replace
from pathlib import Path

import pytest
import spacy

from indexer import pipeline as pipeline_module
from indexer.draft import Draft
from indexer.pipeline import LONGEST_ID, STEPS, article_id, enrich, fingerprint, pipeline
from indexer.record import Record, Unreadable
from indexer.steps.step import step
from tests.indexer.making import PROSE, record


def problems(names: list[str]) -> dict[str, list[str]]:
    """What spaCy finds missing in a pipeline of these steps, by step."""
    nlp = spacy.blank("xx")
    for name in names:
        nlp.add_pipe(name)
    analysis = nlp.analyze_pipes()
    assert analysis
    return {name: missing for name, missing in analysis["problems"].items() if missing}


ORDER = [s.name for s in STEPS]


def test_the_order_of_the_steps_has_no_problems() -> None:
    assert problems(ORDER) == {}
    assert pipeline().pipe_names == ORDER


@pytest.mark.parametrize("name", [s.name for s in STEPS if s.needs])
def test_a_step_before_those_that_it_needs_is_a_problem(name: str) -> None:
    assert name in problems([name, *(other for other in ORDER if other != name)])


def test_every_value_of_an_article_is_filled_by_a_step() -> None:
    filled = {field for s in STEPS for field in s.fills}
    assert filled == set(Draft.__dataclass_fields__) - {"record", "corrected", "aliases"}


def test_a_step_may_only_name_what_a_draft_has() -> None:
    with pytest.raises(ValueError, match="colour"):
        step("painting", fills=("colour",))


def test_a_step_is_a_function_of_a_draft() -> None:
    draft = Draft(Record("a.txt", PROSE, title="Kenya and Interpol"))
    for each in STEPS:
        each(draft)
    assert (draft.countries, draft.agencies, draft.language) == (("KE",), ("int-interpol",), "en")


def test_enriching_twice_gives_the_same() -> None:
    one = Record("a.jsonl", PROSE, title="Kenya and Interpol", line=3, extra={"a": 1}, notes=("n",))
    assert enrich(one) == enrich(one)
    assert enrich(one).extra == {"a": 1}
    assert enrich(one).notes == ("n",)


def test_a_page_of_furniture_is_unreadable() -> None:
    with pytest.raises(Unreadable):
        enrich(Record("a.txt", "\0\u200b", scraped=True))


def test_time_is_added_up_by_step() -> None:
    seconds = dict.fromkeys(ORDER, 0.0)
    enrich(Record("a.txt", PROSE), seconds)
    assert all(value > 0 for value in seconds.values())


BASE = Record("inbox/a.jsonl", "Text", line=5, title="Title", url="https://example.org/a", id="x")


def test_a_given_id_is_the_id() -> None:
    assert article_id(BASE) == "x"
    assert article_id(replace(BASE, text="Other", line=9, file="b.jsonl")) == "x"


def test_a_long_id_becomes_a_short_one() -> None:
    first, second = (article_id(replace(BASE, id="é" * LONGEST_ID + end)) for end in "ab")
    assert first != second
    assert len(first) <= LONGEST_ID


def test_without_id_the_address_tells() -> None:
    known = article_id(replace(BASE, id=None))
    assert article_id(replace(BASE, id=None, text="Other", line=9, file="b.jsonl")) == known
    assert article_id(replace(BASE, id=None, url="https://example.org/b")) != known


def test_without_address_the_text_tells_in_a_file_of_many() -> None:
    bare = replace(BASE, id=None, url=None)
    assert article_id(replace(bare, line=9, file="b.jsonl")) == article_id(bare)
    assert article_id(replace(bare, text="Other")) != article_id(bare)
    assert article_id(replace(bare, title="Tit", text="leText")) != article_id(bare)


def test_a_file_of_one_article_is_known_by_its_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(PROSE, encoding="utf-8")
    known = article_id(record(path))
    path.write_text(PROSE.upper(), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert article_id(record("a.txt")) == article_id(record("./a.txt")) == known


def test_the_fingerprint_ignores_where_an_article_stood() -> None:
    assert fingerprint(replace(BASE, line=9, file="b.jsonl")) == fingerprint(BASE)


@pytest.mark.parametrize(
    "change",
    [
        {"text": "Other"},
        {"title": None},
        {"published": "2025"},
        {"source": "s"},
        {"language": "fr"},
        {"extra": {"a": 1}},
        {"scraped": True},
        {"author": "A"},
        {"notes": ("n",)},
    ],
)
def test_the_fingerprint_tells_any_change(change: dict[str, object]) -> None:
    assert fingerprint(replace(BASE, **change)) != fingerprint(BASE)  # type: ignore[arg-type]


def test_the_fingerprint_tells_other_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint(BASE)
    monkeypatch.setattr(pipeline_module, "version", lambda: "other rules")
    assert fingerprint(BASE) != before


def test_the_order_of_extra_keys_is_no_change() -> None:
    one, other = (replace(BASE, extra=extra) for extra in ({"a": 1, "b": 2}, {"b": 2, "a": 1}))
    assert fingerprint(one) == fingerprint(other)
