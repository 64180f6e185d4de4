"""A page of 取組一覧 in a window, for tests that drive it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.ui.initiatives.page import InitiativesPage

WIDE = (1366, 590)


def show_page(qtbot: QtBot, opened: tuple[Desk, Cycle], size: tuple[int, int] = WIDE) -> InitiativesPage:
    """The page of a desk, exposed and with the focus."""
    page = InitiativesPage(*opened)
    qtbot.addWidget(page)
    page.resize(*size)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.setFocus()
    return page


def texts_in(widget: QWidget) -> list[str]:
    """Every text that can be read there."""
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisibleTo(widget)]


def find_button(widget: QWidget, words: str) -> QPushButton:
    """The button that is called so."""
    return next(
        each
        for each in widget.findChildren(QPushButton)
        if each.isVisibleTo(widget) and words in (each.text(), each.accessibleName())
    )


def press(widget: QWidget, words: str) -> None:
    """Click on the button that is called so."""
    QTest.mouseClick(find_button(widget, words), Qt.MouseButton.LeftButton)
