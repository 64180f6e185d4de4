"""期限 of a 宿題: what the chips put in is read as the day that they name."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from dxdesk.ui.meeting.choices import DayField


def test_the_end_of_the_fiscal_year_is_that_after_the_meeting(qtbot: QtBot) -> None:
    field = DayField()
    qtbot.addWidget(field)
    field.show_chips(date(2025, 4, 10))
    chip = next(each for each in field.findChildren(QPushButton) if each.text().startswith("年度末"))
    chip.click()
    assert field.line.text() == "令和8年3月31日（火）"
    assert field.day() == date(2026, 3, 31)
