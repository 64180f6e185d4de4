"""A remote control drives the slides wherever the focus is, even while somebody types."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from dxdesk.ui.key_actions import bind
from dxdesk.ui.projection.agenda_course import stops
from tests.ui.projection.conftest import Room

KEY = Qt.Key


def at(room: Room) -> int:
    """Which stop of the agenda is shown."""
    audience = room.projection.projector.audience
    assert audience is not None
    return [each.item for each in stops(audience)].index(room.projection.projector.position.item)


def test_page_down_and_up_step_while_somebody_types(room: Room) -> None:
    room.projection.start(room.laptop)
    room.field.setPlainText("書きかけの文\n" * 80)
    before = room.field.textCursor().position()
    QTest.keyClick(room.field, KEY.Key_PageDown)
    QTest.keyClick(room.field, KEY.Key_PageDown)
    assert at(room) == 2
    QTest.keyClick(room.field, KEY.Key_PageUp)
    assert at(room) == 1
    assert room.field.textCursor().position() == before
    assert room.field.hasFocus()


def test_while_a_conversion_is_open_they_belong_to_it(room: Room) -> None:
    room.projection.start(room.laptop)
    QCoreApplication.sendEvent(room.field, QInputMethodEvent("いこう", []))
    QTest.keyClick(room.field, KEY.Key_PageDown)
    QTest.keyClick(room.field, KEY.Key_F12)
    assert at(room) == 0
    assert not room.projection.projector.hidden
    room.composition.commit()
    QTest.keyClick(room.field, KEY.Key_PageDown)
    assert at(room) == 1


def test_f11_freezes_and_f12_hides_from_any_window(room: Room, qtbot: QtBot) -> None:
    room.projection.start(room.laptop)
    dialog, line = QDialog(room.laptop), QLineEdit()
    QVBoxLayout(dialog).addWidget(line)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    projector = room.projection.projector
    QTest.keyClick(line, KEY.Key_F11)
    assert projector.frozen
    QTest.keyClick(line, KEY.Key_F12)
    assert projector.hidden
    QTest.keyClick(line, KEY.Key_PageDown)
    assert at(room) == 1
    QTest.keyClick(line, KEY.Key_F11)
    QTest.keyClick(line, KEY.Key_F12)
    assert not projector.frozen
    assert not projector.hidden
    dialog.close()


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier])
def test_with_another_key_held_they_are_not_meant(room: Room, held: Qt.KeyboardModifier) -> None:
    room.projection.start(room.laptop)
    QTest.keyClick(room.field, KEY.Key_PageDown, held)
    assert at(room) == 0


def test_a_page_that_has_such_a_key_of_its_own_gives_way(room: Room) -> None:
    pressed: list[str] = []
    bind(room.laptop, {"PgDown": lambda: pressed.append("page")})
    room.projection.start(room.laptop)
    QTest.keyClick(room.field, KEY.Key_PageDown)
    assert pressed == []
    assert at(room) == 1


def test_before_and_after_the_projection_they_scroll(room: Room) -> None:
    room.field.setPlainText("書きかけの文\n" * 80)
    QTest.keyClick(room.field, KEY.Key_PageDown)
    assert at(room) == 0
    first = room.field.textCursor().position()
    assert first > 0
    room.projection.start(room.laptop)
    room.projection.end()
    QTest.keyClick(room.field, KEY.Key_PageDown)
    assert room.field.textCursor().position() > first
    assert at(room) == 0


def test_they_go_on_driving_while_the_screen_is_gone(room: Room) -> None:
    room.projection.start(room.laptop)
    room.screens.plug(room.screens.there[0])
    QTest.keyClick(room.field, KEY.Key_PageDown)
    assert at(room) == 1
