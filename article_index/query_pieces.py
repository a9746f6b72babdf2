"""What a reader wrote, piece by piece, as leaves of a query: words, phrases, values of fields, days.

The parser cuts the text into pieces and joins the nodes; here each piece gets its meaning, with a complaint
where it can't have the one that was wanted. Every bound of a query that concerns a piece stands here.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import pairwise

import regex

from article_index.addresses import PASTED
from article_index.analysis import (
    MAX_PATTERN_LENGTH,
    MAX_WILDCARDS,
    MIN_PATTERN_LETTERS,
    has_wildcards,
    has_words,
    is_pattern,
    is_unspaced,
    tokens,
    words,
)
from article_index.article import FACETS, KEY_FIELDS, TEXT_FIELDS
from article_index.field_values import key_of, published_range, values_of
from article_index.planner import conditions
from article_index.query import (
    Everything,
    Fuzzy,
    HasKey,
    HasValue,
    InField,
    Leaf,
    Node,
    Pattern,
    Phrase,
    Published,
    Word,
)
from article_index.query_logic import any_of

# Words that a reader may mean; the rest of a pasted text finds nothing more.
MAX_TERMS = 200
# More words stand in one text or in none.
MAX_PHRASE = 50
# Bounds the work of one search. A word is some dozen conditions (its stems in the languages), a long loose
# phrase some thousands. Elasticsearch refuses a query of more than 8,192 on a small node, what only orders
# the hits among them.
MAX_CONDITIONS = 4_000
# Words with wildcards and similar words in one query: for each the engine walks through the index's words.
# With 200 a search of 20,000 articles with 300,000 different words took up to a minute.
MAX_LOOSE = 20
# Of those, words that begin with a wildcard: for each the engine looks at all of the index's words.
MAX_OPEN = 2
# Letters of all similar words in one query: for one of 28 letters Elasticsearch makes automata for half a
# second, for one of 8 letters a tenth of that.
MAX_FUZZY_LETTERS = 80
# More would not be read by anyone.
MAX_COMPLAINTS = 10
# A fuzzy word of fewer letters would find any word as short; from so many letters on, two may differ: the
# rule of Lucene's "auto" fuzziness, which readers know from other search engines.
MIN_FUZZY_LETTERS = 3
TWO_EDITS_FROM = 6
MAX_EDITS = 2
# Each letter of a fuzzy word makes the engines' automata larger.
MAX_FUZZY_LENGTH = 32

DATE_FIELD = "published"
EXACT_FIELD = "exact"
FUZZY = regex.compile(r"(.*[^~])~([0-9]{0,6})")


@dataclass(frozen=True)
class Piece:
    """A word or a phrase as it stands in the text; ``plain`` means that nothing in it was escaped,
    ``exact`` that it is wanted as written.
    """

    text: str
    start: int
    end: int
    phrase: bool = False
    slop: int = 0
    plain: bool = True
    exact: bool = False


def word_parts(text: str) -> list[str]:
    """The two-letter parts of a run in a script without blanks, where one of its words is enough.

    Most Chinese words have two letters; all parts of a run overlap, since nothing says where a word begins.
    Empty for a text that is a single word or part itself.
    """
    found = words(text)
    if len(found) < 3 or not any(map(is_unspaced, found)):
        return []
    pairs = [one + other for one, other in pairwise(found) if is_unspaced(one) and is_unspaced(other)]
    return list(dict.fromkeys([*pairs, *(word for word in found if not is_unspaced(word))]))


# Makes a node of a piece, for the field that stands before it; None where nothing can be searched.
PieceReader = Callable[[Piece], Node | None]


@dataclass(frozen=True)
class Complaint:
    """What could not be read as written: where (characters ``start`` to ``end`` of the text) and why."""

    start: int
    end: int
    message: str


@dataclass
class Pieces:
    """Reads the pieces of one text of so many characters; keeps count of its work and of complaints."""

    length: int
    match_all: bool = True
    terms: int = 0
    conditions: int = 0
    loose: int = 0
    open: int = 0
    fuzzy_letters: int = 0
    complaints: list[Complaint] = field(default_factory=list)

    def complain(self, start: int, end: int, message: str) -> None:
        if len(self.complaints) < MAX_COMPLAINTS:
            self.complaints.append(Complaint(start, end, message))

    def reader_of(self, name: str) -> PieceReader | None:
        """How what follows a field's name is read, or None where no field has this name."""
        lowered = name.lower()
        if lowered in TEXT_FIELDS:
            return partial(self.in_text_field, lowered)
        if lowered in FACETS:
            return partial(self.facet_value, lowered)
        if lowered in KEY_FIELDS:
            return partial(self.key, lowered)
        if lowered == EXACT_FIELD:
            return self.as_written
        return self.days if lowered == DATE_FIELD else None

    # -- readers ------------------------------------------------------------------------------

    def in_any_field(self, piece: Piece) -> Node | None:
        if piece.plain and not piece.phrase and not piece.exact:
            if piece.text == "*":
                return Everything()
            if PASTED.fullmatch(piece.text):
                return self.key("url", piece)
        if not self.searchable(piece):
            return None
        leaf = self.leaf(piece)
        parts = () if self.match_all or not isinstance(leaf, Word) or leaf.exact else word_parts(leaf.text)
        return self.bounded(piece, any_of([Word(part) for part in parts]) if parts else leaf)

    def in_text_field(self, name: str, piece: Piece) -> Node | None:
        return self.bounded(piece, InField(name, self.leaf(piece))) if self.searchable(piece) else None

    def as_written(self, piece: Piece) -> Node | None:
        return self.in_any_field(replace(piece, exact=True))

    def facet_value(self, facet: str, piece: Piece) -> Node | None:
        if not self.counted(piece):
            return None
        values = values_of(facet, piece.text)
        if values:
            return self.bounded(piece, any_of([HasValue(facet, value) for value in values]))
        label = FACETS[facet].label.lower()
        self.complain(
            piece.start, piece.end, f"No {label} is called “{piece.text}”; it is searched as words."
        )
        return self.bounded(piece, Phrase(self.shortened(piece))) if self.searchable(piece) else None

    def key(self, name: str, piece: Piece) -> Node | None:
        value = key_of(name, piece.text)
        if not value:
            self.complain(piece.start, piece.end, f"{name}: has no value; it is left out.")
            return None
        return HasKey(name, value) if self.counted(piece) else None

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
        return self.bounded(piece, Phrase(self.shortened(piece))) if self.searchable(piece) else None

    # -- words and phrases --------------------------------------------------------------------

    def leaf(self, piece: Piece) -> Leaf:
        if piece.phrase:
            return Phrase(self.shortened(piece), piece.slop, piece.exact)
        if not piece.plain or piece.exact:
            return Word(self.shortened(piece), piece.exact)
        if has_wildcards(piece.text):
            return self.pattern(piece)
        fuzzy = FUZZY.fullmatch(piece.text)
        return self.fuzzy(piece, fuzzy[1], fuzzy[2]) if fuzzy else Word(self.shortened(piece))

    def pattern(self, piece: Piece) -> Leaf:
        if is_pattern(piece.text):
            return Pattern(piece.text) if self.loosely(piece) else Word(self.shortened(piece))
        message = (
            f"“{piece.text}” is searched without its wildcards: a word with wildcards has at least "
            f"{MIN_PATTERN_LETTERS} letters, at most {MAX_WILDCARDS} of * and ?, and at most "
            f"{MAX_PATTERN_LENGTH} characters."
        )
        self.complain(piece.start, piece.end, message)
        return Word(self.shortened(piece))

    def fuzzy(self, piece: Piece, word: str, edits: str) -> Leaf:
        """``word~`` and ``word~1``: similar words; how many letters may differ follows the word's length."""
        found = words(word)
        if found != [word] or not MIN_FUZZY_LETTERS <= len(word) <= MAX_FUZZY_LENGTH:
            message = (
                f"“{word}” is searched without its ~: one word of {MIN_FUZZY_LETTERS} to {MAX_FUZZY_LENGTH} "
                "letters can be looked for loosely."
            )
            self.complain(piece.start, piece.end, message)
            return Word(self.shortened(replace(piece, text=word)))
        distance = int(edits) if edits else 2 if len(word) >= TWO_EDITS_FROM else 1
        if distance > MAX_EDITS:
            self.complain(piece.start, piece.end, f"At most {MAX_EDITS} letters of a word may differ.")
        if distance and self.loosely(piece, len(word)):
            return Fuzzy(word, min(distance, MAX_EDITS))
        return Word(word, exact=not distance)

    # -- bounds -------------------------------------------------------------------------------

    def counted(self, piece: Piece, number: int = 1) -> bool:
        """Whether there is room for so many more terms."""
        before = self.terms
        self.terms += number
        if before <= MAX_TERMS < self.terms:
            message = f"Only the first {MAX_TERMS} words are searched; the rest is left out."
            self.complain(piece.start, self.length, message)
        return self.terms <= MAX_TERMS

    def loosely(self, piece: Piece, fuzzy_letters: int = 0) -> bool:
        """Whether there is room for one more word with wildcards or ``~``."""
        opens = piece.text.startswith(("*", "?"))
        room = self.loose < MAX_LOOSE and (self.open < MAX_OPEN or not opens)
        if room and self.fuzzy_letters + fuzzy_letters <= MAX_FUZZY_LETTERS:
            self.loose += 1
            self.open += opens
            self.fuzzy_letters += fuzzy_letters
            return True
        message = (
            f"“{piece.text}” is searched without its wildcards or ~: a query has at most {MAX_LOOSE} such "
            f"words, at most {MAX_OPEN} that begin with a wildcard, and at most {MAX_FUZZY_LETTERS} letters "
            "in words with ~."
        )
        self.complain(piece.start, piece.end, message)
        return False

    def has_room(self, node: Node) -> bool:
        """Whether a node fits once more; it then takes its room."""
        wanted = conditions(node)
        if self.conditions + wanted > MAX_CONDITIONS:
            return False
        self.conditions += wanted
        return True

    def bounded(self, piece: Piece, node: Node) -> Node | None:
        """The node, where there is room for its conditions."""
        before = self.conditions
        self.conditions += conditions(node)
        if before <= MAX_CONDITIONS < self.conditions:
            message = "From here on the query is left out: it would be too much work for one search."
            self.complain(piece.start, self.length, message)
        return node if self.conditions <= MAX_CONDITIONS else None

    def searchable(self, piece: Piece) -> bool:
        # The number of edits is none of the word's letters: there is nothing in ``_~1``.
        fuzzy = FUZZY.fullmatch(piece.text) if piece.plain and not piece.phrase and not piece.exact else None
        if not has_words(fuzzy[1] if fuzzy else piece.text):
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
