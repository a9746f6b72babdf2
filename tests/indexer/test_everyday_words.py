"""The vocabulary against everyday words: none of them names anything."""

import pytest

from tests.indexer.everyday_words import WORDS, words_of
from tests.indexer.making import surfaces_of


@pytest.mark.parametrize("language", WORDS)
def test_everyday_words_name_nothing(language: str) -> None:
    assert len(words_of(language)) >= 150
    found = {
        (surface.text, surface.kind, surface.id)
        for word in words_of(language)
        for form in (word, word[0].upper() + word[1:])
        for surface in surfaces_of(form, language)
        if surface.kind in ("place", "agency", "crime")
    }
    assert found == set()
