"""決定の確認: the words of a decision and of its 宿題, as large as the room needs to agree with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF

from dxdesk.domain.audience import Audience, ReadBack, ReadBackAction
from dxdesk.ui.audience.drawing import Box, Canvas, Line, Mark, Page, Text, ground, moved
from dxdesk.ui.audience.frame import TOP_RULE, page_words
from dxdesk.ui.audience.measure import shortened, width, wrapped
from dxdesk.ui.audience.words_frame import lead_of, line_of, name_of_line, owners_and_due, sample_mark
from dxdesk.ui.theme import projection_px
from dxdesk.wording.audience import PLEASE_CONFIRM, READ_BACK, READ_BACK_ACTIONS, SAMPLE_CONTENT
from dxdesk.wording.meeting import told_word

_SIZES: Final = (projection_px("readback"), 72, 60)
"""A decision of more than three lines steps down, then goes on on the next page."""
_MOST_LINES: Final = 3
_ACTION_PX: Final = 56
_ACTION_PITCH: Final = 78.0
_SECOND_PX: Final = projection_px("card-name")
_PILL_PX: Final = projection_px("decide")


@dataclass(frozen=True)
class _Block:
    """What is never cut by a page: marks placed from y 0 on, and the height they take."""

    height: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class _Frame:
    """The places of a page: left edge and width, top, gaps and where the blocks end."""

    left: float
    width: float
    top: float
    gap: float
    between: float
    bottom: float


def _frame(canvas: Canvas) -> _Frame:
    side = 120.0 if canvas.roomy else 60.0
    if canvas.compact:
        return _Frame(side, canvas.width - 2 * side, 40, 18, 30, canvas.height - 104)
    return _Frame(side, canvas.width - 2 * side, 84, 34, 48, canvas.height - 160)


def _head(audience: Audience, canvas: Canvas, page: int, pages: int) -> tuple[list[Mark], float]:
    """協議1 標準化・共通化 and the pill, and the y below."""
    frame, said = _frame(canvas), audience.read_back
    line = line_of(audience, said.item) if said else None
    name = "　".join(each for each in (lead_of(line), name_of_line(audience, line)) if each) if line else ""
    sample = SAMPLE_CONTENT[:2] if canvas.compact and audience.board.sample else ""
    right = "　".join(each for each in (sample, page_words(page, pages)) if each)
    top = QRectF(frame.left, frame.top, frame.width, 66)
    result = told_word(said.result) if said and said.result else ""
    word = READ_BACK if said is None or said.text else READ_BACK_ACTIONS.format(word=audience.settings.action_word)
    word = f"{word}：{result}" if result else word
    pill = QRectF(frame.left, top.bottom() + frame.gap, width(word, _PILL_PX, True) + 84, 86)
    room = top.width() - width(right, _PILL_PX) - 40
    marks: list[Mark] = [
        Box(QRectF(0, 0, canvas.width, TOP_RULE), "navy"),
        Text((shortened(name, room, _PILL_PX),), top, _PILL_PX, False, "sub"),
        Box(pill, "navy", radius=12),
        Text((word,), pill, _PILL_PX, True, "white", "center"),
    ]
    if right:
        marks.append(Text((right,), top, _PILL_PX, False, "sub", "right"))
    return marks, pill.bottom() + frame.gap + 12


def _foot(audience: Audience, canvas: Canvas) -> list[Mark]:
    frame = _frame(canvas)
    rect = QRectF(frame.left, canvas.height - (88 if canvas.compact else 136), frame.width, 70)
    please = Text((PLEASE_CONFIRM,), rect, _SECOND_PX, False, "sub")
    return [please, *([] if canvas.compact else sample_mark(audience, canvas))]


def _decision(text: str, frame: _Frame, room: float) -> list[_Block]:
    """The decision at the size at which it has at most three lines and stands on a page, else at the smallest on as
    many pages as it needs.
    """
    for px in _SIZES:
        lines, pitch = wrapped(text, frame.width, px, True), round(px * 1.4)
        if len(lines) <= _MOST_LINES and pitch * len(lines) <= room:
            break
    most = max(1, int(room // pitch))
    parts = [lines[start : start + most] for start in range(0, len(lines), most)]
    rects = [QRectF(frame.left, 0, frame.width, pitch * len(part)) for part in parts]
    return [
        _Block(rect.height(), (Text(part, rect, px, True, pitch=float(pitch)),))
        for part, rect in zip(parts, rects, strict=True)
    ]


def _action(action: ReadBackAction, word: str, frame: _Frame) -> _Block:
    wide = width(word, _SECOND_PX, True) + 76
    room = frame.width - wide - 40
    lines = wrapped(action.text, room, _ACTION_PX, most=3)
    pill = QRectF(frame.left, 4, wide, 70)
    text = QRectF(pill.right() + 40, 0, room, _ACTION_PITCH * len(lines))
    who = owners_and_due(action.departments, action.due, room, _SECOND_PX)
    below = QRectF(text.left(), text.bottom(), room, 64)
    return _Block(
        text.height() + 64,
        (
            Box(pill, "white", "navy", 3, 12),
            Text((word,), pill, _SECOND_PX, True, "navy", "center"),
            Text(lines, text, _ACTION_PX, pitch=_ACTION_PITCH),
            Text((who,), below, _SECOND_PX, False, "sub"),
        ),
    )


def _blocks(said: ReadBack, word: str, frame: _Frame, room: float) -> list[_Block]:
    """What stands below the pill: the decision, then every 宿題."""
    decision = _decision(said.text, frame, room) if said.text else []
    return [*decision, *(_action(each, word, frame) for each in said.actions)]


def _sheets(blocks: Sequence[_Block], frame: _Frame, room: float) -> list[list[_Block]]:
    sheets: list[list[_Block]] = [[]]
    for block in blocks:
        used = sum(each.height + frame.between for each in sheets[-1])
        if sheets[-1] and used + block.height > room:
            sheets.append([])
        sheets[-1].append(block)
    return sheets


def read_back_pages(audience: Audience, canvas: Canvas) -> tuple[Page, ...]:
    """The pages of 決定の確認; without words to be read back one page that says nothing."""
    frame, said = _frame(canvas), audience.read_back
    _, top = _head(audience, canvas, 88, 88)
    room = frame.bottom - top
    blocks = _blocks(said, audience.settings.action_word, frame, room) if said else []
    sheets = _sheets(blocks, frame, room)
    pages = []
    for number, sheet in enumerate(sheets, start=1):
        marks, y = _head(audience, canvas, number, len(sheets))
        spare = room - sum(block.height for block in sheet) - frame.between * (len(sheet) - 1)
        more = max(0.0, min(40.0, spare / (len(sheet) + 1)))
        y += more
        for before, block in zip([None, *sheet], sheet, strict=False):
            if before is not None and isinstance(before.marks[0], Text):  # the decision above its first 宿題
                middle = y - (frame.between + more) / 2
                right = frame.left + frame.width
                marks.append(Line((QPointF(frame.left, middle), QPointF(right, middle)), "field", 2))
            marks += [moved(mark, 0, y) for mark in block.marks]
            y += block.height + frame.between + more
        pages.append(Page(canvas, (ground(*marks, *_foot(audience, canvas)),)))
    return tuple(pages)
