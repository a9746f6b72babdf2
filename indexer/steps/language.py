"""The article's language: what the record says where it is a language, else what the cleaned text shows."""

from functools import cache

import regex
from babel.core import get_global
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from indexer.draft import Draft
from indexer.steps.step import step
from vocabulary import concepts

# The languages of news that Blotter meets; among all 97 of the model short titles go astray more often
# (93.4 against 96.1 of 100 five-word fragments on NTREX-128).
LANGUAGES = (
    "ar", "bg", "ca", "cs", "da", "de", "el", "en", "es", "et", "fa", "fi", "fr", "gl", "he", "hi", "hr",
    "hu", "id", "it", "ja", "ko", "lt", "lv", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv",
    "sw", "th", "tr", "uk", "ur", "vi", "zh",
)  # fmt: skip
# The model needs no more; its time grows with the text.
SAMPLE = 1000
# Below this the letters' script decides, or nothing does.
SHORTEST = 20
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
LETTER = regex.compile(r"\p{L}")


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
    draft.language = language_of(f"{draft.body}\n{draft.title}"[:SAMPLE])


def language_of(text: str) -> str | None:
    """The language of a text; None where it is too short."""
    letters = LETTER.findall(text)
    if not letters:
        return None
    for code, script in SCRIPTS.items():
        found = len(script.findall(text))
        # Japanese mixes scripts: a tenth in kana tells it from Chinese.
        if found > len(letters) * (0.1 if code == "ja" else 0.4):
            return code
    if len(text.strip()) < SHORTEST:
        return None
    code, _ = identifier().classify(text)
    return str(code)


@cache
def identifier() -> LanguageIdentifier:
    """py3langid with our languages only."""
    made = LanguageIdentifier.from_model_file(MODEL_FILE)
    made.set_languages(list(LANGUAGES))
    return made
