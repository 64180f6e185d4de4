"""取り込みの確認 and くいちがい, opened once more: the focus stands where something is to be decided."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.ui.collect.page import CollectPage
from dxdesk.ui.conflict.page import ConflictPage
from dxdesk.ui.desk_view import DeskView
from dxdesk.ui.take_in.page import TakeInPage
from tests.builders import FUKUSHI, SOUMU, ZEIMU, arrive, slot_of
from tests.post import newest
from tests.ui.take_in.conftest import Departments, OpenPage, settled


@pytest.fixture
def view(departments: Departments, qtbot: QtBot) -> Iterator[DeskView]:
    """The secretariat's desk, on 回収."""
    found = DeskView(departments.post.desk)
    qtbot.addWidget(found)
    found.resize(1366, 696)
    with qtbot.waitExposed(found):
        found.show()
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    yield found
    found.stop_listening()


def press(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def from_foot(view: DeskView, key: str) -> QWidget:
    """A page opened while the focus is on a button of 回収, which is hidden then."""
    view.open_page("collect")
    page = view.pages.currentWidget()
    assert isinstance(page, CollectPage)
    page.foot.primary.setFocus()
    view.open_page(key)
    shown = view.pages.currentWidget()
    assert shown is not None
    return shown


def test_the_first_answer_to_take_has_the_focus_each_time(
    view: DeskView, departments: Departments, qtbot: QtBot
) -> None:
    for department in (ZEIMU, FUKUSHI, SOUMU):
        departments.send(department, {"検討-1": f"{department}が書いた。"})
        page = from_foot(view, "take_in")
        assert isinstance(page, TakeInPage)
        settled(page, qtbot)
        assert page.table.hasFocus()
        assert page.table.chosen is not None
        assert page.table.chosen.can_tick
        press(page.foot.primary)
        qtbot.waitUntil(lambda: view.page == "collect")


def test_the_first_place_that_is_open_has_the_focus_each_time(view: DeskView, departments: Departments) -> None:
    desk = departments.post.desk
    cycle = newest(desk)
    for words in ("一", "二"):
        (head, *_) = slot_of(desk, cycle, "重点-1", SOUMU).heads
        for side in ("左", "右"):
            arrive(desk, cycle, "重点-1", SOUMU, parents=[head.id], results=f"{words}{side}", status="ok")
        page = from_foot(view, "conflict")
        assert isinstance(page, ConflictPage)
        page.show_subject(f"重点-1:{head.department}")
        page = from_foot(view, "conflict")
        assert isinstance(page, ConflictPage)
        assert page.sheet is not None
        assert page.sheet.start is not None
        assert page.sheet.start.hasFocus()
        page.sheet.rows["results"].buttons["ours"].click()
        page.finish()


def test_the_focus_waits_in_a_place_that_stays_and_goes_to_the_answers(
    departments: Departments, open_page: OpenPage, qtbot: QtBot
) -> None:
    page = open_page()
    page.files.add.setFocus()
    departments.send(FUKUSHI, {"検討-1": "福祉。"})
    page.refresh()
    settled(page, qtbot)
    assert page.table.hasFocus()


def test_whoever_goes_along_the_tabs_stays_there(view: DeskView) -> None:
    tabs = view.top_bar.tabs
    tabs.setFocus()
    QTest.keyClick(tabs, Qt.Key.Key_Right)
    assert tabs.hasFocus()
    assert view.page == "initiatives"
