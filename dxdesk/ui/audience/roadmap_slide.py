"""道のり: left of the meeting what happened, right of it what the plan has still to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from dxdesk.domain.board import Board, Card
from dxdesk.domain.calendar import fiscal_year_words
from dxdesk.domain.roadmap import Roadmap
from dxdesk.domain.settings import Settings
from dxdesk.domain.trend import Trend
from dxdesk.ui.audience.drawing import MARGIN, Box, Canvas, Layer, Line, Mark, Page, Symbol, Text, ground
from dxdesk.ui.audience.frame import header, text_colour
from dxdesk.ui.audience.legend import Legend, legend, legend_marks
from dxdesk.ui.audience.measure import shortened, width
from dxdesk.ui.audience.pages import Pages
from dxdesk.ui.audience.planned_boxes import lines_wanted, planned_marks
from dxdesk.ui.audience.timeline import Slot, month_slots, period_slots
from dxdesk.ui.audience.trend_slide import CYCLE_LINE, HEAD, year_head
from dxdesk.ui.audience.unit_rows import (
    LINE_PITCH,
    NAME_PX,
    AxisPart,
    Names,
    UnitRow,
    axis_layers,
    codes_of,
    grown,
    unit_pages,
)
from dxdesk.ui.theme import FLOOR, projection_px
from dxdesk.wording.board import (
    AND_LATER,
    MARK,
    MONTHS_WORDS,
    OWN_YEARS,
    ROADMAP_WORDS,
    UNDATED,
    roadmap_title,
    year_title,
)

_PITCH: Final = 56.0
_TITLE_PX: Final = projection_px("board-title")
_PAST, _NOW = 30.0, 40.0
_MARK_SIDE: Final = 40.0
_GOES_ON: Final = ("late", "warn", "ok", "stop")
_NOT_BEGUN: Final = ("none", "na", "elsewhere", None)


@dataclass(frozen=True)
class _Sheet:
    """What every page of the slide shares."""

    board: Board
    trend: Trend
    roadmap: Roadmap
    settings: Settings
    slots: tuple[Slot, ...]
    names: Names
    months: bool

    @property
    def title(self) -> str:
        """What the slide is called."""
        return _title(self.roadmap, self.months)

    @property
    def now(self) -> Slot:
        """The column of this cycle."""
        return [slot for slot in self.slots if not slot.ahead][-1]


def _title(roadmap: Roadmap, months: bool) -> str:
    if months:
        return year_title(fiscal_year_words(roadmap.this_year))
    return roadmap_title(roadmap.length if roadmap.length == len(roadmap.years) else None)


def _heads(sheet: _Sheet, top: float) -> list[Mark]:
    marks: list[Mark] = []
    for year, members in groupby(sheet.slots, key=lambda slot: slot.year):
        group = list(members)
        rect = QRectF(group[0].left + 2, top, group[-1].right - group[0].left - 4, HEAD)
        ending = AND_LATER if group[-1].open_end else ""
        marks += year_head(year, rect, year == sheet.roadmap.this_year, ending)
    for slot in sheet.slots:
        if not slot.label:
            continue
        now = slot is sheet.now
        spare = max(0.0, 90.0 - slot.width) if sheet.months else 0.0
        rect = QRectF(slot.left - spare / 2, top + HEAD, slot.width + spare, CYCLE_LINE)
        word = shortened(slot.label, rect.width(), FLOOR, now)
        marks.append(Text((word,), rect, FLOOR, now, "ink" if now else "sub", "center"))
    return marks


def _rules(sheet: _Sheet, top: float, bottom: float) -> list[Mark]:
    """A thin line between fiscal years, and a strong one at the meeting."""
    edges = [sheet.slots[0].left, sheet.slots[-1].right]
    edges += [after.left for before, after in pairwise(sheet.slots) if before.year != after.year]
    marks: list[Mark] = [Line((QPointF(x, top), QPointF(x, bottom)), "edge", 2.0) for x in edges]
    if sheet.slots[-1].ahead:
        x = sheet.now.right
        marks.append(Line((QPointF(x, top), QPointF(x, bottom)), "navy", 4.0))
    return marks


def _course(sheet: _Sheet, card: Card, middle: float) -> list[Mark]:
    """The status of every cycle, and a line from one to the next as long as the work goes on."""
    said = sheet.trend.statuses[card.unit]
    placed = [(slot, said[slot.cycle]) for slot in sheet.slots if slot.cycle is not None]
    marks: list[Mark] = []
    for (before, key), (after, following) in pairwise(placed):
        if key in _GOES_ON and following not in _NOT_BEGUN:
            ends = (QPointF(before.middle + 28, middle), QPointF(after.middle - 28, middle))
            if ends[0].x() < ends[1].x():
                marks.append(Line(ends, "rule-blue", 5.0))
    for slot, status in placed:
        if status is not None:
            side = _NOW if slot is sheet.now else _PAST
            rect = QRectF(slot.middle - side / 2, middle - side / 2, side, side)
            marks.append(Symbol(rect, status, on_block=False))
    return marks


def _year_marks(sheet: _Sheet, card: Card, middle: float) -> list[Mark]:
    """A ◆ on the line at every past year of a line that belongs to it alone (単年・隔年)."""
    if sheet.months:
        return []
    marks: list[Mark] = []
    shown_ahead = {slot.year for slot in sheet.slots if slot.ahead}
    for year in sheet.roadmap.roads[card.unit].marks:
        here = [slot for slot in sheet.slots if slot.year == year]
        if not here or year in shown_ahead:
            continue
        x = here[0].right if len(here) > 1 else here[0].left + 24 if here[0].cycle is not None else here[0].middle
        rect = QRectF(x - _MARK_SIDE / 2, middle - _MARK_SIDE / 2, _MARK_SIDE, _MARK_SIDE)
        marks.append(Text((MARK,), rect, FLOOR, False, "navy", "center"))
    return marks


def _row(sheet: _Sheet, row: UnitRow, y: float, right: float) -> Layer:
    card, names = row.card, sheet.names
    name = QRectF(names.left, y, names.width, row.height)
    middle = y + row.height / 2
    marks: list[Mark] = [Text(row.lines, name, NAME_PX, pitch=LINE_PITCH)]
    marks += _course(sheet, card, middle)
    marks += _year_marks(sheet, card, middle)
    if card.status != "done":
        marks += planned_marks(sheet.roadmap.roads[card.unit].planned, sheet.slots, y, row.height, row.beside)
    elif sheet.slots[-1].ahead:
        place = QRectF(sheet.now.right + 18, y, right - sheet.now.right - 18, row.height)
        word = shortened(sheet.settings.status_word("done"), place.width(), NAME_PX, True)
        marks.append(Text((word,), place, NAME_PX, True, text_colour("done")))
    return Layer("card", card.code, QRectF(names.left - 6, y, right - names.left + 6, row.height), tuple(marks))


def _marked(roadmap: Roadmap) -> bool:
    roads = roadmap.roads.values()
    return any(road.marks or any(line.marked for each in road.planned for line in each.lines) for road in roads)


def _dotted(roadmap: Roadmap) -> bool:
    return any(each.dotted for road in roadmap.roads.values() for each in road.planned)


def _page(sheet: _Sheet, parts: Sequence[AxisPart], canvas: Canvas, head: _Head, number: int, of: int) -> Page:
    words = MONTHS_WORDS if sheet.months else ROADMAP_WORDS
    marks, _ = header(canvas, sheet.board, number, of, sheet.title, words, head.note)
    body = head.top + HEAD + CYCLE_LINE
    now = sheet.now
    axes, rows, bottom = axis_layers(parts, sheet.names, body + 2, now.left - MARGIN - 8)
    tint = Box(QRectF(now.left + 2, body, now.width - 4, bottom + 4 - body), "key-tint")
    layers = [ground(*marks, tint, *_heads(sheet, head.top))]
    if sheet.names.tabs:
        layers.append(ground(*_rules(sheet, body, bottom + 4)))
    layers += axes
    for row, y, _ in rows:
        if not sheet.names.tabs:
            layers.append(ground(*_rules(sheet, y, y + row.height)))
        layers.append(_row(sheet, row, y, canvas.right))
    layers.append(ground(*legend_marks(head.legend, canvas, sheet.board, number, of)))
    return Page(canvas, tuple(layers))


@dataclass(frozen=True)
class _Head:
    """What stands above and below the rows: the y of the years, the note in the title line, and the legend."""

    top: float
    note: str
    legend: Legend


def _head(board: Board, trend: Trend, roadmap: Roadmap, settings: Settings, canvas: Canvas, months: bool) -> _Head:
    """Dashes are explained in the title line where they have room there, else in the legend."""
    title, words = _title(roadmap, months), MONTHS_WORDS if months else ROADMAP_WORDS
    _, plain = header(canvas, board, 88, 88, title, words)
    note = UNDATED if _dotted(roadmap) else ""
    _, noted = header(canvas, board, 88, 88, title, words, note)
    beside = bool(note) and noted == plain and width(title, _TITLE_PX, True) + width(note, NAME_PX) < canvas.inner - 300
    notes = [f"{MARK}{OWN_YEARS}"] if _marked(roadmap) else []
    keys = (key for said in trend.statuses.values() for key in said)
    shown = legend(canvas, board, settings, keys, notes if beside or not note else [*notes, note])
    return _Head(plain + (10 if canvas.roomy else 6), note if beside else "", shown)


def roadmap_pages(
    board: Board, trend: Trend, roadmap: Roadmap, settings: Settings, canvas: Canvas, *, months: bool = False
) -> Pages:
    """The pages of 道のり over the whole plan, or with ``months`` over this fiscal year."""
    head = _head(board, trend, roadmap, settings, canvas, months)
    room = head.legend.top - 8 - (head.top + HEAD + CYCLE_LINE + 2)
    sheets, names = unit_pages(board, canvas, room, _PITCH)
    place = month_slots if months else period_slots
    slots = tuple(place(trend, roadmap, names.right + 16, canvas.right))
    sheet = _Sheet(board, trend, roadmap, settings, slots, names, months)

    def wanted(card: Card) -> int:
        return 1 if card.status == "done" else lines_wanted(roadmap.roads[card.unit].planned, slots)

    def lay_out(at: int) -> Page:
        return _page(sheet, grown(sheets[at], names, room, wanted), canvas, head, at + 1, len(sheets))

    return Pages([codes_of(parts) for parts in sheets], lay_out)
