"""The chart of 総括: a square for every unit, this time above last time, the worst first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from dxdesk.documents.blocks import Whole
from dxdesk.documents.fonts import Face
from dxdesk.documents.ink import DASH_SOFT, WHITE, Ink
from dxdesk.documents.lines import text_width
from dxdesk.documents.paragraph import Text, write
from dxdesk.documents.symbols import draw_symbol
from dxdesk.documents.text_style import TextStyle
from dxdesk.documents.unit_blocks import Flow, clipped, fitted
from dxdesk.domain.settings import Settings
from dxdesk.domain.statuses import STATUSES, Status

_ORDER: Final[tuple[Status, ...]] = (*STATUSES, "elsewhere")
_LABEL: Final = 19.0
_CYCLE_ROOM: Final = _LABEL - 1.0
_HAIR: Final = 0.01
_NUMBER = TextStyle(Face.PROPORTIONAL, 9, 10.6, align="center")
_WORD = TextStyle(Face.PROPORTIONAL_BOLD, 8.2, 11.0)
_NAME = TextStyle(Face.PROPORTIONAL_BOLD, 9.2, 12.0)
_CYCLE = TextStyle(Face.PROPORTIONAL, 8.2, 10.6)
_NAME_TOP: Final = 2.2
_CYCLE_TOP: Final = _NAME_TOP + 3.8
_FLOOR: Final = 7.5
_MOST_IN_ROW: Final = 18
_MOST_ROWS: Final = 3
MOST_SQUARES: Final = 66
"""More units than this get the band."""

_LEAST_WIDTH: Final = 6.0
_WORDS_HEIGHT: Final = 5.0
_BAND_HEIGHT: Final = 9.0
_INSET: Final = 1.2
"""So wide is the hatch around what an unanswered square holds."""
_BESIDE: Final = 1.5
"""What a number leaves free of its square."""

Square = tuple[Status, str]
"""A status and the number of the unit that is in it."""


@dataclass(frozen=True)
class StatusChart(Whole):
    """The squares of one cycle with its name at the left; the words and counts below them where `counted`.

    Up to 18 stand in one row, more in two or three of equal length; a plan too large for that gets a band, in which
    the length of a status is how many units are in it.
    """

    title: str
    cycle: str
    squares: tuple[Square, ...]
    settings: Settings
    counted: bool = True

    @property
    def _sizes(self) -> tuple[float, float]:
        """Symbol in mm, number in points."""
        return (5.4, 9.0) if self.counted else (4.0, 8.0)

    def _rows(self, width: float) -> list[list[Square]] | None:
        """The squares by rows; None where they need the band."""
        room = width - _LABEL
        ordered = sorted(self.squares, key=lambda each: _ORDER.index(each[0]))
        widest = max((text_width(line, _NUMBER.at(_FLOOR)) for _, text in ordered for line in _two(text)), default=0.0)
        most = int(room / max(_LEAST_WIDTH, widest + _BESIDE))
        count = 1 if len(ordered) <= min(_MOST_IN_ROW, most) else -(-len(ordered) // most)
        count = max(count, 2) if len(ordered) > _MOST_IN_ROW else count
        if count > _MOST_ROWS or len(ordered) > MOST_SQUARES:
            return None
        each = max(-(-len(ordered) // count), 1)
        return [ordered[at : at + each] for at in range(0, len(ordered), each)]

    def _row_height(self, rows: Sequence[Sequence[Square]], cell: float) -> float:
        lines = 2 if self._parted(rows, cell) else 1
        return (13.2 if self.counted else 10.4) + (lines - 1) * 3.2

    @staticmethod
    def _parted(rows: Sequence[Sequence[Square]], cell: float) -> bool:
        """Whether the numbers stand in two lines, all of them where one has to."""
        floor = _NUMBER.at(_FLOOR)
        return any(text_width(text, floor) > cell - _BESIDE for row in rows for _, text in row)

    def _legend(self, width: float) -> Flow:
        counts = {key: sum(status == key for status, _ in self.squares) for key in _ORDER}
        items = [
            Text(f"{self.settings.status_word(key)} {count}", _WORD.at(_FLOOR))
            for key, count in counts.items()
            if count
        ]
        return Flow(tuple(items), 4.4)

    def _words_height(self, rows: Sequence[Sequence[Square]], cell: float, width: float) -> float:
        if not self.counted:
            return 0.0
        if all(_placed(self._groups(rows, at), cell, len(row) * cell) is not None for at, row in enumerate(rows)):
            return _WORDS_HEIGHT * len(rows)
        return self._legend(width).height(width - _LABEL) + 1.0

    def height(self, width: float) -> float:
        """All rows with their words."""
        rows = self._rows(width)
        if rows is None:
            return _BAND_HEIGHT + self._legend(width).height(width - _LABEL) + 1.0
        cell = (width - _LABEL) / max(len(rows[0]), 1)
        squares = self._row_height(rows, cell) * len(rows)
        return max(squares + self._words_height(rows, cell, width), self._title_height())

    def _title_height(self) -> float:
        return _CYCLE_TOP + _cycle_name(self.cycle).height(_CYCLE_ROOM)

    def draw(self, ink: Ink, x: float, y: float, width: float) -> None:
        """The name, then row by row."""
        rows = self._rows(width)
        write(ink, x, y + _NAME_TOP, self.title, _NAME)
        _cycle_name(self.cycle).draw(ink, x, y + _CYCLE_TOP, _CYCLE_ROOM)
        left, room = x + _LABEL, width - _LABEL
        if rows is None:
            self._draw_band(ink, left, y, room)
            self._legend(width).draw(ink, left, y + _BAND_HEIGHT + 1.0, room)
            return
        cell = room / max(len(rows[0]), 1)
        high = self._row_height(rows, cell)
        beside = all(_placed(self._groups(rows, at), cell, len(row) * cell) is not None for at, row in enumerate(rows))
        parted = self._parted(rows, cell)
        for at, row in enumerate(rows):
            self._draw_row(ink, left, y, cell, high, row, parted)
            y += high
            if self.counted and beside:
                for middle, word in _placed(self._groups(rows, at), cell, len(row) * cell) or ():
                    write(ink, left + middle, y + 0.9, word, _WORD, "center")
                y += _WORDS_HEIGHT
        if self.counted and not beside:
            self._legend(width).draw(ink, left, y + 0.8, room)

    def _groups(self, rows: Sequence[Sequence[Square]], at: int) -> list[tuple[int, int, str]]:
        """The statuses of a row: first square, how many, and the words below; what goes on from above says so."""
        found, start = [], 0
        above = rows[at - 1][-1][0] if at else None
        for key, members in groupby(rows[at], key=lambda each: each[0]):
            count = len(list(members))
            total = sum(status == key for status, _ in self.squares)
            word = self.settings.status_word(key)
            found.append((start, count, f"{word}（続き）" if key == above else f"{word} {total}"))
            start += count
        return found

    def _draw_row(
        self, ink: Ink, left: float, y: float, cell: float, high: float, row: Sequence[Square], parted: bool
    ) -> None:
        symbol, size = self._sizes
        symbol = min(symbol, cell - 1.6)
        for at, (key, text) in enumerate(row):
            x = left + at * cell
            if key == "miss":
                ink.hatch(x, y, cell, high)
                ink.rect(x + _INSET, y + _INSET, cell - 2 * _INSET, high - 2 * _INSET, weight=None, fill=WHITE)
            if at:
                same = row[at - 1][0] == key
                ink.line(x, y, x, y + high, weight=0.25 if same else 0.5, dash=DASH_SOFT if same else None)
            with ink.plates(key == "miss"):
                draw_symbol(ink, key, x + cell / 2, y + (4.8 if self.counted else 3.4), symbol)
                lines = _two(text) if parted else [text]
                style = _fitting(lines, size, cell)
                # a reader takes a hyphen at the end of a line for one that is not in the word
                with ink.reads_as(text) if len(lines) > 1 else nullcontext():
                    for place, line in enumerate(lines):
                        top = y + (8.6 if self.counted else 6.4) + place * 3.2
                        write(ink, x + cell / 2, top, line, style, "center")
        ink.rect(left, y, cell * len(row), high, weight=0.5)

    def _draw_band(self, ink: Ink, left: float, y: float, room: float) -> None:
        """Lengths by count, each long enough for its symbol."""
        counts = {key: sum(status == key for status, _ in self.squares) for key in _ORDER}
        shown = {key: count for key, count in counts.items() if count}
        free = room - _LEAST_WIDTH * len(shown)
        x = left
        for key, count in shown.items():
            wide = _LEAST_WIDTH + free * count / len(self.squares)
            if key == "miss":
                ink.hatch(x, y, wide, _BAND_HEIGHT)
            ink.rect(x, y, wide, _BAND_HEIGHT, weight=0.5)
            with ink.plates(key == "miss"):
                draw_symbol(ink, key, x + wide / 2, y + _BAND_HEIGHT / 2, 4.4)
            x += wide


def _cycle_name(cycle: str) -> Text:
    """The name of a cycle in one line where a smaller type does it, else in two."""
    style = fitted(cycle, _CYCLE, _CYCLE_ROOM - _HAIR, _FLOOR)
    return Text(clipped(cycle, style, _CYCLE_ROOM, 2), style)


def _two(text: str) -> list[str]:
    """A long number in two lines, parted after its first sign: MEGO- and 1-1."""
    head, sign, rest = text.partition("-")
    return [head + sign, rest] if sign and rest else [text]


def _fitting(lines: Sequence[str], size: float, cell: float) -> TextStyle:
    """Down to the floor; a number wider still is set narrower rather than over its neighbour."""
    style = _NUMBER.at(size)
    widest = max(text_width(line, style) for line in lines)
    return style if widest <= cell - _BESIDE else style.at(size * (cell - _BESIDE) / widest)


def _placed(groups: Sequence[tuple[int, int, str]], cell: float, room: float) -> list[tuple[float, str]] | None:
    """The words below their squares, pushed apart where they would touch; None where a row has no room for them."""
    gap = 1.2
    wide = [text_width(word, _WORD) for *_, word in groups]
    room = max(room, _MOST_IN_ROW * _LEAST_WIDTH)
    if sum(wide) + gap * (len(wide) - 1) > room:
        return None
    lefts = [(start + count / 2) * cell - each / 2 for (start, count, _), each in zip(groups, wide, strict=True)]
    pen = 0.0
    for at, each in enumerate(wide):
        lefts[at] = max(lefts[at], pen)
        pen = lefts[at] + each + gap
    pen = room
    for at in reversed(range(len(wide))):
        lefts[at] = min(lefts[at], pen - wide[at])
        pen = lefts[at] - gap
    return [(left + each / 2, word) for left, each, (*_, word) in zip(lefts, wide, groups, strict=True)]


def squares(statuses: Mapping[str, Status | None], numbers: Mapping[str, str]) -> tuple[Square, ...]:
    """The squares of the units (ids) that were in a status."""
    return tuple((key, numbers[unit]) for unit, key in statuses.items() if key is not None)
