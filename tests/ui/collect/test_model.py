"""The models of 回収: what Qt asks of them, what they say aloud, and what stays valid while they change."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester

from dxdesk.domain.collection import Cell
from dxdesk.ui.collect.accept_model import AcceptLine, AcceptModel
from dxdesk.ui.collect.model import CELL_ROLE, MARK_ROLE, PALE_ROLE, ROW_ROLE, MatrixModel
from dxdesk.ui.collect.rows import MatrixRow
from tests.ui.collect.sources import departments, rows

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def model() -> MatrixModel:
    found = MatrixModel()
    found.show_rows(rows(13), departments(7))
    return found


def test_the_matrix_keeps_what_qt_asks_of_a_model(qtmodeltester: ModelTester, model: MatrixModel) -> None:
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.show_rows(rows(3), departments(2))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.show_rows((), ())
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_the_list_keeps_what_qt_asks_of_a_model(qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(AcceptModel([AcceptLine(("u", "d"), "1 手続", "総務課", "ok", "順調")]))  # type: ignore[no-untyped-call]
    qtmodeltester.check(AcceptModel([]))  # type: ignore[no-untyped-call]


def test_a_cell_is_read_aloud_as_a_sentence(model: MatrixModel) -> None:
    index = model.index_of("u1", "d1")
    assert index.data(SPOKEN) == "1　行政手続オンライン化、健康福祉第1課、取り下げ待ち、所属長確認済み"
    assert model.index_of("u1", "d2").data(SPOKEN) == "1　行政手続オンライン化、健康福祉第2課、差戻し、仮"
    assert model.index_of("u1", None).data(SPOKEN) == "1　行政手続オンライン化、6課のうち1課を受理"
    model.mark(frozenset({("u1", "d1")}))
    assert index.data(SPOKEN).endswith("、しるしあり")
    assert index.data(MARK_ROLE) == Qt.CheckState.Checked


def test_heads_and_what_was_not_asked_cannot_be_chosen(model: MatrixModel) -> None:
    head, empty = model.index(0, 0), model.index_of("u1", "d3")
    assert (head.flags(), empty.flags()) == (Qt.ItemFlag.NoItemFlags, Qt.ItemFlag.NoItemFlags)
    assert empty.data() == ""
    assert empty.data(SPOKEN).endswith("聞いていません")
    assert model.index_of("u1", "d9").isValid() is False
    assert head.data(SPOKEN) == "軸 0"


def test_where_only_a_state_changed_indexes_stay_valid(model: MatrixModel) -> None:
    kept = QPersistentModelIndex(model.index_of("u1", "d0"))
    changed = list(rows(13))
    row = changed[2].row
    assert row is not None
    changed[2] = replace(changed[2], row=replace(row, cells={**row.cells, "d0": Cell("d0", "accepted")}))
    model.show_rows(changed, departments(7))
    assert kept.isValid()
    assert model.index_of("u1", "d0").data() == "✓ 受理"
    model.show_rows(changed[:2], departments(7))
    assert not kept.isValid()


def test_a_filter_makes_other_cells_pale(model: MatrixModel) -> None:
    model.show_rows(rows(13), departments(7), "returned")
    loud = [
        model.index(row, column)
        for row in range(model.rowCount())
        for column in range(7)
        if model.index(row, column).data(CELL_ROLE) and not model.index(row, column).data(PALE_ROLE)
    ]
    assert loud
    assert {index.data() for index in loud} == {"差戻し"}


def test_the_heads_name_units_and_departments(model: MatrixModel) -> None:
    across = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(10)]
    assert across[:1] + across[-3:] == ["健康福祉第0課", "所属長確認", "取りまとめ", None]
    row = model.headerData(1, Qt.Orientation.Vertical, ROW_ROLE)
    assert isinstance(row, MatrixRow)
    assert model.headerData(1, Qt.Orientation.Vertical) == row.words
    assert model.headerData(99, Qt.Orientation.Vertical) is None
    assert model.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.DecorationRole) is None


def test_lines_are_ticked_and_unticked_and_nothing_else_can_be_written() -> None:
    model = AcceptModel([AcceptLine(("u", f"d{place}"), "1 手続", "総務課", None, "取り下げ") for place in range(3)])
    tick = Qt.ItemDataRole.CheckStateRole
    assert model.setData(model.index(1), Qt.CheckState.Unchecked, tick)
    assert [*model.taken] == [("u", "d0"), ("u", "d2")]
    assert model.index(1).data(tick) == Qt.CheckState.Unchecked
    assert not model.setData(model.index(1), "x")
    model.tick_all(False)
    assert not model.taken
    assert model.setData(model.index(0), Qt.CheckState.Checked, tick)
    assert [*model.taken] == [("u", "d0")]
    assert model.index(0).data(SPOKEN) == "1 手続、総務課、取り下げ"


def test_what_says_the_same_as_before_is_not_drawn_anew(qapp: QApplication) -> None:
    model, shown = MatrixModel(), rows(6)
    model.show_rows(shown, departments(7))
    told: list[int] = []
    model.dataChanged.connect(lambda first, _last: told.append(first.row()))
    model.show_rows(shown, departments(7))
    assert told == []
    changed = replace(shown[3], pill="仮")
    model.show_rows((*shown[:3], changed, *shown[4:]), departments(7))
    assert told == [3]
    model.show_rows((*shown[:3], changed, *shown[4:]), departments(7), "submitted")
    assert told == [3, *range(len(shown))]
