"""Nodes of a query: comparable, and written out as a reader would write them."""

from datetime import date

import pytest

from article_index.query import (
    And,
    Everything,
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
from article_index.query_parser import parse_query

A, B, C = Word("a"), Word("b"), Word("c")

WRITTEN: list[tuple[Node, str]] = [
    (Everything(), "*"),
    (Word("oil"), "oil"),
    (Word("l'Europe"), "l'Europe"),
    (Word("AND"), "\\AND"),
    (Word("-oil"), "\\-oil"),
    (Word("title:oil"), "title\\:oil"),
    (Word("a b"), "a\\ b"),
    (Word("oil*"), "oil\\*"),
    (Word('say "no"'), 'say\\ \\"no\\"'),
    (Phrase("oil price"), '"oil price"'),
    (Phrase('a "b" \\c', 3), '"a \\"b\\" \\\\c"~3'),
    (Pattern("oil*"), "oil*"),
    (InField("title", A), "title:a"),
    (InField("body", Phrase("a b")), 'body:"a b"'),
    (HasValue("country", "MA"), "country:MA"),
    (HasValue("person", "Ann O'Neil"), 'person:"Ann O\'Neil"'),
    (HasValue("country", "-"), "country:-"),
    (Published(date(2024, 1, 31), None), "published:[2024-01-31 TO *]"),
    (Published(None, date(999, 1, 31)), "published:[* TO 0999-01-31]"),
    (And((A, B)), "a b"),
    (Or((A, B)), "a OR b"),
    (Not(A), "-a"),
    (Not(And((A, B))), "-(a b)"),
    (And((A, Or((B, C)))), "a (b OR c)"),
    (Or((And((A, B)), C)), "(a b) OR c"),
    (Not(Not(A)), "--a"),
]


@pytest.mark.parametrize(("node", "text"), WRITTEN, ids=[text for _, text in WRITTEN])
def test_a_node_is_written_as_a_reader_would(node: Node, text: str) -> None:
    assert str(node) == text


@pytest.mark.parametrize("node", [node for node, _ in WRITTEN if node != Not(Not(A))], ids=str)
def test_a_node_written_out_reads_as_the_same(node: Node) -> None:
    parsed = parse_query(str(node))
    assert parsed.node == node
    assert parsed.complaints == ()


def test_nodes_compare_and_hash_by_what_they_say() -> None:
    assert And((A, Phrase("b", 2))) == And((Word("a"), Phrase("b", 2)))
    assert len({Word("a"), A, Phrase("a"), Pattern("a")}) == 3
