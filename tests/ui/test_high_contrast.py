"""高コントラスト: black on white with edges, on this PC only, and never on the audience screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.domain.statuses import STATUSES
from dxdesk.preferences import keep
from dxdesk.ui import high_contrast, theme
from dxdesk.ui.application import create_application, renew_colours
from dxdesk.ui.audience.drawing import Arrow, Block, Box, Page, Squares, Symbol, Text, canvas_for, ground
from dxdesk.ui.audience.painting import render
from dxdesk.ui.settings.this_pc import ThisPcForm
from dxdesk.ui.symbols import block_shape, draw_block, draw_symbol
from tests.ui.windows import OpenWindow, view_of

INK, PAPER = QColor("#000000"), QColor("#FFFFFF")


@pytest.fixture(autouse=True)
def _afterwards(qapp: QApplication) -> Iterator[None]:
    create_application([])
    yield
    keep(high_contrast=False)
    renew_colours(qapp)


def painted(draw: str, key: str) -> QImage:
    image = QImage(120, 60, QImage.Format.Format_RGB32)
    image.fill(PAPER)
    painter = QPainter(image)
    box = QRectF(10, 10, 100, 40)
    if draw == "block":
        draw_block(painter, key, block_shape(box, 0), edge=0)
    else:
        draw_symbol(painter, key, QRectF(40, 10, 40, 40))
    painter.end()
    return image


def colours_of(image: QImage) -> set[str]:
    """The colours of a picture without the greys of smooth edges."""
    seen = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
    return {each for each in seen if len({each[1:3], each[3:5], each[5:7]}) > 1}


@pytest.mark.parametrize("key", STATUSES)
@pytest.mark.parametrize("draw", ["block", "symbol"])
def test_blocks_and_symbols_are_black_on_white(qapp: QApplication, key: str, draw: str) -> None:
    keep(high_contrast=True)
    renew_colours(qapp)
    image = painted(draw, key)
    assert colours_of(image) == set()
    assert min(image.pixelColor(x, 30).lightness() for x in range(120)) < 60
    if draw == "block" and key != "miss":
        assert image.pixelColor(60, 30) == PAPER


def test_what_is_chosen_has_an_edge_that_shows() -> None:
    image = QImage(60, 30, QImage.Format.Format_RGB32)
    for on in (False, True):
        theme.use_high_contrast(on)
        image.fill(PAPER)
        painter = QPainter(image)
        high_contrast.mark_chosen(painter, QRectF(0, 0, 60, 30))
        painter.end()
        assert (image.pixelColor(1, 15) == INK) is on


def test_slides_look_as_they_were_designed() -> None:
    box = QRectF(100, 100, 400, 200)
    page = Page(
        canvas_for(1920, 1080),
        (ground(
            Block(box, "warn", 8), Symbol(box, "late"), Text(("遅れ",), box, 50, colour="navy"),
            Arrow(box, "worse", "key"), Box(box.translated(0, 300), "panel", "line"),
            Squares(box.translated(600, 0), 6, 3, 1),
        ),),
    )  # fmt: skip
    designed = render(page, QSize(960, 540))
    theme.use_high_contrast(True)
    assert render(page, QSize(960, 540)) == designed
    assert theme.high_contrast()


def test_the_choice_is_kept_and_holds_at_once(qtbot: QtBot, qapp: QApplication) -> None:
    form = ThisPcForm()
    qtbot.addWidget(form)
    form.show_choices("佐藤")
    assert not form.contrast.isChecked()
    form.contrast.click()
    assert theme.high_contrast()
    assert qapp.palette().color(QPalette.ColorRole.Highlight) == INK
    assert "3px solid" in form.styleSheet()
    form.show_choices("佐藤")
    assert form.contrast.isChecked()
    form.contrast.click()
    assert not theme.high_contrast()
    assert "3px solid" not in form.styleSheet()


def test_the_size_of_texts_stays(qtbot: QtBot, qapp: QApplication) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    qapp.setFont(theme.desktop_font("body", 1.3))
    keep(high_contrast=True)
    renew_colours(qapp)
    assert f"font-size: {round(22 * 1.3)}px" in window.styleSheet()


def test_the_open_page_is_made_anew_and_stays_open(open_window: OpenWindow, qtbot: QtBot, qapp: QApplication) -> None:
    window = open_window(page="settings")
    before = window.view
    keep(high_contrast=True)
    renew_colours(qapp)
    qtbot.waitUntil(lambda: window.view is not before)
    assert view_of(window).page == "settings"
    assert view_of(window).tab == "collect"


def test_a_pc_that_asks_for_it_gets_it(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    class Hints:
        def accessibility(self) -> Hints:
            return self

        def contrastPreference(self) -> Qt.ContrastPreference:
            return Qt.ContrastPreference.HighContrast

    class Pc:
        def styleHints(self) -> Hints:
            return Hints()

    assert high_contrast.follow_wishes(Pc())  # type: ignore[arg-type]
    assert theme.high_contrast()
    assert high_contrast.follow_wishes(qapp)
    assert not theme.high_contrast()
