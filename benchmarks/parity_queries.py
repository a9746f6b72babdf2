"""Queries of every kind in every language, made from the articles themselves by a fixed rule."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from article_index.analysis import has_words, is_unspaced, terms_in, words
from article_index.article import FACET_FIELDS, Article
from article_index.query_parser import parse_query
from article_index.search import FacetFilter, SearchRequest, Sort

# Articles of a language that its queries are made from.
SEEDS_A_LANGUAGE = 2
DAYS = (
    (None, date(2010, 1, 1)),
    (date(1987, 3, 1), date(1987, 4, 5)),
    (date(2015, 1, 1), None),
)
FILTERED = ("country", "about", "agency", "crime_type", "person", "source", "wire")


@dataclass(frozen=True)
class Query:
    """A query as it is asked of both engines; ``kind`` and ``language`` are what it is counted under."""

    kind: str
    language: str
    text: str
    request: SearchRequest


def queries(articles: Iterable[Article]) -> Iterator[Query]:
    """All queries: each kind for each language, and the drill-downs in all languages together."""
    by_language: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        if article.language and len(words(article.body)) > 40:
            by_language[article.language].append(article)
    random = Random(2026)
    for language, found in sorted(by_language.items()):
        for article in random.sample(found, min(SEEDS_A_LANGUAGE, len(found))):
            for kind, text, options in forms(article, random):
                yield Query(kind, language, text, replace(options, node=parse_query(text).node))
    every = [article for found in by_language.values() for article in found]
    for kind, text, options in drill_downs(every, random):
        yield Query(kind, "all", text, replace(options, node=parse_query(text).node))


# Kind, query, and what else is asked.
Form = tuple[str, str, SearchRequest]
PLAIN = SearchRequest()


def forms(article: Article, random: Random) -> Iterator[Form]:
    """One query of each kind of the query language, from one article."""
    table = terms_in(article.language or "")
    text = words(article.body)
    start = random.randrange(len(text) - 10)
    longer = [word for word in text if table[word][1] and (is_unspaced(word) or len(word) > 3)]
    content = longer or text
    one, two, three = (random.choice(content) for _ in range(3))
    line = article.body[article.body.find(text[start]) :].splitlines()[0].replace('"', " ")
    run = line[:60].rsplit(" ", 1)[0]
    yield "word", one, PLAIN
    yield "all words", f"{one} {two}", PLAIN
    yield "any word", f"{one} OR {two} OR {three}", PLAIN
    yield "without", f"{one} -{two}", PLAIN
    yield "group", f"({one} OR {two}) {three}", PLAIN
    yield "as written", f"={one}", PLAIN
    yield "in title", f"title:{random.choice(words(article.title) or [one])}", PLAIN
    yield "weight", f"{one}^3 OR {two}", PLAIN
    if has_words(run):
        yield "phrase", f'"{run}"', PLAIN
    yield "loose phrase", f'"{text[start]} {text[start + 2]}"~4', PLAIN
    if len(one) > 4 and not is_unspaced(one):
        yield "prefix", f"{one[:4]}*", PLAIN
        yield "wildcard", f"{one[:2]}*{one[-1]}", PLAIN
        yield "similar word", f"{one[1:] if len(one) > 5 else one}~1", PLAIN
    yield "newest", one, SearchRequest(sort=Sort.NEWEST)
    yield "recent", f"{one} OR {two}", SearchRequest(sort=Sort.RECENT, today=date(2026, 1, 1))
    yield "language and word", f"{one} language:{article.language}", PLAIN


def drill_downs(articles: list[Article], random: Random) -> Iterator[Form]:
    """Choices in facets, alone and together, with dates and orders."""
    for facet in FILTERED:
        field = FACET_FIELDS[facet]
        carrying = [article for article in articles if article.values(field)]
        for article in random.sample(carrying, min(4, len(carrying))):
            value = article.values(field)[0]
            other = random.choice(random.choice(carrying).values(field))
            word = random.choice([w for w in words(article.body) if len(w) > 4] or ["a"])
            yield "any value", "*", SearchRequest(filters={facet: FacetFilter(any_of=tuple({value, other}))})
            yield "all values", "*", SearchRequest(filters={facet: FacetFilter(all_of=tuple({value, other}))})
            yield "no value", "*", SearchRequest(filters={facet: FacetFilter(any_of=("-",))})
            excluded = {facet: FacetFilter(none_of=(value,)), "language": FacetFilter(any_of=("en", "es"))}
            yield "left out", word, SearchRequest(filters=excluded)
    for first, last in DAYS:
        for sort in Sort:
            yield "days", "*", SearchRequest(published_from=first, published_to=last, sort=sort)
