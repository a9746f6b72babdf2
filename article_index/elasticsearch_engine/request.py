"""What is sent to Elasticsearch for a search: query, sort, cursor and the aggregations that count facets.

Pure functions. Counts ignore their own facet's choice, so choices are a post_filter, and each facet with a
choice has a filter aggregation of its own.
"""

from typing import Any

from article_index import buckets
from article_index.article import FACET_FIELDS, FACETS
from article_index.cursor import Cursor
from article_index.elasticsearch_engine.mapping import ix
from article_index.elasticsearch_engine.render import every, render
from article_index.index_document import MONTH, NEWEST_KEY, OLDEST_KEY, WITHOUT
from article_index.plan import All, Every, base_plans, filter_plans, own_filter, ranks
from article_index.search import SearchRequest, Sort

Json = dict[str, Any]


def search_body(request: SearchRequest, cursor: Cursor | None) -> Json:
    """What is sent to Elasticsearch for a request."""
    ranked = request.sort is Sort.RELEVANCE and ranks(request.node)
    filters = filter_plans(request)
    key = ix(OLDEST_KEY if request.sort is Sort.OLDEST else NEWEST_KEY)
    body: Json = {
        "query": every(tuple(base_plans(request))),
        "size": request.size + 1,
        "track_total_hits": True,
        "sort": [{"_score": "desc"}, {key: "desc"}] if ranked else [{key: "desc"}],
    }
    if filters:
        body["post_filter"] = every(tuple(filters.values()))
    if cursor:
        body["search_after"] = [cursor.score, cursor.key] if ranked else [cursor.key]
    aggregations = counting(request)
    if aggregations:
        body["aggs"] = aggregations
    return body


def counting(request: SearchRequest) -> Json:
    """The aggregations of a request: one for all facets without a choice, one for each with a choice."""
    filters = filter_plans(request)
    inner = {name: facet_terms(name) for name in request.facets if name not in filters}
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
            aggregations[f"own {name}"] = counted(plan, {name: facet_terms(name)})
    return aggregations


def counted(plan: Every, inner: Json) -> Json:
    return {"filter": render(plan), "aggs": {**inner, WITHOUT: terms(WITHOUT, 100)}}


def facet_terms(facet: str) -> Json:
    return terms(FACET_FIELDS[facet], FACETS[facet].size)


def terms(field: str, size: int) -> Json:
    # On several shards each sends its first shard_size values; ten times the size keeps cuts rare.
    return {"terms": {"field": ix(field), "size": size, "shard_size": size * 10}}
