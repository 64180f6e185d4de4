"""Two things side by side keep to the width of the window and to 文字の大きさ."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from dxdesk.ui.application import create_application, set_text_scale
from dxdesk.ui.beside import Beside


@pytest.mark.parametrize("visible", [True, False])
def test_larger_text_widens_the_panel_at_once(qtbot: QtBot, qapp: QApplication, visible: bool) -> None:
    create_application([])
    main, panel = QLabel("表"), QLabel("前回")
    beside = Beside(main, panel, 300)
    qtbot.addWidget(beside)
    beside.resize(1900, 600)
    beside.show()
    assert panel.width() == 300
    beside.setVisible(visible)
    try:
        set_text_scale(qapp, 1.3)
        qtbot.waitUntil(lambda: panel.width() > 380)  # letters are whole pixels high
        assert main.width() == panel.x() == 1900 - panel.width()
    finally:
        set_text_scale(qapp, 1.0)
    qtbot.waitUntil(lambda: panel.width() == 300)


def test_larger_text_makes_a_drawer_of_the_panel_where_that_leaves_no_room(qtbot: QtBot, qapp: QApplication) -> None:
    create_application([])
    beside = Beside(QLabel("表"), QLabel("前回"), 300)
    qtbot.addWidget(beside)
    beside.resize(1366, 600)
    beside.show()
    told: list[bool] = []
    beside.drawer_changed.connect(told.append)
    try:
        set_text_scale(qapp, 1.3)
        qtbot.waitUntil(lambda: told == [True])
    finally:
        set_text_scale(qapp, 1.0)
    qtbot.waitUntil(lambda: told == [True, False])
