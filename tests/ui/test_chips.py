"""Chips above a list: of several at most one is pressed, and it can be let go again."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from dxdesk.ui.chips import FilterChip, let_one_be_pressed, press, pressed


def test_a_click_lets_go_of_the_others_and_a_second_one_of_the_chip_itself(qtbot: QtBot) -> None:
    chips = {key: FilterChip(None) for key in ("open", "done", "new")}
    told: list[str | None] = []
    for chip in chips.values():
        qtbot.addWidget(chip)
    let_one_be_pressed(chips, lambda: told.append(pressed(chips)))
    chips["open"].click()
    chips["done"].click()
    chips["done"].click()
    assert told == ["open", "done", None]


def test_a_chip_is_pressed_and_let_go_without_telling(qtbot: QtBot) -> None:
    chips = {key: FilterChip(None) for key in ("open", "done")}
    told: list[bool] = []
    for chip in chips.values():
        qtbot.addWidget(chip)
    let_one_be_pressed(chips, lambda: told.append(True))
    press(chips, "done")
    assert pressed(chips) == "done"
    press(chips, None)
    assert pressed(chips) is None
    assert told == []


def test_a_chip_says_its_word_and_count(qtbot: QtBot) -> None:
    chip = FilterChip("late")
    qtbot.addWidget(chip)
    chip.show_count("遅れ", 3)
    assert chip.accessibleName() == "遅れ 3件"
