"""The matrix where it is wider than its window, and its counts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from dxdesk.domain.plan_parts import Department
from dxdesk.ui.application import create_application, set_text_scale
from dxdesk.ui.cycle.opening import OpenCyclePage
from dxdesk.ui.cycle.rows import FIRST, OWNERS, UNIT
from tests.builders import PLAN, uid
from tests.ui.cycle.conftest import OpenDesk, ShowPage

MANY = tuple(Department(uid(f"課{n}"), f"第{n}地域振興政策調整課", order=10 + n) for n in range(30))


@pytest.fixture
def page(open_desk: OpenDesk, show: ShowPage) -> OpenCyclePage:
    """A town of 34 departments."""
    found = OpenCyclePage(open_desk(replace(PLAN, departments=(*PLAN.departments, *MANY))), None)
    show(found)
    found.go_on()
    return found


def test_the_names_stay_in_sight_when_the_departments_are_scrolled(page: OpenCyclePage) -> None:
    table = page.asking.matrix.table
    assert table.frozen.isVisible()
    last = table.model().index(1, table.model().columnCount() - 1)
    table.setCurrentIndex(last)
    table.scrollTo(last)
    assert table.horizontalScrollBar().value() > 0
    first = table.model().index(1, FIRST)
    table.scrollTo(first)
    assert table.visualRect(first).left() >= table.frozen.wide - 1


def test_a_check_box_that_stays_in_sight_is_clicked(page: OpenCyclePage) -> None:
    table, model = page.asking.matrix.table, page.asking.model
    table.horizontalScrollBar().setValue(400)
    box = table.frozen.visualRect(model.index(0, UNIT))
    spot = QPoint(box.left() + 25, box.center().y())
    QTest.mouseClick(table.frozen.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    asking = model.asking_at(0)
    assert asking is not None
    assert not asking.asked
    assert table.hasFocus()
    assert table.horizontalScrollBar().value() == 400


def test_both_parts_scroll_together(page: OpenCyclePage) -> None:
    table = page.asking.matrix.table
    page.resize(1366, 300)
    table.verticalScrollBar().setValue(40)
    assert table.frozen.verticalScrollBar().value() == table.verticalScrollBar().value() > 0


def test_nothing_stays_where_there_is_room_for_all(open_desk: OpenDesk, show: ShowPage) -> None:
    page = OpenCyclePage(open_desk(), None)
    show(page)
    page.go_on()
    assert page.asking.matrix.table.frozen.isHidden()


def test_long_names_take_two_lines(page: OpenCyclePage) -> None:
    matrix = page.asking.matrix
    place = len(PLAN.departments)
    lines = matrix.heads.lines(place, matrix.table.columnWidth(FIRST + place))
    assert "".join(lines) == MANY[0].name
    assert 1 < len(lines) <= 3


@pytest.mark.parametrize("scale", [1.0, 1.15, 1.3])
def test_rows_and_columns_grow_with_the_text(open_desk: OpenDesk, show: ShowPage, scale: float) -> None:
    application = create_application([])
    page = OpenCyclePage(open_desk(), None)
    show(page)
    page.go_on()
    try:
        set_text_scale(application, scale)
        table = page.asking.matrix.table
        assert table.verticalHeader().defaultSectionSize() == pytest.approx(27 * scale, abs=1)
        assert table.columnWidth(OWNERS) >= round(204 * scale)
    finally:
        set_text_scale(application, 1.0)


def test_the_counts_are_read_aloud(page: OpenCyclePage) -> None:
    assert page.asking.matrix.counts.accessibleName().startswith("照会する件数、6取組")
