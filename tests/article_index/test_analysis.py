"""Text to terms: words, their exact forms, their stems."""

from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article_index.analysis import (
    CHANGED_BEGINNINGS,
    LETTERS,
    MAX_PATTERN_LENGTH,
    MAX_WORD,
    STEMMERS,
    WORD,
    different_words,
    fold_pattern,
    has_words,
    is_pattern,
    terms_of,
    tokens,
    words,
)
from article_index.stop_words import STOP_WORDS

LANGUAGES = st.sampled_from([None, *STEMMERS])


def exact(text: str, language: str | None = None) -> list[str]:
    return [token.exact for token in tokens(text, language)]


def stems(text: str, language: str | None) -> list[str | None]:
    return [token.stem for token in tokens(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Well-known U.S. drug kingpin's AT&T",
            ["well", "known", "u", "s", "drug", "kingpin", "s", "at", "t"],
        ),
        ("Œuvre naïve à l’ÎLE", ["oeuvre", "naive", "a", "l", "ile"]),
        ("e\u0301te\u0301 Straße Łódź", ["ete", "strasse", "lodz"]),
        ("İstanbul ISPARTA ısı", ["istanbul", "isparta", "isi"]),
        ("Её ёлка й", ["ее", "елка", "и"]),
        ("الشُّرطةُ إلى أعلى مـــراكش", ["الشرطه", "الي", "اعلي", "مراكش"]),
        ("ＡＢＣ ﬁne ①", ["abc", "fine", "1"]),
        ("逮捕3人", ["逮", "捕", "3", "人"]),
        ("กิน", ["กิ", "น"]),
        ("हिन्दी", ["हिन्दी"]),  # Indic marks are vowels, not accents
        ("snake_case x²", ["snake", "case", "x2"]),
        ("🚨 -- _ …", []),
    ],
)
def test_words_and_their_exact_forms(text: str, expected: list[str]) -> None:
    assert exact(text) == expected


@pytest.mark.parametrize(
    ("language", "text", "stem"),
    [
        ("en", "smuggling smuggled smuggles", "smuggl"),
        ("fr", "policiers policières", "polici"),
        ("es", "detenido detenidas", "deten"),
        ("pt", "operação operações", "oper"),
        ("it", "arrestato arrestati", "arrest"),
        ("de", "Häuser Haus", "haus"),
        ("ar", "الشرطة شرطة", "شرط"),
        ("ru", "полиция полицию", "полиц"),
        ("tr", "polisler polisi", "polis"),
        ("nl", "dieven dief", "dief"),
        ("nb", "politiet politi", "politi"),
    ],
)
def test_inflections_share_a_stem(language: str, text: str, stem: str) -> None:
    assert set(stems(text, language)) == {stem}


def test_stop_words_have_no_stem_in_their_language_only() -> None:
    assert stems("the police", "en") == [None, "polic"]
    assert stems("the police", "fr") == ["the", "polic"]
    assert stems("the police", None) == ["the", "police"]
    assert stems("À LA police", "fr") == [None, None, "polic"]


def test_languages_without_a_stemmer_keep_words_as_they_are() -> None:
    assert stems("Поліцію", "uk") == ["поліцію"]
    assert stems("policing", None) == ["policing"]


def test_long_words_are_cut() -> None:
    assert exact("x" * 500) == ["x" * MAX_WORD]
    assert all(len(form) <= MAX_WORD for form in exact("ß" * 500))


@given(st.text(), LANGUAGES)
def test_every_term_is_one_word_of_some_letters(text: str, language: str | None) -> None:
    for token in tokens(text, language):
        for term in (token.exact, token.stem):
            # Engines cut the terms at blanks: a blank or nothing would shift all words behind.
            assert term is None or term.split() == [term]
            assert term != "_"


@given(st.text(), LANGUAGES)
def test_offsets_point_at_the_words_in_order(text: str, language: str | None) -> None:
    found = list(tokens(text, language))
    assert [text[token.start : token.end] for token in found] == words(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert has_words(text) == bool(found)


@pytest.mark.parametrize(
    "text", ["po\u200dlice came", "po\u2060lice", "Ёж_и 7", "ἀρχή", "הַמִּשְׁטָרָה", "الشرطة ٢٠", "ﷺ a_b"]
)
def test_joiners_do_not_divide_words_and_scripts_with_blanks_have_the_same_words(text: str) -> None:
    assert words(text) == WORD.findall(text)


@given(st.text(st.characters(max_codepoint=0x2C00)))
def test_plain_text_has_the_same_words_by_the_short_way(text: str) -> None:
    assert words(text) == WORD.findall(text)


@pytest.mark.parametrize("text", ["laund*", "*laund", "l?und", "la*nd*", "*a?b", "الشر*", "é*t"])
def test_patterns(text: str) -> None:
    assert is_pattern(text)


@pytest.mark.parametrize(
    "text",
    ["*", "a*", "?", "laund", "la und*", "経*", "la.*", "a*b*c*d*", "x" * MAX_PATTERN_LENGTH + "*", ""],
)
def test_no_patterns(text: str) -> None:
    assert not is_pattern(text)


def test_patterns_are_folded_like_words() -> None:
    assert fold_pattern("ÉTÉ**") == "ete*"
    assert fold_pattern("الشُّرطة*") == "الشرطه*"


def test_stemmers_work_in_many_threads() -> None:
    words = ["smuggling", "detenidos", "policières", "Verhaftungen", "الشرطة"] * 200
    languages = ["en", "es", "fr", "de", "ar"] * 200
    expected = [stems(word, language) for word, language in zip(words, languages, strict=True)]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(stems, words, languages)) == expected


def test_stop_word_lists_are_of_languages_we_stem() -> None:
    assert STOP_WORDS.keys() <= STEMMERS.keys()


@given(st.text(st.characters(max_codepoint=0x2060)))
def test_the_different_words_are_the_same_by_the_short_way(text: str) -> None:
    assert different_words(text) == set(words(text))


@pytest.mark.parametrize("language", sorted(STEMMERS.keys() - CHANGED_BEGINNINGS))
@given(st.text(st.characters(max_codepoint=0x58F), min_size=1))
def test_a_stem_begins_as_its_word_does(language: str, text: str) -> None:
    """What highlights rely on to pass over most words."""
    for word in words(text):
        exact, stem = terms_of(word, language)
        assert stem is None or stem[0] == exact[0]
        assert LETTERS[word[0]] in {exact[0], ""}
