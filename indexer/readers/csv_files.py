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
    names: list[str] | None = None
    while True:
        line = rows.line_num + 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            # The reader goes on with the line after the broken one.
            yield Failure(file, f"This is not CSV: {error}", line)
            continue
        if names is None:
            names = [name.strip().lower() for name in row]
            if not {"body", "text", "title"} & set(names):
                yield Failure(file, 'The first row must name the columns, "title" and "body" among them.', 1)
                return
        elif any(cell.strip() for cell in row):
            yield read_row(names, row, file, line, note)


def read_row(names: list[str], row: list[str], file: str, line: int, note: str | None) -> Record | Failure:
    if len(row) > len(names):
        reason = f"The row has {len(row)} cells, the header names {len(names)}."
        return Failure(file, reason, line, str(row)[:500])
    try:
        return record_of(dict(zip(names, row, strict=False)), file, line, note)
    except Unreadable as error:
        return Failure(file, str(error), line, str(row)[:500])
