"""Plans as Elasticsearch queries. Pure functions: their output is compared as JSON without a server."""

from typing import Any, assert_never

from article_index.elasticsearch_engine.mapping import ix
from article_index.index_document import GAP
from article_index.plan import (
    All,
    Best,
    Every,
    NumberIn,
    Plan,
    Preferring,
    Some,
    Term,
    TermLike,
    TermPattern,
    TermPhrase,
    ValueIn,
    Weighted,
    Without,
    scores,
)

Json = dict[str, Any]


def render(plan: Plan) -> Json:
    """The Elasticsearch query of a plan."""
    match plan:
        case All():
            return {"match_all": {}}
        case Term() | TermPhrase() | TermPattern() | TermLike():
            return leaf(plan, 1.0)
        case ValueIn() | NumberIn():
            return {"bool": {"filter": [filtering(plan)]}}
        case Best(parts, tie_breaker):
            return {
                "dis_max": {
                    "queries": [leaf(part, weight) for weight, part in parts],
                    "tie_breaker": tie_breaker,
                }
            }
        case Every(parts):
            return every(parts)
        case Some(parts):
            return {"bool": {"should": [render(part) for part in parts], "minimum_should_match": 1}}
        case Without():
            return every((plan,))
        case Weighted(weight, part):
            return weighted(weight, part)
        case Preferring(part, wishes):
            should = [weighted(weight, wish) for weight, wish in wishes]
            return {"bool": {"must": [render(part)], "should": should}}
        case _:
            assert_never(plan)


def weighted(weight: float, part: Plan) -> Json:
    """A part with a weight: on the query itself, since Elasticsearch bounds how deep queries nest."""
    if not scores(part):
        return {"constant_score": {"filter": render(part), "boost": weight}}
    if isinstance(part, Term | TermPhrase | TermPattern | TermLike):
        return leaf(part, weight)
    rendered = render(part)
    (options,) = rendered.values()
    options["boost"] = options.get("boost", 1.0) * weight
    return rendered


def every(parts: tuple[Plan, ...]) -> Json:
    """All parts, each in the clause of a bool query that scores as the plan says."""
    clauses: dict[str, list[Json]] = {}
    for part in parts:
        match part:
            case Without(inner):
                clauses.setdefault("must_not", []).append(render(inner))
            case ValueIn() | NumberIn():
                clauses.setdefault("filter", []).append(filtering(part))
            case _:
                clauses.setdefault("must", []).append(render(part))
    return {"bool": clauses}


def filtering(plan: ValueIn | NumberIn) -> Json:
    """A condition without a score."""
    if isinstance(plan, ValueIn):
        return {"terms": {ix(plan.field): list(plan.values)}}
    bounds = {"gte": plan.low, "lte": plan.high}
    return {"range": {ix(plan.field): {name: n for name, n in bounds.items() if n is not None}}}


def leaf(plan: Plan, boost: float) -> Json:
    """A condition on one text field, its score times ``boost``."""
    match plan:
        case Term(field, term):
            return {"term": {ix(field): {"value": term, "boost": boost}}}
        case TermPhrase(field, terms, slop) if slop:
            # Engines score loose phrases differently: being near is a condition, the words give the score.
            near = {"match_phrase": {ix(field): {"query": with_gaps(terms), "slop": slop}}}
            words = [leaf(Term(field, term), 1.0) for _, term in terms]
            return {"bool": {"must": words, "filter": [near], "boost": boost}}
        case TermPhrase(field, terms):
            return {"match_phrase": {ix(field): {"query": with_gaps(terms), "boost": boost}}}
        case TermPattern(field, pattern):
            if pattern.endswith("*") and "*" not in pattern[:-1] and "?" not in pattern:
                return {"prefix": {ix(field): {"value": pattern[:-1], "boost": boost}}}
            return {"wildcard": {ix(field): {"value": pattern, "boost": boost}}}
        case TermLike(field, term, distance):
            like = {"value": term, "fuzziness": distance, "boost": boost}
            # Without this rewrite only the fifty likeliest terms would be looked for.
            return {"fuzzy": {ix(field): {**like, "transpositions": True, "rewrite": "constant_score"}}}
        case _:
            raise TypeError(f"{plan!r} is no condition on one text field")


def with_gaps(terms: tuple[tuple[int, str], ...]) -> str:
    """The terms of a phrase at their places, gaps where stop words stood."""
    places = dict(terms)
    return " ".join(places.get(i, GAP) for i in range(terms[0][0], terms[-1][0] + 1))
