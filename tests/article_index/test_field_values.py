"""Values as readers write them: labels to ids, partial dates to days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article_index.field_values import days_of, published_range, shifted, values_of


@pytest.mark.parametrize(
    ("facet", "text", "value"),
    [
        ("country", "MA", "MA"),
        ("country", "ma", "MA"),
        ("country", "Morocco", "MA"),
        ("country", "  الْمغرب ", "MA"),
        ("country", "cote d'ivoire", "CI"),
        ("country", "Northern Africa", "015"),
        ("country", "015", "015"),
        ("about", "Spain", "ES"),
        ("country", "Atlantis", None),
        ("country", "", None),
        ("country", "-", "-"),
        ("agency", "interpol", "int-interpol"),
        ("agency", "ma-bcij", "ma-bcij"),
        ("crime_type", "Money laundering", "money-laundering"),
        ("crime_type", "blanchiment", None),
        ("language", "German", "de"),
        ("language", "Deutsch", "de"),
        ("person", "Anyone at all", "Anyone at all"),
        ("source", "-", "-"),
        ("source", "  ", None),
    ],
)
def test_a_value_is_found_by_id_or_label(facet: str, text: str, value: str | None) -> None:
    assert values_of(facet, text) == (() if value is None else (value,))


def days(first: str | None, last: str | None) -> tuple[date | None, date | None]:
    return ((first and date.fromisoformat(first)) or None, (last and date.fromisoformat(last)) or None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024", days("2024-01-01", "2024-12-31")),
        ("2024-02", days("2024-02-01", "2024-02-29")),
        ("2023-02", days("2023-02-01", "2023-02-28")),
        ("2024-2-3", days("2024-02-03", "2024-02-03")),
        (">=2024-05", days("2024-05-01", None)),
        (">2024-05", days("2024-06-01", None)),
        ("<=2024-05", days(None, "2024-05-31")),
        ("<2024-05", days(None, "2024-04-30")),
        ("[2024-01 TO 2024-06]", days("2024-01-01", "2024-06-30")),
        ("{2024-01 TO 2024-06}", days("2024-02-01", "2024-05-31")),
        ("[2024 TO *]", days("2024-01-01", None)),
        ("[* TO 2024]", days(None, "2024-12-31")),
        ("{* TO 2024}", days(None, "2023-12-31")),
        ("[ 2024  TO  2025 ]", days("2024-01-01", "2025-12-31")),
        ("0001", days("0001-01-01", "0001-12-31")),
        ("9999-12-31", days("9999-12-31", "9999-12-31")),
    ],
)
def test_days_are_read_with_both_ends(text: str, expected: tuple[date | None, date | None]) -> None:
    assert published_range(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "", "soon", "24", "2024-13", "2023-02-29", "2024-00", "0000", "10000", "2024-05-", ">", ">=soon",
        "[* TO *]", "[2024 TO]", "[2025 TO 2024]", "{2024-01-01 TO 2024-01-02}", "[soon TO 2024]",
        "[2024 2025]",
    ],
)  # fmt: skip
def test_what_is_no_range_of_days_is_none(text: str) -> None:
    assert published_range(text) is None


@given(st.dates())
def test_every_day_is_read_back_from_how_it_is_written(day: date) -> None:
    assert days_of(day.isoformat()) == (day, day)
    first, last = days_of(day.isoformat()[:7]) or (None, None)
    assert first is not None
    assert last is not None
    assert first <= day <= last
    assert (first.day, shifted(last, 1).day if last < date.max else 1) == (1, 1)


@given(st.text())
def test_any_text_is_a_range_or_none(text: str) -> None:
    found = published_range(text)
    assert found is None or any(found)


@given(st.dates(), st.integers(-(10**7), 10**7))
def test_a_day_moves_within_the_calendar(day: date, number: int) -> None:
    moved = shifted(day, number)
    assert (moved - day).days == number or moved in {date.min, date.max}


def test_a_known_person_is_meant_in_every_script() -> None:
    assert values_of("person", "abdelatif hammouchi")[:2] == ("Abdellatif Hammouchi", "عبد اللطيف حموشي")
    assert values_of("person", "عبد اللطيف حموشي") == values_of("person", "Abdellatif Hammouchi")
    assert values_of("person", "Nobody Known") == ("Nobody Known",)
