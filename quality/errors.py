"""The errors behind the scores: which values are wrong or missed most often, each with an example."""

import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from article_index.article import Article, Mention
from quality.gold import VOCABULARIES, comparable
from quality.scores import Difference
from vocabulary import concept
from vocabulary.folding import lower

# Characters shown on either side of what was read.
REACH = 60
# In place of a rule, for a value that nothing in the article was read as.
NO_RULE = "not read"
# Names shorter than this stand inside of too many words to show where a missed value is named.
SHORTEST_NAME = 3


@dataclass(frozen=True)
class Example:
    """One article where a value is wrong or missed: its words in context, and the rule that read them."""

    article: str
    context: str
    rule: str


@dataclass(frozen=True)
class Error:
    """A value that is often wrong, or often missed."""

    facet: str
    value: str
    kind: str
    count: int
    example: Example

    def to_json(self) -> dict[str, Any]:
        """The error as plain JSON values."""
        return {
            "facet": self.facet,
            "value": self.value,
            "kind": self.kind,
            "count": self.count,
            "article": self.example.article,
            "context": self.example.context,
            "rule": self.example.rule,
        }


@dataclass
class Errors:
    """All errors counted, by facet, kind and value; the first article of each is its example."""

    counts: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    first: dict[tuple[str, str, str], Article] = field(default_factory=dict)

    def add(self, facet: str, article: Article, difference: Difference) -> None:
        """Count the errors of one article."""
        for kind, values in (("wrong", difference.wrong), ("missed", difference.missed)):
            for value in values:
                self.counts[facet, kind, value] += 1
                self.first.setdefault((facet, kind, value), article)

    def worst(self, facet: str, kind: str, most: int) -> list[Error]:
        """The most frequent errors of a facet, ``wrong`` or ``missed``, at most ``most`` of them."""
        found = [(count, key) for key, count in self.counts.items() if key[:2] == (facet, kind)]
        found.sort(key=lambda item: (-item[0], item[1]))
        return [
            Error(facet, key[2], kind, count, example(self.first[key], facet, key[2]))
            for count, key in found[:most]
        ]


def example(article: Article, facet: str, value: str) -> Example:
    """Where an article has a value: as its mention says, else where its text has a name of it."""
    name = article.url or article.file or article.id
    # What an article is about is weighed from what it names, so that shows why.
    field = "countries" if facet == "focus_countries" else facet
    for mention in article.mentions:
        if mention.field == field and comparable(facet, mention.value) == value:
            text = article.title if mention.where == "title" else article.body
            return Example(name, context(text, mention.start, mention.end), mention.rule)
    return named(article, facet, value, name)


def named(article: Article, facet: str, value: str, name: str) -> Example:
    """Where the text has a name of a value that was not read there, and what was read there instead."""
    for where, text in (("title", article.title), ("body", article.body)):
        lowered = lower(text)
        # Rarely, lowering changes lengths; then offsets would point beside the words.
        for surface in names(facet, value) if len(lowered) == len(text) else ():
            start = lowered.find(lower(surface))
            if start >= 0:
                end = start + len(surface)
                other = overlapping(article, where, start, end)
                rule = f"read as {other.value} ({other.rule})" if other else NO_RULE
                return Example(name, context(text, start, end), rule)
    return Example(name, context(article.title[: 2 * REACH], 0, 0), NO_RULE)


def names(facet: str, value: str) -> list[str]:
    """The names that a text may use for a value, the longest first."""
    kind = VOCABULARIES.get(facet, "agencies" if facet == "agencies" else None)
    found = concept(kind, value) if kind else None
    every = set(found.every_name) if found else {value}
    return sorted((n for n in every if len(n) >= SHORTEST_NAME), key=lambda n: (-len(n), n))


def overlapping(article: Article, where: str, start: int, end: int) -> Mention | None:
    return next((m for m in article.mentions if m.where == where and m.start < end and start < m.end), None)


def context(text: str, start: int, end: int) -> str:
    """A stretch of text in brackets with what stands around it, on one line and safe to print."""
    before, after = text[max(0, start - REACH) : start], text[end : end + REACH]
    marked = f"{before}[{text[start:end]}]{after}" if end > start else text
    plain = "".join(c if unicodedata.category(c)[0] != "C" else " " for c in marked)
    return " ".join(plain.split())
