"""宿題: what earlier meetings left to be done, who does it and by when, and whether it is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from dxdesk.domain.audience import Audience, OpenAction
from dxdesk.ui.audience.drawing import MARGIN, Canvas, Line, Mark, Page, Text, Tick, ground
from dxdesk.ui.audience.measure import width, wrapped
from dxdesk.ui.audience.words_frame import (
    LETTERS,
    bottom_of,
    only_words,
    owners_and_due,
    sheets_of,
    spread,
    title_line,
)
from dxdesk.wording.audience import ACTION_STATES, EARLIER_ACTIONS, NO_EARLIER_ACTIONS

_MOST: Final = 7
"""So many on a page at most."""
_TICK: Final = 0.95
_MOST_LINES: Final = 3


@dataclass(frozen=True)
class _Row:
    action: OpenAction
    lines: tuple[str, ...]
    px: int

    @property
    def second(self) -> int:
        """The size of who and when, px."""
        return round(self.px * 0.905)

    @property
    def pitch(self) -> float:
        return round(self.px * 1.34)

    @property
    def below(self) -> float:
        """The height of the line of who and when."""
        return round(self.second * 1.28)

    @property
    def indent(self) -> float:
        return round(self.px * 1.7)

    @property
    def height(self) -> float:
        return self.pitch * len(self.lines) + self.below + round(self.px * 0.48)


def in_order(actions: Sequence[OpenAction]) -> list[OpenAction]:
    """What is not done first, else as the lists have it."""
    return sorted(actions, key=lambda each: each.state == "done")


def _rows(actions: Sequence[OpenAction], canvas: Canvas, px: int) -> list[_Row]:
    room = canvas.inner - _Row(actions[0], (), px).indent
    return [_Row(each, wrapped(each.text, room, px, most=_MOST_LINES), px) for each in actions]


def _marks(row: _Row, y: float, canvas: Canvas) -> list[Mark]:
    action, side = row.action, row.px * _TICK
    done = action.state == "done"
    text = QRectF(MARGIN + row.indent, y, canvas.inner - row.indent, row.pitch * len(row.lines))
    below = QRectF(text.left(), text.bottom(), text.width(), row.below)
    number = f"{action.number}　"
    room = below.width() - width(number, row.second)
    words = number + owners_and_due(action.departments, action.due, room, row.second, ACTION_STATES[action.state])
    return [
        Tick(QRectF(MARGIN + 6, y + (row.pitch - side) / 2, side, side), done),
        Text(row.lines, text, row.px, False, "sub" if done else "ink", pitch=row.pitch),
        Text((words,), below, row.second, False, "sub"),
    ]


def action_pages(audience: Audience, canvas: Canvas) -> tuple[Page, ...]:
    """The pages of 宿題; at most seven of them on a page."""
    word = audience.settings.action_word
    title = EARLIER_ACTIONS.format(word=word)
    if not audience.actions:
        return (only_words(canvas, audience, title, NO_EARLIER_ACTIONS.format(word=word)),)
    _, top = title_line(canvas, audience, title, 88, 88)
    room = bottom_of(canvas) - top
    for px in LETTERS:
        sheets = sheets_of(_rows(in_order(audience.actions), canvas, px), lambda row: row.height, room, _MOST)
        if len(sheets) == 1:
            break
    pages = []
    for number, sheet in enumerate(sheets, start=1):
        marks, y = title_line(canvas, audience, title, number, len(sheets))
        more = spread([row.height for row in sheet], room, sheet[0].px * 0.8)
        for row in sheet:
            if row is not sheet[0]:
                marks.append(Line((QPointF(MARGIN, y), QPointF(canvas.right, y)), "line", 1.5))
            marks += _marks(row, y + (row.height + more - row.pitch * len(row.lines) - row.below) / 2, canvas)
            y += row.height + more
        pages.append(Page(canvas, (ground(*marks),)))
    return tuple(pages)
