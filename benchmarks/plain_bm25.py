"""The engines as they come, without anything of ours: what a ranking has to beat."""

from collections.abc import Callable

import tantivy
from tantivy import Occur, Query

from article_index.article import Article
from article_index.elasticsearch_engine.engine import ElasticsearchEngine
from article_index.engine import Engine

Searcher = Callable[[str], list[str]]


def plain_tantivy(articles: list[Article], size: int) -> Searcher:
    """tantivy's BM25 over title and text with its default tokenizer, any word."""
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", tokenizer_name="raw", stored=True)
    builder.add_text_field("text", tokenizer_name="default")
    schema = builder.build()
    index = tantivy.Index(schema)
    writer = index.writer(50_000_000, 1)
    for article in articles:
        writer.add_document(tantivy.Document(id=article.id, text=f"{article.title}\n{article.body}"))
    writer.commit()
    index.reload()
    found_in = index.searcher()
    cut = (
        tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        .filter(tantivy.Filter.remove_long(40))
        .filter(tantivy.Filter.lowercase())
        .build()
    )

    def search(text: str) -> list[str]:
        terms = [(Occur.Should, Query.term_query(schema, "text", term)) for term in cut.analyze(text)]
        hits = found_in.search(Query.boolean_query(terms), limit=size).hits if terms else []
        return [str(found_in.doc(address).get_first("id")) for _, address in hits]

    return search


def plain_elasticsearch(engine: Engine, size: int) -> Searcher:
    """Elasticsearch's BM25 over title and text with its standard analyzer, any word."""
    if not isinstance(engine, ElasticsearchEngine):
        raise TypeError("This is no Elasticsearch.")

    def search(text: str) -> list[str]:
        fields = [{"match": {name: text}} for name in ("title", "body")]
        answer = engine.client.search(
            index=engine.index, size=size, query={"bool": {"should": fields}}, source=False
        )
        return [hit["_id"] for hit in answer["hits"]["hits"]]

    return search
