"""はじめに on real databases in a test's own folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dxdesk import opening
from dxdesk.desk import Desk
from dxdesk.store import database as store
from dxdesk.store import making
from dxdesk.ui.application import create_application, set_text_scale
from dxdesk.ui.first_run.page import FirstRunPage
from tests.databases import anywhere


@pytest.fixture(autouse=True)
def _anywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """A test's data folder may lie wherever the machine keeps temporary files."""
    for function in (store.open_database, store.create_database, making.check_place):
        defaults = function.__kwdefaults__
        assert defaults is not None
        monkeypatch.setitem(defaults, "location", anywhere)


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> Iterator[QApplication]:
    """The program's look; the size of texts is the usual one again afterwards."""
    create_application([])
    yield qapp
    set_text_scale(qapp, 1.0)


@pytest.fixture
def opened() -> Iterator[list[tuple[Desk, str]]]:
    """The desks that were opened, with what was said; closed afterwards."""
    found: list[tuple[Desk, str]] = []
    yield found
    for desk, _ in found:
        desk.close()


@pytest.fixture
def first(qtbot: QtBot, opened: list[tuple[Desk, str]]) -> Iterator[FirstRunPage]:
    """はじめに in a window of the office PC, ready for keys."""
    page = FirstRunPage(opening.doors())
    qtbot.addWidget(page)
    page.desk_opened.connect(lambda desk, said: opened.append((desk, said)))
    page.resize(1366, 696)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.setFocus()
    yield page
    page.leave()


def focus() -> QWidget:
    """What has the focus."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(*keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Keys for whatever has the focus."""
    for key in keys:
        QTest.keyClick(focus(), key, modifier)


def write(text: str) -> None:
    """Text for whatever has the focus."""
    QTest.keyClicks(focus(), text)


def tab_to(wanted: Callable[[QWidget], bool], most: int = 30) -> None:
    """Goes on with Tab until the focus is where it is wanted."""
    for _ in range(most):
        if wanted(focus()):
            return
        press(Qt.Key.Key_Tab)
    raise AssertionError(focus())
