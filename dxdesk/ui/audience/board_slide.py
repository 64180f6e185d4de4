"""ボード: three columns of cards, one column per axis, for plans of up to three axes with up to five units each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from dxdesk.domain.board import Axis, Board, Card
from dxdesk.domain.settings import Settings
from dxdesk.domain.statuses import UNTOLD
from dxdesk.ui.audience.agenda_panel import agenda_panel
from dxdesk.ui.audience.drawing import (
    MARGIN,
    Arrow,
    Block,
    Box,
    Canvas,
    Layer,
    Mark,
    Page,
    Squares,
    Symbol,
    Text,
    ground,
)
from dxdesk.ui.audience.frame import (
    column_count,
    content_bottom,
    count_tiles,
    disc,
    disc_width,
    edge_colour,
    footer,
    header,
    name_of,
    since_paper,
    text_colour,
    word_of,
)
from dxdesk.ui.audience.measure import shortened, width, wrapped
from dxdesk.ui.theme import FLOOR, TOKENS, projection_px, radius

MOST_AXES = 3
MOST_UNITS = 5

_GAP = float(TOKENS["projection"]["column-gap"])
_CARD_GAP = float(TOKENS["projection"]["card-gap"])
_CARD = 126.0
_TILE = 88.0
_BLOCK = 128.0
_WIDEST_BLOCK = 240.0
_NAME_PX = projection_px("card-name")
_NAME_PITCH = 54.0
_STAGE_PX = projection_px("secondary")
_HEAD_PX = projection_px("head")
_HEAD_PITCH = 52.0
_MOST_LINES = 4
_SQUARE = 27.0
_DISC_ROOM = 86.0


@dataclass(frozen=True)
class _Chunk:
    """What stands in one column: an axis, or as much of it as fits."""

    axis: Axis
    cards: tuple[Card, ...]
    continued: bool


def fits_board(board: Board) -> bool:
    """Whether ボード shows this plan: at most three axes with at most five units each. Otherwise マス目ボード does."""
    return len(board.axes) <= MOST_AXES and all(len(board.on_axis(axis.code)) <= MOST_UNITS for axis in board.axes)


def _block_width(board: Board, settings: Settings) -> float:
    widest = max((width(word_of(card, settings), FLOOR, True) for card in board.cards), default=0.0)
    return min(_WIDEST_BLOCK, max(_BLOCK, widest + 14))


def _name_lines(card: Card, column: float, block: float) -> tuple[str, ...]:
    """One line leaves room for the stage; a name that needs more takes the room of stage and squares."""
    room = column - block - 22 - 14
    name = name_of(card)
    if width(name, _NAME_PX, True) <= room:
        return (name,)
    if card.agenda_number is not None:
        room -= disc_width(card.agenda_number) + 12
    return wrapped(name, room, _NAME_PX, True, most=_MOST_LINES)


def _card_height(lines: tuple[str, ...]) -> float:
    return max(_CARD, _NAME_PITCH * len(lines) + 18)


def _second_line(card: Card, settings: Settings) -> tuple[str, str]:
    """What stands under the name, and its colour: the stage, or what is known where nothing counts yet."""
    if card.status == "miss" and card.waiting == "department" and card.assigned > 1:
        return f"回答 {card.accepted}／{card.assigned}課", "sub"
    if card.status in UNTOLD:
        before = settings.stage_word(card.previous_stage)
        return (f"前回 {before}", "sub") if before else ("", "sub")
    return settings.stage_word(card.stage), "ink"


def _block_marks(card: Card, rect: QRectF, settings: Settings) -> list[Mark]:
    middle = rect.center().x()
    has_arrow = card.change in ("better", "worse")
    x = middle - 28 if has_arrow else middle
    top = rect.center().y() - 45
    marks: list[Mark] = [
        Block(rect, card.status, radius("board-card"), left=True),
        Symbol(QRectF(x - 25, top, 50, 50), card.status),
    ]
    if has_arrow:
        marks.append(Arrow(QRectF(middle + 20, top + 12, 30, 30), str(card.change), text_colour(card.status)))
    word = shortened(word_of(card, settings), rect.width() - 6, FLOOR, True)
    row = QRectF(rect.left(), top + 54, rect.width(), 48)
    return [*marks, Text((word,), row, FLOOR, True, text_colour(card.status), "center")]


def _stage_marks(card: Card, row: QRectF, settings: Settings) -> list[Mark]:
    words, ink = _second_line(card, settings)
    marks: list[Mark] = []
    end = row.right() - _DISC_ROOM
    if card.agenda_number is not None:
        end -= disc_width(card.agenda_number) - disc_width(1)
    reached = settings.stage_index(card.stage)
    if reached is not None and card.status not in UNTOLD:
        steps = len(settings.stages)
        squares = QRectF(0, row.center().y() - 12, _SQUARE * (steps - 1) + 6 * (steps - 2), 24)
        squares.moveRight(end)
        if row.left() + width(words, _STAGE_PX) + 8 <= squares.left():
            marks.append(Squares(squares, steps, reached, settings.stage_index(card.previous_stage)))
    if words:
        marks.append(Text((shortened(words, end - row.left(), _STAGE_PX),), row, _STAGE_PX, False, ink))
    return marks


def _card(card: Card, x: float, y: float, column: float, block: float, settings: Settings) -> Layer:
    lines = _name_lines(card, column, block)
    rect = QRectF(x, y, column, _card_height(lines))
    left = x + block + 22
    marks: list[Mark] = [Box(rect, "white", radius=radius("board-card"))]
    marks += _block_marks(card, QRectF(x, y, block, rect.height()), settings)
    loud = card.status in ("late", "warn")
    marks.append(Box(rect, None, edge_colour(card.status), 2.6 if loud else 2.0, radius("board-card")))
    if len(lines) == 1:
        marks.append(Text(lines, QRectF(left, y + 8, rect.right() - left, 56), _NAME_PX, True))
        marks += _stage_marks(card, QRectF(left, y + 66, rect.right() - left, 52), settings)
    else:
        marks.append(
            Text(lines, QRectF(left, y, rect.right() - left, rect.height()), _NAME_PX, True, pitch=_NAME_PITCH)
        )
    marks += since_paper(card, rect)
    if card.agenda_number is not None:
        marks += disc(rect.right() - 19 - disc_width(card.agenda_number), rect.bottom() - 34, card.agenda_number)
    return Layer("card", card.code, rect, tuple(marks))


def _axis_lines(axis: Axis, column: float, continued: bool) -> tuple[str, ...]:
    """The full name where it fits one line, else the short name, else the full name on up to three lines."""
    ending = "（続き）" if continued else ""
    for name in (axis.name, axis.short_name):
        if name and width(name + ending, _HEAD_PX, True) <= column:
            return (name + ending,)
    return wrapped(axis.name + ending, column, _HEAD_PX, True, most=3)


def _axis_chunks(axis: Axis, cards: Sequence[Card], heights: Sequence[float], room: float) -> list[_Chunk]:
    """An axis in as few columns as hold it, about as many cards in each."""
    for columns in range(1, len(cards) + 1):
        each = -(-len(cards) // columns)
        starts = range(0, len(cards), each)
        if all(sum(heights[at : at + each]) + _CARD_GAP * (each - 1) <= room for at in starts) or each == 1:
            return [_Chunk(axis, tuple(cards[at : at + each]), at > 0) for at in starts]
    return []


def _chunks(board: Board, column: float, block: float, room: float) -> list[list[_Chunk]]:
    """Per axis with units the columns it takes: one where it fits."""
    found = []
    for axis in board.axes:
        cards = board.on_axis(axis.code)
        heights = [_card_height(_name_lines(card, column, block)) for card in cards]
        found.append(_axis_chunks(axis, cards, heights, room))
    return [chunks for chunks in found if chunks]


def _paged(axes: Sequence[Sequence[_Chunk]], columns: int) -> list[list[_Chunk]]:
    """Columns onto pages; an axis of several columns is not cut by a page where one page can hold it."""
    pages: list[list[_Chunk]] = [[]]
    for chunks in axes:
        free = columns - len(pages[-1])
        if len(chunks) > free and len(chunks) <= columns and pages[-1]:
            pages.append([])
        for chunk in chunks:
            if len(pages[-1]) == columns:
                pages.append([])
            pages[-1].append(chunk)
    return pages


def board_pages(board: Board, settings: Settings, canvas: Canvas) -> list[Page]:
    """The pages of ボード; larger text makes more of them, never smaller text."""
    columns = column_count(canvas)
    column = (canvas.inner - _GAP * (columns - 1)) / columns
    block = _block_width(board, settings)
    gap = 22.0 if canvas.roomy else 8.0
    _, below = header(canvas, board, 1, 2)
    tiles, tiles_end = count_tiles(canvas, board, settings, below + gap, _TILE)
    head_top, bottom = tiles_end + gap, content_bottom(canvas)
    under_head = 16.0 if canvas.roomy else 8.0

    def cards_from(head_lines: int) -> float:
        return head_top + _HEAD_PITCH * head_lines + 10 + under_head

    chunks = _chunks(board, column, block, bottom - cards_from(1))
    heads = max((len(_axis_lines(each.axis, column, each.continued)) for axis in chunks for each in axis), default=1)
    if heads > 1:
        chunks = _chunks(board, column, block, bottom - cards_from(heads))
    cards_top = cards_from(heads)
    sheets = _paged(chunks, columns)
    pages, agenda_shown = [], False
    for number, sheet in enumerate(sheets, start=1):
        marks, _ = header(canvas, board, number, len(sheets))
        layers: list[Layer] = [ground(*marks), *tiles]
        boxes = [
            QRectF(MARGIN + index * (column + _GAP), cards_top, column, bottom - cards_top) for index in range(columns)
        ]
        ends = [cards_top] * columns
        for index, chunk in enumerate(sheet):
            lines = _axis_lines(chunk.axis, column, chunk.continued)
            x = boxes[index].left()
            head = QRectF(x, head_top, column, _HEAD_PITCH * heads)
            rule = Box(QRectF(x, head.bottom() + 4, column, 4), "navy")
            layers.append(ground(Text(lines, head, _HEAD_PX, True, "navy", pitch=_HEAD_PITCH), rule))
            y = cards_top
            for card in chunk.cards:
                layer = _card(card, x, y, column, block, settings)
                layers.append(layer)
                y = layer.rect.bottom() + _CARD_GAP
            ends[index] = y - _CARD_GAP
        if not agenda_shown:
            panel = agenda_panel(board.discussed(), boxes, ends)
            if panel is not None:
                layers.append(panel)
                agenda_shown = True
        layers.append(ground(*footer(canvas, board, number, len(sheets), stages=True)))
        pages.append(Page(canvas, tuple(layers)))
    return pages
