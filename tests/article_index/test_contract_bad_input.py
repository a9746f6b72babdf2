"""The engine contract: what bad input gets. An answer and a complaint, never a failure, never a hang."""

from collections.abc import Iterator

import pytest

from article_index.cursor import BadCursor, Cursor
from article_index.engine import Engine
from article_index.query_parser import parse_query
from article_index.search import FACETS, LARGEST_SIZE, FacetFilter, SearchRequest, Sort
from tests.article_index.conftest import NewUrl
from tests.article_index.newsroom import newsroom
from tests.article_index.searching import holding, ids, request_of, search
from tests.factory import article
from tests.nasty_queries import LONGEST, ask, nasty_queries

ARTICLES = [
    article("Oil price falls", id="oil", body="A word on C++, AT&T and l'Europe.", countries=("MA",)),
    article("Foo and bar", id="foo", body="50% off U.S. stores"),
    article("經濟 الشرطة", id="scripts", language=None),
]


@pytest.fixture(scope="module")
def engine(new_url: NewUrl) -> Iterator[Engine]:
    with holding(new_url(), [*ARTICLES, *newsroom(30)]) as engine:
        yield engine


# What is written, how it is read, and whether that is doubted.
AWKWARD: list[tuple[str, str, bool]] = [
    ('"oil price', '"oil price"', True),
    ('title:"oil', 'title:"oil"', True),
    ('oil"', "oil", True),
    ("AND AND", "*", True),
    ("AND", "*", True),
    ("oil AND", "oil", True),
    ("OR oil", "oil", True),
    ("()", "*", False),
    ("(a OR b", "a OR b", True),
    ("a)", "a", True),
    ("", "*", False),
    ("   ", "*", False),
    ("title:", "title", True),
    ("\\", "*", True),
    ("C++", "C++", False),
    ("l'Europe", "l'Europe", False),
    ("AT&T", "AT&T", False),
    ("50% off", "50% off", False),
    ("U.S.", "U.S.", False),
    ("🚨", "*", True),
    ("الشرطة", "الشرطة", False),
    ("經濟", "經濟", False),
    ("oil\0", "oil\0", False),
    ("a:b:c", "a\\:b\\:c", False),
    ("[2024 TO", "\\[2024 \\TO", False),
    ("published:[2024-01-01 TO *]", "published:[2024-01-01 TO *]", False),
    ("published:{2024 TO 2026}", "published:[2025-01-01 TO 2025-12-31]", False),
    ("published:>=2024-01-01", "published:[2024-01-01 TO *]", False),
    ("published:[* TO *]", '"[* TO *]"', True),
    ("published:0000", '"0000"', True),
    ("published:9999", "published:[9999-01-01 TO 9999-12-31]", False),
    ("published:99999", '"99999"', True),
    ("published:2024-02-31", '"2024-02-31"', True),
    ("published:[2025 TO 2024]", '"[2025 TO 2024]"', True),
    ("*", "*", False),
    ("-*", "-*", False),
    ("-foo", "-foo", False),
    ("+foo -bar", "foo -bar", False),
    ("NOT foo", "-foo", False),
    ('"a b"~3', '"a b"~3', False),
    ("foo~1", "foo~1", False),
    ("foo^2", "foo^2", False),
    ("_~1", "*", True),
    ("a && b || !c", "(a b) OR -c", False),
    ("http://example.com/x?y=z", "url:example.com/x\\?y=z", False),
    ("“oil price”", '"oil price"', False),
    ("«oil price»", '"oil price"', False),
    ("oil\u00a0price", "oil price", False),
    ("nosuchfield:oil", "nosuchfield\\:oil", False),
    ("_exists_:title", "_exists_\\:title", False),
]


@pytest.mark.parametrize(("text", "read", "doubted"), AWKWARD, ids=[ascii(row[0]) for row in AWKWARD])
def test_awkward_queries_are_read_as_a_reader_means_them(
    engine: Engine, text: str, read: str, doubted: bool
) -> None:
    parsed = parse_query(text)
    assert str(parsed.node) == read
    assert bool(parsed.complaints) == doubted
    page = engine.search(SearchRequest(parsed.node))
    assert page.total >= len(page.hits)


def test_queries_made_by_lot_are_answered_in_time(engine: Engine) -> None:
    for number, text in enumerate(nasty_queries(200)):
        _, took = ask(engine, text, number)
        assert took < LONGEST, ascii(text)


WORDS = [f"{a}{b}lic{c}" for a in "bcdfgp" for b in "aeiou" for c in "eyiosau"]
HEAVY = {
    "wildcards": " OR ".join(f"{word}*" for word in WORDS),
    "wildcards before": " OR ".join(f"*{word[:3]}*" for word in WORDS),
    "similar words": " OR ".join(f"{word}~2" for word in WORDS),
    "long similar words": " OR ".join(f"{word * 5}~2" for word in WORDS),
    "words": " ".join(WORDS),
    "loose phrases": " OR ".join(f'"{" ".join(WORDS[n : n + 50])}"~50' for n in (0, 50, 100, 150)),
    "owners": " OR ".join(['agency:DGSN OR agency:"national police"'] * 100),
}


@pytest.mark.parametrize("match_all", [True, False])
@pytest.mark.parametrize("text", HEAVY.values(), ids=HEAVY.keys())
def test_heavy_queries_are_bounded_with_a_complaint(engine: Engine, text: str, match_all: bool) -> None:
    parsed = parse_query(text, match_all=match_all)
    assert parsed.complaints
    engine.search(SearchRequest(parsed.node))


def test_groups_in_groups_double_no_work_with_any_word_enough(engine: Engine) -> None:
    text = "+(" * 7 + " ".join(WORDS[:100]) + ") x" * 7
    engine.search(SearchRequest(parse_query(text, match_all=False).node))


@pytest.mark.parametrize("kind", ["any_of", "all_of", "none_of"])
def test_hundreds_of_values_may_be_chosen_in_each_facet(engine: Engine, kind: str) -> None:
    values = tuple(f"value {number}" for number in range(300))
    page = engine.search(SearchRequest(filters={name: FacetFilter(**{kind: values}) for name in FACETS}))
    assert page.total == (33 if kind == "none_of" else 0)


IMPOSSIBLE = {"long": "x" * 40_000, "half a character": "\ud800", "nothing": "", "nul": "\0"}


@pytest.mark.parametrize("value", IMPOSSIBLE.values(), ids=IMPOSSIBLE.keys())
def test_values_and_ids_that_no_article_has_find_nothing(engine: Engine, value: str) -> None:
    for name in FACETS:
        assert search(engine, filters={name: FacetFilter(any_of=(value,))}).total == 0
        assert search(engine, filters={name: FacetFilter(none_of=(value,))}).total == 33
    assert engine.get(value) is None
    assert engine.fingerprints([value, "oil"]).keys() == {"oil"}


@pytest.mark.parametrize("value", ["..", ".", "_search", "a/../b", "%2e%2e", "x" * 600, "x" * 9000])
def test_an_id_is_no_path(engine: Engine, value: str) -> None:
    assert engine.get(value) is None


@pytest.mark.parametrize("size", [0, -1, 10**9, 1 << 70])
def test_sizes_are_brought_within_their_bounds(engine: Engine, size: int) -> None:
    page = search(engine, "police", size=size, facet_size=size)
    assert len(page.hits) == (page.total if size > LARGEST_SIZE else 0)
    assert page.facets.keys() == FACETS.keys()


BEGINNINGS = ['po"', "<1-99>", "~", "@", "#", "&", ".*", "(", "[", "\\", "\ud800", "x" * 3000, "po\0"]


@pytest.mark.parametrize("beginning", BEGINNINGS, ids=ascii)
def test_signs_at_the_beginning_of_a_word_are_no_expression(engine: Engine, beginning: str) -> None:
    assert engine.suggest(beginning, 5) == []


def test_a_cursor_serves_another_query_and_a_changed_index(url: str) -> None:
    with holding(url, newsroom(60)) as engine:
        page = search(engine, "police OR la OR de", size=5)
        assert page.next
        for query in ("*", "cocaine", "-police", "zzz"):
            other = search(engine, query, after=page.next)
            assert other.total >= len(other.hits)
        engine.delete(ids(page))
        engine.add([article("Police", id="new")])
        rest = search(engine, "police OR la OR de", after=page.next, size=200)
        assert not set(ids(page)) & set(ids(rest))


@pytest.mark.parametrize("sort", list(Sort))
@pytest.mark.parametrize("score", [0.0, 1e-320, 3.5e38, 1e300])
@pytest.mark.parametrize(("key", "seen"), [(0, 0), ((1 << 63) - 1, (1 << 40) - 1)])
def test_a_made_up_cursor_is_answered(engine: Engine, sort: Sort, score: float, key: int, seen: int) -> None:
    cursor = str(Cursor(sort, score, key, seen))
    for query in ("police", "*"):
        page = engine.search(request_of(query, sort=sort, after=cursor))
        assert page.total >= len(page.hits)


@pytest.mark.parametrize(
    "cursor",
    [
        Cursor(Sort.RELEVANCE, float("nan"), 1, 1),
        Cursor(Sort.RELEVANCE, float("inf"), 1, 1),
        Cursor(Sort.RELEVANCE, -1.0, 1, 1),
        Cursor(Sort.RELEVANCE, 1.0, 1 << 63, 1),
        Cursor(Sort.RELEVANCE, 1.0, -1, 1),
        Cursor(Sort.RELEVANCE, 1.0, 1, 1 << 70),
        Cursor(Sort.NEWEST, 0.0, 1, 1),
        "x",
        "=",
        "é",
        "W" * 100_000,
    ],
    ids=lambda cursor: ascii(cursor)[:40],
)
def test_a_cursor_that_no_page_gave_is_refused(engine: Engine, cursor: object) -> None:
    with pytest.raises(BadCursor):
        search(engine, "police", after=str(cursor))
