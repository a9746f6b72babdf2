"""The Elasticsearch index: settings and mapping, derived from the article's fields.

An article's own fields are mapped as they are, so that other tools (Kibana, ES|QL) work on the index;
what Blotter searches lies under ``ix`` and is left out of ``_source``.
"""

from typing import Any

import orjson

from article_index.article import FIELDS, Article, Kind
from article_index.index_document import (
    GAP,
    INDEX_VERSION,
    LOOKUP_FIELDS,
    NUMBER_FIELDS,
    PREFIX_FIELDS,
    SET_FIELDS,
    TERM_FIELDS,
    VALUE_FIELDS,
    index_document,
)

IX = "ix"
TERMS = "blotter_terms"
NATIVE: dict[Kind, dict[str, Any]] = {
    Kind.TEXT: {"type": "text"},
    Kind.KEYWORD: {"type": "keyword"},
    # Looked up under ``ix``, in one form.
    Kind.KEY: {"type": "keyword", "index": False, "doc_values": False},
    Kind.DATE: {"type": "date", "format": "strict_date"},
    Kind.MOMENT: {"type": "date", "format": "strict_date_time"},
    Kind.STORED: {"type": "object", "enabled": False},
}


def ix(field: str) -> str:
    """The Elasticsearch path of an index field."""
    return f"{IX}.{field}"


def mappings() -> dict[str, Any]:
    """The mapping of an index of articles."""
    searched: dict[str, Any] = {name: {"type": "text", "analyzer": TERMS} for name in TERM_FIELDS}
    bare = {"type": "text", "analyzer": TERMS, "index_options": "docs", "norms": False}
    searched.update(dict.fromkeys(SET_FIELDS, bare))
    searched.update({name: {"type": "keyword"} for name in VALUE_FIELDS})
    searched.update({name: {"type": "keyword", "doc_values": False} for name in LOOKUP_FIELDS})
    searched.update({name: {"type": "keyword"} for name in PREFIX_FIELDS})
    searched.update({name: {"type": "long"} for name in NUMBER_FIELDS})
    native = {field.name: NATIVE[field.kind] for field in FIELDS}
    native["fingerprint"] = NATIVE[Kind.KEY]  # a plain value among the stored ones
    return {
        "_meta": {"blotter_index": INDEX_VERSION},
        "_source": {"excludes": [f"{IX}.*"]},
        "dynamic": "strict",
        "properties": {**native, IX: {"dynamic": "strict", "properties": searched}},
    }


def settings(shards: int, replicas: int) -> dict[str, Any]:
    """Settings of an index: the analyzer that cuts ready terms at blanks and drops the gaps."""
    return {
        "number_of_shards": shards,
        "number_of_replicas": replicas,
        "analysis": {
            "filter": {"blotter_gaps": {"type": "stop", "stopwords": [GAP]}},
            "analyzer": {TERMS: {"type": "custom", "tokenizer": "whitespace", "filter": ["blotter_gaps"]}},
        },
    }


def source(article: Article) -> bytes:
    """The document of an article, as JSON."""
    return orjson.dumps({**article.to_json(), IX: index_document(article)})
