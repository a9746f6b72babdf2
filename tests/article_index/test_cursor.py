"""Cursors: opaque, safe in URLs, read back exactly."""

import string
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article_index.cursor import BadCursor, Cursor
from article_index.search import Sort

CURSORS = st.builds(
    Cursor,
    st.sampled_from(Sort),
    st.floats(0, width=32, allow_infinity=False, allow_nan=False),
    st.integers(0, (1 << 63) - 1),
    st.integers(0, (1 << 40) - 1),
)


@given(CURSORS)
def test_a_cursor_reads_back_as_it_was(cursor: Cursor) -> None:
    assert Cursor.read(str(cursor), cursor.sort) == cursor


@given(CURSORS)
def test_a_cursor_needs_no_escaping_in_a_url(cursor: Cursor) -> None:
    assert set(str(cursor)) <= set(string.ascii_letters + string.digits + "-_")


@pytest.mark.parametrize(
    ("made_for", "read_for"), [pair for pair in product(Sort, Sort) if pair[0] != pair[1]]
)
def test_a_cursor_of_another_order_is_refused(made_for: Sort, read_for: Sort) -> None:
    with pytest.raises(BadCursor, match="leave `after` out to start again"):
        Cursor.read(str(Cursor(made_for, 1.0, 2, 3)), read_for)


@given(st.one_of(st.text(), st.text(string.ascii_letters + string.digits + "-_=")))
def test_any_text_is_a_cursor_or_refused(text: str) -> None:
    try:
        cursor = Cursor.read(text, Sort.RELEVANCE)
    except BadCursor:
        return
    assert cursor.sort is Sort.RELEVANCE
