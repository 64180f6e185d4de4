"""A walk along rows shows where it begins and where it ends."""

from __future__ import annotations

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from dxdesk.ui.reading import RESTING
from dxdesk.ui.walk import Walk


def test_one_press_is_shown_at_once_and_only_once(qtbot: QtBot) -> None:
    parent, shown = QObject(), list[int]()
    Walk(lambda: shown.append(1), parent).go()
    assert shown == [1]
    qtbot.wait(2 * RESTING)
    assert shown == [1]


def test_rows_that_are_passed_are_not_shown_but_the_one_where_the_walk_ends(qtbot: QtBot) -> None:
    parent, shown, reached = QObject(), list[int](), list[int]()
    walk = Walk(lambda: shown.append(reached[-1]), parent)
    for row in range(1, 9):
        reached.append(row)
        walk.go()
    assert shown == [1]
    qtbot.waitUntil(lambda: len(shown) > 1)
    qtbot.wait(2 * RESTING)
    assert shown == [1, 8]
