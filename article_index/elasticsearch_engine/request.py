"""What is sent to Elasticsearch for a search: query, sort, cursor and the aggregations that count facets.

Hits and counts are asked apart: hits need not be found all to be ordered, counts need no scores, and
Elasticsearch keeps the counts for other pages and orders of the same search, until the index changes.

Pure functions. Counts ignore their own facet's choice, so each facet with a choice has a filter aggregation
of its own.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from article_index import buckets
from article_index.article import FACET_FIELDS, FACETS
from article_index.cursor import Cursor
from article_index.elasticsearch_engine.mapping import IX, ix
from article_index.elasticsearch_engine.render import every, render
from article_index.index_document import BODY, MONTH, NEWEST_KEY, OLDEST_KEY, TITLE_WORDS, WITHOUT
from article_index.plan import All, Every, Plan
from article_index.planner import NO_VALUE, base_plans, filter_plans, own_filter, value_plan
from article_index.search import SearchRequest, Sort

Json = dict[str, Any]
COUNTS = "counts"


def hits_body(request: SearchRequest, cursor: Cursor | None) -> Json:
    """A page of hits; the histogram, if there is one, tells how many there are."""
    key = ix(OLDEST_KEY if request.sort is Sort.OLDEST else NEWEST_KEY)
    body: Json = {
        "query": every((*base_plans(request, in_order=True), *filter_plans(request).values())),
        "size": request.size + 1,
        "track_total_hits": not request.histogram,
        "sort": [{"_score": "desc"}, {key: "desc"}] if request.by_score else [{key: "desc"}],
    }
    if cursor:
        body["search_after"] = [cursor.score, cursor.key] if request.by_score else [cursor.key]
    return body


def counting_body(request: SearchRequest) -> Json | None:
    """The counts alone, None where there are none; choices within facets are part of the aggregations."""
    aggregations = counting(request)
    if not aggregations:
        return None
    query = every(tuple(base_plans(request)))
    return {"query": query, "size": 0, "track_total_hits": False, "aggs": aggregations}


def counting(request: SearchRequest) -> Json:
    """The aggregations of a request: one for all facets without a choice, one for each with a choice."""
    filters = filter_plans(request)
    size = request.facet_size
    inner = {name: facet_terms(name, size) for name in request.facets if name not in filters}
    if request.histogram:
        inner[MONTH] = terms(MONTH, buckets.MAX_MONTHS)
    if not inner and not request.facets:
        return {}
    inner[WITHOUT] = terms(WITHOUT, 100)
    aggregations: Json = {"all": counted(filters.values(), inner)}
    for name in request.facets:
        if name in filters:
            kept = own_filter(name, request.filters[name])
            others = [part for other, part in filters.items() if other != name]
            own = {name: facet_terms(name, size), WITHOUT: {"filter": render(value_plan(name, NO_VALUE))}}
            aggregations[f"own {name}"] = counted([*others, *([kept] if kept else [])], own)
    return aggregations


def counted(filters: Iterable[Plan], inner: Json) -> Json:
    return {"filter": every((All(), *filters)), "aggs": inner}


def facet_terms(facet: str, size: int | None) -> Json:
    size = size or FACETS[facet].size
    if FACETS[facet].vocabulary:  # no more values than are asked for
        return terms(FACET_FIELDS[facet], size)
    # On several shards each sends its first values; ten times as many keep cuts rare.
    return terms(FACET_FIELDS[facet], size, shard_size=size * 10)


def terms(field: str, size: int, **options: int) -> Json:
    return {"terms": {"field": ix(field), "size": size, **options}}


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
