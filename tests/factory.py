"""Articles for tests: a test names what it is about, ``article`` fills in the rest."""

from itertools import count
from typing import Any

from article_index.article import Article

_numbers = count(1)


def article(title: str = "", **fields: Any) -> Article:
    """An article in English with an id of its own, unless the test says otherwise."""
    return Article(**{"id": f"article-{next(_numbers)}", "title": title, "language": "en", **fields})
