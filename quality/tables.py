"""Tables as Markdown, aligned so that they read well as plain text too."""

from collections.abc import Iterable
from unicodedata import combining, east_asian_width

from quality.scores import Score

SCORE_HEADER = ("articles", "P", "R", "F1")


def table(header: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """A Markdown table; columns of numbers are set to the right."""
    lines = [[cell(value) for value in row] for row in (header, *rows)]
    numbers = [all(is_number(line[i]) for line in lines[1:]) for i in range(len(lines[0]))]
    widths = [max(3, *(width(line[i]) for line in lines)) for i in range(len(lines[0]))]
    rule = "|".join("-" * (w + 1) + (":" if n else "-") for w, n in zip(widths, numbers, strict=True))
    drawn = [
        "| " + " | ".join(pad(*it) for it in zip(line, widths, numbers, strict=True)) + " |" for line in lines
    ]
    return "\n".join([drawn[0], f"|{rule}|", *drawn[1:]])


def score_cells(score: Score) -> tuple[object, ...]:
    """A score's cells under SCORE_HEADER."""
    return score.articles, score.precision, score.recall, score.f1


def cell(value: object) -> str:
    if value is None:
        return "–"
    if isinstance(value, float):
        return f"{value:.3f}"
    if isinstance(value, int):
        return f"{value:,}"
    return str(value).replace("|", "\\|")


def is_number(text: str) -> bool:
    return text == "–" or text.replace(",", "").replace(".", "").isdecimal()


def pad(text: str, size: int, right: bool) -> str:
    space = " " * (size - width(text))
    return space + text if right else text + space


def width(text: str) -> int:
    """How many columns a terminal takes for a text."""
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)
