"""The command ``blotter quality``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import orjson

from quality.gold import FACETS, GoldError, read_gold
from quality.tables import SCORE_HEADER, score_cells, table

if TYPE_CHECKING:
    from indexer.record import Failure
    from quality.judge import Judgement

# With --json and no --errors, programs get this many errors of a facet.
JSON_ERRORS = 10


@click.command()
@click.argument("path", type=click.Path(exists=True, allow_dash=True))
@click.argument("gold", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--errors",
    type=click.IntRange(min=0),
    default=None,
    metavar="N",
    help="Show the N values of each facet that are wrong most often, and the N that are missed most often.",
)
@click.option("--json", "as_json", is_flag=True, help="Print scores and errors as one JSON object.")
def quality(path: str, gold: Path, errors: int | None, as_json: bool) -> None:
    """Compare the facets of articles with those of a careful reader.

    PATH is a file, a folder or -, as for `blotter enrich`. GOLD is JSON Lines, an object an
    article: its "id", "url" or "file", and any of language, countries, focus_countries, agencies,
    crime_types, persons, published. A value that ends in ? counts neither for nor against.
    """
    # Here, because spaCy takes seconds to load.
    from indexer.load import enriched
    from indexer.readers import sources
    from quality.judge import judge

    failures: list[Failure] = []

    def report(failure: Failure) -> None:
        failures.append(failure)
        where = failure.file if failure.line is None else f"{failure.file}:{failure.line}"
        click.echo(f"{where}: {failure.reason}", err=True)

    try:
        labels = read_gold(gold)
    except GoldError as error:
        raise click.UsageError(str(error)) from error
    judged = judge(enriched(sources([path]), report), labels)
    if not judged.labelled:
        raise click.UsageError(
            f"{gold} has labels for none of the {judged.unlabelled} articles of {path}: "
            'its "id", "url" or "file" must be theirs, as `blotter enrich` prints them.'
        )
    if as_json:
        click.echo(orjson.dumps(plain(judged, JSON_ERRORS if errors is None else errors)))
    else:
        click.echo(report_of(judged, errors or 0))
    tell(judged, len(labels.labels))
    if failures:
        raise SystemExit(1)


def tell(judged: Judgement, lines: int) -> None:
    """Say what was not compared, so that nobody takes a part for the whole."""
    if judged.unlabelled:
        click.echo(f"{judged.unlabelled:,} articles have no gold labels and are left out.", err=True)
    if lines > judged.labelled:
        click.echo(f"{lines - judged.labelled:,} lines of the gold file found no article.", err=True)


def report_of(judged: Judgement, most: int) -> str:
    """The table of scores, and below it the worst errors of each facet."""
    rows = judged.tally.rows(FACETS)
    parts = [table(("facet", "language", *SCORE_HEADER), [(f, lang, *score_cells(s)) for f, lang, s in rows])]
    for facet in FACETS:
        for kind in ("wrong", "missed"):
            worst = judged.errors.worst(facet, kind, most)
            if worst:
                parts.append(f"\n{facet}: {kind}\n")
            for error in worst:
                shown = error.example
                parts.append(f"{error.count:5}  {error.value}  ({shown.rule})  {shown.context}")
                parts.append(f"       {shown.article}")
    return "\n".join(parts)


def plain(judged: Judgement, most: int) -> dict[str, Any]:
    """Scores and errors as JSON values."""
    scores = [
        {
            "facet": facet,
            "language": language,
            "articles": score.articles,
            "hits": score.hits,
            "wrong": score.wrong,
            "missed": score.missed,
            "precision": score.precision,
            "recall": score.recall,
            "f1": score.f1,
        }
        for facet, language, score in judged.tally.rows(FACETS)
    ]
    errors = [
        error.to_json()
        for facet in FACETS
        for kind in ("wrong", "missed")
        for error in judged.errors.worst(facet, kind, most)
    ]
    return {"articles": judged.labelled, "scores": scores, "errors": errors}
