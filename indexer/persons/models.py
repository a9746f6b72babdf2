"""Persons by spaCy's trained models, where the operator has installed one for the article's language.

None is needed and none is downloaded: the rules find most names without. ``BLOTTER_PERSON_MODELS=off`` leaves
installed ones alone; they take some ten times as long as all steps together.
"""

import os
from collections.abc import Iterator
from functools import cache

import spacy
from spacy.language import Language

from indexer.draft import PARTS, Draft
from indexer.persons.found import Found

SETTING = "BLOTTER_PERSON_MODELS"
OFF = "off"
# spaCy's names of its small models, by language; those of other languages are trained on news or on the web.
GENRES = ("core_news_sm", "core_web_sm", "core_news_md", "core_web_md")
PERSON_LABELS = frozenset({"PER", "PERSON", "persName"})
# A model reads so much of a text: most persons are named in its beginning, and its memory grows with it.
LONGEST_TEXT = 20_000
# What finds names needs none of these.
UNUSED = ("parser", "lemmatizer", "attribute_ruler")


@cache
def model_of(language: str) -> Language | None:
    """The model of a language, loaded once a process; None where none is installed, or they are off."""
    if os.environ.get(SETTING, "auto").lower() == OFF:
        return None
    name = next((name for name in names_of(language) if installed(name)), None)
    return spacy.load(name, exclude=list(UNUSED)) if name else None


def names_of(language: str) -> list[str]:
    """The packages that may hold a model of a language."""
    return [f"{language}_{genre}" for genre in GENRES]


def installed(name: str) -> bool:
    return spacy.util.is_package(name)


def names_by_model(draft: Draft, taken: dict[str, bytearray], found: list[Found]) -> Iterator[Found]:
    """The full names that the language's model finds and no rule has; nothing is done where there is none."""
    model = model_of(draft.language) if draft.language else None
    if model is None:
        return
    for name in found:
        taken[name.where][name.start : name.end] = b"\1" * (name.end - name.start)
    for part in PARTS:
        for entity in model(draft.part(part)[:LONGEST_TEXT]).ents:
            start, end, words = entity.start_char, entity.end_char, tuple(entity.text.split())
            if entity.label_ in PERSON_LABELS and len(words) > 1 and taken[part].find(1, start, end) < 0:
                yield Found(part, start, end, words, entity.text, "model")
