"""A page in a window of its own, kept up to date as the window of the desk does it."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from dxdesk.ui.page import Page


def show_page(page: Page, qtbot: QtBot, size: tuple[int, int] = (1366, 648)) -> None:
    """Shows a page, ``size`` px, in front of all other windows."""
    page.desk.subscribe(lambda touched: page.refresh() if touched & page.SHOWS else None)
    qtbot.addWidget(page)
    page.resize(*size)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
