"""What the API is given, as pydantic models: they check what comes in."""

from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, create_model

from article_index.article import FACETS
from article_index.search import MAX_PAGE_SIZE, Sort
from search_app.facet_listing import Order
from search_app.tables import LONGEST_NAME, LONGEST_NOTE, LONGEST_SEARCH


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
