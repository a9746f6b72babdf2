"""What is sent to Elasticsearch, as JSON, without a server."""

from datetime import date
from typing import Any

import pytest

from article_index.cursor import Cursor
from article_index.elasticsearch_engine.render import render
from article_index.elasticsearch_engine.request import counting_body, hits_body
from article_index.planner import plan
from article_index.ranking import DEFAULT
from article_index.search import FacetFilter, SearchRequest, Sort
from tests.article_index.searching import request_of

Json = dict[str, Any]


def rendered(query: str) -> Json:
    return render(plan(request_of(query).node, DEFAULT))


def values(field: str, *names: str) -> Json:
    return {"terms": {f"ix.{field}": list(names)}}


def best(*parts: Json) -> Json:
    return {"dis_max": {"queries": list(parts), "tie_breaker": 0.2}}


def term(field: str, text: str, boost: float = 1.0) -> Json:
    return {"term": {f"ix.{field}": {"value": text, "boost": boost}}}


def phrase(field: str, text: str, **options: float) -> Json:
    return {"match_phrase": {f"ix.{field}": {"query": text, **options}}}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("*", {"match_all": {}}),
        ("北", best(term("title_stems", "北", 2.0), term("body_stems", "北"))),
        ("title:北", term("title_stems", "北")),
        ("北京", best(phrase("title_stems", "北 京", boost=2.0), phrase("body_stems", "北 京", boost=1.0))),
        (
            'body:"北京"~2',  # near is a condition, the words give the score
            {
                "bool": {
                    "must": [term("body_stems", "北"), term("body_stems", "京")],
                    "filter": [phrase("body_stems", "北 京", slop=2)],
                    "boost": 1.0,
                }
            },
        ),
        ('body:"北京北"~2', phrase("body_stems", "北 京 北", boost=1.0)),  # a repeated word lets nothing move
        ("title:La*", {"prefix": {"ix.title_exact": {"value": "la", "boost": 1.0}}}),
        ("title:*l?É", {"wildcard": {"ix.title_exact": {"value": "*l?e", "boost": 1.0}}}),
        ("country:MA", {"bool": {"filter": [values("countries", "MA")]}}),
        ("country:-", {"bool": {"filter": [values("without", "countries")]}}),
        ("-country:MA", {"bool": {"must_not": [{"bool": {"filter": [values("countries", "MA")]}}]}}),
        (
            "country:MA -title:北",
            {"bool": {"filter": [values("countries", "MA")], "must_not": [term("title_stems", "北")]}},
        ),
        (
            "title:北 OR title:京",
            {
                "bool": {
                    "should": [term("title_stems", "北"), term("title_stems", "京")],
                    "minimum_should_match": 1,
                }
            },
        ),
    ],
)
def test_queries(query: str, expected: Json) -> None:
    assert rendered(query) == expected


def test_days_are_sent_as_numbers_of_days() -> None:
    first, last = date(2024, 1, 1).toordinal(), date(2024, 12, 31).toordinal()
    assert rendered("published:2024") == {
        "bool": {"filter": [{"range": {"ix.published_number": {"gte": first, "lte": last}}}]}
    }
    assert rendered("published:>=2024") == {
        "bool": {"filter": [{"range": {"ix.published_number": {"gte": first}}}]}
    }


def test_a_stop_word_leaves_a_gap_in_a_phrase() -> None:
    assert '"query": "chief _ polic"' in str(rendered('title:"chief of police"')).replace("'", '"')


def test_inflections_are_looked_for_in_the_articles_of_their_language() -> None:
    clauses = rendered("title:smuggling")["bool"]["should"]
    english = [
        part["bool"]
        for part in clauses
        if term("title_stems", "smuggl") in part.get("bool", {}).get("must", ())
    ]
    assert len(english) == 1
    ((found_in,),) = [clause["terms"].values() for clause in english[0]["filter"]]
    assert "en/smuggl" in found_in
    assert "de/smuggl" not in found_in


def test_a_word_without_a_score_is_one_look_up() -> None:
    (((field, terms),),) = [
        clause["terms"].items() for clause in render(plan(request_of("smuggling").node))["bool"]["filter"]
    ]
    assert field == "ix.words"
    assert {"=smuggling", "en/smuggl", "/smuggling"} <= set(terms)


def test_choices_in_facets_filter_hits_after_counting() -> None:
    request = SearchRequest(
        filters={"country": FacetFilter(any_of=("MA",)), "language": FacetFilter(none_of=("fr",))},
        facets=("country", "source"),
        histogram=False,
    )
    hits, counts = hits_body(request, None), counting_body(request)
    assert counts is not None
    chosen, left_out = values("countries", "MA"), {"bool": {"filter": [values("language", "fr")]}}
    every = {"must": [{"match_all": {}}]}
    assert hits["query"] == {"bool": {**every, "filter": [chosen], "must_not": [left_out]}}
    assert counts["query"] == {"bool": every}
    assert counts["aggs"]["own country"]["filter"] == {"bool": {**every, "must_not": [left_out]}}
    assert counts["aggs"]["all"]["filter"]["bool"]["filter"] == [chosen]
    assert set(counts["aggs"]["all"]["aggs"]) == {"source", "without"}


@pytest.mark.parametrize(
    ("query", "sort", "order", "after"),
    [
        ("oil", Sort.RELEVANCE, [{"_score": "desc"}, {"ix.newest_key": "desc"}], [1.5, 9]),
        ("*", Sort.RELEVANCE, [{"ix.newest_key": "desc"}], [9]),
        ("oil", Sort.NEWEST, [{"ix.newest_key": "desc"}], [9]),
        ("oil", Sort.OLDEST, [{"ix.oldest_key": "desc"}], [9]),
    ],
)
def test_order_and_cursor(query: str, sort: Sort, order: list[Json], after: list[float]) -> None:
    body = hits_body(request_of(query, sort=sort, size=7), Cursor(sort, 1.5, 9, 20))
    assert body["sort"] == order
    assert body["search_after"] == after
    assert body["size"] == 8  # one more tells whether there is a next page
    assert body["track_total_hits"] is False  # the histogram tells


def test_hits_alone_ask_for_no_counts() -> None:
    request = SearchRequest().only_hits()
    assert counting_body(request) is None
    assert hits_body(request, None)["track_total_hits"] is True
