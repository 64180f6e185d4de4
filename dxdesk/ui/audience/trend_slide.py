"""推移: the status of every unit in the last cycles, and what changed since the one before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from dxdesk.domain.board import Board, Card
from dxdesk.domain.calendar import fiscal_year_short, fiscal_year_words
from dxdesk.domain.settings import Settings
from dxdesk.domain.trend import Trend, TrendCycle, changed
from dxdesk.ui.audience.drawing import Arrow, Block, Box, Canvas, Layer, Line, Mark, Page, Symbol, Text, ground
from dxdesk.ui.audience.frame import header, word_of
from dxdesk.ui.audience.legend import legend, legend_marks
from dxdesk.ui.audience.measure import shortened, width
from dxdesk.ui.audience.pages import Pages
from dxdesk.ui.audience.unit_rows import LINE_PITCH, NAME_PX, Names, UnitRow, axis_layers, codes_of, unit_pages
from dxdesk.ui.theme import FLOOR, projection_px
from dxdesk.wording.board import CHANGED, TREND, turned

_PITCH: Final = 58.0
HEAD: Final = 48.0
CYCLE_LINE: Final = 50.0
YEAR_PX: Final = projection_px("secondary")
_CELL: Final = 157.0
_THIS_CELL: Final = 177.0
_WIDEST_CELL: Final = 240.0
_SPREAD: Final = 0.6
"""Of the room that few cycles leave, so much is theirs."""

_WIDEST_LABEL: Final = 180.0
_PAST, _NOW, _ON_BLOCK = 30.0, 40.0, 36.0
_LOUD: Final = (80.0, 50.0)
_ARROW: Final = 34.0
_CHANGE_GAP: Final = 27.0
_FEWEST: Final = 2


@dataclass(frozen=True)
class _Column:
    """A cycle and the place of its cells; ``index`` is its place in the trend."""

    cycle: TrendCycle
    index: int
    left: float
    width: float


def year_head(year: int, rect: QRectF, now: bool, ending: str = "") -> list[Mark]:
    """The head over the cycles of a fiscal year, in short where it is narrow."""
    long = fiscal_year_words(year) + ending
    word = long if width(long, YEAR_PX, True) <= rect.width() - 8 else fiscal_year_short(year) + ending
    word = shortened(word, rect.width(), YEAR_PX, True)
    return [
        Box(rect, "navy" if now else "stage-passed", radius=8),
        Text((word,), rect, YEAR_PX, True, "white" if now else "navy", "center"),
    ]


def label_width(cycle: TrendCycle) -> float:
    """What the name of a cycle takes above its cells."""
    return min(_WIDEST_LABEL, width(cycle.name, FLOOR, True)) + 10


def _columns(trend: Trend, left: float, right: float) -> list[_Column]:
    """The newest cycles that have room; at least this one and the one before."""
    cycles = list(enumerate(trend.cycles))
    while len(cycles) > _FEWEST and sum(label_width(each) for _, each in cycles) > right - left:
        cycles.pop(0)
    least = [min(label_width(each), (right - left) / len(cycles)) for _, each in cycles]
    spread = min(_WIDEST_CELL, (right - left) * _SPREAD / len(cycles))
    wanted = [max(_CELL, spread, each) for each in least[:-1]] + [max(_THIS_CELL, spread, least[-1])]
    share = min(1.0, (right - left - sum(least)) / max(1.0, sum(wanted) - sum(least)))
    found, x = [], left
    for (index, cycle), small, large in zip(cycles, least, wanted, strict=True):
        wide = small + (large - small) * max(0.0, share)
        found.append(_Column(cycle, index, x, wide))
        x += wide
    return found


def _heads(columns: Sequence[_Column], top: float, change: QRectF | None) -> list[Mark]:
    marks: list[Mark] = []
    groups = [list(each) for _, each in groupby(columns, key=lambda column: column.cycle.fiscal_year)]
    for group in groups:
        rect = QRectF(group[0].left + 3, top, group[-1].left + group[-1].width - group[0].left - 6, HEAD)
        marks += year_head(group[0].cycle.fiscal_year, rect, group is groups[-1])
    for column in columns:
        now = column is columns[-1]
        rect = QRectF(column.left, top + HEAD, column.width, CYCLE_LINE)
        word = shortened(column.cycle.name, rect.width(), FLOOR, now)
        marks.append(Text((word,), rect, FLOOR, now, "ink" if now else "sub", "center"))
    if change is not None:
        rect = QRectF(change.left(), top + HEAD, change.width(), CYCLE_LINE)
        marks.append(Text((CHANGED,), rect, FLOOR, True, "sub"))
    return marks


def _turned(card: Card, settings: Settings) -> str:
    return turned(word_of(card, settings), silent=card.status == "miss")


def _change_width(board: Board, settings: Settings) -> float:
    words = [_turned(card, settings) for card in board.cards if changed(card)]
    widest = max((_ARROW + 12 + width(word, NAME_PX, True) for word in words), default=0.0)
    return max(width(CHANGED, FLOOR, True), widest)


def _cell(key: str, column: _Column, y: float, tall: float, now: bool) -> list[Mark]:
    centre = QPointF(column.left + column.width / 2, y + tall / 2)
    loud = now and key in ("late", "warn")
    side = _ON_BLOCK if loud else _NOW if now else _PAST
    symbol = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
    if not loud:
        return [Symbol(symbol, key, on_block=False)]
    wide, high = _LOUD
    block = QRectF(centre.x() - wide / 2, centre.y() - high / 2, wide, high)
    return [Block(block, key, 8, edge=2.6), Symbol(symbol, key)]


def _change_marks(card: Card, settings: Settings, rect: QRectF) -> list[Mark]:
    """The arrow, where there is one, and what it changed to."""
    marks: list[Mark] = []
    if card.change in ("better", "worse"):
        arrow = QRectF(rect.left(), rect.center().y() - _ARROW / 2, _ARROW, _ARROW)
        marks.append(Arrow(arrow, str(card.change), "ink"))
    place = rect.adjusted(_ARROW + 12, 0, 0, 0)
    word = shortened(_turned(card, settings), place.width(), NAME_PX, True)
    return [*marks, Text((word,), place, NAME_PX, True)]


def _row(
    row: UnitRow,
    y: float,
    names: Names,
    columns: Sequence[_Column],
    statuses: Sequence[str | None],
    change: QRectF | None,
    settings: Settings,
    right: float,
) -> Layer:
    card = row.card
    turn = change is not None and changed(card)
    name = QRectF(names.left, y, names.width, row.height)
    marks: list[Mark] = [Text(row.lines, name, NAME_PX, turn, pitch=LINE_PITCH)]
    for column in columns:
        key = statuses[column.index]
        if key is not None:
            marks += _cell(key, column, y, row.height, column is columns[-1])
    if turn and change is not None:
        marks += _change_marks(card, settings, QRectF(change.left(), y, change.width(), row.height))
    return Layer("card", card.code, QRectF(names.left - 6, y, right - names.left + 6, row.height), tuple(marks))


def trend_pages(board: Board, trend: Trend, settings: Settings, canvas: Canvas) -> Pages:
    """The pages of 推移: six cycles of thirteen units each where there is room, split between axes."""
    _, below = header(canvas, board, 88, 88, TREND)
    top = below + (14 if canvas.roomy else 6)
    shown = legend(canvas, board, settings, (key for said in trend.statuses.values() for key in said))
    body = top + HEAD + CYCLE_LINE + 2
    sheets, names = unit_pages(board, canvas, shown.top - 8 - body, _PITCH)
    first = len(trend.cycles) < _FEWEST
    wide = 0.0 if first else _change_width(board, settings)
    wide = min(wide, canvas.inner * 0.3)
    columns = _columns(trend, names.right + 16, canvas.right - wide - (0.0 if first else _CHANGE_GAP))
    end = columns[-1].left + columns[-1].width
    change = None if first else QRectF(end + _CHANGE_GAP, 0, canvas.right - end - _CHANGE_GAP, 0)

    def lay_out(at: int) -> Page:
        parts, number = sheets[at], at + 1
        marks, _ = header(canvas, board, number, len(sheets), TREND)
        axes, rows, bottom = axis_layers(parts, names, body, canvas.inner)
        tint = QRectF(columns[-1].left, top + HEAD, columns[-1].width, bottom + 6 - top - HEAD)
        layers = [ground(*marks, Box(tint, "key-tint"), *_heads(columns, top, change)), *axes]
        lines: list[Mark] = []
        for row, y, followed in rows:
            layers.append(_row(row, y, names, columns, trend.statuses[row.card.unit], change, settings, canvas.right))
            if followed:
                ends = (QPointF(names.left, y + row.height), QPointF(canvas.right, y + row.height))
                lines.append(Line(ends, "line", 1.5))
        layers.append(ground(*lines, *legend_marks(shown, canvas, board, number, len(sheets))))
        return Page(canvas, tuple(layers))

    return Pages([codes_of(parts) for parts in sheets], lay_out)
