"""ボード in the window: its buttons, its table, and the way to the full screen and back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.operations import reviews
from dxdesk.store.queries import cycles as cycles_on_file
from dxdesk.ui.board.course import Position
from dxdesk.ui.board.full_screen import FullScreen
from dxdesk.ui.board.page import BoardPage
from tests.builders import SOUMU, at
from tests.ui.initiatives.desks import UNSEEN


def show(qtbot: QtBot, opened: tuple[Desk, Cycle], size: tuple[int, int] = (1366, 648)) -> BoardPage:
    page = BoardPage(*opened)
    qtbot.addWidget(page)
    page.resize(*size)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.setFocus()
    return page


def button(page: BoardPage, words: str) -> QPushButton:
    return next(each for each in page.findChildren(QPushButton) if each.text() == words)


def press(page: BoardPage, words: str) -> None:
    QTest.mouseClick(button(page, words), Qt.MouseButton.LeftButton)


def slide_words(page: BoardPage) -> str:
    sight = page.stage.sight
    assert sight is not None
    return " ".join(str(text["text"]) for text in sight.pages[sight.number].texts())


def test_no_slide_shows_what_nobody_has_accepted(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show(qtbot, opened)
    assert "確認中" in slide_words(page)
    for _ in range(12):
        assert UNSEEN not in slide_words(page)
        page.stage.step(True)
    desk, cycle = opened
    desk.do(at, cycle, "重点-3", SOUMU, reviews.accept_reply)
    page.refresh()
    page.show_unit("重点-3")
    assert UNSEEN in slide_words(page)


def test_keys_drive_the_slides_when_the_page_has_the_focus(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show(qtbot, opened)
    assert page.stage.hasFocus()


def test_the_buttons_step_through_the_units_and_back_to_the_board(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show(qtbot, opened)
    assert not button(page, "‹ 前へ").isEnabled()
    assert not button(page, "ボード").isVisible()
    press(page, "次へ ›")
    first = page.stage.position.code
    press(page, "次へ ›")
    press(page, "‹ 前へ")
    assert page.stage.position.code == first == "重点-1"
    press(page, "ボード")
    assert page.stage.position.code is None


def test_after_the_last_unit_there_is_no_next(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show(qtbot, opened)
    steps = 0
    while button(page, "次へ ›").isEnabled():
        press(page, "次へ ›")
        steps += 1
    assert steps == 6


def test_a_slide_leads_to_its_sheet(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show(qtbot, opened)
    page.show_unit("検討-4")
    with qtbot.waitSignal(page.detail_requested) as asked:
        press(page, "個票を見る")
    assert asked.args == ["検討-4"]
    with pytest.raises(Problem):
        page.show_unit("どこにもない")


def test_the_table_shows_the_same_cards_and_enter_opens_a_slide(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show(qtbot, opened)
    press(page, "表で見る")
    assert page.table.isVisible()
    assert page.table.hasFocus()
    assert page.table.accessibleDescription() == "遅れ 1、要注意 1、順調 1、未回答 3"
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    page.table.activated.emit(page.table.currentIndex())
    assert page.stage.isVisible()
    assert page.stage.hasFocus()
    assert page.stage.position.code == "重点-2"


def test_larger_letters_are_chosen_for_the_slides(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show(qtbot, opened)
    sizes = page.findChild(QComboBox)
    assert sizes is not None
    assert [sizes.itemText(each) for each in range(sizes.count())] == ["標準", "大", "特大"]
    sizes.setCurrentIndex(2)
    sizes.activated.emit(2)
    assert page.stage.sight is not None
    assert page.stage.sight.canvas.scale == 1.4


def test_digits_are_told_beside_the_buttons(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show(qtbot, opened)
    QTest.keyClicks(page.stage, "2")
    assert "番号 2（Enterで開く）" in [each.text() for each in page.findChildren(QLabel)]


def test_alt_enter_fills_the_screen_from_here_and_brings_the_place_back(
    qtbot: QtBot, opened: tuple[Desk, Cycle]
) -> None:
    page = show(qtbot, opened)
    page.show_unit("検討-4")
    QTest.keyClick(page.stage, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    full = page.full_screen
    assert isinstance(full, FullScreen)
    assert full.isFullScreen()
    assert full.stage.position == Position("検討-4")
    assert full.geometry() == page.screen().geometry()
    page.open_full_screen()
    assert page.full_screen is full
    QTest.keyClick(full.stage, Qt.Key.Key_Home)
    full.close()
    assert page.full_screen is None
    assert page.stage.position.code is None


def test_a_change_shows_on_the_full_screen_too(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show(qtbot, opened)
    page.show_unit("重点-3")
    page.open_full_screen()
    full = page.full_screen
    assert full is not None
    desk, cycle = opened
    desk.do(at, cycle, "重点-3", SOUMU, reviews.accept_reply)
    page.refresh()
    sight = full.stage.sight
    assert sight is not None
    assert UNSEEN in " ".join(str(text["text"]) for text in sight.pages[0].texts())
    full.close()


def test_another_cycle_starts_at_its_board(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show(qtbot, opened)
    page.show_unit("検討-4")
    page.set_cycle(opened[0].ask(cycles_on_file.cycles)[0])
    assert page.stage.position == Position()
    assert "第1回" in slide_words(page)


def test_one_button_is_filled(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show(qtbot, opened)
    filled = [each.text() for each in page.findChildren(QPushButton) if each.property("look") == "primary"]
    assert filled == ["全画面で映す（Alt+Enter）"]
