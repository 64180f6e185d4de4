"""The sections of a 取組 slide: a heading over rows that may go on on the next page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from PySide6.QtCore import QRectF

from dxdesk.domain.board import ActionLine
from dxdesk.ui.audience.drawing import Box, Mark, Text, Tick, moved
from dxdesk.ui.audience.measure import shortened, width, wrapped
from dxdesk.ui.theme import FLOOR, projection_px, radius

Style = Literal["bar", "warn-bar", "frame", "panel"]

ROOMY, DENSE = 1.4, 1.3
"""Line pitch of a slide's texts in parts of their size: as a rule, and where that saves a page."""

_HEAD_PX = projection_px("head")
_TEXT_PX = projection_px("text")
_DECIDE_PX = projection_px("decide")
_ACTION_PX = projection_px("card-name")
_PADDING = {"bar": (0.0, 0.0), "warn-bar": (0.0, 0.0), "frame": (14.0, 20.0), "panel": (14.0, 20.0)}
_INDENT = {"bar": 38.0, "warn-bar": 38.0, "frame": 32.0, "panel": 32.0}


@dataclass(frozen=True)
class Row:
    """What is never cut by a page: marks placed from (0, 0) on, and the height they take."""

    height: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Section:
    """A heading, its rows and how it is set off: a bar at its left, a frame, or a panel."""

    heading: str
    style: Style
    rows: tuple[Row, ...]
    head: float = 58.0

    @property
    def height(self) -> float:
        """Height with heading and padding."""
        return sum(_PADDING[self.style]) + self.head + sum(row.height for row in self.rows)


def text_room(column: float, style: Style) -> float:
    """Width of the text inside a section of a column."""
    return column - _INDENT[style] - (20.0 if style in ("frame", "panel") else 0.0)


def text_section(heading: str, text: str, column: float, style: Style, *, pitch: float) -> Section:
    """A section of one text: 50 px, or 48 px bold in a frame (決めること); ``pitch`` in parts of the size."""
    framed = style == "frame"
    px = _DECIDE_PX if framed else _TEXT_PX
    room = text_room(column, style)
    tall = round(px * pitch)
    rows = [
        Row(tall, (Text((line,), QRectF(0, 0, room, tall), px, framed),)) for line in wrapped(text, room, px, framed)
    ]
    return Section(heading, style, tuple(rows), 58.0 if pitch == ROOMY else 46.0)


def lines_section(heading: str, paragraphs: Sequence[str], column: float) -> Section:
    """A panel of paragraphs: what was concluded before, smaller than what is to be decided."""
    room = text_room(column, "panel")
    lines = [line for text in paragraphs for line in wrapped(text, room, _ACTION_PX)]
    rows = tuple(Row(56.0, (Text((line,), QRectF(0, 0, room, 56), _ACTION_PX),)) for line in lines)
    return Section(heading, "panel", rows)


def actions_section(heading: str, actions: Sequence[ActionLine], column: float) -> Section:
    """前回の宿題: a check box, what was to be done, and the word of its state."""
    room = text_room(column, "panel") - 66
    rows = []
    for action in actions:
        lines = wrapped(action.text, room, _ACTION_PX, most=4)
        tall = 56.0 * len(lines)
        state = shortened(action.state, room, FLOOR, True)
        marks = (
            Tick(QRectF(2, 6, 44, 44), action.done),
            Text(lines, QRectF(66, 0, room, tall), _ACTION_PX, pitch=56.0),
            Text((state,), QRectF(66, tall, room, 46), FLOOR, True, "navy" if action.done else "sub"),
        )
        rows.append(Row(tall + 46 + 14, marks))
    return Section(heading, "panel", tuple(rows))


def with_figure(section: Section, figure: Sequence[Mark], x: float, height: float) -> Section:
    """The section as one row with a figure of ``height`` beside its heading and text, ``x`` from its text's left."""
    marks: list[Mark] = []
    top = 0.0
    for row in section.rows:
        marks += [moved(mark, 0, top) for mark in row.marks]
        top += row.height
    marks += [moved(mark, x, -section.head) for mark in figure]
    return replace(section, rows=(Row(max(top, height - section.head), tuple(marks)),))


def _split(section: Section, room: float) -> tuple[Section, Section] | None:
    """The part of a section that fits and the rest, or None where not even the heading and one row fit."""
    left = room - sum(_PADDING[section.style]) - section.head
    count = 0
    for row in section.rows:
        if row.height > left + 0.5:
            break
        left -= row.height
        count += 1
    if count == 0:
        return None
    name = section.heading.removesuffix("（続き）") + "（続き）"
    return replace(section, rows=section.rows[:count]), replace(section, heading=name, rows=section.rows[count:])


class Rooms(NamedTuple):
    """Height for sections on the first page and on every later one."""

    first: float
    later: float


def paginate(sections: Sequence[Section], rooms: Rooms, gap: float) -> list[list[Section]]:
    """The sections onto pages with ``gap`` between them; one is cut only where no later page can hold it."""
    pages: list[list[Section]] = [[]]
    waiting = list(sections)
    free = rooms.first
    while waiting:
        section = waiting.pop(0)
        if section.height <= free + 0.5:
            pages[-1].append(section)
            free -= section.height + gap
            continue
        parts = _split(section, free) if section.height > rooms.later or not pages[-1] else None
        if parts is None and (pages[-1] or (len(pages) == 1 and rooms.later > rooms.first)):
            pages.append([])
            free = rooms.later
            waiting.insert(0, section)
            continue
        if parts is None:  # a single row taller than the page: it stands alone
            parts = replace(section, rows=section.rows[:1]), replace(section, rows=section.rows[1:])
        pages[-1].append(parts[0])
        if parts[1].rows:
            waiting.insert(0, parts[1])
            pages.append([])
            free = rooms.later
        else:
            free -= parts[0].height + gap
    return pages


def section_marks(section: Section, x: float, y: float, column: float) -> list[Mark]:
    """The marks of a section with its top left corner at (x, y)."""
    rect = QRectF(x, y, column, section.height)
    marks: list[Mark] = []
    if section.style == "frame":
        marks.append(Box(rect.adjusted(1.5, 1.5, -1.5, -1.5), "white", "navy", 3.0, radius("slide-panel")))
    elif section.style == "panel":
        marks.append(Box(rect, "panel", radius=radius("slide-panel")))
    elif section.style == "warn-bar":
        marks.append(Box(QRectF(x + 1, y + 6, 9, rect.height() - 12), "warn", "warn-edge", 2.0))
    else:
        marks.append(Box(QRectF(x, y + 6, 10, rect.height() - 12), "rule-blue"))
    left = x + _INDENT[section.style]
    top = y + _PADDING[section.style][0]
    heading = shortened(section.heading, text_room(column, section.style), _HEAD_PX, True)
    marks.append(
        Text((heading,), QRectF(left, top, width(heading, _HEAD_PX, True), section.head), _HEAD_PX, True, "navy")
    )
    top += section.head
    for row in section.rows:
        marks += [moved(mark, left, top) for mark in row.marks]
        top += row.height
    return marks
