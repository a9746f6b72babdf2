"""Text to query: what is read, what is doubted, and that nothing fails."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article_index.query import (
    And,
    Boost,
    Everything,
    Fuzzy,
    HasKey,
    HasValue,
    InField,
    Node,
    Not,
    Or,
    Pattern,
    Phrase,
    Published,
    Word,
)
from article_index.query_parser import (
    MAX_DEPTH,
    MAX_LENGTH,
    parse_query,
)
from article_index.query_pieces import MAX_COMPLAINTS, MAX_PHRASE, MAX_TERMS

OIL, PRICE = Word("oil"), Word("price")

CLEAR: list[tuple[str, Node]] = [
    ("", Everything()),
    ("   ", Everything()),
    ("*", Everything()),
    ("oil", OIL),
    ("oil price", And((OIL, PRICE))),
    ("oil\u00a0price", And((OIL, PRICE))),
    ("oil\tprice\n", And((OIL, PRICE))),
    ("oil AND price", And((OIL, PRICE))),
    ("oil && price", And((OIL, PRICE))),
    ("oil OR price", Or((OIL, PRICE))),
    ("oil || price", Or((OIL, PRICE))),
    ("oil or price", And((OIL, Word("or"), PRICE))),
    ("ORACLE", Word("ORACLE")),
    ("a b OR c", Or((And((Word("a"), Word("b"))), Word("c")))),
    ("a (b OR c)", And((Word("a"), Or((Word("b"), Word("c")))))),
    ("((oil))", OIL),
    ("-oil", Not(OIL)),
    ("!oil", Not(OIL)),
    ("NOT oil", Not(OIL)),
    ("--oil", OIL),
    ("NOT NOT oil", OIL),
    ("+oil -price", And((OIL, Not(PRICE)))),
    ("a && b || !c", Or((And((Word("a"), Word("b"))), Not(Word("c"))))),
    ("-(oil OR price)", Not(Or((OIL, PRICE)))),
    ("-*", Not(Everything())),
    ("well-known", Word("well-known")),
    ('"oil price"', Phrase("oil price")),
    ("“oil price”", Phrase("oil price")),
    ("«oil price»", Phrase("oil price")),
    ("„oil price“", Phrase("oil price")),
    ('"oil price"~3', Phrase("oil price", 3)),
    ('"oil price"~', Phrase("oil price")),
    ('"say \\"oil\\""', Phrase('say "oil"')),
    ('oil"price"', And((OIL, Phrase("price")))),
    ("oil*", Pattern("oil*")),
    ("?oil", Pattern("?oil")),
    ("oil\\*", Word("oil*")),
    ("oil~1", Fuzzy("oil", 1)),
    ("oil^2", Boost(OIL, 2.0)),
    ("oil~", Fuzzy("oil", 1)),
    ("petrol~", Fuzzy("petrol", 2)),
    ("petrol~1", Fuzzy("petrol", 1)),
    ("petrol~0", Word("petrol", exact=True)),
    ("a~b", Word("a~b")),
    ("oil\\~1", Word("oil~1")),
    ("oil^2.5 price", And((Boost(OIL, 2.5), PRICE))),
    ('"oil price"~2^3', Boost(Phrase("oil price", 2), 3.0)),
    ("(oil OR price)^3", Boost(Or((OIL, PRICE)), 3.0)),
    ("(oil^2)^3", Boost(OIL, 6.0)),
    ("title:oil^2", Boost(InField("title", OIL), 2.0)),
    ("country:MA^2", Boost(HasValue("country", "MA"), 2.0)),
    ("-oil^2", Not(OIL)),
    ("petrol~1^2", Boost(Fuzzy("petrol", 1), 2.0)),
    ("x^y", Word("x^y")),
    ("^2", Word("^2")),
    ("oil\\^2", Word("oil^2")),
    ("=oil", Word("oil", exact=True)),
    ('="oil price"', Phrase("oil price", exact=True)),
    ("exact:oil", Word("oil", exact=True)),
    ("exact:(oil price)", And((Word("oil", exact=True), Word("price", exact=True)))),
    ("title:=oil", InField("title", Word("oil", exact=True))),
    ("-=oil", Not(Word("oil", exact=True))),
    ("\\=oil", Word("=oil")),
    ("E=mc", Word("E=mc")),
    ("=oil*", Word("oil*", exact=True)),
    ("https://www.Example.org/A/?utm_source=x&id=3#top", HasKey("url", "example.org/A?id=3")),
    ("www.example.org", HasKey("url", "example.org")),
    ("url:https://example.org/a", HasKey("url", "example.org/a")),
    ("oil https://example.org/a", And((OIL, HasKey("url", "example.org/a")))),
    ("id:a-1", HasKey("id", "a-1")),
    ('author:"Ann  Ódor"', HasKey("author", "ann odor")),
    ("story:x", HasKey("story", "x")),
    ("（oil OR price）", Or((OIL, PRICE))),
    ("country：MA", HasValue("country", "MA")),
    ("oil price?", And((OIL, PRICE))),
    ("oil price??", And((OIL, PRICE))),
    ("oil? price", And((Pattern("oil?"), PRICE))),
    ("oil (price?)", And((OIL, Pattern("price?")))),
    ("price?", Pattern("price?")),
    ("oil pri?e?", And((OIL, Pattern("pri?e?")))),
    ("C++", Word("C++")),
    ("l'Europe", Word("l'Europe")),
    ("AT&T", Word("AT&T")),
    ("50% off", And((Word("50%"), Word("off")))),
    ("U.S.", Word("U.S.")),
    ("الشرطة", Word("الشرطة")),
    ("経済成長", Word("経済成長")),
    ("a\0b", Word("a\0b")),
    ("a:b:c", Word("a:b:c")),
    ("http://example.com/x?y=z", HasKey("url", "example.com/x?y=z")),
    ("[2024", Word("[2024")),
    ("title:oil", InField("title", OIL)),
    ('BODY:"oil price"', InField("body", Phrase("oil price"))),
    ("title:oil*", InField("title", Pattern("oil*"))),
    ("title:(oil price)", And((InField("title", OIL), InField("title", PRICE)))),
    ("title:a:b", InField("title", Word("a:b"))),
    ("title\\:oil", Word("title:oil")),
    ("country:MA", HasValue("country", "MA")),
    ("country:morocco", HasValue("country", "MA")),
    ('country:"Côte d\'Ivoire"', HasValue("country", "CI")),
    ("country:(MA OR ES)", Or((HasValue("country", "MA"), HasValue("country", "ES")))),
    ('country:"-"', HasValue("country", "-")),
    ("person:Ann", HasValue("person", "Ann")),
    ("crime_type:drugs", HasValue("crime_type", "drugs")),
    ("-language:ar", Not(HasValue("language", "ar"))),
    ("published:2024", Published(date(2024, 1, 1), date(2024, 12, 31))),
    ("published:2024-02", Published(date(2024, 2, 1), date(2024, 2, 29))),
    ("published:>=2024-02-03", Published(date(2024, 2, 3), None)),
    ("published:[2024 TO *]", Published(date(2024, 1, 1), None)),
    ("published:{2024 TO 2026}", Published(date(2025, 1, 1), date(2025, 12, 31))),
]


def test_in_a_headline_all_in_capitals_and_and_not_are_words() -> None:
    shouted = parse_query("POLICE AND CUSTOMS DO NOT ARREST MINISTER", match_all=False).node
    assert isinstance(shouted, Or)
    assert {"POLICE", "CUSTOMS", "NOT", "ARREST"} <= {str(one).removeprefix("\\") for one in shouted.nodes}
    assert parse_query("NATO AND EU NOT UN").node == And((Word("NATO"), Word("EU"), Not(Word("UN"))))


@pytest.mark.parametrize(("text", "node"), CLEAR, ids=[repr(text) for text, _ in CLEAR])
def test_clear_queries(text: str, node: Node) -> None:
    parsed = parse_query(text)
    assert parsed.node == node
    assert parsed.complaints == ()
    assert parsed.text == text


ANY: list[tuple[str, str]] = [
    ("oil price", "oil OR price"),
    ("oil AND price", "oil price"),
    ("oil AND price gas", "(oil price) OR (oil price gas)"),
    ("+oil price", "oil OR (oil price)"),
    ("oil price -gas", "-gas (oil OR price)"),
    ("oil price country:MA", "country:MA (oil OR price)"),
    ("country:MA published:2024", "country:MA published:[2024-01-01 TO 2024-12-31]"),
    ("(oil price) gas", "oil OR price OR gas"),
    ('"oil price"', '"oil price"'),
    ("北京警方", "北京 OR 京警 OR 警方"),
    ("北京", "北京"),
    ("2024年北京 price", "年北 OR 北京 OR 2024 OR price"),
]


@pytest.mark.parametrize(("text", "written"), ANY, ids=[text for text, _ in ANY])
def test_with_any_word_enough(text: str, written: str) -> None:
    parsed = parse_query(text, match_all=False)
    assert str(parsed.node) == written
    assert parsed.complaints == ()


DOUBTED: list[tuple[str, str, list[tuple[int, int, str]]]] = [
    ('"oil price', '"oil price"', [(0, 1, "never closed")]),
    ('title:"oil', 'title:"oil"', [(6, 7, "never closed")]),
    ('oil"', "oil", [(3, 4, "never closed")]),
    ("AND", "*", [(0, 3, "AND needs something before"), (0, 3, "Nothing is left")]),
    ("AND AND oil", "oil", [(0, 3, "AND needs"), (4, 7, "AND needs")]),
    ("oil AND", "oil", [(7, 7, "AND needs something after")]),
    ("oil AND AND price", "oil price", [(8, 11, "AND needs something before")]),
    ("OR oil", "oil", [(0, 2, "OR needs something before")]),
    ("oil OR", "oil", [(4, 6, "OR needs something after")]),
    ("oil OR OR price", "oil OR price", [(6, 9, "OR needs something before")]),
    ("NOT", "*", [(0, 3, "nothing here to leave out"), (0, 3, "Nothing is left")]),
    ("oil -", "oil", [(4, 5, "nothing here to leave out")]),
    ("(a OR b", "a OR b", [(0, 1, "never closed")]),
    ("a)", "a", [(1, 2, "no ( before it")]),
    ("a) b", "a b", [(1, 2, "no ( before it")]),
    ("\\", "*", [(0, 1, "no letter or digit"), (0, 1, "Nothing is left")]),
    ("oil 🚨", "oil", [(4, 5, "no letter or digit")]),
    ("title:", "title", [(0, 6, "has no value")]),
    ("title: oil", "title oil", [(0, 6, "has no value")]),
    ("country:Atlantis", '"Atlantis"', [(8, 16, "No country is called “Atlantis”")]),
    ("published:soon", '"soon"', [(10, 14, "no date")]),
    ("published:2024-02-30", '"2024-02-30"', [(10, 20, "no date")]),
    ("published:[2025 TO 2024]", '"[2025 TO 2024]"', [(10, 24, "no date")]),
    ('"oil price"~99', '"oil price"~50', [(11, 14, "at most 50")]),
    ("o*", "o\\*", [(0, 2, "without its wildcards")]),
    ("o*i*l*s*", "o\\*i\\*l\\*s\\*", [(0, 8, "without its wildcards")]),
    ("oil \ud800", "oil", [(4, 5, "no letter or digit")]),
]


@pytest.mark.parametrize(("text", "read", "complaints"), DOUBTED, ids=[repr(row[0]) for row in DOUBTED])
def test_doubted_queries(text: str, read: str, complaints: list[tuple[int, int, str]]) -> None:
    parsed = parse_query(text)
    assert str(parsed.node) == read
    places = [(complaint.start, complaint.end) for complaint in parsed.complaints]
    assert places == [(start, end) for start, end, _ in complaints]
    for complaint, (_, _, message) in zip(parsed.complaints, complaints, strict=True):
        assert message in complaint.message


@pytest.mark.parametrize("text", ["()", "(( ))", "-()", "title:()", '""'])
def test_emptiness_is_no_condition(text: str) -> None:
    assert parse_query(text).node == Everything()


def test_a_long_query_is_cut_and_says_so() -> None:
    parsed = parse_query("oil " * 5000)
    assert [(c.start, c.end) for c in parsed.complaints if "cut" in c.message] == [(MAX_LENGTH, 20_000)]


def test_only_so_many_words_are_searched() -> None:
    parsed = parse_query(" ".join(f"w{number}" for number in range(MAX_TERMS + 50)))
    assert isinstance(parsed.node, And)
    assert len(parsed.node.nodes) == MAX_TERMS
    (complaint,) = parsed.complaints
    assert f"first {MAX_TERMS} words" in complaint.message


def test_only_so_many_words_of_a_phrase_are_searched() -> None:
    words = [f"w{number}" for number in range(MAX_PHRASE + 1)]
    for text in (f'"{" ".join(words)}"', "-".join(words), f'country:"{" ".join(words)}"'):
        parsed = parse_query(text)
        assert isinstance(parsed.node, Word | Phrase)
        assert parsed.node.text.endswith(words[MAX_PHRASE - 1])
        assert f"first {MAX_PHRASE} words of a phrase" in parsed.complaints[-1].message


def test_words_of_phrases_count_as_words() -> None:
    phrases = [f'"{" ".join(f"w{number}" for number in range(MAX_PHRASE))}"'] * 5
    parsed = parse_query(" ".join(phrases))
    assert isinstance(parsed.node, And)
    assert len(parsed.node.nodes) == MAX_TERMS // MAX_PHRASE


def test_parentheses_nest_only_so_deep() -> None:
    assert parse_query("(" * MAX_DEPTH + "oil" + ")" * MAX_DEPTH).complaints == ()
    parsed = parse_query("(" * (MAX_DEPTH + 1) + "oil" + ")" * (MAX_DEPTH + 1))
    assert "nest deeper" in parsed.complaints[0].message
    assert parsed.node == OIL


def test_complaints_are_few() -> None:
    assert len(parse_query(") " * 1000).complaints) == MAX_COMPLAINTS


LONG_TEXTS = {
    "letters": "a" * 10_000, "words": "a " * 5000, "opening": "(" * 10_000, "closing": ")" * 10_000,
    "pairs": "()" * 5000, "nested": "(" * 5000 + "a" + ")" * 5000, "quotes": '"' * 10_000,
    "minus": "-" * 10_000, "plus": "+a" * 5000, "not": "NOT " * 2500, "or": "OR " * 3333,
    "colons": "a:" * 5000, "fields": "title:" * 1666, "brackets": "published:[" * 909,
    "backslashes": "\\" * 10_000, "stars": "*" * 10_000, "slop": '"a"~' + "9" * 10_000,
    "blanks": " " * 10_000, "han": "経" * 10_000,
    "groups": "(a OR " * 1666, "negated groups": "-(a " * 2500, "values": "country:x " * 1000,
}  # fmt: skip


@pytest.mark.parametrize("text", LONG_TEXTS.values(), ids=LONG_TEXTS.keys())
def test_long_text_is_read_fast(text: str) -> None:
    parse_query("country:x")  # loads the vocabulary
    started = time.process_time()
    parse_query(text)
    assert time.process_time() - started < 0.5


WORDS = """
AND OR NOT && || ( ) " - + ! * ? ~ ~2 \\ : [ ] { } < > = ' “ ” TO title: body: country: agency:
person: crime_type: language: published: MA Spain drugs 2024 2024-05 >=2024 [2024 laund* ?at the
cocaine l'Europe 東京 الشرطة ـ _ ﷺ é 🚨 -1
"""
OTHERS = [" ", "\u00a0", "\n", "\0", "\ud800", "[2024 TO *]", "{2023-01 TO 2024}", "x" * 40]
FRAGMENTS = st.sampled_from([*WORDS.split(), *OTHERS])
ANY_TEXT = st.one_of(
    st.text(), st.lists(FRAGMENTS).map("".join), st.lists(FRAGMENTS, max_size=12).map(" ".join)
)


@given(ANY_TEXT)
def test_any_text_is_read_and_complaints_lie_in_it(text: str) -> None:
    parsed = parse_query(text)
    for complaint in parsed.complaints:
        assert 0 <= complaint.start <= complaint.end <= len(text)
        assert complaint.message.endswith(".")


@given(ANY_TEXT)
def test_a_query_written_out_reads_as_the_same(text: str) -> None:
    node = parse_query(text).node
    assert parse_query(str(node)).node == node
