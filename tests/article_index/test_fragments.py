"""Fragments: which sentences show why an article was found, and where long ones are cut."""

import re
from html import unescape

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from article_index.analysis import tokens
from article_index.fragments import FRAGMENT_LENGTH, FRAGMENTS
from article_index.highlighter import highlight, marked_html
from article_index.query_parser import parse_query
from tests.factory import article


def body(query: str, text: str, language: str | None = "en") -> list[str]:
    """The fragments of a body as a page shows them for a query."""
    _, fragments = highlight(parse_query(query).node, article(body=text, language=language))
    return [marked_html(part).replace("<mark>", "[").replace("</mark>", "]") for part in fragments]


@pytest.mark.parametrize(
    ("query", "language", "text", "fragment"),
    [
        (
            "police",
            "en",
            "One. Mr. Smith met U.S. police in St. Louis. Two.",
            "Mr. Smith met U.S. [police] in St. Louis.",
        ),
        ("million", "en", "One. He lost 3.5 million on Sept. 11. Two.", "He lost 3.5 [million] on Sept. 11."),
        (
            "Polizei",
            "de",
            "Eins. Am 3. Mai kam z. B. die Polizei. Zwei.",
            "Am 3. Mai kam z. B. die [Polizei].",
        ),
        ("police", "fr", "Un. M. Dupont a vu la police. Deux.", "M. Dupont a vu la [police]."),
        ("policía", "es", "Uno. ¿Vio el Sr. Ruiz a la policía? Dos.", "¿Vio el Sr. Ruiz a la [policía]?"),
        (
            "полиция",
            "ru",
            "Раз. В г. Твери А. П. Ильина нашла полиция. Два.",
            "В г. Твери А. П. Ильина нашла [полиция].",
        ),
        ("αστυνομία", "el", "Ένα. Ήρθε η αστυνομία; Δύο.", "Ήρθε η [αστυνομία];"),
        ("الشرطة", "ar", "أولا. متى وصلت الشرطة؟ ثانيا.", "متى وصلت [الشرطة]؟"),
        ("پولیس", "ur", "ایک۔ یہاں پولیس آئی۔ دو۔", "یہاں [پولیس] آئی۔"),
        ("पुलिस", "hi", "एक। यहाँ पुलिस आई। दो।", "यहाँ [पुलिस] आई।"),
        ("ոստիկան", "hy", "Մեկ։ Ոստիկան եկավ։ Երկու։", "[Ոստիկան] եկավ։"),
        ("警察", "zh", "一。昨天警察来了！三。", "昨天[警察]来了！"),
        ("逮捕", "ja", "一。東京で男を逮捕した。三。", "東京で男を[逮捕]した。"),
        ("경찰", "ko", "하나. 어제 경찰 왔다. 셋.", "어제 [경찰] 왔다."),
    ],
)
def test_whole_sentences_are_shown(query: str, language: str, text: str, fragment: str) -> None:
    assert body(query, text, language) == [fragment]


@pytest.mark.parametrize(
    ("query", "language", "text", "marked"),
    [
        (
            '"drug trafficking"',
            "en",
            "Drugs. Drug traffickers, drug-trafficking.",
            "[Drug traffickers], [drug-trafficking].",
        ),
        ("police", "en", "An anti-police and police’s work.", "An anti-[police] and [police]’s work."),
        ("enquête", "fr", "L’enquête, d’enquête.", "L’[enquête], d’[enquête]."),
        ("polic* police", "en", "The police policed.", "The [police] [policed]."),
        ('police "police chief"', "en", "A police chief.", "A [police chief]."),
        ("w?man", "en", "A woman, women.", "A [woman], women."),
        ("=arrest", "en", "An arrest, arrested.", "An [arrest], arrested."),
        ("خواهم", "fa", "می\u200cخواهم بروم.", "می\u200c[خواهم] بروم."),
        (
            "police",
            "en",
            "\u200fA po\u00adlice \u202bشرطة\u202c.",
            "\u200fA [po\u00adlice] \u202bشرطة\u202c.",
        ),
        ("café", "fr", "Au cafe\u0301.", "Au [cafe\u0301]."),
    ],
)
def test_marks_are_around_what_matched_alone(query: str, language: str, text: str, marked: str) -> None:
    assert body(query, text, language)[-1] == marked


def test_sentences_with_more_of_the_query_come_before_those_with_more_matches() -> None:
    lines = ["Arrest, arrests, arrested!", "Arrest.", "Arrests.", "Arresting.", "Police arrested him."]
    found = body("police arrest", "\n".join(lines))
    assert "[Police] [arrested] him." in found
    assert "[Arrest], [arrests], [arrested]!" in found


def test_rarer_words_come_first() -> None:
    text = "Police came.\n" * 4 + "They had cocaine.\n" + "Police left.\n" * 4 + "More cocaine."
    assert body("police OR cocaine", text) == ["[Police] came.", "They had [cocaine].", "More [cocaine]."]


def test_what_is_not_shown_yet_comes_before_what_is() -> None:
    text = "Police arrested one.\nPolice arrested two.\nPolice arrested three.\nThey had cocaine."
    assert body("police OR arrested OR cocaine", text) == [
        "[Police] [arrested] one.",
        "[Police] [arrested] two.",
        "They had [cocaine].",
    ]


def test_a_heading_is_shown_after_sentences_with_as_many_matches() -> None:
    text = "Police | Courts\nPolice News\nPolice came.\nNothing.\nPolice left.\nNothing.\nPolice met."
    assert body("police", text) == ["[Police] came.", "[Police] left.", "[Police] met."]
    assert body("police news", text)[0] == "[Police] [News]"


def test_neighbours_are_one_fragment_where_they_fit() -> None:
    assert body("police", "One. Police came. Police left. Two.") == ["[Police] came. [Police] left."]
    assert body("警察", "一。警察来了。警察走了。二。", "zh") == ["[警察]来了。[警察]走了。"]
    assert body("police", "Police came.\nPolice left.") == ["[Police] came.", "[Police] left."]
    long = "Police" + " came" * 30 + "."
    assert len(body("police", f"{long} {long}")) == 2


def test_fragments_stand_in_the_order_of_the_text() -> None:
    text = "Police one. No. Police two. No. Police and arson. No. Arson."
    assert body("police arson", text) == ["[Police] one.", "[Police] and [arson].", "[Arson]."]


def test_a_long_sentence_is_cut_around_the_matches_that_stand_together() -> None:
    words = [f"word{number}" for number in range(300)]
    words[20] = words[200] = "police"
    words[210] = "arson"
    _, found = body("police OR arson", " ".join(words))
    assert "[police]" in found
    assert "[arson]" in found
    assert found.startswith("… word")
    assert found.endswith(" …")


def test_a_long_sentence_begins_at_its_beginning_if_its_matches_are_near() -> None:
    (found,) = body("police", "The police" + " word" * 200)
    assert found.startswith("The [police] word")
    (found,) = body("police", "word " * 200 + "police left.")
    assert found.startswith("… word")
    assert found.endswith(" word [police] left.")


def test_two_matches_far_apart_in_a_sentence_without_end_leave_no_broken_word() -> None:
    words = [f"word{number}" for number in range(200)]
    for distance in range(20, 110):
        text = " ".join([*words[:30], "police", *words[30:distance], "police", "arson", *words])
        for found in body("police OR arson", text):
            assert set(found.split()) <= {*words, "[police]", "[arson]", "…"}


@pytest.mark.parametrize(
    ("query", "language", "before", "after"),
    [
        ("警察", "zh", "他们在城里住了很久，", "每天早上都去市场买菜，"),
        ("警察", "ja", "男はスーパーマーケットで、", "ヘリコプターを見ていた、"),
        ("ตำรวจ", "th", "เขาไปที่ตลาดทุกเช้า", "และเห็นเรือในแม่น้ำ"),
        ("पुलिस", "hi", "वह हर सुबह बाज़ार जाता था, ", " और नदी में नाव देखता था, "),
        ("الشرطة", "ar", "كان يذهب إلى السوق كل صباح، ", " ويرى القارب في النهر، "),
    ],
)
def test_sentences_of_all_scripts_are_cut_between_words(
    query: str, language: str, before: str, after: str
) -> None:
    (found,) = body(query, before * 30 + query + after * 30, language)
    assert f"[{query}]" in found
    assert len(found) <= FRAGMENT_LENGTH + len("… [] …")
    head, tail = found.removeprefix("… ").removesuffix(" …").split(f"[{query}]")
    assert head
    assert tail
    if language in {"zh", "ja"}:  # at a comma
        assert head == before * (len(head) // len(before))
        assert tail == after * (len(tail) // len(after))
    if language == "th":  # no vowel without its consonant
        assert not re.match(r"[ะ-ฺ็-๎]", head)
        assert not re.search(r"[เแโใไ]$", tail)


def test_a_word_longer_than_a_fragment_is_cut_alone() -> None:
    (found,) = body("police", "police " + "x" * 1_000)
    assert found == "[police] …"
    (found,) = body("xx*", "police " + "x" * 1_000)
    assert found == f"… [{'x' * FRAGMENT_LENGTH}] …"
    (found,) = body("country:MA", "e\u0301" * 1_000)
    assert found == "e\u0301" * (FRAGMENT_LENGTH // 2) + " …"


WORDS = """
police Police chief anti-police l’enquête the Mr. U.S. 3.5 <mark> </mark> &amp; & ' " « … 東京 警察 スーパー
カ ตำรวจ เขา ไป ประเทศ पुलिस क्ष হত্যা الشُّرطة می\u200cخواهم 경찰 \u1112\u1161\u11ab e\u0301 ក្រុង မြန်မာ
👩\u200d👩\u200d👧 👍🏽 🇫🇷🇩🇪 🇫
"""
SIGNS = [
    ". ",
    "! ",
    "。",
    "। ",
    "؟ ",
    "\n",
    "\r\n",
    " ",
    "\u00a0",
    "\u200b",
    "\u3000",
    ",",
    "、",
    "» ",
    "… ",
    " …",
]
ODD = ["\u0301", "\u200d", "\u00ad", "\u202b", "\u202c", "\ud83d", "\x00", "x" * 90, "y" * 300]
PIECES = [*WORDS.split(), *SIGNS, *ODD, " ", " "]
TEXTS = st.one_of(
    st.text(),
    st.lists(st.sampled_from(PIECES), max_size=200).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=200).map(" ".join),
    # Long stretches of few kinds.
    st.lists(st.tuples(st.sampled_from(PIECES), st.integers(1, 150)), max_size=8).map(
        lambda runs: "".join(piece * times for piece, times in runs)
    ),
)
ASKED = """
police|police chief|"police chief"|"chief police"~3|polic*|xx*|yy*|the|police OR 警 OR カ|東京 OR 警察
country:MA|الشرطة OR पुलिस OR 경찰|ตำรวจ OR ประเทศ|enquête OR mark OR amp|polise~
"""
QUERIES = st.sampled_from(ASKED.strip().replace("\n", "|").split("|"))
LANGUAGES = st.sampled_from(["en", "fr", "ar", "ja", None])


# Signs that hold on to a word.
JOINED = r"[\p{M}\u200c\u200d]*"
BEHIND, BEFORE = regex.compile(JOINED), regex.compile(f"(?r){JOINED}")


def cuts(text: str) -> set[int]:
    """Where a text may be cut: neither in a word, unless it is longer than a fragment, nor in a letter."""
    inside = set[int]()
    for token in tokens(text, None):
        before, behind = BEFORE.match(text, 0, token.start), BEHIND.match(text, token.end)
        if before and behind and behind.end() - before.start() <= FRAGMENT_LENGTH:
            inside.update(range(token.start + 1, token.end))
    letters = {match.end() for match in regex.finditer(r"\X", text)}
    blanks = {match.start() for match in re.finditer(r"\s", text)}
    return ({0} | letters | blanks) - inside


@given(TEXTS, QUERIES, LANGUAGES)
def test_fragments_are_pieces_of_the_text_cut_between_words(text: str, query: str, language: str) -> None:
    _, fragments = highlight(parse_query(query).node, article(body=text, language=language))
    assert len(fragments) <= FRAGMENTS
    allowed = cuts(text)
    position = 0
    for fragment in fragments:
        pieces = [fragment.text, fragment.text.removeprefix("… "), fragment.text.removesuffix(" …")]
        pieces.append(pieces[1].removesuffix(" …"))
        starts = [
            (start, start + len(piece))
            for piece in pieces
            for start in (match.start() for match in re.finditer(f"(?={re.escape(piece)})", text[position:]))
        ]
        places = [(start + position, end + position) for start, end in starts]
        places = [place for place in places if allowed.issuperset(place)]
        assert places
        position = min(end for _, end in places)


@given(TEXTS, QUERIES, LANGUAGES)
def test_spans_are_in_the_text_in_order_and_apart(text: str, query: str, language: str) -> None:
    title, fragments = highlight(parse_query(query).node, article(text, body=text, language=language))
    for marked in (title, *fragments):
        end = 0
        for start, stop in marked.spans:
            assert end <= start < stop <= len(marked.text)
            end = stop
        assert unescape(re.sub("</?mark>", "", marked_html(marked))) == marked.text


@given(TEXTS, QUERIES, LANGUAGES)
def test_a_match_of_the_text_is_shown(text: str, query: str, language: str) -> None:
    title, fragments = highlight(parse_query(query).node, article(text, body=text, language=language))
    assert bool(title.spans) == any(fragment.spans for fragment in fragments)
