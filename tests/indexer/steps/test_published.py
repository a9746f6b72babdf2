"""The published step: the date that is given, else that of a byline; never one out of the prose."""

from datetime import date, timedelta

import pytest

from indexer.draft import Draft
from indexer.record import Record
from indexer.steps.boilerplate import boilerplate
from indexer.steps.published import published
from tests.indexer.making import PROSE, page

JAN_30 = date(2025, 1, 30)


def of_page(*lines: str) -> Draft:
    draft = page(*lines)
    boilerplate(draft)
    published(draft)
    return draft


def of_field(given: str) -> Draft:
    draft = Draft(Record("a.jsonl", PROSE, published=given))
    published(draft)
    return draft


@pytest.mark.parametrize(
    "line",
    [
        "Publié dans Yabiladi le 30 - 01 - 2025",
        "Published on January 30, 2025 at 10:15",
        "Posted by The Courier on 30 January 2025",
        "Publicado el 30 de enero de 2025",
        "Publicado em 30/01/2025 às 10h",
        "Pubblicato il 30 gennaio 2025",
        "Veröffentlicht am 30. Januar 2025",
        "Stand: 30.01.2025",
        "Gepubliceerd op 30 januari 2025",
        "نشر في هسبريس يوم 30 يناير 2025",
        "Опубликовано 30 января 2025",
        "Yayın tarihi: 30 Ocak 2025",
        "发布时间：2025年1月30日",
        "30/01/2025",
        "Thursday, 30 January 2025",
    ],
)
def test_the_date_of_a_byline_above_or_below(line: str) -> None:
    assert of_page("Police break up a ring of car thieves", line, PROSE).published == JAN_30
    assert of_page("Police break up a ring of car thieves", PROSE, "Comments (0)", line).published == JAN_30


@pytest.mark.parametrize(
    "sentence",
    [
        "The attack of 30 January 2025 had shaken the whole city.",
        "On 30 January 2025 he was arrested, and on 3 March 2025 he was set free by a judge again.",
        "Le 30 janvier 2025, les policiers ont fouillé l'appartement et y ont trouvé les faux documents.",
    ],
)
def test_a_bare_date_in_prose_is_no_date_of_publication(sentence: str) -> None:
    draft = of_page("Police break up a ring of car thieves", f"{PROSE} {sentence}", f"{sentence} {PROSE}")
    assert draft.published is None


def test_other_headlines_with_years_give_no_date() -> None:
    assert of_page("- 09:45UEFA rejects World Cup in 2030", "A title of five words", PROSE).published is None


def test_what_is_given_wins_over_the_page() -> None:
    draft = page("A title of five words", "Published on 1 March 2024", PROSE, published="2025-01-30")
    boilerplate(draft)
    published(draft)
    assert (draft.published, draft.notes) == (JAN_30, [])


@pytest.mark.parametrize(
    "given", ["2025-02-30", "30 février 2025", "soon", "1", "31/31/2025", "January 2025"]
)
def test_a_given_date_that_does_not_exist_is_noted(given: str) -> None:
    draft = of_field(given)
    assert draft.published is None
    assert draft.notes == [f"“{given}” is no date of publication; it is left out."]


@pytest.mark.parametrize("given", ["1066-10-14", "2999-01-01", "0001-01-01"])
def test_no_newspaper_is_that_old_or_that_new(given: str) -> None:
    draft = of_field(given)
    assert draft.published is None
    assert draft.notes


def test_today_and_tomorrow_elsewhere_are_plausible() -> None:
    for day in (date.today(), date.today() + timedelta(days=1)):
        assert of_field(day.isoformat()).published == day


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("POL-F: 250130 - 77 Hafenstadt: Zwei Männer nach Raub festgenommen", JAN_30),
        ("BPOLI-HH: 250130-0077 Taschendieb am Bahnhof gestellt", JAN_30),
        ("POL-F: 251330 - 77 Hafenstadt: Zwei Männer nach Raub festgenommen", None),
        ("POL-F: 250130 Zeugen nach Raub gesucht", JAN_30),
        ("POL-F: 250130", None),
        ("Police: 250130 - 77 people vaccinated in the city", None),
        ("Zwei Männer nach Raub am 250130 - 77 Hafenstadt festgenommen", None),
    ],
)
def test_the_code_of_a_press_release_has_its_day(title: str, day: date | None) -> None:
    draft = Draft(Record("a.jsonl", PROSE, title=title))
    boilerplate(draft)
    published(draft)
    assert draft.published == day


def test_a_wire_of_press_releases_opens_with_its_day() -> None:
    draft = Draft(
        Record("a.jsonl", f"Hafenstadt, 30.01.2025 (ots) {PROSE}", title="Zwei Männer festgenommen")
    )
    boilerplate(draft)
    published(draft)
    assert draft.published == JAN_30
