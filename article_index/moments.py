"""When articles were first indexed, so that what is new can be asked for without gaps and repetitions.

Engines give each batch that they write a moment of its own: now, but later than every moment given before, so
that a clock that goes back does no harm. Articles whose ids are in the index keep the moment that they have.

An article is found only some time after its moment, when its batch is committed. So "new" must never be asked
up to *now*: that would pass over what is being written. It is asked up to ``Engine.indexed_until``, the last
moment before which nothing is under way:

    until = engine.indexed_until()
    engine.search(SearchRequest(node, indexed_after=seen, indexed_before=until))
    seen = max(seen, until)
"""

import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from article_index.article import Article

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MILLISECOND = timedelta(milliseconds=1)


def now() -> int:
    """This moment, in milliseconds since 1970."""
    return time.time_ns() // 1_000_000


def next_moment(last: int) -> int:
    """Now, but later than the last moment that was given."""
    return max(now(), last + 1)


def milliseconds(moment: datetime) -> int:
    """A moment as the index has it."""
    return (moment - EPOCH) // MILLISECOND


def moment_of(number: int) -> datetime:
    """The moment of a number that the index has."""
    return EPOCH + number * MILLISECOND


def with_moments(articles: Iterable[Article], known: Mapping[str, int], moment: int) -> Iterator[Article]:
    """The articles with the moments of those of their ids that are known, else with this one."""
    for article in articles:
        yield replace(article, indexed=moment_of(known.get(article.id, moment)))


def carried(articles: Iterable[Article]) -> dict[str, int]:
    """The moments that articles bring along, by id."""
    return {article.id: milliseconds(article.indexed) for article in articles if article.indexed}
