"""What a person does at keyboard and mouse, and what is then on file."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from dxdesk.store.queries import meetings
from dxdesk.ui.agenda.page import AgendaPage


def titles(page: AgendaPage) -> list[str]:
    assert page.source is not None
    return [each.title for each in page.desk.ask(meetings.agenda, page.source.meeting.id)]


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def choose(page: AgendaPage, title: str) -> None:
    assert page.source is not None
    page.parts.items.choose(next(each.id for each in page.source.items if each.title == title))


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
