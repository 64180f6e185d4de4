"""A tree of rows keeps Qt's rules at any depth, and its indexes stand while only values change."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from dxdesk.ui.row_tree import MANY_CHANGED, ROW_ROLE, RowTree


@dataclass(frozen=True)
class Leaf:
    key: str
    parent: str | None
    spoken: str = "文"


def model(rows: list[Leaf]) -> RowTree[Leaf]:
    found: RowTree[Leaf] = RowTree(("名前", "数"), lambda row, column: f"{row.key}/{column}")
    found.show_rows(rows)
    return found


FOREST = [Leaf("a", None), Leaf("b", "a"), Leaf("c", "b"), Leaf("d", "a"), Leaf("e", None)]


@given(above=st.lists(st.integers(-1, 8), max_size=9))
def test_every_row_stands_under_its_own(above: list[int]) -> None:
    rows = [Leaf(str(at), str(found) if 0 <= found < at else None) for at, found in enumerate(above)]
    tree = model(rows)
    for row in rows:
        index = tree.index_of(row.key)
        assert tree.row_of(index) == row
        found = tree.row_of(index.parent())
        assert (found.key if found else None) == row.parent


def test_a_tree_keeps_the_rules_of_a_model(qtmodeltester: ModelTester) -> None:
    tree = model(FOREST)
    qtmodeltester.check(tree)  # type: ignore[no-untyped-call]
    tree.show_rows(())
    qtmodeltester.check(tree)  # type: ignore[no-untyped-call]


def test_new_values_leave_indexes_standing_and_another_shape_does_not(qtbot: QtBot) -> None:
    tree = model(FOREST)
    with qtbot.assertNotEmitted(tree.modelReset), qtbot.waitSignal(tree.dataChanged):
        tree.show_rows([replace(each, spoken="別の文") for each in FOREST])
    with qtbot.waitSignal(tree.modelReset):
        tree.show_rows(FOREST[:3])
    assert not tree.index_of("e").isValid()


def test_very_many_new_values_are_told_as_one_change_and_indexes_stand(qtbot: QtBot) -> None:
    rows = [Leaf(str(number), None) for number in range(MANY_CHANGED + 1)]
    tree = model(rows)
    last = QPersistentModelIndex(tree.index_of(rows[-1].key))
    said = [replace(each, spoken="別の文") for each in rows]
    with qtbot.assertNotEmitted(tree.modelReset), qtbot.assertNotEmitted(tree.dataChanged):
        tree.layoutChanged.connect(said.clear)
        tree.show_rows(tuple(said))
    assert not said
    found = tree.row_of(last)
    assert found is not None
    assert (found.key, found.spoken) == (rows[-1].key, "別の文")


def test_a_row_with_nothing_below_it_says_so() -> None:
    tree = model(FOREST)
    alone = {each.key for each in FOREST if tree.index_of(each.key).flags() & Qt.ItemFlag.ItemNeverHasChildren}
    assert alone == {"c", "d", "e"}
    assert {each.key for each in FOREST if not tree.hasChildren(tree.index_of(each.key))} == alone


def test_the_first_cell_speaks_for_its_row_and_every_other_for_itself() -> None:
    tree = model(FOREST)
    index = tree.index_of("c")
    role = Qt.ItemDataRole.AccessibleTextRole
    cells = [index.siblingAtColumn(column) for column in range(2)]
    assert [each.data() for each in cells] == ["c/0", "c/1"]
    assert [each.data(role) for each in cells] == ["文", "c/1"]
    assert index.data(ROW_ROLE) == FOREST[2]


def test_other_words_stand_above_the_columns(qtbot: QtBot) -> None:
    tree = model(FOREST)
    with qtbot.assertNotEmitted(tree.headerDataChanged):
        tree.show_headings(("名前", "数"))
    with qtbot.waitSignal(tree.headerDataChanged):
        tree.show_headings(("宿題", "数"))
    assert tree.headerData(0, Qt.Orientation.Horizontal) == "宿題"
