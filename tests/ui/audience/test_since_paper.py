"""What says something else than the papers that were handed out has its corner marked, and a word for the mark."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dxdesk.domain.board import Board
from dxdesk.ui.audience.drawing import SCALES, Corner, Page, Text, canvas_for
from dxdesk.ui.audience.slides import overview_pages
from dxdesk.wording.audience import SINCE_PAPER

from .boards import SCREENS, SETTINGS, UNITS, town_board
from .checks import check_page


def marked(board: Board, *codes: str) -> Board:
    """The board with some of its cards changed since its papers were handed out."""
    return replace(board, cards=tuple(replace(card, since_paper=card.code in codes) for card in board.cards))


def corners(pages: tuple[Page, ...]) -> list[str]:
    """The codes of the cards with a marked corner."""
    layers = [layer for page in pages for layer in page.layers if layer.kind == "card"]
    return [layer.key for layer in layers if any(isinstance(mark, Corner) for mark in layer.marks)]


@pytest.mark.parametrize("town", UNITS)
@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("scale", SCALES)
def test_only_what_changed_is_marked_and_the_slide_stays_whole(
    town: str, screen: tuple[int, int], scale: float
) -> None:
    board = town_board(town)
    codes = {card.code for card in board.cards[::3]}
    pages = tuple(overview_pages(marked(board, *codes), SETTINGS, canvas_for(*screen, scale)))
    assert set(corners(pages)) == codes
    for page in pages:
        check_page(page)


def test_the_mark_is_explained_where_it_stands_and_only_there() -> None:
    board = town_board("ogawara")
    canvas = canvas_for(1920, 1080, SCALES[0])
    for each, explained in ((marked(board, board.cards[0].code), True), (board, False)):
        lines = [
            line
            for page in overview_pages(each, SETTINGS, canvas)
            for _, mark in page.marks()
            if isinstance(mark, Text)
            for line in mark.lines
        ]
        assert (SINCE_PAPER in lines) == explained
