"""Articles that tell of the same things: by the words that an article has often and the index has seldom."""

from collections import Counter
from math import log

from article_index.analysis import is_unspaced, terms_in, words
from article_index.article import Article
from article_index.engine import Engine
from article_index.query import Boost, HasKey, HasValue, Node, Or, Word
from article_index.query_logic import all_of, none_of
from article_index.search import Hit, SearchRequest

# What an article is about stands in its title and first paragraphs.
READ = 4_000
# A word of the title counts as often as so many in the text.
TITLE_WEIGHT = 3
# Words whose frequency is asked, and words that are searched: more cost time and change little.
ASKED, SEARCHED = 80, 15
SHORTEST_WORD = 3
# What a person or an agency in common adds, beside words that score up to some 15.
PERSON_WEIGHT, AGENCY_WEIGHT, CRIME_WEIGHT = 8.0, 3.0, 1.5
MOST_VALUES = 5


def similar_articles(engine: Engine, article: Article, size: int) -> list[Hit]:
    """The articles most like this one, other reports of its own story left out."""
    wanted = [Boost(Word(word, exact=True), weight) for word, weight in telling_words(engine, article)]
    for facet, values, weight in (
        ("person", article.persons, PERSON_WEIGHT),
        ("agency", article.agencies, AGENCY_WEIGHT),
        ("crime_type", article.crime_types, CRIME_WEIGHT),
    ):
        wanted += [Boost(HasValue(facet, value), weight) for value in values[:MOST_VALUES]]
    if not wanted:
        return []
    nodes: list[Node] = [Or(tuple(wanted)), none_of(HasKey("id", article.id))]
    if article.story:
        nodes.append(none_of(HasKey("story", article.story)))
    request = SearchRequest(all_of(nodes), size=size)
    return list(engine.search(request.only_hits()).hits)


def telling_words(engine: Engine, article: Article) -> list[tuple[str, float]]:
    """The words that tell an article from others, weighted by how often here and how seldom there."""
    table = terms_in(article.language or "")
    often: Counter[str] = Counter()
    for text, weight in ((article.title, TITLE_WEIGHT), (article.body[:READ], 1)):
        for word in words(text):
            exact, stem = table[word]
            if stem and len(exact) >= SHORTEST_WORD and not exact.isdigit() and not is_unspaced(word):
                often[exact] += weight
    asked = [word for word, _ in often.most_common(ASKED)]
    seldom = engine.frequencies(asked)
    # A word that only this article has finds nothing.
    rated = {word: often[word] / (1 + log(seldom[word])) for word in asked if seldom.get(word, 0) > 1}
    chosen = sorted(rated.items(), key=lambda item: (-item[1], item[0]))[:SEARCHED]
    highest = max((weight for _, weight in chosen), default=1.0)
    return [(word, round(max(weight / highest, 0.1), 2)) for word, weight in chosen]
