"""What the API's answers hold, as JSON values."""

from typing import Any

from article_index.article import FACETS, Article, Facet
from article_index.highlighter import marked_html
from article_index.search import FacetCounts, Histogram, Hit, SearchPage
from search_app import api_models as models
from search_app.context import engine
from search_app.explanation import explained, meant, offers, parts_of
from search_app.facet_panels import all_values
from search_app.facet_values import FacetValue
from search_app.search_url import SearchState
from search_app.searching import found
from search_app.tables import SavedSearch
from vocabulary import label


def answer(state: SearchState) -> dict[str, Any]:
    """A search page as the API gives it."""
    page = found(engine(), state)
    return {
        "query": query_json(state, page),
        "total": {"value": page.total, "exact": True},
        "took_ms": round(page.took_ms, 2),
        "hits": [hit_json(hit) for hit in page.hits],
        "facets": facets_json(state, page),
        "histogram": histogram_json(page.histogram),
        "next": page.next,
    }


def query_json(state: SearchState, page: SearchPage) -> dict[str, Any]:
    """How a query was read; where it finds nothing, which parts are at fault and what may be meant."""
    parsed = state.parsed
    nothing = not page.total and not state.is_empty
    suggested = meant(engine(), state) if nothing and state.text else None
    return {
        "text": state.text,
        "parsed": str(parsed.node),
        "explained": explained(parsed.node),
        "complaints": [vars(complaint) for complaint in parsed.complaints],
        "concepts": [
            {
                "facet": one.facet,
                "value": one.value,
                "label": one.label,
                "named": one.named,
                "count": one.count,
            }
            for one in (offers(engine(), state) if state.text and not state.after else ())
        ],
        "did_you_mean": {"q": suggested.state.text, "count": suggested.count} if suggested else None,
        "without": [
            {
                "part": part.text,
                "alone": part.count_alone,
                "count": part.count,
                "search": part.without.url("").removeprefix("?"),
            }
            for part in (parts_of(engine(), state) if nothing else ())
        ],
    }


def hit_json(hit: Hit) -> dict[str, Any]:
    article = hit.article
    plain: dict[str, Any] = {
        "id": article.id,
        "url": article.url,
        "title": article.title,
        "source": article.source,
        "language": article.language,
        "published": article.published.isoformat() if article.published else None,
        "score": hit.score,
    }
    for name in ("country", "about", "agency", "crime_type", "person"):
        plain[models.FIELD_OF_FACET[name]] = labelled(article, name)
    plain["highlights"] = {
        "title": marked_html(hit.title),
        "body": [marked_html(fragment) for fragment in hit.fragments],
    }
    plain["story"] = article.story
    plain["others"] = hit.others
    return plain


def labelled(article: Article, facet: str) -> list[dict[str, str]]:
    kind = FACETS[facet].vocabulary
    values = article.values(models.FIELD_OF_FACET[facet])
    return [{"value": value, "label": label(kind, value)} for value in values]


def facets_json(state: SearchState, page: SearchPage) -> dict[str, Any]:
    return {name: facet_json(state, FACETS[name], counts) for name, counts in page.facets.items()}


def facet_json(state: SearchState, facet: Facet, counts: FacetCounts) -> dict[str, Any]:
    values = sorted(all_values(state, facet, counts, "en"), key=lambda one: (-one.count, one.label))
    return {
        "label": facet.label,
        "values": [value_json(value) for value in values],
        "other": counts.other,
        "missing": counts.missing,
    }


def value_json(value: FacetValue) -> dict[str, Any]:
    return {
        "value": value.value,
        "label": value.label,
        "count": value.count,
        "selected": value.selected,
        "parent": value.parent,
    }


def histogram_json(histogram: Histogram | None) -> dict[str, Any] | None:
    if histogram is None:
        return None
    buckets = [
        {"from": bar.start.isoformat(), "to": bar.end.isoformat(), "count": bar.count}
        for bar in histogram.bars
    ]
    return {"interval": histogram.interval, "buckets": buckets, "undated": histogram.undated}


def saved_json(saved: SavedSearch) -> dict[str, Any]:
    return {
        "id": saved.id,
        "name": saved.name,
        "note": saved.note,
        "search": saved.search,
        "url": saved.state.url(),
        "created": saved.created.isoformat(),
        "changed": saved.changed.isoformat(),
    }
