"""What happens is said once: politely, or at once where something has to be done. It stays long enough to be read."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.operations.replies import Place
from dxdesk.store.queries import finding, plans
from dxdesk.ui.bands import Band, Notice, Toast, announce
from dxdesk.ui.collect.page import CollectPage
from dxdesk.ui.history.page import HistoryPage
from dxdesk.wording.screen import NOT_SAVED
from tests.ui.entry import towns
from tests.ui.entry.hands import ALT, CTRL, press
from tests.ui.windows import OpenWindow, answer_second_unit, view_of

Heard = list[tuple[str, str]]


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Heard:
    """Everything that is announced: its text, and Polite or Assertive."""
    found: Heard = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            found.append((event.message(), event.politeness().name))

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return found


def new(heard: Heard, act: Callable[[], object]) -> Heard:
    """What is announced by doing something, without what is saved meanwhile."""
    QTest.qWait(1)
    heard.clear()
    act()
    QTest.qWait(1)
    return [each for each in heard if each[0] != "保存しました"]


def test_a_hand_in_is_said_once_with_what_comes_next(open_window: OpenWindow, heard: Heard) -> None:
    open_window(role="liaison")

    def hand_in() -> None:
        press(Qt.Key.Key_7, ALT)
        press(Qt.Key.Key_Return, CTRL)

    assert new(heard, hand_in) == [("提出しました。次は、マイナカード普及促進。", "Polite")]


def test_taking_back_and_doing_again_are_said_once_each(open_window: OpenWindow, heard: Heard) -> None:
    window = open_window(role="liaison")
    press(Qt.Key.Key_7, ALT)
    press(Qt.Key.Key_Return, CTRL)
    steps = view_of(window).steps
    taken_back, done_again = new(heard, steps.undo), new(heard, steps.redo)
    assert [len(taken_back), len(done_again)] == [1, 1]
    assert {each[1] for each in (*taken_back, *done_again)} == {"Polite"}


def test_what_is_missing_is_said_at_once(open_window: OpenWindow, heard: Heard) -> None:
    open_window(role="liaison")
    found = new(heard, lambda: press(Qt.Key.Key_Return, CTRL))
    assert found
    assert {each[1] for each in found} == {"Assertive"}
    assert len({each[0] for each in found}) == len(found)


def test_accepting_is_said_once(open_window: OpenWindow, heard: Heard, window_desk: Desk) -> None:
    window = open_window(page="nowhere")
    answer_second_unit(window_desk)
    cycle = towns.newest(window_desk)
    unit = window_desk.ask(plans.plan, cycle.plan_revision).unit("2")
    place = Place(cycle, unit, window_desk.ask(finding.department, towns.OWN))
    page = view_of(window).pages.shown
    assert isinstance(page, CollectPage)
    found = new(heard, lambda: page.work.reviewing.accept([place]))
    words = [each.text() for each in view_of(window).toast.findChildren(QLabel)]
    assert found == [(words[0], "Polite")]
    assert "受理" in words[0]


def test_what_cannot_be_saved_is_said_at_once(qtbot: QtBot, heard: Heard) -> None:
    window, band = QWidget(), Band()
    qtbot.addWidget(window)
    band.setParent(window)
    assert new(heard, lambda: band.show_notice(Notice("band-error", NOT_SAVED))) == [(NOT_SAVED, "Assertive")]
    assert new(heard, lambda: band.show_notice(Notice("band-quiet", "見るだけです"))) == [("見るだけです", "Polite")]


def test_the_same_words_at_another_moment_are_said_again(qtbot: QtBot, heard: Heard) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    for _ in range(2):
        assert new(heard, lambda: announce(window, "受理しました。")) == [("受理しました。", "Polite")]


def test_a_toast_is_announced_and_stays_while_it_is_pointed_at(qtbot: QtBot, heard: Heard) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    toast = Toast(window)
    window.resize(800, 400)
    window.show()
    assert new(heard, lambda: toast.show_text("提出しました。")) == [("提出しました。", "Polite")]
    toast.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    toast._end()
    assert toast.isVisible()
    toast.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    toast._end()
    assert not toast.isVisible()


def test_what_the_toast_told_stands_in_the_history(open_window: OpenWindow) -> None:
    window = open_window(role="liaison")
    press(Qt.Key.Key_7, ALT)
    press(Qt.Key.Key_Return, CTRL)
    view_of(window).open_page("history")
    page = view_of(window).pages.shown
    assert isinstance(page, HistoryPage)
    model = page.table.model()
    newest = " ".join(str(model.index(0, column).data()) for column in range(model.columnCount()))
    assert "提出" in newest
