"""The model gives assistive technology the words of a slide."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from dxdesk.ui.board.course import Position
from dxdesk.ui.board.model import CODE_ROLE, SlideTableModel
from dxdesk.ui.board.tables import table_of

from .sights import shown

POSITIONS = [Position(), Position(view="roadmap"), Position(view="trend"), Position("6")]


@pytest.mark.parametrize("position", POSITIONS)
def test_the_model_shows_the_table_of_a_slide(position: Position, qtmodeltester: ModelTester) -> None:
    table = table_of(shown(), position)
    model = SlideTableModel()
    model.show_table(table)
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    assert [model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())] == list(
        table.headings
    )
    for at, row in enumerate(table.rows):
        assert tuple(model.index(at, column).data() for column in range(model.columnCount())) == row.cells
        assert model.index(at, 0).data(CODE_ROLE) == row.code
        icons = [model.index(at, column).data(Qt.ItemDataRole.DecorationRole) for column in range(len(row.cells))]
        assert [icon is not None for icon in icons] == [key is not None for key in row.symbols]


def test_the_first_cell_speaks_for_its_row_and_the_others_with_their_heading() -> None:
    table = table_of(shown(), Position())
    model = SlideTableModel()
    model.show_table(table)
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(2, 0).data(role) == table.rows[2].spoken
    assert model.index(2, 3).data(role) == "状況 遅れ"


def test_a_row_is_found_by_its_code() -> None:
    model = SlideTableModel()
    assert model.row_of("6") == -1
    model.show_table(table_of(shown(), Position()))
    assert model.row_of("6") == 5
    assert model.row_of("none") == -1
