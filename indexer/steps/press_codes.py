"""Codes that German police, customs and federal police put before the headlines of their releases.

`POL-F: 130621 - 539 Ostend: …`, `BPOL-KL: …`, `HZA-K: …`: newsrooms get and print them so, and the text below
names districts and streets only.
"""

from collections.abc import Iterator

import regex

from indexer.draft import Draft, Surface

CODE = regex.compile(r"(?:POL|B?POLI?|BPOLD|LPI|LPD|LKA|HZA|ZOLL|FW|StA)-\p{Lu}{1,7}(?=[ :])")


def german_police(draft: Draft) -> Iterator[Surface]:
    """The code at the head of the article, which says that it is of Germany."""
    for part in ("title", "body"):
        found = CODE.match(draft.part(part))
        if found and draft.language in ("de", None):
            yield Surface("place", "DE", "institution", part, 0, found.end(), found[0])
