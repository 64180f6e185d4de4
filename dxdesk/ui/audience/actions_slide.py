"""宿題: what earlier meetings left to be done, who does it and by when, and whether it is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from dxdesk.domain.audience import Audience, OpenAction
from dxdesk.ui.audience.drawing import MARGIN, Canvas, Line, Mark, Page, Text, Tick, ground
from dxdesk.ui.audience.measure import shortened, wrapped
from dxdesk.ui.audience.words_frame import owners_and_due, title_line
from dxdesk.ui.theme import projection_px
from dxdesk.wording_audience import ACTION_STATES, EARLIER_ACTIONS, NO_EARLIER_ACTIONS

_PX: Final = projection_px("card-name")
_SECOND_PX: Final = projection_px("secondary")
_PITCH: Final = 56.0
_BELOW: Final = 48.0
_AIR: Final = 20.0
_INDENT: Final = 72.0
_MOST: Final = 7
"""So many on a page at most."""


@dataclass(frozen=True)
class _Row:
    action: OpenAction
    lines: tuple[str, ...]

    @property
    def height(self) -> float:
        return _PITCH * len(self.lines) + _BELOW + _AIR


def _sheets(rows: Sequence[_Row], room: float) -> list[list[_Row]]:
    sheets: list[list[_Row]] = [[]]
    for row in rows:
        used = sum(each.height for each in sheets[-1])
        if sheets[-1] and (len(sheets[-1]) == _MOST or used + row.height > room):
            sheets.append([])
        sheets[-1].append(row)
    return sheets


def _marks(row: _Row, y: float, canvas: Canvas) -> list[Mark]:
    action = row.action
    text = QRectF(MARGIN + _INDENT, y + _AIR / 2, canvas.inner - _INDENT, _PITCH * len(row.lines))
    below = QRectF(text.left(), text.bottom(), text.width(), _BELOW)
    who = owners_and_due(action.departments, action.due)
    words = "　".join((action.number, who, ACTION_STATES[action.state]))
    done = action.state == "done"
    return [
        Tick(QRectF(MARGIN + 6, text.top() + 8, 40, 40), done),
        Text(row.lines, text, _PX, False, "sub" if done else "ink", pitch=_PITCH),
        Text((shortened(words, below.width(), _SECOND_PX),), below, _SECOND_PX, False, "sub"),
    ]


def action_pages(audience: Audience, canvas: Canvas) -> tuple[Page, ...]:
    """The pages of 宿題: what is not done first, as the lists have it; at most seven on a page."""
    word = audience.settings.action_word
    title = EARLIER_ACTIONS.format(word=word)
    _, below = title_line(canvas, audience, title, 88, 88)
    top = below + (20 if canvas.roomy else 8)
    if not audience.actions:
        marks, _ = title_line(canvas, audience, title, 1, 1)
        rect = QRectF(MARGIN, top, canvas.inner, 80)
        marks.append(Text((NO_EARLIER_ACTIONS.format(word=word),), rect, _PX, False, "sub"))
        return (Page(canvas, (ground(*marks),)),)
    ordered = sorted(audience.actions, key=lambda each: each.state == "done")
    rows = [_Row(each, wrapped(each.text, canvas.inner - _INDENT, _PX, most=3)) for each in ordered]
    sheets = _sheets(rows, canvas.height - 30 - top)
    pages = []
    for number, sheet in enumerate(sheets, start=1):
        marks, _ = title_line(canvas, audience, title, number, len(sheets))
        y = top
        for row in sheet:
            if y > top:
                marks.append(Line((QPointF(MARGIN, y), QPointF(canvas.right, y)), "line", 1.5))
            marks += _marks(row, y, canvas)
            y += row.height
        pages.append(Page(canvas, (ground(*marks),)))
    return tuple(pages)
