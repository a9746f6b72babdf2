"""The contestants of ``benchmarks.search``: each engine's own calls, written by hand for one language.

The embedded engine has an index of its own, with its own English analyzer and stored texts; Elasticsearch is
asked on the articles' own fields of our index, by its standard analyzer. Each gives the first twenty articles
with its own highlights, the exact total, the counts of the facets (each facet's own choice left out) and of
the months.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Protocol

import tantivy
from tantivy import Occur, Query

from article_index.article import FACET_FIELDS, FACETS, Article
from article_index.elasticsearch_engine.engine import ElasticsearchEngine
from article_index.engine import BATCH_SIZE, batches
from article_index.index_document import MONTH, date_fields, indexed_values
from benchmarks.search_asked import Asked, Form

PAGE = 20
TITLE, BODY = "title", "body"
TITLE_WEIGHT = 2.0
MOST_MONTHS = 1_000
MEMORY, THREADS = 200_000_000, 2
STORED = ("source", "published")


class Contestant(Protocol):
    """Answers a question and says how many articles it found."""

    def __call__(self, asked: Asked) -> int: ...


class BareTantivy:
    """tantivy by hand."""

    def __init__(self, folder: Path) -> None:
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("id", tokenizer_name="raw", stored=True)
        for name in (TITLE, BODY):
            builder.add_text_field(name, tokenizer_name="en_stem", stored=True)
        for name in STORED:
            builder.add_text_field(f"shown_{name}", tokenizer_name="raw", stored=True)
        for name in (*FACET_FIELDS.values(), MONTH):
            builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
        self.schema = builder.build()
        folder.mkdir(parents=True, exist_ok=True)
        self.index = tantivy.Index(self.schema, path=str(folder))
        self.stem = (
            tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
            .filter(tantivy.Filter.lowercase())
            .filter(tantivy.Filter.stemmer("English"))
            .build()
        )

    def add(self, articles: Iterable[Article]) -> None:
        """Index articles, in commits of many."""
        writer = self.index.writer(MEMORY, THREADS)
        for batch in batches(articles, BATCH_SIZE * 20):
            for article in batch:
                writer.add_document(self.document(article))
            writer.commit()
        writer.wait_merging_threads()

    def document(self, article: Article) -> tantivy.Document:
        made = tantivy.Document()
        for name in ("id", TITLE, BODY):
            made.add_text(name, getattr(article, name))
        for name in STORED:
            made.add_text(f"shown_{name}", str(getattr(article, name) or ""))
        for name in FACET_FIELDS.values():
            for value in indexed_values(article, name):
                made.add_text(name, value)
        if article.published:
            made.add_text(MONTH, str(date_fields(article)[MONTH]))
        return made

    def open(self) -> None:
        """Read what was written."""
        self.index.reload()
        self.searcher = self.index.searcher()

    def __call__(self, asked: Asked) -> int:
        words = self.words(asked)
        filters = {name: self.filter(name, values) for name, values in asked.filters.items()}
        query = self.all_of(words, filters.values())
        found = self.searcher.search(query, limit=PAGE)
        if asked.facets:
            plain = [name for name in asked.facets if name not in filters]
            self.count(query, plain, months=True)
            for name in filters:
                others = (one for other, one in filters.items() if other != name)
                self.count(self.all_of(words, others), [name], months=False)
        highlighters = [
            tantivy.SnippetGenerator.create(self.searcher, words, self.schema, name) for name in (TITLE, BODY)
        ]
        for _, address in found.hits:
            document = self.searcher.doc(address)
            document.to_dict()
            if asked.words:
                for one in highlighters:
                    one.snippet_from_doc(document).to_html()
        total: int = found.count  # type: ignore[attr-defined] # not in its stubs
        return total

    def words(self, asked: Asked) -> Query:
        if asked.form is Form.ALL:
            return Query.all_query()
        if asked.form is Form.PREFIX:
            return self.best(lambda name: Query.regex_query(self.schema, name, f"{asked.words[0]}.*"))
        stems = [self.stem.analyze(word)[0] for word in asked.words]
        if asked.form is Form.PHRASE:
            return self.best(lambda name: Query.phrase_query(self.schema, name, list(stems)))
        each = [self.best(lambda name, s=stem: Query.term_query(self.schema, name, s)) for stem in stems]
        return each[0] if len(each) == 1 else Query.boolean_query([(Occur.Must, one) for one in each])

    def best(self, made: Any) -> Query:
        parts = [Query.boost_query(made(TITLE), TITLE_WEIGHT), made(BODY)]
        return Query.disjunction_max_query(parts, 0.2)

    def filter(self, facet: str, values: tuple[str, ...]) -> Query:
        field = FACET_FIELDS[facet]
        return Query.const_score_query(Query.term_set_query(self.schema, field, list(values)), 0.0)

    def all_of(self, words: Query, filters: Iterable[Query]) -> Query:
        parts = [(Occur.Must, one) for one in filters]
        return Query.boolean_query([(Occur.Must, words), *parts]) if parts else words

    def count(self, query: Query, facets: list[str], *, months: bool) -> None:
        wanted: dict[str, Any] = {
            name: {"terms": {"field": FACET_FIELDS[name], "size": FACETS[name].size}} for name in facets
        }
        if months:
            wanted[MONTH] = {"terms": {"field": MONTH, "size": MOST_MONTHS}}
        self.searcher.aggregate(query, wanted)


class BareElasticsearch:
    """Elasticsearch by hand: one request on the articles' own fields."""

    def __init__(self, engine: ElasticsearchEngine) -> None:
        self.client = engine.client
        self.name = engine.index

    def __call__(self, asked: Asked) -> int:
        filters = {
            name: {"terms": {FACET_FIELDS[name]: list(values)}} for name, values in asked.filters.items()
        }
        body: dict[str, Any] = {
            "query": self.words(asked),
            "size": PAGE,
            "track_total_hits": True,
        }
        if filters:
            body["post_filter"] = {"bool": {"filter": list(filters.values())}}
        if asked.facets:
            body["aggs"] = self.counts(asked, filters)
        if asked.words:
            body["highlight"] = {"encoder": "html", "fields": {TITLE: {"number_of_fragments": 0}, BODY: {}}}
        answer = self.client.search(index=self.name, **body).body
        total: int = answer["hits"]["total"]["value"]
        return total

    def words(self, asked: Asked) -> dict[str, Any]:
        if asked.form is Form.ALL:
            return {"match_all": {}}
        text = " ".join(asked.words)
        if asked.form is Form.PREFIX:
            each = [{"prefix": {TITLE: {"value": text, "boost": TITLE_WEIGHT}}}, {"prefix": {BODY: text}}]
            return {"dis_max": {"queries": each, "tie_breaker": 0.2}}
        if asked.form is Form.PHRASE:
            return {
                "multi_match": {
                    "query": text,
                    "type": "phrase",
                    "fields": [f"{TITLE}^{TITLE_WEIGHT}", BODY],
                    "tie_breaker": 0.2,
                }
            }
        return {"bool": {"must": [self.best(word) for word in asked.words]}}

    def best(self, word: str) -> dict[str, Any]:
        each = [{"match": {TITLE: {"query": word, "boost": TITLE_WEIGHT}}}, {"match": {BODY: word}}]
        return {"dis_max": {"queries": each, "tie_breaker": 0.2}}

    def counts(self, asked: Asked, filters: dict[str, Any]) -> dict[str, Any]:
        inner = {name: self.terms(name) for name in asked.facets if name not in filters}
        inner[MONTH] = {"date_histogram": {"field": "published", "calendar_interval": "month"}}
        made = {"all": {"filter": {"bool": {"filter": list(filters.values())}}, "aggs": inner}}
        for name in filters:
            others = [one for other, one in filters.items() if other != name]
            own = {name: self.terms(name)}
            made[f"own {name}"] = {"filter": {"bool": {"filter": others}}, "aggs": own}
        return made

    def terms(self, facet: str) -> dict[str, Any]:
        return {"terms": {"field": FACET_FIELDS[facet], "size": FACETS[facet].size}}
