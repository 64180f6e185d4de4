"""Where Tab leads, and that nothing is lost by asking."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtWidgets import QLineEdit, QMainWindow, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.ui.tab_order import focus_next


@pytest.mark.parametrize("forward", [True, False])
def test_what_is_passed_on_the_way_outlives_its_neighbours(qtbot: QtBot, forward: bool) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    action = QMenu(window).addAction("一つめ")
    centre = QWidget()
    window.setCentralWidget(centre)
    column = QVBoxLayout(centre)
    fields = [QLineEdit() for _ in range(4)]
    for each in fields:
        column.addWidget(each)
    window.show()
    fields[0].setFocus()
    for _ in range(9):
        assert focus_next(window, forward=forward)
    fields[2].deleteLater()
    qtbot.waitUntil(lambda: not shiboken6.isValid(fields[2]))
    assert shiboken6.isValid(action)
    assert [shiboken6.isValid(each) for each in fields] == [True, True, False, True]
    assert fields[3].isVisible()


def test_tab_goes_once_around(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    fields = [QLineEdit() for _ in range(3)]
    for each in fields:
        column.addWidget(each)
    window.show()
    fields[0].setFocus()
    went = []
    for _ in range(3):
        focus_next(window, forward=True)
        went.append(fields.index(window.focusWidget()))  # type: ignore[arg-type]
    assert went == [1, 2, 0]
