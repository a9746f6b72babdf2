"""What is the article on a scraped page: its title and body; the rest of the page is its margins.

The rules look at lines. A ticker, a button or a comment form is known by how it begins; the body starts
at the first line of prose, and the title is the line above it that reads like one (a line that stands
there twice is the title outright). A record that a reader has already divided only loses blanks.
"""

import unicodedata
from functools import lru_cache

import regex

from indexer.dates import dates_in
from indexer.draft import Draft
from indexer.readers.objects import MAX_BODY
from indexer.steps.boilerplate_phrases import ASIDE, FURNITURE, TAIL
from indexer.steps.step import step
from vocabulary.folding import fold, lower, plain_words

# A line of this many words is prose, not a headline or a menu. Scripts without blanks count
# three letters as a word.
PROSE_WORDS = 25
TITLE_WORDS = range(2, 41)
LONGEST_TITLE = 300
# A title stands among this many lines.
TOP_LINES = 200
# Furniture is short; prose that happens to begin with such a word is not.
FURNITURE_WORDS = 12

# A headline of so many letters at least, and so much of the page's title, is no section or publisher.
LEAST_HEADLINE = 8
HEADLINE_SHARE = 0.45
# So many lines of so few words, one after the other, are a menu: prose broken at its links has longer ones.
LINK_WORDS = 4
MENU_LINES = 5

# Widths at which lines are broken by hand, and the share of such lines that tells a wrapped text.
WRAP_WIDTHS = range(40, 91)
WRAPPED_SHARE = 0.6

# A menu has several separators; a byline a date; a cookie notice says so.
SEPARATOR = regex.compile(r"\s[|·•>»/]\s")
LIST_MARK = regex.compile(r"[-–—•]\s")
MENU_WORDS = 20
BYLINE_WORDS = 16
TAIL_WORDS = 6
COOKIES = regex.compile(
    r"\bcookies?\b.*\b(?:accept|polic|use|experience|utiliz|utilis|aceptar|verwend|zustimm|gebruik|propias|terz|naviga)"
    r"|\b(?:use|utiliz|utilis|verwend|gebruik)\w*\b.{0,30}\bcookies?\b",
    regex.IGNORECASE,
)
COOKIE_WORDS = 40

TICKER = regex.compile(r"^\W*\d{1,2}[:h]\d{2}\s*\S")
RUN_OF_BLANKS = regex.compile(r"\s{4,}")
UNSPACED = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}]")
SENTENCE_END = regex.compile(r"[.!?؟。！？…][\"'”’»)\]]*$")
# Control characters become blanks; hints for breaking lines inside words go: `Poli\u00adzei` is one word.
UNSEEN: dict[int, str | None] = {
    **dict.fromkeys((*range(10), *range(11, 32), *range(127, 160), 0x2028, 0x2029), " "),
    **dict.fromkeys((0xAD, 0x200B, 0xFEFF, 0x2060), None),
}
ANY_UNSEEN = regex.compile(f"[{''.join(map(chr, UNSEEN))}]")
# Three runs of four blanks lose nine of them when tidied: a shorter loss is no ticker.
LEAST_RUNS = 9
# The first letter of the scripts that are written without blanks.
FIRST_UNSPACED = "\u0e00"


@step("boilerplate", fills=("title", "body", "margins", "notes"))
def boilerplate(draft: Draft) -> None:
    """Fill ``title``, ``body`` and ``margins``; both are in NFC, lines divided by a blank line."""
    record = draft.record
    draft.notes.extend(record.notes)
    text = record.text
    if len(text) > MAX_BODY:
        draft.notes.append(f"The text is cut after {MAX_BODY:,} of {len(text):,} characters.")
        text = text[:MAX_BODY]
    lines = tidy_lines(text)
    if record.scraped:
        draft.title, body, draft.margins = divided(lines)
    else:
        draft.title = " ".join(tidy_lines(record.title or ""))
        # Extracted pages often begin with their own headline.
        body = lines[1:] if lines[1:] and lines[0] == draft.title else lines
    if not draft.title:
        draft.title = title_from(body)
    draft.title = draft.title[:LONGEST_TITLE]
    draft.body = "\n\n".join(body)


def tidy_lines(text: str) -> list[str]:
    """The lines of a text without empty ones, control characters and runs of blanks, in NFC."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if ANY_UNSEEN.search(text):
        text = text.translate(UNSEEN)
    lines: list[str] = []
    for line in unwrapped(text.split("\n")):
        tidied = " ".join(line.split())
        pieces = RUN_OF_BLANKS.split(line.strip()) if len(line) - len(tidied) >= LEAST_RUNS else ()
        # Four or more pieces on a line are a ticker or a menu that was one line each.
        if len(pieces) >= 4:
            lines.extend(" ".join(piece.split()) for piece in pieces)
        elif tidied:
            lines.append(tidied)
    return lines


def unwrapped(lines: list[str]) -> list[str]:
    """Lines broken at a fixed width, as newswires and mails are, joined to paragraphs again.

    A paragraph begins after an empty line, at an indented line, or after a short line.
    """
    filled = [len(line) for line in lines if line.strip()]
    full = sum(length in WRAP_WIDTHS for length in filled)
    if len(filled) < 4 or max(filled) > WRAP_WIDTHS.stop or full < len(filled) * WRAPPED_SHARE:
        return lines
    paragraphs: list[str] = []
    going_on = False
    for line in lines:
        if going_on and line.strip() and not line.startswith(("   ", "\t")):
            paragraphs[-1] += " " + line.strip()
        else:
            paragraphs.append(line.strip())
        going_on = len(line) in WRAP_WIDTHS
    return paragraphs


def divided(lines: list[str]) -> tuple[str, list[str], tuple[str, ...]]:
    """Title, body lines and margin lines of a page."""
    twice = repeated_title(lines)
    announced = announced_title(lines)
    above = 0 if announced is None else announced
    start = next((i for i in range(above, len(lines)) if is_prose(lines[i]) and lines[i] != twice), None)
    end = tail_start(lines, start)
    if start is None:
        start = above + first_sentence(lines[above:end])
    title_at = find_title(lines, start) if announced is None else announced
    head = [line for i, line in enumerate(lines[:start]) if title_at is None or i < title_at]
    between = [] if title_at is None else lines[title_at + 1 : start]
    title = "" if title_at is None else lines[title_at]
    inside, menus = without_menus([*between, *lines[start:end]])
    body, cut = without_asides(inside, title)
    margins = (*head, *menus, *cut, *lines[end:])
    return title, body, margins


def announced_title(lines: list[str]) -> int | None:
    """The index of the headline that the page's own title names: « Headline | The Courier » is its first line."""
    if len(lines) < 2 or len(lines[0]) > LONGEST_TITLE:
        return None
    announced = plain_words(lines[0])
    best, found = LEAST_HEADLINE - 1, None
    for i in range(1, len(lines)):
        line = lines[i]
        if best < len(line) <= len(lines[0]) + 2 and words(line) > 1:
            plain = plain_words(line)
            if plain and (announced.startswith(plain) or announced.endswith(plain)) and len(plain) > best:
                best, found = len(plain), i
    # A name of the publisher is the smaller part of a page's title.
    return found if best >= len(announced) * HEADLINE_SHARE else None


def without_menus(lines: list[str]) -> tuple[list[str], list[str]]:
    """Lines without long runs of very short ones, nor short ones at the end: menus and lists of links."""
    kept: list[str] = []
    cut: list[str] = []
    run: list[str] = []
    for line in lines:
        if words(line) <= LINK_WORDS and not SENTENCE_END.search(line):
            run.append(line)
            continue
        (cut if len(run) >= MENU_LINES else kept).extend(run)
        run = []
        kept.append(line)
    last = len(kept)
    while last and words(kept[last - 1]) < PROSE_WORDS and not SENTENCE_END.search(kept[last - 1]):
        last -= 1
    if not last:
        return [*kept, *run], cut
    return kept[:last], [*cut, *kept[last:], *run]


def repeated_title(lines: list[str]) -> str | None:
    """A long title that stands there twice, before any other prose: it is no prose itself."""
    prose = [line for line in lines[:TOP_LINES] if is_prose(line)][:2]
    twice = len(prose) == 2 and prose[0] == prose[1] and words(prose[0]) in TITLE_WORDS
    return prose[0] if twice and len(prose[0]) <= LONGEST_TITLE else None


def tail_start(lines: list[str], start: int | None) -> int:
    """Where the page's end begins: the first tail phrase after the first prose."""
    for i in range(0 if start is None else start, len(lines)):
        if (
            (start is None or i > start)
            and words(lines[i]) <= PROSE_WORDS
            and begins_with(lines[i], TAIL_BEGINNINGS)
        ):
            return i if i else len(lines)
    return len(lines)


def first_sentence(lines: list[str]) -> int:
    """On a page without long lines: the first that ends like a sentence and is not the first line."""
    found = (i for i, line in enumerate(lines) if i and SENTENCE_END.search(line) and not is_margin(line))
    return next(found, min(1, len(lines)))


def find_title(lines: list[str], start: int) -> int | None:
    """The index of the title among the lines above the body."""
    candidates = [i for i in range(start) if words(lines[i]) in TITLE_WORDS and not is_margin(lines[i])]
    first: dict[str, int] = {}
    for i, line in enumerate(lines[:start]):
        first.setdefault(line, i)
    for i in reversed(candidates):
        if first[lines[i]] < i:
            return i
    if not candidates:
        return None
    return candidates[0] if no_menu(lines, candidates) else candidates[-1]


def no_menu(lines: list[str], candidates: list[int]) -> bool:
    """Whether all candidates read as title and subtitles rather than as a menu above the title."""
    return len(candidates) <= 3 and all(words(lines[i]) >= 4 for i in candidates)


def without_asides(lines: list[str], title: str) -> tuple[list[str], list[str]]:
    """The body without furniture, repeats of the title and other articles' headlines."""
    kept: list[str] = []
    cut: list[str] = []
    aside = False
    for line in lines:
        if words(line) <= PROSE_WORDS and begins_with(line, ASIDE_BEGINNINGS):
            aside = True
            cut.append(line)
        elif (
            is_margin(line)
            or line == title
            or (aside and words(line) < PROSE_WORDS and not SENTENCE_END.search(line))
        ):
            cut.append(line)
        else:
            aside = False
            kept.append(line)
    return kept, cut


def is_margin(line: str) -> bool:
    """Whether a line is page furniture: a ticker, a menu, a button, a byline."""
    count = words(line)
    if count > COOKIE_WORDS:
        return bool(TICKER.match(line))
    if count <= TAIL_WORDS and LIST_MARK.match(line):
        return True
    if count <= MENU_WORDS and len(SEPARATOR.findall(line)) >= 2:
        return True
    if count <= BYLINE_WORDS and any(dates_in(line)) and not SENTENCE_END.search(line):
        return True
    if COOKIES.search(line):
        return True
    if count <= TAIL_WORDS and begins_with(line, TAIL_BEGINNINGS):
        return True
    if TICKER.match(line):
        return True
    return words(line) <= FURNITURE_WORDS and (
        begins_with(line, FURNITURE_BEGINNINGS)
        or begins_with(line, ASIDE_BEGINNINGS)
        or begins_with(line, BYLINE_BEGINNINGS)
    )


BYLINE = (
    "published", "posted", "updated", "by ", "publie ", "publiee ", "par ", "mis a jour", "publicado", "por ", "actualizado",
    "atualizado", "pubblicato", "di ", "aggiornato", "veroffentlicht", "von ", "stand:", "aktualisiert", "gepubliceerd",
    "door ", "نشر", "بقلم", "كتب", "опубликовано", "yayinlanma", "发布", "来源",
)  # fmt: skip


def begins_with(line: str, phrases: tuple[str, ...]) -> bool:
    """Whether a line begins with one of the folded phrases, as a word, whatever stands before its first letter."""
    start = beginning(line[:60])
    if not start.startswith(phrases):
        return False
    for phrase in phrases:
        if start.startswith(phrase):
            following = start[len(phrase) : len(phrase) + 1]
            if not following.isalnum() or not phrase[-1:].isalnum() or UNSPACED.match(phrase):
                return True
    return False


@lru_cache(maxsize=1000)
def beginning(text: str) -> str:
    """The beginning of a line as it is compared."""
    return fold(lower(text)).lstrip("-–—•|>»* \t")


def folded(phrases: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(fold(lower(phrase)) for phrase in phrases)


TAIL_BEGINNINGS, ASIDE_BEGINNINGS = folded(TAIL), folded(ASIDE)
FURNITURE_BEGINNINGS, BYLINE_BEGINNINGS = folded(FURNITURE), folded(BYLINE)


@lru_cache(maxsize=1000)
def words(line: str) -> int:
    """How many words a line has; three letters of a script without blanks count as one."""
    if not line or line.isascii() or max(line) < FIRST_UNSPACED:
        return len(line.split())
    unspaced = len(UNSPACED.findall(line))
    return len(UNSPACED.sub(" ", line).split()) + unspaced // 3 if unspaced else len(line.split())


def is_prose(line: str) -> bool:
    return (
        words(line) >= PROSE_WORDS and not TICKER.match(line) and not begins_with(line, FURNITURE_BEGINNINGS)
    )


def title_from(body: list[str]) -> str:
    """A title for a text that has none: its first sentence, cut between words."""
    if not body:
        return ""
    first = body[0]
    end = regex.search(r"(?<=[.!?؟。！？])\s|[。！？]", first)
    sentence = first[: end.end()].strip() if end else first
    return sentence if len(sentence) <= 120 else sentence[:120].rsplit(" ", 1)[0] + " …"
