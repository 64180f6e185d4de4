"""Every page of はじめに at every size: nothing is cut or lies over anything; usual letters need no scrolling."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.domain.plan_parts import Department
from dxdesk.ui.application import set_text_scale
from dxdesk.ui.first_run.page import FirstRunPage
from dxdesk.ui.first_run.start import Card
from dxdesk.ui.first_run.who import WhoPage
from dxdesk.ui.first_run.wizard import Wizard
from dxdesk.ui.labels import PhraseLabel

SIZES = [(1366, 696, 1.0), (1366, 696, 1.15), (1366, 696, 1.3), (1024, 588, 1.0), (1024, 588, 1.3), (1920, 1000, 1.0)]


def wizard_at(step: int) -> Callable[[FirstRunPage], None]:
    def show(first: FirstRunPage) -> None:
        first.choose_card("secretariat")
        wizard = first.page
        assert isinstance(wizard, Wizard)
        wizard.town.town_line.setText("三春町")
        for _ in range(step):
            wizard.step_on()
        if step == 2:
            QGuiApplication.clipboard().setText("総務課\n総務課\nとても長い名前の課" * 3)
            wizard.people.departments.paste()
        if step == 3:
            wizard.room.inches.setText("65")
            wizard.room.metres.setText("9")

    return show


def blank(first: FirstRunPage) -> None:
    wizard_at(1)(first)
    wizard = first.page
    assert isinstance(wizard, Wizard)
    wizard.plan.group.button(len(wizard.plan.names) + 1).setChecked(True)


def who(first: FirstRunPage) -> None:
    first._enter(WhoPage([Department(str(number), f"第{number}課") for number in range(30)]))


PAGES: dict[str, Callable[[FirstRunPage], None]] = {
    "start": lambda _first: None,
    "samples": lambda first: first.show_samples(),
    "liaison": lambda first: first.show_file("liaison"),
    "reader": lambda first: first.show_file("reader"),
    "who": who,
    **{f"step {step + 1}": wizard_at(step) for step in range(5)},
    "blank": blank,
}


def place(widget: QWidget, window: QWidget) -> QRect:
    """Where a widget is seen: what is scrolled away is nowhere."""
    seen = widget.visibleRegion().boundingRect()
    return QRect(widget.mapTo(window, seen.topLeft()), seen.size())


def cut(widget: QWidget) -> bool:
    """Whether a label or a button has less room than its words need."""
    if isinstance(widget, PhraseLabel):
        return widget.height() + 1 < widget.heightForWidth(widget.width())
    if isinstance(widget, QLabel | QAbstractButton) and not isinstance(widget, Card):
        return QFontMetrics(widget.font()).horizontalAdvance(widget.text()) > widget.width() + 1
    return False


@pytest.mark.parametrize(("width", "height", "scale"), SIZES)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_fits(
    qtbot: QtBot, qapp: QApplication, first: FirstRunPage, page: str, width: int, height: int, scale: float
) -> None:
    set_text_scale(qapp, scale)
    first.resize(width, height)
    PAGES[page](first)
    qtbot.wait(30)
    assert (first.width(), first.height()) == (width, height)
    shown = [each for each in first.page.findChildren(QWidget) if each.isVisible()]
    words = [each for each in shown if isinstance(each, QLabel | QAbstractButton | QLineEdit)]
    assert [each for each in words if cut(each)] == []
    free = [each for each in words if not any(isinstance(above, Card) for above in parents(each))]
    for one, other in combinations(free, 2):
        if one in parents(other) or other in parents(one):
            continue
        assert not place(one, first).intersects(place(other, first)), (one, other)
    if width >= 1366 or scale == 1.0:
        assert [each for each in shown if isinstance(each, QScrollArea) and each.verticalScrollBar().maximum()] == []


def parents(widget: QWidget) -> list[QWidget]:
    found = []
    above = widget.parentWidget()
    while above is not None:
        found.append(above)
        above = above.parentWidget()
    return found


def test_cards_are_as_large_as_they_are_drawn(qtbot: QtBot, first: FirstRunPage) -> None:
    qtbot.wait(30)
    assert {(card.width(), card.height()) for card in first.findChildren(Card)} == {(352, 316)}
