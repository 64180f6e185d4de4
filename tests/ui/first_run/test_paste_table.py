"""PasteTable by keyboard and mouse: paste, put right in place, put into order, and what cannot be taken is told."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from dxdesk.domain.pasted import DEPARTMENTS, TableRow
from dxdesk.domain.rosters import check_departments
from dxdesk.ui.first_run.paste_table import PasteTable
from dxdesk.wording.first_run import EMPTY_TABLES, KEPT_ROW
from tests.ui.first_run.conftest import focus, press

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def table(qtbot: QtBot) -> PasteTable:
    found = PasteTable(DEPARTMENTS, check_departments)
    qtbot.addWidget(found)
    found.resize(1000, 460)
    found.show()
    found.activateWindow()
    qtbot.waitUntil(found.isActiveWindow)
    found.setFocus()
    return found


def put_on_clipboard(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def names(table: PasteTable) -> list[str]:
    return [row.cells[0] for row in table.rows]


def test_an_empty_table_says_what_belongs_into_it(table: PasteTable) -> None:
    assert table.state.text() == EMPTY_TABLES["departments"]
    assert table.list.isHidden()
    assert not table.remove_button.isEnabled()


def test_a_paste_by_key_lists_every_bad_cell_and_enter_goes_there(table: PasteTable) -> None:
    put_on_clipboard("課名\t略称\n総務課\t\n総務課\t\n税務課\tながいながいりゃくしょう\n")
    press(Qt.Key.Key_V, modifier=CONTROL)
    assert names(table) == ["総務課", "総務課", "税務課"]
    assert table.state.text() == "3行　直すところ 2か所"
    lines = [table.list.model().index(row, 0).data() for row in range(2)]
    assert lines[0].startswith("！ 2行目・課の名前　")
    table.list.setCurrentIndex(table.list.model().index(1, 0))
    table.list.setFocus()
    press(Qt.Key.Key_Return)
    assert focus() is table.view
    assert (table.view.currentIndex().row(), table.view.currentIndex().column()) == (2, 1)


def test_a_cell_is_put_right_in_place(qtbot: QtBot, table: PasteTable) -> None:
    put_on_clipboard("総務課\n総務課\n")
    table.paste()
    table.focus_problem()
    press(Qt.Key.Key_Return)
    editor = focus()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "kikaku")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(table) == ["総務課", "kikaku"])
    assert table.problems == ()


def test_rows_move_by_key_and_the_selection_goes_along(table: PasteTable) -> None:
    put_on_clipboard("総務課\n税務課\n町民課\n")
    table.paste()
    press(Qt.Key.Key_Down, modifier=ALT)
    press(Qt.Key.Key_Down, modifier=ALT)
    press(Qt.Key.Key_Down, modifier=ALT)
    assert names(table) == ["税務課", "町民課", "総務課"]
    assert table.view.currentIndex().row() == 2
    press(Qt.Key.Key_Up, modifier=ALT)
    assert names(table) == ["税務課", "総務課", "町民課"]
    press(Qt.Key.Key_Z, modifier=CONTROL)
    assert names(table) == ["税務課", "町民課", "総務課"]


def test_a_row_is_added_below_and_taken_away_again(table: PasteTable) -> None:
    put_on_clipboard("総務課\n税務課\n")
    table.paste()
    table.add_button.click()
    assert table.view.currentIndex().row() == 1
    assert names(table) == ["総務課", "税務課"]  # a blank row is no row
    table.remove_button.click()
    table.remove_button.click()
    assert names(table) == ["総務課"]


def test_delete_empties_cells_and_leaves_the_row(table: PasteTable) -> None:
    table.show_rows([TableRow(("総務課", "総務"), "a")])
    table.view.setCurrentIndex(table.model.index(0, 1))
    press(Qt.Key.Key_Delete)
    assert table.rows[0].cells == ("総務課", "")


def test_a_row_that_a_plan_names_is_not_taken_away_and_that_is_said(table: PasteTable) -> None:
    table.show_rows([TableRow(("総務課", ""), "a")])
    table.view.selectAll()
    table.remove_button.click()
    assert table.said.text() == KEPT_ROW
    assert names(table) == ["総務課"]


def test_columns_left_out_and_texts_that_are_no_table_are_told(table: PasteTable) -> None:
    put_on_clipboard("課名\t電話\n総務課\t1\n")
    table.paste_button.click()
    assert "「電話」" in table.said.text()
    put_on_clipboard("")
    table.paste_button.click()
    assert table.said.text().startswith("貼り付けられる表がありません。")
    assert names(table) == ["総務課"]


def test_tab_leaves_the_table(table: PasteTable) -> None:
    put_on_clipboard("総務課\n税務課\n")
    table.paste()
    table.setFocus()
    press(Qt.Key.Key_Tab)
    assert focus() is not table.view
