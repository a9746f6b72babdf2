"""The numbers that order results by relevance. `make relevance` measures them (docs/measurements)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Ranking:
    """What counts how much; every number multiplies or adds to BM25 scores (k1 1.2, b 0.75, in both engines).

    ``title``, ``body``: weights of the two text fields, of which the better counts; ``tie_breaker``: the
    share of the other that is added; ``exact``: the weight of a word as written beside its stem; ``phrase``:
    the weight of two words side by side, as they stand in the query, when they need not be; ``recent``: what
    each of the ``RECENT_DAYS`` adds in the order ``recent``.
    """

    title: float = 2.0
    body: float = 1.0
    tie_breaker: float = 0.2
    exact: float = 0.25
    phrase: float = 0.25
    recent: float = 1.0

    def weight(self, field: str) -> float:
        """The weight of a text field."""
        return self.title if field == "title" else self.body


# An article of today is newer than all of these, so it gets four times ``Ranking.recent``: each step makes
# the time about five times as long, as interest in news fades.
RECENT_DAYS = (1, 7, 30, 180)
DEFAULT = Ranking()
