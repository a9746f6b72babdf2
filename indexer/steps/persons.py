"""Persons: names that the rules of a script find, one name for each person, and their surnames again."""

from collections import Counter

from article_index.article import Mention
from indexer.draft import PARTS, Draft
from indexer.persons.arabic import arabic_names
from indexer.persons.canonical import canonical_names, key, note_surnames
from indexer.persons.capitals import Reading, names_in, words_alone
from indexer.persons.found import Found
from indexer.persons.han import han_names
from indexer.persons.models import names_by_model
from indexer.persons.officials import KIND as OFFICIAL
from indexer.persons.officials import known_officials, officials_in
from indexer.persons.segments import Segment, segments
from indexer.steps.step import step

ARABIC_SCRIPT = frozenset({"ar", "fa", "ur"})
HAN_SCRIPT = frozenset({"zh", "ja"})
# Names that are found already.
NAMES_OF_OTHERS = frozenset({"place", "agency", "shared", OFFICIAL})


@step("persons", needs=("title", "body", "language", "surfaces"), fills=("persons", "mentions"))
def persons(draft: Draft) -> None:
    """Fill ``persons`` with canonical names, those named most first."""
    found: list[Found] = []
    runs: dict[str, list[Segment]] = {}
    taken = {part: taken_letters(draft, part) for part in PARTS}
    for part in PARTS:
        runs[part] = list(segments(draft.part(part), taken[part]))
    reading = Reading(draft.language, words_alone(segment for part in runs.values() for segment in part))
    for part in PARTS:
        found.extend(officials_in(draft, part))
        if draft.language in ARABIC_SCRIPT:
            found.extend(arabic_names(draft.part(part), part, taken[part]))
        elif draft.language in HAN_SCRIPT:
            found.extend(han_names(draft.part(part), part, draft.language, taken[part]))
        found.extend(names_in(draft.part(part), part, runs[part], reading))
    found.extend(list(names_by_model(draft, taken, found)))
    canonical = canonical_names(found)
    known = known_officials()
    canonical.update({own: known[own] for own in map(key, {name.words for name in found}) if own in known})
    counts: Counter[str] = Counter()
    for name in found:
        person = canonical.get(key(name.words))
        if person:
            counts[person] += 1
            draft.mentions.append(
                Mention("persons", person, name.text, name.start, name.end, name.rule, name.where)
            )
    note_surnames(draft, runs, found, canonical, counts)
    draft.persons = tuple(person for person, _ in counts.most_common())


def taken_letters(draft: Draft, part: str) -> bytearray:
    """A 1 for each letter of a part that belongs to the name of a place or an agency."""
    taken = bytearray(len(draft.part(part)))
    for s in draft.surfaces:
        if s.where == part and s.kind in NAMES_OF_OTHERS:
            taken[s.start : s.end] = b"\1" * (s.end - s.start)
    return taken
