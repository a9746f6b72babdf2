"""Articles compared with their gold labels: scores by facet and language, and the errors behind them."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from article_index.article import Article
from quality.errors import Errors
from quality.gold import FACETS, Gold, values_of
from quality.scores import Tally, compare

# An article whose language neither the labels nor the indexer tell.
UNTOLD = "und"


@dataclass
class Judgement:
    """What came of a comparison; ``unlabelled`` articles had no line in the gold file."""

    tally: Tally = field(default_factory=Tally)
    errors: Errors = field(default_factory=Errors)
    labelled: int = 0
    unlabelled: int = 0


def judge(articles: Iterable[Article], gold: Gold) -> Judgement:
    """Compare articles with the labels that a gold file has for them."""
    made = Judgement()
    for article in articles:
        labels = gold.of(article)
        if labels is None:
            made.unlabelled += 1
            continue
        made.labelled += 1
        language = labels.language or article.language or UNTOLD
        for facet in FACETS:
            if facet in labels.facets:
                difference = compare(tuple(values_of(article, facet)), labels.facets[facet])
                made.tally.add(facet, language, difference)
                made.errors.add(facet, article, difference)
    return made
