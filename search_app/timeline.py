"""The histogram of dates as a drawing: bars on a true scale of time, each a link to its days."""

from dataclasses import dataclass
from datetime import date

from babel.dates import format_date

from article_index.search import Histogram
from search_app.search_url import SearchState

# Fewer periods than this are drawn as if they were so many: a lone bar does not fill the page.
FEWEST_SLOTS = 6
# Labels below the bars: as many as fit beside each other on a phone.
MOST_TICKS = 4
# Up to this many periods the bars are wide.
MOST_WIDE = 8
# A bar of one among thousands can still be seen.
LOWEST = 3.0
NAMES = {"year": "y", "month": "MMMM y", "day": "d MMMM y"}
SHORT_NAMES = {"year": "y", "month": "MMM y", "day": "d MMM"}


@dataclass(frozen=True)
class Bar:
    """A bar; places and sizes are percentages of the drawing."""

    label: str
    count: int
    x: float
    middle: float
    width: float
    y: float
    height: float
    url: str


@dataclass(frozen=True)
class Tick:
    """A label below the bars and where it stands."""

    label: str
    x: float


@dataclass(frozen=True)
class Timeline:
    """All that the template draws; wide bars carry numbers, and labels below their middles."""

    interval: str
    span: str
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    undated: int
    wide: bool


def timeline(histogram: Histogram | None, state: SearchState, language: str = "en") -> Timeline | None:
    """The drawing of a histogram, None where nothing has a date."""
    if histogram is None or not histogram.bars:
        return None
    interval = histogram.interval
    first = slot(histogram.bars[0].start, interval)
    slots = max(slot(histogram.bars[-1].start, interval) - first + 1, FEWEST_SLOTS)
    width = 100 / slots
    highest = max(bar.count for bar in histogram.bars)
    bars = []
    for bar in histogram.bars:
        x = (slot(bar.start, interval) - first) * width
        height = max(100 * bar.count / highest, LOWEST)
        bars.append(
            Bar(
                format_date(bar.start, NAMES[interval], locale=language),
                bar.count,
                round(x, 3),
                round(x + width / 2, 3),
                round(width, 3),
                round(100 - height, 1),
                round(height, 1),
                state.with_days(bar.start, bar.end).url(),
            )
        )
    wide = slots <= MOST_WIDE
    every = 1 if wide and interval == "year" else -(-slots // MOST_TICKS)
    starts = {slot(bar.start, interval) - first: bar.start for bar in histogram.bars}
    ticks = tuple(
        Tick(format_date(day, SHORT_NAMES[interval], locale=language), round((place + wide / 2) * width, 3))
        for place, day in spaced(starts, every)
        if wide or place <= slots - every
    )
    span = " – ".join(dict.fromkeys((bars[0].label, bars[-1].label)))
    return Timeline(interval, span, tuple(bars), ticks, histogram.undated, wide)


def slot(day: date, interval: str) -> int:
    """The number of a day's period, so that neighbours differ by one."""
    if interval == "year":
        return day.year
    return day.year * 12 + day.month if interval == "month" else day.toordinal()


def spaced(starts: dict[int, date], every: int) -> list[tuple[int, date]]:
    """Those places that lie at least ``every`` slots apart, from the first one on."""
    found: list[tuple[int, date]] = []
    for place, day in starts.items():
        if not found or place - found[-1][0] >= every:
            found.append((place, day))
    return found
