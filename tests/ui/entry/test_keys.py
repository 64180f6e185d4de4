"""Keys of 記入 that people press without looking."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.entry.conftest import OpenPage
from tests.ui.entry.hands import ALT, CTRL, opened, press, results, type_words


def test_a_status_key_takes_the_focus_along_among_the_buttons_and_leaves_it_in_a_text(open_page: OpenPage) -> None:
    page = open_page()
    status = page.body.centre.editor.status
    press(Qt.Key.Key_2, ALT)
    assert QApplication.focusWidget() is status.buttons[1]
    press(Qt.Key.Key_Space)
    assert status.status() == "warn"
    results(page).setFocus()
    press(Qt.Key.Key_3, ALT)
    assert status.status() == "late"
    assert QApplication.focusWidget() is results(page)


def test_tab_stops_once_at_the_status_and_once_at_the_stage_that_are_chosen(open_page: OpenPage) -> None:
    page = open_page()
    editor = page.body.centre.editor
    page.show_subject("4")
    press(Qt.Key.Key_0, ALT)
    stage = editor.stages.stage()
    seen: list[QWidget] = []
    while QApplication.focusWidget() is not editor.indicators.rows[0].value:
        focused = QApplication.focusWidget()
        assert focused is not None
        seen.append(focused)
        press(Qt.Key.Key_Tab)
    assert [each for each in seen if each in editor.status.buttons] == [editor.status.focus()]
    assert [each.key for each in editor.stages.buttons if each in seen] == [stage]


def test_esc_clears_the_search_and_an_item_opened_by_number_shows_in_the_whole_list(
    qtbot: QtBot, open_page: OpenPage
) -> None:
    page = open_page()
    navigator = page.body.navigator
    press(Qt.Key.Key_F, CTRL)
    type_words("どこにもない")
    qtbot.waitUntil(lambda: not navigator.tree.isVisible())
    press(Qt.Key.Key_Escape)
    assert navigator.search.text() == ""
    qtbot.waitUntil(navigator.tree.isVisible)
    press(Qt.Key.Key_G, CTRL)
    type_words("13")
    press(Qt.Key.Key_Return)
    assert opened(page) == "13"
    assert navigator.search.text() == ""
    qtbot.waitUntil(lambda: navigator.model.rowCount() > 2)
    assert navigator.unit() == page.entries.plan.unit("13").id
    assert not navigator.tree.visualRect(navigator.tree.currentIndex()).isEmpty()
