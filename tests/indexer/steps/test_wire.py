"""Whose report it is: names of news agencies in their usual places, and nowhere else."""

import pytest

from indexer.steps.wire import wire
from tests.indexer.making import enriched, page
from vocabulary.concepts import records

DATELINES = [
    ("RABAT (Reuters) - Moroccan police arrested four men.", "en", ("reuters",)),
    ("МОСКВА, 5 марта. /ТАСС/. Полиция задержала двоих.", "ru", ("tass",)),
    ("新华社北京1月5日电 警方逮捕了两名男子。", "zh", ("xinhua",)),
    ("الرباط (و م ع) - أوقفت الشرطة شخصين.", "ar", ("map",)),
    ("Madrid, 3 mar (EFE).- La Policía detuvo a dos hombres.", "es", ("efe",)),
    ("Berlin (dpa/AFP) - Die Polizei hat zwei Männer festgenommen.", "de", ("dpa", "afp")),
    ("La polizia ha arrestato due uomini a Roma, ha detto il questore. (ANSA).", "it", ("ansa",)),
    ("Two men were arrested.\n\n(Reporting by A. Writer; Reuters)", "en", ("reuters",)),
    ("The minister told Reuters that two men had been arrested.", "en", ()),
    ("The report, seen by AFP and the Associated Press, names nobody.", "en", ()),
    ("He paid in AA batteries and read the AP style guide.", "en", ()),
]
BYLINES = [
    ("By Jane Doe, Associated Press", ("ap",)),
    ("Le Courrier avec AFP", ("afp",)),
    ("© 2024 AFP", ("afp",)),
    ("Agencia EFE | Madrid", ("efe",)),
    ("Reuters", ("reuters",)),
    ("Our reporter in Rabat", ()),
]


@pytest.mark.parametrize(("body", "language", "expected"), DATELINES)
def test_datelines_and_credits(body: str, language: str, expected: tuple[str, ...]) -> None:
    assert enriched(body, language=language).wire == expected


@pytest.mark.parametrize(("line", "expected"), BYLINES)
def test_bylines(line: str, expected: tuple[str, ...]) -> None:
    assert enriched("Two men were arrested.", author=line).wire == expected
    draft = page()
    draft.margins = (line,)
    wire(draft)
    assert draft.wire == expected


def test_no_name_means_two_services() -> None:
    names = [name for record in records("wire_services.jsonl") for name in record["names"]]
    assert len(names) == len(set(names))
