"""The article, declared once: its fields, what kind each is, and which of them are facets.

The Elasticsearch mapping, the tantivy schema, the names in URLs, the sidebar and the API are all
derived from ``FIELDS``. Adding a facet is one line there and one field on ``Article``.
"""

from dataclasses import asdict, dataclass, field, fields, replace
from datetime import date, datetime
from enum import Enum
from typing import Any, Self


class Kind(Enum):
    """What a field's value is, and so how it is searched."""

    TEXT = "text"  # analysed: words, phrases, prefixes
    KEYWORD = "keyword"  # whole values: exact match, counted by facets
    KEY = "key"  # whole values: looked up, never counted
    DATE = "date"  # a day: ranges, the histogram, sorting
    MOMENT = "moment"  # a moment in UTC, to the millisecond: ranges
    STORED = "stored"  # kept with the article, never searched


@dataclass(frozen=True)
class Facet:
    """A field that narrows a search: one panel beside the results.

    ``name`` is the URL parameter and the name in queries and the API; ``vocabulary`` names the
    concepts that give its values labels and parents, or is None where a value is its own label;
    ``size`` bounds how many values a page asks for (``other`` says how many matches lie beyond);
    ``pairs`` says that values are pairs of these concepts, ``ES_MA``, each found under both members too;
    ``single`` that an article has one value at most, so that no two can be demanded together.
    """

    name: str
    label: str
    vocabulary: str | None = None
    size: int = 20
    pairs: bool = False
    single: bool = False


@dataclass(frozen=True)
class Field:
    """One field of an article and how it is indexed."""

    name: str
    kind: Kind
    facet: Facet | None = None


# The order of the facets here is their order on the page. Vocabularies are small (some 280 countries and
# regions, 62 crime types, 1,200 agencies with their countries): asking for all their values costs
# little, and a parent is never cut away while its children are shown.
FIELDS: tuple[Field, ...] = (
    Field("id", Kind.KEY),
    Field("url", Kind.KEY),
    Field("file", Kind.STORED),
    Field("title", Kind.TEXT),
    Field("body", Kind.TEXT),
    Field("author", Kind.KEY),
    Field("countries", Kind.KEYWORD, Facet("country", "Country", "countries", 300)),
    Field("focus_countries", Kind.KEYWORD, Facet("about", "Main country", "countries", 300)),
    Field("agencies", Kind.KEYWORD, Facet("agency", "Agency", "agencies", 1500)),
    Field("crime_types", Kind.KEYWORD, Facet("crime_type", "Crime type", "crime_types", 100)),
    Field("persons", Kind.KEYWORD, Facet("person", "Person", size=50)),
    Field(
        "cooperating_countries",
        Kind.KEYWORD,
        Facet("cooperation", "Countries working together", "countries", 100, pairs=True),
    ),
    Field(
        "cooperating_agencies",
        Kind.KEYWORD,
        Facet("agency_cooperation", "Agencies working together", "agencies", 100, pairs=True),
    ),
    Field(
        "disputing_countries",
        Kind.KEYWORD,
        Facet("dispute", "Countries in dispute", "countries", 100, pairs=True),
    ),
    Field(
        "disputing_agencies",
        Kind.KEYWORD,
        Facet("agency_dispute", "Agencies in dispute", "agencies", 100, pairs=True),
    ),
    Field("language", Kind.KEYWORD, Facet("language", "Language", "languages", 100, single=True)),
    Field("source", Kind.KEYWORD, Facet("source", "Source", size=50, single=True)),
    Field("wire", Kind.KEYWORD, Facet("wire", "Wire service", "wire_services", 50)),
    Field("published", Kind.DATE),
    Field("story", Kind.KEY),
    Field("mentions", Kind.STORED),
    Field("notes", Kind.STORED),
    Field("extra", Kind.STORED),
    Field("fingerprint", Kind.STORED),
    Field("indexed", Kind.MOMENT),
)

TEXT_FIELDS: tuple[str, ...] = tuple(f.name for f in FIELDS if f.kind is Kind.TEXT)
KEYWORD_FIELDS: tuple[str, ...] = tuple(f.name for f in FIELDS if f.kind is Kind.KEYWORD)
KEY_FIELDS: tuple[str, ...] = tuple(f.name for f in FIELDS if f.kind is Kind.KEY)
FACETS: dict[str, Facet] = {f.facet.name: f.facet for f in FIELDS if f.facet}
FACET_FIELDS: dict[str, str] = {f.facet.name: f.name for f in FIELDS if f.facet}


@dataclass(frozen=True)
class Mention:
    """The evidence for one facet value: where the text says it.

    ``start`` and ``end`` are character offsets into the article's title or body, whichever ``where``
    names (in JSON the key is ``in``); ``rule`` says how it was read, e.g. ``name`` or ``demonym``.
    """

    field: str
    value: str
    text: str
    start: int
    end: int
    rule: str
    where: str = "body"

    def to_json(self) -> dict[str, Any]:
        """The mention as plain JSON values."""
        plain = asdict(self)
        plain["in"] = plain.pop("where")
        return plain

    @classmethod
    def from_json(cls, plain: dict[str, Any]) -> Self:
        """Read back what ``to_json`` gave."""
        # Every hit of a page has dozens of them: positions are twice as fast as names.
        return cls(
            plain["field"],
            plain["value"],
            plain["text"],
            plain["start"],
            plain["end"],
            plain["rule"],
            plain.get("in", "body"),
        )


@dataclass(frozen=True)
class Article:
    """A news article with its facets. Immutable: enrichment makes new ones with ``dataclasses.replace``."""

    id: str
    title: str = ""
    body: str = ""
    url: str | None = None
    file: str | None = None
    author: str | None = None
    language: str | None = None
    published: date | None = None
    source: str | None = None
    countries: tuple[str, ...] = ()
    focus_countries: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    crime_types: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    # Pairs, as ``vocabulary.pair`` writes them: who works with whom, and who quarrels.
    cooperating_countries: tuple[str, ...] = ()
    cooperating_agencies: tuple[str, ...] = ()
    disputing_countries: tuple[str, ...] = ()
    disputing_agencies: tuple[str, ...] = ()
    # The news agencies whose report this is, by id.
    wire: tuple[str, ...] = ()
    # The id of the first of the articles that tell the same report in nearly the same words.
    story: str | None = None
    mentions: tuple[Mention, ...] = ()
    # What a reader of the article should know about how it was read: text cut, a date doubted.
    notes: tuple[str, ...] = ()
    # Keys of the input that Blotter has no field for; kept, shown by the API, never searched.
    extra: dict[str, Any] = field(default_factory=dict, hash=False)
    # A hash of the input and of the enrichment's version: equal means nothing to do.
    fingerprint: str = ""
    # When the index first took the article (``moments``). Given by engines; what an article says does not
    # depend on it, so articles that differ in nothing else are equal.
    indexed: datetime | None = field(default=None, compare=False)

    def values(self, name: str) -> tuple[str, ...]:
        """The values of a keyword field, always as a tuple (``language`` and ``source`` have one or none)."""
        value = getattr(self, name)
        if value is None:
            return ()
        return (value,) if isinstance(value, str) else value

    def to_json(self) -> dict[str, Any]:
        """The article as plain JSON values, the keys in the order of ``FIELDS``."""
        plain: dict[str, Any] = {}
        for declared in FIELDS:
            value = getattr(self, declared.name)
            if declared.name == "mentions":
                value = [mention.to_json() for mention in value]
            elif isinstance(value, datetime):
                value = value.isoformat(timespec="milliseconds")
            elif isinstance(value, date):
                value = value.isoformat()
            elif isinstance(value, tuple):
                value = list(value)
            plain[declared.name] = value
        return plain

    @classmethod
    def from_json(cls, plain: dict[str, Any]) -> Self:
        """Read back what ``to_json`` gave; keys it does not know are ignored."""
        values: dict[str, Any] = {
            name: tuple(value) if isinstance(value, list) else value
            for name, value in plain.items()
            if name in NAMES
        }
        values["mentions"] = tuple(Mention.from_json(m) for m in plain.get("mentions") or ())
        if isinstance(values.get("published"), str):
            values["published"] = date.fromisoformat(values["published"])
        if isinstance(values.get("indexed"), str):
            values["indexed"] = datetime.fromisoformat(values["indexed"])
        return cls(**values)


# What ``Article.from_json`` takes.
NAMES = frozenset(f.name for f in fields(Article))

__all__ = [
    "FACETS",
    "FACET_FIELDS",
    "FIELDS",
    "KEYWORD_FIELDS",
    "KEY_FIELDS",
    "TEXT_FIELDS",
    "Article",
    "Facet",
    "Field",
    "Kind",
    "Mention",
    "replace",
]
