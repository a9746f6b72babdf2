"""``python -m benchmarks.parity FOLDER``: whether both engines answer alike, on real news in many languages.

Each query is asked of both. Hits: equal totals. Facets: equal counts of every value of every facet, equal
numbers without a value, and equal histograms. Top 10: the share of the first ten that both have, where
articles whose scores tie with the tenth stand for each other.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import click

from article_index.search import SearchPage
from benchmarks.both_engines import both_engines, fill
from benchmarks.news_sets import news
from benchmarks.parity_queries import Query, queries
from quality.tables import table
from tests.real_elasticsearch import Unavailable

TOP = 10
# Scores are 32-bit floats on both sides, added up in different orders.
ALIKE = 1e-4
SHOWN = 10


@dataclass
class Agreement:
    """How the engines agreed on some queries."""

    number: int = 0
    hits: int = 0
    facets: int = 0
    top: float = 0.0
    order: int = 0
    different: list[str] = field(default_factory=list)

    def add(self, query: Query, one: SearchPage, other: SearchPage) -> None:
        """Count one query's answers."""
        same_hits = one.total == other.total
        same_counts = one.facets == other.facets and one.histogram == other.histogram
        share = top_share(one, other)
        self.number += 1
        self.hits += same_hits
        self.facets += same_counts
        self.top += share
        self.order += names(one) == names(other)
        if not (same_hits and same_counts and share == 1):
            self.different.append(
                f"{query.kind} ({query.language}): {query.text!r}: {one.total} and {other.total} hits, "
                f"counts {'equal' if same_counts else 'differ'}, top {TOP} {share:.2f}"
            )

    def shares(self) -> tuple[float, float, float, float]:
        """Of the queries: equal hits, equal counts, common top ten, the very same order."""
        found = (self.hits, self.facets, self.top, self.order)
        return tuple(value / max(self.number, 1) for value in found)  # type: ignore[return-value]


def names(page: SearchPage) -> list[str]:
    return [hit.article.id for hit in page.hits[:TOP]]


def top_share(one: SearchPage, other: SearchPage) -> float:
    """The share of the first page's top that the other has too, or that ties with the last of it."""
    top = one.hits[:TOP]
    if not top:
        return 1.0 if not other.hits else 0.0
    there = set(names(other))
    last = top[-1].score
    tied = ALIKE * max(abs(last), 1.0)
    return sum(hit.article.id in there or abs(hit.score - last) <= tied for hit in top) / len(top)


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
def main(folder: Path) -> None:
    """Compare both engines on the sets of FOLDER."""
    articles = list(news(folder))
    if not articles:
        raise click.UsageError(f"{folder} has none of the sets: see docs/quality.md.")
    by_kind: dict[str, Agreement] = defaultdict(Agreement)
    by_language: dict[str, Agreement] = defaultdict(Agreement)
    every = Agreement()
    try:
        with both_engines() as engines:
            fill(engines, articles)
            for query in queries(articles):
                one, other = (engine.search(query.request) for engine in engines.values())
                for agreement in (by_kind[query.kind], by_language[query.language], every):
                    agreement.add(query, one, other)
    except Unavailable as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{len(articles):,} articles in {len(by_language) - 1} languages\n")
    for title, groups in (("kind", by_kind), ("language", by_language)):
        header = (title, "queries", "equal hits", "equal counts", f"top {TOP}", "same order")
        click.echo(table(header, [(name, one.number, *one.shares()) for name, one in groups.items()]) + "\n")
    for line in every.different[:SHOWN]:
        click.echo(f"- {line}")
    hits, facets, top, _ = every.shares()
    click.echo(f"\nparity: queries {every.number} hits {hits:.3f} facets {facets:.3f} top10 {top:.3f}")


if __name__ == "__main__":
    main()
