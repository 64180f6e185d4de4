"""今の状況: the buttons of a row are alike, however narrow they stood before."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.domain.settings import DEFAULT_STATUS_WORDS
from dxdesk.ui.application import create_application
from dxdesk.ui.entry.status_buttons import HEIGHT, StatusButton, StatusRow
from tests.ui.entry.test_layout import settle


def test_all_buttons_are_of_one_height_and_low_again_once_there_is_room(qapp: QApplication, qtbot: QtBot) -> None:
    create_application([])
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    row = StatusRow()
    row.show_words({**DEFAULT_STATUS_WORDS, "warn": "少し 遅れている"})
    column.addWidget(row)
    column.addStretch(1)

    def heights(width: int) -> set[int]:
        window.resize(width, 300)
        settle()
        return {each.height() for each in row.findChildren(StatusButton)}

    window.resize(600, 300)
    window.show()
    (narrow,) = heights(600)
    assert narrow > HEIGHT
    assert heights(1400) == {HEIGHT}
    assert heights(600) == {narrow}
