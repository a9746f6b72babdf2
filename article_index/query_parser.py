"""Text to query: ``parse_query`` never raises; what it can't read it searches as words, and says so.

A hand-written recursive descent over the characters, without module state, so that it is safe in
threads. The language is documented in ``docs/query-syntax.md``.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import regex

from article_index.analysis import (
    MAX_PATTERN_LENGTH,
    MAX_WILDCARDS,
    MIN_PATTERN_LETTERS,
    has_wildcards,
    has_words,
    is_pattern,
    tokens,
    words,
)
from article_index.article import FACETS, TEXT_FIELDS
from article_index.field_values import published_range, values_of
from article_index.query import (
    And,
    Everything,
    HasValue,
    InField,
    Node,
    Not,
    Or,
    Pattern,
    Phrase,
    Published,
    Word,
)

# A long pasted paragraph still parses whole; beyond it no reader has an intention left to honour.
MAX_LENGTH = 4000
# Elasticsearch refuses bool queries nested deeper than 30; a level of parentheses is up to three of them.
MAX_DEPTH = 7
# Bounds the work of one search: each word is up to a dozen index terms.
MAX_TERMS = 200
# More words stand in one text or in none. A word of a phrase is up to 35 index terms, and Elasticsearch
# refuses a query of more than some 8,000 (on a small node).
MAX_PHRASE = 50
# Moves of a word in a loose phrase; more is no phrase any more.
MAX_SLOP = 50
# More would not be read by anyone.
MAX_COMPLAINTS = 10

DATE_FIELD = "published"
SLOP = regex.compile(r"~([0-9]{0,6})")
BRACKETS = regex.compile(r"[\[{][^\]}\"()]*[\]}]")
QUOTES = str.maketrans(dict.fromkeys("“”„‟«»〝〞＂", '"'))
# Halves of a character that broken text may hold; no engine takes them.
SURROGATES = regex.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True)
class Piece:
    """A word or a phrase as it stands in the text; ``plain`` means that nothing in it was escaped."""

    text: str
    start: int
    end: int
    phrase: bool = False
    slop: int = 0
    plain: bool = True


# Makes a node of a piece, for the field that stands before it; None where nothing can be searched.
PieceReader = Callable[[Piece], Node | None]


@dataclass(frozen=True)
class Complaint:
    """What could not be read as written: where (characters ``start`` to ``end`` of the text) and why."""

    start: int
    end: int
    message: str


@dataclass(frozen=True)
class ParsedQuery:
    """A query as it was read, with what was wrong about it."""

    text: str
    node: Node
    complaints: tuple[Complaint, ...] = ()


def parse_query(text: str) -> ParsedQuery:
    """Read a reader's query; any text gives a node, doubts give complaints with their positions."""
    parser = _Parser(text[:MAX_LENGTH])
    if len(text) > MAX_LENGTH:
        parser.complain(MAX_LENGTH, len(text), f"The query is cut after {MAX_LENGTH:,} characters.")
    node = parser.read_query()
    return ParsedQuery(text, node, tuple(parser.complaints))


def all_of(nodes: list[Node]) -> Node:
    """The nodes joined by AND: flat, without repeats of "everything"; nothing to join is everything."""
    return _joined(And, [n for n in nodes if n != Everything()])


def any_of(nodes: list[Node]) -> Node:
    """The nodes joined by OR, flat."""
    return Everything() if Everything() in nodes else _joined(Or, nodes)


def none_of(node: Node) -> Node:
    """The node's opposite; two opposites cancel."""
    return node.node if isinstance(node, Not) else Not(node)


def _joined(join: type[And] | type[Or], nodes: list[Node]) -> Node:
    flat: list[Node] = []
    for node in nodes:
        flat.extend(node.nodes if isinstance(node, join) else (node,))
    if not flat:
        return Everything()
    return flat[0] if len(flat) == 1 else join(tuple(flat))


class _Parser:
    """One reading of one text: a position that only moves forward, and the complaints so far."""

    def __init__(self, text: str) -> None:
        # Same length as the text, so that positions hold for both.
        self.text = SURROGATES.sub("\ufffd", text.translate(QUOTES))
        self.position = 0
        self.depth = 0
        self.terms = 0
        self.complaints: list[Complaint] = []

    def complain(self, start: int, end: int, message: str) -> None:
        if len(self.complaints) < MAX_COMPLAINTS:
            self.complaints.append(Complaint(start, end, message))

    # -- characters ---------------------------------------------------------------------------

    def skip_blanks(self) -> None:
        while self.position < len(self.text) and self.text[self.position].isspace():
            self.position += 1

    def peek(self) -> str:
        return self.text[self.position] if self.position < len(self.text) else ""

    def take_operator(self, *names: str) -> bool:
        """Step over one of the operators if it stands here as a word of its own."""
        self.skip_blanks()
        for name in names:
            end = self.position + len(name)
            following = self.text[end : end + 1]
            if self.text.startswith(name, self.position) and (
                not following or following.isspace() or following in '()"'
            ):
                self.position = end
                return True
        return False

    # -- grammar ------------------------------------------------------------------------------

    def read_query(self) -> Node:
        nodes = [self.read_any(self.in_any_field)]
        while self.position < len(self.text):  # only an unmatched ")" stops read_any early
            self.complain(self.position, self.position + 1, "This ) has no ( before it.")
            self.position += 1
            nodes.append(self.read_any(self.in_any_field))
        node = all_of(nodes)
        if node == Everything() and self.complaints:
            self.complain(0, len(self.text), "Nothing is left to search for: all articles are shown.")
        return node

    def read_any(self, reader: PieceReader) -> Node:
        alternatives: list[Node] = []
        start = self.position
        while True:
            node = self.read_all(reader)
            if node is not None:
                alternatives.append(node)
            if not self.take_operator("OR", "||"):
                break
            if node is None:
                self.complain(start, self.position, "OR needs something before it; it is left out.")
            start = self.position
        if not alternatives:
            return Everything()
        if node is None and start:
            self.complain(start - 2, start, "OR needs something after it; it is left out.")
        return any_of(alternatives)

    def read_all(self, reader: PieceReader) -> Node | None:
        nodes: list[Node] = []
        needs_more = False
        while True:
            self.skip_blanks()
            start = self.position
            if not self.peek() or self.peek() == ")" or self.at_or():
                break
            if self.take_operator("AND", "&&"):
                if needs_more or not nodes:
                    self.complain(start, self.position, "AND needs something before it; it is left out.")
                needs_more = bool(nodes)
                continue
            node = self.read_signed(reader)
            if node is not None:
                nodes.append(node)
                needs_more = False
        if needs_more:
            self.complain(start, start, "AND needs something after it; it is left out.")
        return all_of(nodes) if nodes else None

    def at_or(self) -> bool:
        before = self.position
        found = self.take_operator("OR", "||")
        self.position = before
        return found

    def read_signed(self, reader: PieceReader) -> Node | None:
        """A node with its signs; a run of signs is read in a loop, so that it can't exhaust the stack."""
        negated = False
        signed_at = self.position
        while True:
            start = self.position
            if self.take_operator("NOT"):
                negated = not negated
            elif self.peek() in {"-", "!", "+"} and not self.text[start + 1 : start + 2].isspace():
                negated = negated != (self.peek() != "+")
                self.position += 1
            else:
                break
            self.skip_blanks()
        self.skip_blanks()
        if not self.peek() or self.peek() == ")" or self.at_or():
            self.complain(signed_at, self.position, "There is nothing here to leave out or to want.")
            return None
        node = self.read_primary(reader)
        return none_of(node) if negated and node is not None else node

    def read_primary(self, reader: PieceReader) -> Node | None:
        if self.peek() == "(":
            return self.read_group(reader)
        if self.peek() == '"':
            return reader(self.read_phrase())
        return self.read_word(reader)

    def read_group(self, reader: PieceReader) -> Node | None:
        start = self.position
        self.position += 1
        if self.depth >= MAX_DEPTH:
            self.complain(
                start, start + 1, f"Parentheses nest deeper than {MAX_DEPTH}; this one is left out."
            )
            return None
        self.depth += 1
        node = self.read_any(reader)
        self.depth -= 1
        if self.peek() == ")":
            self.position += 1
        else:
            self.complain(start, start + 1, "This ( is never closed; it is read as closed at the end.")
        return None if node == Everything() else node

    def read_phrase(self) -> Piece:
        start = self.position
        self.position += 1
        letters: list[str] = []
        while self.position < len(self.text) and self.peek() != '"':
            if self.peek() == "\\" and self.position + 1 < len(self.text):
                self.position += 1
            letters.append(self.peek())
            self.position += 1
        if self.position < len(self.text):
            self.position += 1
        else:
            self.complain(
                start, start + 1, "This quotation mark is never closed; the phrase goes on to the end."
            )
        slop = self.read_slop()
        return Piece("".join(letters), start, self.position, phrase=True, slop=slop)

    def read_slop(self) -> int:
        match = SLOP.match(self.text, self.position)
        if not match:
            return 0
        self.position = match.end()
        slop = int(match[1] or 0)
        if slop > MAX_SLOP:
            self.complain(*match.span(), f"A loose phrase allows at most {MAX_SLOP} moves.")
        return min(slop, MAX_SLOP)

    def read_word(self, reader: PieceReader) -> Node | None:
        start = self.position
        letters: list[str] = []
        plain = True
        while self.position < len(self.text):
            c = self.peek()
            if c.isspace() or c in '()"':
                break
            if c == ":" and plain and reader == self.in_any_field:
                field = self.field_reader("".join(letters))
                if field:
                    self.position += 1
                    return self.read_field(field, start)
            if c == "\\" and self.position + 1 < len(self.text):
                self.position += 1
                plain = False
                c = self.peek()
            letters.append(c)
            self.position += 1
        return reader(Piece("".join(letters), start, self.position, plain=plain))

    # -- fields -------------------------------------------------------------------------------

    def field_reader(self, name: str) -> PieceReader | None:
        """How what follows a field's name is read, or None where no field has this name."""
        lowered = name.lower()
        if lowered in TEXT_FIELDS:
            return partial(self.in_text_field, lowered)
        if lowered in FACETS:
            return partial(self.facet_value, lowered)
        return self.days if lowered == DATE_FIELD else None

    def read_field(self, reader: PieceReader, start: int) -> Node | None:
        bracketed = BRACKETS.match(self.text, self.position)
        if bracketed:
            self.position = bracketed.end()
            return reader(Piece(bracketed[0], bracketed.start(), bracketed.end()))
        if not self.peek() or self.peek().isspace() or self.peek() == ")":
            name = self.text[start : self.position - 1]
            self.complain(start, self.position, f"{name}: has no value; it is searched as a word.")
            return self.in_any_field(Piece(name, start, self.position, plain=False))
        return self.read_primary(reader)

    def counted(self, piece: Piece, number: int = 1) -> bool:
        """Whether there is room for so many more terms."""
        before = self.terms
        self.terms += number
        if before <= MAX_TERMS < self.terms:
            message = f"Only the first {MAX_TERMS} words are searched; the rest is left out."
            self.complain(piece.start, len(self.text), message)
        return self.terms <= MAX_TERMS

    def searchable(self, piece: Piece) -> bool:
        if not has_words(piece.text):
            if piece.text.strip():
                message = f"“{piece.text}” has no letter or digit to search for."
                self.complain(piece.start, piece.end, message)
            return False
        return self.counted(piece, min(len(words(piece.text)), MAX_PHRASE))

    def shortened(self, piece: Piece) -> str:
        """The text of a piece, cut after the most words that a phrase may have."""
        found = list(tokens(piece.text, None))
        if len(found) <= MAX_PHRASE:
            return piece.text
        message = f"Only the first {MAX_PHRASE} words of a phrase are searched."
        self.complain(piece.start, piece.end, message)
        return piece.text[: found[MAX_PHRASE - 1].end]

    def in_any_field(self, piece: Piece) -> Node | None:
        if piece.text == "*" and piece.plain and not piece.phrase:
            return Everything()
        return self.leaf(piece) if self.searchable(piece) else None

    def in_text_field(self, field: str, piece: Piece) -> Node | None:
        return InField(field, self.leaf(piece)) if self.searchable(piece) else None

    def leaf(self, piece: Piece) -> Word | Phrase | Pattern:
        if piece.phrase:
            return Phrase(self.shortened(piece), piece.slop)
        if not piece.plain or not has_wildcards(piece.text):
            return Word(self.shortened(piece))
        if is_pattern(piece.text):
            return Pattern(piece.text)
        message = (
            f"“{piece.text}” is searched without its wildcards: a word with wildcards has at least "
            f"{MIN_PATTERN_LETTERS} letters, at most {MAX_WILDCARDS} of * and ?, and at most "
            f"{MAX_PATTERN_LENGTH} characters."
        )
        self.complain(piece.start, piece.end, message)
        return Word(self.shortened(piece))

    def facet_value(self, facet: str, piece: Piece) -> Node | None:
        if not self.counted(piece):
            return None
        values = values_of(facet, piece.text)
        if values:
            return any_of([HasValue(facet, value) for value in values])
        label = FACETS[facet].label.lower()
        self.complain(
            piece.start, piece.end, f"No {label} is called “{piece.text}”; it is searched as words."
        )
        return Phrase(self.shortened(piece)) if self.searchable(piece) else None

    def days(self, piece: Piece) -> Node | None:
        if not self.counted(piece):
            return None
        days = published_range(piece.text)
        if days is not None:
            return Published(*days)
        self.complain(
            piece.start,
            piece.end,
            f"“{piece.text}” is no date: write published:2024, published:2024-05, "
            "published:>=2024-05-01 or published:[2024-01 TO 2024-06]. It is searched as words.",
        )
        return Phrase(self.shortened(piece)) if self.searchable(piece) else None
