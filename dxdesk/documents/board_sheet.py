"""The board on paper: every unit as a card under its axis, on one page where it fits, to be read without colour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from dxdesk.documents.blocks import Block, Inline, Sized
from dxdesk.documents.board_cards import (
    CARDS,
    HUGE_CARDS,
    LARGE_CARDS,
    LARGE_TILES,
    TILES,
    WALL_CARDS,
    AxisHead,
    CardBlock,
    DiscussedHead,
    DiscussedLine,
    Form,
    GroupBar,
    NumberDisc,
)
from dxdesk.documents.cells import CONTINUED
from dxdesk.documents.fonts import Face
from dxdesk.documents.frames import FRAME_A3, FRAME_Y, Footer, Frame
from dxdesk.documents.initiative_list_furniture import draw_counts
from dxdesk.documents.initiative_list_rows import InitiativeList
from dxdesk.documents.lines import text_width
from dxdesk.documents.page import Printed, Sheet
from dxdesk.documents.paragraph import Text, write
from dxdesk.documents.styles import TITLE
from dxdesk.documents.symbols import StageSquares, Symbol
from dxdesk.documents.text_style import TextStyle
from dxdesk.documents.unit_blocks import Flow, clipped, fitted
from dxdesk.domain.board import Axis, Board, Card
from dxdesk.domain.paper import PaperSize
from dxdesk.domain.plans import Plan
from dxdesk.domain.settings import Settings
from dxdesk.domain.sheets import occasion
from dxdesk.wording.board_paper import (
    BETTER_NOTE,
    BOARD_TITLE,
    ORDER_NOTE,
    WORSE_NOTE,
    frame_words,
    stage_note,
    stages_words,
)
from dxdesk.wording.paper import foot_left, foot_right, joined_name, plan_words
from dxdesk.wording.summary import answered_words

_SUB = TextStyle(Face.PROPORTIONAL, 9, 12)
_LEGEND = TextStyle(Face.PROPORTIONAL, 8.2, 11.3)
_BETWEEN: Final = 5.0
_COUNTS: Final = 8.4
_AFTER_COUNTS: Final = 2.6
_PITCH: Final = 4.4
_AXIS_GAP: Final = 2.0


@dataclass(frozen=True)
class _Place:
    """Where a page has its furniture: columns of cards, y of title, line below it and counts, and the forms to try,
    the largest first."""

    columns: int
    title: float
    sub: float
    counts: float
    forms: tuple[Form, ...]


_A4 = _Place(3, 22.4, 30.8, 36.4, (LARGE_CARDS, CARDS, TILES))
_A3 = _Place(4, 9.2, 17.6, 24.0, (WALL_CARDS, HUGE_CARDS, LARGE_CARDS, CARDS, LARGE_TILES, TILES))


@dataclass(frozen=True)
class _Chunk:
    """Blocks that stand together; ``head`` is repeated where the chunk after it begins a column."""

    blocks: tuple[Block, ...]
    head: Block | None = None

    def height(self, width: float) -> float:
        """The sum of its blocks."""
        return sum(block.height(width) for block in self.blocks)


@dataclass(frozen=True)
class _Set:
    """A block at its column and height on a page."""

    page: int
    column: int
    y: float
    block: Block


def compose_board_sheet(
    board: Board,
    plan: Plan,
    settings: Settings,
    *,
    made: str,
    number: str = "",
    previous_as_of: date | None = None,
    paper: PaperSize = "A4",
) -> Printed:
    """The board of a cycle on A4 or A3 lying; ``made`` is an ISO moment."""
    about = occasion(board, settings.paper)
    footer = Footer(foot_left(about), foot_right(about, made))
    title = f"{plan.title}　{BOARD_TITLE}"
    sheet = Sheet(FRAME_Y if paper == "A4" else FRAME_A3, title, board.town, footer, number=number)
    lay_board(sheet, InitiativeList(board, {}, plan, settings, None, previous_as_of))
    return sheet.finish()


def lay_board(sheet: Sheet, value: InitiativeList) -> None:
    """Lay the board from the current, still empty page on: large cards where they fit one page, else smaller ones."""
    place = _A3 if sheet.frame.page_width > FRAME_Y.page_width else _A4
    frame: Frame = sheet.frame
    legend = _legend(value)
    top = place.counts + _COUNTS + _AFTER_COUNTS
    bottom = frame.bottom - legend.height(sheet.width) - 1.0
    outer, sheet.head = sheet.head, lambda page: _draw_head(page, value, place)
    _draw_head(sheet, value, place)
    laid, width = _arranged(sheet, value, place, bottom - top)
    if not any(isinstance(each.block, CardBlock) and not each.block.form.tile for each in laid):
        legend = _legend(value, stages=False)
    pages = max((each.page for each in laid), default=0) + 1
    for page in range(pages):
        if page:
            sheet.next_page()
        for each in laid:
            if each.page == page:
                left = sheet.left + each.column * (width + _BETWEEN)
                each.block.draw(sheet.ink, left, top + each.y, width)
        legend.draw(sheet.ink, sheet.left, bottom + 1.0, sheet.width)
        sheet.y = frame.bottom
    sheet.head = outer


def _arranged(sheet: Sheet, value: InitiativeList, place: _Place, room: float) -> tuple[list[_Set], float]:
    """Everything at its place, and the width of a column: the largest cards with which no axis is cut on one page, else
    the largest that fit one page, else the smallest. Few axes have a column each, as long as that fits.
    """
    axes = value.board.axes_with_units
    numbers = dict.fromkeys((axes, place.columns) if 1 < axes < place.columns else (place.columns,))
    least = len(value.board.cards) * (place.forms[-1].least + place.forms[-1].gap)
    forms = place.forms if least <= room * place.columns else place.forms[-1:]
    tried: list[tuple[list[_Set], float]] = []
    for form in forms:
        for columns in numbers:
            width = (sheet.width - _BETWEEN * (columns - 1)) / columns
            laid = _flowed(_chunks(value, form), width, room, columns, axes)
            if not any(each.page for each in laid):
                if not any(isinstance(each.block, AxisHead) and each.block.ending for each in laid):
                    return laid, width
                tried.append((laid, width))
    return tried[0] if tried else (laid, width)


def _draw_head(sheet: Sheet, value: InitiativeList, place: _Place) -> None:
    ink, board, paper = sheet.ink, value.board, value.settings.paper
    room = sheet.free - sheet.left - 4.0
    title = f"{value.plan.title}　{BOARD_TITLE}"
    style = fitted(title, TITLE, room, 11.0)
    write(ink, sheet.left, place.title, clipped(title, style, room, 1), style)
    answered = f"{paper.plain_date(board.as_of)}現在　{answered_words(board.answered, board.asked)}"
    right = write(ink, sheet.right, place.sub, answered, _SUB, "right")
    words = plan_words(value.plan)
    left = sheet.width - right - 4.0
    sub = _SUB if text_width(words, _SUB) <= left else fitted(words, _SUB, left, 7.5)
    write(ink, sheet.left, place.sub, clipped(words, sub, left, 1), sub)
    draw_counts(sheet, value, place.counts)


def _chunks(value: InitiativeList, form: Form) -> list[list[_Chunk]]:
    """The cards by axis, an axis with the bar of the level above where that begins, and 本日の協議 at the end."""
    board = value.board
    found: list[list[_Chunk]] = []
    group: str | None = None
    for axis in board.axes:
        cards = board.on_axis(axis.code)
        if not cards:
            continue
        above: tuple[Block, ...] = ()
        if axis.group and axis.group != group:
            above = (GroupBar(axis.group),)
        group = axis.group
        found.append(_axis_chunks(above, axis, cards, value.settings, form))
    discussed = board.discussed()
    if discussed:
        lines = [DiscussedLine(card.agenda_number or 0, card.short_name or card.name, form.word) for card in discussed]
        head = DiscussedHead()
        found.append([_Chunk((head, lines[0])), *(_Chunk((line,), head) for line in lines[1:])])
    return found


def _axis_chunks(
    above: tuple[Block, ...],
    axis: Axis,
    cards: tuple[Card, ...],
    settings: Settings,
    form: Form,
) -> list[_Chunk]:
    blocks = [CardBlock(card, card.number, settings, form) for card in cards]
    again = AxisHead(axis, CONTINUED)
    return [_Chunk((*above, AxisHead(axis), blocks[0])), *(_Chunk((block,), again) for block in blocks[1:])]


def _flowed(parts: list[list[_Chunk]], width: float, room: float, columns: int, axes: int) -> list[_Set]:
    """Everything at its place, column by column. An axis is not cut where it fits a column; with no more axes than
    columns each begins one of its own."""
    own = 1 < axes <= columns
    found: list[_Set] = []
    column, y = 0, 0.0

    def put(block: Block) -> None:
        nonlocal y
        found.append(_Set(column // columns, column % columns, y, block))
        y += block.height(width)

    for at, part in enumerate(parts):
        whole = sum(chunk.height(width) for chunk in part)
        ahead = y + (_AXIS_GAP if y else 0.0)
        if y and ((own and at < axes) or (ahead + whole > room and whole <= room)):
            column, y = column + 1, 0.0
        elif y:
            y = ahead
        for chunk in part:
            if y and y + chunk.height(width) > room:
                column, y = column + 1, 0.0
                if chunk.head is not None:
                    put(chunk.head)
            for block in chunk.blocks:
                put(block)
    return found


def _legend(value: InitiativeList, *, stages: bool = True) -> Flow:
    """What the signs beside the statuses mean; the statuses have their words. ``stages``: the cards show theirs."""
    settings, board, said = value.settings, value.board, value.settings.paper.said
    count = len(settings.stages) - 1
    reached = min(count, 4)
    sample = StageSquares(min(count, 5), reached, reached if value.first else min(count, 3))
    items: list[Sized] = []
    if stages:
        items.append(Inline((sample, Text(said(stage_note(first=value.first)), _LEGEND)), gap=1.2))
        items.append(Text(stages_words("→".join(stage.word for stage in settings.stages), count), _LEGEND))
    if not value.first:
        items.append(Inline((Symbol("better", 3.0), Text(BETTER_NOTE, _LEGEND)), gap=0.8))
        items.append(Inline((Symbol("worse", 3.0), Text(WORSE_NOTE, _LEGEND)), gap=0.8))
    items.append(Text(frame_words(settings.status_word("late"), settings.status_word("warn")), _LEGEND))
    if board.discussed():
        items.append(Inline((NumberDisc(1), Text(ORDER_NOTE, _LEGEND)), gap=1.0))
    if board.previous_name:
        items.append(Text(f"前回＝{joined_name(board.previous_name)}", _LEGEND))
    return Flow(tuple(items), _PITCH, gap=4.0)
