"""While text is being composed nothing else happens, and no character of it is ever lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.ui.composition import Composition
from tests.ui.entry.conftest import compose, hand_over

Field = QLineEdit | QTextEdit | QComboBox


def text_of(field: Field) -> str:
    if isinstance(field, QComboBox):
        return field.currentText()
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def box() -> QComboBox:
    """A list into which another word can be typed: the input method talks to the list, never to the line in it."""
    return QComboBox(editable=True)


@pytest.fixture(params=[QLineEdit, QTextEdit, box])
def field(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[Field]:
    """A field in an active window beside another one."""
    window = QWidget()
    layout = QVBoxLayout(window)
    made: Field = request.param()
    layout.addWidget(made)
    layout.addWidget(QLineEdit())
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made.setFocus()
    yield made
    window.close()


def test_what_is_being_composed_is_not_part_of_the_text_yet(field: Field) -> None:
    composition = Composition(field)
    compose(field, "さくひん")
    assert (composition.text, text_of(field)) == ("さくひん", "")


def test_listeners_hear_of_every_step_and_find_the_text_as_it_is_then(field: Field) -> None:
    composition = Composition(field)
    heard: list[tuple[str, str]] = []
    composition.changed.connect(lambda open_: heard.append((open_, text_of(field))))
    compose(field, "き")
    compose(field, "機")
    hand_over(field, "機能")
    assert heard == [("き", ""), ("機", ""), ("", "機能")]


def test_handing_over_keeps_every_character_where_no_input_method_answers(field: Field) -> None:
    composition = Composition(field)
    hand_over(field, "窓口の")
    compose(field, "まちじかん")
    composition.commit()
    assert (composition.text, text_of(field)) == ("", "窓口のまちじかん")


def test_handing_over_nothing_changes_nothing(field: Field) -> None:
    composition = Composition(field)
    hand_over(field, "窓口")
    composition.commit()
    assert text_of(field) == "窓口"


def test_a_field_that_loses_the_focus_hands_its_text_over(field: Field) -> None:
    composition = Composition(field)
    compose(field, "かいじょう")
    other = field.window().findChildren(QLineEdit)[-1]
    other.setFocus()
    assert (composition.text, text_of(field)) == ("", "かいじょう")


def test_no_shortcut_fires_while_a_conversion_is_open_and_it_does_afterwards(field: Field) -> None:
    composition = Composition(field)
    fired: list[str] = []
    for keys in ("Alt+1", "Ctrl+F", "F5"):
        QShortcut(QKeySequence(keys), field.window(), lambda keys=keys: fired.append(keys))
    compose(field, "ほん")
    QTest.keyClick(field, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(field, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_F5)
    assert (fired, composition.text) == ([], "ほん")
    hand_over(field, "本")
    QTest.keyClick(field, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert fired == ["Ctrl+F"]


def test_the_first_ctrl_enter_hands_over_and_only_the_second_acts(field: Field) -> None:
    composition = Composition(field)
    fired: list[bool] = []
    QShortcut(QKeySequence("Ctrl+Return"), field.window(), lambda: fired.append(True))
    compose(field, "ていしゅつ")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (fired, composition.text, text_of(field)) == ([], "", "ていしゅつ")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert fired == [True]
    assert text_of(field) == "ていしゅつ"
