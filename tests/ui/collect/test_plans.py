"""回収 on each of the plans that ship."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from dxdesk.store.queries import cycles as cycles_on_file
from tests.builders import REAL_TOWNS, open_desk, real_plan, start_cycle
from tests.databases import open_anywhere
from tests.ui.collect.conftest import OpenPage
from tests.ui.collect.hands import click

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.mark.parametrize("town", REAL_TOWNS)
def test_every_unit_of_a_plan_stands_in_its_order_with_whom_it_asks(
    database_file: Path, open_page: OpenPage, town: str
) -> None:
    plan = real_plan(town)
    desk = open_desk(open_anywhere(database_file), plan)
    cycle = start_cycle(desk, due=date(2025, 3, 1))
    page = open_page(desk, cycle)
    asked = desk.ask(cycles_on_file.asked, cycle.id)
    shown = [row for row in page.matrix.rows() if row.row]
    assert [row.key for row in shown] == [unit.id for unit in plan.units if unit.id in asked]
    assert {row.key: tuple(row.row.cells) for row in shown if row.row} == asked
    heads = [row.name for row in page.matrix.rows() if row.row is None]
    assert len(heads) == len(set(heads))
    model = page.matrix.model()
    seen = {model.index(row, column).data(SPOKEN) for row in range(model.rowCount()) for column in range(2)}
    assert all(seen)
    click(page.filters.chips["unanswered"])
    assert len([row for row in page.matrix.rows() if row.row]) == len(shown)
    assert not page.grab().isNull()
    desk.close()
