"""The lists of the vocabulary that tell names: given names, surnames, titles, roles, and what is no name."""

from functools import cache, lru_cache
from importlib.resources import files

import regex

from indexer.surface_index import folded
from vocabulary.concepts import records
from vocabulary.folding import fold, lower

# A run of more letters in a list of Chinese surnames is so many surnames of one letter.
LONGEST_RUN = 3
DOUBLED = regex.compile(r"(\p{L})\1")


def read_names(name: str) -> frozenset[str]:
    """The words of a list, each on its line, as they are compared; lines with ``#`` are notes."""
    text = files("vocabulary").joinpath(name).read_text(encoding="utf-8")
    lines = (line.strip() for line in text.split("\n"))
    return frozenset(comparable(line) for line in lines if line and not line.startswith("#"))


@lru_cache(maxsize=100_000)
def comparable(word: str) -> str:
    """A word as it is looked for: folded, apostrophes alike."""
    return fold(lower(word)).replace("’", "'")


@lru_cache(maxsize=100_000)
def squeezed(name: str) -> str:
    """Without doubled letters, which transliterations double at will: Abdellatif, Abdelatif."""
    return DOUBLED.sub(r"\1", name)


@cache
def first_names() -> frozenset[str]:
    return frozenset(squeezed(name) for name in read_names("first_names.txt"))


@cache
def doubtful_first_names() -> frozenset[str]:
    """Given names that are words, places or surnames as well: they need more than themselves."""
    return read_names("first_names_doubtful.txt")


@cache
def given_names_ar() -> frozenset[str]:
    """Given names in Arabic script."""
    return words_of_list("given_names_ar.txt")


@cache
def doubtful_given_names_ar() -> frozenset[str]:
    """Given names in Arabic script that are everyday words as well."""
    return words_of_list("given_names_doubtful_ar.txt")


@cache
def words_ar() -> frozenset[str]:
    """Everyday words of Arabic that are no part of a name."""
    return words_of_list("words_ar.txt")


def words_of_list(name: str) -> frozenset[str]:
    """The words of a list with several on a line, folded."""
    return frozenset(word for line in read_names(name) for word in line.split())


def names_in_lines(name: str, *, letters: bool) -> frozenset[str]:
    """The names of a list with several on a line; with ``letters``, each letter of a longer run is a name."""
    text = files("vocabulary").joinpath(name).read_text(encoding="utf-8")
    runs = [run for line in text.split("\n") if not line.startswith("#") for run in line.split()]
    return frozenset(
        found for run in runs for found in (run if letters and len(run) > LONGEST_RUN else [run])
    )


@cache
def surnames() -> frozenset[str]:
    return read_names("surnames.txt")


@cache
def no_names() -> frozenset[str]:
    """Words that end a name or are none: institutions, things, months, words that begin sentences."""
    return read_names("no_names.txt")


@cache
def bearers() -> frozenset[str]:
    """Things that bear the names of persons: streets, hospitals, prizes, ships, storms."""
    return read_names("bearers_of_names.txt")


@lru_cache(maxsize=50_000)
def is_first_name(word: str) -> bool:
    """Whether a word is a given name, or begins with one and a hyphen (Jean-Luc)."""
    name = squeezed(comparable(word))
    known = first_names()
    return len(name) > 1 and (name in known or ("-" in name and name.split("-")[0] in known))


# Endings of family names that few other words have when they stand behind a capitalised word.
SURNAME_SHAPE = regex.compile(
    r"(?:Mc|Mac(?=\p{Lu})|O['’]|Fitz|Ó |Al-|El-|Ben)\p{Lu}?\p{L}{2,}"
    r"|\p{Lu}[\p{L}-]{2,}(?:ović|ević|ić|vić|vich|witz|wicz|owski|ewski|ski|skij|sky|ska|cki|czyk|enko|chuk|czuk"
    r"|shvili|dze|yan|oğlu|oglu|escu|eanu|opoulos|akis|idis|iadis|ides|ov|ova|ev|eva|ëv|yev|yeva|sson|sdóttir"
    r"|bergen|mann|smann|inho|ández|éndez|ínguez|ález|érez|ópez|énez|índez|ernandez|inez|onzalez)"
)


@lru_cache(maxsize=50_000)
def is_surname(word: str) -> bool:
    """Whether a word is a known family name or looks like one."""
    return comparable(word) in surnames() or SURNAME_SHAPE.fullmatch(word) is not None


@lru_cache(maxsize=50_000)
def is_no_name(word: str) -> bool:
    return comparable(word) in no_names() or comparable(word) in bearers()


@lru_cache(maxsize=20_000)
def bears_names(word: str) -> bool:
    return comparable(word) in bearers()


@cache
def titles(language: str | None) -> frozenset[str]:
    """The titles that stand before persons' names in a language, and the English ones, folded."""
    return frozenset(
        " ".join(folded(title).split())
        for record in records("person_titles.jsonl")
        if record["language"] in (language, "en")
        for title in record["before"]
    )


@cache
def last_words(known: frozenset[str]) -> frozenset[str]:
    """The words that titles end with: most words before a name are none of them."""
    return frozenset(title.rsplit(" ", 1)[-1] for title in known)


@cache
def first_words_of_roles(language: str | None) -> frozenset[str]:
    """The words that roles behind a name begin with: "X, *director* general of …"."""
    return frozenset(
        folded(role).split()[0]
        for record in records("person_titles.jsonl")
        if record["language"] == language
        for role in (*record["roles_after"], *record["before"])
        if len(role) > 3
    )
