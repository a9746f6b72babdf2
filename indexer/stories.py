"""Stories: articles that tell one report in nearly the same words, as they come into the index.

A story is named by the smallest id among its articles, so that the order in which they came does not
matter: the same articles make the same stories on every engine and in every run. An article that joins two
stories makes them one. A story keeps its name when the article that gave it is deleted or rewritten.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from article_index.article import Article
from article_index.engine import Engine, every_hit
from article_index.index_document import NEAR
from article_index.near_duplicates import alike, bands
from article_index.search import SearchRequest, Sort

# Articles of the index that a batch is compared with. More happens only where one text stands in
# the index thousands of times; the newest of them are enough to find its story.
MOST_CANDIDATES = 2_000
# An article is compared with this many of a band: all but copies of copies are found long before.
MOST_COMPARED = 50


def with_stories(engine: Engine, fresh: Iterable[Article]) -> list[Article]:
    """The articles with their stories, and behind them those of the index whose story is another now.

    Raises what the engine raises.
    """
    articles = {article.id: article for article in fresh}
    wanted = {key for article in articles.values() for key in bands(article)}
    # Stories named by an article that is replaced now: whether they hold is asked anew.
    asked = others(holding(engine, "story", articles), articles)
    known = others(holding(engine, NEAR, wanted), articles) | asked
    # Those of the index first: of many copies, each then meets one whose story has a name.
    every = known | articles
    groups = Groups()
    for article in known.values():
        if article.id not in asked:
            groups.join(article.id, article.story or article.id)
    for one, other in pairs(every, articles | asked):
        if groups.root(one) != groups.root(other) and alike(every[one], every[other]):
            groups.join(one, other)
    told = [replace(article, story=groups.root(article.id)) for article in articles.values()]
    moved = [
        replace(article, story=groups.root(article.id))
        for article in asked.values()
        if groups.root(article.id) != article.story
    ]
    renamed = {
        article.story
        for article in known.values()
        if article.id not in asked and groups.root(article.id) != (article.story or article.id)
    }
    moved += [
        replace(article, story=groups.root(article.story))
        for article in holding(engine, "story", renamed)
        if article.story and article.id not in articles
    ]
    return told + moved


def others(found: Iterator[Article], articles: dict[str, Article]) -> dict[str, Article]:
    """Those found that are not replaced now, by id; at most ``MOST_CANDIDATES``."""
    return {a.id: a for a in islice(found, MOST_CANDIDATES) if a.id not in articles}


def holding(engine: Engine, field: str, values: Iterable[str | None]) -> Iterator[Article]:
    """The articles of an index with any of these values in an index field, newest first."""
    wanted = tuple(sorted(filter(None, values)))
    if not wanted:
        return iter(())
    return every_hit(engine, SearchRequest(only=((field, wanted),), sort=Sort.NEWEST))


def pairs(every: dict[str, Article], fresh: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of ids that share a band, the first of them fresh; each once."""
    by_key: dict[str, list[str]] = defaultdict(list)
    for article in every.values():
        for key in bands(article):
            by_key[key].append(article.id)
    for article_id in fresh:
        near = {other for key in bands(every[article_id]) for other in by_key[key][:MOST_COMPARED]}
        yield from ((article_id, other) for other in sorted(near) if other != article_id)


class Groups:
    """Ids joined into groups, each named by its smallest."""

    def __init__(self) -> None:
        self.above: dict[str, str] = {}

    def root(self, name: str) -> str:
        """The name of the group."""
        path = []
        while name in self.above:
            path.append(name)
            name = self.above[name]
        for passed in path:
            self.above[passed] = name
        return name

    def join(self, one: str, other: str) -> None:
        """Make the groups of two ids one."""
        first, second = sorted((self.root(one), self.root(other)))
        if first != second:
            self.above[second] = first
