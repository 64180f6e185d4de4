"""A large plan is read beside the window: until then 記入 is empty, and whoever is named is shown at once."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.ui import reading
from dxdesk.ui.entry.page import EntryPage
from tests.ui.entry import towns
from tests.ui.entry.conftest import OpenDesk, OpenPage
from tests.ui.entry.hands import opened


@pytest.fixture
def desk(open_desk: OpenDesk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Of a town whose plan counts as large."""
    monkeypatch.setattr(reading, "LARGE_UNITS", 0)
    return open_desk()


def test_the_first_item_is_shown_as_soon_as_it_is_found(desk: Desk, qtbot: QtBot, open_page: OpenPage) -> None:
    page = open_page(desk=desk)
    page.setFocus()
    qtbot.waitUntil(page.foot.isVisible)
    assert opened(page) == "2"
    assert page.isAncestorOf(QApplication.focusWidget() or page)
    assert QApplication.focusWidget() is page.body.centre.editor.start()


def test_nothing_can_be_pressed_before_it_is_found(desk: Desk, qtbot: QtBot) -> None:
    page = EntryPage(desk, towns.newest(desk))
    qtbot.addWidget(page)
    page.refresh()
    page.set_cycle(towns.newest(desk))
    assert page.entries.own == ()
    assert not page.foot.isVisibleTo(page)
    assert page.leave()
    qtbot.waitUntil(lambda: page.foot.isVisibleTo(page))
    assert opened(page) == "2"


def test_an_item_that_is_named_is_shown_at_once_and_stays(desk: Desk, qtbot: QtBot) -> None:
    page = EntryPage(desk, towns.newest(desk))
    qtbot.addWidget(page)
    page.show_subject("4")
    assert opened(page) == "4"
    qtbot.wait(100)
    assert opened(page) == "4"
