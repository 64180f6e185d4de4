"""Pages are laid out one by one, when they are asked for."""

from __future__ import annotations

from dxdesk.ui.audience.drawing import Page, canvas_for
from dxdesk.ui.audience.pages import Pages, units_on
from dxdesk.ui.audience.slides import overview_pages

from .boards import SETTINGS, town_board
from .test_trend_slide import drawn


def test_a_page_is_laid_out_once_and_only_when_it_is_asked_for() -> None:
    made: list[int] = []

    def lay_out(number: int) -> Page:
        made.append(number)
        return Page(canvas_for(1920, 1080), ())

    pages = Pages([frozenset({"a"}), frozenset({"b"}), frozenset()], lay_out)
    assert len(pages) == 3
    assert made == []
    assert pages[1] is pages[1]
    assert pages[-1] is pages[2]
    assert made == [1, 2]
    assert list(pages[:2]) == [pages[0], pages[1]]
    assert len(list(pages)) == 3
    assert made == [1, 2, 0]


def test_the_units_of_each_page_are_known_of_every_slide() -> None:
    board = town_board("miharu")
    for pages in (drawn(board), overview_pages(board, SETTINGS, canvas_for(1440, 1080))):
        assert frozenset().union(*units_on(pages)) == {card.code for card in board.cards}
        shown = [{layer.key for layer in page.layers if layer.kind == "card"} for page in pages]
        assert [set(each) for each in units_on(pages)] == shown
