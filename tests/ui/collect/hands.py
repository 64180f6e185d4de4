"""What a person sees and does on 回収."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QModelIndex, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget

from dxdesk.ui.collect.page import CollectPage
from tests.builders import PLAN, slot_of, uid
from tests.ui.collect import towns

CTRL = Qt.KeyboardModifier.ControlModifier


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key, to whatever has the focus."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def click(widget: QWidget) -> None:
    assert widget.isVisible(), widget
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def cell(page: CollectPage, code: str, department: str | None) -> QModelIndex:
    found: QModelIndex = page.matrix.model().index_of(PLAN.unit(code).id, uid(department) if department else None)  # type: ignore[attr-defined]
    return found


def word(page: CollectPage, code: str, department: str | None) -> str:
    """The word in a cell; no department: its 取りまとめ."""
    found: str = cell(page, code, department).data()
    return found


def click_cell(page: CollectPage, code: str, department: str | None) -> None:
    index = cell(page, code, department)
    page.matrix.scrollTo(index)
    middle: QPoint = page.matrix.visualRect(index).center()
    QTest.mouseClick(page.matrix.viewport(), Qt.MouseButton.LeftButton, pos=middle)


def button(page: CollectPage, words: str) -> QAbstractButton:
    """The button that is seen with these words."""
    return next(each for each in page.findChildren(QPushButton) if each.text() == words and each.isVisible())


def buttons(page: CollectPage) -> set[str]:
    """The words on every button that is seen."""
    return {each.text() for each in page.findChildren(QPushButton) if each.isVisible()}


def texts(widget: QWidget) -> str:
    """Every word on labels that are seen, or are about to be."""
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisibleTo(widget))


def chosen(page: CollectPage) -> str:
    """The chosen cell as it is read aloud."""
    found: str = page.matrix.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    return found


def compose(field: QWidget, text: str) -> None:
    """The input method shows ``text`` and has not handed it over."""
    QCoreApplication.sendEvent(field, QInputMethodEvent(text, []))


def hand_over(field: QWidget, text: str) -> None:
    """The input method hands ``text`` over."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QCoreApplication.sendEvent(field, event)


def told(page: CollectPage) -> list[tuple[str, bool]]:
    """What the page says from now on."""
    found: list[tuple[str, bool]] = []
    page.said.connect(lambda text, undoable: found.append((text, undoable)))
    return found


def state(page: CollectPage, code: str, department: str) -> str:
    return slot_of(page.desk, towns.newest(page.desk), code, department).state
