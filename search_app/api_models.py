"""The API's parameters and answers as pydantic models: they check what comes in and say what goes out."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, create_model

from article_index.article import FACET_FIELDS, FACETS
from article_index.search import MAX_PAGE_SIZE, SearchRequest, Sort
from search_app.saved_searches import LONGEST_NAME, LONGEST_NOTE, LONGEST_SEARCH

FIELD_OF_FACET = FACET_FIELDS


def counting_only(request: SearchRequest, facet: str) -> SearchRequest:
    """The request for one facet's counts alone."""
    return replace(request, size=1, facets=(facet,), histogram=False, highlight=False, after=None)


class Strict(BaseModel):
    """A body whose every key is known."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)


def _search_parameters() -> type[BaseModel]:
    """The parameters of a search, from the facets as they are declared. ``search_url`` reads them."""
    texts = {
        "q": "The query, see the help page for its language.",
        "sort": f"The order: {', '.join(Sort)}.",
        "size": f"Hits a page, 1 to {MAX_PAGE_SIZE}.",
        "after": "The cursor that the page before gave as `next`.",
        "from": "First day: 2024-05-31, 2024-05 or 2024.",
        "to": "Last day, in the same forms.",
    }
    fields: dict[str, Any] = {name: (str, _field(name, "", text)) for name, text in texts.items()}
    for facet in FACETS.values():
        what = facet.label.lower()
        for suffix, text in (
            ("", f"Articles with any of these values of {what}; `-` means none."),
            (".all", f"Articles with all of these values of {what}."),
            (".not", f"Articles without these values of {what}."),
        ):
            fields[facet.name + suffix] = (list[str], _field(facet.name + suffix, [], text))
    named = {f"parameter_{name.replace('.', '_')}": field for name, field in fields.items()}
    made: type[BaseModel] = create_model("SearchParameters", **named)
    return made


def _field(name: str, default: object, text: str) -> Any:
    """A parameter under its own name, which need not be a Python one."""
    return Field(default, alias=name, description=text)


if TYPE_CHECKING:
    SearchParameters = BaseModel
else:
    SearchParameters = _search_parameters()


class PageParameters(BaseModel):
    size: int = Field(100, ge=1, le=500, description="How many to list.")
    offset: int = Field(0, ge=0, le=1_000_000, description="How many to pass over.")


class RunParameters(BaseModel):
    after: str | None = Field(None, description="The cursor that the page before gave as `next`.")


class ArticlePath(BaseModel):
    article_id: str


class FacetPath(BaseModel):
    name: str


class SavedSearchPath(BaseModel):
    saved_id: str


Name = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_NAME)]
Note = Annotated[str, StringConstraints(max_length=LONGEST_NOTE)]
Search = Annotated[str, StringConstraints(max_length=LONGEST_SEARCH)]


class NewSavedSearch(Strict):
    name: Name
    search: Search = Field(description="The parameters of a search page's address: q=cocaine&country=MA")
    note: Note = ""


class SavedSearchChange(Strict):
    name: Name = ""
    search: Search = ""
    note: Note = ""


class SavedSearchAnswer(BaseModel):
    id: str
    name: str
    note: str
    search: str
    url: str
    created: str
    changed: str


class SavedSearchList(BaseModel):
    total: int
    saved_searches: list[SavedSearchAnswer]


class Labelled(BaseModel):
    value: str
    label: str


class Complaint(BaseModel):
    start: int
    end: int
    message: str


class QueryAnswer(BaseModel):
    text: str
    parsed: str
    complaints: list[Complaint]


class Total(BaseModel):
    value: int
    exact: bool


class Highlights(BaseModel):
    title: str = Field(description="Escaped HTML with <mark>.")
    body: list[str]


class HitAnswer(BaseModel):
    id: str
    url: str | None
    title: str
    source: str | None
    language: str | None
    published: str | None
    score: float
    countries: list[Labelled]
    focus_countries: list[Labelled]
    agencies: list[Labelled]
    crime_types: list[Labelled]
    persons: list[Labelled]
    highlights: Highlights


class FacetValueAnswer(BaseModel):
    value: str
    label: str
    count: int
    selected: bool
    parent: str | None


class FacetAnswer(BaseModel):
    label: str
    values: list[FacetValueAnswer]
    other: int
    missing: int


class FacetName(BaseModel):
    name: str
    label: str
    field: str


class FacetList(BaseModel):
    facets: list[FacetName]


class Bucket(BaseModel):
    model_config = ConfigDict(populate_by_name=True)
    from_: str = Field(alias="from")
    to: str
    count: int


class HistogramAnswer(BaseModel):
    interval: str
    buckets: list[Bucket]
    undated: int


class SearchAnswer(BaseModel):
    query: QueryAnswer
    total: Total
    took_ms: float
    hits: list[HitAnswer]
    facets: dict[str, FacetAnswer]
    histogram: HistogramAnswer | None
    next: str | None


class MentionAnswer(BaseModel):
    model_config = ConfigDict(populate_by_name=True)
    field: str
    value: str
    text: str
    start: int
    end: int
    rule: str
    in_: str = Field(alias="in")


class ArticleAnswer(BaseModel):
    id: str
    url: str | None
    file: str | None
    title: str
    body: str
    author: str | None
    countries: list[str]
    focus_countries: list[str]
    agencies: list[str]
    crime_types: list[str]
    persons: list[str]
    language: str | None
    source: str | None
    published: str | None
    mentions: list[MentionAnswer]
    notes: list[str]
    extra: dict[str, Any]
    fingerprint: str


class ProblemError(BaseModel):
    detail: str
    parameter: str | None = None
    pointer: str | None = None


class ProblemDocument(BaseModel):
    """RFC 9457."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    errors: list[ProblemError] = []
