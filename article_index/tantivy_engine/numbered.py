"""Facets without a vocabulary, whose values may be hundreds of thousands: counted by numbers.

tantivy counts texts in a table as long as a segment has different ones, however few articles are found: with
60,000 persons in 200,000 articles 8 ms a search, 20 times as long as by numbers for a rare word and 4 times
for a frequent one. So each value has a number, a hash, in a column of its own, and the names of the few that
are shown are looked up in a field of numbered names (15 microseconds each).
"""

from typing import Any

import tantivy
import xxhash

from article_index import buckets
from article_index.article import FIELDS
from article_index.search import FacetCounts

OPEN_FIELDS = tuple(f.name for f in FIELDS if f.facet and f.facet.vocabulary is None)
NUMBER, NUMBERED = "_number", "_numbered"
# Exact counts however many distinct values a segment has; tantivy's default cuts at ten times the size.
SEGMENT_SIZE = 1_000_000
# Values fetched beyond those wanted, so that equals at the end can be put in order by name.
TIE_ROOM = 200
# More names than this are not looked up one by one.
MOST_NAMES = 1_000


def add_columns(builder: tantivy.SchemaBuilder) -> None:
    """The columns of numbers and the numbered names."""
    for name in OPEN_FIELDS:
        builder.add_unsigned_field(name + NUMBER, fast=True)
        builder.add_text_field(name + NUMBERED, tokenizer_name="raw", index_option="basic")


def add_numbers(document: tantivy.Document, name: str, values: list[str]) -> None:
    """Give a document the numbers of a field's values."""
    for value in values:
        number = number_of_value(value)
        document.add_unsigned(name + NUMBER, number)
        document.add_text(name + NUMBERED, f"{number:016x} {value}")


def number_of_value(value: str) -> int:
    """63 bits of a hash: that two of a million values share one has a chance of one in twenty million."""
    return xxhash.xxh3_64_intdigest(value.encode()) >> 1


def wanted(field: str, size: int) -> dict[str, Any] | None:
    """What to aggregate for the first values of an open field; None where its texts are counted."""
    if field not in OPEN_FIELDS or size + TIE_ROOM > MOST_NAMES:
        return None
    return {"terms": {"field": field + NUMBER, "size": size + TIE_ROOM, "segment_size": SEGMENT_SIZE}}


def counts(
    searcher: tantivy.Searcher, facet: str, field: str, answer: dict[str, Any], size: int, missing: int
) -> FacetCounts | None:
    """The counts from the answer to ``wanted``; None where too many values are equal to know the first."""
    found = [(int(bucket["key"]), bucket["doc_count"]) for bucket in answer["buckets"]]
    other = answer.get("sum_other_doc_count") or 0
    if len(found) > size:
        least = found[size - 1][1]
        if found[-1][1] == least and other:
            return None
        found = [one for one in found if one[1] >= least]
    named = {name_of(searcher, field, number): count for number, count in found}
    ordered = sorted(named.items(), key=lambda item: (-item[1], item[0]))[:size]
    shown = sum(count for _, count in ordered)
    every = sum(bucket["doc_count"] for bucket in answer["buckets"]) + other
    return buckets.facet_counts(facet, dict(ordered), every - shown, {field: missing})


def name_of(searcher: tantivy.Searcher, field: str, number: int) -> str:
    """The value of a number."""
    start = f"{number:016x} "
    ((numbered, _), *_) = searcher.terms_with_prefix(field + NUMBERED, start, limit=1)
    return numbered.removeprefix(start)


def terms(field: str, size: int) -> dict[str, Any]:
    """What to aggregate for the texts of a field."""
    return {"terms": {"field": field, "size": size, "segment_size": SEGMENT_SIZE}}
