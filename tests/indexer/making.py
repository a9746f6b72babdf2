"""Short words for what the indexer's tests do: make drafts, read files, name what was found."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from article_index.article import Article, Mention
from indexer.draft import Draft, Surface
from indexer.language_names import surface_index
from indexer.pipeline import STEPS, enrich
from indexer.readers import Reading, sources
from indexer.record import Failure, Record
from indexer.steps.crime_types import crime_types
from indexer.steps.surfaces import surfaces

PROSE = (
    "Police officers arrested four men on Tuesday morning in the harbour after a long investigation into a "
    "network that, according to the prosecutor, had been bringing stolen cars across the border for years."
)


def page(*lines: str, **fields: Any) -> Draft:
    """A page as scraped: all its lines, nothing divided yet."""
    return Draft(Record("page.txt", "\n".join(lines), scraped=True, **fields))


def draft(body: str, title: str = "", language: str | None = "en", **fields: Any) -> Draft:
    """A draft whose title, body and language are known."""
    made = Draft(Record("page.txt", body, title=title))
    made.title, made.body, made.language = title, body, language
    for name, value in fields.items():
        setattr(made, name, value)
    return made


def enriched(body: str, title: str = "-", language: str | None = "en", **fields: Any) -> Article:
    """An article that a reader has divided, through the whole pipeline."""
    return enrich(Record("page.txt", body, title=title, language=language, **fields))


def step_named(name: str) -> Any:
    return next(step for step in STEPS if step.name == name)


def surfaces_of(text: str, language: str = "en") -> list[Surface]:
    return surface_index(language).find(text, "body")


def named(text: str, language: str = "en", kind: str = "place") -> list[tuple[str, str]]:
    """The ids of a kind that a text names, with the words that name them."""
    return [(s.id, s.text) for s in surfaces_of(text, language) if s.kind == kind]


def crimes(body: str, language: str = "en", title: str = "-") -> tuple[str, ...]:
    """The crime types that an article is about."""
    made = draft(body, title, language)
    surfaces(made)
    crime_types(made)
    return made.crime_types


def read(*paths: Path | str) -> list[Record | Failure]:
    """All that the readers give for some paths."""
    return [item for source in sources([str(path) for path in paths]) for item in Reading(source)]


def split(items: Iterable[Record | Failure]) -> tuple[list[Record], list[Failure]]:
    every = list(items)
    return [i for i in every if isinstance(i, Record)], [i for i in every if isinstance(i, Failure)]


def failure(*paths: Path | str) -> Failure:
    """The only thing that the readers give for some paths: a failure."""
    (found,) = read(*paths)
    assert isinstance(found, Failure)
    return found


def record(*paths: Path | str) -> Record:
    """The only thing that the readers give for some paths: a record."""
    (found,) = read(*paths)
    assert isinstance(found, Record), found
    return found


def misplaced(article: Article) -> list[Mention]:
    """The mentions whose text does not stand where they say."""
    parts = {"title": article.title, "body": article.body}
    return [m for m in article.mentions if not m.text or parts[m.where][m.start : m.end] != m.text]
