"""What a person does at keyboard and mouse, and what is then on file."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget

from dxdesk.domain.meetings import Meeting
from dxdesk.store.queries import meetings
from dxdesk.ui.meeting.page import MeetingPage

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def write(words: str) -> None:
    """Text, to whatever has the focus."""
    focused = QApplication.focusWidget()
    if isinstance(focused, QLineEdit):
        focused.insert(words)
    else:
        assert isinstance(focused, QTextEdit)
        focused.textCursor().insertText(words)


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, LEFT)


def item(page: MeetingPage, title: str) -> str:
    assert page.source is not None
    return next(each.id for each in page.source.record.items if each.title == title)


def texts(page: MeetingPage, meeting: Meeting) -> list[str]:
    record = page.desk.ask(meetings.record, meeting)
    decided, given = [each.text for each in record.decisions], [each.text for each in record.actions]
    return [*decided, *given, *(each.text for each in record.remarks)]


def filled(page: MeetingPage) -> list[QWidget]:
    return [each for each in page.findChildren(QWidget) if each.property("look") == "primary" and each.isVisible()]
