"""An article's text with its evidence marked: which words made it carry which facet value."""

from dataclasses import dataclass

from article_index.article import FACET_FIELDS, FACETS, Article, Mention
from vocabulary import label

FACET_OF_FIELD = {field: name for name, field in FACET_FIELDS.items()}
PAIR_FIELDS = frozenset(FACET_FIELDS[name] for name, facet in FACETS.items() if facet.pairs)


@dataclass(frozen=True)
class Reading:
    """What a marked piece was read as."""

    facet: str
    facet_label: str
    value_label: str
    rule: str


@dataclass(frozen=True)
class Piece:
    """A run of text; marked where it has readings. ``facet`` is the first reading's, for its colour."""

    text: str
    readings: tuple[Reading, ...] = ()

    @property
    def facet(self) -> str:
        return self.readings[0].facet if self.readings else ""

    @property
    def explanation(self) -> str:
        """All readings in words, for a tooltip."""
        return "; ".join(f"{r.facet_label}: {r.value_label} ({r.rule})" for r in self.readings)


def pieces(article: Article, where: str, language: str = "en") -> list[list[Piece]]:
    """The title or body as paragraphs of pieces. Of overlapping mentions the longer is marked."""
    text = article.title if where == "title" else article.body
    spans: dict[tuple[int, int], list[Mention]] = {}
    for mention in article.mentions:
        # The evidence of a pair is a whole sentence: it stands beside the text, not over all other marks.
        if mention.field in PAIR_FIELDS:
            continue
        if mention.where == where and 0 <= mention.start < mention.end <= len(text):
            spans.setdefault((mention.start, mention.end), []).append(mention)
    made: list[Piece] = []
    position = 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if start < position:
            continue
        made.append(Piece(text[position:start]))
        made.append(Piece(text[start:end], readings(spans[start, end], language)))
        position = end
    made.append(Piece(text[position:]))
    return paragraphs(made)


def readings(mentions: list[Mention], language: str) -> tuple[Reading, ...]:
    """The readings of one span, the most telling first: an agency before the country it adds."""
    found = []
    for mention in sorted(mentions, key=lambda m: m.rule == "agency"):
        name = FACET_OF_FIELD.get(mention.field)
        if name:
            facet = FACETS[name]
            found.append(
                Reading(name, facet.label, label(facet.vocabulary, mention.value, language), mention.rule)
            )
    return tuple(found)


def paragraphs(made: list[Piece]) -> list[list[Piece]]:
    """Pieces divided where the text has line ends."""
    result: list[list[Piece]] = [[]]
    for piece in made:
        if piece.readings:
            result[-1].append(piece)
            continue
        for i, line in enumerate(piece.text.split("\n")):
            if i and result[-1]:
                result.append([])
            if line:
                result[-1].append(Piece(line))
    return [paragraph for paragraph in result if paragraph]


def kinds(article: Article) -> list[tuple[str, str]]:
    """The facets that the article has evidence for, as (name, label), for the legend."""
    marked = {mention.field for mention in article.mentions} - PAIR_FIELDS
    return [(name, facet.label) for name, facet in FACETS.items() if FACET_FIELDS[name] in marked]
