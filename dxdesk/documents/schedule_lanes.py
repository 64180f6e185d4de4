"""The drawing of a line of 工程表 over the years: bars, marks and dots, and the samples of the legend."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from dxdesk.documents.blocks import Whole
from dxdesk.documents.fonts import Face
from dxdesk.documents.ink import BLACK, DASH_UNCONFIRMED, WHITE, Dash, Ink
from dxdesk.documents.lines import text_width
from dxdesk.documents.paragraph import write
from dxdesk.documents.symbols import draw_symbol
from dxdesk.documents.text_style import TextStyle
from dxdesk.documents.unit_blocks import clipped, fitted
from dxdesk.domain.timetable import Lane, begins

_WAITING = TextStyle(Face.PROPORTIONAL_BOLD, 8, 10)
_INSET: Final = 0.9
_HALF: Final = 1.5
_TIP: Final = 2.0
_DOTS: Final[Dash] = (0.0, 2.6)
_MARK: Final = 1.8
_DUE: Final = 1.9


@dataclass(frozen=True)
class Scale:
    """Where the days of the fiscal years ``years`` stand over a ``width`` in mm."""

    years: tuple[int, ...]
    width: float

    @property
    def year(self) -> float:
        """Width of a year."""
        return self.width / len(self.years)

    def at(self, day: date) -> float:
        """The place of a day, kept within the years."""
        year = day.year if day.month >= 4 else day.year - 1
        passed = (day - begins(year)).days / (begins(year + 1) - begins(year)).days
        return min(max((year - self.years[0] + passed) * self.year, 0.0), self.width)

    def edges(self, lane: Lane) -> tuple[float, float]:
        """Left and right end of the years of a line."""
        left, right = self.at(begins(lane.first)), self.at(begins(lane.last + 1))
        return left + _INSET, right - _INSET


@dataclass(frozen=True)
class LaneBlock(Whole):
    """A line over its years; ``waiting`` is the word for what has not begun."""

    lane: Lane
    scale: Scale
    as_of: date
    waiting: str

    def height(self, width: float) -> float:
        """What the highest sign takes."""
        return 4.6

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """In the middle of its row; ``x`` is where its cell begins after the padding of the table."""
        lane = self.lane
        if lane.kind == "none":
            return
        x -= (self.scale.width - width) / 2
        middle = y + self.height(width) / 2
        left, right = self.scale.edges(lane)
        if lane.kind == "bar":
            self._draw_bar(ink, x, middle)
        elif lane.kind == "dots":
            ink.line(x + left, middle, x + right, middle, weight=1.0, dash=_DOTS, cap="round")
            for day in lane.reports:
                ink.disc(x + min(max(self.scale.at(day), left + 1.1), right - 1.1), middle, 1.1)
        elif lane.kind == "marks":
            self._draw_marks(ink, x, middle)

    def _draw_bar(self, ink: Ink, x: float, middle: float) -> None:
        lane, (left, right) = self.lane, self.scale.edges(self.lane)
        draw_bar(ink, x + left, middle, right - left, open_end=lane.unconfirmed)
        if lane.done is not None:
            start, end = (self.scale.at(day) for day in lane.done)
            begin, stop = max(start, left), min(end, right)
            if begin < stop:
                ink.rect(x + begin, middle - 0.65, stop - begin, 1.3, weight=None, fill=BLACK)
        if lane.due:
            draw_due(ink, x + right - _DUE, middle)
        if lane.waiting:
            room = right - left - 2 * _TIP
            style = fitted(self.waiting, _WAITING, room, 7.5)
            word = clipped(self.waiting, style, room, 1)
            end = max(self.scale.at(self.as_of) - 1.6, left + 1.0)
            wide = text_width(word, style)
            with ink.plates():
                write(ink, x + max(end - wide, left + 1.0), middle - style.em / 2, word, style)

    def _draw_marks(self, ink: Ink, x: float, middle: float) -> None:
        lane, scale = self.lane, self.scale
        places = [(scale.at(begins(year)) + scale.year / 2, state) for year, state in lane.marks]
        if not places:
            left, right = scale.edges(lane)
            ink.line(x + left, middle, x + right, middle, weight=0.3)
            return
        if len(places) > 1:
            ink.line(x + places[0][0], middle, x + places[-1][0], middle, weight=0.3)
        for place, state in places:
            if state == "rest":
                ink.rect(x + place - 1.6, middle - 1.6, 3.2, 3.2, weight=None, fill=WHITE)
                draw_symbol(ink, "na", x + place, middle, 3.4)
            else:
                draw_diamond(ink, x + place, middle, filled=state == "done")


def draw_bar(ink: Ink, x: float, middle: float, width: float, *, open_end: bool) -> None:
    """A white bar 3 mm high; with an open end dashed, ending in an arrow head."""
    if not open_end:
        ink.rect(x, middle - _HALF, width, 2 * _HALF, weight=0.6, fill=WHITE)
        return
    tip = x + width
    corners = [(x, middle - _HALF), (tip - _TIP, middle - _HALF), (tip, middle), (tip - _TIP, middle + _HALF)]
    ink.polygon([*corners, (x, middle + _HALF)], grey=WHITE)
    ink.polyline([corners[1], corners[0], (x, middle + _HALF), corners[3]], weight=0.6, dash=DASH_UNCONFIRMED)
    ink.polyline(corners[1:], weight=0.6)


def draw_diamond(ink: Ink, x: float, middle: float, *, filled: bool) -> None:
    """◆ for what was done, ◇ for what is to come."""
    corners = [(x - _MARK, middle), (x, middle - _MARK), (x + _MARK, middle), (x, middle + _MARK)]
    ink.polygon(corners, grey=BLACK if filled else WHITE)
    ink.polyline(corners, weight=0.6, closed=True)


def draw_due(ink: Ink, x: float, middle: float) -> None:
    """▼ above the end of a bar."""
    ink.polygon([(x - _DUE, middle - 2.3), (x + _DUE, middle - 2.3), (x, middle + 0.9)])


@dataclass(frozen=True)
class Sample(Whole):
    """A sign of the legend, ``natural`` mm wide."""

    sign: Callable[[Ink, float, float, float], None]
    natural: float

    def height(self, width: float) -> float:
        """The highest sign."""
        return 4.0

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """In the middle of its line."""
        self.sign(ink, x, y + 2.0, self.natural)


def closed_sample() -> Sample:
    """A bar whose end is known."""
    return Sample(lambda ink, x, y, width: draw_bar(ink, x, y, width, open_end=False), 11.0)


def open_sample() -> Sample:
    """A bar whose end is not."""
    return Sample(lambda ink, x, y, width: draw_bar(ink, x, y, width, open_end=True), 11.0)


def done_sample() -> Sample:
    """The black part of a bar."""
    return Sample(lambda ink, x, y, width: ink.rect(x, y - 0.65, width, 1.3, weight=None, fill=BLACK), 9.0)


def anytime_sample() -> Sample:
    """Dots with a report."""

    def sign(ink: Ink, x: float, y: float, width: float) -> None:
        ink.line(x, y, x + width, y, weight=1.0, dash=_DOTS, cap="round")
        ink.disc(x + width / 2, y, 1.1)

    return Sample(sign, 9.0)


def mark_samples() -> Sample:
    """◆ and ◇."""

    def sign(ink: Ink, x: float, y: float, width: float) -> None:
        draw_diamond(ink, x + _MARK, y, filled=True)
        draw_diamond(ink, x + width - _MARK, y, filled=False)

    return Sample(sign, 8.6)


def rest_sample() -> Sample:
    """The slash of a year without."""
    return Sample(lambda ink, x, y, width: draw_symbol(ink, "na", x + width / 2, y, 3.4), 3.4)


def due_sample() -> Sample:
    """▼."""
    return Sample(lambda ink, x, y, width: draw_due(ink, x + width / 2, y + 0.7), 3.8)


def day_sample() -> Sample:
    """The line of 基準日."""
    return Sample(lambda ink, x, y, width: ink.line(x + 0.5, y - 2.0, x + 0.5, y + 2.0, weight=1.2), 1.0)


def kinds(lanes: Sequence[Lane]) -> frozenset[str]:
    """Which signs a drawing has, so that its legend explains no other."""
    found: set[str] = set()
    for lane in lanes:
        if lane.kind == "bar":
            found |= {"open" if lane.unconfirmed else "closed"}
            found |= {"done"} if lane.done else set()
            found |= {"due"} if lane.due else set()
        elif lane.kind == "dots":
            found.add("dots")
        elif lane.kind == "marks":
            found |= {"marks", *(state for _, state in lane.marks if state == "rest")}
    return frozenset(found)
