"""Scores: what counts for, against and neither way, and how the counts add up."""

import pytest

from quality.scores import ALL, Difference, Score, Tally, Wanted, compare


def test_a_doubted_value_counts_neither_for_nor_against() -> None:
    wanted = Wanted(frozenset({"MA", "ES"}), frozenset({"FR", "DZ"}))
    assert compare(("MA", "FR", "PT"), wanted) == Difference(("MA",), ("PT",), ("ES",))


def test_values_are_counted_over_articles() -> None:
    score = Score()
    score.add(Difference(("MA", "ES"), (), ("FR",)))
    score.add(Difference(("MA",), ("US", "GB"), ()))
    assert (score.articles, score.hits, score.wrong, score.missed) == (2, 3, 2, 1)
    assert score.precision == pytest.approx(3 / 5)
    assert score.recall == pytest.approx(3 / 4)
    assert score.f1 == pytest.approx(2 * 0.6 * 0.75 / (0.6 + 0.75))


def test_where_there_was_nothing_to_find_and_nothing_was_found_there_is_no_ratio() -> None:
    score = Score()
    score.add(compare((), Wanted(frozenset())))
    assert (score.articles, score.precision, score.recall, score.f1) == (1, None, None, None)


def test_a_tally_has_all_languages_together_before_each() -> None:
    tally = Tally()
    tally.add("persons", "fr", Difference(("a",), (), ()))
    tally.add("countries", "fr", Difference(("FR",), (), ()))
    tally.add("countries", "ar", Difference((), ("EG",), ()))
    rows = tally.rows(("countries", "persons"))
    assert [(facet, language) for facet, language, _ in rows] == [
        ("countries", ALL), ("countries", "ar"), ("countries", "fr"), ("persons", ALL), ("persons", "fr"),
    ]  # fmt: skip
    assert rows[0][2] == Score(articles=2, hits=1, wrong=1)
