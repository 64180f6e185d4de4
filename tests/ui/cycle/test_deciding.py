"""Deciding many units at once: several lines selected, or a decision used again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.store.queries.page_drafts import page_draft
from dxdesk.ui.cycle.matrix import Matrix
from dxdesk.ui.cycle.opening import OpenCyclePage
from dxdesk.ui.cycle.rows import FIRST, OWNERS, UNIT
from dxdesk.ui.cycle.selecting import chosen_lines
from dxdesk.ui.theme import colour
from tests.builders import real_plan
from tests.ui.cycle.conftest import OpenDesk, ShowPage

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(open_desk: OpenDesk, show: ShowPage) -> OpenCyclePage:
    """A plan that says 各担当課 of every unit."""
    found = OpenCyclePage(open_desk(real_plan("miharu")), None)
    show(found)
    found.go_on()
    return found


@pytest.fixture
def matrix(page: OpenCyclePage) -> Matrix:
    return page.asking.matrix


def line(matrix: Matrix, unit: int) -> int:
    """Where a unit stands, by its place among them."""
    return [place for place, row in enumerate(matrix.model.rows) if row.kind == "unit"][unit]


def click(matrix: Matrix, unit: int, column: int, modifier: Qt.KeyboardModifier | None = None) -> None:
    """In the middle of a cell; of that of a unit, on its check box."""
    box = matrix.table.visualRect(matrix.model.index(line(matrix, unit), column))
    spot = QPoint(box.left() + 25, box.center().y()) if column == UNIT else box.center()
    view = matrix.table.frozen if matrix.table.frozen.isVisible() and column < FIRST else matrix.table
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier or Qt.KeyboardModifier.NoModifier, spot)


def asked(matrix: Matrix, unit: int) -> list[str]:
    asking = matrix.model.asking_at(line(matrix, unit))
    assert asking is not None
    return sorted(asking.parts) if asking.asked else []


def ground(matrix: Matrix, unit: int) -> QColor:
    """What a line is painted on, between its words."""
    box = matrix.table.visualRect(matrix.model.index(line(matrix, unit), FIRST))
    return matrix.table.viewport().grab().toImage().pixelColor(box.left() + 3, box.top() + 3)


def test_one_decision_is_used_for_all_of_which_the_plan_says_the_same(matrix: Matrix) -> None:
    count = len(matrix.model.undecided)
    QTest.mouseClick(matrix.decide.only_main, Qt.MouseButton.LeftButton)
    assert f"ほか{count - 1}件" in matrix.decide.again.text()
    QTest.mouseClick(matrix.decide.again, Qt.MouseButton.LeftButton)
    assert matrix.model.undecided == ()
    assert {len(asked(matrix, row)) for row in range(count)} == {1}
    assert matrix.decide.again.isHidden()
    assert "すべて決めました" in matrix.decide.words
    assert matrix.table.hasFocus()


def test_using_a_decision_again_is_taken_back_as_one_step(matrix: Matrix) -> None:
    QTest.mouseClick(matrix.decide.only_main, Qt.MouseButton.LeftButton)
    left = len(matrix.model.undecided)
    QTest.mouseClick(matrix.decide.again, Qt.MouseButton.LeftButton)
    QTest.mouseClick(matrix.decide.undo, Qt.MouseButton.LeftButton)
    assert len(matrix.model.undecided) == left
    QTest.mouseClick(matrix.decide.undo, Qt.MouseButton.LeftButton)
    assert matrix.decide.undo.isHidden()
    assert matrix.model.changed == {}


def test_the_keys_take_a_step_back_and_do_it_again(matrix: Matrix) -> None:
    before = len(matrix.model.undecided)
    QTest.mouseClick(matrix.decide.only_main, Qt.MouseButton.LeftButton)
    QTest.keyClick(matrix.table, Qt.Key.Key_Z, CONTROL)
    assert len(matrix.model.undecided) == before
    QTest.keyClick(matrix.table, Qt.Key.Key_Y, CONTROL)
    assert len(matrix.model.undecided) == before - 1


def test_only_units_of_which_the_plan_says_the_same_are_meant(open_desk: OpenDesk, show: ShowPage) -> None:
    page = OpenCyclePage(open_desk(real_plan("ogawara")), None)
    show(page)
    page.go_on()
    model = page.asking.model
    for row in model.undecided:
        assert all(model.rows[each].owners == model.rows[row].owners for each in model.alike(row))
        assert row not in model.alike(row)


def test_several_lines_selected_by_keyboard_are_decided_together(matrix: Matrix) -> None:
    matrix.table.setCurrentIndex(matrix.model.index(line(matrix, 0), FIRST))
    for _ in range(4):
        QTest.keyClick(matrix.table, Qt.Key.Key_Down, SHIFT)
    assert "選んだ5件" in matrix.decide.words
    QTest.mouseClick(matrix.decide.only_main, Qt.MouseButton.LeftButton)
    assert [len(asked(matrix, row)) for row in range(6)] == [1, 1, 1, 1, 1, len(matrix.model.departments)]


def test_departments_of_several_lines_are_chosen_by_one_click(matrix: Matrix) -> None:
    click(matrix, 1, OWNERS)
    click(matrix, 3, FIRST, SHIFT)
    assert chosen_lines(matrix.table) >= {line(matrix, unit) for unit in (1, 2, 3)}
    assert matrix.model.changed == {}
    QTest.mouseClick(matrix.decide.choose, Qt.MouseButton.LeftButton)
    assert "選んだ3件" in matrix.decide.words
    column = FIRST + len(matrix.model.departments) - 1
    click(matrix, 2, column)
    chosen = matrix.model.departments[-1].id
    assert [asked(matrix, row) for row in (1, 2, 3)] == [[chosen]] * 3
    assert chosen_lines(matrix.table) == {line(matrix, 2)}


def test_a_name_chooses_lines_and_switches_nothing(matrix: Matrix) -> None:
    table = matrix.table
    for unit, modifier in ((1, Qt.KeyboardModifier.NoModifier), (3, SHIFT), (2, CONTROL), (1, None)):
        box = table.visualRect(matrix.model.index(line(matrix, unit), UNIT))
        spot = QPoint(box.left() + 90, box.center().y())
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, modifier or Qt.KeyboardModifier.NoModifier, spot)
        if modifier == SHIFT:
            assert chosen_lines(table) >= {line(matrix, each) for each in (1, 2, 3)}
    assert matrix.model.changed == {}
    assert chosen_lines(table) == {line(matrix, 1)}
    assert "名前を押すと行を選べます" in matrix.line.words


def test_after_a_decision_about_several_a_cell_changes_only_its_own_line(matrix: Matrix) -> None:
    click(matrix, 0, OWNERS)
    click(matrix, 4, OWNERS, SHIFT)
    QTest.mouseClick(matrix.decide.only_main, Qt.MouseButton.LeftButton)
    assert matrix.line.words == "5件を変えました。"
    assert not matrix.line.undo.isHidden()
    place = line(matrix, 0)
    assert chosen_lines(matrix.table) == {place}
    click(matrix, 2, FIRST)
    assert [len(asked(matrix, unit)) for unit in range(5)] == [1, 1, 0, 1, 1]
    assert matrix.line.undo.isHidden()


def test_a_change_of_several_is_taken_back_on_its_line(matrix: Matrix) -> None:
    height = matrix.line.height()
    click(matrix, 0, OWNERS)
    click(matrix, 4, OWNERS, SHIFT)
    click(matrix, 2, FIRST)
    assert matrix.line.words == "5件を変えました。"
    assert matrix.line.height() == height
    QTest.mouseClick(matrix.line.undo, Qt.MouseButton.LeftButton)
    assert matrix.model.changed == {}
    assert matrix.line.undo.isHidden()


def test_space_turns_a_cell_in_all_selected_lines(matrix: Matrix) -> None:
    matrix.table.setCurrentIndex(matrix.model.index(line(matrix, 0), UNIT))
    QTest.keyClick(matrix.table, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(matrix.table, Qt.Key.Key_Space)
    assert [asked(matrix, row) for row in (0, 1)] == [[], []]
    QTest.keyClick(matrix.table, Qt.Key.Key_Z, CONTROL)
    assert asked(matrix, 0) == asked(matrix, 1) != []


def test_a_click_elsewhere_selects_one_line_again(matrix: Matrix) -> None:
    matrix.table.setCurrentIndex(matrix.model.index(line(matrix, 0), FIRST))
    QTest.keyClick(matrix.table, Qt.Key.Key_Down, SHIFT)
    click(matrix, 4, FIRST)
    assert chosen_lines(matrix.table) == {line(matrix, 4)}
    assert matrix.model.changed.keys() == {matrix.model.rows[line(matrix, 4)].unit}


def test_what_is_decided_is_no_longer_amber(matrix: Matrix) -> None:
    assert ground(matrix, 0) == ground(matrix, 1) == colour("ask")
    QTest.mouseClick(matrix.decide.only_main, Qt.MouseButton.LeftButton)
    assert ground(matrix, 0) != colour("ask")
    assert ground(matrix, 1) == colour("ask")


def test_what_is_not_asked_about_has_not_to_be_decided(matrix: Matrix) -> None:
    click(matrix, 0, UNIT)
    assert line(matrix, 0) not in matrix.model.undecided
    assert ground(matrix, 0) != colour("ask")


def test_a_decision_used_again_is_kept_with_the_page(page: OpenCyclePage, matrix: Matrix, qtbot: QtBot) -> None:
    QTest.mouseClick(matrix.decide.only_main, Qt.MouseButton.LeftButton)
    QTest.mouseClick(matrix.decide.again, Qt.MouseButton.LeftButton)
    page.leave()
    desk: Desk = page.desk
    kept = desk.ask(page_draft, "open_cycle")
    assert kept is not None
    assert len(kept["asking"]) == len(matrix.model.asking)
    again = OpenCyclePage(desk, None)
    qtbot.addWidget(again)
    again.go_on()
    assert again.asking.model.undecided == ()


def test_a_number_that_the_plan_prints_twice_is_told_apart_where_no_axis_stands_above(
    open_desk: OpenDesk, show: ShowPage
) -> None:
    page = OpenCyclePage(open_desk(real_plan("otaki")), None)
    show(page)
    page.go_on()
    rows = [row for row in page.asking.matrix.model.rows if row.kind == "unit"]
    assert (rows[0].open, rows[0].number) == (True, "重点-1")
    assert len({row.number for row in rows}) == len(rows)


def test_a_main_department_that_is_changed_is_told_before_the_cycle_is_made(desk: Desk, show: ShowPage) -> None:
    page = OpenCyclePage(desk, None)
    show(page)
    page.foot.primary.click()
    model = page.asking.model
    line = next(at for at, each in enumerate(model.rows) if each.number == "重点-1")
    cell = model.index(line, FIRST)
    was = next(model.index(line, each) for each in range(FIRST, model.columnCount()) if model.index(line, each).data())
    for _ in range(2):
        model.turn(cell)
    assert (cell.data(), was.data()) == ("主管", "✓")
    page.foot.primary.click()
    moved = page.summary.values["moved"]
    names = [model.departments[each.column() - FIRST].name for each in (was, cell)]
    assert moved.isVisible()
    assert "重点-1" in moved.text()
    assert f"{names[0]} → {names[1]}" in moved.text()
    page.foot.back.click()
    model.turn(cell)
    page.foot.primary.click()
    assert was.data() == "主管"
    assert moved.isHidden()
