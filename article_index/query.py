"""The nodes of a query: what a reader asked for, whatever engine answers it.

Frozen, comparable, free of any engine. ``str(node)`` gives the query language back: parsing it again
gives an equal node.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Everything:
    """Matches every article."""

    def __str__(self) -> str:
        return "*"


@dataclass(frozen=True)
class Word:
    """A word in title or body, in any inflection that its language knows; ``exact``: as written."""

    text: str
    exact: bool = False

    def __str__(self) -> str:
        return (EXACT_SIGN if self.exact else "") + quoted_where_needed(self.text)


@dataclass(frozen=True)
class Phrase:
    """Words next to each other, in order; up to ``slop`` moves of a word apart; ``exact``: as written."""

    text: str
    slop: int = 0
    exact: bool = False

    def __str__(self) -> str:
        return (EXACT_SIGN if self.exact else "") + quoted(self.text) + (f"~{self.slop}" if self.slop else "")


@dataclass(frozen=True)
class Pattern:
    """A word written with ``*`` (any letters) and ``?`` (one letter), as written, not inflected."""

    text: str

    def __str__(self) -> str:
        # At the end of several words a question mark would be read as that of a question.
        return f"({self.text})" if self.text.endswith("?") else self.text


@dataclass(frozen=True)
class Fuzzy:
    """A word as written, up to ``distance`` letters changed, added, left out or swapped with the next."""

    text: str
    distance: int = 1

    def __str__(self) -> str:
        return f"{quoted_where_needed(self.text)}~{self.distance}"


Leaf = Word | Phrase | Pattern | Fuzzy


@dataclass(frozen=True)
class InField:
    """A word, phrase or pattern looked for in one text field only (``title`` or ``body``)."""

    field: str
    node: Leaf

    def __str__(self) -> str:
        return f"{self.field}:{self.node}"


@dataclass(frozen=True)
class HasValue:
    """An article that carries a facet value; ``facet`` is the facet's name, e.g. ``country``."""

    facet: str
    value: str

    def __str__(self) -> str:
        return field_value(self.facet, self.value)


@dataclass(frozen=True)
class HasKey:
    """An article known by a whole value of a field that is no facet, e.g. its address (``url``)."""

    field: str
    value: str

    def __str__(self) -> str:
        return field_value(self.field, self.value)


@dataclass(frozen=True)
class Published:
    """An article published from ``start`` to ``end``, both days included; None leaves a side open."""

    start: date | None = None
    end: date | None = None

    def __str__(self) -> str:
        start = self.start.isoformat() if self.start else "*"
        end = self.end.isoformat() if self.end else "*"
        return f"published:[{start} TO {end}]"


@dataclass(frozen=True)
class And:
    """All of the nodes."""

    nodes: tuple["Node", ...]

    def __str__(self) -> str:
        return " ".join(grouped(node) for node in self.nodes)


@dataclass(frozen=True)
class Or:
    """Any of the nodes."""

    nodes: tuple["Node", ...]

    def __str__(self) -> str:
        return " OR ".join(grouped(node) for node in self.nodes)


@dataclass(frozen=True)
class Not:
    """Articles that the node does not match."""

    node: "Node"

    def __str__(self) -> str:
        return f"-{grouped(self.node)}"


@dataclass(frozen=True)
class Boost:
    """The node, counting ``factor`` times as much for the order of results; a filter adds it to the score."""

    node: "Node"
    factor: float

    def __str__(self) -> str:
        return f"{grouped(self.node)}^{self.factor:g}"


Node = Everything | Leaf | InField | HasValue | HasKey | Published | And | Or | Not | Boost

OPERATORS = frozenset({"AND", "OR", "NOT", "TO", "&&", "||"})
# Characters that the parser gives a meaning to inside or at the edge of a word.
EXACT_SIGN = "="
SIGNS = ("-", "+", "!", ">", "<", EXACT_SIGN)
SPECIAL = frozenset('"()[]{}:*?~^\\')


def grouped(node: Node) -> str:
    """The node's text, in parentheses where it would otherwise fall apart."""
    return f"({node})" if isinstance(node, And | Or) else str(node)


def field_value(field: str, value: str) -> str:
    """A whole value behind its field's name, in quotes where it would fall apart."""
    if not value or any(c.isspace() for c in value):
        return f"{field}:{quoted(value)}"
    # Only the sign of an exact word has a meaning here: ``country:-`` is the value "none".
    return f"{field}:" + ("\\" if value.startswith(EXACT_SIGN) else "") + escaped(value)


def quoted(text: str) -> str:
    """The text as a phrase, with backslashes where the quotes need them."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def quoted_where_needed(text: str) -> str:
    """The text as it stands where it reads as one plain word, else with backslashes before what would not."""
    if text in OPERATORS or text.startswith(SIGNS):
        return "\\" + escaped(text)
    return escaped(text)


def escaped(text: str) -> str:
    """The text with backslashes before the characters that have a meaning inside a word."""
    return "".join("\\" + c if c in SPECIAL or c.isspace() else c for c in text)
