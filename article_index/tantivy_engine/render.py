"""Plans as tantivy queries, articles as tantivy documents."""

from typing import assert_never

import orjson
import tantivy
from tantivy import FieldType, Occur, Query

from article_index.analysis import pattern_regex
from article_index.article import Article
from article_index.index_document import (
    GAP,
    LOOKUP_FIELDS,
    NUMBER_FIELDS,
    PREFIX_FIELDS,
    TERM_FIELDS,
    VALUE_FIELDS,
    index_document,
)
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

TERMS = "blotter_terms"
ID = "id"
ARTICLE = "article"
FINGERPRINT = "fingerprint"


def schema() -> tantivy.Schema:
    """The tantivy schema, from the index document's fields."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field(ID, tokenizer_name="raw", index_option="basic", stored=True)
    builder.add_text_field(FINGERPRINT, tokenizer_name="raw", index_option="basic", stored=True)
    builder.add_bytes_field(ARTICLE, stored=True)
    for name in TERM_FIELDS:
        builder.add_text_field(name, tokenizer_name=TERMS)
    for name in VALUE_FIELDS:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    for name in (*LOOKUP_FIELDS, *PREFIX_FIELDS):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in NUMBER_FIELDS:
        builder.add_integer_field(name, indexed=True, fast=True)
    return builder.build()


def terms_analyzer() -> tantivy.TextAnalyzer:
    """Cuts ready terms at blanks and drops the gaps, keeping their positions."""
    gaps = tantivy.Filter.custom_stopword([GAP])
    return tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).filter(gaps).build()


def document(article: Article) -> tantivy.Document:
    """The tantivy document of an article, the article itself stored in it."""
    made = tantivy.Document()
    made.add_text(ID, article.id)
    made.add_text(FINGERPRINT, article.fingerprint)
    made.add_bytes(ARTICLE, orjson.dumps(article.to_json()))
    for name, value in index_document(article).items():
        if isinstance(value, int):
            made.add_integer(name, value)
        elif isinstance(value, str):
            made.add_text(name, value)
        else:
            for one in value:
                made.add_text(name, one)
    return made


def unscored(query: Query) -> Query:
    return Query.const_score_query(query, 0.0)


def render(schema: tantivy.Schema, plan: Plan) -> Query:
    """The tantivy query of a plan."""
    match plan:
        case All():
            return Query.const_score_query(Query.all_query(), 1.0)
        case Term(field, term):
            return Query.term_query(schema, field, term)
        case TermPhrase(field, terms, slop):
            first = terms[0][0]
            places: list[str | tuple[int, str]] = [(place - first, term) for place, term in terms]
            phrase = Query.phrase_query(schema, field, places, slop)
            if not slop:
                return phrase
            # Engines score loose phrases differently: being near is a condition, the words give the score.
            words = [(Occur.Must, Query.term_query(schema, field, term)) for _, term in terms]
            return Query.boolean_query([*words, (Occur.Must, unscored(phrase))])
        case TermPattern(field, pattern):
            return Query.const_score_query(Query.regex_query(schema, field, pattern_regex(pattern)), 1.0)
        case TermLike(field, term, distance):
            like = Query.fuzzy_term_query(schema, field, term, distance, transposition_cost_one=True)
            return Query.const_score_query(like, 1.0)
        case ValueIn(field, values):
            if len(values) == 1:  # a set is an automaton over all of a field's values
                return unscored(Query.term_query(schema, field, values[0]))
            return unscored(Query.term_set_query(schema, field, list(values)))
        case NumberIn(field, low, high):
            return unscored(Query.range_query(schema, field, FieldType.Integer, low, high))
        case Best(parts, tie_breaker):
            boosted = [Query.boost_query(render(schema, part), weight) for weight, part in parts]
            return Query.disjunction_max_query(boosted, tie_breaker)
        case Every(parts):
            return every(schema, parts)
        case Some(parts):
            return Query.boolean_query([(Occur.Should, render(schema, part)) for part in parts])
        case Without():
            return every(schema, (plan,))
        case Weighted(weight, part):
            return weighted(schema, weight, part)
        case Preferring(part, wishes):
            shoulds = [(Occur.Should, weighted(schema, weight, wish)) for weight, wish in wishes]
            return Query.boolean_query([(Occur.Must, render(schema, part)), *shoulds])
        case _:
            assert_never(plan)


def weighted(schema: tantivy.Schema, weight: float, part: Plan) -> Query:
    """A part with a weight; what has no score gets the weight."""
    if not scores(part):
        return Query.const_score_query(render(schema, part), weight)
    return Query.boost_query(render(schema, part), weight)


def joint(schema: tantivy.Schema, plans: list[Plan]) -> Query:
    """The query that all the plans match."""
    return render(schema, plans[0]) if len(plans) == 1 else every(schema, tuple(plans))


def every(schema: tantivy.Schema, parts: tuple[Plan, ...]) -> Query:
    """All parts; where all are negations, tantivy needs something to take them from."""
    clauses: list[tuple[Occur, Query]] = []
    for part in parts:
        if isinstance(part, Without):
            clauses.append((Occur.MustNot, render(schema, part.part)))
        else:
            clauses.append((Occur.Must, render(schema, part)))
    if all(occur == Occur.MustNot for occur, _ in clauses):
        clauses.append((Occur.Must, unscored(Query.all_query())))
    return Query.boolean_query(clauses)
