"""Persons: capitalised names after a title or beginning with a given name, and their surnames again.

No model: the rules need capitals, so they read Latin, Cyrillic and Greek script; Arabic names are found
after titles. A later mention by surname counts as the full name found before.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import regex

from article_index.article import Mention
from indexer.draft import PARTS, Draft
from indexer.steps.step import step
from indexer.surface_index import folded
from vocabulary.concepts import records
from vocabulary.folding import fold, lower

# Titles are looked for in this many characters and words before a name.
LONGEST_TITLE = 60
TITLE_WORDS = 6
LONGEST_NAME = 5  # words, particles aside
# A capitalised word, with apostrophes and hyphens inside: O'Neill, El-Hassan, N'golo. Small letters after
# an apostrophe that follows more than one letter are an ending: Trump's, Kavanaugh'ın.
NAME_WORD = regex.compile(
    r"\p{Lu}\.|\p{Lu}(?:['’]\p{L})?[\p{L}\p{M}]*(?:(?:['’](?=\p{Lu})|-)\p{L}[\p{L}\p{M}]*)*"
)
PARTICLES = frozenset(
    "de del della dei di da do dos das du des la le van von der den ter ten zu zur el al ben bin bint ibn ould abu bou y e".split()  # noqa: SIM905
)
# A list of thousands of one family is no article; comparing each with each must not stop a load.
MOST_NAMESAKES = 50
ARABIC_WORD = regex.compile(r"\p{Arabic}[\p{Arabic}\p{M}]*", regex.V1)
# Arabic names are two words, more where one of these asks for the next.
ARABIC_LINKS = frozenset("عبد بن ابن بنت ابو ام ال ولد ايت بو".split())  # noqa: SIM905
# Words that make a title before them part of an institution: General Directorate, Prosecutor's Office.
INSTITUTIONS = frozenset(
    [
        "directorate",
        "direction",
        "directorat",
        "dirección",
        "direccion",
        "direcao",
        "direzione",
        "direktion",
        "assembly",
        "council",
        "court",
        "office",
        "department",
        "secretariat",
        "command",
        "staff",
        "inspectorate",
        "prosecutor",
        "prosecution",
        "motors",
        "electric",
        "police",
        "commissioner",
        "minister",
        "ministry",
        "committee",
        "commission",
        "general",
        "intelligence",
        "counsel",
        "manager",
    ]
)
ARABIC_NO_NAMES = frozenset("أن إن في من على إلى عن مع الذي التي قد لم كان بعد خلال".split())  # noqa: SIM905
DOUBLED = regex.compile(r"(\p{L})\1")
BLANKS = regex.compile(r"[ \u00a0]+")
Word = regex.Match[str]


@dataclass(frozen=True)
class Found:
    """A full name where it stands."""

    where: str
    start: int
    end: int
    words: tuple[str, ...]
    text: str
    rule: str


@step("persons", needs=("title", "body", "language", "surfaces"), fills=("persons", "mentions"))
def persons(draft: Draft) -> None:
    """Fill ``persons`` with canonical names, those named most first."""
    found: list[Found] = []
    for part in PARTS:
        text = draft.part(part)
        taken = bytearray(len(text))
        for s in draft.surfaces:
            if s.where == part and s.kind in ("place", "agency", "shared"):
                taken[s.start : s.end] = b"\1" * (s.end - s.start)
        if draft.language in ("ar", "fa", "ur"):
            found.extend(arabic_names(text, part, taken))
        else:
            found.extend(names_in(text, part, draft.language, taken))
    canonical = canonical_names(found)
    counts: Counter[str] = Counter()
    for name in found:
        person = canonical.get(key(name.words))
        if person:
            counts[person] += 1
            draft.mentions.append(
                Mention("persons", person, name.text, name.start, name.end, name.rule, name.where)
            )
    note_surnames(draft, found, canonical, counts)
    draft.persons = tuple(person for person, _ in counts.most_common())


def names_in(text: str, part: str, language: str | None, taken: bytearray) -> Iterator[Found]:
    """Full names (and single surnames after a title) in a text with capitals."""
    known = titles(language)
    for run in runs(text):
        run = [word for word in run if not overlaps(word, taken)]
        if not run:
            continue
        # The last word that follows a title: "Detective Superintendent Ross" has two.
        titled = [i for i, word in enumerate(run) if follows_title(text, word.start(), known)]
        start = titled[-1] if titled else None
        if start is not None and fold(lower(run[start][0])) in INSTITUTIONS:
            start = None
        rule = "title"
        if start is None:
            start = next(
                (i for i, word in enumerate(run[:-1]) if is_first_name(word[0]) and len(word[0]) > 1), None
            )
            rule = "first name"
        if start is None:
            continue
        words = trimmed(run[start:])
        if rule == "first name" and len([w for w in words if w[0] not in PARTICLES]) < 2:
            continue
        if text[words[0].start() : words[-1].end()].isupper() and rule == "first name":
            continue  # a line in capitals tells no names from other words
        yield found_at(text, part, words, rule)


def found_at(text: str, part: str, words: list[Word], rule: str) -> Found:
    start, end = words[0].start(), words[-1].end()
    return Found(part, start, end, tuple(word[0] for word in words), text[start:end], rule)


def runs(text: str) -> Iterator[list[Word]]:
    """Capitalised words that follow each other with only blanks or particles between."""
    run: list[Word] = []
    for word in NAME_WORD.finditer(text):
        if word.start() and text[word.start() - 1].isalnum():
            continue
        if run:
            between = text[run[-1].end() : word.start()]
            joins = [piece for piece in BLANKS.split(between.strip()) if piece]
            particles = len(joins) <= 2 and all(p.lower() in PARTICLES for p in joins)
            if "\n" in between or not particles:
                yield run
                run = []
        run.append(word)
    if run:
        yield run


def trimmed(words: list[Word]) -> list[Word]:
    """A run cut to the length of a name, without an initial at its end."""
    words = words[:LONGEST_NAME]
    while len(words) > 1 and words[-1][0].endswith("."):
        words = words[:-1]
    return words


def overlaps(word: Word, taken: bytearray) -> bool:
    """Whether a word belongs to the name of a place or an agency; ``taken`` has a 1 for each letter of those."""
    return 1 in taken[word.start() : word.end()]


def arabic_names(text: str, part: str, taken: bytearray) -> Iterator[Found]:
    """Two words or more after a title in Arabic."""
    known = titles("ar")
    for first in ARABIC_WORD.finditer(text):
        if not follows_title(text, first.start(), known):
            continue
        words: list[Word] = []
        position = first.start()
        wanted = 2
        while len(words) < wanted and len(words) < LONGEST_NAME:
            word = ARABIC_WORD.match(text, position)
            if not word or overlaps(word, taken):
                break
            words.append(word)
            wanted += fold(word[0]) in ARABIC_LINKS
            blank = BLANKS.match(text, word.end())
            position = blank.end() if blank else len(text)
        if len(words) >= 2 and not fold(words[0][0]).startswith("ال") and words[0][0] not in ARABIC_NO_NAMES:
            yield found_at(text, part, words, "title")


def canonical_names(found: list[Found]) -> dict[tuple[str, ...], str]:
    """Names by key to the form that readers are shown: the longest that ends alike, else the first."""
    full = [name for name in found if len(name.words) > 1]
    forms: dict[tuple[str, ...], str] = {}
    for name in full:
        forms.setdefault(key(name.words), spelled(name.text))
    namesakes: dict[str, list[tuple[str, ...]]] = {}
    for own in forms:
        same = namesakes.setdefault(own[-1], [])
        if len(same) < MOST_NAMESAKES:
            same.append(own)
    canonical = {}
    for own in forms:
        longer = [k for k in namesakes[own[-1]] if len(k) > len(own) and set(own) <= set(k)]
        canonical[own] = forms[max(longer, key=len)] if longer else forms[own]
    by_surname = {own[-1]: person for own, person in canonical.items()}
    for name in found:
        if len(name.words) == 1 and key(name.words)[0] in by_surname:
            canonical[key(name.words)] = by_surname[key(name.words)[0]]
    return canonical


def note_surnames(
    draft: Draft, found: list[Found], canonical: dict[tuple[str, ...], str], counts: Counter[str]
) -> None:
    """Mentions of persons by surname alone."""
    surnames = {person.split()[-1]: person for person in canonical.values()}
    if not surnames:
        return
    pattern = regex.compile(r"(?<![\p{L}\p{N}\-])\L<surnames>(?![\p{L}\p{N}\-])", surnames=list(surnames))
    covered = {(name.where, i) for name in found for i in range(name.start, name.end)}
    for part in PARTS:
        for match in pattern.finditer(draft.part(part)):
            if (part, match.start()) not in covered:
                person = surnames[match[0]]
                counts[person] += 1
                draft.mentions.append(
                    Mention("persons", person, match[0], match.start(), match.end(), "surname", part)
                )


def key(words: tuple[str, ...]) -> tuple[str, ...]:
    """A name as it is compared."""
    return tuple(fold(lower(word)) for word in words)


def spelled(name: str) -> str:
    """A name as it is shown: capitals shouted in a headline become ordinary ones."""
    words = BLANKS.split(name)
    return " ".join(word.title() if word.isupper() and len(word) > 3 else word for word in words)


@cache
def first_names() -> frozenset[str]:
    text = files("vocabulary").joinpath("first_names.txt").read_text(encoding="utf-8")
    return frozenset(squeezed(fold(lower(name))) for name in text.split("\n") if name)


def squeezed(name: str) -> str:
    """Without doubled letters, which transliterations double at will: Abdellatif, Abdelatif."""
    return DOUBLED.sub(r"\1", name)


@lru_cache(maxsize=20_000)
def is_first_name(word: str) -> bool:
    """Whether a word is a given name, or begins with one and a hyphen (Jean-Luc)."""
    name = squeezed(fold(lower(word)).replace("’", "'"))
    return name in first_names() or name.split("-")[0] in first_names()


def follows_title(text: str, start: int, known: frozenset[str]) -> bool:
    """Whether a title of persons stands directly before a place in the text."""
    before = text[max(0, start - LONGEST_TITLE) : start]
    if not before.endswith((" ", "\u00a0")) or "\n" in before[-2:]:
        return False
    words = folded(before).split()
    if not words or words[-1] not in last_words(known):
        return False
    return any(" ".join(words[-n:]) in known for n in range(1, min(len(words), TITLE_WORDS) + 1))


@cache
def last_words(known: frozenset[str]) -> frozenset[str]:
    """The words that titles end with: most words before a name are none of them."""
    return frozenset(title.rsplit(" ", 1)[-1] for title in known)


@cache
def titles(language: str | None) -> frozenset[str]:
    """The titles that stand before persons' names in a language, and the English ones, folded."""
    return frozenset(
        " ".join(folded(title).split())
        for record in records("person_titles.jsonl")
        if record["language"] in (language, "en")
        for title in record["before"]
    )
