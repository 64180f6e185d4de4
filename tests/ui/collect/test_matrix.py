"""The matrix under the hand: where arrows lead, what is kept, and that no word is cut however much there is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dxdesk.ui.collect.delegate import table_width
from dxdesk.ui.collect.grid import CELL, CELL_LEAST, CELL_MOST, CELL_WIDEST, NAME_LEAST, NAME_MOST, widths
from dxdesk.ui.collect.matrix import Matrix
from dxdesk.ui.collect.model import MatrixModel
from dxdesk.ui.theme import desktop_font
from dxdesk.wording.collect import CELL_WORDS, MERGED_WORDS, SHORT_WORDS
from tests.ui.collect.sources import departments, rows


def show(qtbot: QtBot, count: int, columns: int = 7, *, name: str = "手続", width: int = 1050) -> Matrix:
    matrix = Matrix()
    qtbot.addWidget(matrix)
    matrix.resize(width, 560)
    matrix.show_rows(rows(count, columns, name=name), departments(columns))
    matrix.show()
    matrix.activateWindow()
    matrix.setFocus()
    qtbot.waitUntil(matrix.hasFocus)
    return matrix


def press(matrix: Matrix, *keys: Qt.Key) -> list[tuple[str, str | None] | None]:
    found = []
    for key in keys:
        QTest.keyClick(matrix, key)
        found.append(matrix.chosen)
    return found


def test_arrows_pass_over_heads_and_over_what_was_not_asked(qtbot: QtBot) -> None:
    matrix = show(qtbot, 13)
    matrix.choose(("u1", "d2"))
    assert press(matrix, Qt.Key.Key_Right, Qt.Key.Key_Left) == [("u1", "d4"), ("u1", "d2")]
    matrix.choose(("u9", "d0"))
    assert press(matrix, Qt.Key.Key_Down, Qt.Key.Key_Up) == [("u10", "d0"), ("u9", "d0")]
    assert press(matrix, Qt.Key.Key_End)[-1] == ("u9", None)


def test_the_next_row_keeps_its_department_or_takes_the_first_that_was_asked(qtbot: QtBot) -> None:
    matrix = show(qtbot, 13)
    matrix.choose(("u1", "d4"))
    seen = []
    for places in (1, 1, 1, -1):
        matrix.step(places)
        seen.append(matrix.chosen)
    assert seen == [("u2", "d4"), ("u3", "d4"), ("u4", "d0"), ("u3", "d0")]
    for start in (("u9", None), ("u12", "d0")):
        matrix.choose(start)
        matrix.step(1)
        seen.append(matrix.chosen)
    assert seen[-2:] == [("u10", None), ("u12", "d0")]


def test_space_marks_and_takes_the_mark_away(qtbot: QtBot) -> None:
    matrix = show(qtbot, 13)
    for chosen in (("u4", "d0"), ("u1", "d0")):
        matrix.choose(chosen)
        press(matrix, Qt.Key.Key_Space)
    assert [*matrix.marked] == [("u1", "d0"), ("u4", "d0")]
    press(matrix, Qt.Key.Key_Space)
    assert [*matrix.marked] == [("u4", "d0")]
    matrix.choose(("u4", None))
    press(matrix, Qt.Key.Key_Space)
    assert [*matrix.marked] == [("u4", "d0")]


def test_the_chosen_cell_and_the_place_stay_while_rows_change(qtbot: QtBot) -> None:
    matrix = show(qtbot, 1000)
    matrix.choose(("u500", "d0"))
    place = matrix.verticalScrollBar().value()
    matrix.show_rows(rows(1000), departments(7), "returned")
    assert (matrix.chosen, matrix.verticalScrollBar().value()) == (("u500", "d0"), place)
    matrix.show_rows([each for each in rows(1000) if each.key in ("axis 500", "u500")], departments(7))
    assert matrix.chosen == ("u500", "d0")
    matrix.show_rows(rows(3), departments(7))
    assert matrix.chosen is None
    assert not matrix.choose(("u500", "d0"))


def test_letters_search_nothing(qtbot: QtBot) -> None:
    matrix = show(qtbot, 13)
    matrix.choose(("u1", "d0"))
    assert press(matrix, Qt.Key.Key_1, Qt.Key.Key_A, Qt.Key.Key_R) == [("u1", "d0")] * 3


@pytest.mark.parametrize("count", [0, 1, 13, 44, 1000])
@pytest.mark.parametrize(
    "name", ["手続案内", "住民の皆さまの利便性を高めるための行政手続のオンライン化と窓口の改革を進める取組"]
)
def test_any_number_of_units_and_any_name_is_drawn(qtbot: QtBot, count: int, name: str) -> None:
    matrix = show(qtbot, count, 20, name=name)
    assert not matrix.grab().isNull()
    heights = {matrix.rowHeight(place) for place, row in enumerate(matrix.rows()) if row.row}
    assert len(heights) == min(1, count)
    matrix.choose_first("returned")
    assert (matrix.chosen is not None) == (count > 0)
    model = matrix.model()
    assert isinstance(model, MatrixModel)
    assert model.columnCount() == 22


@given(st.floats(300, 3000), st.integers(0, 40), st.floats(0, 900))
def test_columns_have_their_least_width_and_fill_no_more_than_there_is(room: float, count: int, wanted: float) -> None:
    cell, name = widths(room, count, wanted)
    assert NAME_LEAST <= name <= NAME_MOST
    assert count == 0 or CELL_LEAST <= cell <= CELL_WIDEST
    assert cell <= CELL_MOST or name == NAME_MOST
    if NAME_LEAST + CELL_LEAST * count <= room:
        assert name + cell * count <= room + 0.001


def test_a_large_screen_is_filled_before_anything_is_left_over(qtbot: QtBot) -> None:
    matrix = Matrix()
    qtbot.addWidget(matrix)
    matrix.resize(1604, 700)
    matrix.show_rows(rows(4, 3), departments(3))
    assert matrix.columnWidth(0) == CELL_WIDEST


def test_the_ground_of_an_axis_ends_where_the_columns_end(qtbot: QtBot) -> None:
    matrix = Matrix()
    qtbot.addWidget(matrix)
    matrix.resize(1604, 700)
    matrix.show_rows(rows(4, 1), departments(1))
    matrix.show()
    ground = table_width(matrix, -matrix.verticalHeader().width(), QRectF(0, 0, 40, 31))
    last = matrix.columnViewportPosition(2) + matrix.columnWidth(2)
    assert round(ground.right()) == last < matrix.viewport().width()


def test_every_word_fits_its_cell_whole_or_in_its_short_form(qtbot: QtBot) -> None:
    bold = QFontMetricsF(desktop_font("mark", bold=True)).horizontalAdvance
    for state, word in CELL_WORDS.items():
        assert bold(word) <= CELL - 10, word
        assert bold(SHORT_WORDS.get(state, word)) <= CELL_LEAST - 10, word
    assert all(bold(word) <= 84 for word in MERGED_WORDS.values())


def test_names_have_their_room_before_cells_grow(qtbot: QtBot) -> None:
    name = "行政手続のオンライン化と窓口"
    matrix = Matrix()
    qtbot.addWidget(matrix)
    matrix.resize(760, 400)
    matrix.show_rows(rows(4, 3, name=name), departments(3))
    wide = QFontMetricsF(desktop_font("body", 1.0)).horizontalAdvance(name)
    assert matrix.verticalHeader().width() >= wide
    assert matrix.columnWidth(0) >= CELL


def test_the_head_is_as_high_as_the_names_of_departments_need(qtbot: QtBot) -> None:
    matrix = Matrix()
    qtbot.addWidget(matrix)
    matrix.resize(1300, 400)
    matrix.show_rows(rows(4, 3), departments(3))
    matrix.show()
    low = matrix.horizontalHeader().height()
    matrix.show_rows(rows(4, 14), departments(14))
    assert matrix.horizontalHeader().height() > low


def test_ctrl_home_and_ctrl_end_choose_the_first_and_the_last_answer(qtbot: QtBot) -> None:
    matrix = show(qtbot, 13, 7)
    QTest.keyClick(matrix, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    last = matrix.chosen
    assert last is not None
    assert last[0] == "u12"
    QTest.keyClick(matrix, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert matrix.chosen == ("u0", "d0")
