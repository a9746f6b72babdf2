"""Small towns and what else says little by itself: they count where nothing speaks against their country.

Local news names its towns and takes the country as known ("NONANTOLA. Furto in via Di Mezzo"). Such names are
also surnames and words, so a town counts only in an article that names its country in another way, or that
names no other country and says that it is a place ("a Nonantola", "in Bad Vilbel").
"""

from collections import Counter

import regex

from indexer.draft import Draft, Surface
from indexer.place_names import bracketed_codes

WEAK = frozenset({"town", "presumed"})
# Words for where something is; behind "of", a word for a town, a council or a force has to stand before.
AT = "in|at|near|from|outside|bei|nach|aus|a|ad|à|en|em|près de|cerca de|perto de"
SEAT = (
    r"(?:city|town|village|comun[ei]|città|sindac[oa]|polizia|carabinieri|municipale|locale|frazione|ville|commune|"
    r"maire|ciudad|municipio|localidad|alcalde|alcaldesa|ayuntamiento|cidade|município|vila|prefeit[oa]|prefeitura|"
    r"câmara|concelho|freguesia|stadt|gemeinde|ortschaft|stadtteil)"
)
PLACED = regex.compile(rf"(?:^|[^\p{{L}}])(?:(?:{AT})|{SEAT} (?:of|di|de|do|da))\s$", regex.IGNORECASE)
# The words before a town reach no further back.
REACH = 24
# Local news begins with the town: "NONANTOLA.", "Bornheim: …".
BEHIND_HEAD = regex.compile(r"\s?[.:,/(—–-]")


def with_codes(draft: Draft) -> list[Surface]:
    """Regions that the language writes as codes behind a name: `(PSDB-MG)`, `Santos/SP`, `Formigine (MO)`."""
    country, pattern = bracketed_codes(draft.language or "")
    if not pattern:
        return []
    return [
        Surface("place", country, "town", part, found.start("code"), found.end("code"), found["code"])
        for part in ("title", "body")
        for found in pattern.finditer(draft.part(part))
    ]


def without_doubtful(draft: Draft, surfaces: list[Surface]) -> list[Surface]:
    """The surfaces but for the towns that may be something else here."""
    weak = [s for s in surfaces if s.kind == "place" and s.rule in WEAK]
    if not weak:
        return surfaces
    named = {s.id for s in surfaces if s.kind == "place" and s.rule not in WEAK}
    placed = {s.text for s in weak if s.rule == "presumed" or is_placed(draft, s)}
    if not named:
        most = Counter(s.id for s in weak if s.text in placed).most_common(1)
        named = {country for country, _ in most}
    return [
        s for s in surfaces if s.kind != "place" or s.rule not in WEAK or (s.id in named and s.text in placed)
    ]


def is_placed(draft: Draft, town: Surface) -> bool:
    """Whether the text says that a town is one: it stands where a place does, or heads the article."""
    text = draft.part(town.where)
    if town.text.isupper() or (not town.start and BEHIND_HEAD.match(text, town.end)):
        return True
    return bool(PLACED.search(text[max(0, town.start - REACH) : town.start]))
