"""The pipeline: the steps of enrichment in order, from a record to an article."""

from dataclasses import replace
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path
from time import perf_counter

import orjson
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from article_index.article import Article
from indexer.corrections import NONE, Correction, Corrections
from indexer.draft import Draft
from indexer.record import Record, Unreadable
from indexer.steps.agencies import agencies
from indexer.steps.boilerplate import boilerplate
from indexer.steps.corrections import corrections as corrections_step
from indexer.steps.countries import countries
from indexer.steps.crime_types import crime_types
from indexer.steps.language import language
from indexer.steps.persons import persons
from indexer.steps.places import places
from indexer.steps.published import published
from indexer.steps.relations import relations
from indexer.steps.source import source
from indexer.steps.step import Step
from indexer.steps.surfaces import surfaces
from indexer.steps.wire import wire

# Order matters: a step stands behind those that fill what it needs (a test holds it).
STEPS: tuple[Step, ...] = (
    boilerplate,
    language,
    published,
    source,
    wire,
    surfaces,
    places,
    agencies,
    countries,
    crime_types,
    persons,
    corrections_step,
    relations,
)
# Engines refuse longer ids, and addresses carry them.
LONGEST_ID = 200


@cache
def pipeline() -> Language:
    """The spaCy pipeline of all steps, built once a process; it has no model and needs none."""
    nlp = spacy.blank("xx")
    for step in STEPS:
        nlp.add_pipe(step.name)
    return nlp


def enrich(
    record: Record, seconds: dict[str, float] | None = None, corrections: Corrections = NONE
) -> Article:
    """The article of a record with all its facets; raises Unreadable for a record without any text.

    ``corrections`` have the last word. ``seconds`` adds up the time of each step by its name, for those who
    measure.
    """
    # The steps read the draft's texts, not tokens, so the Doc that carries it stays empty.
    doc = Doc(pipeline().vocab)
    name = article_id(record)
    corrected = corrections.for_record(record, name)
    doc._.draft = draft = Draft(record, corrected, corrections.aliases if corrected else {})
    for step_name, component in pipeline().pipeline:
        started = perf_counter()
        doc = component(doc)
        if seconds is not None:
            seconds[step_name] += perf_counter() - started
    if not draft.body and not draft.title:
        raise Unreadable("There is no article here, only a page's furniture.")
    return Article(
        id=name,
        title=draft.title,
        body=draft.body,
        url=record.url,
        file=record.file,
        author=record.author,
        language=draft.language,
        published=draft.published,
        source=draft.source,
        countries=draft.countries,
        focus_countries=draft.focus_countries,
        agencies=draft.agencies,
        crime_types=draft.crime_types,
        persons=draft.persons,
        cooperating_countries=draft.cooperating_countries,
        cooperating_agencies=draft.cooperating_agencies,
        disputing_countries=draft.disputing_countries,
        disputing_agencies=draft.disputing_agencies,
        wire=draft.wire,
        mentions=tuple(draft.mentions),
        notes=tuple(draft.notes),
        extra=record.extra,
        fingerprint=fingerprint(record, corrected),
    )


def article_id(record: Record) -> str:
    """A stable id: the one given, else of the address, else of the file, else of the text.

    A file that holds one article is known by its path, so that an edited file replaces its article; in
    a file of many, lines move, so there an article without id or address is known by its text.
    """
    if record.id:
        return record.id if len(record.id) <= LONGEST_ID else digest("id", record.id)
    if record.url:
        return digest("url", record.url)
    if record.line is None and record.file != "standard input":
        return digest("file", str(Path(record.file).resolve()))
    return digest("text", record.title or "", record.text)


def fingerprint(record: Record, corrected: tuple[Correction, ...] = ()) -> str:
    """Equal for equal input under equal rules and corrections: then there is nothing to index again."""
    plain = replace(record, file="", line=None)
    told = orjson.dumps([plain, corrected], default=str, option=orjson.OPT_SORT_KEYS)
    return digest(version(), told.decode())


def digest(*parts: str) -> str:
    made = blake2b(digest_size=10)
    for part in parts:
        made.update(part.encode("utf-8", "surrogatepass") + b"\0")
    return made.hexdigest()


@cache
def version() -> str:
    """A hash of the rules and the vocabulary: when either changes, every article is enriched anew."""
    made = blake2b(digest_size=10)
    for package in ("indexer", "vocabulary"):
        for path in sorted(Path(str(files(package))).rglob("*")):
            if path.suffix in {".py", ".jsonl", ".txt"}:
                made.update(path.read_bytes())
    return made.hexdigest()
