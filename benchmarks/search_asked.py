"""What ``benchmarks.search`` asks: one question in a form that every contestant can translate."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise
from random import Random

from article_index.analysis import terms_in, words
from article_index.article import FACET_FIELDS, FACETS, Article
from article_index.query_parser import parse_query
from article_index.search import FacetFilter, SearchRequest
from search_app.search_url import SearchState

SEED = 20_261_201
# The facets that are counted beside the hits, all of them with several choices at once.
COUNTED = ("country", "agency", "crime_type", "person", "source")
# In which two values each are chosen.
FILTERED = ("country", "source")
# Articles that the words of questions are taken from, and how often a word must be met in them.
READ = 5_000
FREQUENT = 25
PREFIX = 5


class Form(StrEnum):
    """How the words of a question stand to each other."""

    WORD = "one word"
    WORDS = "two words"
    PHRASE = "phrase"
    PREFIX = "prefix"
    ALL = "all articles"


@dataclass(frozen=True)
class Asked:
    """Words in a form, two values in each filtered facet, and the facets to count (with the months)."""

    form: Form
    words: tuple[str, ...] = ()
    filters: dict[str, tuple[str, ...]] = field(default_factory=dict)
    facets: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The question in our query language."""
        joined = " ".join(self.words)
        return f'"{joined}"' if self.form is Form.PHRASE else joined + "*" * (self.form is Form.PREFIX)

    def state(self) -> SearchState:
        """The question as a page's address has it."""
        filters = {name: FacetFilter(any_of=values) for name, values in self.filters.items()}
        return SearchState(text=self.text, filters=filters)

    def request(self) -> SearchRequest:
        """The question as our engines are asked."""
        return SearchRequest(
            node=parse_query(self.text).node,
            filters=self.state().filters,
            facets=self.facets,
            histogram=bool(self.facets),
        )


def questions(articles: Iterable[Article], number: int) -> Iterator[tuple[str, list[Asked]]]:
    """Each kind of question, so many of it: the words are frequent ones of English articles."""
    english = [article for article, _ in zip(articles, range(READ), strict=False) if article.language == "en"]
    chance = Random(SEED)
    table = terms_in("en")
    met: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for article in english:
        text = [word.lower() for word in words(article.body)]
        content = {word for word in text if len(word) > PREFIX - 1 and word.isascii() and table[word][1]}
        met.update(content)
        pairs.update(pair for pair in set(pairwise(text)) if content.issuperset(pair))
    frequent = sorted(word for word, count in met.items() if count >= FREQUENT)
    chosen = chance.sample(frequent, min(number, len(frequent)))
    others = chance.sample(frequent, len(chosen))
    beside = sorted(pair for pair, count in pairs.items() if count >= FREQUENT // 5)
    filters = {name: most(english, name) for name in FILTERED}
    yield "one word", [Asked(Form.WORD, (word,)) for word in chosen]
    yield "two words", [Asked(Form.WORDS, both) for both in zip(chosen, others, strict=True)]
    yield "phrase", [Asked(Form.PHRASE, pair) for pair in chance.sample(beside, min(number, len(beside)))]
    yield "prefix", [Asked(Form.PREFIX, (word[:PREFIX],)) for word in chosen]
    yield "all, five facets", [Asked(Form.ALL, facets=COUNTED)] * len(chosen)
    yield "faceted page", [Asked(Form.WORD, (word,), filters, COUNTED) for word in chosen]
    yield "all facets", [Asked(Form.WORD, (word,), filters, tuple(FACETS)) for word in others]


def most(articles: list[Article], facet: str) -> tuple[str, ...]:
    """The two most frequent values of a facet."""
    counted = Counter(value for article in articles for value in article.values(FACET_FIELDS[facet]))
    return tuple(value for value, _ in counted.most_common(2))
