"""Bytes to text: UTF-8 first, else the likeliest older encoding, else a clear refusal."""

import codecs

import charset_normalizer

from indexer.record import Unreadable

# A whole page of text is well under a megabyte; more is a dump or a mistake.
MAX_BYTES = 10_000_000
# Control characters beyond this share are no text in any encoding.
MAX_CONTROL_SHARE = 0.02
SAMPLE = 20_000


def decoded(content: bytes, declared: str | None = None) -> tuple[str, str | None]:
    """The text, and a note where it was not UTF-8; raises Unreadable for what is no text.

    ``declared`` is an encoding that the content names itself, tried after UTF-8.
    """
    if not content.strip():
        raise Unreadable("The file is empty.")
    if looks_binary(content[:SAMPLE]):
        raise Unreadable("This is binary data, not text.")
    for encoding in ("utf-8-sig", declared):
        try:
            if encoding:
                text = content.decode(encoding)
                return text, None if encoding == "utf-8-sig" else f"Read as {encoding}."
        except (UnicodeDecodeError, LookupError):
            continue
    best = charset_normalizer.from_bytes(content[:SAMPLE]).best()
    encoding = best.encoding if best else "cp1252"
    return content.decode(encoding, errors="replace"), f"Not UTF-8; read as {encoding}."


def looks_binary(sample: bytes) -> bool:
    """Whether a sample has bytes that no text has."""
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return False
    controls = sum(byte < 32 and byte not in b"\t\n\r\f\x1b" for byte in sample)
    return controls > len(sample) * MAX_CONTROL_SHARE
