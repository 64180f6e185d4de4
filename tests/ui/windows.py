"""The one window on a made-up town, and hands on it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu

from dxdesk.desk import Desk
from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui.desk_view import DeskView
from dxdesk.ui.entry.page import EntryPage
from dxdesk.ui.main_window import MainWindow
from tests.ui.entry import towns

OpenWindow = Callable[..., MainWindow]


def answer_second_unit(desk: Desk) -> None:
    """An answer is handed in at this desk."""
    cycle = towns.newest(desk)
    desk.do(lambda change: towns.answer(change, cycle, "2", towns.OWN, status="ok", results="進みました。"))


def view_of(window: MainWindow) -> DeskView:
    assert window.view is not None
    return window.view


def entry_of(window: MainWindow) -> EntryPage:
    page = view_of(window).pages.entry
    assert page is not None
    return page


def menu_words(menu: QMenu) -> list[str]:
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions() if not action.isSeparator() and action.isVisible()]


def no_room(*_: object, **__: object) -> None:
    raise StoreUnavailable("disk_full", "town.db")
