"""The day of publication: from metadata, else from a dated byline; never from a bare date in the text."""

from datetime import date, timedelta

import regex

from indexer.dates import dates_in, fold_letters, metadata_date
from indexer.draft import Draft
from indexer.steps.step import step

# Words that stand before a page's date; a date must follow within REACH characters.
CUES = regex.compile(
    r"\b(?:publi[eé]e?\b|publie le|mis a jour|mise a jour|posted|published|updated|date|publicado|publicada|actualizado|"
    r"atualizado|postado|pubblicato|pubblicata|aggiornato|veroffentlicht|erschienen|stand|aktualisiert|"
    r"geplaatst|gepubliceerd|bijgewerkt|опубликовано|yayinlanma|yayin tarihi|guncelleme|نشر|تاريخ|بتاريخ|发布|发表)"
)
REACH = 60
# Bylines stand at an article's edges; a line longer than this is prose.
LONGEST_BYLINE = 160
# Names, a place and a clock time may stand beside a byline's date; a sentence may not.
BYLINE_WORDS = 12
PROSE_END = regex.compile(r"\p{Ll}\.$")
DATELINE = regex.compile(
    r"^(?:[^.!?\n]|(?<=\d)\.){0,70}?(?:19|20)\d\d\s*(?:\([^)\n]{2,40}\))?\s*(?=[.:]?\s?[-–—]|\(ots\))"
)
# German press offices begin a headline with their own mark, the day as YYMMDD and a running number:
# « POL-F: 151120 - 912 Frankfurt: … ». Alone, six digits may be anything.
RELEASE = regex.compile(
    r"^\p{Lu}{2,}(?:-[\p{Lu}\d]+)+\s?:\s?(?P<year>\d\d)(?P<month>\d\d)(?P<day>\d\d)[ .–-]{1,5}(?:\d{1,4}\b|\p{L})"
)
# Digitised newspapers begin about here; what lies before is a misreading.
EARLIEST = date(1800, 1, 1)


@step("published", needs=("title", "margins"), fills=("published", "notes"))
def published(draft: Draft) -> None:
    """Fill ``published``; note what was given and is no date."""
    given = draft.record.published
    if given:
        draft.published = plausible(metadata_date(given))
        if draft.published:
            return
        draft.notes.append(f"“{given[:40]}” is no date of publication; it is left out.")
    for line in (*draft.margins, dateline(draft.body)):
        found = byline_date(line)
        if found:
            draft.published = found
            return
    draft.published = release_date(draft.title)


def release_date(title: str) -> date | None:
    """The day in the code that begins the headline of a German press release."""
    match = RELEASE.match(title)
    if not match:
        return None
    try:
        return plausible(date(2000 + int(match["year"]), int(match["month"]), int(match["day"])))
    except ValueError:
        return None


def dateline(body: str) -> str:
    """The beginning of an article that opens with place and date: « Buenos Aires, 14 de junio de 2022 (…).- »."""
    match = DATELINE.match(body[:LONGEST_BYLINE])
    return match[0] if match else ""


def byline_date(line: str) -> date | None:
    """The date of a byline: one that follows a cue, or one in a line that is little more than names and a date."""
    if len(line) > LONGEST_BYLINE:
        return None
    folded = fold_letters(line)
    for day, start, end in dates_in(line):
        cue = any(cue.end() <= start <= cue.end() + REACH for cue in CUES.finditer(folded))
        rest = line[:start] + line[end:]
        if cue or (len(rest.split()) <= BYLINE_WORDS and not PROSE_END.search(rest)):
            return plausible(day)
    return None


def plausible(day: date | None) -> date | None:
    """The day unless it lies before newspapers or after tomorrow."""
    if day is None or not EARLIEST <= day <= date.today() + timedelta(days=2):
        return None
    return day
