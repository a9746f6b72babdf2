"""Gold files: what a careful reader takes from articles, one JSON object a line.

An article is named by its ``id``, or by its ``url``, or by its ``file`` (the end of its path: ``fr/a.txt``
names ``anywhere/fr/a.txt``). A facet that a line leaves out is not judged there; an empty list says that
there is nothing to find. A value with ``?`` behind it counts neither for nor against.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePath
from typing import Any

from article_index.article import Article
from quality.scores import Wanted
from vocabulary import concept
from vocabulary.folding import comparable as without_case

FACETS = ("language", "countries", "focus_countries", "agencies", "crime_types", "persons", "published")
SINGLE = frozenset({"language", "published"})
KEYS = ("id", "url", "file")
# Free for the labeller: why a line says what it says.
NOTE = "note"
# Agencies are not among them: one that the vocabulary lacks is a miss that a gold file should show.
VOCABULARIES = {
    "language": "languages",
    "countries": "countries",
    "focus_countries": "countries",
    "crime_types": "crime_types",
}


class GoldError(Exception):
    """A gold file that can't be used; the message says where and why."""


@dataclass(frozen=True)
class Labels:
    """The labels of one article: ``name`` says which, by the key ``key``."""

    key: str
    name: str
    facets: dict[str, Wanted]

    @property
    def language(self) -> str | None:
        """The language that the labels give for certain."""
        wanted = self.facets.get("language")
        return next(iter(wanted.values), None) if wanted else None


@dataclass(frozen=True)
class Gold:
    """The labels of a gold file, by key and name."""

    labels: dict[tuple[str, str], Labels]

    def of(self, article: Article) -> Labels | None:
        """The labels of an article: by its id, else its address, else the end of its path."""
        parts = PurePath(article.file or "").parts
        names = [("id", article.id), ("url", article.url or "")]
        names += [("file", "/".join(parts[start:])) for start in range(len(parts))]
        return next((self.labels[name] for name in names if name in self.labels), None)


def read_gold(path: Path) -> Gold:
    """The labels of a file; raises GoldError for one that can't be used."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise GoldError(f"{path} can't be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise GoldError(f"{path} is not UTF-8, as JSON Lines are.") from error
    labels: dict[tuple[str, str], Labels] = {}
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            made = labels_of(json.loads(line))
        except (ValueError, RecursionError) as error:
            reason = f"no JSON ({error.msg})" if isinstance(error, json.JSONDecodeError) else error
            raise GoldError(f"{path}:{number}: {reason}".encode("utf-8", "replace").decode()) from error
        if (made.key, made.name) in labels:
            raise GoldError(f"{path}:{number}: {made.key} “{made.name}” has labels already, further up.")
        labels[made.key, made.name] = made
    if not labels:
        raise GoldError(f"{path} has no labels: one JSON object a line is expected.")
    return Gold(labels)


def labels_of(plain: Any) -> Labels:
    """The labels of one line; raises ValueError with what is wrong with it."""
    if not isinstance(plain, dict):
        raise ValueError("not an object.")
    try:
        json.dumps(plain, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise ValueError("there is half a character in it (a lone surrogate).") from None
    unknown = [key for key in plain if key not in {*KEYS, *FACETS, NOTE}]
    if unknown:
        raise ValueError(f"“{unknown[0]}” is no facet; there are {', '.join(FACETS)}.")
    key = next((key for key in KEYS if plain.get(key)), None)
    if key is None or not isinstance(plain[key], str):
        raise ValueError('the article is not named: "id", "url" or "file" is needed, as a string.')
    facets = {facet: wanted(facet, plain[facet]) for facet in FACETS if facet in plain}
    return Labels(key, plain[key].replace("\\", "/") if key == "file" else plain[key], facets)


def wanted(facet: str, given: Any) -> Wanted:
    """The values of a facet: those that count, and those that count neither way."""
    if facet in SINGLE:
        given = [] if given is None else [given]
    if not isinstance(given, list) or not all(isinstance(value, str) and value for value in given):
        raise ValueError(f"{facet} is not {'a string' if facet in SINGLE else 'a list of strings'}.")
    values, either = set[str](), set[str]()
    for value in given:
        plain = value.removesuffix("?")
        check(facet, plain)
        (either if value.endswith("?") else values).add(comparable(facet, plain))
    return Wanted(frozenset(values), frozenset(either))


def check(facet: str, value: str) -> None:
    """Raise ValueError for a value that no article could have."""
    kind = VOCABULARIES.get(facet)
    if kind and concept(kind, value) is None:
        raise ValueError(f"{facet} has “{value}”, which the vocabulary does not know.")
    if facet == "published":
        try:
            date.fromisoformat(value)
        except ValueError:
            raise ValueError(f"published is “{value}”, no date such as 2025-01-31.") from None


def values_of(article: Article, facet: str) -> Iterator[str]:
    """The values of an article for a facet, as they are compared."""
    if facet == "published":
        found: tuple[str, ...] = (article.published.isoformat(),) if article.published else ()
    else:
        found = article.values(facet)
    for value in found:
        yield comparable(facet, value)


def comparable(facet: str, value: str) -> str:
    """A value as it is compared: names of persons without case and accents, all others as they are."""
    return without_case(value) if facet == "persons" else value
