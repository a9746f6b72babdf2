"""The article's language: what the record says where it is a language, else what the cleaned text shows."""

from functools import cache

import numpy as np
import regex
from babel.core import get_global
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from indexer.draft import Draft
from indexer.steps.language_letters import foreign_letters, small_words
from indexer.steps.step import step
from vocabulary import concepts

# The languages that Blotter has full vocabularies for, and others that news is often in. The model's score
# is a logarithm of likelihood; a language that is likelier from the start gets this much of it beforehand.
# Without it short titles go astray among the model's hundred languages.
NEWS = frozenset("ar de en es fr it nl pt ru tr zh".split())  # noqa: SIM905
OTHERS = frozenset(
    "bg ca cs da el fa fi he hi hr hu id ja ko lt lv no pl ro sk sl sr sv sw th uk ur vi".split()  # noqa: SIM905
)
_RARE = (
    "af am az be bn cy et eo eu ga gl gu ha hy is ka kk km kn ky la lo mg mk ml mn mr ms mt my ne om or "
    "pa ps rw si sn so sq st ta te tg tl tt ug uz xh yo zu"
)
RARE = frozenset(_RARE.split())
LANGUAGES = tuple(sorted(NEWS | OTHERS | RARE))
# Cyrillic languages with letters of their own in nearly every sentence are unlikely without them.
BEFOREHAND = {
    **dict.fromkeys(NEWS, 10.0),
    **dict.fromkeys(OTHERS, 4.0),
    **dict.fromkeys(("kk", "ky", "mn", "tg", "tt"), -6.0),
}
# Against a language for each different letter that it does not have, up to so many: names bring some.
FOREIGN_LETTER = 6.0
MOST_FOREIGN = 4
# For a language for each of its small words, a share of all words: a short text has few.
SMALL_WORD = 2.0
MOST_SMALL_WORDS = 6
# The time of the model grows with the text: it reads so many letters, more where two languages stay close.
SAMPLES = (240, 600)
# The logarithm of how much likelier than the next a language must be to be taken from the first sample.
SURE = 15.0
# Below this the letters' script decides, or nothing does.
SHORTEST = 20
# … unless one language is so much likelier than the next, of a text of so many letters at least.
CLEAR = 8.0
FEWEST_LETTERS = 9
# Codes of BCP 47 that name no language: undetermined, several, none.
NO_LANGUAGE = frozenset({"und", "mul", "zxx", "mis"})
SCRIPTS = {
    "ja": regex.compile(r"[\p{Hiragana}\p{Katakana}]"),
    "ko": regex.compile(r"\p{Hangul}"),
    "zh": regex.compile(r"\p{Han}"),
    "th": regex.compile(r"\p{Thai}"),
    "he": regex.compile(r"\p{Hebrew}"),
    "el": regex.compile(r"\p{Greek}"),
    "hi": regex.compile(r"\p{Devanagari}"),
}
ANY_SCRIPT = regex.compile("|".join(script.pattern for script in SCRIPTS.values()))
# Lines of so many characters are the article's own; shorter ones may be a page's, in another language.
PROSE = 80


@step("language", needs=("title", "body"), fills=("language",))
def language(draft: Draft) -> None:
    """Fill ``language`` with an ISO 639-1 code, or leave None where the text is too short to tell."""
    given = (draft.record.language or "").strip().lower().replace("_", "-").split("-")[0]
    given = get_global("language_aliases").get(given, given)  # eng is en
    if given in concepts("languages") and given not in NO_LANGUAGE:
        draft.language = given
        return
    if given:
        draft.notes.append(f"“{draft.record.language}” is no language code; the text's language is taken.")
    prose = "\n".join(line for line in draft.body.split("\n") if len(line) >= PROSE)
    draft.language = language_of(f"{prose or draft.body}\n{draft.title}")


def language_of(text: str) -> str | None:
    """The language of a text; None where it is too short."""
    text = text[: SAMPLES[-1]]
    letters = sum(map(str.isalpha, text))
    if not letters:
        return None
    if not text.isascii() and ANY_SCRIPT.search(text):
        for code, script in SCRIPTS.items():
            found = len(script.findall(text))
            # Japanese mixes scripts: a tenth in kana tells it from Chinese.
            if found > letters * (0.1 if code == "ja" else 0.4):
                return code
    if letters < FEWEST_LETTERS:
        return None
    for sample in SAMPLES:
        (best, code), (second, _) = likeliest(text[:sample])
        if best - second >= SURE:
            break
    return code if len(text.strip()) >= SHORTEST or best - second >= CLEAR else None


def likeliest(text: str) -> list[tuple[float, str]]:
    """The two likeliest languages with their scores, the better first."""
    ranked = sorted(
        ((float(score) + BEFOREHAND.get(code, 0.0), str(code)) for code, score in identifier().rank(text)),
        reverse=True,
    )
    reach = ranked[0][0] - FOREIGN_LETTER * MOST_FOREIGN - SMALL_WORD * MOST_SMALL_WORDS
    near = [one for one in ranked if one[0] >= reach]
    if len(near) == 1:
        return ranked[:2]
    plain = text.lower()
    foreign, small = foreign_letters(plain), small_words(plain)
    judged = (
        (
            score
            - FOREIGN_LETTER * min(foreign.get(code, 0), MOST_FOREIGN)
            + SMALL_WORD * min(small.get(code, 0), MOST_SMALL_WORDS),
            code,
        )
        for score, code in near
    )
    return sorted(judged, reverse=True)[:2]


@cache
def identifier() -> LanguageIdentifier:
    """py3langid with our languages only."""
    made = LanguageIdentifier.from_model_file(MODEL_FILE)
    made.set_languages(list(LANGUAGES))
    # The languages' columns side by side and as the processor counts: scores are read twice as fast.
    made.nb_ptc = np.ascontiguousarray(made.nb_ptc, dtype=np.float32)
    return made
