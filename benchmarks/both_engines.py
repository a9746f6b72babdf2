"""Both engines side by side: a tantivy folder and a real Elasticsearch, for those who compare them."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from elasticsearch import Elasticsearch

from article_index.article import Article
from article_index.engine import Engine, open_engine
from tests import real_elasticsearch

Engines = dict[str, Engine]


@contextmanager
def both_engines() -> Iterator[Engines]:
    """Two empty engines by name. The server is the one of BLOTTER_TEST_ELASTICSEARCH, or one of our own.

    Raises ``real_elasticsearch.Unavailable`` where there can be none.
    """
    with TemporaryDirectory(prefix="blotter-") as folder, real_elasticsearch.server(Path(folder)) as server:
        index = f"blotter-benchmark-{uuid4().hex[:12]}"
        urls = {"tantivy": f"tantivy:{folder}/index", "elasticsearch": f"elasticsearch+{server}/{index}"}
        engines = {name: open_engine(url) for name, url in urls.items()}
        try:
            yield engines
        finally:
            for engine in engines.values():
                engine.close()
            with Elasticsearch(server) as client:
                client.indices.delete(index=f"{index}-000001", ignore_unavailable=True)


def fill(engines: Engines, articles: Iterable[Article]) -> None:
    """Put the same articles into each engine; raises ValueError for one that an engine refuses."""
    every = list(articles)
    for name, engine in engines.items():
        report = engine.add(every)
        if report.failed:
            raise ValueError(f"{name} refused articles: {report.failed}")
