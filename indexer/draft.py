"""An article in the making: what the steps have found so far.

A draft belongs to one article and one pass through the pipeline; what leaves the pipeline is a frozen
``Article``. It travels on spaCy's ``Doc`` as ``doc._.draft``.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from article_index.article import Mention
from indexer.record import Record

if TYPE_CHECKING:
    from indexer.corrections import Correction
    from indexer.surface_index import SurfaceIndex

# The parts of an article that are read for facets, in order.
PARTS = ("title", "body")


@dataclass(frozen=True, slots=True)
class Surface:
    """A name of a concept where it stands in the text.

    ``kind`` is ``place``, ``agency``, ``shared``, ``official``, ``crime`` or ``cue``; ``id`` the concept's
    id; ``rule`` how it names it (``name``, ``demonym``, ``city``, ``acronym`` …); ``where`` the part of the
    article; ``details`` what the vocabulary adds for this surface.
    """

    kind: str
    id: str
    rule: str
    where: str
    start: int
    end: int
    text: str
    details: Any = None


@dataclass
class Draft:
    """What is known of an article so far; every step says which of these it needs and fills."""

    record: Record
    # What people say of this article, and what finds the names that they gave.
    corrected: "tuple[Correction, ...]" = ()
    aliases: "dict[str | None, SurfaceIndex]" = field(default_factory=dict)
    title: str = ""
    body: str = ""
    # Lines that belong to the page and not to the article, kept for its date and publisher.
    margins: tuple[str, ...] = ()
    language: str | None = None
    published: date | None = None
    source: str | None = None
    surfaces: list[Surface] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    countries: tuple[str, ...] = ()
    focus_countries: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    crime_types: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    cooperating_countries: tuple[str, ...] = ()
    cooperating_agencies: tuple[str, ...] = ()
    disputing_countries: tuple[str, ...] = ()
    disputing_agencies: tuple[str, ...] = ()
    wire: tuple[str, ...] = ()
    notes: list[str] = field(default_factory=list)

    def part(self, name: str) -> str:
        """The title or the body."""
        return self.title if name == "title" else self.body

    def mention(self, field_name: str, value: str, surface: Surface, rule: str | None = None) -> None:
        """Note a surface as evidence for a value of a field."""
        self.mentions.append(
            Mention(
                field_name,
                value,
                surface.text,
                surface.start,
                surface.end,
                rule or surface.rule,
                surface.where,
            )
        )
