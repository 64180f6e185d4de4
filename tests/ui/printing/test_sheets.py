from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dxdesk.ui.printing.preview import page_sizes
from dxdesk.ui.printing.sheets import ZOOMS, SheetView
from tests.ui.printing.test_preview import paper


@pytest.fixture
def view(qtbot: QtBot) -> SheetView:
    found = SheetView()
    qtbot.addWidget(found)
    found.resize(800, 560)
    found.show()
    pdf = paper("一", "二")
    found.show_pages(pdf, page_sizes(pdf))
    return found


def test_the_whole_page_fits_into_the_window_whatever_its_shape(view: SheetView) -> None:
    room = view.viewport().size()
    for page in (0, 3):
        size = view.size_of(page)
        assert size.width() <= room.width()
        assert size.height() <= room.height()
    assert view.size_of(3).width() > view.size_of(0).width()


def test_fitted_to_the_width_every_page_is_as_wide_as_the_window(view: SheetView) -> None:
    view.set_zoom("width")
    widths = {view.size_of(page).width() for page in range(4)}
    assert len(widths) == 1
    assert view.viewport().width() - 40 < widths.pop() < view.viewport().width()


def test_at_full_size_a_sheet_of_a4_has_96_points_to_the_inch(view: SheetView) -> None:
    view.set_zoom("full")
    assert abs(view.size_of(0).width() - 794) <= 1
    assert view.horizontalScrollBar().maximum() > 0


def test_the_page_that_is_looked_at_stays_when_the_size_changes(view: SheetView) -> None:
    view.go(2)
    for zoom in (*ZOOMS, "page"):
        view.set_zoom(zoom)
        assert view.page == 2
    view.resize(700, 480)
    assert view.page == 2


def test_scrolling_tells_the_page_that_takes_the_middle(view: SheetView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.page_changed) as told:
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    assert told.args == [3]
    view.verticalScrollBar().setValue(0)
    assert view.page == 0


def test_the_arrows_go_a_little_way_and_the_ends_are_the_ends(view: SheetView) -> None:
    view.set_zoom("width")
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert 0 < view.verticalScrollBar().value() < 200
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert view.verticalScrollBar().value() == 0
    view.go(-1)
    view.go(99)
    assert view.page == 0


def test_ctrl_and_the_wheel_change_the_size(view: SheetView) -> None:
    def turn(up: bool) -> None:
        at = QPointF(20, 20)
        delta = QPoint(0, 120 if up else -120)
        control = Qt.KeyboardModifier.ControlModifier
        buttons, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
        QApplication.sendEvent(view.viewport(), QWheelEvent(at, at, QPoint(), delta, buttons, control, phase, False))

    seen = []
    for up in (True, True, True, False, False, False):
        turn(up)
        seen.append(view.zoom)
    assert seen == ["width", "full", "full", "width", "page", "page"]
