"""Wire services: whose report this is, where its dateline, its end or its byline says so.

Only a name in its usual place counts: in brackets or slashes of the dateline (« RABAT (Reuters) - »,
« МОСКВА, 5 марта. /ТАСС/. », « 新华社北京1月5日电 »), in brackets at the end, alone in a line, or as
author or source (« avec AFP »). A report that only quotes a service does not come from it.
"""

from functools import cache

import regex
from ahocorasick_rs import AhoCorasick

from indexer.draft import Draft
from indexer.steps.step import step
from vocabulary.concepts import records

# Datelines and credits are this long at most.
HEAD, TAIL = 200, 160
LONGEST_BYLINE = 120


@step("wire", needs=("body", "margins"), fills=("wire",))
def wire(draft: Draft) -> None:
    """Fill ``wire`` with the ids of services, in the order in which they are named."""
    record, body = draft.record, draft.body
    credit, dateline, alone = expressions()
    given = (record.author or "", record.source or "", draft.source or "")
    lines = (*draft.margins, body[-TAIL:].rsplit("\n", 1)[-1])
    places = (
        *((alone, text[:LONGEST_BYLINE]) for text in given),
        (dateline, body[:HEAD]),
        (credit, body[-TAIL:]),
        *((alone, line) for line in lines if len(line) <= LONGEST_BYLINE),
    )
    draft.wire = tuple(dict.fromkeys(service for place in places for service in named(*place)))


def named(expression: "regex.Pattern[str]", text: str) -> list[str]:
    """The ids of the services that an expression finds in a text."""
    if not text or not any_name().find_matches_as_indexes(text):
        return []  # the usual case, known a hundred times faster
    return [owners()[match["name"]] for match in expression.finditer(text)]


@cache
def any_name() -> AhoCorasick:
    """What finds any name of a service anywhere."""
    return AhoCorasick(list(owners()))


@cache
def owners() -> dict[str, str]:
    """Services by each of their names, as written."""
    return {name: record["id"] for record in records("wire_services.jsonl") for name in record["names"]}


@cache
def expressions() -> tuple["regex.Pattern[str]", "regex.Pattern[str]", "regex.Pattern[str]"]:
    """What finds a credit in brackets; one in a dateline; and one alone or after a byline's word."""
    name = r"(?P<name>\L<names>)"
    bracketed = rf"(?:[(/\[（【]|[(\[][^()\n]{{0,40}}[;,/·])\s*{name}\s*(?=[)/\]）】;,])"
    dateline = rf"{bracketed}|^[^\n]{{0,60}}\s[-–—]\s*{name}\s*[-–—]\s|^(?P<name>新华社|中新社|中央社|中新网)"
    # « By Reuters », « avec AFP », « Fuente: EFE », « © 2024 AFP »: a credit line and nothing else.
    word = (
        r"(?:(?i:by|with|via|from|source|sources|par|avec|selon|por|con|com|fonte|fuente|agencia|agence|quelle|von|"
        r"mit|bron|door|kaynak|источник|المصدر|وكالة|来源|©|\(c\)|copyright)\s*:?\s*(?:\d{4}\s*)?)*"
    )
    other = (
        r"\p{Lu}[\p{L}.’' -]{1,50}[,/|(]\s*|[^/|]{1,50}\s*[/|]\s*"
        r"|\p{Lu}[^/|]{1,50}\s(?i:avec|with|and|et|con|com|mit|met)\s+"
    )
    alone = rf"^\W*{word}(?:{other})?{word}{name}\W*(?:\d.*|[|/,·].{{0,40}})?$"
    names = list(owners())
    return (
        regex.compile(bracketed, names=names),
        regex.compile(dateline, names=names),
        regex.compile(alone, names=names),
    )
