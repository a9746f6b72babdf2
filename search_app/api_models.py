"""What the API answers, as pydantic models: they say what goes out."""

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from article_index.article import FACET_FIELDS

FIELD_OF_FACET = FACET_FIELDS


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
    indexed: str | None


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


# What every endpoint may answer.
PROBLEMS: dict[Any, Any] = {400: ProblemDocument, 503: ProblemDocument}
