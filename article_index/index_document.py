"""An article as engines index it: the fields derived from ``FIELDS``, the same in every engine.

Every text field gives two index fields of ready terms, ``<name>_stems`` (by language, ``_`` where a
stop word stood, so that positions hold) and ``<name>_exact``; ``words`` holds all of them once, each stem
with its language; keyword fields hold their values with the values' ancestors; dates become day numbers,
months and sort keys.
"""

import xxhash

from article_index.addresses import canonical, hosts
from article_index.analysis import ANALYSED_LANGUAGES, is_unspaced, terms_in, words
from article_index.article import FIELDS, KEY_FIELDS, KEYWORD_FIELDS, TEXT_FIELDS, Article, Kind
from article_index.field_values import key_of
from article_index.moments import milliseconds
from article_index.near_duplicates import bands
from vocabulary import ancestors, members
from vocabulary.folding import lower

# Bump it when what is indexed changes: engines then ask for a rebuild of an older index.
INDEX_VERSION = 4

STEMS = "_stems"
EXACT = "_exact"
KEY = "_key"
GAP = "_"
# The term of a text without terms: Lucene's BM25 leaves documents without a field out of its averages,
# tantivy's does not, so no document is without.
EMPTY = "-"
# Which fields an article has no value for, by field name: counts and filters of "no value".
WITHOUT = "without"
MONTH = "published_month"
DAY = "published_day"
DAY_NUMBER = "published_number"
# The keys that articles alike share some of.
NEAR = "near"
# The title's words for suggestions while typing: the exact form, which is looked up by its beginning, a
# blank, and the word as it is shown.
TITLE_WORDS = "title_words"
SHORTEST_SUGGESTION = 3
# The words of title and text, each once: stems with their language, ``fr/polic`` (``/polis`` in a language
# without analysis), and words as written, ``=police``. One look-up finds the articles of a word whose stems
# differ by language; scores come from the fields above, where words of all languages are weighed together.
WORDS = "words"
# The words of the text as written: what frequencies are asked of.
BODY = "body" + EXACT
# Sort keys: both are walked from high to low, undated articles last in either order.
NEWEST_KEY = "newest_key"
OLDEST_KEY = "oldest_key"
# When the article was first indexed, in milliseconds since 1970.
INDEXED = "indexed"

TERM_FIELDS: tuple[str, ...] = tuple(name + end for name in TEXT_FIELDS for end in (STEMS, EXACT))
VALUE_FIELDS: tuple[str, ...] = (*KEYWORD_FIELDS, WITHOUT, MONTH, DAY)
# Sets of terms: looked up, neither counted nor scored, without places.
SET_FIELDS: tuple[str, ...] = (WORDS,)
# Whole values that are only looked up, never counted.
LOOKUP_FIELDS: tuple[str, ...] = (NEAR, *(name + KEY for name in KEY_FIELDS))
# Whole values that are listed by their beginning.
PREFIX_FIELDS: tuple[str, ...] = (TITLE_WORDS,)
NUMBER_FIELDS: tuple[str, ...] = (DAY_NUMBER, NEWEST_KEY, OLDEST_KEY, INDEXED)

# A key is the day (17 bits) over a hash of the id (46 bits): 63 bits, what Elasticsearch's long holds.
# That any two of a million articles of one day share a key has a chance of 1 in 140.
HASH_BITS = 46
# Days count from 1 January 1700; 17 bits reach to November 2058, later days sort as that one.
FIRST_DAY = 620_548
MAX_DAY = (1 << 17) - 1

# Elasticsearch's bounds, kept whatever the engine: an id of more bytes would fail a whole request, and a
# value of more bytes would be left out in silence by tantivy.
MAX_ID_BYTES = 512
MAX_VALUE_BYTES = 32_766

# The vocabulary of each field that has one.
VOCABULARIES = {f.name: f.facet.vocabulary for f in FIELDS if f.facet and f.facet.vocabulary}
PAIRS = frozenset(f.name for f in FIELDS if f.facet and f.facet.pairs)

IndexValue = str | int | list[str]


def index_document(article: Article) -> dict[str, IndexValue]:
    """What an engine indexes of an article; every name is one of the ``*_FIELDS`` above.

    Raises ValueError for an article that no engine can take.
    """
    check(article)
    document: dict[str, IndexValue] = {}
    different: set[tuple[str, str | None]] = set()
    for name in TEXT_FIELDS:
        # Like ``tokens``, without their offsets: half of the time of indexing is spent here.
        table = terms_in(article.language or "")
        terms = [table[word] for word in words(getattr(article, name))]
        stems = [stem or GAP for _, stem in terms]
        document[name + STEMS] = " ".join(stems) if any(stem for _, stem in terms) else EMPTY
        document[name + EXACT] = " ".join([exact for exact, _ in terms]) or EMPTY
        different.update(terms)
    document[WORDS] = " ".join(word_set(different, article.language)) or EMPTY
    for name in KEYWORD_FIELDS:
        document[name] = indexed_values(article, name)
    document[WITHOUT] = fields_without_value(article)
    document[NEAR] = bands(article)
    document[TITLE_WORDS] = title_words(article)
    for name in KEY_FIELDS:
        document[name + KEY] = key_values(article, name)
    document.update(date_fields(article))
    if article.indexed:
        document[INDEXED] = milliseconds(article.indexed)
    return document


def can_be_id(text: str) -> bool:
    """Whether an article may have this id: engines fail on what none can have."""
    return 0 < size_of(text) <= MAX_ID_BYTES


def can_be_value(text: str) -> bool:
    """Whether an article may have this whole value."""
    return 0 <= size_of(text) <= MAX_VALUE_BYTES


def size_of(text: str) -> int:
    """A text's bytes in the index; -1 where half of a character in it can't be written."""
    try:
        return len(text.encode())
    except UnicodeEncodeError:
        return -1


def check(article: Article) -> None:
    """Raises ValueError where an id or a value is beyond what engines take."""
    if not article.id:
        raise ValueError("The article has no id.")
    if len(article.id.encode()) > MAX_ID_BYTES:
        raise ValueError(f"The id has more than {MAX_ID_BYTES} bytes.")
    for name in KEYWORD_FIELDS:
        if any(len(value.encode()) > MAX_VALUE_BYTES for value in article.values(name)):
            raise ValueError(f"A value of {name} has more than {MAX_VALUE_BYTES:,} bytes.")


def word_set(terms: set[tuple[str, str | None]], language: str | None) -> set[str]:
    """The terms of ``WORDS`` for some words in their two forms."""
    stems = {stem_in(language, stem) for _, stem in terms if stem}
    return stems | {as_written(exact) for exact, _ in terms}


def stem_in(language: str | None, stem: str) -> str:
    """The term of ``WORDS`` for a stem in a language; languages without analysis have one in common."""
    return f"{language}/{stem}" if language in ANALYSED_LANGUAGES else f"/{stem}"


def as_written(exact: str) -> str:
    """The term of ``WORDS`` for a word as written."""
    return f"={exact}"


def indexed_values(article: Article, name: str) -> list[str]:
    """The values of a keyword field with all their ancestors, each once; the members of pairs likewise."""
    values = dict.fromkeys(article.values(name))
    if name in PAIRS:
        return list(values | dict.fromkeys(one for value in values for one in members(value)))
    vocabulary = VOCABULARIES.get(name)
    if vocabulary:
        for value in tuple(values):
            values.update(dict.fromkeys(ancestors(vocabulary, value)))
    return list(values)


def key_values(article: Article, name: str) -> list[str]:
    """The whole values that an article is looked up by; an address also by its host and domains."""
    value = getattr(article, name)
    if not value:
        return []
    keys = [key_of(name, value)]
    if name == "url" and canonical(value) != value.strip():
        keys += hosts(value)
    return [key for key in dict.fromkeys(keys) if len(key.encode("utf-8", "replace")) <= MAX_VALUE_BYTES]


def title_words(article: Article) -> list[str]:
    """The words of the title that are worth suggesting, stop words and scripts without blanks left out."""
    table = terms_in(article.language or "")
    shown = {lower(word): table[word] for word in words(article.title) if not is_unspaced(word)}
    return [
        f"{exact} {word}"
        for word, (exact, stem) in shown.items()
        if stem and len(exact) >= SHORTEST_SUGGESTION and not exact.isdigit()
    ]


def index_name(field: str) -> str:
    """The index field that holds the whole values of an article's field."""
    return field + KEY if field in KEY_FIELDS else field


def fields_without_value(article: Article) -> list[str]:
    """The names of the keyword and date fields that the article leaves empty."""
    empty = [name for name in KEYWORD_FIELDS if not article.values(name)]
    empty.extend(f.name for f in FIELDS if f.kind is Kind.DATE and getattr(article, f.name) is None)
    return empty


def date_fields(article: Article) -> dict[str, IndexValue]:
    """Day number, month and day for counting, and the two sort keys."""
    tail = xxhash.xxh3_64_intdigest(article.id.encode()) >> (64 - HASH_BITS)
    day = article.published
    if day is None:
        return {NEWEST_KEY: tail, OLDEST_KEY: tail}
    number = min(max(day.toordinal() - FIRST_DAY, 1), MAX_DAY)
    return {
        DAY_NUMBER: day.toordinal(),
        MONTH: day.isoformat()[:7],
        DAY: day.isoformat(),
        NEWEST_KEY: number << HASH_BITS | tail,
        OLDEST_KEY: (MAX_DAY + 1 - number) << HASH_BITS | tail,
    }
