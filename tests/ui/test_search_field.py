"""Searching: what is committed is looked for a moment later, never a conversion, and keys lead on from the field."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.ui.key_actions import bind
from dxdesk.ui.search_field import SearchField


@pytest.fixture
def field(qtbot: QtBot) -> SearchField:
    found = SearchField("さがす")
    qtbot.addWidget(found)
    with qtbot.waitExposed(found):
        found.show()
    found.start()
    return found


def compose(field: SearchField, text: str) -> None:
    QCoreApplication.sendEvent(field, QInputMethodEvent(text, []))


def commit(field: SearchField, text: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(text)
    QCoreApplication.sendEvent(field, event)


def test_what_is_committed_is_looked_for_once(qtbot: QtBot, field: SearchField) -> None:
    told: list[str] = []
    field.searched.connect(lambda: told.append(field.text()))
    with qtbot.waitSignal(field.searched):
        commit(field, "研")
        commit(field, "修")
    assert told == ["研修"]


def test_nothing_is_looked_for_while_a_conversion_is_open(qtbot: QtBot, field: SearchField) -> None:
    commit(field, "研")
    compose(field, "しゅう")
    with qtbot.assertNotEmitted(field.searched, wait=700):
        QTest.keyClick(field, Qt.Key.Key_Down)
    with qtbot.waitSignal(field.searched):
        commit(field, "修")
    assert field.text() == "研修"


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_the_field_is_left_downwards_with_what_was_typed_looked_for(
    qtbot: QtBot, field: SearchField, key: Qt.Key
) -> None:
    told: list[str] = []
    field.searched.connect(lambda: told.append("searched"))
    field.left_downwards.connect(lambda: told.append("left"))
    commit(field, "研修")
    QTest.keyClick(field, key)
    QTest.keyClick(field, key)
    assert told == ["searched", "left", "left"]


def test_escape_clears_the_search_before_it_closes_anything(qtbot: QtBot) -> None:
    page, closed = QWidget(), []
    field = SearchField(parent=page)
    QVBoxLayout(page).addWidget(field)
    bind(page, {"Esc": lambda: closed.append(True)})
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    field.start()
    commit(field, "研修")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert (field.text(), closed) == ("", [])
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert closed == [True]


def test_a_search_that_is_dropped_is_not_told(qtbot: QtBot, field: SearchField) -> None:
    commit(field, "研修")
    with qtbot.assertNotEmitted(field.searched, wait=700):
        field.drop()
    assert field.text() == ""
