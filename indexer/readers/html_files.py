"""``.html``: a web page, its article found by trafilatura, its date and publisher from its metadata."""

from collections.abc import Iterator
from typing import IO, Any

import regex

from indexer.readers.decoding import MAX_BYTES, decoded
from indexer.record import Failure, Record, Unreadable

CHARSET = regex.compile(rb"""<meta[^>]+charset\s*=\s*["']?([\w-]+)""", regex.IGNORECASE)
LANGUAGE = regex.compile(r"""<html[^>]+lang\s*=\s*["']?([A-Za-z]{2,3})""", regex.IGNORECASE)

# Below this length trafilatura is asked again without favouring precision, which loses whole paragraphs of
# one page in twenty. Longer texts are left as they are: they seldom lack something, and the wider look
# brings comments and lists of other articles.
SHORT_TEXT = 2000


def read_html(stream: IO[bytes], file: str) -> Iterator[Record | Failure]:
    """The page's article; a page that has none is a failure."""
    # Loaded here: it takes a second, and most loads read no HTML.
    from trafilatura import bare_extraction, load_html

    from indexer.readers.page_dates import days_elsewhere, page_date

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
    tree = load_html(page)
    if tree is None:
        yield Failure(file, "No article was found on this page.")
        return
    day, others = page_date(tree), days_elsewhere(tree)
    # trafilatura alters the tree that it is given; the page is read anew where a second look is taken.
    plain = extracted(
        bare_extraction(
            tree,
            with_metadata=True,
            include_comments=False,
            favor_precision=True,
            # Its wide search takes dates out of the text.
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    )
    text = str(plain.get("text") or "").strip()
    if len(text) < SHORT_TEXT:
        wider = extracted(bare_extraction(page, with_metadata=not text, include_comments=False))
        plain = plain or wider
        text = max(text, str(wider.get("text") or "").strip(), key=len)
    if not text:
        yield Failure(file, "No article was found on this page.")
        return
    language = LANGUAGE.search(page[:5000])
    guessed = plain.get("date") if plain.get("date") not in others else None
    yield Record(
        file,
        text,
        title=plain.get("title") or None,
        url=plain.get("url") or None,
        published=day or guessed,
        source=plain.get("sitename") or None,
        author=plain.get("author") or None,
        notes=(note,) if note else (),
        extra={"page_language": language[1].lower()} if language else {},
    )


def extracted(found: Any) -> dict[str, Any]:
    """What trafilatura found as a dictionary, empty where it found nothing."""
    return found if isinstance(found, dict) else found.as_dict() if found else {}
