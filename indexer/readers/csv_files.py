"""``.csv``: a header that names the columns, then an article a row."""

import csv
import io
from collections.abc import Iterator
from typing import IO

from indexer.readers.decoding import decoded
from indexer.readers.objects import MAX_BODY, record_of
from indexer.record import Failure, Record, Unreadable

# Separators of the tables that people export: commas, or what spreadsheets of other languages use.
SEPARATORS = ",;\t|"


def read_csv(stream: IO[bytes], file: str) -> Iterator[Record | Failure]:
    """One article a row; line numbers count the file's lines, as editors do."""
    try:
        text, note = decoded(stream.read())
    except Unreadable as error:
        yield Failure(file, str(error))
        return
    csv.field_size_limit(max(csv.field_size_limit(), MAX_BODY * 4))
    header = text.split("\n", 1)[0]
    separator = max(SEPARATORS, key=header.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        names = [name.strip().lower() for name in next(rows)]
        if not {"body", "text", "title"} & set(names):
            yield Failure(file, 'The first row must name the columns, "title" and "body" among them.', 1)
            return
        line = rows.line_num + 1
        for row in rows:
            if any(cell.strip() for cell in row):
                yield read_row(names, row, file, line, note)
            line = rows.line_num + 1
    except csv.Error as error:
        yield Failure(file, f"This is not CSV: {error}", rows.line_num)


def read_row(names: list[str], row: list[str], file: str, line: int, note: str | None) -> Record | Failure:
    if len(row) > len(names):
        reason = f"The row has {len(row)} cells, the header names {len(names)}."
        return Failure(file, reason, line, str(row)[:500])
    try:
        record = record_of(dict(zip(names, row, strict=False)), file, line)
    except Unreadable as error:
        return Failure(file, str(error), line, str(row)[:500])
    return record if note is None else replace_notes(record, note)


def replace_notes(record: Record, note: str) -> Record:
    from dataclasses import replace

    return replace(record, notes=(*record.notes, note))
