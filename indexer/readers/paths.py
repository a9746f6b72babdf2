"""From paths on the command line to records: files, folders, standard input."""

import codecs
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import IO

from indexer.readers.csv_files import read_csv
from indexer.readers.html_files import read_html
from indexer.readers.json_files import read_json, read_jsonl, read_jsonl_gz
from indexer.readers.text_files import read_text
from indexer.record import Failure, Record

Reader = Callable[[IO[bytes], str], Iterator[Record | Failure]]
FORMATS: dict[str, Reader] = {
    ".txt": read_text,
    ".html": read_html,
    ".htm": read_html,
    ".jsonl": read_jsonl,
    ".jsonl.gz": read_jsonl_gz,
    ".json": read_json,
    ".csv": read_csv,
}
STANDARD_INPUT = "-"


@dataclass(frozen=True)
class Source:
    """A file to read; ``size`` in bytes, 0 where it is not known (standard input)."""

    path: Path
    size: int
    reader: Reader | None

    @property
    def name(self) -> str:
        """What an article's ``file`` and a failure's ``file`` say."""
        # Names of files need not be UTF-8; what cannot be written is shown as \xe9.
        return str(self.path).encode("utf-8", "backslashreplace").decode()


def sources(paths: Iterable[str]) -> list[Source]:
    """The files that paths mean, folders walked in the order of names.

    In folders only files of a known format count; a file named outright is read or refused.
    """
    found: list[Source] = []
    for text in paths:
        path = Path(text)
        if text == STANDARD_INPUT:
            found.append(Source(path, 0, None))
        elif os.path.isdir(path):
            inside = sorted(p for p in path.rglob("*") if reader_of(p) and os.path.isfile(p))
            found.extend(Source(p, size_of(p), reader_of(p)) for p in inside)
        else:
            found.append(Source(path, size_of(path), reader_of(path)))
    return found


def size_of(path: Path) -> int:
    """The size of a file; 0 for what is none or can't be looked at."""
    try:
        return path.stat().st_size if os.path.isfile(path) else 0
    except OSError:
        return 0


def reader_of(path: Path) -> Reader | None:
    """The reader of a file's format, by its name."""
    name = path.name.lower()
    return next((reader for end, reader in FORMATS.items() if name.endswith(end)), None)


class Reading:
    """The records of a source, in order; ``position`` tells how many of its bytes are read.

    Whatever is wrong with the source is a Failure among the records, never an exception.
    """

    def __init__(self, source: Source) -> None:
        self.source = source
        self.position = 0

    def __iter__(self) -> Iterator[Record | Failure]:
        source = self.source
        if source.name == STANDARD_INPUT:
            content = sys.stdin.buffer.read()
            yield from sniffed(content)(BytesIO(content), "standard input")
        elif source.reader is None and os.path.exists(source.path):
            yield Failure(source.name, f"Blotter reads {', '.join(FORMATS)}; this is none of them.")
        else:
            yield from self.opened(source.path, source.reader or read_text)
        self.position = source.size

    def opened(self, path: Path, reader: Reader) -> Iterator[Record | Failure]:
        try:
            with path.open("rb") as stream:
                for item in reader(stream, self.source.name):
                    self.position = stream.tell()
                    yield item
        except OSError as error:
            yield Failure(self.source.name, f"The file can't be read: {error.strerror or error}.")


def sniffed(content: bytes) -> Reader:
    """The reader of standard input, by how it begins."""
    start = content[:1000].removeprefix(codecs.BOM_UTF8).lstrip()
    if start.startswith(b"\x1f\x8b"):
        return read_jsonl_gz
    if start.startswith(b"{"):
        return read_jsonl
    if start.startswith(b"["):
        return read_json
    return read_html if start.startswith(b"<") else read_text
