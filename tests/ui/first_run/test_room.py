"""RoomForm: two numbers in any width of digit, the advice at once, and a slide at that size."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from dxdesk.domain.room import Room
from dxdesk.ui.first_run.room import RoomForm, number
from dxdesk.wording.first_run import ADVICE, ROOM_UNKNOWN


@pytest.fixture
def form(qtbot: QtBot) -> RoomForm:
    found = RoomForm()
    qtbot.addWidget(found)
    found.resize(1000, 400)
    found.show()
    return found


@pytest.mark.parametrize(
    ("typed", "value"), [("８０", 80.0), ("7.5m", 7.5), ("100型", 100.0), ("", None), ("広い", None), ("nan", None)]
)
def test_numbers_are_taken_as_people_type_them(typed: str, value: float | None) -> None:
    assert number(typed) == value


@pytest.mark.parametrize(("metres", "advice"), [("6", "標準"), ("7", "大"), ("8", "特大"), ("9", "配付")])
def test_the_advice_follows_while_typing(form: RoomForm, metres: str, advice: str) -> None:
    assert form.advice.text() == ROOM_UNKNOWN
    form.inches.setText("80")
    form.metres.setText(metres)
    assert form.advice.text() == ADVICE[advice]  # type: ignore[index]
    assert form.room == Room(80, float(metres))


def test_the_test_slide_grows_with_the_room(form: RoomForm) -> None:
    form.show_room(Room(80, 6))
    usual = form.slide.grab().toImage()
    form.show_room(Room(80, 8))
    assert form.slide.grab().toImage() != usual
    form.show_room(None)
    assert form.slide.grab().toImage() == usual


def test_a_number_out_of_range_says_what_to_write(form: RoomForm) -> None:
    assert form.complete()
    form.inches.setText("80")
    assert not form.complete()
    form.metres.setText("500")
    assert not form.complete()
    assert form.room is None
    assert "1～60" in form._fields[1].error.text()
    form.metres.setText("7")
    assert form.complete()
