"""Sentences: where they end in each script, and full stops that end none."""

from itertools import pairwise

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from vocabulary.sentences import REACH, ends, has_end, sentence_around

UNSPACED = regex.compile(r"\p{Han}|\p{Khmer}|\p{Myanmar}")


def cut(text: str) -> list[str]:
    """All sentences of a text."""
    places = [0, *ends(text, 0, len(text)), len(text)]
    pieces = (text[start:end].strip() for start, end in pairwise(places))
    return [piece for piece in pieces if piece]


@pytest.mark.parametrize(
    "text",
    [
        "Police came.|He left!|Why?|Nobody knows…|Wait...|The end",
        "He said: “No.”|Police left.|(All of them.)|End.",
        "He was 15.|Police came in 2019.|15 men were held.",
        "He fled with Kim.|Police held Tom and Ali.|Both were armed.",
        "La policía llegó.|¿Quién fue?|¡Nadie!|«Nada», dijo.",
        "« Halte ! »|Il a fui.|« Où ? »|Personne ne sait.",
        "Die Polizei kam.|Um 15 Uhr war es vorbei.|„Halt!“|Alle blieben stehen.",
        "Полиция приехала.|Кто это был?|Неизвестно.",
        "Η αστυνομία ήρθε.|Ποιος ήταν;|Κανείς.",
        "وصلت الشرطة.|من فعل ذلك؟|لا أحد.",
        "پولیس پہنچ گئی۔|کون تھا؟|کوئی نہیں۔",
        "पुलिस आई।|कौन था?|कोई नहीं॥|अंत।",
        "পুলিশ এসেছে।|কেউ নেই।",
        "Ոստիկանությունը եկավ։|Ոչ ոք չկար։",
        "ፖሊስ መጣ።|ማን ነበር፧|ማንም።",
        "警察来了。|他说：“不。”|谁？|没有人！",
        "警察が来た。|「誰だ？」|誰もいない。",
        "경찰이 왔다.|확인된 것.|아무도 없었다.",
        "ရဲရောက်လာသည်။|ဘယ်သူမှမရှိ။",
        "ប៉ូលិសមកដល់។|គ្មាននរណាទេ។",
    ],
)
def test_sentences_end_where_their_script_ends_them(text: str) -> None:
    between = "" if UNSPACED.search(text) else " "
    assert cut(text.replace("|", between)) == text.split("|")


def test_a_line_ends_a_sentence() -> None:
    assert cut("A heading\nMr.\r\nTwo words\n\n  three") == ["A heading", "Mr.", "Two words", "three"]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Smith met Lt. Col. J. R. Brown and Sen. Ann Lee in St. Louis.",
        "The U.S. Secret Service and U.S. police seized 3.5 million.",
        "About 5 p.m. Monday, i.e. before dark, cf. No. 3 and Sept. 11.",
        "“Stop!” he said. and then… nothing",
        "The firm, Example Inc. of Ohio etc. was searched.",
        "M. Dupont et Mme. Durand ont vu Mgr. Martin, art. 3.",
        "El Sr. López y la Dra. Ruiz viven en la Av. Mayor, núm. 5.",
        "L’On. Rossi e l’Avv. Bianchi hanno visto il Dott. Verdi.",
        "Am 3. Mai, z. B. Montag, kam Hr. Meier vom 2. Strafsenat bzw. Dr. Kurz.",
        "Dhr. Jansen en mevr. De Vries kwamen ca. 3 keer.",
        "В г. Москве на ул. Ленина А. С. Иванов украл 5 тыс. Рублей.",
        "वहाँ डॉ. सिंह थे।",
        "قال د. أحمد إن الشرطة وصلت.",
        "https://example.org/a.B?c=d and version 1.2.3 of x.Y",
    ],
)
def test_full_stops_of_abbreviations_and_numbers_end_no_sentence(text: str) -> None:
    assert cut(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "It was seized in the U.S.|The police said so.",
        "He came at 5 p.m.|He left at six.",
        "It has 5m.|Then came more.",
    ],
)
def test_an_acronym_ends_a_sentence_before_a_word_that_begins_one(text: str) -> None:
    assert cut(text.replace("|", " ")) == text.split("|")


def test_the_sentence_around_a_place_has_no_blanks_at_its_ends() -> None:
    text = "One.  Mr. Smith met police. \n Two."
    place = text.index("met")
    assert text[slice(*sentence_around(text, place, place + 3))] == "Mr. Smith met police."
    assert sentence_around("police", 0, 6) == (0, 6)


def test_a_sentence_without_end_is_bounded() -> None:
    text = "word " * 1_000
    start, end = sentence_around(text, 2_500, 2_504)
    assert start >= 2_500 - REACH
    assert end <= 2_504 + REACH


@pytest.mark.parametrize(
    ("text", "ended"),
    [("He left.", True), ("“No!”", True), ("« Non. »", True), ("走了。」", True), ("Home | News", False)],
)
def test_headings_do_not_end_as_sentences_do(text: str, ended: bool) -> None:
    assert has_end(text) is ended


@given(st.text(st.sampled_from("aB .!?\"'»)\n。।؟;1…\u0301Mr")), st.data())
def test_a_place_is_within_its_sentence(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = sentence_around(text, start, end)
    assert 0 <= first <= start <= end <= last <= len(text)
