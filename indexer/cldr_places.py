"""Places in languages that have no file of ours: countries and cities of time zones, as CLDR names them."""

from collections.abc import Iterator

from babel import Locale
from babel.core import get_global

from indexer.surface_index import Name
from vocabulary.concepts import records

# Shorter names in Latin script are too often everyday words; of other scripts two letters say enough.
SHORTEST_NAME = 4
SHORTEST_CITY = 4
# Languages whose names take endings: a name is looked for as the beginning of a word.
WITH_ENDINGS = frozenset(
    "az be bg bs cs el et eu fi hr hu hy ka kk ky lt lv mk mn pl ro sk sl sq sr uk uz ko".split()  # noqa: SIM905
)
# Of these the last vowel of a name changes with its case: Polska, w Polsce; Česko, v Česku.
CHANGING_VOWEL = frozenset("be bg bs cs el hr lt lv mk pl sk sl sr uk".split())  # noqa: SIM905
# Here a genitive is the name and an s: "Sveriges", "Tysklands".
WITH_GENITIVE = frozenset({"da", "nb", "nn", "no", "sv"})
VOWELS = frozenset("aeiouyąęóůíáéěûαεηιουωάέήίόύώаеиіїоуяюєйьъ")
# A beginning of a word has at least so many letters, of Hangul's syllables so many.
SHORTEST_STEM = 5
SHORTEST_HANGUL_STEM = 3
# Particles that Hebrew writes onto a word: in, to, from, and, the.
HEBREW_PARTICLES = ("", "ב", "ל", "מ", "ו", "ה")
# Cities of zones that are everyday words, names of persons or of other places.
NO_CITIES = frozenset(
    {
        "Male", "Center", "Easter", "Casey", "Davis", "Troll", "Palmer", "Nome", "Beulah", "Midway", "Wake",
        "Resolute", "Regina", "Knox", "Petersburg", "Monticello", "Winamac", "Marengo", "Victoria", "Nelson",
        "Louisville", "Creston", "San Luis", "San Juan", "Santiago", "Merida", "Belem", "Santarem", "Moncton",
        "Halifax", "Cordoba", "Catamarca", "Boise", "Denver", "Phoenix", "Sitka", "Rothera", "Mawson",
        "Syowa", "Vostok", "McMurdo", "Thule", "Danmarkshavn", "Apia", "Niue", "Fakaofo",
        "Lindeman",
    }
)  # fmt: skip


def cldr_places(locale: Locale | None) -> Iterator[Name]:
    """Names of countries and exemplar cities; none for a language that CLDR does not know."""
    if locale is None:
        return
    known = {record["id"] for record in records("places/en.jsonl")}
    seen: set[str] = set()
    for code, text in locale.territories.items():
        if code in known and (len(text) >= SHORTEST_NAME or not text.isascii()):
            seen.add(text)
            yield from forms(code, "name", text, locale.language)
    for zone, code in sorted(get_global("zone_territories").items()):
        usual = zone.rsplit("/", 1)[-1].replace("_", " ")
        text = locale.time_zones.get(zone, {}).get("city") or (usual if is_latin(locale) else "")
        if code in known and "/" in zone and usual not in NO_CITIES and len(text) >= SHORTEST_CITY:
            if text not in seen:
                yield from forms(code, "city", text, locale.language)
            seen.add(text)


def inflected_places(language: str) -> Iterator[Name]:
    """Demonyms and cities with their forms, of languages that have these and no file of places."""
    for record in records("inflected_places.jsonl"):
        if record["language"] == language:
            country = record["country"]
            yield from (Name("place", country, "demonym", text, stem=True) for text in record["stems"])
            for text in record["words"]:
                yield Name("place", country, "demonym" if text[0].islower() else "city", text)
                if language in WITH_GENITIVE and text[0].isupper():
                    yield Name("place", country, "city", f"{text}s")


def forms(code: str, rule: str, text: str, language: str) -> Iterator[Name]:
    """A name as the language may write it: with particles before it, or with endings."""
    if language == "he":
        yield from (Name("place", code, rule, particle + text) for particle in HEBREW_PARTICLES)
        return
    yield Name("place", code, rule, text)
    if language in WITH_GENITIVE:
        yield Name("place", code, rule, f"{text}s")
    if language not in WITH_ENDINGS or " " in text:
        return
    hangul = "\uac00" <= text[0] <= "\ud7a3"
    stem = text[:-1] if language in CHANGING_VOWEL and text[-1].lower() in VOWELS else text
    if len(stem) >= (SHORTEST_HANGUL_STEM if hangul else SHORTEST_STEM):
        yield Name("place", code, rule, stem, stem=True)


def is_latin(locale: Locale) -> bool:
    """Whether a language writes its own country's name, or that of France, in Latin letters."""
    return str(locale.territories.get("FR", "")).casefold()[:1] in set("abcdefghijklmnopqrstuvwxyz")
