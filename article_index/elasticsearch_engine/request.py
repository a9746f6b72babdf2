"""What is sent to Elasticsearch for a search: query, sort, cursor and the aggregations that count facets.

Pure functions. Counts ignore their own facet's choice, so choices are a post_filter, and each facet with a
choice has a filter aggregation of its own.
"""

from collections.abc import Sequence
from typing import Any

from article_index import buckets
from article_index.article import FACET_FIELDS, FACETS
from article_index.cursor import Cursor
from article_index.elasticsearch_engine.mapping import IX, ix
from article_index.elasticsearch_engine.render import every, render
from article_index.index_document import BODY, MONTH, NEWEST_KEY, OLDEST_KEY, TITLE_WORDS, WITHOUT
from article_index.plan import All, Every
from article_index.planner import base_plans, filter_plans, own_filter
from article_index.search import SearchRequest, Sort

Json = dict[str, Any]
COUNTS = "counts"


def search_body(request: SearchRequest, cursor: Cursor | None) -> Json:
    """What is sent to Elasticsearch for a request."""
    filters = filter_plans(request)
    key = ix(OLDEST_KEY if request.sort is Sort.OLDEST else NEWEST_KEY)
    body: Json = {
        "query": every(tuple(base_plans(request, in_order=True))),
        "size": request.size + 1,
        "track_total_hits": True,
        "sort": [{"_score": "desc"}, {key: "desc"}] if request.by_score else [{key: "desc"}],
    }
    if filters:
        body["post_filter"] = every(tuple(filters.values()))
    if cursor:
        body["search_after"] = [cursor.score, cursor.key] if request.by_score else [cursor.key]
    if not counts_all(request) and (aggregations := counting(request)):
        body["aggs"] = aggregations
    return body


def counts_all(request: SearchRequest) -> bool:
    """Whether counts are over all articles: asked for alone, Elasticsearch keeps them while it can."""
    return base_plans(request) == [All()] and not filter_plans(request)


def counting_body(request: SearchRequest) -> Json:
    """What is sent for the counts alone."""
    return {"size": 0, "track_total_hits": False, "request_cache": True, "aggs": counting(request)}


def counting(request: SearchRequest) -> Json:
    """The aggregations of a request: one for all facets without a choice, one for each with a choice."""
    filters = filter_plans(request)
    size = request.facet_size
    inner = {name: facet_terms(name, size) for name in request.facets if name not in filters}
    if request.histogram:
        inner[MONTH] = terms(MONTH, buckets.MAX_MONTHS)
    if not inner and not request.facets:
        return {}
    aggregations: Json = {"all": counted(Every((All(), *filters.values())), inner)}
    for name in request.facets:
        if name in filters:
            kept = own_filter(name, request.filters[name])
            others = [part for other, part in filters.items() if other != name]
            plan = Every((All(), *others, *([kept] if kept else [])))
            aggregations[f"own {name}"] = counted(plan, {name: facet_terms(name, size)})
    return aggregations


def counted(plan: Every, inner: Json) -> Json:
    return {"filter": render(plan), "aggs": {**inner, WITHOUT: terms(WITHOUT, 100)}}


def facet_terms(facet: str, size: int | None) -> Json:
    return terms(FACET_FIELDS[facet], size or FACETS[facet].size)


def terms(field: str, size: int) -> Json:
    # On several shards each sends its first shard_size values; ten times the size keeps cuts rare.
    return {"terms": {"field": ix(field), "size": size, "shard_size": size * 10}}


def count_body(requests: Sequence[SearchRequest]) -> Json:
    """What is sent to count the hits of several searches at once: a filter each, by its number."""
    filters = {
        str(number): render(Every((All(), *base_plans(one), *filter_plans(one).values())))
        for number, one in enumerate(requests)
    }
    return {"size": 0, "track_total_hits": False, "aggs": {COUNTS: {"filters": {"filters": filters}}}}


def frequencies_body(words: Sequence[str]) -> Json:
    """What is sent to learn in how many texts words stand: a made-up document's terms, with statistics."""
    return {
        "doc": {IX: {BODY: " ".join(words)}},
        "fields": [ix(BODY)],
        "term_statistics": True,
        "field_statistics": False,
        "positions": False,
        "offsets": False,
    }


def suggest_body(beginning: str) -> Json:
    """What is sent to list the title's words of a beginning, every sign in it taken as it is.

    Lucene's expressions have more operators than Python's: all that is no letter or digit is escaped.
    """
    escaped = "".join(letter if letter.isalnum() else f"\\{letter}" for letter in beginning)
    listed = {
        "field": ix(TITLE_WORDS),
        "include": f"{escaped}.*",
        "size": buckets.SUGGESTED_FROM,
    }
    return {"size": 0, "track_total_hits": False, "aggs": {TITLE_WORDS: {"terms": listed}}}
