"""In a tree of very many rows only those that come into sight are measured, however far one goes."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelection, QSize, Qt
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


BACK_AFTER_A_SEARCH = """
import os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtWidgets import QApplication
from tests.ui.initiatives.test_tree import ROWS, InitiativeDelegate, InitiativeTree

application = QApplication([])
measured, whole = set(), InitiativeDelegate.sizeHint

def size(self, option, index):
    measured.add(index.internalId())
    return whole(self, option, index)

InitiativeDelegate.sizeHint = size
tree = InitiativeTree()
tree.resize(900, 500)
tree.show()
tree.show_rows(ROWS)
tree.choose(ROWS[1].key)
tree.repaint()
far = ROWS[-30]
tree.show_rows([ROWS[-42], far])
tree.choose(far.key)
tree.repaint()
measured.clear()
tree.show_rows(ROWS)
tree.repaint()
assert tree.chosen == far.key
print(len(measured))
"""


def test_when_all_rows_are_back_after_a_search_only_those_around_the_chosen_one_are_measured() -> None:
    # In a process of its own: after hundreds of other windows in one process Qt now and then goes through every row.
    root = Path(__file__).resolve().parents[3]
    command = [sys.executable, "-c", BACK_AFTER_A_SEARCH]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=root)
    assert done.returncode == 0, done.stderr
    assert 0 < int(done.stdout.split()[-1]) < SOME


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
