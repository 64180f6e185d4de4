"""A toast hides no control: it lies in the foot bar where that has room, else above it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.operations.meetings import hold_meeting
from dxdesk.store.queries import plans
from dxdesk.ui.bands import Toast
from dxdesk.ui.free_room import foot_of, free_place
from dxdesk.ui.text_field import Message
from dxdesk.ui.theme import set_look
from tests.ui.entry import towns
from tests.ui.windows import OpenWindow, view_of

SHORT, LONG = "受理しました。", "提出を取り下げました。書いた文は残っています。もう一度提出できます。"


def hidden(window: QWidget, toast: Toast) -> list[str]:
    """The controls that a toast lies over."""
    found: list[QAbstractButton | QLineEdit] = [*window.findChildren(QAbstractButton), *window.findChildren(QLineEdit)]
    shown = [each for each in found if each.isVisible() and not toast.isAncestorOf(each)]
    lies = QRect(toast.mapTo(window, QPoint(0, 0)), toast.size())
    return [
        each.text() for each in shown if QRect(each.mapTo(window, QPoint(0, 0)), each.size()).intersects(lies)
    ]  # fmt: skip


@pytest.mark.parametrize("size", [(1366, 696), (1024, 588)])
@pytest.mark.parametrize("words", [SHORT, LONG])
def test_a_toast_hides_no_control_of_any_page(
    open_window: OpenWindow, window_desk: Desk, qtbot: QtBot, size: tuple[int, int], words: str
) -> None:
    cycle = towns.newest(window_desk)
    body = window_desk.ask(plans.plan).bodies[0].name
    meeting = window_desk.do(hold_meeting, cycle, body, day=cycle.as_of).id
    window = open_window()
    window.resize(*size)
    view = view_of(window)
    for page, subject in (("entry", "2"), ("collect", ""), ("agenda", meeting), ("meeting", meeting)):
        view.open_page(page, subject)
        view.toast.show_text(words, "元に戻す", lambda: None)
        qtbot.wait(50)
        assert view.rect().contains(view.toast.geometry()), page
        assert hidden(view, view.toast) == [], page


def test_a_toast_makes_way_when_the_foot_fills(qtbot: QtBot) -> None:
    window, foot, other = QWidget(), QFrame(), QPushButton("次の担当 ›")
    qtbot.addWidget(window)
    set_look(foot, "foot-bar")
    foot.setFixedHeight(58)
    column, row = QVBoxLayout(window), QVBoxLayout(foot)
    column.setContentsMargins(0, 0, 0, 0)
    column.addStretch(1)
    column.addWidget(foot)
    row.addWidget(other)
    other.hide()
    window.resize(900, 500)
    toast = Toast(window)
    window.show()
    toast.show_text(SHORT)
    assert foot_of(window) is foot
    assert foot.geometry().contains(toast.geometry())
    other.show()
    qtbot.waitUntil(lambda: toast.geometry().bottom() < foot.geometry().top())


def test_a_list_in_the_foot_is_no_room(qtbot: QtBot) -> None:
    window, foot, choice = QWidget(), QFrame(), QComboBox()
    qtbot.addWidget(window)
    set_look(foot, "foot-bar")
    foot.setFixedHeight(58)
    choice.addItems(["全体", "1課"])
    choice.setFixedWidth(300)
    choice.view()  # its list is a widget within it from now on
    column, row = QVBoxLayout(window), QHBoxLayout(foot)
    column.setContentsMargins(0, 0, 0, 0)
    column.addStretch(1)
    column.addWidget(foot)
    row.addStretch(1)
    row.addWidget(choice)
    row.addStretch(1)
    window.resize(900, 500)
    toast = Toast(window)
    window.show()
    toast.show_text(SHORT)
    box = QRect(choice.mapTo(window, QPoint(0, 0)), choice.size())
    assert not box.intersects(toast.geometry())


def test_what_was_said_goes_when_something_has_to_be_put_right(qtbot: QtBot) -> None:
    window, message = QWidget(), Message()
    qtbot.addWidget(window)
    message.setParent(window)
    window.resize(900, 500)
    toast = Toast(window)
    window.show()
    toast.show_text("提出しました。", "元に戻す", lambda: None)
    message.say("目安の字数をこえています。", wrong=False)
    assert toast.isVisible()
    message.say("今の状況を選んでください。")
    assert toast.isHidden()


@pytest.mark.parametrize(("rows", "wide"), [(6, 400), (6, 2_000), (60, 400)])
def test_a_toast_lies_over_no_row_while_there_is_room_and_over_no_scroll_bar(
    rows: int, wide: int, qtbot: QtBot
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    column = QVBoxLayout(window)
    table = QTreeWidget()
    table.setColumnWidth(0, wide)
    table.header().setStretchLastSection(False)
    items = [QTreeWidgetItem(table, [f"{number} 取組"]) for number in range(rows)]
    column.addWidget(table)
    window.show()
    qtbot.waitUntil(lambda: table.visualItemRect(items[0]).height() > 0)
    toast = QLabel("受理しました。", window)
    place = QRect(free_place(window, QSize(200, 48), but=toast), QSize(200, 48))
    for bar in (table.horizontalScrollBar(), table.verticalScrollBar()):
        where = QRect(bar.mapTo(window, QPoint(0, 0)), bar.size())
        assert not (bar.isVisible() and where.intersects(place))
    if rows == 6:
        low = table.viewport().mapTo(window, table.visualItemRect(items[-1]).bottomLeft()).y()
        assert place.top() > low
