"""Tab goes to every control of a window once, in order, and brings it into sight."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from dxdesk.ui.tab_order import enter, focus_next


def shown(qtbot: QtBot, *widgets: QWidget) -> QWidget:
    window = QWidget()
    column = QVBoxLayout(window)
    for widget in widgets:
        column.addWidget(widget)
    qtbot.addWidget(window)
    window.resize(300, 200)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def page_of(*widgets: QWidget) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    for widget in widgets:
        column.addWidget(widget)
    return page


def test_what_stands_before_the_start_of_a_page_is_reached_too(qtbot: QtBot) -> None:
    filter_line, table, menu = QLineEdit(), QLineEdit(), QPushButton("メニュー")
    page = page_of(filter_line, table)
    page.setFocusProxy(table)
    window = shown(qtbot, menu, page)
    enter(page)
    found = []
    for _ in range(3):
        found.append(QApplication.focusWidget())
        assert focus_next(window, forward=True)
    assert found == [table, menu, filter_line]
    assert QApplication.focusWidget() is table


def test_the_way_back_is_the_way_there(qtbot: QtBot) -> None:
    fields = [QLineEdit() for _ in range(4)]
    fields[1].setEnabled(False)
    window = shown(qtbot, *fields)
    fields[2].hide()
    fields[0].setFocus()
    focus_next(window, forward=True)
    assert QApplication.focusWidget() is fields[3]
    focus_next(window, forward=False)
    assert QApplication.focusWidget() is fields[0]


def test_a_window_with_one_control_keeps_the_focus_there(qtbot: QtBot) -> None:
    line = QLineEdit()
    window = shown(qtbot, line)
    line.setFocus()
    assert not focus_next(window, forward=True)
    assert line.hasFocus()


def test_a_page_whose_start_cannot_be_seen_is_entered_at_its_first_control(qtbot: QtBot) -> None:
    start, other, outside = QLineEdit(), QLineEdit(), QLineEdit()
    page = page_of(start, other)
    page.setFocusProxy(start)
    window = shown(qtbot, outside, page)
    start.hide()
    outside.setFocus()
    enter(page)
    assert other.hasFocus()
    start.show()
    enter(page)
    assert start.hasFocus()
    assert window.isVisible()


def test_a_control_out_of_sight_is_scrolled_to(qtbot: QtBot) -> None:
    first, tall, last = QLineEdit(), QWidget(), QPushButton("印刷する")
    tall.setFixedHeight(900)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(page_of(first, tall, last))
    window = shown(qtbot, area)
    first.setFocus()
    for forward in (True, False):
        while QApplication.focusWidget() is not (last if forward else first):
            focus_next(window, forward=forward)
        reached = QApplication.focusWidget()
        assert reached is not None
        box = QRect(reached.mapTo(area.viewport(), QPoint(0, 0)), reached.size())
        assert area.viewport().rect().contains(box)


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
