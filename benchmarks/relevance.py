"""``python -m benchmarks.relevance FOLDER``: how well results are ordered, beside plain BM25 of each engine.

Collections (the folder's sets): ``time``, news of 1963 with judged queries, and ``xquad``, passages with
questions in seven languages, of which each has one passage that answers it. Every word of a question may
occur, as with ``match=any``. nDCG@10 and MRR (of the first 100) over the queries of one half, which no number
of ``article_index.ranking`` was chosen on; ``--tune`` prints what changed numbers give on the other half.

Plain BM25: tantivy with its default tokenizer, Elasticsearch with its standard analyzer, title and text, any
word; no stemming, no weights.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from math import log2
from pathlib import Path

import click

from article_index.article import Article
from article_index.concept_words import widened
from article_index.engine import Engine, open_engine
from article_index.query_parser import parse_query
from article_index.ranking import DEFAULT, Ranking
from article_index.search import SearchRequest, Sort
from benchmarks.both_engines import both_engines, fill
from benchmarks.news_sets import XQUAD_LANGUAGES
from benchmarks.plain_bm25 import plain_elasticsearch, plain_tantivy
from quality.reading import lines
from quality.tables import table
from tests.real_elasticsearch import Unavailable

TOP, DEEP = 10, 100
# Questions of a collection that each variation is tried on.
CHOSEN_ON = 60


@dataclass(frozen=True)
class Question:
    """A query and the gain of each article that is relevant to it."""

    text: str
    gains: dict[str, float]


@dataclass(frozen=True)
class Collection:
    """Articles, and questions whose answers are known."""

    name: str
    articles: list[Article]
    questions: list[Question]
    wide: bool = False

    @property
    def chosen_on(self) -> list[Question]:
        """Of the half that numbers may be chosen on, enough questions to tell them apart."""
        half = self.questions[::2]
        return half[:: max(len(half) // CHOSEN_ON, 1)]

    @property
    def reported(self) -> list[Question]:
        """The half that is reported."""
        return self.questions[1::2]


# Gives the ids of a question's results in order.
Searcher = Callable[[str], list[str]]


def collections(folder: Path) -> Iterator[Collection]:
    """The collections that the folder has."""
    if (folder / "time/docs.jsonl.gz").is_file():
        rows = (line.split("\t") for line in (folder / "time/qrels.tsv").read_text().splitlines())
        gains: dict[str, dict[str, float]] = {}
        for query, document, gain in rows:
            gains.setdefault(query, {})[document] = float(gain)
        articles = [
            Article(row["id"], row["title"], row["text"], language="en")
            for row in lines(folder / "time/docs.jsonl.gz")
        ]
        asked = [Question(q["text"], gains[q["id"]]) for q in lines(folder / "time/queries.jsonl.gz")]
        yield Collection("time", articles, asked)
    questions: dict[str, list[Question]] = {}
    passages: dict[str, list[Article]] = {}
    for language in XQUAD_LANGUAGES:
        path = folder / f"xquad/docs.{language}.jsonl.gz"
        if path.is_file():
            passages[language] = [
                Article(row["id"], row["title"], row["text"], language=language) for row in lines(path)
            ]
            rows_of = lines(folder / f"xquad/queries.{language}.jsonl.gz")
            questions[language] = [Question(q["text"], {q["rel"]: 1.0}) for q in rows_of]
            yield Collection(f"xquad-{language}", passages[language], questions[language])
    for language in passages:
        if language != "en" and "en" in questions:
            yield Collection(f"xquad-en-{language}", passages[language], questions["en"], wide=True)


def searcher(
    engine: Engine,
    ranking: Ranking,
    *,
    wide: bool = False,
    sort: Sort = Sort.RELEVANCE,
    size: int = DEEP,
) -> Searcher:
    """Blotter's own order."""

    def search(text: str) -> list[str]:
        node = parse_query(text, match_all=False).node
        request = SearchRequest(widened(node) if wide else node, sort=sort, size=size, ranking=ranking)
        return [hit.article.id for hit in engine.search(request.only_hits()).hits]

    return search


def measured(search: Searcher, questions: list[Question]) -> tuple[float, float]:
    """Mean nDCG@10 and mean reciprocal rank."""
    ndcg = mrr = 0.0
    for question in questions:
        found = search(question.text)
        gained = sum(question.gains.get(name, 0) / log2(i + 2) for i, name in enumerate(found[:TOP]))
        best = sorted(question.gains.values(), reverse=True)[:TOP]
        ndcg += gained / sum(gain / log2(i + 2) for i, gain in enumerate(best))
        mrr += next((1 / (i + 1) for i, name in enumerate(found) if question.gains.get(name, 0) > 0), 0.0)
    return ndcg / len(questions), mrr / len(questions)


def variations() -> Iterator[tuple[str, Ranking]]:
    """The numbers of ranking, each changed alone."""
    yield "as it is", DEFAULT
    for name, values in (
        ("title", (1.0, 1.5, 2.0, 3.0, 5.0)),
        ("tie_breaker", (0.0, 0.2, 0.5, 1.0)),
        ("exact", (0.0, 0.25, 0.5, 1.0)),
        ("phrase", (0.0, 0.1, 0.25, 0.5, 1.0)),
    ):
        for value in values:
            yield f"{name} {value}", replace(DEFAULT, **{name: value})


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--tune", is_flag=True, help="Print what changed numbers give, on the half for choosing.")
def main(folder: Path, tune: bool) -> None:
    """Measure the order of results on the collections of FOLDER."""
    found = list(collections(folder))
    if not found:
        raise click.UsageError(f"{folder} has neither time nor xquad: see docs/measurements.")
    if tune:
        tuning(found)
    else:
        report(found)


def tuning(found: list[Collection]) -> None:
    """nDCG@10 of each variation on the first halves, on the embedded engine."""
    engines = []
    for collection in found:
        engine = open_engine("tantivy:memory")
        fill({"tantivy": engine}, collection.articles)
        engines.append(engine)
    rows = []
    for name, ranking in variations():
        values = [
            measured(searcher(engine, ranking, wide=collection.wide, size=TOP), collection.chosen_on)[0]
            for collection, engine in zip(found, engines, strict=True)
        ]
        rows.append((name, *values, sum(values) / len(values)))
    click.echo(table(("numbers", *(one.name for one in found), "mean"), rows))


def report(found: list[Collection]) -> None:
    """The table, and the line of figures."""
    rows: list[tuple[object, ...]] = []
    figures = []
    try:
        for collection in found:
            with both_engines() as engines:
                fill(engines, collection.articles)
                plain = {
                    "tantivy": plain_tantivy(collection.articles, DEEP),
                    "elasticsearch": plain_elasticsearch(engines["elasticsearch"], DEEP),
                }
                for name, engine in engines.items():
                    ndcg, mrr = measured(searcher(engine, DEFAULT, wide=collection.wide), collection.reported)
                    plain_ndcg, plain_mrr = measured(plain[name], collection.reported)
                    recent = searcher(engine, DEFAULT, wide=collection.wide, sort=Sort.RECENT)
                    recent_ndcg, _ = measured(recent, collection.reported)
                    rows.append((collection.name, name, ndcg, mrr, plain_ndcg, plain_mrr, recent_ndcg))
                    if name == "tantivy":
                        figures.append(f"{collection.name} {ndcg:.3f}")
    except Unavailable as error:
        raise click.ClickException(str(error)) from error
    header = ("collection", "engine", f"nDCG@{TOP}", "MRR", "plain nDCG", "plain MRR", "recent nDCG")
    click.echo(table(header, rows))
    click.echo("\nrelevance: " + " ".join(figures))


if __name__ == "__main__":
    main()
