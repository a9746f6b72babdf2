"""The engine contract: words as written, similar words, weights, whole values, counting and suggesting."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from article_index.engine import Engine
from article_index.query import Boost, HasValue, Or, Word
from article_index.search import FacetFilter, SearchRequest, Sort, Suggestion
from tests.article_index.conftest import NewUrl
from tests.article_index.searching import found, holding, ids, request_of, search
from tests.factory import article

TODAY = date(2026, 3, 1)
ARTICLES = [
    article("Police arrest two smugglers", id="arrest", url="https://www.example.org/a/1?utm_source=x#top"),
    article("Police arrests in the port", id="arrests", url="http://news.example.org/b/", author="Ann  Ódor"),
    article("Policía detiene a dos", id="policia", language="es", countries=("ES",)),
    article("Pollice verso", id="pollice", language="it", body="The The said: of the state"),
    article("Contraband", id="plain", body="cocaine and cocaines", countries=("MA",)),
    article("Contrabande", id="soft", body="co\u00adcaine"),
    article("Kokain im Hafen", id="kokain", language="de", body="kocaine", published=TODAY),
    article("北京警方", id="beijing", language="zh"),
]


@pytest.fixture(scope="module")
def engine(new_url: NewUrl) -> Iterator[Engine]:
    with holding(new_url(), ARTICLES) as engine:
        yield engine


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("arrest", {"arrest", "arrests"}),
        ("=arrest", {"arrest"}),
        ("exact:arrests", {"arrests"}),
        ('exact:"police arrests"', {"arrests"}),
        ('="police arrest"', {"arrest"}),
        ("title:=arrest", {"arrest"}),
        ("=policia", {"policia"}),
        ("=the", {"arrests", "pollice"}),
        ("exact:(arrest OR arrests)", {"arrest", "arrests"}),
        ("police~1", {"arrest", "arrests", "pollice"}),
        ("police~", {"arrest", "arrests", "pollice", "policia"}),
        ("polcie~1", {"arrest", "arrests"}),
        ("title:kokian~1", {"kokain"}),
        ("cocaine~1", {"plain", "soft", "kokain"}),
        ("cocaine~0", {"plain", "soft"}),
        ("cocaine", {"plain", "soft"}),
        ("https://example.org/a/1", {"arrest"}),
        ("http://www.example.org/a/1/#comments", {"arrest"}),
        ("url:news.example.org/b", {"arrests"}),
        ("url:example.org", {"arrest", "arrests"}),
        ("url:news.example.org", {"arrests"}),
        ("url:org", set()),
        ("id:plain", {"plain"}),
        ('author:"ann odor"', {"arrests"}),
        ("-id:plain contraband*", {"soft"}),
    ],
)
def test_forms_find(engine: Engine, query: str, expected: set[str]) -> None:
    assert found(engine, query) == expected


def test_weights_order_the_hits(engine: Engine) -> None:
    assert ids(search(engine, "contraband OR pollice^5"))[0] == "pollice"
    assert ids(search(engine, "contraband^5 OR pollice"))[0] == "plain"


def test_a_weight_on_a_filter_adds_to_the_score(engine: Engine) -> None:
    plain = {hit.article.id: hit.score for hit in search(engine, "police OR policia OR cocaine").hits}
    node = Or((request_of("police OR policia OR cocaine").node, Boost(HasValue("country", "ES"), 7.0)))
    raised = {hit.article.id: hit.score for hit in engine.search(SearchRequest(node)).hits}
    assert raised["policia"] == pytest.approx(plain["policia"] + 7, rel=1e-5)
    assert raised["arrest"] == pytest.approx(plain["arrest"], rel=1e-5)


def test_alternatives_with_a_weight_keep_it(engine: Engine) -> None:
    node = Boost(Or((HasValue("country", "ES"), HasValue("country", "MA"))), 3.0)
    assert [hit.score for hit in engine.search(SearchRequest(node)).hits] == [3.0, 3.0]


def test_recent_articles_come_earlier_in_the_order_recent(new_url: NewUrl) -> None:
    same = [
        article("Raid", id=f"{days}", body="raid", published=TODAY - timedelta(days))
        for days in (4000, 100, 20, 3, 0)
    ]
    with holding(new_url(), [*same, article("Raid raid", id="undated", body="raid raid raid")]) as engine:
        page = search(engine, "raid", sort=Sort.RECENT, today=TODAY)
        assert ids(page)[:4] == ["0", "3", "20", "100"]
        scores = {hit.article.id: hit.score for hit in page.hits}
        assert scores["0"] - scores["4000"] == pytest.approx(4, rel=1e-4)
        assert ids(search(engine, "raid"))[0] == "undated"
        first = search(engine, "raid", sort=Sort.RECENT, today=TODAY, size=2)
        assert ids(search(engine, "raid", sort=Sort.RECENT, today=TODAY, size=2, after=first.next)) == [
            "20",
            "100",
        ]


def test_several_searches_are_counted_at_once(engine: Engine) -> None:
    asked = [
        request_of("police"),
        request_of("*"),
        request_of("nothing"),
        SearchRequest(Word("cocaine"), {"country": FacetFilter(any_of=("MA",))}),
        SearchRequest(published_from=TODAY, published_to=TODAY),
    ]
    assert engine.count(asked) == [3, 8, 0, 1, 1]
    assert engine.count([]) == []
    assert engine.count([request_of("police")] * 120) == [3] * 120


def test_words_of_titles_are_suggested_by_their_beginning(engine: Engine) -> None:
    assert engine.suggest("poli", 10) == [Suggestion("police", 2), Suggestion("policía", 1)]
    assert engine.suggest("contraband", 1) == [Suggestion("contraband", 1)]
    assert engine.suggest("po.*", 10) == []
    assert engine.suggest("the", 10) == []  # a stop word helps nobody
    assert engine.suggest("北", 10) == []


def test_counts_over_all_articles_follow_every_change(url: str) -> None:
    with holding(url, ARTICLES) as engine:
        for _ in range(2):
            assert search(engine).facets["country"].values["ES"] == 1
        engine.add([article("Madrid", id="new", countries=("ES",))])
        assert search(engine).facets["country"].values["ES"] == 2
        engine.delete(["new", "policia"])
        assert "ES" not in search(engine).facets["country"].values


def test_as_many_values_are_counted_as_asked_for(engine: Engine) -> None:
    # Each country brings its region and continent.
    assert len(search(engine, facet_size=2).facets["country"].values) == 2
    page = search(engine, "police OR policia OR cocaine", facet_size=1)
    assert len(page.facets["country"].values) == 1
    assert page.facets["country"].other > 0
