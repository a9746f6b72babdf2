"""``python -m quality.corpora FOLDER``: what Blotter reads right, on its own gold and on sets of real data.

The tables go to standard output as Markdown. The sets are no part of the repository: where the folder
or one of them is not there, that is said and the rest is measured.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import click

from quality import crime_sets, ntrex, pages, reuters, single_facets
from quality.gold import FACETS, read_gold
from quality.judge import judge
from quality.reading import Table, articles_in, enriched
from quality.scores import ALL
from quality.tables import SCORE_HEADER, score_cells, table


@dataclass(frozen=True)
class OwnSet:
    """A set of the repository's own: invented articles, and the gold file with their labels."""

    title: str
    how: str
    articles: Path
    gold: Path


HERE = Path(__file__).parent
SAMPLES = OwnSet(
    "The sample articles",
    "Invented articles labelled by hand; the columns of languages are F1.",
    HERE.parent / "sample_articles",
    HERE / "sample_gold.jsonl",
)
GOLD_ARTICLES = OwnSet(
    "The gold articles",
    "Invented articles written and labelled without knowing the rules; the columns of languages are F1.",
    HERE / "articles",
    HERE / "gold.jsonl",
)
OWN_SETS = (SAMPLES, GOLD_ARTICLES)
# Each set: the file that shows that it is there, and what measures it.
SETS: tuple[tuple[Path, Callable[[Path], Table]], ...] = (
    (ntrex.STORIES, ntrex.ntrex),
    (reuters.ARTICLES, reuters.reuters),
    (single_facets.GEOWEBNEWS, single_facets.geowebnews),
    (single_facets.SENTENCES, single_facets.sentences),
    (single_facets.PAGES, single_facets.page_dates),
    (pages.STRINGS, pages.must_and_must_not),
    (pages.TEXTS, pages.whole_texts),
    (single_facets.POLICE, single_facets.police_releases),
    (crime_sets.GUARDIAN, crime_sets.guardian),
    (crime_sets.MUC, crime_sets.muc),
    (crime_sets.POLICE, crime_sets.police_crimes),
    (crime_sets.ANT, crime_sets.sections),
)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
def main(folder: Path) -> None:
    """Measure the facets on Blotter's own gold sets and on the sets of FOLDER."""
    failed = False
    for own_set in OWN_SETS:
        if own_set.articles.is_dir():
            show(own(own_set))
        else:
            click.echo(f"{own_set.title} are in the repository only; they are left out.", err=True)
    if not folder.is_dir():
        click.echo(f"There is no folder {folder}: only Blotter's own gold was measured.", err=True)
        click.echo("Name the folder of the sets: make quality QUALITY_DATA=/path/to/data", err=True)
        return
    for file, measure in SETS:
        if not (folder / file).is_file():
            click.echo(f"{file} is not in {folder}: left out.", err=True)
            continue
        try:
            show(measure(folder))
        except (OSError, EOFError, ValueError, KeyError) as error:
            failed = True
            click.echo(f"{file.parent} can't be used: {error!r}", err=True)
    if failed:
        raise SystemExit(1)


def show(made: Table) -> None:
    """Print a table under its title."""
    click.echo(f"### {made.title}\n\n{made.how}\n\n{table(made.header, made.rows)}\n")


def own(made: OwnSet) -> Table:
    """A set of our own beside its gold labels: all languages together, and F1 of each."""
    tally = judge(enriched(articles_in(made.articles)), read_gold(made.gold)).tally
    languages = sorted({language for _, language in tally.scores} - {ALL})
    rows: list[tuple[object, ...]] = []
    for facet in FACETS:
        by_language = (tally.scores[facet, language].f1 for language in languages)
        rows.append((facet, *score_cells(tally.scores[facet, ALL]), *by_language))
    return Table(made.title, made.how, ("facet", *SCORE_HEADER, *languages), rows)


if __name__ == "__main__":
    main()
