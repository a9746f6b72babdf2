"""``.html``: a web page, its article found by trafilatura, its date and publisher from its metadata."""

from collections.abc import Iterator
from typing import IO

import regex

from indexer.readers.decoding import MAX_BYTES, decoded
from indexer.record import Failure, Record, Unreadable

CHARSET = regex.compile(rb"""<meta[^>]+charset\s*=\s*["']?([\w-]+)""", regex.IGNORECASE)
LANGUAGE = regex.compile(r"""<html[^>]+lang\s*=\s*["']?([A-Za-z]{2,3})""", regex.IGNORECASE)


def read_html(stream: IO[bytes], file: str) -> Iterator[Record | Failure]:
    """The page's article; a page that has none is a failure."""
    # Loaded here: it takes a second, and most loads read no HTML.
    from trafilatura import bare_extraction

    content = stream.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        yield Failure(file, f"The page is larger than {MAX_BYTES:,} bytes.")
        return
    declared = CHARSET.search(content[:5000])
    try:
        page, note = decoded(content, declared[1].decode() if declared else None)
    except Unreadable as error:
        yield Failure(file, str(error))
        return
    found = bare_extraction(page, with_metadata=True, include_comments=False, favor_precision=True)
    plain = found if isinstance(found, dict) else found.as_dict() if found else {}
    text = str(plain.get("text") or "").strip()
    if not text:
        yield Failure(file, "No article was found on this page.")
        return
    language = LANGUAGE.search(page[:5000])
    yield Record(
        file,
        text,
        title=plain.get("title") or None,
        url=plain.get("url") or None,
        published=plain.get("date") or None,
        source=plain.get("sitename") or None,
        author=plain.get("author") or None,
        notes=(note,) if note else (),
        extra={"page_language": language[1].lower()} if language else {},
    )
