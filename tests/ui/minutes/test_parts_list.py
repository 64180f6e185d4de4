"""The parts of 会議録 at the left."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dxdesk.ui.application import create_application, set_text_scale
from dxdesk.ui.minutes.parts_list import WIDTH, PartRow, PartsList

LONG = "（6）子育て世代にやさしいサービスの充実と窓口の改善"
SIGN = 30
"""Wide enough for the sign before a name, px."""
DARK = 140
"""Lightness (0 black, 255 white) below which a point belongs to a letter."""


def test_a_name_of_any_length_stands_in_its_row_without_being_cut(qtbot: QtBot, qapp: QApplication) -> None:
    set_text_scale(create_application([]), 1.0)
    parts = PartsList()
    qtbot.addWidget(parts)
    parts.resize(WIDTH, 1400)
    parts.show()
    names = ["その他", *(LONG[:length] for length in range(4, len(LONG) + 1))]
    parts.show_parts([PartRow(name, name, wants=True) for name in names], names[0])
    rows = [parts.list.visualRect(parts.list.model().index(place, 0)) for place in range(1, len(names))]
    drawn = QImage(parts.list.viewport().size(), QImage.Format.Format_RGB32)
    drawn.fill(Qt.GlobalColor.white)
    parts.list.viewport().render(drawn)
    for name, row in zip(names[1:], rows, strict=True):
        below = [drawn.pixelColor(x, row.bottom()).lightness() for x in range(row.left() + SIGN, row.right())]
        assert min(below) > DARK, name
    assert rows[0].height() < rows[-1].height()
