"""Precision, recall and F1 of sets of values, counted over articles (micro)."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Wanted:
    """What a careful reader takes from an article for one facet.

    A value in ``either`` counts neither for nor against: readers may differ on it.
    """

    values: frozenset[str]
    either: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Difference:
    """What was found, beside what was wanted, in one article and facet."""

    hits: tuple[str, ...]
    wrong: tuple[str, ...]
    missed: tuple[str, ...]


@dataclass
class Score:
    """Counts of values over some articles; a ratio of nothing is None, neither good nor bad."""

    articles: int = 0
    hits: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, difference: Difference) -> None:
        """Count one more article."""
        self.articles += 1
        self.hits += len(difference.hits)
        self.wrong += len(difference.wrong)
        self.missed += len(difference.missed)

    @property
    def precision(self) -> float | None:
        return ratio(self.hits, self.hits + self.wrong)

    @property
    def recall(self) -> float | None:
        return ratio(self.hits, self.hits + self.missed)

    @property
    def f1(self) -> float | None:
        return ratio(2 * self.hits, 2 * self.hits + self.wrong + self.missed)


def compare(found: Collection[str], wanted: Wanted) -> Difference:
    """The difference between the values found and those wanted, each counted once."""
    unlike = frozenset(found) - wanted.either
    return Difference(
        hits=tuple(sorted(unlike & wanted.values)),
        wrong=tuple(sorted(unlike - wanted.values)),
        missed=tuple(sorted(wanted.values - unlike)),
    )


# The row of a table that takes all languages together.
ALL = "all"


@dataclass
class Tally:
    """Scores by facet and language, and of all languages together."""

    scores: dict[tuple[str, str], Score] = field(default_factory=dict)

    def add(self, facet: str, language: str, difference: Difference) -> None:
        """Count one article of a language for one facet."""
        for row in (ALL, language):
            self.scores.setdefault((facet, row), Score()).add(difference)

    def rows(self, facets: Iterable[str]) -> list[tuple[str, str, Score]]:
        """Facet, language and score: facets in the order given, all languages first, then each."""
        order = {facet: place for place, facet in enumerate(facets)}
        keys = sorted(self.scores, key=lambda key: (order[key[0]], key[1] != ALL, key[1]))
        return [(*key, self.scores[key]) for key in keys]


def ratio(part: float, whole: float) -> float | None:
    return part / whole if whole else None
