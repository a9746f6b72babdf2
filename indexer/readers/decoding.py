"""Bytes to text: UTF-8 first, else the likeliest older encoding, else a clear refusal."""

import codecs

import charset_normalizer

from indexer.record import Unreadable

# A whole page of text is well under a megabyte; more is a dump or a mistake.
MAX_BYTES = 10_000_000
# Control characters beyond this share are no text in any encoding.
MAX_CONTROL_SHARE = 0.02
SAMPLE = 20_000
UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Western European text in its old encoding: few letters beyond ASCII, and nearly all of them these. Short
# texts need this rule: from a few letters nobody can tell one old encoding from another.
WESTERN = frozenset("àâäáãåçèéêëìíîïñòóôöõøùúûüßæœÀÂÄÁÃÅÇÈÉÊËÌÍÎÏÑÒÓÔÖÕØÙÚÛÜÆŒ«»“”„‘’–—…€£§°ºª¿¡·\xa0")
WESTERN_SHARE = 0.95
MOST_WESTERN = 0.4


def decoded(content: bytes, declared: str | None = None) -> tuple[str, str | None]:
    """The text, and a note where it was not UTF-8; raises Unreadable for what is no text.

    ``declared`` is an encoding that the content names itself, tried after UTF-8.
    """
    if not content.strip():
        raise Unreadable("The file is empty.")
    if looks_binary(content[:SAMPLE]):
        raise Unreadable("This is binary data, not text.")
    if content.startswith(UTF_16_MARKS):
        return content.decode("utf-16", errors="replace"), "Not UTF-8; read as utf-16."
    for encoding in ("utf-8-sig", declared):
        try:
            if encoding:
                text = content.decode(encoding)
                return text, None if encoding == "utf-8-sig" else f"Read as {encoding}."
        except (UnicodeError, LookupError):
            continue
    encoding = "cp1252"
    if not looks_western(content):
        best = charset_normalizer.from_bytes(content[:SAMPLE]).best()
        encoding = best.encoding if best else encoding
    return content.decode(encoding, errors="replace"), f"Not UTF-8; read as {encoding}."


def looks_western(content: bytes) -> bool:
    """Whether these bytes read well as Windows-1252, the commonest encoding after UTF-8."""
    others = bytes(byte for byte in content[:MAX_BYTES] if byte > 127)
    letters = others.decode("cp1252", errors="replace")
    known = sum(letter in WESTERN for letter in letters)
    return len(others) <= len(content) * MOST_WESTERN and known >= len(letters) * WESTERN_SHARE


def looks_binary(sample: bytes) -> bool:
    """Whether a sample has bytes that no text has."""
    if sample.startswith(UTF_16_MARKS):
        return False
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in sample)
    return controls > len(sample) * MAX_CONTROL_SHARE
