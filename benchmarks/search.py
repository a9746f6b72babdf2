"""``python -m benchmarks.search FOLDER``: how fast searches are, beside the bare engines and SQLite FTS5.

Loads 200,000 varied articles (``search_corpus``) into both engines, a hand-written tantivy index and SQLite,
asks all the same questions (``search_asked``), and prints for each kind the milliseconds of one answer (p50
and p95) and its processor time, the Elasticsearch server's too. ``bare`` are the engine's own calls for
the same answer (``search_bare``), ``Engine.search`` is ours, ``page`` is the whole HTML page with all
facets. Then short articles, few and many, on the embedded engine: how the page grows, and the memory of a
serving process beyond the files it maps.

The last line: ``engine`` is Engine.search over bare for the faceted page (one word, two filters, five facets
with several choices, months, highlights), the worse of both engines; ``page`` is the HTML page over the bare
calls for the same counts (of all facets), likewise; ``fts5`` is SQLite over Engine.search on the embedded
engine for the faceted page; ``growth`` is the page's processor time with many over that with few. All but
growth compare medians of wall time of calls made in turns.
"""

import os
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from uuid import uuid4

import click
from elasticsearch import Elasticsearch

from article_index.article import Article
from article_index.elasticsearch_engine.engine import ElasticsearchEngine
from article_index.engine import Engine, open_engine
from benchmarks.fts5 import Fts5
from benchmarks.search_asked import Asked, questions
from benchmarks.search_bare import BareElasticsearch, BareTantivy
from benchmarks.search_corpus import real_articles, short, varied
from benchmarks.search_serving import page_of, served_memory
from quality.tables import table
from tests import real_elasticsearch

QUESTIONS = 30
ROUNDS = 3
# SQLite takes seconds for a page: some questions tell.
FTS5_QUESTIONS = 6
INDEX = "blotter-benchmark"
FACETED, ALL_FACETS = "faceted page", "all facets"
Ask = Callable[[Asked], object]


@dataclass
class Times:
    """The seconds of some answers: on the clock, and of processors for each round of so many."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)

    @property
    def p50(self) -> float:
        """Milliseconds."""
        return median(self.wall) * 1000

    @property
    def p95(self) -> float:
        """Milliseconds."""
        return quantiles(self.wall, n=20)[-1] * 1000

    @property
    def work(self) -> float:
        """Milliseconds of processors for one answer, of the least disturbed round."""
        return min(self.cpu) * 1000


@dataclass(frozen=True)
class Contestant:
    """Who is asked; ``server_cpu`` gives the processor seconds of a server that works for it."""

    name: str
    ask: Ask
    questions: int = QUESTIONS
    server_cpu: Callable[[], float] = lambda: 0.0
    # Makes a server forget what it kept of earlier answers.
    forget: Callable[[], object] = lambda: None


def timed(contestants: list[Contestant], asked: list[Asked]) -> dict[str, Times]:
    """The times of all contestants for the same questions, in turns; a first round warms up.

    Each round has questions of its own, so that nobody answers from what was asked before.
    """
    times = {one.name: Times() for one in contestants}
    for number in range(ROUNDS + 1):
        for one in contestants:
            mine = asked[number :: ROUNDS + 1][: one.questions]
            one.forget()
            busy = process_time() + one.server_cpu()
            for question in mine:
                started = perf_counter()
                one.ask(question)
                if number:
                    times[one.name].wall.append(perf_counter() - started)
            if number:
                times[one.name].cpu.append((process_time() + one.server_cpu() - busy) / len(mine))
    return times


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--articles", default=200_000, show_default=True, help="Long articles in every index.")
@click.option("--few", default=20_000, show_default=True, help="Short articles to grow from.")
@click.option("--many", default=1_000_000, show_default=True, help="Short articles to grow to.")
@click.option(
    "--keep",
    type=click.Path(file_okay=False, path_type=Path),
    help="Keep articles and indices here, and use those that are there: for measuring again.",
)
def main(folder: Path, articles: int, few: int, many: int, keep: Path | None) -> None:
    """Measure searches on articles made from the sets of FOLDER."""
    with ExitStack() as stack:
        work = keep or Path(stack.enter_context(TemporaryDirectory(prefix="blotter-")))
        work.mkdir(parents=True, exist_ok=True)
        real = real_articles(folder, work / "articles.jsonl")
        if not real:
            raise click.UsageError(f"{folder} has none of the sets: see docs/measurements.")
        try:
            server = stack.enter_context(real_elasticsearch.server(work))
            index = f"{INDEX}-{articles}" if keep else f"{INDEX}-{uuid4().hex[:12]}"
            if not keep:
                stack.callback(deleted, server, index)
        except real_elasticsearch.Unavailable as error:
            raise click.ClickException(str(error)) from error
        engine, page, fts5 = compared(real, articles, work, f"elasticsearch+{server}/{index}")
        growth = grown(real, few, many, work)
    click.echo(f"\nbench-search: engine {engine:.2f} page {page:.2f} fts5 {fts5:.0f} growth {growth:.2f}")


def compared(real: list[Article], number: int, work: Path, elasticsearch: str) -> tuple[float, float, float]:
    """The table of all contestants; the ratios of ``engine``, ``page`` and ``fts5``."""
    with ExitStack() as stack:
        tantivy = stack.enter_context(filled(f"tantivy:{work}/long", real, number))
        elastic = stack.enter_context(filled(elasticsearch, real, number))
        if not isinstance(elastic, ElasticsearchEngine):
            raise TypeError("This is no Elasticsearch.")
        bare, fts5 = by_hand(work, real, number)
        cpu = server_cpu(elastic)
        forget = partial(elastic.client.indices.clear_cache, index=elastic.index, request=True)
        contestants = [
            Contestant("tantivy bare", bare),
            Contestant("tantivy Engine.search", asking(tantivy)),
            Contestant("tantivy page", page_of(tantivy)),
            Contestant("Elasticsearch bare", BareElasticsearch(elastic), server_cpu=cpu, forget=forget),
            Contestant("Elasticsearch Engine.search", asking(elastic), server_cpu=cpu, forget=forget),
            Contestant("Elasticsearch page", page_of(elastic), server_cpu=cpu, forget=forget),
            Contestant("SQLite FTS5", fts5, FTS5_QUESTIONS),
        ]
        click.echo(f"{number:,} articles, {QUESTIONS * ROUNDS} questions of each kind, milliseconds\n")
        found: dict[str, dict[str, Times]] = {}
        rows: list[tuple[object, ...]] = []
        for kind, asked in questions(real, QUESTIONS * (ROUNDS + 1)):
            found[kind] = timed(contestants, asked)
            rows += [
                (kind, name, f"{one.p50:.1f}", f"{one.p95:.1f}", f"{one.work:.1f}")
                for name, one in found[kind].items()
            ]
        click.echo(table(("question", "asked", "p50", "p95", "processor"), rows))
    faceted, every = found[FACETED], found[ALL_FACETS]
    ratios = []
    for name in ("tantivy", "Elasticsearch"):
        engine = faceted[f"{name} Engine.search"].p50 / faceted[f"{name} bare"].p50
        page = every[f"{name} page"].p50 / every[f"{name} bare"].p50
        ratios.append((engine, page))
        click.echo(f"\n{name}: Engine.search {engine:.2f} times, page {page:.2f} times the bare engine")
    fts5_ratio = faceted["SQLite FTS5"].p50 / faceted["tantivy Engine.search"].p50
    return max(engine for engine, _ in ratios), max(page for _, page in ratios), fts5_ratio


def grown(real: list[Article], few: int, many: int, work: Path) -> float:
    """The table of few and many short articles on the embedded engine; the growth of the page's work."""
    (asked,) = (asked for kind, asked in questions(real, QUESTIONS * (ROUNDS + 1)) if kind == FACETED)
    rows = []
    works = []
    for number in (few, many):
        url = f"tantivy:{work}/short-{number}"
        with filled(url, real, number, cut=True) as engine:
            times = timed(
                [Contestant("Engine.search", asking(engine)), Contestant("page", page_of(engine))], asked
            )
        memory = served_memory(url, asked)
        works.append(times["page"].work)
        rows += [
            (number, name, f"{one.p50:.1f}", f"{one.p95:.1f}", f"{one.work:.1f}", f"{memory / 1e6:.0f} MB")
            for name, one in times.items()
        ]
    click.echo("\n" + table(("short articles", "asked", "p50", "p95", "processor", "server's memory"), rows))
    return works[1] / works[0]


def filled(url: str, real: list[Article], number: int, *, cut: bool = False) -> Engine:
    """An engine with so many articles; one that has them is left as it is."""
    engine = open_engine(url)
    if engine.health().articles != number:
        articles = varied(real, number)
        report = engine.add(short(articles) if cut else articles)
        if report.failed:
            raise ValueError(f"{url} refused articles: {report.failed}")
        engine.close()
        engine = open_engine(url)
    return engine


def by_hand(work: Path, real: list[Article], number: int) -> tuple[BareTantivy, Fts5]:
    """The contestants that have indices of their own."""
    new = not (work / "bare").is_dir()
    bare = BareTantivy(work / "bare")
    if new:
        bare.add(varied(real, number))
    bare.open()
    new = not (work / "fts5.db").is_file()
    fts5 = Fts5(work / "fts5.db")
    if new:
        fts5.add(varied(real, number))
    return bare, fts5


def asking(engine: Engine) -> Ask:
    """Our own search."""
    return lambda asked: engine.search(asked.request())


def deleted(server: str, index: str) -> None:
    """Take our index away from a server that may be somebody's."""
    with Elasticsearch(server) as client:
        client.indices.delete(index=f"{index}-000001", ignore_unavailable=True)


def server_cpu(engine: ElasticsearchEngine) -> Callable[[], float]:
    """Processor seconds that the server, which runs on this machine, has used so far (Linux)."""
    nodes = engine.client.nodes.info(metric="process").body["nodes"]
    files = [Path(f"/proc/{node['process']['id']}/stat") for node in nodes.values()]

    def used() -> float:
        # Behind the name, which may hold blanks: user and system time are the 12th and 13th.
        times = [file.read_text().rpartition(")")[2].split()[11:13] for file in files]
        return sum(int(ticks) for both in times for ticks in both) / os.sysconf("SC_CLK_TCK")

    return used


if __name__ == "__main__":
    main()
