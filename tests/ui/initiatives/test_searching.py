"""What is looked for stays chosen when the search is over."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.ui.initiatives.page import InitiativesPage
from tests.builders import uid
from tests.ui.initiatives.test_page import show, type_slowly


def search_for(qtbot: QtBot, page: InitiativesPage, words: str) -> None:
    page.pane.filters.search.start()
    type_slowly(qtbot, page, words)


def escape_search(qtbot: QtBot, page: InitiativesPage) -> None:
    with qtbot.waitSignal(page.pane.filters.changed):
        QTest.keyClick(page.pane.filters.search, Qt.Key.Key_Escape)


def test_after_a_search_what_was_found_stays_chosen_and_in_sight(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show(qtbot, opened, (1366, 330))
    tree = page.pane.tree
    search_for(qtbot, page, "研修")
    escape_search(qtbot, page)
    assert page.showing.code == "検討-4"
    assert tree.verticalScrollBar().maximum() > 0
    assert tree.viewport().rect().contains(tree.visualRect(tree.currentIndex()).center())


def test_a_search_that_finds_nothing_forgets_nothing(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show(qtbot, opened)
    page.show_unit("検討-4")
    search_for(qtbot, page, "キャッシュ")
    escape_search(qtbot, page)
    assert (page.pane.tree.chosen, page.showing.code) == (uid("研修"), "検討-4")


def test_a_search_from_a_group_chooses_what_it_finds_below(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show(qtbot, opened)
    QTest.keyClick(page.pane.tree, Qt.Key.Key_Home)
    assert page.showing.code == ""
    search_for(qtbot, page, "案内板")
    assert page.showing.code == "重点-3"
