"""Which pages a slide has, as a picture and as the plain values a command prints."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QIODevice, QSize

from dxdesk.domain.board import Board
from dxdesk.domain.settings import Settings
from dxdesk.ui.audience.board_slide import board_pages, fits_board
from dxdesk.ui.audience.drawing import Canvas, Page
from dxdesk.ui.audience.grid_slide import grid_pages
from dxdesk.ui.audience.item_slide import Place
from dxdesk.ui.audience.painting import render


def overview_pages(board: Board, settings: Settings, canvas: Canvas) -> list[Page]:
    """ボード where the plan has at most three axes of at most five units each, otherwise マス目ボード."""
    pages = board_pages if fits_board(board) else grid_pages
    return pages(board, settings, canvas)


def place_of(board: Board, code: str) -> Place:
    """Where a unit stands among the cards of a board, and which comes next in the plan's order."""
    codes = [card.code for card in board.cards]
    index = codes.index(code)
    following = board.cards[index + 1] if index + 1 < len(codes) else None
    next_name = (following.short_name or following.name) if following else None
    return Place(index + 1, len(codes), next_name, sample=board.sample, due=board.due)


def others(board: Board, status: str) -> frozenset[str]:
    """The codes of the cards that have another status: those that fade when a count tile is chosen."""
    return frozenset(card.code for card in board.cards if card.status != status)


def png(page: Page, width: int, height: int) -> bytes:
    """The page as a PNG of ``width`` × ``height`` pixels. Needs the application and its fonts."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not render(page, QSize(width, height)).save(buffer, "PNG"):  # type: ignore[call-overload]
        raise MemoryError((width, height))
    return bytes(buffer.data().data())


def description(pages: Sequence[Page], number: int, file: str, width: int, height: int) -> dict[str, object]:
    """``{"file", "size", "pages", "texts", "symbols"}`` of page ``number`` (from 1); raises IndexError for no page."""
    if not 1 <= number <= len(pages):
        raise IndexError(number)
    page = pages[number - 1]
    return {
        "file": file,
        "size": f"{width}x{height}",
        "pages": len(pages),
        "texts": page.texts(),
        "symbols": page.symbols(),
    }
