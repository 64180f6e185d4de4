"""Every screen shows its number, and one is chosen by it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from dxdesk.ui.projection.numbers import NumberCard, ScreenDialog, number_cards
from dxdesk.ui.projection.screens import ScreenPlace
from dxdesk.ui.projection.starting import choose_screen, start_projection
from tests.ui.projection.conftest import Room
from tests.ui.projection.played import LAPTOP, OTHER, PROJECTOR

THIRD = ScreenPlace(3, "DP-2", "third", 4000, 0, 1024, 768)


@pytest.fixture
def _no_cards_left(qtbot: QtBot) -> Iterator[None]:
    yield
    for each in QApplication.topLevelWidgets():
        if isinstance(each, NumberCard):
            each.close()


@pytest.mark.usefixtures("_no_cards_left")
def test_every_screen_shows_its_number_in_its_middle_for_two_seconds(qtbot: QtBot) -> None:
    cards = number_cards((LAPTOP, PROJECTOR))
    assert [each.accessibleName() for each in cards] == ["1", "2"]
    assert all(each.isVisible() for each in cards)
    for card, place in zip(cards, (LAPTOP, PROJECTOR), strict=True):
        assert place.area.contains(card.geometry())
    qtbot.waitUntil(lambda: not any(each.isVisible() for each in cards))


def press(words: str) -> None:
    """Press a button of the dialog that is open."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    button = next(each for each in dialog.findChildren(QPushButton) if words in each.text())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.usefixtures("_no_cards_left")
def test_one_of_several_is_chosen_by_its_number(room: Room) -> None:
    room.screens.plug(LAPTOP, OTHER, THIRD)
    QTimer.singleShot(0, lambda: press("3枚目の画面（1024×768）"))
    assert start_projection(room.projection, room.laptop)
    assert room.projection.place == THIRD


@pytest.mark.usefixtures("_no_cards_left")
def test_whoever_goes_back_projects_nothing(room: Room) -> None:
    room.screens.plug(LAPTOP, OTHER, THIRD)
    QTimer.singleShot(0, lambda: press("戻る"))
    assert not choose_screen(room.projection, room.laptop)
    assert room.projection.state == "off"


def test_the_laptops_own_screen_is_not_offered(room: Room) -> None:
    dialog = ScreenDialog(room.projection.choices, room.laptop)
    assert [each.text() for each in dialog.buttons] == ["2枚目の画面（1280×800）"]


def test_with_one_screen_a_rehearsal_is_offered(room: Room) -> None:
    room.screens.plug(LAPTOP)
    QTimer.singleShot(0, lambda: press("リハーサルする"))
    assert start_projection(room.projection, room.laptop)
    assert room.projection.rehearsal is not None
    room.projection.leave_rehearsal()


def test_a_screen_that_was_plugged_in_meanwhile_is_found(room: Room) -> None:
    room.screens.plug(LAPTOP)
    said: list[str] = []

    def plug() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        said.append(box.accessibleName())
        room.screens.plug(LAPTOP, PROJECTOR)
        press("もう一度さがす")

    QTimer.singleShot(0, plug)
    assert start_projection(room.projection, room.laptop)
    assert room.projection.place == PROJECTOR
    assert said == ["2枚目の画面が見つかりません。1画面で練習できます。"]
