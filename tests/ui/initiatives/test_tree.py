"""In a tree of very many rows only those that come into sight are measured, however far one goes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelection, QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from dxdesk.ui.initiatives.delegate import InitiativeDelegate
from dxdesk.ui.initiatives.rows import Row
from dxdesk.ui.initiatives.tree import MEASURED_ROWS, InitiativeTree
from dxdesk.ui.row_tree import Index

ROWS = [
    row
    for axis in range(3 * MEASURED_ROWS // 20)
    for row in (
        Row(f"A{axis}", None, "group", f"{axis}番目の軸"),
        *(Row(f"{axis}-{place}", f"A{axis}", "unit", f"{place}番の手続") for place in range(20)),
    )
]
SOME = 200


@pytest.fixture
def measured(monkeypatch: pytest.MonkeyPatch) -> set[int]:
    """The rows whose height was asked for."""
    found: set[int] = set()
    whole = InitiativeDelegate.sizeHint

    def size(self: InitiativeDelegate, option: QStyleOptionViewItem, index: Index) -> QSize:
        found.add(index.internalId())
        return whole(self, option, index)

    monkeypatch.setattr(InitiativeDelegate, "sizeHint", size)
    return found


def shown(qtbot: QtBot) -> InitiativeTree:
    tree = InitiativeTree()
    qtbot.addWidget(tree)
    tree.resize(900, 500)
    with qtbot.waitExposed(tree):
        tree.show()
    tree.show_rows(ROWS)
    tree.choose(ROWS[1].key)
    tree.repaint()
    return tree


def test_going_to_the_end_measures_no_row_on_the_way(qtbot: QtBot, measured: set[int]) -> None:
    tree = shown(qtbot)
    measured.clear()
    QTest.keyClick(tree, Qt.Key.Key_End)
    tree.repaint()
    assert tree.chosen == ROWS[-1].key
    assert tree.visualRect(tree.currentIndex()).isValid()
    assert len(measured) < SOME


@pytest.mark.parametrize("pointer", [None, QPoint(100, 45), QPoint(100, 200)], ids=["away", "on a row", "below them"])
def test_when_all_rows_are_back_after_a_search_only_those_around_the_chosen_one_are_measured(
    qtbot: QtBot, measured: set[int], pointer: QPoint | None
) -> None:
    tree = shown(qtbot)
    far = ROWS[-30]
    tree.show_rows([ROWS[-42], far])
    tree.choose(far.key)
    tree.repaint()  # what the search left to be laid out is done
    if pointer:
        QTest.mouseMove(tree.viewport(), pointer)
    measured.clear()
    tree.show_rows(ROWS)
    tree.repaint()
    assert tree.chosen == far.key
    assert len(measured) < SOME


def test_going_far_away_from_the_row_under_the_pointer_measures_no_row_on_the_way(
    qtbot: QtBot, measured: set[int]
) -> None:
    tree = shown(qtbot)
    QTest.mouseMove(tree.viewport(), QPoint(100, 45))
    qtbot.wait(10)
    for key in (Qt.Key.Key_End, Qt.Key.Key_Home):
        measured.clear()
        QTest.keyClick(tree, key)
        tree.repaint()
        assert len(measured) < SOME


def test_another_cycle_with_other_words_in_every_row_measures_those_in_sight(qtbot: QtBot, measured: set[int]) -> None:
    tree = shown(qtbot)
    measured.clear()
    tree.show_rows([replace(each, name=f"{each.name}（前回）") for each in ROWS])
    tree.repaint()
    assert tree.chosen == ROWS[1].key
    assert len(measured) < SOME


def test_the_row_that_was_chosen_before_is_painted_anew(qtbot: QtBot) -> None:
    tree = shown(qtbot)
    before, model = tree.currentIndex(), tree.selectionModel()
    below = tree.indexBelow(before)
    both = QItemSelection(before, before)
    both.select(below, below)
    region = tree.visualRegionForSelection(both)
    assert region.contains(tree.visualRect(before).center())
    assert region.contains(tree.visualRect(below).center())
    assert tree.visualRegionForSelection(model.selection()).contains(tree.visualRect(before).center())
