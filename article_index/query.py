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
    """A word in title or body, in any inflection that the article's language knows."""

    text: str

    def __str__(self) -> str:
        return quoted_where_needed(self.text)


@dataclass(frozen=True)
class Phrase:
    """Words next to each other, in order; up to ``slop`` moves of a word apart."""

    text: str
    slop: int = 0

    def __str__(self) -> str:
        return quoted(self.text) + (f"~{self.slop}" if self.slop else "")


@dataclass(frozen=True)
class Pattern:
    """A word written with ``*`` (any letters) and ``?`` (one letter), as written, not inflected."""

    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class InField:
    """A word, phrase or pattern looked for in one text field only (``title`` or ``body``)."""

    field: str
    node: Word | Phrase | Pattern

    def __str__(self) -> str:
        return f"{self.field}:{self.node}"


@dataclass(frozen=True)
class HasValue:
    """An article that carries a facet value; ``facet`` is the facet's name, e.g. ``country``."""

    facet: str
    value: str

    def __str__(self) -> str:
        blank = any(c.isspace() for c in self.value) or not self.value
        return f"{self.facet}:{quoted(self.value) if blank else escaped(self.value)}"


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


Node = Everything | Word | Phrase | Pattern | InField | HasValue | Published | And | Or | Not

OPERATORS = frozenset({"AND", "OR", "NOT", "TO", "&&", "||"})
# Characters that the parser gives a meaning to inside or at the edge of a word.
SIGNS = ("-", "+", "!", ">", "<", "=")
SPECIAL = frozenset('"()[]{}:*?~\\')


def grouped(node: Node) -> str:
    """The node's text, in parentheses where it would otherwise fall apart."""
    return f"({node})" if isinstance(node, And | Or) else str(node)


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
