"""Corrections: what people who know better say about facets, replayed on every run as the last word.

A file of JSON Lines, each one thing that a reader or an editor found:

- ``{"is": "wrong", "field": "agencies", "value": "us-fbi", "article": "…"}``: not in this article; without
  ``article`` nowhere; with ``"text": "Bureau"`` only where it was read from these words;
- ``{"is": "missing", "field": "countries", "value": "MA", "article": "…"}``: this article has it;
- ``{"is": "same", "field": "persons", "value": "Ann Lee", "other": "A. Lee"}``: two values are one, and are
  called ``value``;
- ``{"is": "alias", "field": "agencies", "value": "ma-dgsn", "text": "Brigade verte"}``: these words name it;
  with ``"language": "fr"`` only in that language's articles.

``article`` is an id, an address, or the end of a file's path. Other keys (``by``, ``date``, ``why``) are for
those who keep the file. Lines apply in this order: aliases, same, wrong, missing; so that *wrong* overrules
aliases, and *missing* all.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import orjson

from article_index.article import FACET_FIELDS, FACETS
from indexer.record import Record
from indexer.surface_index import Name, SurfaceIndex
from vocabulary import concept

KINDS = ("alias", "same", "wrong", "missing")
# Values that the text says and that corrections may change; what is computed from them follows.
FIELDS = ("countries", "focus_countries", "agencies", "crime_types", "persons", "source", "wire")
NEEDED = {"alias": ("text",), "same": ("other",), "wrong": (), "missing": ("article",)}
VOCABULARIES = {FACET_FIELDS[name]: facet.vocabulary for name, facet in FACETS.items()}


class CorrectionsError(ValueError):
    """A file of corrections can't be used; the message names the line and what to do."""


@dataclass(frozen=True)
class Correction:
    """One line; see the module. ``kind`` is its key ``is``."""

    kind: str
    field: str
    value: str
    article: str | None = None
    text: str | None = None
    other: str | None = None
    language: str | None = None


class Corrections:
    """All corrections of a file: those that hold everywhere, and those for one article."""

    def __init__(self, lines: Iterable[Correction] = ()) -> None:
        self.lines = tuple(lines)
        self.everywhere = tuple(line for line in self.lines if not line.article)
        self.by_article: dict[str, list[Correction]] = {}
        for line in self.lines:
            if line.article:
                self.by_article.setdefault(line.article, []).append(line)

    def for_record(self, record: Record, article_id: str) -> tuple[Correction, ...]:
        """What holds for an article, in the order of its application."""
        own: list[Correction] = []
        if self.by_article:
            for name in {article_id, record.url or "", *path_ends(record.file)}:
                own += self.by_article.get(name, ())
        found = [*self.everywhere, *own]
        return tuple(sorted(found, key=lambda line: KINDS.index(line.kind)))

    @cached_property
    def aliases(self) -> dict[str | None, SurfaceIndex]:
        """What finds the aliases, by language; None for those of all languages."""
        names: dict[str | None, list[Name]] = {}
        for line in self.lines:
            if line.kind == "alias" and line.text:
                names.setdefault(line.language, []).append(
                    Name(line.field, line.value, "correction", line.text)
                )
        return {language: SurfaceIndex(found) for language, found in names.items()}


NONE = Corrections()


@lru_cache(maxsize=1000)
def path_ends(path: str) -> tuple[str, ...]:
    """A path and all its ends: ``a/b/c.txt``, ``b/c.txt``, ``c.txt``."""
    parts = Path(path).parts
    return tuple(str(Path(*parts[start:])) for start in range(len(parts)))


def read_corrections(path: Path) -> Corrections:
    """The corrections of a file; raises CorrectionsError for the first line that makes no sense."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CorrectionsError(f"{path} can't be read: {error}.") from error
    return Corrections(lines_of(text, path))


def lines_of(text: str, path: Path) -> Iterator[Correction]:
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        try:
            yield correction(line)
        except ValueError as error:
            raise CorrectionsError(f"{path}:{number}: {error} Mend or delete this line.") from error


def correction(line: str) -> Correction:
    """The correction of a line; raises ValueError that says what is wrong with it."""
    try:
        plain: Any = orjson.loads(line)
    except orjson.JSONDecodeError as error:
        raise ValueError(f"This is not JSON ({error}).") from error
    if not isinstance(plain, dict):
        raise ValueError("A correction is a JSON object.")
    known = {field.name for field in fields(Correction)}
    texts = {key: value for key, value in plain.items() if key in known}
    kind = plain.get("is")
    if kind not in KINDS:
        raise ValueError(f'"is" must be one of {", ".join(KINDS)}.')
    for key in ("field", "value", *NEEDED[kind]):
        if not texts.get(key):
            raise ValueError(f'A correction that is "{kind}" needs "{key}".')
    for key, value in texts.items():
        if value is not None and not isinstance(value, str):
            raise ValueError(f'"{key}" must be a text.')
    made = Correction(**{**texts, "kind": kind})
    check(made)
    return made


def check(made: Correction) -> None:
    """Raises ValueError for fields and values that there are not."""
    if made.field not in FIELDS:
        raise ValueError(f"There is no field {made.field!r} to correct; there are {', '.join(FIELDS)}.")
    vocabulary = VOCABULARIES.get(made.field)
    # Values that are wrong or replaced may come from an older vocabulary.
    if vocabulary and made.kind != "wrong" and concept(vocabulary, made.value) is None:
        raise ValueError(f"The vocabulary has no {made.value!r} for {made.field}.")
