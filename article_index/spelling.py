"""Did you mean: words that no article has, replaced by the likeliest of the index that are spelt alike."""

from collections import Counter

from rapidfuzz.distance import OSA

from article_index.analysis import words
from article_index.engine import Engine
from article_index.query import And, Boost, Fuzzy, InField, Node, Or, Word
from article_index.query_logic import all_of, any_of, boosted
from article_index.query_pieces import MAX_FUZZY_LENGTH, TWO_EDITS_FROM
from article_index.search import Hit, SearchRequest
from vocabulary.folding import fold, lower

# Shorter words have too many neighbours for any of them to be meant.
SHORTEST = 4
# Words of one query that are looked up; each costs a search.
MOST_WORDS = 3
# Articles in which a word's neighbours are read.
READ = 30


def did_you_mean(engine: Engine, node: Node) -> Node | None:
    """The query with words that the index knows in place of those that it does not; None if none help."""
    typed = list(dict.fromkeys(one.text for one in single_words(node)))
    counts = engine.count([SearchRequest(Word(text)) for text in typed])
    unknown = [text for text, count in zip(typed, counts, strict=True) if not count][:MOST_WORDS]
    meant = {text: neighbour(engine, text) for text in unknown}
    known = {text: other for text, other in meant.items() if other}
    return respelt(node, known) if known else None


def single_words(node: Node) -> list[Word]:
    """The words of a query that may be misspelt, what is left out aside."""
    match node:
        case Word(text, False) if words(text) == [text] and SHORTEST <= len(text) <= MAX_FUZZY_LENGTH:
            return [node]
        case InField(_, Word() as word):
            return single_words(word)
        case And(nodes) | Or(nodes):
            return [word for part in nodes for word in single_words(part)]
        case Boost(part):
            return single_words(part)
        case _:
            return []


def neighbour(engine: Engine, text: str) -> str | None:
    """The word of the index spelt most like this one; of equals the one in most of the articles read."""
    for distance in (1, 2) if len(text) >= TWO_EDITS_FROM else (1,):
        request = SearchRequest(Fuzzy(text, distance), size=READ, facets=(), histogram=False)
        found = Counter(word for hit in engine.search(request).hits for word in marked(hit))
        if found:
            written = fold(lower(text))
            return min(found, key=lambda word: (OSA.distance(written, fold(word)), -found[word], word))
    return None


def marked(hit: Hit) -> set[str]:
    """The words of a hit that matched, in lower case."""
    texts = (hit.title, *hit.fragments)
    return {lower(one.text[start:end]) for one in texts for start, end in one.spans}


def respelt(node: Node, meant: dict[str, str]) -> Node:
    """The query with these words replaced."""
    match node:
        case Word(text, False) if text in meant:
            return Word(meant[text])
        case InField(field, Word(text, False)) if text in meant:
            return InField(field, Word(meant[text]))
        case And(nodes):
            return all_of([respelt(part, meant) for part in nodes])
        case Or(nodes):
            return any_of([respelt(part, meant) for part in nodes])
        case Boost(part, factor):
            return boosted(respelt(part, meant), factor)
        case _:
            return node
