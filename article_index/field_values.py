"""Values as readers write them: labels to ids, partial dates to days."""

import calendar
from datetime import date

import regex

from article_index.addresses import canonical
from article_index.article import FACETS
from vocabulary import concept, find, pair
from vocabulary.folding import comparable
from vocabulary.officials import persons_called

PARTIAL_DATE = regex.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
COMPARISON = regex.compile(r"(>=|<=|>|<)(.+)")
RANGE = regex.compile(r"([\[{])\s*(\S+)\s+TO\s+(\S+)\s*([\]}])")
PAIR = regex.compile(r"\s*[_+–&]\s*")
ONE_DAY = 1


def values_of(facet: str, text: str) -> tuple[str, ...]:
    """The facet values that a reader means, by id or name; none where the vocabulary knows no such name.

    Several where a name has several owners (``agency:DGSN``). Facets without a vocabulary (person, source)
    take the text as it is; a known person is meant in every script. Pairs are written ``ES_MA``,
    ``Spain + Morocco``; one name alone means all pairs with it.
    """
    kind = FACETS[facet].vocabulary
    if facet == "person":
        return persons_called(text)
    if text == "-" or (kind is None and text.strip()):
        return (text,)
    if kind is None:
        return ()
    if FACETS[facet].pairs:
        both = PAIR.split(text.strip(), maxsplit=1)
        if len(both) == 2:
            owners = [(name,) if concept(kind, name) else find(kind, name) for name in both]
            return tuple(
                sorted({pair(one, other) for one in owners[0] for other in owners[1] if one != other})
            )
    return (text,) if concept(kind, text) else find(kind, text)


def key_of(field: str, text: str) -> str:
    """A whole value of a key field in the form that it is looked up in: addresses and names have several."""
    match field:
        case "url":
            return canonical(text)
        case "author":
            return comparable(text)
        case _:
            return text.strip()


def published_range(text: str) -> tuple[date | None, date | None] | None:
    """The days that ``2024``, ``2024-05``, ``>=2024``, ``[2024-01 TO 2024-06]`` mean, both ends included.

    None where the text is no date, where it ends before it begins, or where both ends are open.
    """
    compared = COMPARISON.fullmatch(text)
    between = RANGE.fullmatch(text)
    if compared:
        days = days_of(compared[2])
        if days is None:
            return None
        first, last = days
        match compared[1]:
            case ">=":
                return first, None
            case "<=":
                return None, last
            case ">":
                return (None if last == date.max else shifted(last, ONE_DAY)), None
            case _:
                return None, shifted(first, -ONE_DAY)
    if between:
        return bracketed(between[1], between[2], between[3], between[4])
    return days_of(text)


def bracketed(opening: str, low: str, high: str, closing: str) -> tuple[date | None, date | None] | None:
    """A range as written in brackets: ``[`` and ``]`` include the ends, ``{`` and ``}`` leave them out."""
    first = None if low == "*" else days_of(low)
    last = None if high == "*" else days_of(high)
    if (low != "*" and first is None) or (high != "*" and last is None) or (low == high == "*"):
        return None
    start = end = None
    if first:
        start = first[0] if opening == "[" else shifted(first[1], ONE_DAY)
    if last:
        end = last[1] if closing == "]" else shifted(last[0], -ONE_DAY)
    return None if start and end and start > end else (start, end)


def days_of(text: str) -> tuple[date, date] | None:
    """The first and last day of a year, month or day; None where there is no such date."""
    match = PARTIAL_DATE.fullmatch(text.strip())
    if not match:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None  # the expression's first group is not optional
    try:
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except ValueError:
        return None


def shifted(day: date, days: int) -> date:
    """A day moved, held within the calendar's ends."""
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))
