"""The sample corpus: all of it is read, and it has something to show in every facet."""

from collections import Counter
from pathlib import Path

import pytest

from article_index.article import FACET_FIELDS, Article
from article_index.engine import open_engine
from indexer.load import DeadLetters, Load, enriched
from indexer.readers import sources
from indexer.record import Failure
from tests.indexer.making import misplaced

FOLDER = Path(__file__).parents[2] / "sample_articles"


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    failures: list[Failure] = []
    found = list(enriched(sources([str(FOLDER)]), failures.append))
    assert failures == []
    return found


def counts(articles: list[Article], field: str) -> Counter[str]:
    return Counter(value for article in articles for value in article.values(field))


def test_there_are_at_least_sixty(articles: list[Article]) -> None:
    assert len(articles) >= 60
    assert len({article.id for article in articles}) == len(articles)


# News of police work has few quarrels, and the samples are no wire reports.
RARE = {"dispute", "agency_dispute", "wire"}


@pytest.mark.parametrize("facet", [name for name in FACET_FIELDS if name not in RARE])
def test_every_facet_has_values_worth_clicking(articles: list[Article], facet: str) -> None:
    found = counts(articles, FACET_FIELDS[facet])
    assert len(found) >= 8
    assert found.most_common(1)[0][1] >= 2


@pytest.mark.parametrize(
    ("field", "least"), [("agencies", 40), ("crime_types", 35), ("language", 8), ("countries", 40)]
)
def test_it_is_broad(articles: list[Article], field: str, least: int) -> None:
    assert len(counts(articles, field)) >= least


def test_it_reaches_over_years(articles: list[Article]) -> None:
    years = {article.published.year for article in articles if article.published}
    assert len(years) >= 5
    assert sum(article.published is None for article in articles) <= len(articles) / 3


def test_every_article_has_title_body_language_and_evidence(articles: list[Article]) -> None:
    for article in articles:
        assert article.title, article.file
        assert len(article.body) > 100, article.file
        assert article.language, article.file
        assert article.mentions, article.file
        assert misplaced(article) == [], article.file


def test_nothing_of_the_pages_is_left_in_the_text(articles: list[Article]) -> None:
    furniture = (
        "Comments (",
        "Leave a Reply",
        "cookies",
        "Follow us",
        "Lire aussi",
        "Lea también",
        "اقرأ أيضا",
    )
    left = [(article.file, words) for article in articles for words in furniture if words in article.body]
    assert left == []


def test_loading_it_twice_changes_nothing(tmp_path: Path, articles: list[Article]) -> None:
    with open_engine("tantivy:memory") as engine:
        for expected in ((len(articles), 0, 0, 0), (0, 0, len(articles), 0)):
            summary = Load(engine, DeadLetters(tmp_path / "letters.jsonl"), wait=0).run(
                sources([str(FOLDER)])
            )
            assert (summary.new, summary.changed, summary.unchanged, summary.failed) == expected
