"""Text to query: ``parse_query`` never raises; what it can't read it searches as words, and says so.

A hand-written recursive descent over the characters, without module state, so that it is safe in
threads. The language is documented in ``docs/query-syntax.md``. Pieces (words, phrases, values) get their
meaning in ``query_pieces``.
"""

from dataclasses import dataclass, replace
from functools import partial

import regex

from article_index.query import EXACT_SIGN, Everything, Node, Not
from article_index.query_logic import MAX_BOOST, all_of, any_of, boosted, none_of, ranks
from article_index.query_pieces import Complaint, Piece, PieceReader, Pieces

# A long pasted paragraph still parses whole; beyond it no reader has an intention left to honour.
MAX_LENGTH = 4000
# Elasticsearch refuses bool queries nested deeper than 30; a level of parentheses is up to three of them.
MAX_DEPTH = 7
# Moves of a word in a loose phrase; more is no phrase any more.
MAX_SLOP = 50

# A text of so many words without a small letter is a headline or a locked key: its AND and NOT are words.
SHOUTED_FROM = 6

SLOP = regex.compile(r"~([0-9]{0,6})")
BOOST = regex.compile(r"\^([0-9]{1,6}(?:\.[0-9]{1,2})?)(?=[\s()\"]|$)")
BRACKETS = regex.compile(r"[\[{][^\]}\"()]*[\]}]")
# Quotes and signs as other keyboards write them; each is one character, so that positions hold.
SIGNS = str.maketrans(dict.fromkeys("“”„‟«»〝〞＂", '"') | {"（": "(", "）": ")", "：": ":"})
# Halves of a character that broken text may hold; no engine takes them.
SURROGATES = regex.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True)
class ParsedQuery:
    """A query as it was read, with what was wrong about it."""

    text: str
    node: Node
    complaints: tuple[Complaint, ...] = ()


def parse_query(text: str, *, match_all: bool = True) -> ParsedQuery:
    """Read a reader's query; any text gives a node, doubts give complaints with their positions.

    Of words side by side all must be there, or without ``match_all`` any: then ``+`` and ``AND`` say what
    must be, and facets and dates still narrow.
    """
    parser = _Parser(text[:MAX_LENGTH], match_all)
    if len(text) > MAX_LENGTH:
        parser.complain(MAX_LENGTH, len(text), f"The query is cut after {MAX_LENGTH:,} characters.")
    node = parser.read_query()
    return ParsedQuery(text, node, tuple(parser.pieces.complaints))


@dataclass(frozen=True)
class Signed:
    """A node and whether it must be there, whatever is said of the others."""

    node: Node
    required: bool


class _Parser:
    """One reading of one text: a position that only moves forward."""

    def __init__(self, text: str, match_all: bool) -> None:
        # Same length as the text, so that positions hold for both.
        self.text = SURROGATES.sub("\ufffd", text.translate(SIGNS))
        self.match_all = match_all
        self.position = 0
        self.depth = 0
        self.shouted = self.text.isupper() and len(self.text.split()) >= SHOUTED_FROM
        self.pieces = Pieces(len(self.text), match_all)
        self.complain = self.pieces.complain

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
        in_any_field = self.pieces.in_any_field
        nodes = [self.read_any(in_any_field)]
        while self.position < len(self.text):  # only an unmatched ")" stops read_any early
            self.complain(self.position, self.position + 1, "This ) has no ( before it.")
            self.position += 1
            nodes.append(self.read_any(in_any_field))
        node = all_of(nodes)
        if node == Everything() and self.pieces.complaints:
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
        found: list[Signed] = []
        needs_more = False
        while True:
            self.skip_blanks()
            start = self.position
            if not self.peek() or self.peek() == ")" or self.at_or():
                break
            if self.shouted and self.take_operator("AND"):
                continue
            if self.take_operator("AND", "&&"):
                if needs_more or not found:
                    self.complain(start, self.position, "AND needs something before it; it is left out.")
                needs_more = bool(found)
                continue
            signed = self.read_signed(reader)
            if signed is not None:
                if needs_more:
                    found[-1] = replace(found[-1], required=True)
                    signed = replace(signed, required=True)
                found.append(signed)
                needs_more = False
        if needs_more:
            self.complain(start, start, "AND needs something after it; it is left out.")
        return self.joined(found) if found else None

    def joined(self, found: list[Signed]) -> Node:
        """What stands side by side, as the setting joins it."""
        if self.match_all:
            return all_of([one.node for one in found])
        required = [one.node for one in found if one.required or not ranks(one.node)]
        wished = [one.node for one in found if not one.required and ranks(one.node)]
        if not wished or all(isinstance(node, Not) or not ranks(node) for node in required):
            return all_of([*required, any_of(wished)] if wished else required)
        # What must be there is enough; articles with more of the rest come first. That takes it twice, and
        # groups within groups would double it with every level: without room the order goes, nothing else.
        must = all_of(required)
        if not self.pieces.has_room(must):
            return must
        return any_of([must, all_of([must, any_of(wished)])])

    def at_or(self) -> bool:
        before = self.position
        found = self.take_operator("OR", "||")
        self.position = before
        return found

    def read_signed(self, reader: PieceReader) -> Signed | None:
        """A node with its signs; a run of signs is read in a loop, so that it can't exhaust the stack."""
        negated = required = False
        signed_at = self.position
        while True:
            start = self.position
            if not self.shouted and self.take_operator("NOT"):
                negated = not negated
            elif self.peek() in {"-", "!", "+"} and not self.text[start + 1 : start + 2].isspace():
                required = required or self.peek() == "+"
                negated = negated != (self.peek() != "+")
                self.position += 1
            else:
                break
            self.skip_blanks()
        self.skip_blanks()
        if not self.peek() or self.peek() == ")" or self.at_or():
            self.complain(signed_at, self.position, "There is nothing here to leave out or to want.")
            return None
        node = self.read_boosted(reader)
        if node is None:
            return None
        return Signed(none_of(node), True) if negated else Signed(node, required)

    def read_boosted(self, reader: PieceReader) -> Node | None:
        """A node and the weight behind it, ``^2``."""
        node = self.read_primary(reader)
        while match := BOOST.match(self.text, self.position):
            self.position = match.end()
            factor = float(match[1])
            if not 0 < factor <= MAX_BOOST:
                self.complain(*match.span(), f"A weight lies between 0.01 and {MAX_BOOST:g}; it is left out.")
            elif node is not None:
                node = boosted(node, factor)
        return node

    def read_primary(self, reader: PieceReader) -> Node | None:
        if self.peek() == "(":
            return self.read_group(reader)
        if self.peek() == EXACT_SIGN and self.text[self.position + 1 : self.position + 2].strip(' ()"='):
            self.position += 1
            return self.read_word(partial(exactly, reader))
        if self.text.startswith(EXACT_SIGN + '"', self.position):
            self.position += 1
            return reader(replace(self.read_phrase(), exact=True))
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
        if self.peek() == '"':
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
            if c.isspace() or c in '()"' or (c == "^" and letters and BOOST.match(self.text, self.position)):
                break
            if c == ":" and plain and reader == self.pieces.in_any_field:
                field = self.pieces.reader_of("".join(letters))
                if field:
                    self.position += 1
                    return self.read_field(field, start)
            if c == "\\" and self.position + 1 < len(self.text):
                self.position += 1
                plain = False
                c = self.peek()
            letters.append(c)
            self.position += 1
        text = "".join(letters)
        if plain and self.ends_question(text, start):
            text = text.rstrip("?")
        return reader(Piece(text, start, self.position, plain=plain))

    def ends_question(self, text: str, start: int) -> bool:
        """Whether a question mark closes what is asked: ``who shot Kennedy?``, not ``colou?``."""
        at_end = not self.text[self.position :].strip() and self.text[:start].strip()
        return bool(at_end) and not self.depth and text.rstrip("?").isalnum() and text[-1:] == "?"

    def read_field(self, reader: PieceReader, start: int) -> Node | None:
        bracketed = BRACKETS.match(self.text, self.position)
        if bracketed:
            self.position = bracketed.end()
            return reader(Piece(bracketed[0], bracketed.start(), bracketed.end()))
        if not self.peek() or self.peek().isspace() or self.peek() == ")":
            name = self.text[start : self.position - 1]
            self.complain(start, self.position, f"{name}: has no value; it is searched as a word.")
            return self.pieces.in_any_field(Piece(name, start, self.position, plain=False))
        return self.read_primary(reader)


def exactly(reader: PieceReader, piece: Piece) -> Node | None:
    """A piece read as written, without inflections."""
    return reader(replace(piece, exact=True))
