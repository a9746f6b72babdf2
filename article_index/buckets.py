"""What both engines share in reading counts: facet values, the histogram and its roll-up."""

import calendar
from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any

from article_index.analysis import MAX_WORD
from article_index.article import FACET_FIELDS
from article_index.index_document import can_be_value
from article_index.search import FacetCounts, Histogram, HistogramBar, Suggestion

# Up to this many months are drawn as days, and more than that many as years: bars stay wide enough to
# click and few enough to read.
DAYS_UP_TO_MONTHS = 2
YEARS_FROM_MONTHS = 60
# Months and days that are counted at most: a thousand years, and more than two months can have.
MAX_MONTHS = 12_000
MAX_DAYS = 60_000
# Spellings of title words that are looked at for suggestions.
SUGGESTED_FROM = 200


def counts(answer: Mapping[str, Any]) -> dict[str, int]:
    """The counts of a terms aggregation, which both engines answer in the same shape."""
    return {bucket["key"]: bucket["doc_count"] for bucket in answer["buckets"]}


def facet_counts(
    facet: str, values: Mapping[str, int], other: int, without: Mapping[str, int]
) -> FacetCounts:
    """A facet's counts, most first, equals by value; ``without`` counts missing values by field."""
    ordered = dict(sorted(values.items(), key=lambda item: (-item[1], item[0])))
    return FacetCounts(ordered, other, without.get(FACET_FIELDS[facet], 0))


def can_begin(beginning: str) -> bool:
    """Whether a word of an index can begin so."""
    return len(beginning) <= MAX_WORD and can_be_value(beginning)


def suggestions(values: Mapping[str, int], size: int) -> list[Suggestion]:
    """Words to suggest, from the values of ``TITLE_WORDS``: spellings of one word count as the commonest."""
    spelt: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for value, count in values.items():
        exact, _, word = value.partition(" ")
        spelt[exact].append((-count, word))
    found = [Suggestion(min(ways)[1], -sum(count for count, _ in ways)) for ways in spelt.values()]
    return sorted(found, key=lambda one: (-one.count, one.text))[:size]


def interval_of(months: Mapping[str, int]) -> str:
    """The histogram's interval for the months that have matches (``YYYY-MM``)."""
    if not months:
        return "month"
    span = month_number(max(months)) - month_number(min(months)) + 1
    if span <= DAYS_UP_TO_MONTHS:
        return "day"
    return "year" if span > YEARS_FROM_MONTHS else "month"


def month_number(month: str) -> int:
    year, number = month.split("-")
    return int(year) * 12 + int(number) - 1


def histogram(interval: str, counts: Mapping[str, int], undated: int) -> Histogram:
    """Bars in order of time, from counts by day (for ``day``) or by month (rolled up for ``year``)."""
    if interval == "year":
        years: Counter[str] = Counter()
        for month, count in counts.items():
            years[month[:4]] += count
        counts = years
    bars = (bar(interval, period, count) for period, count in sorted(counts.items()))
    return Histogram(interval, tuple(bars), undated)


def bar(interval: str, period: str, count: int) -> HistogramBar:
    """The bar of a period written ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``."""
    if interval == "year":
        return HistogramBar(date(int(period), 1, 1), date(int(period), 12, 31), count)
    if interval == "month":
        year, month = map(int, period.split("-"))
        return HistogramBar(
            date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), count
        )
    day = date.fromisoformat(period)
    return HistogramBar(day, day, count)
