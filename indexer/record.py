"""What a reader gives: an article as it was found, or why there is none."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Record:
    """One article as found in a file, before anything is understood of it.

    ``scraped`` means that ``text`` is a whole page as text, with its title, menus and comments in it;
    else ``text`` is the article's body. ``published`` is what stood there, not yet a date.
    ``line`` counts from 1 where the file holds several articles.
    """

    file: str
    text: str
    line: int | None = None
    scraped: bool = False
    id: str | None = None
    title: str | None = None
    url: str | None = None
    published: str | None = None
    source: str | None = None
    language: str | None = None
    author: str | None = None
    notes: tuple[str, ...] = ()
    extra: dict[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True)
class Failure:
    """A file or a line that gave no article, and what its owner can do about it."""

    file: str
    reason: str
    line: int | None = None
    # The beginning of what was there, so that the dead-letter file shows it.
    content: str = ""


# So much of what failed is kept with its failure.
CONTENT = 500


def failure_of(record: Record, reason: str) -> Failure:
    """The failure of a record that was read and then gave no article."""
    return Failure(record.file, reason, record.line, record.text[:CONTENT])


class Unreadable(Exception):
    """A file or line that can't be read; the message is the reason for its Failure."""
