"""Words in cells: they grow with the text, are cut where there is no room, and what was searched for is marked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter
from pytestqt.qtbot import QtBot

from dxdesk.ui.theme import colour, desktop_font
from dxdesk.ui.words import draw_marked, draw_words, scale_of

WORDS = "手続の案内を分かりやすく"


@pytest.mark.parametrize("scale", [1.0, 1.15, 1.3])
def test_the_scale_is_that_of_the_text(qtbot: QtBot, scale: float) -> None:
    assert scale_of(desktop_font("body", scale)) == pytest.approx(scale, abs=0.04)


def test_a_font_that_is_not_measured_in_pixels_counts_as_usual(qtbot: QtBot) -> None:
    font = QFont()
    font.setPointSize(30)
    assert scale_of(font) == 1.0


def drawn(width: float, typed: str) -> tuple[QImage, float]:
    image = QImage(300, 30, QImage.Format.Format_RGB32)
    image.fill(colour("white"))
    painter = QPainter(image)
    wide = draw_marked(painter, QRectF(0, 0, width, 30), WORDS, desktop_font("body"), "ink", typed)
    painter.end()
    return image, wide


def marked(image: QImage) -> bool:
    wanted = colour("focus")
    return any(image.pixelColor(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def test_words_are_cut_where_there_is_no_room(qtbot: QtBot) -> None:
    font = desktop_font("body")
    whole = QFontMetricsF(font).horizontalAdvance(WORDS)
    image = QImage(300, 30, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    assert draw_words(painter, QRectF(0, 0, 290, 30), WORDS, font, "ink") == pytest.approx(whole)
    assert draw_words(painter, QRectF(0, 0, 80, 30), WORDS, font, "ink") <= 80
    assert draw_words(painter, QRectF(0, 0, -5, 30), WORDS, font, "ink") <= whole / 4
    painter.end()


def test_what_was_searched_for_is_marked_unless_it_was_cut(qtbot: QtBot) -> None:
    assert marked(drawn(290, "案内")[0])
    assert not marked(drawn(290, "")[0])
    assert not marked(drawn(60, "やすく")[0])
