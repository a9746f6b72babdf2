"""Both engines answer alike: the same hits in the same order, the same counts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import product

import pytest

from article_index.engine import Engine
from article_index.query_parser import parse_query
from article_index.search import FacetFilter, SearchPage, SearchRequest, Sort
from tests.article_index.conftest import elasticsearch_indices
from tests.article_index.newsroom import newsroom
from tests.article_index.searching import every_page, holding, ids

pytestmark = pytest.mark.elasticsearch

SINGLE_WORDS = """
police arrested smuggling arrestation arrêté policia Policía operacao operação detenido cocaine
cocaina cocaïne kokain polizei täter tater blanchiment l'enquête شرطة الشرطه الشُّرطة الأمن تهريب
полиция деньги polis ISTANBUL İstanbul kaçakçılık politie mannen 逮捕 警 武器 東京 ตำรวจ เงิน policja
śledczy U.S. AT&T 2024 the la de der die of no nothing ـــ AND-ing C++ 警方police
"""
WORDS = SINGLE_WORDS.split()
LINES = """
*
-police
-the
-nothing
police money
police OR polizei OR policía OR شرطة
the police
la police
de la
the of
police -cocaine
police -the
(cocaine OR weapons) -arrested
-(police cocaine)
police OR -cocaine
police (the OR -men)
--police
a OR the OR la
"chief of police"
"national police"
"police national"
"police national"~2
"men cocaine"~3
"hombres por tráfico"
"trafic de drogue"
"la cocaïne au Havre"
"الأمن الوطني"
"東京で二人"
"the ring"
"of the"
"ring ring"~4
"police arrested two men over cocaine hidden in containers"
polic*
*caine
coca?ne
p*l*e
pol* -police
شرط*
*ина
title:polic*
title:police
body:police
-title:police
title:"national police"
title:the
title:police body:cocaine
country:MA
country:015
country:150 -country:ES
country:(MA OR FR)
country:"-"
-country:MA
agency:MA
agency:int
agency:int-un
crime_type:drugs police
crime_type:economic OR arson
person:"Ann O'Neil"
person:"山田 太郎"
source:"El País"
source:"-"
language:ar
language:"-"
published:2023
published:>2024 police
published:[2022-11-15 TO 2023-02]
-published:2023
police published:<2023-06 OR country:JP
police^2
[a TO b]
police~1
"""
QUERIES = ["", "pol" + "i" * 90, *LINES.strip().split("\n")]
FILTERS: list[dict[str, FacetFilter]] = [
    {"country": FacetFilter(any_of=("MA",))},
    {"country": FacetFilter(any_of=("MA", "FR", "-"))},
    {"country": FacetFilter(all_of=("MA", "ES"))},
    {"country": FacetFilter(none_of=("MA", "-"))},
    {"country": FacetFilter(any_of=("MA", "FR"), all_of=("ES",), none_of=("US",))},
    {"country": FacetFilter(any_of=("150",)), "language": FacetFilter(any_of=("fr", "es"))},
    {"crime_type": FacetFilter(any_of=("drugs",)), "agency": FacetFilter(none_of=("int",))},
    {"source": FacetFilter(any_of=("-",)), "person": FacetFilter(none_of=("José Núñez",))},
    {"language": FacetFilter(any_of=("xx",))},
]


@dataclass(frozen=True)
class Pair:
    """The same articles in both engines."""

    embedded: Engine
    elasticsearch: Engine

    def answers(self, request: SearchRequest) -> tuple[SearchPage, SearchPage]:
        return self.embedded.search(request), self.elasticsearch.search(request)


@pytest.fixture(scope="module")
def engines(elasticsearch_url: str) -> Iterator[Pair]:
    articles = newsroom()
    with (
        elasticsearch_indices(elasticsearch_url) as new_url,
        holding("tantivy:memory", articles) as embedded,
        holding(new_url(), articles) as elasticsearch,
    ):
        yield Pair(embedded, elasticsearch)


def assert_alike(engines: Pair, request: SearchRequest) -> None:
    ours, theirs = engines.answers(request)
    assert ours.total == theirs.total
    assert ids(ours) == ids(theirs)
    assert ours.facets == theirs.facets
    assert [list(counted.values.items()) for counted in ours.facets.values()] == [
        list(counted.values.items()) for counted in theirs.facets.values()
    ]
    assert ours.histogram == theirs.histogram
    assert [hit.score for hit in ours.hits] == pytest.approx([hit.score for hit in theirs.hits], rel=1e-5)
    assert [(hit.title, hit.fragments) for hit in ours.hits] == [
        (hit.title, hit.fragments) for hit in theirs.hits
    ]
    assert (ours.next is None) == (theirs.next is None)


@pytest.mark.parametrize("text", [*WORDS, *QUERIES])
def test_queries(engines: Pair, text: str) -> None:
    assert_alike(engines, SearchRequest(parse_query(text).node, size=100))


@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize("filters", FILTERS, ids=str)
def test_filters_and_orders(engines: Pair, filters: dict[str, FacetFilter], sort: Sort) -> None:
    for text in ("", "police OR la OR 警"):
        assert_alike(engines, SearchRequest(parse_query(text).node, filters=filters, sort=sort, size=10))


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2023, 1, 1), None),
        (None, date(2022, 12, 31)),
        (date(2023, 3, 1), date(2023, 4, 30)),
        (date(2023, 3, 1), date(2023, 3, 1)),
        (date(2024, 1, 1), date(2023, 1, 1)),
    ],
)
def test_days(engines: Pair, first: date | None, last: date | None) -> None:
    assert_alike(engines, SearchRequest(published_from=first, published_to=last))


@pytest.mark.parametrize(("text", "sort"), [*product(["", "police", "polic* OR la"], Sort)])
def test_pages(engines: Pair, text: str, sort: Sort) -> None:
    request = SearchRequest(parse_query(text).node, sort=sort, size=4)
    ours, theirs = (every_page(engine, request) for engine in (engines.embedded, engines.elasticsearch))
    assert [ids(page) for page in ours] == [ids(page) for page in theirs]


def test_scans(engines: Pair) -> None:
    for sort in Sort:
        request = SearchRequest(parse_query("police OR -police").node, sort=sort)
        assert list(engines.embedded.scan(request)) == list(engines.elasticsearch.scan(request))


def test_words_find_something(engines: Pair) -> None:
    """The comparison would prove nothing if most queries found nothing."""
    found = [engines.embedded.search(SearchRequest(parse_query(text).node)).total for text in WORDS]
    assert sum(total > 0 for total in found) > len(found) * 0.8
    assert all(total < 75 for total in found)
