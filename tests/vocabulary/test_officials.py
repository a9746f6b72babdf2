"""The file of officials: one line a person, every spelling one person's."""

from collections import Counter

import pytest

from vocabulary import concept
from vocabulary.concepts import records
from vocabulary.folding import fold, lower

OFFICIALS = list(records("officials.jsonl"))
# A single word names a person only where nobody else is called so.
WELL_KNOWN = {"Hemedti", "Marcola"}


def test_lines_are_whole_and_in_order() -> None:
    names = [one["name"] for one in OFFICIALS]
    assert names == sorted(names)
    assert len(set(names)) == len(names) > 250
    assert all(list(one) == ["name", "country", "variants"] for one in OFFICIALS)
    assert [one["name"] for one in OFFICIALS if concept("countries", one["country"]) is None] == []


def test_no_spelling_belongs_to_two() -> None:
    spellings = ({fold(lower(text)) for text in (one["name"], *one["variants"])} for one in OFFICIALS)
    owners = Counter(text for spelt in spellings for text in spelt)
    assert [text for text, number in owners.items() if number > 1] == []


@pytest.mark.parametrize("one", OFFICIALS, ids=lambda one: str(one["name"]))
def test_spellings_are_full_names(one: dict[str, list[str]]) -> None:
    latin = [text for text in (one["name"], *one["variants"]) if str(text).isascii()]
    assert [text for text in latin if " " not in text and text not in WELL_KNOWN] == []
