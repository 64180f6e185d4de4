"""決定の確認: the words of a decision and of its 宿題, as large as the room needs to agree with them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF

from dxdesk.domain.audience import Audience, ReadBackAction
from dxdesk.ui.audience.drawing import Box, Canvas, Line, Mark, Page, Text, ground, moved
from dxdesk.ui.audience.frame import TOP_RULE
from dxdesk.ui.audience.measure import shortened, width, wrapped
from dxdesk.ui.audience.words_frame import lead_of, line_of, name_of_line, owners_and_due
from dxdesk.ui.theme import FLOOR, projection_px
from dxdesk.wording_audience import PLEASE_CONFIRM, READ_BACK
from dxdesk.wording_meeting import RESULT_WORDS

_SIZES: Final = (projection_px("readback"), 72, 60)
"""A decision of more than three lines steps down, then goes on on the next page."""
_MOST_LINES: Final = 3
_ACTION_PX: Final = 56
_SECOND_PX: Final = projection_px("card-name")
_PILL_PX: Final = projection_px("decide")
_SIDE: Final = 120.0
_HEAD: Final = 270.0
_FOOT: Final = 150.0


def _inner(canvas: Canvas) -> QRectF:
    side = _SIDE if canvas.roomy else _SIDE / 2
    return QRectF(side, 84 if canvas.roomy else 48, canvas.width - 2 * side, canvas.height)


def _head(audience: Audience, canvas: Canvas, page: int, pages: int) -> tuple[list[Mark], float]:
    """協議1 標準化・共通化 and the pill, and the y below."""
    rect, said = _inner(canvas), audience.read_back
    line = line_of(audience, said.item) if said else None
    name = "　".join(each for each in (lead_of(line), name_of_line(audience, line)) if each) if line else ""
    top = QRectF(rect.left(), rect.top(), rect.width(), 66)
    result = RESULT_WORDS[said.result] if said and said.result else ""
    word = READ_BACK if not result else f"{READ_BACK}：{result}"
    pill = QRectF(rect.left(), top.bottom() + 34, width(word, _PILL_PX, True) + 84, 86)
    marks: list[Mark] = [
        Box(QRectF(0, 0, canvas.width, TOP_RULE), "navy"),
        Text((shortened(name, top.width() - 120, _PILL_PX),), top, _PILL_PX, False, "sub"),
        Box(pill, "navy", radius=12),
        Text((word,), pill, _PILL_PX, True, "white", "center"),
    ]
    if pages > 1:
        marks.append(Text((f"{page}／{pages}",), top, _PILL_PX, False, "sub", "right"))
    return marks, pill.bottom() + 52


def _please(canvas: Canvas) -> Text:
    rect = _inner(canvas)
    return Text((PLEASE_CONFIRM,), QRectF(rect.left(), canvas.height - 130, rect.width(), 70), _SECOND_PX, False, "sub")


def _decision(text: str, room: float) -> tuple[int, tuple[str, ...]]:
    """The size at which a decision has at most three lines, else the smallest; and its lines."""
    for px in _SIZES:
        lines = wrapped(text, room, px, True)
        if len(lines) <= _MOST_LINES:
            return px, lines
    return _SIZES[-1], lines


def _action(action: ReadBackAction, word: str, rect: QRectF) -> tuple[float, list[Mark]]:
    """The height of a 宿題 and its marks, from the top of ``rect`` on."""
    wide = width(word, _SECOND_PX, True) + 76
    room = rect.width() - wide - 40
    lines = wrapped(action.text, room, _ACTION_PX, most=3)
    pill = QRectF(rect.left(), rect.top() + 4, wide, 70)
    tall = 78.0 * len(lines)
    text = QRectF(pill.right() + 40, rect.top(), room, tall)
    who = shortened(owners_and_due(action.departments, action.due), room, _SECOND_PX)
    below = QRectF(text.left(), text.bottom(), room, 64)
    return tall + 64 + 26, [
        Box(pill, "white", "navy", 3, 12),
        Text((word,), pill, _SECOND_PX, True, "navy", "center"),
        Text(lines, text, _ACTION_PX, pitch=78.0),
        Text((who,), below, max(_SECOND_PX, FLOOR), False, "sub"),
    ]


def _blocks(audience: Audience, canvas: Canvas, room: float) -> list[tuple[float, list[Mark]]]:
    """What stands below the pill, in pieces that are never cut: lines of the decision, then every 宿題."""
    said, rect = audience.read_back, _inner(canvas)
    if said is None:
        return []
    found: list[tuple[float, list[Mark]]] = []
    if said.text:
        px, lines = _decision(said.text, rect.width())
        pitch = round(px * 1.4)
        most = max(1, int(room // pitch))
        for start in range(0, len(lines), most):
            part = lines[start : start + most]
            place = QRectF(rect.left(), 0, rect.width(), pitch * len(part))
            found.append((place.height() + 48, [Text(part, place, px, True, pitch=float(pitch))]))
    for number, action in enumerate(said.actions):
        tall, marks = _action(action, audience.settings.action_word, QRectF(rect.left(), 0, rect.width(), 0))
        if number == 0 and said.text:
            line = Line((QPointF(rect.left(), -24), QPointF(rect.right(), -24)), "field", 2)
            marks = [line, *marks]
        found.append((tall, marks))
    return found


def read_back_pages(audience: Audience, canvas: Canvas) -> tuple[Page, ...]:
    """The pages of 決定の確認; without words to be read back one page that says nothing."""
    _, top = _head(audience, canvas, 88, 88)
    room = canvas.height - _FOOT - top
    sheets: list[list[tuple[float, list[Mark]]]] = [[]]
    for block in _blocks(audience, canvas, room):
        if sheets[-1] and sum(tall for tall, _ in sheets[-1]) + block[0] > room:
            sheets.append([])
        sheets[-1].append(block)
    pages = []
    for number, sheet in enumerate(sheets, start=1):
        marks, y = _head(audience, canvas, number, len(sheets))
        for tall, block_marks in sheet:
            marks += [moved(mark, 0, y) for mark in block_marks]
            y += tall
        pages.append(Page(canvas, (ground(*marks, _please(canvas)),)))
    return tuple(pages)
