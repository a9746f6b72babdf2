"""Readers: one small file per format, each a generator of records and failures."""

from indexer.readers.paths import FORMATS, Reading, Source, sources

__all__ = ["FORMATS", "Reading", "Source", "sources"]
