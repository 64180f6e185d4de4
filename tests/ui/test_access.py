"""Every page of every role with the keyboard alone and with ears alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.domain.permissions import ActorRole
from dxdesk.ui.main_window import MainWindow
from dxdesk.ui.pages import BELOW, TABS
from tests.ui import accessible
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
