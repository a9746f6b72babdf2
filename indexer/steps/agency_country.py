"""The countries that a name of an agency is bound to by the words beside it.

Each language has its order: adjective and possessive before the name ("French police", "dänische
Polizei", "法国警方") or behind it ("police française", "الشرطة الفرنسية"), genitives and prepositions behind
it ("police of Denmark", "полиция Франции"). What stands between may only be words that belong to the name,
so that "a Spaniard told police" and "policía. Francia" bind nothing. Lists bind all ("Spanish and Moroccan
police").
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import regex

from indexer.draft import Surface

# "Brazil's elite Federal Police": no words between a name and its country are longer together.
LONGEST_GAP = 40
# Countries of one list: more are a table.
LONGEST_LIST = 6
# "In the Netherlands,": so much before a place tells that a phrase begins with it.
LEAD_IN = 8

# What may stand between an adjective or possessive and the name. Local forces are not the country's.
NOT_LOCAL = r"(?!local|locale|lokal|municipa|muni[ck]ip|communal|comunal|kommunal|örtlich|städtisch|region)"
EN_WORD = (
    rf"{NOT_LOCAL}(?!(?:[Tt]he|[Ii]n|[Oo]n|[Aa]t|[Bb]y|[Ff]or|[Aa]nd|[Bb]ut|[Ll]ocal|[Mm]unicipal|[Rr]egional|"
    r"[Pp]rovincial|[Aa]fter|[Tt]wo|[Ff]our|[Ss]everal)\b)"
    r"(?:\p{Lu}[\p{L}'’-]*|(?:anti|counter)-?\p{Ll}+|\p{Ll}+(?:al|ic|ary|ive|i[sz]ed)|riot|border|traffic|drugs?|"
    r"narcotics|tax|crime|fraud|secret|cyber|elite|armed|top|chief|senior|public|main|highest|own|new)"
)
ADJECTIVE = {
    "de": rf"(?:{NOT_LOCAL}(?!der\b|die\b|oder\b|eine)\p{{Ll}}+e[nrsm]?\s+)?",
    "nl": rf"(?:{NOT_LOCAL}(?!de\b|ene?\b|het\b)\p{{Ll}}+e\s+)?",
    "ru": r"(?:\p{Ll}+(?:ая|яя|ой|ую|юю|ое|ого|ому|ый|ий|ым|ом|ые|ых|ыми|ими|их)\s+)?",
    "tr": r"(?:\p{Lu}\p{L}+\s+)?",
}
BEFORE = {
    "en": rf"(?:['’]s?)?[\s\-]+(?:{EN_WORD}[\s\-]+){{0,2}}",
    "de": rf"[\s\-]*{ADJECTIVE['de']}",
    "nl": rf"[\s\-]*{ADJECTIVE['nl']}",
    "ru": rf"\s+{ADJECTIVE['ru']}",
    "tr": rf"(?:['’]\p{{L}}{{1,6}})?\s+{ADJECTIVE['tr']}",
    "zh": r"(?:\s|的|国家|國家|联邦|聯邦|中央|最高|当地|當地){0,2}",
    "ja": r"(?:\s|の|国家|連邦|中央|最高){0,2}",
}
# Romance adjectives between the noun and the country's: "police judiciaire fédérale belge".
ROMANCE_WORD = (
    rf"(?:{NOT_LOCAL}\p{{Ll}}+(?:al|ale|aux|ales|elle|aire|aria|ária|ista|iste|ière|ique|ica|civile?)\s+)"
)
ARABIC_WORD = r"(?:ال(?:وطني|قضائي|فدرالي|فيدرالي|اتحادي|عام|ملكي|عالي|مركزي|عليا|جنائي)[ةه]?\s+)"
ADJECTIVE_BEHIND = {
    **dict.fromkeys(("fr", "es", "pt", "it"), rf"\s+{ROMANCE_WORD}{{0,2}}"),
    "ar": rf"\s+{ARABIC_WORD}{{0,2}}(?:ال)?",
}
BRACKET = r"\s*[(（]\s*"
# The part in braces is where it is, not whose it is: "police in Spain" may be another country's for a name
# that is one country's own ("the FBI in Mexico").
OF = {
    "en": r"\s+(?:(?:force|forces|service|agency|office|officers|agents|authorities)\s+)?of\s+(?:the\s+)?",
    "de": r"\s+(?:(?:von|des|der)\s+)?",
    "nl": r"\s+van\s+(?:de\s+|het\s+)?",
    "ru": r"\s+",
    "fr": r"\s+(?:de\s+la\s+|de\s+l['’]\s*|du\s+|des\s+|de\s+|d['’]\s*)",
    "es": r"\s+(?:del|de(?:\s+(?:la|los|las|el))?)\s+",
    "pt": r"\s+(?:de|do|da|dos|das)\s+",
    "it": r"\s+(?:di|del|della|dello|degli|dei|delle|dell['’])\s*",
    "ar": r"\s+(?:ال)?",
}
IN = {
    "en": r"\s+(?:in|for|from|across)\s+(?:the\s+)?",
    "de": r"\s+(?:in|aus|im)\s+(?:dem\s+|den\s+|der\s+)?",
    "nl": r"\s+(?:in|uit)\s+(?:de\s+|het\s+)?",
    "ru": r"\s+(?:в|во|на|из)\s+",
    "fr": r"\s+(?:en|au|aux|à|à\s+la|dans\s+l[ae])\s+",
    "es": r"\s+en\s+(?:el\s+|la\s+|los\s+)?",
    "pt": r"\s+(?:em|no|na|nos|nas)\s+",
    "it": r"\s+(?:in|a|nel|nella|negli|nei)\s+",
    "ar": r"\s+(?:في\s+|ب|ل|بال|لل)(?:ال)?",
}
ARTICLE = r"(?:(?:the|an?|la|le|les|el|los|las|die|der|das|den|dem|de|het|il|lo|gli|i|o|os|as)\s+|l['’])"
AND = r"(?:and|und|et|y|e|ed|i|ve|и|en|as well as|sowie|ainsi que)"
LIST = regex.compile(
    rf"(?:['’]s)?(?:\s*[,،，、]\s*(?:{AND}\s+)?|\s+{AND}\s+|\s*[/&]\s*|\s*[和与與及]\s*|\s*،?\s+و(?:ال|ب|في\s)?)"
    rf"(?:(?:in|en|de|di|von|van|du|des|of)\s+)?{ARTICLE}?"
)
# "In Spain, the police", "In Spanien hat die Polizei", "在法国，警方".
TOPIC_GAP = regex.compile(rf"(?:\s*[,،，]\s*|\s+(?:\p{{Ll}}+\s+(?=d))?)(?:{ARTICLE})?(?:{EN_WORD}\s+)?")
TOPIC_WORD = regex.compile(
    r"(?:^|[^\p{L}])(?:in|en|au|aux|à|em|no|na|nel|nella|в|во|في|وفي)\s+(?:the\s+|la\s+|l['’])?$|在$",
    regex.IGNORECASE,
)
FIRST_BEFORE = frozenset(BEFORE)


@dataclass(frozen=True, slots=True)
class Bound:
    """What a name is bound to.

    ``countries`` in the order of the text, none for a name that stands free; ``local`` where a city or
    region and not the country is named; ``firm`` where the words say whose agency it is, not only where
    ("the French gendarmerie", not "the gendarmerie in France"); ``before`` where the country comes first.
    """

    countries: tuple[str, ...] = ()
    local: bool = False
    firm: bool = False
    before: bool = False


FREE = Bound()


def compiled(patterns: dict[str, str]) -> dict[str, regex.Pattern[str]]:
    return {language: regex.compile(pattern) for language, pattern in patterns.items()}


BEFORE_GAPS, ADJECTIVE_GAPS, OF_GAPS, IN_GAPS = map(compiled, (BEFORE, ADJECTIVE_BEHIND, OF, IN))
BRACKET_GAP = regex.compile(BRACKET)
# Languages without an order of their own here are read in the commonest of each kind.
ANY_BEFORE = regex.compile(r"(?:['’]s?)?[\s\-]+")
ANY_OF = regex.compile(r"\s+(?:(?:of|de|di|da|do|von|van)\s+)?")


def bound_to(text: str, name: Surface, places: Sequence[Surface], language: str | None) -> Bound:
    """The countries beside a name; ``places`` are those of the same part, in the order of the text."""
    at = bisect_left(places, name.start, key=start_of)
    before = places[at - 1] if at else None
    while at < len(places) and places[at].start < name.end:
        at += 1
    behind = places[at] if at < len(places) else None
    if before and stands_before(text, before, name, language):
        firm = before.rule == "demonym" or language != "en" or text[before.end : before.end + 1] in ("'", "’")
        return bound(listed(text, places, before, -1), before, firm, before=True)
    if behind and behind.start - name.end <= LONGEST_GAP:
        how = stands_behind(text, behind, name, language)
        if how:
            return bound(listed(text, places, behind, 1), behind, how == "of", before=False)
    if before and is_topic(text, before, name):
        return bound([before.id], before, firm=False, before=True)
    return FREE


def bound(countries: list[str], place: Surface, firm: bool, before: bool) -> Bound:
    return Bound(tuple(dict.fromkeys(countries)), place.rule in ("city", "town"), firm, before)


def gap_between(text: str, start: int, end: int, name: Surface) -> str | None:
    """The words between two places of a text; a new line begins something else, wrapped lines aside."""
    if not 0 <= end - start <= LONGEST_GAP:
        return None
    gap = text[start:end]
    if "\n" in gap:
        return None if name.text[0].isupper() or "\n\n" in gap else gap.replace("\n", " ")
    return gap


def stands_before(text: str, place: Surface, name: Surface, language: str | None) -> bool:
    """Whether a place before a name says whose it is, in languages where it does."""
    gap = gap_between(text, place.end, name.start, name)
    if gap is None:
        return False
    if language in FIRST_BEFORE:
        # "в России полиция" is no "российская полиция".
        return bool(BEFORE_GAPS[language].fullmatch(gap)) and (language != "ru" or place.rule == "demonym")
    return language not in ADJECTIVE_GAPS and bool(ANY_BEFORE.fullmatch(gap))


def stands_behind(text: str, place: Surface, name: Surface, language: str | None) -> str | None:
    """How a place behind a name binds it: ``of`` (whose), ``in`` (where) or not at all."""
    gap = gap_between(text, name.end, place.start, name)
    if gap is None:
        return None
    if place.rule == "demonym":
        adjective = ADJECTIVE_GAPS.get(language or "")
        agrees = language != "ar" or arabic_agrees(name.text, place.text)
        return "of" if adjective and agrees and adjective.fullmatch(gap) else None
    if BRACKET_GAP.fullmatch(gap) or OF_GAPS.get(language or "", ANY_OF).fullmatch(gap):
        return None if language in ("tr", "zh", "ja") and not gap.strip() else "of"
    return "in" if language in IN_GAPS and IN_GAPS[language].fullmatch(gap) else None


def arabic_agrees(name: str, adjective: str) -> bool:
    """Whether an Arabic adjective may belong to a name: a feminine noun has a feminine one."""
    return not name.split()[0].endswith(("ة", "ه")) or adjective.endswith(("ة", "ه"))


def is_topic(text: str, place: Surface, name: Surface) -> bool:
    """Whether a phrase such as "In Spain," stands before the name."""
    gap = gap_between(text, place.end, name.start, name)
    if gap is None or not TOPIC_GAP.fullmatch(gap):
        return False
    return bool(TOPIC_WORD.search(text[max(0, place.start - LEAD_IN) : place.start]))


def listed(text: str, places: Sequence[Surface], place: Surface, direction: int) -> list[str]:
    """The countries of a list that ends (-1) or begins (1) with a place: "Spanish and Moroccan"."""
    at = bisect_left(places, place.start, key=start_of)
    found = [place.id]
    for _ in range(LONGEST_LIST):
        following = at + direction
        if not 0 <= following < len(places) or places[following].rule != places[at].rule:
            break
        first, second = sorted((places[at], places[following]), key=start_of)
        if not 0 < second.start - first.end <= LONGEST_GAP:
            break
        if not LIST.fullmatch(text, first.end, second.start):
            break
        found.append(places[following].id)
        at = following
    return found[::direction]


def coordinated(text: str, first: Surface, second: Surface) -> bool:
    """Whether two names stand in one list: "Spain's Civil Guard and National Police"."""
    return 0 < second.start - first.end <= LONGEST_GAP and bool(LIST.fullmatch(text, first.end, second.start))


def start_of(surface: Surface) -> int:
    return surface.start
