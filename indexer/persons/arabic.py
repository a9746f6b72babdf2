"""Arabic names: no capitals tell them, so they are found by given names, and behind titles.

A name is a given name and what belongs to it: further given names, the links بن, أبو, آل with the word they
bind, and one family name, which is any word that is no everyday word. The particles و ف ب ل ك that are
written onto a name do not belong to it.
"""

from collections.abc import Iterator
from functools import lru_cache

import regex

from indexer.persons.found import Found
from indexer.persons.lists import doubtful_given_names_ar, given_names_ar, titles, words_ar
from indexer.persons.titles import follows_title
from vocabulary.folding import fold

ARABIC_WORD = regex.compile(r"\p{Arabic}[\p{Arabic}\p{M}]*", regex.V1)
BLANKS = regex.compile(r"[ \u00a0]+")
LONGEST_NAME = 6
# Words that ask for the next one: "servant of", "son of", "father of", "family of".
LINKS = frozenset("عبد بن ابن بنت ابو ابا ابي بو ام ال ولد ايت بني".split())  # noqa: SIM905
# Links that begin a name, and words that only follow a given name: Nur al-Din, Nasr Allah.
BEGINNING = frozenset(["عبد", "بوبكر"])
COMPLEMENTS = frozenset("الدين الله بالله الاسلام الزهراء".split())  # noqa: SIM905
# Things that bear the names of persons: stadium, street, airport, hospital, school, battalion …
_BEARERS = (
    "ملعب بملعب شارع بشارع مطار بمطار مستشفى بمستشفى مدرسه معهد بمعهد جامعه بجامعه كتيبه مسجد بمسجد جامع "
    "بجامع جائزه كاس سجن بسجن قاعه بقاعه ساحه بساحه نهج بنهج ميناء مسرح بمسرح متحف مركب قصر بقصر جسر سد "
    "لواء ثكنه بثكنه حي بحي منتزه حديقه دوله مدينه بمدينه مركز بمركز سيدي ابو"
)
BEARERS = frozenset(map(fold, _BEARERS.split()))
PARTICLES = "وفبلك"
ARTICLE = "ال"
# Shorter words are particles and pronouns.
SHORTEST_FAMILY_NAME = 3
# Family names with the article mostly tell where a family is from and end in ي: التونسي, البغدادي.
ORIGIN = regex.compile(r"ال.{3,}[يه]|ال.{3,}اوي")
# Verbs begin so, and what verbs make; and nouns that a verb acts on end so. Family names do seldom.
VERB = regex.compile(
    r"س?[يت][تنسحعقلمفجخرشصكبدهط].{2,}|س[يتن].{3,}|(?:است|انت|اعت|افت|اخت|اجت|ارت|احت|اشت|اقت|الت|انض|انس).{2,}|.{4,}[اه]"
)
Word = regex.Match[str]


def arabic_names(text: str, part: str, taken: bytearray) -> Iterator[Found]:
    """Names with a given name, and two words or more after a title in Arabic."""
    known = titles("ar")
    words = list(ARABIC_WORD.finditer(text))
    position = 0
    while position < len(words):
        first = words[position]
        titled = follows_title(text, first.start(), known)
        if position and not titled and fold(words[position - 1][0]) in BEARERS:
            position += 1
            continue
        skipped = 0 if titled else particle(first[0])
        form = first[0][skipped:]
        begins = is_given(form) or fold(form) in BEGINNING or (titled and is_family_name(form))
        name = name_from(text, words, position, skipped, titled, taken) if begins else []
        if names(name) < (1 if titled else 2) or len(name) < 2:
            position += 1
            continue
        start = name[0].start() + skipped
        texts = (name[0][0][skipped:], *(word[0] for word in name[1:]))
        rule = "title" if titled else "first name"
        yield Found(part, start, name[-1].end(), texts, text[start : name[-1].end()], rule)
        position += len(name)


def name_from(
    text: str, words: list[Word], position: int, skipped: int, titled: bool, taken: bytearray
) -> list[Word]:
    """The words of a name that begins here; fewer than two where none does."""
    name: list[Word] = []
    bound = False  # whether the word before asks for this one
    sure = titled  # whether the words so far can only be a name
    for word in words[position : position + LONGEST_NAME]:
        form = word[0] if name else word[0][skipped:]
        if name and not BLANKS.fullmatch(text, name[-1].end(), word.start()):
            break
        if taken.find(1, word.start(), word.end()) >= 0 or (name and not bound and particle(form)):
            break
        given = is_given(form)
        if not name or bound or given or is_link(form) or fold(form) in COMPLEMENTS:
            sure = sure or bound or (bool(name) and given) or (given and not is_doubtful(form))
            name.append(word)
            bound = is_link(form)
            continue
        if is_family_name(form, sure) and (sure or ORIGIN.fullmatch(fold(form))):
            name.append(word)
        break
    while name and is_link(name[-1][0]):
        name.pop()
    return name


def names(words: list[Word]) -> int:
    """How many names some words are: with the link before it or the complement behind, a word is one."""
    joined = sum(is_link(word[0]) or fold(word[0]) in COMPLEMENTS for word in words)
    return len(words) - joined


def particle(word: str) -> int:
    """How many letters of particles stand before a given name: ومحمد is "and Muhammad"."""
    if word[0] not in PARTICLES or is_given(word):
        return 0
    return 1 if is_given(word[1:]) or fold(word[1:]) == "عبد" else 0


@lru_cache(maxsize=50_000)
def is_given(word: str) -> bool:
    """Whether a word is a given name; "on" (على) is written like the name Ali but for its last letter."""
    return fold(word) in given_names_ar() and word != "على"


@lru_cache(maxsize=50_000)
def is_doubtful(word: str) -> bool:
    return fold(word) in doubtful_given_names_ar()


def is_link(word: str) -> bool:
    return fold(word) in LINKS


@lru_cache(maxsize=50_000)
def is_everyday(word: str) -> bool:
    plain = fold(word)
    return plain in words_ar() or (plain[0] in PARTICLES and plain[1:] in words_ar())


@lru_cache(maxsize=50_000)
def is_family_name(word: str, sure: bool = False) -> bool:
    """Whether a word may be a family name: no everyday word and no verb.

    With the article only one that tells an origin, where nothing makes ``sure`` that it follows a name.
    """
    plain = fold(word)
    if len(plain) < SHORTEST_FAMILY_NAME or is_everyday(word):
        return False
    if plain.startswith(ARTICLE):
        return sure or ORIGIN.fullmatch(plain) is not None
    if plain[0] in PARTICLES and plain[1:].startswith((ARTICLE, "ل")):
        return False  # "and the …", "in the …"
    return VERB.fullmatch(plain) is None
