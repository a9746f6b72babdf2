"""The engine contract: what is chosen in facets, and what facets count."""

from collections.abc import Iterator

import pytest

from article_index.article import FACETS
from article_index.engine import Engine
from article_index.search import FacetCounts, FacetFilter
from tests.article_index.conftest import NewUrl
from tests.article_index.searching import found, holding, search
from tests.factory import article

ARTICLES = [
    article("raid", id="1", countries=("MA", "ES"), crime_types=("drug-trafficking",), agencies=("ma-dgsn",)),
    article("raid", id="2", countries=("MA",), crime_types=("drug-offence", "terrorism"), language="fr"),
    article("raid", id="3", countries=("ES",), crime_types=("terrorism",), agencies=("ma-bcij", "us-fbi")),
    article("raid", id="4", countries=("FR", "ES"), language="ar", agencies=("int-unodc",), source="AP"),
    article("arson", id="5", countries=("FR",), crime_types=("arson",), source="AFP"),
    article("raid", id="6", language=None),
]


@pytest.fixture(scope="module")
def engine(new_url: NewUrl) -> Iterator[Engine]:
    with holding(new_url(), ARTICLES) as engine:
        yield engine


def any_of(*values: str) -> FacetFilter:
    return FacetFilter(any_of=values)


def counts(engine: Engine, facet: str, query: str = "", **filters: FacetFilter) -> dict[str, int]:
    """A facet's counts for a query and choices, parents left out unless they are asked for."""
    return search(engine, query, filters=filters).facets[facet].values


@pytest.mark.parametrize(
    ("facet", "chosen", "expected"),
    [
        ("country", any_of("MA"), {"1", "2"}),
        ("country", any_of("MA", "FR"), {"1", "2", "4", "5"}),
        ("country", any_of("DE"), set()),
        ("country", FacetFilter(all_of=("MA", "ES")), {"1"}),
        ("country", FacetFilter(all_of=("MA", "FR")), set()),
        ("country", FacetFilter(none_of=("MA",)), {"3", "4", "5", "6"}),
        ("country", FacetFilter(none_of=("MA", "FR")), {"3", "6"}),
        ("country", FacetFilter(any_of=("ES",), none_of=("MA",)), {"3", "4"}),
        ("country", FacetFilter(any_of=("MA", "FR"), all_of=("ES",), none_of=("FR",)), {"1"}),
        ("country", any_of("-"), {"6"}),
        ("country", any_of("-", "FR"), {"4", "5", "6"}),
        ("country", FacetFilter(none_of=("-",)), {"1", "2", "3", "4", "5"}),
        ("country", FacetFilter(none_of=("-", "ES")), {"2", "5"}),
        ("country", FacetFilter(all_of=("-",)), {"6"}),
        ("country", FacetFilter(all_of=("-", "MA")), set()),
        ("country", FacetFilter(), {"1", "2", "3", "4", "5", "6"}),
        ("language", any_of("-"), {"6"}),
        ("source", any_of("-"), {"1", "2", "3", "6"}),
    ],
)
def test_choices_in_one_facet(engine: Engine, facet: str, chosen: FacetFilter, expected: set[str]) -> None:
    assert found(engine, filters={facet: chosen}) == expected


@pytest.mark.parametrize(
    ("facet", "value", "expected"),
    [
        ("crime_type", "drugs", {"1", "2"}),
        ("crime_type", "security", {"2", "3"}),
        ("country", "015", {"1", "2"}),
        ("country", "150", {"1", "3", "4", "5"}),
        ("country", "155", {"4", "5"}),
        ("agency", "MA", {"1", "3"}),
        ("agency", "US", {"3"}),
        ("agency", "int", {"4"}),
        ("agency", "int-un", {"4"}),
    ],
)
def test_a_parent_takes_its_children_in(engine: Engine, facet: str, value: str, expected: set[str]) -> None:
    assert found(engine, filters={facet: any_of(value)}) == expected
    assert counts(engine, facet)[value] == len(expected)


def test_a_parent_left_out_leaves_its_children_out(engine: Engine) -> None:
    assert found(engine, filters={"crime_type": FacetFilter(none_of=("drugs",))}) == {"3", "4", "5", "6"}


def test_choices_in_several_facets_must_all_hold(engine: Engine) -> None:
    filters = {
        "country": any_of("MA", "FR"),
        "language": any_of("en"),
        "crime_type": any_of("drugs", "arson"),
    }
    assert found(engine, filters=filters) == {"1", "5"}
    assert found(engine, "raid", filters=filters) == {"1"}


def test_counts_are_of_the_articles_found(engine: Engine) -> None:
    assert counts(engine, "country") == {
        "150": 4, "ES": 3, "039": 3, "MA": 2, "FR": 2, "155": 2, "015": 2, "002": 2,
    }  # fmt: skip
    assert counts(engine, "crime_type", "arson") == {"arson": 1, "property": 1}
    assert counts(engine, "agency", "nothing") == {}


def test_values_come_most_frequent_first_and_ties_in_order(engine: Engine) -> None:
    values = list(counts(engine, "country").items())
    assert values == sorted(values, key=lambda item: (-item[1], item[0]))


def test_an_article_counts_once_for_a_parent_of_two_of_its_values(engine: Engine) -> None:
    assert counts(engine, "country")["150"] == 4  # Spain and France are both Europe
    assert counts(engine, "agency")["MA"] == 2


def test_a_facets_counts_ignore_its_own_filter(engine: Engine) -> None:
    chosen = {"country": any_of("MA")}
    assert counts(engine, "country", "raid", **chosen) == counts(engine, "country", "raid")
    assert counts(engine, "language", "raid", **chosen) == {"en": 1, "fr": 1}


def test_a_facets_counts_ignore_what_it_leaves_out(engine: Engine) -> None:
    chosen = {"country": FacetFilter(none_of=("MA",))}
    assert counts(engine, "country", "raid", **chosen) == counts(engine, "country", "raid")
    assert counts(engine, "language", "raid", **chosen) == {"ar": 1, "en": 1}


def test_a_facets_counts_keep_the_values_that_all_must_have(engine: Engine) -> None:
    chosen = {"country": FacetFilter(all_of=("ES",))}
    assert counts(engine, "country", **chosen)["MA"] == 1
    assert counts(engine, "country", **chosen)["ES"] == 3


def test_a_facets_counts_obey_the_filters_of_the_others(engine: Engine) -> None:
    chosen = {"country": any_of("ES"), "crime_type": any_of("terrorism")}
    assert counts(engine, "country", **chosen) == {
        "002": 1, "015": 1, "039": 1, "150": 1, "ES": 1, "MA": 1,
    }  # fmt: skip
    assert counts(engine, "crime_type", **chosen) == {
        "drug-trafficking": 1, "drugs": 1, "security": 1, "terrorism": 1,
    }  # fmt: skip
    assert counts(engine, "language", **chosen) == {"en": 1}


def test_the_total_obeys_all_filters(engine: Engine) -> None:
    assert search(engine, filters={"country": any_of("ES"), "crime_type": any_of("terrorism")}).total == 1


def test_missing_counts_the_articles_without_a_value(engine: Engine) -> None:
    facets = search(engine).facets
    expected = {"country": 1, "agency": 3, "crime_type": 2, "person": 6, "language": 1, "source": 4}
    assert {name: facets[name].missing for name in expected} == expected
    assert search(engine, "arson").facets["country"].missing == 0


def test_missing_ignores_the_facets_own_filter_too(engine: Engine) -> None:
    facets = search(engine, filters={"country": any_of("MA")}).facets
    assert facets["country"].missing == 1
    assert facets["crime_type"].missing == 0


def test_only_the_facets_asked_for_are_counted_in_the_order_asked(engine: Engine) -> None:
    page = search(engine, facets=("source", "country"), filters={"country": any_of("ES")})
    assert list(page.facets) == ["source", "country"]
    assert search(engine, facets=()).facets == {}
    assert list(search(engine).facets) == list(FACETS)


def test_other_counts_what_lies_beyond_the_values_given(new_url: NewUrl) -> None:
    size = FACETS["source"].size
    articles = [article(source=f"source {n:03}") for n in range(size + 7)]
    articles += [article(source="source 003"), article(source="source 056"), article()]
    with holding(new_url(), articles) as engine:
        counted = search(engine).facets["source"]
    expected = {"source 003": 2, "source 056": 2}
    expected |= {f"source {n:03}": 1 for n in range(size - 1) if n != 3}
    assert counted == FacetCounts(expected, other=7, missing=1)


def test_a_value_given_twice_counts_once(new_url: NewUrl) -> None:
    with holding(new_url(), [article(persons=("Ann", "Ann"), countries=("ES", "ES", "PT"))]) as engine:
        facets = search(engine).facets
    assert facets["person"].values == {"Ann": 1}
    assert facets["country"].values == {"039": 1, "150": 1, "ES": 1, "PT": 1}


def test_values_are_whole_and_exact(new_url: NewUrl) -> None:
    names = (
        "Ana María",
        "ana maría",
        "O'Neil",
        'The "Boss"',
        "東京 太郎",
        "<b>x</b>",
        "a\\b",
        " ",
        "-x",
        "محمد",
    )
    with holding(new_url(), [article(id=name, persons=(name,)) for name in names]) as engine:
        assert search(engine).facets["person"].values == dict.fromkeys(sorted(names), 1)
        for name in names:
            assert found(engine, filters={"person": any_of(name)}) == {name}


@pytest.mark.parametrize("names", [60, 400])
def test_of_many_values_with_equal_counts_the_first_by_name_are_given(engine: Engine, names: int) -> None:
    persons = [f"Person {number:03}" for number in range(names)]
    engine.add(
        [
            article("Zeugma", id="all", persons=tuple(reversed(persons))),
            article("Zeugma", id="one", persons=("Person 050", "Zoë Ünal")),
        ]
    )
    counts = search(engine, "zeugma", facets=("person",), facet_size=4).facets["person"]
    assert list(counts.values.items()) == [("Person 050", 2), *((name, 1) for name in persons[:3])]
    assert counts.other == names + 2 - 5
    assert counts.missing == 0
    chosen = {"person": FacetFilter(any_of=("Zoë Ünal",))}
    counts = search(engine, "zeugma", facets=("person",), facet_size=names + 1, filters=chosen).facets[
        "person"
    ]
    assert counts.values == dict.fromkeys(persons, 1) | {"Person 050": 2, "Zoë Ünal": 1}
    assert counts.other == 0
