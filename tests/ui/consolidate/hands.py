"""What a person does in 取りまとめ."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from dxdesk.ui.consolidate.page import ConsolidatePage


def opened(page: ConsolidatePage) -> str:
    assert page.shown is not None
    return page.shown.code


def press(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def click(page: ConsolidatePage, text: str) -> None:
    """Clicks the sentence that holds a text."""
    view = page.body.answers
    place = next(place for place, row in enumerate(view.rows.rows) if row.kind == "text" and text in row.text)
    index = view.rows.index(place)
    view.list.scrollTo(index)
    spot = view.list.visualRect(index).center()
    QTest.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def results(page: ConsolidatePage) -> str:
    return page.form.texts["results"].text()


def type_into(page: ConsolidatePage, field: str, words: str) -> None:
    area = page.form.texts[field].area
    area.setFocus()
    event = QInputMethodEvent()
    event.setCommitString(words)
    QCoreApplication.sendEvent(area, event)
