"""What matched, marked: which words, in which sentences, and never as the article's own HTML."""

import re
from html import unescape

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from article_index.fragments import FRAGMENT_LENGTH, FRAGMENTS
from article_index.highlighter import LONGEST_TEXT, highlight, marked_html
from article_index.query_parser import parse_query
from article_index.search import Marked
from tests.factory import article


def title(query: str, text: str, language: str | None = "en") -> str:
    """A title as a page shows it for a query."""
    marked, _ = highlight(parse_query(query).node, article(text, language=language))
    return marked_html(marked).replace("<mark>", "[").replace("</mark>", "]")


def body(query: str, text: str, language: str | None = "en") -> list[str]:
    """The fragments of a body as a page shows them for a query."""
    _, fragments = highlight(parse_query(query).node, article(body=text, language=language))
    return [marked_html(part).replace("<mark>", "[").replace("</mark>", "]") for part in fragments]


@pytest.mark.parametrize(
    ("query", "text", "language", "marked"),
    [
        ("arrest", "Arrests: two arrested", "en", "[Arrests]: two [arrested]"),
        ("detenido", "Los detenidos", "es", "Los [detenidos]"),
        ("policia", "La Policía", "es", "La [Policía]"),
        ("شرطة", "قالت الشُّرطة", "ar", "قالت [الشُّرطة]"),
        ("逮捕", "北京で逮捕", "ja", "北京で[逮捕]"),
        ('"police chief"', "Police chief, chief of police", "en", "[Police chief], chief of police"),
        ('"chief of police"', "A chief of police", "en", "A [chief of police]"),
        ('"police chief"~4', "chief of police", "en", "[chief] of [police]"),
        ("laund*", "laundered laundry, blaundx", "en", "[laundered] [laundry], blaundx"),
        ("police chief", "police chief", "en", "[police] [chief]"),
        ("police OR chief", "the chief", "en", "the [chief]"),
        ("police -chief", "police chief", "en", "[police] chief"),
        ("-police", "police", "en", "police"),
        ("title:police", "police", "en", "[police]"),
        ("body:police", "police", "en", "police"),
        ("country:MA", "Morocco", "en", "Morocco"),
        ("*", "police", "en", "police"),
        ("the police", "the police", "en", "the [police]"),
        ("the", "the police", "en", "[the] police"),
        ("police", "policing", None, "policing"),
        ("l'enquête", "L’enquête", "fr", "L’[enquête]"),
    ],
)
def test_titles(query: str, text: str, language: str | None, marked: str) -> None:
    assert title(query, text, language) == marked


def test_the_sentences_with_most_different_words_are_shown_in_their_order() -> None:
    text = "Nothing. Police came.\nPolice arrested a man.\nPolice police police.\nHe was arrested by police."
    assert body("police arrested", text) == [
        "[Police] [arrested] a man.",
        "[Police] [police] [police].",
        "He was [arrested] by [police].",
    ]


def test_so_many_fragments_at_most() -> None:
    assert len(body("police", "Police here.\n" * 20)) == FRAGMENTS


def test_without_a_match_the_start_is_shown() -> None:
    assert body("country:MA", "First. Second.") == ["First."]
    assert body("police", "") == []
    assert body("police", " \n ") == []


@pytest.mark.parametrize(
    ("text", "fragment"),
    [
        ("One! Police? Three", "[Police]?"),
        ("One\nPolice\nThree", "[Police]"),
        ("一。警察来了。三", "[警察]来了。"),
        ("واحد؟ الشرطة هنا. ثلاثة", "[الشرطة] هنا."),
        ("He said: “No.” Police left. End.", "[Police] left."),
    ],
)
def test_sentences_end_where_their_script_ends_them(text: str, fragment: str) -> None:
    (found,) = body("police OR 警 OR 察 OR الشرطة", text, "ar" if "ة" in text else "en")
    assert found == fragment


def test_a_long_sentence_is_cut_between_words_around_its_first_match() -> None:
    words = [f"word{number}" for number in range(200)]
    words[100] = "police"
    (found,) = body("police", " ".join(words))
    assert found.startswith("… word")
    assert found.endswith(" …")
    assert len(found) <= FRAGMENT_LENGTH + len("… [] …")
    assert set(found.split()) <= {*words, "[police]", "…"}


def test_matches_far_behind_do_not_count() -> None:
    assert body("police", "Start. " + "Word. " * (LONGEST_TEXT // 6) + "Police.") == ["Start."]


def test_marked_html_escapes_what_stands_in_the_text() -> None:
    marked = Marked("<b>\"x\" & 'y'</b>", ((3, 6),))
    assert marked_html(marked) == "&lt;b&gt;<mark>&quot;x&quot;</mark> &amp; &#x27;y&#x27;&lt;/b&gt;"


WORDS = [
    "police",
    "Police",
    "policing",
    "chief",
    "the",
    "<mark>",
    "</mark>",
    "&amp;",
    "<script>",
    '"',
    "'",
    "東京",
    "الشرطة",
]
TEXTS = st.one_of(
    st.text(),
    st.lists(st.sampled_from([*WORDS, ". ", "。", "\n", "\u00a0", "x" * 90, "e\u0301"]), max_size=120).map(
        " ".join
    ),
    st.lists(st.sampled_from([*WORDS, "-", "é"]), max_size=200).map("".join),
)
QUERIES = st.sampled_from(
    ["police", '"police chief"', "polic*", "the", "mark OR amp OR script", "東京", "x*", "الشرطة"]
)


def plain(html: str) -> str:
    return unescape(re.sub("</?mark>", "", html))


@given(TEXTS, QUERIES)
def test_without_the_marks_the_text_comes_back(text: str, query: str) -> None:
    marked, fragments = highlight(parse_query(query).node, article(text, body=text))
    assert plain(marked_html(marked)) == text
    for fragment in fragments:
        assert plain(marked_html(fragment)) == fragment.text
        assert fragment.text.removeprefix("… ").removesuffix(" …") in text


@given(TEXTS, QUERIES)
def test_spans_are_whole_words_in_order(text: str, query: str) -> None:
    marked, fragments = highlight(parse_query(query).node, article(text, body=text))
    for part in (marked, *fragments):
        end = 0
        for start, stop in part.spans:
            assert end <= start < stop <= len(part.text)
            end = stop
    for start, stop in marked.spans:
        for place in (start, stop):
            inside = marked.text[place - 1 : place + 1] if place else ""
            assert not re.fullmatch(r"[a-zA-Z]{2}", inside)


@given(st.lists(st.text("ab", min_size=1, max_size=30), min_size=1, max_size=60), st.data())
def test_no_word_is_cut(words: list[str], data: st.DataObject) -> None:
    wanted = data.draw(st.sampled_from(words))
    assume(wanted != "a")
    _, (fragment, *_) = highlight(
        parse_query(f'"{wanted}"').node, article(body=" ".join(words), language=None)
    )
    assert set(fragment.text.split()) <= {*words, "…"}
    assert {fragment.text[start:end] for start, end in fragment.spans} == {wanted}
