"""Persons by spaCy models where they are installed: one made here stands for them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy

from indexer.persons import models
from tests.indexer.making import enriched

TEXT = "Yesterday Xyloph Qwertz met Interpol in Lyon. The talks with Xyloph Qwertz went on, Zarquon too."


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A model of English that knows two strange names, as a package that spaCy can load."""
    made = spacy.blank("en")
    ruler = made.add_pipe("entity_ruler")
    patterns = [("PERSON", "Xyloph Qwertz"), ("PERSON", "Zarquon"), ("ORG", "met Interpol")]
    ruler.add_patterns([{"label": label, "pattern": text} for label, text in patterns])  # type: ignore[attr-defined]
    made.to_disk(tmp_path / "en_made")
    monkeypatch.setattr(models, "names_of", lambda language: [str(tmp_path / f"{language}_made")])
    monkeypatch.setattr(models, "installed", lambda name: Path(name).is_dir())
    models.model_of.cache_clear()
    yield
    models.model_of.cache_clear()


def persons() -> tuple[str, ...]:
    return enriched(TEXT, "-", "en").persons


def test_without_a_model_the_rules_are_all() -> None:
    assert persons() == ()


@pytest.mark.usefixtures("model")
def test_an_installed_model_adds_full_names_of_persons() -> None:
    article = enriched(TEXT, "-", "en")
    assert article.persons == ("Xyloph Qwertz",)
    assert {m.rule for m in article.mentions if m.field == "persons"} == {"model"}
    assert enriched("Gestern traf Xyloph Qwertz niemanden.", "-", "de").persons == ()


@pytest.mark.usefixtures("model")
def test_models_can_be_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(models.SETTING, "off")
    assert persons() == ()
