"""The widget shows a page at any size and says what was clicked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dxdesk.ui.audience import painting
from dxdesk.ui.audience.drawing import Page, canvas_for
from dxdesk.ui.audience.painting import placed
from dxdesk.ui.audience.slides import description, overview_pages, png
from dxdesk.ui.audience.view import SlideView
from dxdesk.ui.theme import colour

from .boards import SETTINGS, town_board


@pytest.fixture
def page() -> Page:
    return overview_pages(town_board("ogawara"), SETTINGS, canvas_for(1920, 1080))[0]


@pytest.fixture
def view(qtbot: QtBot) -> SlideView:
    widget = SlideView()
    qtbot.addWidget(widget)
    widget.resize(1200, 900)
    widget.show()
    return widget


def point_of(view: SlideView, page: Page, kind: str, key: str) -> QPointF:
    """The middle of a card or tile on the widget."""
    rect = next(layer.rect for layer in page.layers if layer.kind == kind and layer.key == key)
    place = placed(page, view.size())
    return place.topLeft() + rect.center() * (place.width() / page.canvas.width)


def test_a_click_on_a_card_or_a_tile_names_it(view: SlideView, page: Page, qtbot: QtBot) -> None:
    view.show_page(page)
    for kind, key, signal in (("card", "6", view.card_clicked), ("tile", "late", view.tile_clicked)):
        with qtbot.waitSignal(signal) as caught:
            QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=point_of(view, page, kind, key).toPoint())
        assert caught.args == [key]


def test_a_click_beside_or_with_another_button_says_nothing(view: SlideView, page: Page, qtbot: QtBot) -> None:
    view.show_page(page)
    with qtbot.assertNotEmitted(view.card_clicked), qtbot.assertNotEmitted(view.tile_clicked):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPointF(5, 5).toPoint())
        QTest.mouseClick(view, Qt.MouseButton.RightButton, pos=point_of(view, page, "card", "6").toPoint())
    view.show_page(None)
    assert view.layer_at(QPointF(600, 450)) is None


def test_there_is_white_around_the_page_and_nothing_else_without_one(view: SlideView, page: Page) -> None:
    view.show_page(page)
    image = view.grab().toImage()
    assert image.pixelColor(600, 5) == colour("white")
    place = placed(page, view.size())
    assert image.pixelColor(600, round(place.top()) + 2) == colour("navy")
    view.show_page(None)
    empty = view.grab().toImage()
    assert {empty.pixel(x, y) for x in range(0, 1200, 7) for y in range(0, 900, 7)} == {colour("white").rgb()}


def test_the_page_is_painted_again_when_the_window_changes(view: SlideView, page: Page) -> None:
    view.show_page(page)
    before = view.grab().toImage()
    view.resize(600, 400)
    after = view.grab().toImage()
    assert after.size() == QSize(600, 400)
    assert before.size() != after.size()
    assert after.pixelColor(300, round(placed(page, view.size()).top()) + 1) == colour("navy")


def test_another_filter_shows_at_once(view: SlideView, page: Page) -> None:
    view.show_page(page)
    before = view.grab().toImage()
    view.show_page(page, {"6"})
    assert view.grab().toImage() != before


def test_a_png_has_the_size_asked_for(page: Page) -> None:
    content = png(page, 640, 360)
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")) == (640, 360)


def test_the_description_names_texts_with_their_size_and_symbols_with_their_code(page: Page) -> None:
    said = description([page], 1, "board.png", 1920, 1080)
    assert (said["file"], said["size"], said["pages"]) == ("board.png", "1920x1080", 1)
    texts, symbols = said["texts"], said["symbols"]
    assert {"text": "DX推進状況", "px": 60.0} in texts  # type: ignore[operator]
    assert {"code": "6", "key": town_board("ogawara").cards[5].status} in symbols  # type: ignore[operator]
    with pytest.raises(IndexError):
        description([page], 2, "board.png", 1920, 1080)


def test_a_page_that_cannot_be_painted_leaves_the_picture_before_it(
    view: SlideView, page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    view.show_page(page)
    before = view.grab().toImage()
    asked: list[QPainter] = []

    def fail(painter: QPainter, *_what: object) -> None:
        asked.append(painter)
        raise RuntimeError("no ink")

    monkeypatch.setattr(painting, "paint", fail)
    view.show_page(replace(page))
    assert view.grab().toImage() == before
    assert view.grab().toImage() == before
    assert len(asked) == 1, "it is not tried with every paint"
    monkeypatch.undo()
    view.show_page(None)
    assert view.grab().toImage() != before
    view.show_page(page)
    assert view.grab().toImage() == before
