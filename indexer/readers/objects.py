"""A JSON object or a row of a table as a record: the keys that Blotter knows, the rest under ``extra``."""

from collections.abc import Mapping
from typing import Any

from indexer.record import Record, Unreadable

TEXT_KEYS = ("body", "text")
DATE_KEYS = ("published", "date")
PLAIN_KEYS = ("id", "url", "source", "language", "author")
# Larger bodies are cut, with a note: no news article is longer, and every step's time is bounded by it.
MAX_BODY = 500_000


def record_of(plain: Mapping[str, Any], file: str, line: int | None, note: str | None = None) -> Record:
    """The record of an object.

    One that has neither text nor title, but is known by an id or address, is kept with a note: its owner
    counts on finding it. Without any of them it raises Unreadable. ``note`` says how it was decoded.
    """
    text, title = (first_text(plain, keys) for keys in (TEXT_KEYS, ("title",)))
    name = first_text(plain, ("id", "url"))
    notes = [] if title else ["No title was given; it is taken from the text."]
    if not text and not title:
        if not name:
            raise Unreadable('There is no text: an article needs "title" and "body" (or "text").')
        notes = ["There was no text and no title."]
    if len(text) > MAX_BODY:
        notes.append(f"The text is cut after {MAX_BODY:,} of {len(text):,} characters.")
    if note:
        notes.append(note)
    known = {*TEXT_KEYS, *DATE_KEYS, *PLAIN_KEYS, "title"}
    given: dict[str, Any] = {key: first_text(plain, (key,)) or None for key in PLAIN_KEYS}
    return Record(
        file=file,
        line=line,
        text=text[:MAX_BODY],
        published=first_text(plain, DATE_KEYS) or None,
        notes=tuple(notes),
        title=title[:MAX_BODY] or (None if text else f"(untitled) {name}"),
        extra={str(k): v for k, v in plain.items() if k not in known and v not in (None, "")},
        **given,
    )


def first_text(plain: Mapping[str, Any], keys: tuple[str, ...]) -> str:
    """The first of the keys that has a value, as text; numbers are written out, lists and objects refused."""
    for key in keys:
        value = plain.get(key)
        if value is None or value == "":
            continue
        if isinstance(value, bool | list | dict):
            raise Unreadable(f'"{key}" must be text, not {type(value).__name__}.')
        return str(value).strip()
    return ""
