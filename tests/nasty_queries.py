"""Queries made by lot that mean harm: the language's own signs where they do not belong, in every script.

``python -m tests.nasty_queries 20000 tantivy:memory`` asks so many of an engine and says how it went.
"""

import sys
import time
from collections.abc import Callable, Iterator
from random import Random

from article_index.article import FACETS, KEY_FIELDS, TEXT_FIELDS
from article_index.engine import Engine, open_engine
from article_index.query_parser import parse_query
from article_index.search import SearchRequest, Sort
from article_index.tantivy_engine.engine import TantivyEngine
from tests.article_index.newsroom import newsroom

# What one query may take, in seconds.
LONGEST = 2.0
FIELDS = (*TEXT_FIELDS, *FACETS, *KEY_FIELDS, "exact", "published", "nothing", "_id", "TITLE", "a:b", "*", "")
OPERATORS = ("AND", "OR", "NOT", "&&", "||", "TO", "and", "-", "+", "!", "=", "--", "+-", "AND AND", "OR OR")
QUOTES = ('""', "“”", "„“", "«»", "‟”", "〝〞", "＂＂", "''", "‘’", "“", '"', "»", "``")
WORDS = (
    "police", "cocaine", "l'Europe", "AT&T", "C++", "U.S.", "50%", "警方", "経済成長", "ตำรวจจับ", "الشرطة",
    "полиция", "İstanbul", "ﷺ", "½", "ß", "𐐷", "🚨", "👮🏽‍♀️", "co\u00adcaine", "a\u0338b\u0336",
    "\u202epolice\u202c", "\u200fشرطة", "e\u0301\u0301\u0301", "\u0301", "\0", "pol\0ice", "\ud800",
    "\udfff", "%00", "%2e%2e%2f", "%ED%A0%80", "%u0041", "&lt;b&gt;", "<script>", "${jndi:x}", "{{7*7}}",
    "' OR 1=1 --", "\\", "\\\\", "\\*", "\t", "\n", "\u00a0", "\u3000", "\u2028", "\ufeff", "_", "ـ", "－",
    "0", "-1", "1e999", "9" * 400, "x" * 900, "é" * 90, "経" * 60, "ตำ" * 40, "Interpol", "narcotráfico",
    "DGSN", "Morocco", "https://a.example/%zz?q=(",
)  # fmt: skip
DATES = (
    "2024", "2024-02-31", "0000", "0001", "9999", "99999", "2024-13", "9999-12-31", "*", "-1", "２０２４",
    "today", "[* TO *]", "[2024 TO 2020]", "{9999 TO *]", "[* TO 0001}", "[2024 TO", ">9999", "<0001", ">=*",
    "[TO]", "[]",
)  # fmt: skip
TAILS = (
    "",
    "~",
    "~1",
    "~2",
    "~9",
    "~999999",
    "^2",
    "^0",
    "^1e9",
    "^99999",
    "^",
    "~1^2",
    "*",
    "?",
    "**",
    "?*?",
    "~~",
)
LETTERS = "abceilnoprstu"


def nasty_query(random: Random) -> str:
    """One query, of mostly a few parts."""
    parts = [part(random, 0) for _ in range(random.choice((1, 2, 2, 3, 4, 6, 12, 40)))]
    return random.choice((" ", " ", " ", "", "\u3000")).join(parts)


def part(random: Random, depth: int) -> str:
    """A part of the grammar, or what looks like one."""
    makers: tuple[Callable[[Random, int], str], ...] = (
        word,
        word,
        loose,
        phrase,
        group,
        field,
        operator,
        noise,
    )
    return random.choice(makers)(random, depth)


def word(random: Random, depth: int) -> str:
    return random.choice(WORDS) + random.choice(TAILS)


def loose(random: Random, depth: int) -> str:
    """A word with wildcards or ``~``."""
    signs = random.choice((LETTERS, LETTERS + "*", LETTERS + "?", LETTERS + "**??"))
    made = "".join(random.choice(signs) for _ in range(random.randint(1, 36)))
    return random.choice(("", "*", "?", "??")) + made + random.choice(TAILS)


def phrase(random: Random, depth: int) -> str:
    quotes = random.choice(QUOTES)
    inner = " ".join(random.choice(WORDS) for _ in range(random.choice((0, 1, 2, 3, 8, 70))))
    return quotes[0] + inner + quotes[-1] * random.randint(0, 2) + random.choice(TAILS)


def group(random: Random, depth: int) -> str:
    if depth > 12:
        return "(" * random.choice((1, 50, 3000))
    inner = " ".join(part(random, depth + 1) for _ in range(random.randint(0, 4)))
    return (
        random.choice(("", "-", "+", "NOT ", "title:")) + "(" + inner + ")" * random.choice((0, 1, 1, 1, 2))
    )


def field(random: Random, depth: int) -> str:
    value = random.choice(DATES) if random.random() < 0.4 else part(random, depth + 5) if depth < 10 else ""
    return random.choice(FIELDS) + random.choice((":", ":", ":", "：", ": ", "::", ":=")) + value


def operator(random: Random, depth: int) -> str:
    return random.choice(OPERATORS)


def noise(random: Random, depth: int) -> str:
    """Any characters at all."""
    ends = (0x7F, 0x7F, 0x2FF, 0xFFFF, 0x10FFFF)
    return "".join(chr(random.randint(0, random.choice(ends))) for _ in range(random.randint(1, 12)))


def nasty_queries(number: int, seed: int = 1914) -> Iterator[str]:
    """So many queries, the same in every run."""
    random = Random(seed)
    for _ in range(number):
        yield nasty_query(random)


def ask(engine: Engine, text: str, number: int = 0) -> tuple[int, float]:
    """How many complaints a query gets, and how long it takes: our own work and the engine's."""
    started = time.process_time()
    parsed = parse_query(text, match_all=number % 3 != 2)
    page = engine.search(SearchRequest(parsed.node, sort=list(Sort)[number % 4]))
    assert page.total >= len(page.hits)
    # A busy machine makes nobody slow: the engine in this process counts by its work, another by its word.
    took = 0.0 if isinstance(engine, TantivyEngine) else page.took_ms / 1000
    return len(parsed.complaints), time.process_time() - started + took


def main(number: int, url: str) -> None:
    complaints = errors = 0
    slowest = (0.0, "")
    with open_engine(url) as engine:
        engine.add(newsroom())
        for count, text in enumerate(nasty_queries(number)):
            try:
                found, took = ask(engine, text, count)
            except Exception as error:
                errors += 1
                print(f"{type(error).__name__}: {str(error)[:200]}\n  {text[:300]!r}")
                continue
            complaints += found > 0
            slowest = max(slowest, (took, text))
    print(f"{number:,} queries, {complaints:,} with complaints, {errors} errors, slowest {slowest[0]:.2f} s")
    print(ascii(slowest[1][:300]))


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
