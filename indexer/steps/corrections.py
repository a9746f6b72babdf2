"""Corrections: the last word of people over every rule (``indexer/corrections.py`` says of what)."""

from collections.abc import Callable
from dataclasses import replace

from article_index.article import Mention
from indexer.corrections import FIELDS, Correction
from indexer.draft import PARTS, Draft
from indexer.steps.agency_owners import country_of
from indexer.steps.step import step


@step("corrections", needs=("mentions", *FIELDS), fills=(*FIELDS, "mentions"))
def corrections(draft: Draft) -> None:
    """Change values and mentions as the corrections say."""
    if any(line.kind == "alias" for line in draft.corrected):
        find_aliases(draft)
    for line in draft.corrected:
        APPLY[line.kind](draft, line)


def find_aliases(draft: Draft) -> None:
    """Note where the text has words that a correction gives to a value."""
    for language in {None, draft.language}:
        index = draft.aliases.get(language)
        for part in PARTS:
            for surface in index.find(draft.part(part), part) if index else ():
                draft.mention(surface.kind, surface.id, surface)
                add(draft, surface.kind, surface.id)
                country = country_of(surface.id) if surface.kind == "agencies" else None
                if country:
                    draft.mention("countries", country, surface, "agency")
                    add(draft, "countries", country)


def merge(draft: Draft, line: Correction) -> None:
    """One value instead of two."""
    values = values_of(draft, line.field)
    if line.other not in values:
        return
    set_values(draft, line.field, [line.value if value == line.other else value for value in values])
    draft.mentions = [
        replace(m, value=line.value) if (m.field, m.value) == (line.field, line.other) else m
        for m in draft.mentions
    ]


def remove(draft: Draft, line: Correction) -> None:
    """A value that is wrong, with all its mentions or those of the words named; its country goes with it."""

    def gone(mention: Mention) -> bool:
        if (mention.field, mention.value) != (line.field, line.value):
            return False
        return line.text is None or mention.text.casefold() == line.text.casefold()

    spans = {(m.where, m.start, m.end) for m in draft.mentions if gone(m)}

    def given_by_it(mention: Mention) -> bool:
        """Whether the agency that is wrong gave its country here."""
        at = mention.where, mention.start, mention.end
        country = line.field == "agencies" and mention.field == "countries" and mention.rule == "agency"
        return country and at in spans

    removed = [m for m in draft.mentions if gone(m) or given_by_it(m)]
    draft.mentions = [m for m in draft.mentions if not (gone(m) or given_by_it(m))]
    for field, value in {(line.field, line.value), *((m.field, m.value) for m in removed)}:
        said = any((m.field, m.value) == (field, value) for m in draft.mentions)
        if not said and (line.text is None or spans):
            drop(draft, field, value)
            if field == "countries":
                drop(draft, "focus_countries", value)


def drop(draft: Draft, field: str, value: str) -> None:
    set_values(draft, field, [one for one in values_of(draft, field) if one != value])


def add(draft: Draft, field: str, value: str) -> None:
    set_values(draft, field, [*values_of(draft, field), value])
    if field == "focus_countries":
        add(draft, "countries", value)


def values_of(draft: Draft, field: str) -> tuple[str, ...]:
    value = getattr(draft, field)
    return value if isinstance(value, tuple) else (value,) if value else ()


def set_values(draft: Draft, field: str, values: list[str]) -> None:
    """Set a field of one or of several values, each once."""
    unique = tuple(dict.fromkeys(values))
    setattr(
        draft, field, unique if isinstance(getattr(draft, field), tuple) else next(reversed(unique), None)
    )


APPLY: dict[str, Callable[[Draft, Correction], None]] = {
    "alias": lambda _draft, _line: None,  # found for all lines at once
    "same": merge,
    "wrong": remove,
    "missing": lambda draft, line: add(draft, line.field, line.value),
}
