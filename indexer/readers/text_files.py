"""``.txt``: a page as scraped, a file an article."""

from collections.abc import Iterator
from typing import IO

from indexer.readers.decoding import MAX_BYTES, decoded
from indexer.record import Failure, Record, Unreadable


def read_text(stream: IO[bytes], file: str) -> Iterator[Record | Failure]:
    """The page's text, whole; what is boilerplate in it is found later."""
    content = stream.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        yield Failure(file, f"The file is larger than {MAX_BYTES:,} bytes: no single article is.")
        return
    try:
        text, note = decoded(content)
    except Unreadable as error:
        yield Failure(file, str(error))
        return
    yield Record(file, text, scraped=True, notes=(note,) if note else ())
