"""The API's parameters and answers as pydantic models: they check what comes in and say what goes out."""

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, create_model

from article_index.article import FACET_FIELDS, FACETS
from article_index.search import MAX_PAGE_SIZE, Sort
from search_app.facet_listing import Order
from search_app.saved_searches import LONGEST_NAME, LONGEST_NOTE, LONGEST_SEARCH

FIELD_OF_FACET = FACET_FIELDS


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
        "match": "`all` words must be there, or `any` is enough.",
        "wide": "`1`: names of concepts are looked for by their names in other languages too.",
        "fold": "`1`: of the reports of one story only the first; `others` counts the rest.",
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


class Finding(BaseModel):
    find: str = Field(
        "", max_length=100, description="Only values whose name in any language has this in it."
    )
    order: Order | None = Field(None, description="`count`, `name`, or `tree`: values below their groups.")


class Many(BaseModel):
    values: int = Field(10, ge=1, le=100, description="How many values.")


def _field(name: str, default: object, text: str) -> Any:
    """A parameter under its own name, which need not be a Python one."""
    return Field(default, alias=name, description=text)


if TYPE_CHECKING:
    SearchParameters = BaseModel
    FacetParameters = Finding
    SignificantParameters = Many
else:
    SearchParameters = _search_parameters()

    class FacetParameters(Finding, SearchParameters):
        """One facet's values in a search."""

    class SignificantParameters(Many, SearchParameters):
        """What stands out in a search."""


class SimilarParameters(BaseModel):
    size: int = Field(10, ge=1, le=50, description="How many articles.")


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


class NamedConcept(BaseModel):
    facet: str
    value: str
    label: str
    named: str = Field(description="The words of the query that name it.")
    count: int


class DidYouMean(BaseModel):
    q: str
    count: int


class PartWithout(BaseModel):
    part: str
    alone: int = Field(description="Articles that this part alone finds.")
    count: int = Field(description="Articles that the search finds without this part.")
    search: str = Field(description="The parameters of that search.")


class QueryAnswer(BaseModel):
    text: str
    parsed: str
    explained: str
    complaints: list[Complaint]
    concepts: list[NamedConcept]
    did_you_mean: DidYouMean | None
    without: list[PartWithout]


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
    story: str | None
    others: int = Field(
        description="With `fold=1`, how many other reports of its story are found (up to 200)."
    )


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


class ListedValue(FacetValueAnswer):
    depth: int = Field(description="How deep the value lies in the tree; 0 in the other orders.")


class FacetListing(BaseModel):
    label: str
    values: list[ListedValue]
    found: int
    other: int
    missing: int


class SignificantValue(BaseModel):
    value: str
    label: str
    count: int
    everywhere: int
    score: float


class SignificantList(BaseModel):
    values: list[SignificantValue]


class SuggestedWord(BaseModel):
    text: str
    count: int


class SuggestedFacetValue(BaseModel):
    facet_label: str
    label: str
    count: int
    url: str


class Suggestions(BaseModel):
    words: list[SuggestedWord]
    values: list[SuggestedFacetValue]


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


class SimilarList(BaseModel):
    hits: list[HitAnswer]


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
