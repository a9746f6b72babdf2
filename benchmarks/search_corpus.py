"""Articles by the hundred thousand for benchmarks of search: real ones, enriched, and variants of them.

A variant is the first half of one article and the second half of another of the same set, at another day,
with the facets that both have: its text, its facets and its day are its own, its words are as in the news.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import count, islice
from pathlib import Path
from random import Random

import orjson

from article_index.article import KEYWORD_FIELDS, Article
from benchmarks.news_sets import records
from quality.reading import enriched

SETS = (
    "bulk/senate_press.jsonl.gz",
    "reuters/train.jsonl.gz",
    "guardian_crime/dev.jsonl.gz",
    "police_de/dev.jsonl.gz",
    "ant_ar/dev.jsonl.gz",
    "dice_it/dev.jsonl.gz",
    "news_es/dev.jsonl.gz",
    "news_fr/dev.jsonl.gz",
    "news_pt/dev.jsonl.gz",
    "news_16_languages/dev.jsonl.gz",
)
SEED = 20_261_201
# Variants are published up to so many days apart from the article that they begin as.
DAYS_APART = 3_000
# Most values of a facet that a variant takes from the article of its second half.
SHARED = 2
# A short article is a title and so many characters: a wire's first sentence or two.
SHORT = 200


def real_articles(folder: Path, kept: Path) -> list[Article]:
    """The articles of the sets that the folder has, enriched once and then read from the file ``kept``."""
    if not kept.is_file():
        with kept.with_suffix(".part").open("wb") as file:
            for name in SETS:
                if (folder / name).is_file():
                    for article in enriched(records(folder / name)):
                        source = article.source or name.partition("/")[0]
                        file.write(orjson.dumps(replace(article, source=source).to_json()) + b"\n")
        kept.with_suffix(".part").rename(kept)
    with kept.open("rb") as file:
        return [Article.from_json(orjson.loads(line)) for line in file]


def varied(articles: list[Article], number: int) -> Iterator[Article]:
    """So many articles: the real ones, then variants of them."""
    yield from islice(articles, number)
    chance = Random(SEED)
    partners: dict[str, list[Article]] = {}
    for article in articles:
        partners.setdefault(article.id.partition("/")[0], []).append(article)
    for position in islice(count(), max(number - len(articles), 0)):
        first = articles[position % len(articles)]
        other = chance.choice(partners[first.id.partition("/")[0]])
        yield variant(first, other, f"{first.id}#{position}", chance)


def variant(first: Article, other: Article, name: str, chance: Random) -> Article:
    """The first half of one article, the second of another."""
    middle = len(first.body) // 2
    shared = {
        field: tuple(dict.fromkeys((*first.values(field), *other.values(field)[:SHARED])))
        for field in KEYWORD_FIELDS
        if isinstance(getattr(first, field), tuple)
    }
    day = first.published or other.published
    return replace(
        first,
        id=name,
        body=first.body[:middle] + other.body[len(other.body) // 2 :],
        published=day and day + timedelta(days=chance.randint(-DAYS_APART, DAYS_APART)),
        mentions=tuple(one for one in first.mentions if one.where == "title" or one.end <= middle),
        story=None,
        **shared,  # type: ignore[arg-type]
    )


def short(articles: Iterator[Article]) -> Iterator[Article]:
    """The articles cut to what a wire sends first."""
    for article in articles:
        start = len(article.body) * 7 // 20
        body = article.body[start : start + SHORT]
        yield replace(article, body=body, mentions=article.mentions[:4])
