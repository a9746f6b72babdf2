"""Where sentences begin and end: one rule for all languages, and for all who cut text.

Only the text around a place is read, so that a long article costs no more than a short one.
"""

import re
import unicodedata
from collections.abc import Iterator

# No sentence is looked for further than this to either side: lists and dumps have no full stops.
REACH = 400
NEAR = 120

# These end a sentence before a blank, those of scripts that write none (or may leave it out) anywhere.
BEFORE_BLANKS = ".!?;…؟‼⁇⁈⁉⸮"
ANYWHERE = "。！？｡۔।॥։።፧፨။។៕܀܁܂᠃᠉᱾᱿⳹߹꓿"
CLOSING = "\"'“”’»›)\\]」』】）》〉＂"
JOINERS = "\u200c\u200d"
LINE_ENDS = "\n\r\x0b\x0c\x85\u2028\u2029"
# One set first: the search for a character of a set is many times as fast as one for alternatives.
END = re.compile(
    rf"[{BEFORE_BLANKS}{ANYWHERE}{LINE_ENDS}](?:"
    rf"(?<=[{BEFORE_BLANKS}])(?P<more>[{BEFORE_BLANKS}]*+)(?:[ \u00a0\u202f]?»|[{CLOSING}])*+\s++"
    rf"|(?<=[{ANYWHERE}])[{ANYWHERE}{BEFORE_BLANKS}]*+[{CLOSING}]*+\s*+"
    rf"|(?<=[{LINE_ENDS}])\s*+)"
)
ENDING = re.compile(rf"[{BEFORE_BLANKS}{ANYWHERE}][{CLOSING} \u00a0\u202f]*\Z")
# What may stand between a blank and the first letter of a sentence.
OPENING = re.compile(r"[\s\"'“‘„«‹(\[¿¡—–-]*+")
LETTERS = re.compile(r"[^\W\d_]++")

# A full stop behind these is theirs; those in small letters are also written with a capital (« Vgl. »). What
# often ends a sentence too (Inc., Jr., etc.) is left out: before a small letter no full stop ends one.
TITLES = """
Mr Mrs Ms Mx Messrs Dr Drs Prof Profs Sen Sens Rep Reps Gov Govs Gen Brig Col Maj Capt Lt Sgt Cpl Pvt Spc Adm
Cmdr Cmdt Det Insp Supt Const Rev Fr Hon Pres Atty Asst Dep St Ste Mt Ft Mme Mlle Mgr Me Sr Sra Srta Sres Dra
Lic Ing Arq Gral Tte Cnel Cap Cmdte Av Avda Pdte Exmo Exma Cel Des Sig Sigg Dott Avv On Mons Geom Rag Uff Hr
Hrn Doç Yrd Sn Org Δρ डॉ प्रो
"""
SHORTENED = """
vs cf viz approx bzw ca ggf vgl evtl inkl zzgl sog geb gest dhr mevr mw ir mr drs resp ang kl prof dr inż gen
płk mjr kpt ul św mio mrd tsd std ул им тыс млн млрд просп проф акад ген полк тов гр вул ім κα
"""
ABBREVIATIONS = frozenset(TITLES.split() + SHORTENED.split() + SHORTENED.title().split())
# These only before a number: « No. 3 », « Sept. 11 ».
NUMBERED = """
No Nos Nr nr Art art Sec Fig Vol vol pp Ch Abs Ziff Rn Tel tel núm Núm num ст рис пп
Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Okt Nov Dec Dez
"""
BEFORE_NUMBERS = frozenset(NUMBERED.split())
# « am 3. Mai », « im 19. Jahrhundert ».
ORDERED = """
Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember Jahrhundert
Jahrhunderts Lebensjahr Strafsenat Zivilsenat Strafkammer
"""
BEHIND_ORDINALS = frozenset(ORDERED.split())
# Behind « U.S. » and « p.m. » only a word that hardly ever continues a name begins a sentence.
BEGINNINGS = """
The He She It They We I This That These Those There A An His Her Their Its In On At But And After According
When While If For As
"""
FIRST_WORDS = frozenset(BEGINNINGS.split())
# One letter more, so that of a longer word no end is taken for one.
LONGEST_ABBREVIATION = 8


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of the sentence that holds ``text[start:end]``, without blanks at its ends.

    At most ``REACH`` characters to either side of what it holds.
    """
    first, last = sentence_start(text, start), sentence_end(text, end)
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last


def sentence_start(text: str, place: int, lowest: int = 0) -> int:
    """Where the sentence of a place begins; no end of another is looked for before ``lowest``."""
    lowest = max(lowest, place - REACH)
    start = lowest
    # Most sentences begin near by, so that little has to be read.
    for near in (place - NEAR, lowest):
        for end in ends(text, max(lowest, near), place):
            start = end
        if start > lowest:
            break
    return behind_blanks(text, start, place)


def behind_blanks(text: str, start: int, end: int) -> int:
    """The first place from ``start`` on where no blank stands."""
    while start < end and text[start].isspace() and not is_joined(text, start + 1):
        start += 1
    return start


def is_joined(text: str, place: int) -> bool:
    """Whether what stands at a place is a mark or a joiner on the letter before it."""
    c = text[place : place + 1]
    return c >= "\u0300" and (unicodedata.category(c)[0] == "M" or c in JOINERS)


def sentence_end(text: str, place: int) -> int:
    """Where the sentence that goes on at a place ends, without blanks; ``REACH`` further if none is found."""
    highest = min(len(text), place + REACH)
    end = next(ends(text, place, highest), highest)
    if end < highest or highest == len(text):
        while end > place and text[end - 1].isspace():
            end -= 1
    return end


def has_end(text: str) -> bool:
    """Whether a piece of text ends as a sentence does: headings and menus do not."""
    return ENDING.search(text) is not None


def ends(text: str, start: int, end: int) -> Iterator[int]:
    """The places within a stretch of text where a sentence and the blanks behind it end."""
    for match in END.finditer(text, start, end):
        if (match["more"] is None or is_end(text, match)) and not is_joined(text, match.end()):
            yield match.end()


def is_end(text: str, match: re.Match[str]) -> bool:
    """Whether punctuation before a blank ends a sentence: what stands around it tells."""
    if not match[0].isprintable() and any(c in LINE_ENDS for c in match[0]):
        return True
    opening = OPENING.match(text, match.end())
    following = opening.end() if opening else match.end()
    if text[following : following + 1].islower():
        return False
    mark = text[match.start()] + match["more"]
    if mark == ";":  # the Greek question mark looks the same
        return "\u0370" <= text[match.start() - 1 : match.start()] <= "\u03ff"
    if mark != ".":
        return True
    word = word_before(text, match.start())
    before = text[match.start() - len(word) - 1 : match.start() - len(word)]
    first = LETTERS.match(text, following)
    if not word:
        return not (before.isdigit() and first and first[0] in BEHIND_ORDINALS)
    if is_initial(word) and not before.isdigit():
        return before == "." and first is not None and first[0] in FIRST_WORDS
    if word in BEFORE_NUMBERS:
        return not text[following : following + 1].isdigit()
    return word not in ABBREVIATIONS


def word_before(text: str, end: int) -> str:
    """The letters before a place, with their marks; of a long word its end."""
    start = end
    while start and end - start < LONGEST_ABBREVIATION and is_letter(text[start - 1]):
        start -= 1
    return text[start:end]


def is_letter(c: str) -> bool:
    """Whether this is a letter, or a mark on one."""
    return c.isalpha() or unicodedata.category(c)[0] == "M"


def is_initial(word: str) -> bool:
    """Whether a word is one letter that stands for a longer word; one of Korean is a word itself."""
    return len(word) == 1 and (word.isupper() or word.islower() or "\u0620" <= word <= "\u064a")
