"""Where a page of results ended: an opaque string that the next request gives back."""

import base64
import binascii
import json
from dataclasses import dataclass
from typing import Self

from article_index.search import Sort


class BadCursor(ValueError):
    """A cursor that no page gave, or one of another order of results."""

    def __init__(self) -> None:
        super().__init__(
            "This is no cursor of this search: take `next` of the page before, or leave `after` out "
            "to start again."
        )


@dataclass(frozen=True)
class Cursor:
    """The last hit of a page: its score (0.0 when sorted by date), its sort key, and how many came before."""

    sort: Sort
    score: float
    key: int
    seen: int

    def __str__(self) -> str:
        plain = json.dumps([self.sort.value, self.score, self.key, self.seen], separators=(",", ":"))
        return base64.urlsafe_b64encode(plain.encode()).decode().rstrip("=")

    @classmethod
    def read(cls, text: str, sort: Sort) -> Self:
        """The cursor of a string; raises BadCursor where it is none, or belongs to another order."""
        try:
            plain = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
            name, score, key, seen = plain
            cursor = cls(Sort(name), float(score), int(key), int(seen))
        except (ValueError, TypeError, OverflowError, RecursionError, binascii.Error) as error:
            raise BadCursor from error
        in_range = 0 <= cursor.key < 1 << 63 and 0 <= cursor.seen < 1 << 40 and cursor.score >= 0
        if cursor.sort is not sort or not in_range or cursor.score == float("inf"):
            raise BadCursor
        return cursor
