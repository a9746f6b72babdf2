"""The commands ``blotter index`` and ``blotter enrich``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
import orjson
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from article_index.engine import EngineError, open_engine
from article_index.option import index_option
from indexer.readers import sources
from indexer.record import Failure

if TYPE_CHECKING:
    from indexer.load import Summary
    from indexer.workers import Workers

# More failures than this are only counted on the screen; the dead-letter file has them all.
SHOWN_FAILURES = 20
paths_argument = click.argument("paths", nargs=-1, required=True, metavar="PATH…")
corrections_option = click.option(
    "--corrections",
    envvar="BLOTTER_CORRECTIONS",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    show_envvar=True,
    help="JSON Lines file of what people say of facets; it has the last word (docs/corrections.md).",
)
workers_option = click.option(
    "--workers",
    envvar="BLOTTER_WORKERS",
    type=click.IntRange(min=0),
    default=0,
    show_envvar=True,
    help="Processes that enrich articles; 0, the default, takes all cores.",
)
console = Console(stderr=True, highlight=False, soft_wrap=True)


@click.command()
@paths_argument
@index_option
@click.option(
    "--dead-letters",
    envvar="BLOTTER_DEAD_LETTERS",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("var/dead-letters.jsonl"),
    show_default=True,
    show_envvar=True,
    help="JSON Lines file that takes everything that could not be indexed, with file, line and reason.",
)
@click.option(
    "--wait",
    envvar="BLOTTER_WAIT",
    type=click.FloatRange(min=0),
    default=60.0,
    show_default=True,
    show_envvar=True,
    help="Seconds to wait for a search engine that does not answer.",
)
@corrections_option
@workers_option
@click.option("--timings", is_flag=True, help="Say at the end how long each step took.")
def index(
    paths: tuple[str, ...],
    index_url: str,
    dead_letters: Path,
    wait: float,
    corrections: Path | None,
    workers: int,
    timings: bool,
) -> None:
    """Read articles, enrich them and add them to the index.

    PATH is a file (.txt .html .jsonl .jsonl.gz .json .csv), a folder, or - for standard input. What is
    in the index already and has not changed is left as it is.
    """
    # Here, because spaCy takes seconds to load that `blotter serve` need not wait for.
    from indexer.load import DeadLetters, Load, LoadStopped

    found = sources(paths)
    reporter = Reporter()
    try:
        with (
            workers_of(workers, corrections) as crew,
            open_engine(index_url) as engine,
            progress_bar() as bar,
        ):
            task = bar.add_task("", total=sum(s.size for s in found) or None, rate="", done=0)

            def show(position: int, summary: Summary) -> None:
                rate = f"{summary.done / max(summary.seconds, 0.001):,.0f}/s"
                bar.update(task, completed=position, rate=rate, done=f"{summary.done:,}")

            load = Load(engine, DeadLetters(dead_letters), wait, show, reporter.report, crew)
            summary = load.run(found)
    except (EngineError, LoadStopped) as error:
        raise click.ClickException(str(error)) from error
    tell(summary, dead_letters)
    if timings:
        tell_timings(summary)
    if summary.failed:
        raise SystemExit(1)


@click.command()
@paths_argument
@corrections_option
@workers_option
def enrich(paths: tuple[str, ...], corrections: Path | None, workers: int) -> None:
    """Print enriched articles as JSON Lines; nothing is indexed.

    PATH is a file, a folder, or - for standard input, as for `blotter index`.
    """
    from indexer.load import enriched
    from indexer.workers import WorkerDied

    reporter = Reporter(shown=None)
    try:
        with workers_of(workers, corrections) as crew:
            for article in enriched(sources(paths), reporter.report, crew):
                sys.stdout.buffer.write(orjson.dumps(article.to_json()) + b"\n")
    except WorkerDied as error:
        raise click.ClickException(str(error)) from error
    sys.stdout.buffer.flush()
    if reporter.failures:
        raise SystemExit(1)


def workers_of(count: int, path: Path | None) -> Workers:
    """The processes that enrich, all cores for 0; raises UsageError for corrections that make no sense."""
    from indexer.corrections import NONE, CorrectionsError, read_corrections
    from indexer.workers import Workers, cores

    try:
        corrections = read_corrections(path) if path else NONE
    except CorrectionsError as error:
        raise click.UsageError(str(error)) from error
    return Workers(count or cores(), corrections)


class Reporter:
    """Tells failures on standard error, the first ones or all."""

    def __init__(self, shown: int | None = SHOWN_FAILURES) -> None:
        self.shown = shown
        self.failures = 0

    def report(self, failure: Failure) -> None:
        self.failures += 1
        if self.shown is None or self.failures <= self.shown:
            where = failure.file if failure.line is None else f"{failure.file}:{failure.line}"
            console.print(f"{where}: {failure.reason}", markup=False)
        elif self.failures == self.shown + 1:
            console.print("More failures follow; the dead-letter file has them all.")


def progress_bar() -> Progress:
    return Progress(
        TextColumn("{task.fields[done]} articles"),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        console=console,
        transient=True,
    )


def tell(summary: Summary, dead_letters: Path) -> None:
    rate = summary.done / summary.seconds if summary.seconds else 0
    console.print(
        f"{summary.new:,} new, {summary.changed:,} changed, {summary.unchanged:,} unchanged, "
        f"{summary.failed:,} failed, in {summary.seconds:,.1f} s ({rate:,.0f} articles/s)"
    )
    if summary.failed:
        console.print(f"What failed, and why: {dead_letters}", markup=False)


def tell_timings(summary: Summary) -> None:
    """Seconds and share of each step, in the order of the pipeline."""
    total = sum(summary.timings.values()) or 1.0
    for name, seconds in summary.timings.items():
        per_article = seconds / max(summary.done, 1) * 1000
        console.print(
            f"  {name:<12} {seconds:8.2f} s  {seconds / total:6.1%}  {per_article:7.3f} ms an article"
        )
    other = summary.seconds - total
    console.print(f"  {'read, other':<12} {other:8.2f} s")
