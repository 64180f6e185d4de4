"""What is painted: every status found by shape alone, nothing beyond a card's edge, pale cards keep their place."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage

from dxdesk.domain.statuses import Status
from dxdesk.ui.audience.drawing import MARGIN, SCALES, Page, Symbol, canvas_for
from dxdesk.ui.audience.item_slide import item_pages
from dxdesk.ui.audience.painting import placed, render
from dxdesk.ui.audience.roadmap_slide import roadmap_pages
from dxdesk.ui.audience.slides import others, overview_pages
from dxdesk.ui.audience.trend_slide import trend_pages
from dxdesk.ui.theme import colour
from tests.documents.sample_boards import scene
from tests.ui import vision

from .boards import SETTINGS, UNITS, make_board, make_card, make_item, town_board
from .courses import made_trend, roadmap_of
from .test_overviews import axes

FULL = QSize(1920, 1080)
WHITE = colour("white").rgb()


def overview(town: str) -> Page:
    return overview_pages(town_board(town), SETTINGS, canvas_for(1920, 1080))[0]


@pytest.mark.parametrize("eyes", vision.VISIONS)
@pytest.mark.parametrize("town", UNITS)
def test_every_status_of_a_board_is_found_by_its_shape_alone(town: str, eyes: str) -> None:
    page = overview(town)
    image = render(page, FULL)
    for layer, mark in page.marks():
        if isinstance(mark, Symbol) and layer.kind == "card":
            assert vision.recognise(image, mark.rect, eyes) == mark.key, layer.key


def slide(town: str, name: str, screen: tuple[int, int] = (1920, 1080), scale: float = 1.0) -> Sequence[Page]:
    """A slide of a real plan."""
    found, canvas = scene(town), canvas_for(*screen, scale)
    trend = made_trend(found.board)
    if name == "trend":
        return trend_pages(found.board, trend, SETTINGS, canvas)
    if name == "item":
        return [page for item in found.items[:5] for page in item_pages(item, SETTINGS, canvas)]
    months = name == "months"
    return roadmap_pages(found.board, trend, roadmap_of(found.plan), SETTINGS, canvas, months=months)


@pytest.mark.parametrize("eyes", vision.VISIONS)
@pytest.mark.parametrize("name", ["trend", "roadmap", "months", "item"])
@pytest.mark.parametrize("town", ["ogawara", "miharu"])
def test_every_status_of_every_slide_is_found_by_its_shape_alone(town: str, name: str, eyes: str) -> None:
    page = slide(town, name)[0]
    image = render(page, FULL)
    found = [mark for layer, mark in page.marks() if isinstance(mark, Symbol) and layer.kind == "card"]
    assert found
    for mark in found:
        assert vision.recognise(image, mark.rect, eyes) == mark.key, mark.rect


def light_part(status: Status) -> float:
    """How much of a board is near white when every unit has this status."""
    cards = tuple(make_card(f"{index}", f"A{index % 3}", status, name="取組") for index in range(15))
    page = overview_pages(make_board(axes("一", "二", "三"), cards), SETTINGS, canvas_for(1920, 1080))[0]
    image = render(page, QSize(480, 270))
    return sum(image.pixelColor(x, y).lightness() > 225 for x in range(480) for y in range(270)) / (480 * 270)


def test_a_board_on_which_all_goes_well_is_almost_white() -> None:
    assert light_part("ok") > 0.8
    assert light_part("late") < light_part("ok") - 0.1


def edge_is_clean(image: QImage, rect: QRectF) -> bool:
    """No ink just outside the right and lower edge of a card."""
    right, bottom = round(rect.right()) + 5, round(rect.bottom()) + 5
    column = (image.pixel(right, y) for y in range(round(rect.top()), round(rect.bottom())))
    row = (image.pixel(x, bottom) for x in range(round(rect.left()), round(rect.right())))
    return all(pixel == WHITE for pixel in (*column, *row))


def test_long_names_do_not_leave_their_cards() -> None:
    names = ("住民の利便性向上と職員の業務の効率化につながる業務の改善", "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW")
    cards = tuple(make_card(f"{index}", "A0", "ok", name=name) for index, name in enumerate(names))
    page = overview_pages(make_board(axes("一"), cards), SETTINGS, canvas_for(1920, 1080))[0]
    image = render(page, FULL)
    rects = [layer.rect for layer in page.layers if layer.kind == "card"]
    assert len(rects) == 2
    assert all(edge_is_clean(image, rect) for rect in rects)


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("screen", [(1920, 1080), (1728, 1080), (1440, 1080)])
@pytest.mark.parametrize("name", ["trend", "roadmap", "months"])
def test_no_glyph_leaves_the_margins_of_a_slide(name: str, screen: tuple[int, int], scale: float) -> None:
    for town in UNITS:
        for page in slide(town, name, screen, scale):
            image = render(page, QSize(*screen))
            left, right = round((MARGIN - 12) * scale), screen[0] - round((MARGIN - 12) * scale)
            for y in range(round(14 * scale), screen[1]):
                assert image.pixel(left, y) == WHITE, (town, y)
                assert image.pixel(right, y) == WHITE, (town, y)
            assert all(image.pixel(x, screen[1] - 1) == WHITE for x in range(screen[0])), town


@pytest.mark.parametrize(
    ("screen", "place"), [((1920, 1080), QRectF(0, 0, 1920, 1080)), ((1920, 1200), QRectF(0, 60, 1920, 1080))]
)
def test_a_page_is_as_large_as_fits_in_the_middle(screen: tuple[int, int], place: QRectF) -> None:
    page = Page(canvas_for(1920, 1080), ())
    assert placed(page, QSize(*screen)) == place


def test_faded_cards_keep_their_place_and_all_else_stays() -> None:
    board = town_board("ogawara")
    page = overview("ogawara")
    image, filtered = render(page, FULL), render(page, FULL, others(board, "late"))
    for layer in page.layers:
        if layer.kind == "ground":
            continue
        rect = layer.rect.toRect()
        same = image.copy(rect) == filtered.copy(rect)
        late = layer.kind == "tile" or next(card.status for card in board.cards if card.code == layer.key) == "late"
        assert same == late, layer.key


def test_equal_values_make_equal_pictures() -> None:
    assert render(overview("otaki"), FULL) == render(overview("otaki"), FULL)


@pytest.mark.parametrize("text", ["<b>太字</b>", "<img src=/etc/passwd>", "&amp;", "髙﨑𠮷", "=SUM(A1)", "%s {0}"])
def test_hostile_and_rare_text_is_drawn_as_typed(text: str) -> None:
    pages = item_pages(make_item(make_card("1", "A", "ok", name=text), text), SETTINGS, canvas_for(1920, 1080))
    assert text in [each["text"] for page in pages for each in page.texts()]
    plain = item_pages(make_item(make_card("1", "A", "ok", name="太"), "太"), SETTINGS, canvas_for(1920, 1080))
    assert render(pages[0], FULL) != render(plain[0], FULL)
