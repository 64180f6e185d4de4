"""Every page of every role with the keyboard alone and with ears alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.domain.permissions import ActorRole
from dxdesk.preferences import keep
from dxdesk.ui import application
from dxdesk.ui.application import create_application
from dxdesk.ui.board.page import BoardPage
from dxdesk.ui.entry.status_buttons import StatusButton
from dxdesk.ui.first_run.wizard import Wizard
from dxdesk.ui.main_window import MainWindow
from dxdesk.ui.pages import BELOW, TABS
from tests.ui import accessible
from tests.ui.entry.hands import press
from tests.ui.windows import OpenWindow, view_of


@pytest.fixture(autouse=True)
def _assistive_technology(qapp: QApplication) -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


class Windows(QObject):
    """Keeps the kinds of windows that appear beside the one of the desk."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self.opened: list[str] = []
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.opened.append(type(watched).__name__)
        return False


def pages_of(window: MainWindow, role: ActorRole) -> Iterator[str]:
    """Opens every page of a role, one after the other."""
    for key in (*TABS[role], *sorted(BELOW[role] - set(TABS[role]))):
        view_of(window).open_page(key)
        QTest.qWait(30)
        assert view_of(window).page == key
        yield key


@pytest.mark.parametrize("role", TABS)
def test_everything_on_every_page_has_a_name(open_window: OpenWindow, role: ActorRole) -> None:
    window = open_window(role=role, page="nowhere")
    for key in pages_of(window, role):
        assert accessible.nameless(window) == [], key
        assert accessible.only_a_placeholder(window) == [], key
        assert accessible.silent_rows(window) == [], key


@pytest.mark.parametrize("role", TABS)
def test_no_two_controls_of_a_page_are_called_the_same(open_window: OpenWindow, role: ActorRole) -> None:
    window = open_window(role=role, page="nowhere")
    for key in pages_of(window, role):
        found = Counter(
            accessible.described(each)
            for each in accessible.everything(accessible.interface(window))
            if each.role() in accessible.ACTING
        )
        assert [each for each, count in found.items() if count > 1] == [], key


@pytest.mark.parametrize("role", TABS)
@pytest.mark.parametrize("size", [(1366, 696), (1024, 588)], ids=lambda each: f"{each[0]}×{each[1]}")
def test_tab_reaches_every_control_of_every_page_once(
    open_window: OpenWindow, qtbot: QtBot, role: ActorRole, size: tuple[int, int]
) -> None:
    window = open_window(role=role, page="nowhere")
    window.resize(*size)
    for key in pages_of(window, role):
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        reached = accessible.tab_round(window)
        missed = [each for each in accessible.wanting_focus(window) if each not in reached]
        assert [accessible.spoken_name(each) for each in missed] == [], key


@pytest.mark.parametrize("role", TABS)
def test_no_page_opens_a_window_of_its_own(open_window: OpenWindow, qapp: QApplication, role: ActorRole) -> None:
    window = open_window(role=role, page="nowhere")
    watch = Windows(qapp)
    assert list(pages_of(window, role))
    assert watch.opened == []
    assert window.isActiveWindow()


def first_steps(window: MainWindow) -> Iterator[str]:
    """はじめに, and every step of setting up a town, left by あとで決める."""
    yield "start"
    window.first.choose_card("secretariat")
    wizard = window.first.page
    assert isinstance(wizard, Wizard)
    while True:
        QTest.qWait(30)
        yield f"step {wizard.step}"
        before = wizard.step
        wizard.put_off()
        if window.first.page is not wizard or wizard.step == before:
            return


def test_the_first_screens_have_names_and_are_reached_whole(open_window: OpenWindow) -> None:
    window = open_window(first=True)
    window.first.setFocus()
    seen = []
    for step in first_steps(window):
        assert accessible.nameless(window) == [], step
        assert accessible.only_a_placeholder(window) == [], step
        reached = accessible.tab_round(window)
        missed = [each for each in accessible.wanting_focus(window) if each not in reached]
        assert [accessible.spoken_name(each) for each in missed] == [], step
        seen.append(step)
    assert len(seen) > 4


@pytest.mark.parametrize("place", range(3))
def test_every_slide_of_the_board_is_a_table_one_button_away(open_window: OpenWindow, qtbot: QtBot, place: int) -> None:
    window = open_window(role="reader", page="board")
    page = view_of(window).pages.shown
    assert isinstance(page, BoardPage)
    slides = [each for each in page.findChildren(QPushButton) if each.text() in ("ボード", "道のり", "推移")]
    slides[place].click()
    table = next(each for each in page.findChildren(QPushButton) if each.text() == "表で見る")
    while QApplication.focusWidget() is not table:
        press(Qt.Key.Key_Tab)
    QTest.keyClick(table, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: [each for each in page.findChildren(QTableView) if each.isVisible()] != [])
    view = next(each for each in page.findChildren(QTableView) if each.isVisible())
    assert view.model().rowCount() > 0
    assert view.accessibleName()
    assert accessible.silent_rows(window) == []


def test_status_buttons_are_radio_buttons_that_tell_what_was_said_last_time(open_window: OpenWindow) -> None:
    window = open_window(role="liaison")
    found = [
        accessible.described(each)
        for each in accessible.everything(accessible.interface(window))
        if isinstance(each.object(), StatusButton)
    ]
    assert [(role, name) for role, name, _ in found] == [
        ("RadioButton", name) for name in ("順調", "要注意", "遅れ", "完了", "未着手", "見直し")
    ]
    assert [description for _, _, description in found if description] == ["前回と同じ"]


@pytest.mark.parametrize(("page", "key"), [("collect", Qt.Key.Key_Return), ("initiatives", Qt.Key.Key_Return)])
def test_a_drawer_is_opened_and_closed_by_keys(open_window: OpenWindow, page: str, key: Qt.Key) -> None:
    window = open_window(page=page)
    window.resize(1024, 588)
    QTest.qWait(30)
    names = [accessible.name_of(each) for each in accessible.everything(accessible.interface(window))]
    press(key)
    QTest.qWait(30)
    opened = [accessible.name_of(each) for each in accessible.everything(accessible.interface(window))]
    assert any("閉じる（Esc）" in each for each in opened)
    press(Qt.Key.Key_Escape)
    QTest.qWait(30)
    assert names == [accessible.name_of(each) for each in accessible.everything(accessible.interface(window))]


FADES = "projection/window.py"
"""Only the audience's picture fades, and its own test sees that it does not where less motion is wanted."""


def test_nothing_moves_where_less_motion_is_wanted(qapp: QApplication) -> None:
    QApplication.setEffectEnabled(Qt.UIEffect.UI_AnimateCombo, True)
    keep(less_motion=True)
    create_application([])
    assert not any(QApplication.isEffectEnabled(each) for each in Qt.UIEffect)
    ui = Path(application.__file__).parent
    moving = ("QPropertyAnimation", "QVariantAnimation", "QTimeLine", "setAnimated(True)", "QMovie", "QGraphicsOpacity")
    written = {each.relative_to(ui).as_posix(): each.read_text(encoding="utf-8") for each in ui.rglob("*.py")}
    assert {name for name, text in written.items() if any(each in text for each in moving)} == {FADES}
