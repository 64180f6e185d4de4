"""The head of a 取組 slide: status block, name, axis and owners, stage scale."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from dxdesk.domain.board import Card, Item
from dxdesk.domain.settings import Settings
from dxdesk.ui.audience.drawing import MARGIN, Arrow, Block, Box, Canvas, Chevron, Mark, Squares, Symbol, Text
from dxdesk.ui.audience.frame import TOP_RULE, name_of, text_colour, word_of
from dxdesk.ui.audience.measure import shortened, width, wrapped
from dxdesk.ui.theme import FLOOR, projection_px

_TITLE_PX = projection_px("slide-title")
_TITLE_PITCH = 80.0
_SECOND_PX = projection_px("secondary")
_HEAD_PX = projection_px("head")
_WORD_PX = 46
_BLOCK = QRectF(MARGIN, 48, 212, 176)
_CHEVRON = 56.0
_NOTCH = 18.0
_CHEVRON_SPARE = 2 * _NOTCH + 8
_SQUARE = 33.0


def _status_block(card: Card, settings: Settings) -> list[Mark]:
    arrow = card.change in ("better", "worse")
    middle = _BLOCK.center().x() - (30 if arrow else 0)
    ink = text_colour(card.status)
    marks: list[Mark] = [
        Block(_BLOCK, card.status, 18, edge=2.6),
        Symbol(QRectF(middle - 46, _BLOCK.top() + 18, 92, 92), card.status),
    ]
    if arrow:
        marks.append(Arrow(QRectF(_BLOCK.right() - 66, _BLOCK.top() + 42, 48, 48), str(card.change), ink))
    word, room = word_of(card, settings), _BLOCK.width() - 12
    px = _WORD_PX if width(word, _WORD_PX, True) <= room else FLOOR
    row = QRectF(_BLOCK.left(), _BLOCK.bottom() - 66, _BLOCK.width(), 58)
    return [*marks, Text((shortened(word, room, px, True),), row, px, True, ink, "center")]


def _pill(card: Card, canvas: Canvas, top: float) -> tuple[list[Mark], float]:
    """協議1 at the upper right, and the width it takes."""
    if card.agenda_number is None:
        return [], 0.0
    words = f"協議{card.agenda_number}"
    wide = width(words, _HEAD_PX, True) + 52
    rect = QRectF(canvas.right - wide, top, wide, 64)
    return [Box(rect, "navy", radius=32), Text((words,), rect, _HEAD_PX, True, "white", "center")], wide + 32


def _widest_stage(settings: Settings) -> float:
    return max(width(stage.word, FLOOR, True) for stage in settings.stages) + _CHEVRON_SPARE


def _chevrons(card: Card, settings: Settings, rect: QRectF) -> list[Mark]:
    """The stage scale over the width of ``rect``."""
    current, before = settings.stage_index(card.stage), settings.stage_index(card.previous_stage)
    pitch = rect.width() / len(settings.stages)
    marks: list[Mark] = []
    for index, stage in enumerate(settings.stages):
        step = QRectF(rect.left() + index * pitch, rect.top(), pitch + _NOTCH - 10, rect.height())
        step.setRight(min(step.right(), rect.right()))
        state = "open" if current is None or index > current else "current" if index == current else "passed"
        ink = {"passed": "navy", "current": "white", "open": "sub"}[state]
        word = shortened(stage.word, step.width() - 2 * _NOTCH, FLOOR, state == "current")
        marks.append(Chevron(step, state, _NOTCH, index == 0, before == index and before != current))
        marks.append(Text((word,), step, FLOOR, state == "current", ink, "center"))
    return marks


def _stage_line(card: Card, settings: Settings, rect: QRectF) -> list[Mark]:
    """Where the words of the scale do not fit: the word of the stage and its squares, and what it was last time."""
    reached, before = settings.stage_index(card.stage), settings.stage_index(card.previous_stage)
    if reached is None:
        return []
    steps = len(settings.stages)
    word = settings.stage_word(card.stage)
    x = rect.left() + width(word, _SECOND_PX, True) + 24
    squares = QRectF(x, rect.center().y() - 12, _SQUARE * (steps - 1) - 6, 24)
    marks: list[Mark] = [
        Text((word,), rect, _SECOND_PX, True, "navy"),
        Squares(squares, steps, reached, before),
    ]
    if before is not None and before != reached:
        last = QRectF(squares.right() + 24, rect.top(), rect.right() - squares.right() - 24, rect.height())
        words = shortened(f"前回 {settings.stage_word(card.previous_stage)}", last.width(), FLOOR)
        marks.append(Text((words,), last, FLOOR, False, "sub"))
    return marks


def item_head(item: Item, settings: Settings, canvas: Canvas) -> tuple[list[Mark], float]:
    """The head of the first page, and the y below it."""
    card = item.card
    left = _BLOCK.right() + 40
    room = canvas.right - left
    pill, pill_room = _pill(card, canvas, _BLOCK.top() + 6)
    lines = wrapped(card.name, room - pill_room, _TITLE_PX, True, most=2 if canvas.compact else 3)
    title = QRectF(left, _BLOCK.top() - 10, room, _TITLE_PITCH * len(lines))
    words = "　".join(each for each in (item.axis_name, f"実施主体：{item.owners}" if item.owners else "") if each)
    second = QRectF(left, title.bottom(), room, 50)
    marks: list[Mark] = [
        Box(QRectF(0, 0, canvas.width, TOP_RULE), "navy"),
        *_status_block(card, settings),
        *pill,
        Text(lines, title, _TITLE_PX, True, "ink", pitch=_TITLE_PITCH),
        Text((shortened(words, room, _SECOND_PX),), second, _SECOND_PX, False, "sub"),
    ]
    least = _widest_stage(settings) * len(settings.stages)
    if least <= room:
        scale = QRectF(left, second.bottom() + 4, room, _CHEVRON)
        marks += _chevrons(card, settings, scale)
    elif least <= canvas.inner:
        scale = QRectF(MARGIN, max(_BLOCK.bottom(), second.bottom()) + 14, canvas.inner, _CHEVRON)
        marks += _chevrons(card, settings, scale)
    else:
        scale = QRectF(left, second.bottom(), room, 48)
        marks += _stage_line(card, settings, scale)
    return marks, max(_BLOCK.bottom(), scale.bottom() + 8)


def item_head_again(item: Item, settings: Settings, canvas: Canvas) -> tuple[list[Mark], float]:
    """The short head of a following page: symbol, word and the name on one line."""
    card = item.card
    pill, pill_room = _pill(card, canvas, 30)
    block = QRectF(MARGIN, 34, width(word_of(card, settings), FLOOR, True) + 44 + 34, 56)
    name = QRectF(block.right() + 24, 26, canvas.right - pill_room - block.right() - 24, 72)
    px = _WORD_PX
    return [
        Box(QRectF(0, 0, canvas.width, TOP_RULE), "navy"),
        Block(block, card.status, 10, edge=2.6),
        Symbol(QRectF(block.left() + 12, 42, 40, 40), card.status),
        Text((word_of(card, settings),), block.adjusted(62, 0, 0, 0), FLOOR, True, text_colour(card.status)),
        Text((shortened(name_of(card), name.width(), px, True),), name, px, True),
        *pill,
    ], 98.0
