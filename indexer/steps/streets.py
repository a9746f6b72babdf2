"""Places' names that are streets': `rue de Paris`, `via Milano`, `Mainzer Landstraße`, `Oxford Street`."""

from functools import cache

import regex

from indexer.draft import Draft, Surface

# Romance languages have the word for a street before its name, with these links between.
STREETS_BEFORE = {
    "fr": "rue|boulevard|bd|avenue|quai|impasse|allée|porte",
    "es": "calle|avenida|avda.|paseo|glorieta|plaza|rue|autovía",
    "pt": "rua|avenida|av.|praça|alameda|travessa|largo",
    "it": "via|viale|piazza|piazzale|corso|largo|vicolo|lungomare",
}
LINKS = (
    "(?:(?:de la|de los|de las|della|dello|degli|delle|dei|del|des|de|du|da|dos|das|do|di) "
    "|(?:de l|dell|d)['’])?"
)
# Germanic languages have it behind; German also adds "-er" to a town, and hyphens where a name has parts.
STREETS_BEHIND = {
    "en": " (?:Street|St\\.|Road|Rd\\.?|Avenue|Ave\\.?|Lane|Drive|Boulevard|Blvd\\.?|Crescent|Terrace)",
    "de": (
        "(?:er)?[- ]?(?:Land|Haupt)?"
        "(?i:straße|strasse|str\\.|chaussee|allee|platz|gasse|brücke|ring|damm|weg|ufer)"
    ),
    "nl": "(?:se)?[- ]?(?i:straat|straatweg|laan|plein|weg|kade|gracht)",
}
# No word for a street with its links is longer.
REACH = 30


def is_street(draft: Draft, place: Surface) -> bool:
    """Whether a place's name is a street's, by the word for it beside the name."""
    text, language = draft.part(place.where), draft.language or "en"
    if behind := pattern_behind(language):
        return bool(behind.match(text, place.end, place.end + REACH))
    if before := pattern_before(language):
        return bool(before.search(text[max(0, place.start - REACH) : place.start]))
    return False


@cache
def pattern_before(language: str) -> regex.Pattern[str] | None:
    words = STREETS_BEFORE.get(language, "").replace(".", r"\.")
    return regex.compile(rf"(?<!\p{{L}})(?i:{words}) {LINKS}$") if words else None


@cache
def pattern_behind(language: str) -> regex.Pattern[str] | None:
    words = STREETS_BEHIND.get(language)
    return regex.compile(rf"{words}(?!\p{{L}})") if words else None
