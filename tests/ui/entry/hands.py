"""What a person does at the keyboard, and what is then on file."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from dxdesk.domain.replies import Answer
from dxdesk.store.queries import replies
from dxdesk.ui.entry.page import EntryPage
from tests.ui.entry.conftest import hand_over

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key, to whatever has the focus."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def type_words(words: str) -> None:
    """Text from the input method, to whatever has the focus."""
    focused = QApplication.focusWidget()
    assert focused is not None
    hand_over(focused, words)


def opened(page: EntryPage) -> str:
    """The code of the open item."""
    assert page.writing.form is not None
    return page.writing.form.unit.code or ""


def draft(page: EntryPage, code: str) -> Answer | None:
    """What is kept of an item that is being written."""
    desk, entries = page.desk, page.entries
    assert entries.department is not None
    found = desk.ask(replies.draft, entries.cycle.id, entries.plan.unit(code).id, entries.department.id)
    return found.answer if found else None


def heads(page: EntryPage, code: str) -> tuple[str, ...]:
    """What was said last of an item, by kind of revision."""
    assert page.entries.department is not None
    unit = page.entries.plan.unit(code).id
    view = page.desk.ask(replies.slot, page.entries.cycle.id, unit, page.entries.department.id)
    return tuple(each.kind for each in view.heads)


def results(page: EntryPage) -> QWidget:
    return page.body.centre.editor.texts["results"].area
