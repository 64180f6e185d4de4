"""Chips that put a usual date into 次にすること."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtWidgets import QBoxLayout, QPushButton

from dxdesk.ui.text_area import TextArea
from dxdesk.ui.theme import set_look


def usual_dates(today: date) -> tuple[tuple[str, str], ...]:
    """(word of the chip, words it puts in): the end of next month, the end of the fiscal year, the meeting."""
    next_month = (today.replace(day=1) + timedelta(days=32)).replace(day=1)
    found = [("来月末", f"{next_month.month}月末までに"), ("年度末", "3月末までに")]
    return (*found, ("次回まで", "次回の会議までに"))


def date_chips(row: QBoxLayout, today: date, area: TextArea) -> list[QPushButton]:
    """Put the chips of a day into ``row``; each writes where the cursor of ``area`` stands, in the place of
    what another one wrote."""
    chips = []
    while (item := row.takeAt(0)) is not None:
        old = item.widget()
        if old is not None:
            old.hide()
            old.deleteLater()
    for word, words in usual_dates(today):
        chip = QPushButton(word)
        set_look(chip, "link")
        chip.setAccessibleName(words)
        chip.clicked.connect(lambda _checked=False, text=words: area.insert_words(text))
        row.addWidget(chip)
        chips.append(chip)
    return chips
