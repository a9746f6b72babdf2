"""Search states and their addresses."""

from urllib.parse import parse_qsl

import pytest
from werkzeug.datastructures import MultiDict

from article_index.article import FACETS
from article_index.search import FacetFilter, Sort
from search_app.search_url import MAX_CHOICES, SearchState

STATES = [
    SearchState(),
    SearchState(text="country=MA&x?", sort=Sort.NEWEST),
    SearchState(
        filters={"country": FacetFilter(("MA",), ("ES",), ("PT",)), "source": FacetFilter(none_of=("A & B",))}
    ),
]


def read(address: str) -> SearchState:
    return SearchState.read(MultiDict(parse_qsl(address.partition("?")[2])))


@pytest.mark.parametrize("state", STATES, ids=str)
def test_an_address_gives_the_state_back(state: SearchState) -> None:
    assert read(state.url()).parameters() == state.parameters()


@pytest.mark.parametrize("state", STATES, ids=str)
@pytest.mark.parametrize("facet", FACETS)
@pytest.mark.parametrize("value", ["FR", "-", "l'Écho & Cie?", "شرطة"])
def test_the_quick_addresses_are_those_of_the_states(state: SearchState, facet: str, value: str) -> None:
    assert state.urls_with_value(facet)(value) == state.with_value(facet, value).url()
    excluded = state.urls_with_value(facet, excluded=True)(value)
    assert excluded == state.with_excluded(facet, value).url()


def test_a_new_choice_starts_at_the_first_page() -> None:
    state = SearchState(after="cursor")
    assert state.with_value("country", "MA").after is None
    assert "cursor" not in state.urls_with_value("country")("MA")


def test_labels_are_read_as_values() -> None:
    assert read("/?country=Maroc&agency=Interpol").filters == {
        "country": FacetFilter(("MA",)),
        "agency": FacetFilter(("int-interpol",)),
    }


@pytest.mark.parametrize(
    ("address", "parameter"),
    [("/?from=soon", "from"), ("/?size=0", "size"), ("/?sort=best", "sort"), ("/?from=2025&to=2024", "from")],
)
def test_what_cannot_be_read_is_a_problem_of_its_parameter(address: str, parameter: str) -> None:
    assert [problem.parameter for problem in read(address).problems] == [parameter]


def test_choices_are_bounded() -> None:
    state = read("/?" + "&".join(f"source=S{i}" for i in range(MAX_CHOICES + 50)))
    assert len(state.chosen("source").any_of) == MAX_CHOICES
    assert state.problems
