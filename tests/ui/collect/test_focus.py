"""回収: a button that is pressed and goes leaves the focus, and the ring around it, at a place one can go on from."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from dxdesk.ui.collect.page import CollectPage
from dxdesk.ui.focus_ring import REACH, RingOverlay
from dxdesk.ui.tab_order import focus_next
from tests.builders import FUKUSHI, KENSETSU, SOUMU, ZEIMU
from tests.ui.collect.hands import button, click_cell

PLACES = (
    ("重点-1", SOUMU),
    ("重点-2", ZEIMU),
    ("重点-2", None),
    ("重点-3", SOUMU),
    ("重点-3", FUKUSHI),
    ("検討-4", SOUMU),
    ("検討-5", KENSETSU),
)


def press(pressed: QPushButton) -> None:
    pressed.setFocus()
    QTest.keyClick(pressed, Qt.Key.Key_Space)
    QApplication.sendPostedEvents()


def check_focus(page: CollectPage, pressed: QPushButton) -> None:
    """The focus is on the page, and if it moved, in the matrix, in the panel or on the filled button."""
    focused = QApplication.focusWidget()
    assert focused is not None, pressed.text()
    assert focused.isVisible()
    assert focused.isEnabled()
    if focused is not pressed:
        beside = page.panel.isAncestorOf(focused) or focused in (page.matrix, page.foot.primary)
        assert beside, (pressed.text(), focused)
    ring = page.window().findChild(RingOverlay)
    assert ring is not None
    box = QRect(focused.mapTo(page.window(), QPoint()), focused.size())
    assert ring.isVisible()
    assert box.adjusted(-REACH, -REACH, REACH, REACH).contains(ring.geometry())


@pytest.mark.parametrize("place", PLACES)
def test_whatever_is_pressed_the_focus_goes_on_from_a_sensible_place(
    page: CollectPage, place: tuple[str, str | None]
) -> None:
    tried: set[str] = set()
    while True:
        page.work.stop()
        click_cell(page, *place)
        seen = (each for each in page.findChildren(QPushButton) if each.isVisible() and each.isEnabled())
        following = next((each for each in seen if each.text() and each.text() not in tried), None)
        if following is None:
            break
        tried.add(following.text())
        press(following)
        check_focus(page, following)
        while page.desk.undo() is not None:
            check_focus(page, following)
        page.filters.clear()
    assert {"‹ 前の提出", "次の提出 ›"} <= tried


def test_after_many_were_accepted_the_focus_is_in_the_matrix(page: CollectPage) -> None:
    press(page.foot.primary)
    press(page.foot.primary)
    assert page.matrix.hasFocus()
    check_focus(page, page.foot.primary)


def test_the_way_to_the_next_answer_leads_to_what_can_be_done_with_it(page: CollectPage) -> None:
    click_cell(page, "重点-2", ZEIMU)
    press(page.panel.buttons["next"])
    assert button(page, "受理する").hasFocus()


def test_taking_the_marks_away_leads_back_to_the_matrix(page: CollectPage) -> None:
    click_cell(page, "重点-1", SOUMU)
    QTest.keyClick(page.matrix, Qt.Key.Key_Space)
    press(page.panel.buttons["unmark"])
    assert page.matrix.hasFocus()
    check_focus(page, page.panel.buttons["unmark"])


def test_tab_leads_from_the_answer_to_what_is_to_be_done_next_and_then_to_the_foot(page: CollectPage) -> None:
    click_cell(page, "重点-1", SOUMU)
    page.panel.buttons["entry"].setFocus()
    order = []
    while not page.foot.isAncestorOf(QApplication.focusWidget() or page):
        assert focus_next(page.window(), forward=True)
        order.append(QApplication.focusWidget())
    links = page.panel.next_steps.findChildren(QPushButton)
    assert links
    assert order[:-1] == [each for each in links if each.isVisible()]


@pytest.mark.parametrize("action", ["return", "confirm"])
def test_tab_leads_through_a_task_and_then_to_the_foot(page: CollectPage, action: str) -> None:
    click_cell(page, "重点-1", SOUMU)
    page.panel.take_focus()
    press(page.panel.buttons[action])
    inside = page.panel.task
    assert inside is not None
    seen = [each for each in inside.findChildren(QWidget) if each.isVisible()]
    stops = [each for each in seen if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
    stops[0].setFocus()
    order = [stops[0]]
    while focus_next(page.window(), forward=True):
        focused = QApplication.focusWidget()
        if focused is None or focused in order:
            break
        order.append(focused)
    assert order[: len(stops)] == stops
    assert page.foot.isAncestorOf(order[len(stops)])
