"""Names in scripts with capitals: after a title, with a given name, or told by what stands around."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

import regex

from indexer.persons.found import Found
from indexer.persons.lists import (
    bears_names,
    comparable,
    doubtful_first_names,
    first_words_of_roles,
    is_first_name,
    is_no_name,
    is_surname,
    surnames,
    titles,
)
from indexer.persons.segments import Segment, Word
from indexer.persons.titles import follows_title
from indexer.surface_index import folded

LONGEST_NAME = 5  # words, particles aside
LONGEST_UNKNOWN = 3  # words of a name that no list knows
# Nouns have capitals, so that a name ends with the first word that is no given name.
LANGUAGES_OF_CAPITAL_NOUNS = frozenset({"de", "lb"})
# Particles that join names wherever they stand; others only join what follows given names, since they mean
# "of" as well: "Robyn Christie de Melrose".
ALWAYS_JOINING = frozenset("al el ben bin bint ibn ould abu bou".split())  # noqa: SIM905
PORTUGUESE_JOINING = frozenset("da de do dos das".split())  # noqa: SIM905
AGE = regex.compile(
    r"(?:,? \((?:aged )?\d{1,2}\)"
    r"|, (?:aged |de |d[’'])?\d{1,2}(?:,| ans| años| anos| anni| Jahre| jaar|-year| years| yaşında))"
)
ROLE = regex.compile(r",? (?:the |an? |le |la |l[’']|el |il |lo |der |die |de |o )?([\p{L}-]{3,})")
SPEAKS = regex.compile(
    r",? (?:said|says|told|added|explained|testified|tweeted"
    r"|a (?:déclaré|dit|expliqué|affirmé|indiqué|ajouté|précisé)"
    r"|dijo|afirmó|declaró|explicó|aseguró|señaló|manifestó|añadió"
    r"|disse|afirmou|declarou|explicou|ha (?:detto|dichiarato|spiegato|affermato|aggiunto)"
    r"|sagte|sagt|erklärte|zei|zegt|vertelde|verklaarde)\b"
)
SPOKE = regex.compile(
    r"(?:said|says|told|added|explained|déclare|déclaré|explique|affirme|dit|ajoute|précise|dijo|afirmó|declaró|explicó"
    r"|aseguró|señaló|disse|afirmou|declarou|explicou|detto|dichiarato|spiegato|affermato|dice|spiega|sagte|sagt"
    r"|erklärte|betonte|zei|zegt|aldus|vertelt) $"
)
LONGEST_VERB = 14
NEW_SENTENCE = regex.compile(r"(?:^|[.!?:…\n\"“”„«»‘(\[–—-])\s*$")
# Endings of German nouns for persons and things, which the surname of a person may follow.
GERMAN_NOUN = regex.compile(
    r".{4,}(?:innen|in|er|ung|chef|leiter|sprecher|beamte[rn]?|gruppe|stadt|platz|haus|keit|heit|schaft|rat|team)"
)


@dataclass
class Reading:
    """What is told of an article before its names are read."""

    language: str | None
    # Words that stand alone somewhere: a surname again, most of all.
    alone: set[str] = field(default_factory=set)


def words_alone(segments: Iterable[Segment]) -> set[str]:
    """The words that stand without another, those aside that only begin a sentence: "Later Qwertz fled"."""
    alone = set()
    for segment in segments:
        if len(segment) == 1 or (len(segment) == 2 and is_no_name(segment[0].text)):
            alone.add(segment[-1].text)
    return alone


def headline(text: str, segments: list[Segment]) -> bool:
    """Whether a text writes most words with capitals, as English headlines do."""
    words = sum(len(segment) for segment in segments)
    return words > 3 and words * 2 > text.count(" ") + 1


def names_in(text: str, part: str, segments: list[Segment], reading: Reading) -> Iterator[Found]:
    """The names in a text, in order."""
    known = titles(reading.language)
    tight = reading.language in LANGUAGES_OF_CAPITAL_NOUNS or (part == "title" and headline(text, segments))
    for segment in segments:
        if len(segment) == 1:
            word = segment[0]
            if (
                follows_title(text, word.start, known)
                and not is_no_name(word.text)
                and word.end - word.start > 2
            ):
                yield made(text, part, segment, "title")
            continue
        rest = segment
        while rest:
            begun = beginning(text, rest, known)
            if begun is None:
                yield from unknown(text, part, rest, reading, tight)
                break
            start, rule = begun
            name = cut(text, rest[start:], reading, tight)
            after = rest[start + len(name) :]
            if fits(text, name, rule) and not beside_bearer(text, rest, start, name):
                yield made(text, part, name, rule)
            rest = after


def made(text: str, part: str, name: Segment, rule: str) -> Found:
    start, end = name[0].start, name[-1].end
    return Found(part, start, end, tuple(word.text for word in name), text[start:end], rule)


def beginning(text: str, segment: Segment, known: frozenset[str]) -> tuple[int, str] | None:
    """Where in a segment a name begins, and by which rule."""
    first = next(
        (i for i, word in enumerate(segment[:-1]) if is_first_name(word.text) and not is_no_name(word.text)),
        None,
    )
    # The last word that follows a title: "Detective Superintendent Ross" has two. Not behind a given name,
    # where the title is a name: "Martin Luther King Smith".
    last = len(segment) - 1 if first is None else first
    for i in range(last, -1, -1):
        if follows_title(text, segment[i].start, known) and not is_no_name(segment[i].text):
            return i, "title"
    if first is None:
        return None
    if first and (
        is_initial(segment[first - 1]) or comparable(segment[first - 1].text) in doubtful_first_names()
    ):
        first -= 1
    return first, "first name"


def first_particle(text: str, last: Word, word: Word) -> str:
    """The first particle between two words of a segment; none where only blanks are."""
    return next(iter(text[last.end : word.start].lower().split()), "")


def is_initial(word: Word) -> bool:
    return word.text.endswith(".")


def cut(text: str, words: Segment, reading: Reading, tight: bool) -> Segment:
    """The words from the first on that make one name."""
    name = [words[0]]
    given = is_first_name(words[0].text) or is_initial(words[0])
    for word in words[1:LONGEST_NAME]:
        last = name[-1]
        if word.start - last.end > 1 and not given:
            particle = first_particle(text, last, word)
            joining = particle in ALWAYS_JOINING or (
                reading.language == "pt" and particle in PORTUGUESE_JOINING
            )
            if particle and (tight or not joining):
                break
        if is_no_name(word.text) and not (given and comparable(word.text) in surnames()):
            break
        if word.text.isupper() and len(word.text) > 1 and not is_initial(word) and not last.text.isupper():
            break  # Jeane Freeman MSP
        own = is_first_name(word.text) or is_initial(word)
        if tight and not given and not own:
            break
        if tight and not given and own and len(name) > 1:
            break
        name.append(word)
        given = given and own
    while len(name) > 1 and is_initial(name[-1]):
        name.pop()
    if reading.language in LANGUAGES_OF_CAPITAL_NOUNS and len(name) > 1:
        name[-1] = without_genitive(text, name[-1], reading.alone)
    return name


def without_genitive(text: str, word: Word, alone: set[str]) -> Word:
    """A surname without the German ending of the genitive: "Brett Kavanaughs Zukunft"."""
    bare = word.text[:-1]
    if (
        not word.text.endswith("s")
        or len(bare) < 3
        or bare[-1] in "sxzß"
        or comparable(word.text) in surnames()
    ):
        return word
    follows = text[word.end : word.end + 2]
    belongs = follows[:1] == " " and follows[1:].isupper()
    if belongs or comparable(bare) in surnames() or bare in alone:
        return Word(word.start, word.end - 1, bare)
    return word


def fits(text: str, name: Segment, rule: str) -> bool:
    """Whether what was cut may be a person's name."""
    if rule == "first name":
        if len(name) < 2:
            return False
        # A line in capitals tells no names from other words.
        return not text[name[0].start : name[-1].end].isupper()
    if all(is_initial(word) for word in name):
        return False  # a suspect whom the press does not name: R. M.
    return len(name[0].text) > 1 or len(name) > 1


def beside_bearer(text: str, segment: Segment, start: int, name: Segment) -> bool:
    """Whether a name is that of a thing: rue Victor Hugo, the Rachel Maddow Show."""
    after = start + len(name)
    if after < len(segment) and segment[after].start - name[-1].end == 1 and bears_names(segment[after].text):
        return True
    if start:
        return bears_names(segment[start - 1].text)
    before = text[max(0, name[0].start - 24) : name[0].start]
    if not before or before[-1] not in " \u00a0" or before[-2:-1] in ".,;:":
        return False
    return bears_names(before.split()[-1]) if before.split() else False


def unknown(text: str, part: str, segment: Segment, reading: Reading, tight: bool) -> Iterator[Found]:
    """A name that begins with no known given name, where something else tells that it is one."""
    name = free_words(text, segment)
    if not 2 <= len(name) <= LONGEST_UNKNOWN or (tight and len(name) != 2):
        return
    start, end = name[0].start, name[-1].end
    if any(word.text.isupper() and not is_initial(word) for word in name) or all(map(is_initial, name)):
        return
    if beside_bearer(text, segment, segment.index(name[0]), name):
        return
    rule = evidence(text, name, reading, tight, start, end)
    if rule:
        yield made(text, part, name, rule)


def free_words(text: str, segment: Segment) -> Segment:
    """The words of a segment up to its first that belongs to no name, leading ones left out."""
    name: Segment = []
    for word in segment:
        if is_no_name(word.text) and not (name and comparable(word.text) in surnames()):
            if name:
                return []
            continue
        if name and word.start - name[-1].end > 1:
            particle = first_particle(text, name[-1], word)
            if particle and particle not in ALWAYS_JOINING and len(name) > 1:
                return name
        name.append(word)
    return name


def evidence(text: str, name: Segment, reading: Reading, tight: bool, start: int, end: int) -> str | None:
    """What tells that capitalised words are a person's name, if anything does."""
    first, last = name[0].text, name[-1].text
    if AGE.match(text, end):
        return "age"
    if tight and GERMAN_NOUN.fullmatch(first):
        return None
    begins = NEW_SENTENCE.search(text[max(0, start - 3) : start]) is not None
    doubtful = comparable(first) in doubtful_first_names() or is_initial(name[0])
    if (doubtful or not begins) and is_surname(last):
        return "surname"
    if tight:
        return None
    if doubtful and not begins:
        return "first name"
    role = ROLE.match(text, end) if text[end : end + 1] == "," else None
    if role and folded(role[1]) in roles(reading.language):
        return "role"
    if len(name) == 2 and (
        SPEAKS.match(text, end) or SPOKE.search(text[max(0, start - LONGEST_VERB) : start])
    ):
        return "said"
    if last in reading.alone and first not in reading.alone and (not begins or is_surname(last)):
        return "repeated"
    return None


@cache
def roles(language: str | None) -> frozenset[str]:
    return first_words_of_roles(language) | first_words_of_roles("en")
