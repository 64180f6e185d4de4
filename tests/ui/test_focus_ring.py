"""The ring follows the focus, never takes a click and is never hidden behind something else."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.ui.application import create_application
from dxdesk.ui.focus_ring import NO_RING, REACH, FocusRing, RingOverlay
from dxdesk.ui.theme import colour


def ring_of(window: QWidget) -> RingOverlay:
    found = window.findChild(RingOverlay)
    assert found is not None
    return found


def shown(qtbot: QtBot, *fields: QWidget) -> QWidget:
    window = QWidget()
    layout = QVBoxLayout(window)
    for field in fields:
        layout.addWidget(field)
    qtbot.addWidget(window)
    window.resize(300, 200)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_the_ring_surrounds_what_has_the_focus_and_moves_with_it(qtbot: QtBot, qapp: QApplication) -> None:
    create_application([])
    first, second = QLineEdit(), QPushButton("提出する")
    window = shown(qtbot, first, second)
    for field in (first, second):
        field.setFocus()
        box = QRect(field.mapTo(window, QPoint(0, 0)), field.size())
        assert ring_of(window).isVisible()
        assert ring_of(window).geometry() == box.adjusted(-REACH, -REACH, REACH, REACH)
    window.resize(400, 300)
    box = QRect(second.mapTo(window, QPoint(0, 0)), second.size())
    assert ring_of(window).geometry().contains(box)


def test_the_ring_is_yellow_inside_and_ink_outside(qtbot: QtBot, qapp: QApplication) -> None:
    create_application([])
    field = QLineEdit()
    window = shown(qtbot, field)
    field.setFocus()
    picture = window.grab().toImage()
    middle = field.mapTo(window, QPoint(field.width() // 2, 0))
    assert picture.pixelColor(middle - QPoint(0, 1)) == colour("focus")
    assert picture.pixelColor(middle - QPoint(0, 3)) == colour("focus-edge")


def test_the_ring_is_whole_at_the_edges_of_the_window(qtbot: QtBot, qapp: QApplication) -> None:
    create_application([])
    field = QLineEdit()
    window = shown(qtbot, field)
    layout = window.layout()
    assert layout is not None
    layout.setContentsMargins(0, 0, 0, 0)
    field.setFocus()
    qtbot.waitUntil(lambda: field.x() == 0)
    picture = window.grab().toImage()
    assert picture.pixelColor(1, window.height() // 2) == colour("focus-edge")
    assert picture.pixelColor(3, window.height() // 2) == colour("focus")


def test_a_container_that_only_holds_the_focus_for_a_moment_has_no_ring(qtbot: QtBot, qapp: QApplication) -> None:
    create_application([])
    stack = QWidget()
    window = shown(qtbot, QLineEdit(), stack)
    stack.setFocus()
    assert QApplication.focusWidget() is stack
    assert not ring_of(window).isVisible()


def test_a_click_goes_through_the_ring(qtbot: QtBot, qapp: QApplication) -> None:
    create_application([])
    button = QPushButton("提出する")
    window = shown(qtbot, button)
    button.setFocus()
    assert ring_of(window).testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    with qtbot.waitSignal(button.clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_control_scrolled_out_of_sight_has_no_ring_over_other_things(qtbot: QtBot, qapp: QApplication) -> None:
    create_application([])
    tall, field = QWidget(), QLineEdit()
    tall.setFixedSize(200, 1500)
    field.setParent(tall)
    field.setGeometry(10, 10, 150, 30)
    area = QScrollArea()
    area.setWidget(tall)
    window = shown(qtbot, area)
    field.setFocus()
    assert ring_of(window).isVisible()
    area.verticalScrollBar().setValue(600)
    assert not ring_of(window).isVisible()


def test_the_ring_leaves_with_the_focus_and_the_control(qtbot: QtBot, qapp: QApplication) -> None:
    create_application([])
    first, second = QLineEdit(), QLineEdit()
    window = shown(qtbot, first, second)
    first.setFocus()
    first.hide()
    second.setFocus()
    second.clearFocus()
    assert not ring_of(window).isVisible()


def test_the_audience_screen_has_no_ring(qtbot: QtBot, qapp: QApplication) -> None:
    create_application([])
    field = QLineEdit()
    window = QWidget()
    window.setProperty(NO_RING, True)
    QVBoxLayout(window).addWidget(field)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    field.setFocus()
    assert window.findChild(RingOverlay) is None


def test_a_closed_window_takes_its_ring_with_it(qtbot: QtBot, qapp: QApplication) -> None:
    create_application([])
    keep = QLineEdit()
    window = shown(qtbot, keep)
    gone = QWidget()
    field = QLineEdit(gone)
    gone.show()
    gone.activateWindow()
    qtbot.waitUntil(gone.isActiveWindow)
    field.setFocus()
    gone.close()
    gone.deleteLater()
    QApplication.sendPostedEvents()
    window.activateWindow()
    keep.setFocus()
    qtbot.waitUntil(lambda: ring_of(window).isVisible())
    assert qapp.findChild(FocusRing) is not None


def test_a_window_may_be_deleted_while_it_has_the_focus(qtbot: QtBot, qapp: QApplication) -> None:
    create_application([])
    keep = QLineEdit()
    window = shown(qtbot, keep)
    gone = QWidget()
    field = QLineEdit(gone)
    gone.show()
    gone.activateWindow()
    qtbot.waitUntil(gone.isActiveWindow)
    field.setFocus()
    gone.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    window.activateWindow()
    keep.setFocus()
    qtbot.waitUntil(lambda: ring_of(window).isVisible())


@pytest.mark.parametrize("deleted", ["the control", "what it lies in", "what that lies in"])
def test_the_ring_leaves_with_what_the_control_lies_in(qtbot: QtBot, qapp: QApplication, deleted: str) -> None:
    create_application([])
    outer, inner, field = QWidget(), QWidget(), QLineEdit()
    QVBoxLayout(outer).addWidget(inner)
    QVBoxLayout(inner).addWidget(field)
    window = shown(qtbot, outer)
    field.setFocus()
    ring = ring_of(window)
    assert ring.isVisible()
    {"the control": field, "what it lies in": inner, "what that lies in": outer}[deleted].deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not ring.isVisible()
