"""The shapes of an index query: what engines render. Over the fields of ``index_document``, with ready terms.

``planner`` makes plans of nodes; a plan knows neither words nor languages any more.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class All:
    """Every article, score 1."""


@dataclass(frozen=True)
class Term:
    """Articles with this term in the field, scored by BM25."""

    field: str
    term: str


@dataclass(frozen=True)
class TermPhrase:
    """Articles with these terms at these relative positions, scored by BM25. At least two terms."""

    field: str
    terms: tuple[tuple[int, str], ...]
    slop: int = 0


@dataclass(frozen=True)
class TermPattern:
    """Articles with a term like this (``*`` and ``?``) in the field; score 1."""

    field: str
    pattern: str


@dataclass(frozen=True)
class TermLike:
    """Articles with a term so many edits away (a letter more, less, other, or two swapped); score 1."""

    field: str
    term: str
    distance: int


@dataclass(frozen=True)
class ValueIn:
    """Articles with any of these whole values; score 0."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class NumberIn:
    """Articles whose number lies between the bounds, both included; score 0."""

    field: str
    low: int | None
    high: int | None


@dataclass(frozen=True)
class Best:
    """Articles that any part matches: the best part's score, and ``tie_breaker`` times that of the others."""

    parts: tuple[tuple[float, "Plan"], ...]
    tie_breaker: float


@dataclass(frozen=True)
class Every:
    """Articles that all parts match; scores add up."""

    parts: tuple["Plan", ...]


@dataclass(frozen=True)
class Some:
    """Articles that any part matches; scores add up."""

    parts: tuple["Plan", ...]


@dataclass(frozen=True)
class Without:
    """Articles that the part does not match; score 0."""

    part: "Plan"


@dataclass(frozen=True)
class Weighted:
    """The part, its score so many times as high; what ``scores`` nothing gets the weight itself."""

    weight: float
    part: "Plan"


@dataclass(frozen=True)
class Preferring:
    """Articles that the part matches; those that a wish matches as well get its score, times its weight."""

    part: "Plan"
    wishes: tuple[tuple[float, "Plan"], ...]


Plan = (
    All
    | Term
    | TermPhrase
    | TermPattern
    | TermLike
    | ValueIn
    | NumberIn
    | Best
    | Every
    | Some
    | Without
    | Weighted
    | Preferring
)


def scores(part: Plan) -> bool:
    """Whether a plan gives what it matches a score of its own; filters do not."""
    match part:
        case ValueIn() | NumberIn() | Without():
            return False
        case Every(parts) | Some(parts):
            return any(map(scores, parts))
        case _:
            return True


def size(plan: Plan) -> int:
    """How many conditions a plan has: what engines bound, and what a search's work grows with."""
    match plan:
        case TermPhrase(_, terms, slop):
            return len(terms) * (2 if slop else 1)
        case Best(parts) | Preferring(_, parts):
            own = size(plan.part) if isinstance(plan, Preferring) else 0
            return own + sum(size(part) for _, part in parts)
        case Every(parts) | Some(parts):
            return sum(map(size, parts))
        case Without(part) | Weighted(_, part):
            return size(part)
        case _:
            return 1
