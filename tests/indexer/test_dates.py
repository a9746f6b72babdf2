"""Dates as newspapers write them, in many languages; dates that do not exist are none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.dates import dates_in, fold_letters, metadata_date

JAN_30 = """
2025-01-30|2025/01/30|2025.01.30|2025-1-30|30/01/2025|30.01.2025|30-01-2025|30 - 01 - 2025|30. 1. 2025
2025年1月30日|30 January 2025|January 30, 2025|January 30th, 2025|30th January 2025|30 Jan 2025|Jan. 30, 2025
30th of January, 2025|Thursday, January 30, 2025|JANUARY 30 2025|30 janvier 2025
jeudi 30 janvier 2025|30 janv. 2025
le 30 Janvier 2025|30 de enero de 2025|30 enero 2025|30 de enero del 2025|30 ene. 2025
30 de janeiro de 2025|30 de jan. de 2025
30 gennaio 2025|30 gen 2025|giovedì 30 gennaio 2025|30. Januar 2025|30. Jänner 2025|30 januari 2025
30 января 2025|30 Ocak 2025|30 يناير 2025|30 جانفي 2025|30 كانون الثاني 2025|٣٠ يناير ٢٠٢٥
٣٠/٠١/٢٠٢٥|۳۰/۰۱/۲۰۲۵
الخميس 30 يناير 2025|2025-01-30T23:59:59Z|2025-01-30T10:00:00+01:00|2025-01-30 10:00
Thu, 30 Jan 2025 10:00:00 GMT
Thu Jan 30 10:00:00 2025|20250130|2025 Jan 30 10:00 EST|30-Jan-2025|30/Jan/2025
"""
OTHERS = {
    "1er février 2025": date(2025, 2, 1),
    "1º de março de 2025": date(2025, 3, 1),
    "1. März 2025": date(2025, 3, 1),
    "1. Maerz 2025": date(2025, 3, 1),
    "15 août 2024": date(2024, 8, 15),
    "15 aout 2024": date(2024, 8, 15),
    "25 décembre 2023": date(2023, 12, 25),
    "5 de setiembre de 2023": date(2023, 9, 5),
    "3 febbraio 2022": date(2022, 2, 3),
    "12 mei 2021": date(2021, 5, 12),
    "9 мая 2021": date(2021, 5, 9),
    "29 Ekim 2023": date(2023, 10, 29),
    "5 غشت 2024": date(2024, 8, 5),
    "7 شتنبر 2024": date(2024, 9, 7),
    "8 نونبر 2024": date(2024, 11, 8),
    "9 دجنبر 2024": date(2024, 12, 9),
    "10 أكتوبر 2024": date(2024, 10, 10),
    "11 تشرين الأول 2024": date(2024, 10, 11),
    "12 تشرين الثاني 2024": date(2024, 11, 12),
    "13 كانون الأول 2024": date(2024, 12, 13),
    "14 فيفري 2024": date(2024, 2, 14),
    "15 جويلية 2024": date(2024, 7, 15),
    "16 أوت 2024": date(2024, 8, 16),
    "17 نيسان 2024": date(2024, 4, 17),
    "29 February 2024": date(2024, 2, 29),
    "02/01/2025": date(2025, 1, 2),
    "31 December 1899": date(1899, 12, 31),
    "12 mars 1987": date(1987, 3, 12),
}
NO_DATES = """
2025-02-30|31/04/2025|30 février 2025|29 February 2023|32 January 2025|0 January 2025|2025-13-01
2025-00-10|00/00/2025|January 2025|2025|30 January|yesterday|hier|il y a 3 heures|15:00|90%
5-2|1.2.3|not a date
2025-W05|next 2025 week|99999999999999999999|5 غشت|30/01/25x|2025-01|12345678901234567890 2025
"""


def cases(text: str) -> list[str]:
    return [case.strip() for line in text.strip().splitlines() for case in line.split("|")]


@pytest.mark.parametrize("text", cases(JAN_30))
def test_the_thirtieth_of_january(text: str) -> None:
    assert metadata_date(text) == date(2025, 1, 30)


@pytest.mark.parametrize(("text", "day"), OTHERS.items())
def test_other_days(text: str, day: date) -> None:
    assert metadata_date(text) == day


@pytest.mark.parametrize("text", cases(NO_DATES))
def test_what_is_no_full_date_or_does_not_exist(text: str) -> None:
    assert metadata_date(text) is None


def test_american_newspapers_put_the_month_first() -> None:
    assert [d for d, *_ in dates_in("on 02/01/2025", month_first=True)] == [date(2025, 2, 1)]
    assert [d for d, *_ in dates_in("on 30/01/2025", month_first=True)] == [date(2025, 1, 30)]
    assert [d for d, *_ in dates_in("on 2 January 2025", month_first=True)] == [date(2025, 1, 2)]


def test_dates_stand_where_they_say() -> None:
    text = "Publié dans Yabiladi le 30 - 01 - 2025, mis à jour le 1er février 2025 à 12h"
    assert [(text[start:end], day) for day, start, end in dates_in(text)] == [
        ("30 - 01 - 2025", date(2025, 1, 30)),
        ("1er février 2025", date(2025, 2, 1)),
    ]


def test_digits_of_longer_numbers_are_no_date() -> None:
    assert list(dates_in("case 1230/01/20251, 2025-01-301, phone 0612-01-20259")) == []


@given(st.text(max_size=200))
def test_no_text_breaks_the_reading_of_dates(text: str) -> None:
    metadata_date(text)
    assert len(fold_letters(text)) == len(text)
    assert all(0 <= start < end <= len(text) for _, start, end in dates_in(text))


@given(
    st.from_regex(r"[0-9 :/.\-TZ+a-zA-Z,]{0,10}(19|20)[0-9]{2}[0-9 :/.\-TZ+a-zA-Z,]{0,30}", fullmatch=True)
)
def test_nothing_like_a_date_breaks_it(text: str) -> None:
    metadata_date(text)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_is_read_back(day: date) -> None:
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%d - %m - %Y", "%d %B %Y", "%B %d, %Y", "%Y%m%d"):
        assert metadata_date(day.strftime(form)) == day
