"""``.jsonl``, ``.jsonl.gz`` and ``.json``: an object an article."""

import gzip
import zlib
from collections.abc import Iterator
from typing import IO

import orjson

from indexer.readers.decoding import MAX_BYTES, decoded
from indexer.readers.objects import record_of
from indexer.record import Failure, Record, Unreadable

SHOWN = 500  # characters of a refused line that the dead-letter file keeps


def read_jsonl(stream: IO[bytes], file: str) -> Iterator[Record | Failure]:
    """One article a line; a wrong line is a failure of its own, with its number."""
    number = 0
    empty = True
    while line := stream.readline(MAX_BYTES):
        number += 1
        empty = empty and not line.strip()
        if len(line) == MAX_BYTES and not line.endswith(b"\n"):
            yield Failure(file, f"The line is longer than {MAX_BYTES:,} bytes.", number, shown(line))
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_BYTES)
            continue
        if line.strip():
            yield read_object(line, file, number)
    if empty:
        yield Failure(file, "The file is empty.")


def read_jsonl_gz(stream: IO[bytes], file: str) -> Iterator[Record | Failure]:
    """The same, compressed; a file that breaks off gives what came before."""
    try:
        with gzip.open(stream) as plain:
            yield from read_jsonl(plain, file)  # type: ignore[arg-type]
    except (OSError, EOFError, zlib.error) as error:
        yield Failure(file, f"The compressed file is broken: {error}")


def read_json(stream: IO[bytes], file: str) -> Iterator[Record | Failure]:
    """One object, or a list of objects."""
    content = stream.read()
    try:
        text, note = decoded(content)
        parsed = orjson.loads(text)
    except (orjson.JSONDecodeError, Unreadable) as error:
        yield Failure(file, f"This is not JSON: {error}", content=shown(content))
        return
    for number, plain in enumerate(parsed if isinstance(parsed, list) else [parsed], start=1):
        line = number if isinstance(parsed, list) else None
        yield from_object(plain, file, line, note)


def read_object(line: bytes, file: str, number: int) -> Record | Failure:
    try:
        text, note = decoded(line)
        plain = orjson.loads(text)
    except (orjson.JSONDecodeError, Unreadable) as error:
        return Failure(file, f"This line is not JSON: {error}", number, shown(line))
    return from_object(plain, file, number, note)


def from_object(plain: object, file: str, line: int | None, note: str | None) -> Record | Failure:
    if not isinstance(plain, dict):
        return Failure(file, "An article must be a JSON object.", line, str(plain)[:SHOWN])
    try:
        return record_of(plain, file, line, note)
    except Unreadable as error:
        return Failure(file, str(error), line, str(plain)[:SHOWN])


def shown(content: bytes) -> str:
    return content[:SHOWN].decode("utf-8", errors="replace")
