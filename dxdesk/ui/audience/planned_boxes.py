"""The right side of 道のり: white boxes with the plan's text over the years it stands in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from dxdesk.domain.roadmap import Planned, PlannedLine
from dxdesk.ui.audience.drawing import Box, Line, Mark, Text
from dxdesk.ui.audience.measure import width, wrapped
from dxdesk.ui.audience.timeline import MONTHS, Slot
from dxdesk.ui.audience.unit_rows import LINE_PITCH
from dxdesk.ui.theme import FLOOR
from dxdesk.wording.board import MARK, and_more

_PADDING: Final = 13.0
_NARROWEST: Final = 90.0
_MOST_LINES: Final = 6


def boxes_of(planned: Sequence[Planned], slots: Sequence[Slot]) -> list[tuple[Planned, float, float]]:
    """The boxes of a unit with their left and right; what falls into the same column stands in one."""
    found: list[tuple[Planned, float, float]] = []
    for each in planned:
        span = _span(each, slots)
        if span is None:
            continue
        if found and span[0] < found[-1][2] - 1:
            before, left, right = found.pop()
            lines = tuple(dict.fromkeys((*before.lines, *each.lines)))
            joined = Planned(before.first, each.last, lines, before.dotted or each.dotted)
            found.append((joined, left, max(right, span[1])))
        else:
            found.append((each, *span))
    return found


def _span(planned: Planned, slots: Sequence[Slot]) -> tuple[float, float] | None:
    """From where to where a box reaches over the columns to come; None where it lies outside them."""
    begin, end = planned.first * MONTHS, (planned.last + 1) * MONTHS
    over = [slot for slot in slots if slot.ahead and slot.begin < end and slot.end > begin]
    return (over[0].left, over[-1].right) if over else None


def _words(line: PlannedLine) -> str:
    return f"{MARK}{line.text}" if line.marked else line.text


def box_lines(lines: Sequence[PlannedLine], room: float, most: int) -> tuple[str, ...]:
    """The plan's lines in at most ``most`` lines of ``room``; what is left out is counted at the end, or told by …"""
    for shown in range(len(lines), 0, -1):
        left_out = lines[shown:]
        ending = f" {and_more(len(left_out), any(each.marked for each in left_out))}" if left_out else ""
        if width(ending, FLOOR) > room / 2:
            ending = "…"
        found = [part for line in lines[: shown - 1] for part in wrapped(_words(line), room, FLOOR)]
        last = _words(lines[shown - 1])
        whole = wrapped(last + ending, room, FLOOR)
        if len(found) + len(whole) <= most:
            return (*found, *whole)
    found = list(wrapped(_words(lines[0]), room, FLOOR, most=most))
    if ending:
        start = found[-1].rstrip("…")
        while start and width(f"{start}…{ending.strip('…')}", FLOOR) > room:
            start = start[:-1]
        found[-1] = f"{start}…{ending.strip('…')}"
    return tuple(found)


def lines_wanted(planned: Sequence[Planned], slots: Sequence[Slot]) -> int:
    """How many lines of text the tallest box of a unit takes, if nothing is left out."""
    taken = 1
    for each, left, right in boxes_of(planned, slots):
        if each.lines and right - left >= _NARROWEST:
            taken = max(taken, len(box_lines(each.lines, right - left - 2 * _PADDING - 8, _MOST_LINES)))
    return taken


def planned_marks(planned: Sequence[Planned], slots: Sequence[Slot], y: float, tall: float, most: int) -> list[Mark]:
    """The boxes of a unit in a row of the height ``tall``; dashed where the plan does not confirm how far they reach.

    A unit about which the plan says nothing has a dashed line.
    """
    marks: list[Mark] = []
    for each, left, right in boxes_of(planned, slots):
        if not each.lines:
            ends = (QPointF(left + 8, y + tall / 2), QPointF(right - 4, y + tall / 2))
            marks.append(Line(ends, "field", 3.0, dashed=True))
            continue
        box = QRectF(left + 5, y + 4, right - left - 8, tall - 8)
        marks.append(Box(box, "white", "stage-new", 2.6, 8, dashed=each.dotted))
        text = box.adjusted(_PADDING, 0, -_PADDING, 0)
        if right - left >= _NARROWEST:
            marks.append(Text(box_lines(each.lines, text.width(), most), text, FLOOR, pitch=LINE_PITCH))
    return marks
