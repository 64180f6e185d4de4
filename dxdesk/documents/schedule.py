"""工程表: the lines of the plan over its years, what was reported on them, and the line of the 基準日."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dxdesk.documents import schedule_lanes as drawn
from dxdesk.documents.blocks import Block, Inline, Sized
from dxdesk.documents.cells import Cell, Column, Row
from dxdesk.documents.cycle_paper import compose_of_cycle
from dxdesk.documents.fonts import Face
from dxdesk.documents.frames import FRAME_Y
from dxdesk.documents.ink import BLACK, Dash
from dxdesk.documents.lines import text_width
from dxdesk.documents.page import Printed, Sheet
from dxdesk.documents.paging import even_height
from dxdesk.documents.paragraph import Text, write
from dxdesk.documents.schedule_lanes import LaneBlock, Scale
from dxdesk.documents.styles import HEAD, TITLE
from dxdesk.documents.table import Table
from dxdesk.documents.text_style import TextStyle
from dxdesk.documents.unit_blocks import Flow, Panel, clipped, fitted, name_lines, said, status_line, status_stack
from dxdesk.domain.timetable import Lane, Timetable, TimetableRow
from dxdesk.wording.paper import NOTHING, plan_words
from dxdesk.wording.schedule import (
    ANYTIME,
    AS_OF,
    CLOSED,
    DONE,
    DUE,
    LEGEND,
    NO_LINES,
    NOT_BY_DATE,
    OPEN,
    QUARTERS,
    REST,
    SCHEDULE_TITLE,
    STATUS_HEAD,
    TEXT_HEAD,
    UNIT_HEAD,
    UNREPORTED,
    WHEN_HEAD,
    YEARLY,
    size_words,
)

_SUB = TextStyle(Face.PROPORTIONAL, 9, 12)
_CELL = TextStyle(Face.PROPORTIONAL, 8.4, 10.6, whole_last_line=True, phrases=True)
_HEAD = HEAD.at(8.6, 10.6)
_LEGEND = TextStyle(Face.PROPORTIONAL, 8.2, 11.3)
_DAY = TextStyle(Face.PROPORTIONAL_BOLD, 8.2, 10, white=True)
_WHOLE_WIDTH: Final = 267.0
_NAME, _STATUS = 46.0, 19.0
_LEAST: Final = 7.15
_LEGEND_ROOM: Final = 11.0
_PITCH: Final = 4.8
_GAP: Final = 1.4
_ACROSS: Final = 1.5
_QUARTERS: Final[Dash] = (0.5, 2.2)
_THREE, _FIVE, _NONE = (66.0, 37.0, 99.0), (56.0, 30.0, 116.0), (120.0, 82.0, 0.0)
"""Widths of 内容, of 実施時期 and of all years together."""


def compose_schedule(value: Timetable, *, made: str, number: str = "資料5") -> Printed:
    """工程表 of a plan as a cycle sees it; ``made`` is an ISO moment."""
    return compose_of_cycle(value, SCHEDULE_TITLE, FRAME_Y, lay_schedule, made=made, number=number)


@dataclass(frozen=True)
class _Group:
    """A unit, or the part of it that stands on a page, with the height of each line."""

    row: TimetableRow
    lanes: tuple[Lane, ...]
    heights: tuple[float, ...]

    def part(self, start: int, end: int | None = None) -> _Group:
        """Its lines from ``start`` to before ``end``."""
        return _Group(self.row, self.lanes[start:end], self.heights[start:end])


def lay_schedule(sheet: Sheet, value: Timetable) -> None:
    """Lay 工程表 from the current, still empty page on; between units a new page begins where one is full."""
    outer, sheet.head = sheet.head, lambda page: _draw_head(page, value)
    _draw_head(sheet, value)
    sheet.y = sheet.frame.body
    if not value.lines:
        sheet.place(Text(value.settings.paper.said(NO_LINES), _CELL.at(10, 14)))
        sheet.head = outer
        return
    columns = _columns(value)
    legend = _legend(value)
    room = (
        sheet.frame.bottom - sheet.frame.body - max(_LEGEND_ROOM, legend.height(sheet.width) + 1.5 if legend else 0.0)
    )
    head = Table(columns, (), head_style=_HEAD).height(sheet.width)
    for at, groups in enumerate(_paged(_measured(value, columns, sheet.width), room - head)):
        if at:
            sheet.next_page()
        sheet.y = sheet.frame.body
        rows = tuple(row for group in groups for row in _rows(value, group, sheet.width))
        table = Table(columns, rows, style=_CELL, head_style=_HEAD, least=_LEAST)
        bottom = min(sheet.y + table.height(sheet.width), sheet.bottom)
        if value.years:
            _draw_quarters(sheet, value, sheet.y + head, bottom)
        sheet.place(table)
        if value.years:
            _draw_day(sheet, value, sheet.frame.body, bottom)
        if legend is not None:
            sheet.y += _GAP
            sheet.place(legend)
    sheet.head = outer


def _scaled(sheet: Sheet, width: float) -> float:
    return width * sheet.width / _WHOLE_WIDTH


def _widths(value: Timetable) -> tuple[float, float, float]:
    if not value.years:
        return _NONE if value.dated else (_NONE[0] + _NONE[1], 0.0, 0.0)
    return _THREE if len(value.years) <= 3 else _FIVE


def _columns(value: Timetable) -> tuple[Column, ...]:
    text, when, years = _widths(value)
    paper = value.settings.paper
    return (
        Column(_NAME, UNIT_HEAD, _CELL.bold),
        Column(text, TEXT_HEAD),
        *((Column(when, WHEN_HEAD),) if value.dated else ()),
        *(Column(years / len(value.years), paper.fiscal_year(year)) for year in value.years),
        Column(_STATUS, STATUS_HEAD),
    )


def _draw_head(sheet: Sheet, value: Timetable) -> None:
    ink, paper = sheet.ink, value.settings.paper
    title = f"{value.plan.title}　{SCHEDULE_TITLE}"
    style = fitted(title, TITLE, sheet.free - sheet.left - 4.0, 11.0)
    write(ink, sheet.left, 22.4, clipped(title, style, sheet.free - sheet.left - 4.0, 1), style)
    units = sum(row.card is not None for row in value.rows)
    size = size_words(units, value.lines)
    words = f"{plan_words(value.plan)}　{size}　{paper.plain_date(value.board.as_of)}現在"
    text, when, _ = _widths(value)
    room = _scaled(sheet, _NAME + text + when) if value.years else sheet.width
    sub = fitted(words, _SUB, room, 7.5)
    write(ink, sheet.left, 30.8, clipped(words, sub, room, 1), sub)
    sheet.y = sheet.frame.body


def _scale(sheet: Sheet, value: Timetable) -> tuple[float, Scale]:
    """Where the years begin on the page, and their scale."""
    text, when, years = _widths(value)
    left = sheet.left + _scaled(sheet, _NAME + text + when)
    return left, Scale(value.years, _scaled(sheet, years))


def _draw_quarters(sheet: Sheet, value: Timetable, top: float, bottom: float) -> None:
    left, scale = _scale(sheet, value)
    for quarter in range(1, 4 * len(value.years)):
        x = left + quarter * scale.year / 4
        if quarter % 4:
            sheet.ink.line(x, top, x, bottom, dash=_QUARTERS)
        else:
            sheet.ink.line(x, top, x, bottom)


def _draw_day(sheet: Sheet, value: Timetable, top: float, bottom: float) -> None:
    """The line of 基準日 through the body, its label above the head."""
    left, scale = _scale(sheet, value)
    day = value.board.as_of
    if not value.years[0] <= (day.year if day.month >= 4 else day.year - 1) <= value.years[-1]:
        return
    x = left + scale.at(day)
    words = f"{AS_OF} {value.settings.paper.table_date(day)}"
    wide = max(26.0, text_width(words, _DAY) + 3.0)
    place = min(max(x - wide / 2, left), sheet.right - wide)
    sheet.ink.rect(place, top - 5.0, wide, 4.4, weight=None, fill=BLACK)
    write(sheet.ink, place + wide / 2, top - 5.0 + (4.4 - _DAY.em) / 2, words, _DAY, "center")
    sheet.ink.line(x, top - 0.6, x, bottom + 1.0, weight=1.2)


def _lane_cells(value: Timetable, lane: Lane, width: float) -> tuple[Cell, ...]:
    cells = (said(lane.text or None, _CELL), *((said(lane.when or None, _CELL),) if value.dated else ()))
    if not value.years:
        return cells
    years = _widths(value)[2] * width / _WHOLE_WIDTH
    block = LaneBlock(lane, Scale(value.years, years), value.board.as_of, value.settings.status_word("none"))
    return (*cells, Cell(block, columns=len(value.years)))


def _name(value: Timetable, row: TimetableRow, width: float) -> str:
    room = _NAME * width / _WHOLE_WIDTH - 2 * _ACROSS
    return name_lines(f"{row.number} {row.name}".strip(), _CELL.bold, room)


def _status(value: Timetable, group: _Group) -> Cell:
    card = group.row.card
    if card is None:
        return Cell(NOTHING, style=_CELL.aligned("center"))
    block: Block
    if len(group.lanes) > 1 or card.status == "miss":
        block = status_stack(card, value.settings, _CELL, 4.6)
    else:
        block = status_line(card.status, value.settings, _CELL.bold, 3.6, align="center")
    return Cell(Panel(block), fill="hatch") if card.status == "miss" else Cell(block, continued=block)


def _rows(value: Timetable, group: _Group, width: float) -> list[Row]:
    """The rows of a unit: its name and status beside all of its lines."""
    count, found = len(group.lanes), []
    heights = group.heights or (0.0,) * count
    for at, (lane, high) in enumerate(zip(group.lanes, heights, strict=True)):
        cells = _lane_cells(value, lane, width)
        if at == 0:
            cells = (Cell(_name(value, group.row, width), rows=count), *cells)
            status = _status(value, group)
            cells = (*cells, Cell(status.content, rows=count, fill=status.fill, style=status.style))
        found.append(Row(cells, least=high, rule=None if at else 0.5))
    return found


def _measured(value: Timetable, columns: tuple[Column, ...], width: float) -> list[_Group]:
    """Every unit with the heights of its lines; the last is as much higher as its name or status needs."""
    found = []
    for row in value.rows:
        alone = (
            Table(columns[1:-1], (Row(_lane_cells(value, lane, width)),), head=(), style=_CELL) for lane in row.lanes
        )
        part = sum(column.width for column in columns[1:-1]) * width / _WHOLE_WIDTH
        heights = [max(table.height(part), _LEAST) for table in alone]
        whole = Table(
            columns, tuple(_rows(value, _Group(row, row.lanes, ()), width)), head=(), style=_CELL, least=_LEAST
        )
        heights[-1] += max(whole.height(width) - sum(heights), 0.0)
        found.append(_Group(row, row.lanes, tuple(heights)))
    return found


def _paged(groups: Sequence[_Group], room: float) -> list[list[_Group]]:
    """Whole units on each page, all pages about as long; one higher than a page goes on on the next between its
    lines."""
    highest = max((sum(group.heights) for group in groups), default=0.0)
    return _filled(groups, even_height(lambda high: len(_filled(groups, high)), room, highest))


def _filled(groups: Sequence[_Group], room: float) -> list[list[_Group]]:
    """The same with so many mm on each page, one after the other."""
    pages: list[list[_Group]] = [[]]
    left = room
    for group in groups:
        if pages[-1] and sum(group.heights) > left:
            pages.append([])
            left = room
        start = 0
        for at, height in enumerate(group.heights):
            if height > left and at > start:
                pages[-1].append(group.part(start, at))
                pages.append([])
                start, left = at, room
            left -= height
        pages[-1].append(group.part(start))
    return pages


def _legend(value: Timetable) -> Flow | None:
    """The signs that occur, and how they are to be read; none without years."""
    if not value.years:
        return None
    lanes = [lane for row in value.rows for lane in row.lanes]
    found, said_ = drawn.kinds(lanes), value.settings.paper.said
    signs = (
        ("closed", drawn.closed_sample(), CLOSED),
        ("open", drawn.open_sample(), OPEN),
        ("done", drawn.done_sample(), DONE),
        ("dots", drawn.anytime_sample(), ANYTIME),
        ("marks", drawn.mark_samples(), YEARLY),
        ("rest", drawn.rest_sample(), REST),
        ("due", drawn.due_sample(), DUE),
    )
    items: list[Sized] = [Text(LEGEND, _LEGEND.bold)]
    items += [Inline((sample, Text(said_(words), _LEGEND)), gap=1.2) for key, sample, words in signs if key in found]
    items.append(Inline((drawn.day_sample(), Text(AS_OF, _LEGEND)), gap=1.2))
    sentences = [QUARTERS]
    if any(_unreported(value, lane) for lane in lanes):
        sentences.append(UNREPORTED)
    if found & {"dots", "marks"}:
        sentences.append(NOT_BY_DATE)
    items += [Text(said_(sentence), _LEGEND) for sentence in sentences]
    return Flow(tuple(items), _PITCH, gap=3.6, indent=8.0)


def _unreported(value: Timetable, lane: Lane) -> bool:
    """Whether a year of 毎年 before this cycle has no mark."""
    return lane.kind == "marks" and len(lane.marks) < lane.last - lane.first + 1
