"""ボード in the window: its buttons, its table, and the way to the full screen and back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.domain.permissions import Actor, ActorRole
from dxdesk.operations import reviews
from dxdesk.store.queries import cycles as cycles_on_file
from dxdesk.store.queries.audience import audience
from dxdesk.ui.board import page as board_page
from dxdesk.ui.board.course import Position
from dxdesk.ui.board.full_screen import FullScreen
from dxdesk.ui.board.model import CODE_ROLE
from dxdesk.ui.board.page import BoardPage
from dxdesk.ui.board.tables import SlideTable, TableRow
from dxdesk.wording.board import NO_UNITS
from dxdesk.wording.screen import NO_CYCLE
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


def box(page: BoardPage, name: str) -> QComboBox:
    return next(each for each in page.findChildren(QComboBox) if each.accessibleName() == name)


def choose(found: QComboBox, text: str) -> None:
    """Choose as a person does."""
    found.setCurrentIndex(found.findText(text))
    found.activated.emit(found.currentIndex())


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
    page.show_subject("重点-3")
    assert UNSEEN in slide_words(page)


def test_keys_drive_the_slides_when_the_page_has_the_focus(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show(qtbot, opened)
    assert page.stage.hasFocus()


def test_the_buttons_step_through_the_units_and_back_to_the_board(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show(qtbot, opened)
    assert not button(page, "‹ 前へ").isEnabled()
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
    page.show_subject("検討-4")
    with qtbot.waitSignal(page.page_requested) as asked:
        press(page, "個票を見る")
    assert asked.args == ["initiatives", "検討-4"]
    with pytest.raises(Problem):
        page.show_subject("どこにもない")


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
    sizes = box(page, "文字")
    assert [sizes.itemText(each) for each in range(sizes.count())] == ["標準", "大", "特大"]
    choose(sizes, "特大")
    assert page.stage.sight is not None
    assert page.stage.sight.canvas.scale == 1.4


def test_digits_are_told_beside_the_buttons(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show(qtbot, opened)
    QTest.keyClicks(page.stage, "2")
    assert "協議2：研修（Enterで開く）" in [each.text() for each in page.findChildren(QLabel)]
    QTest.keyClicks(page.stage, "9")
    assert "番号 29：続きを打つか、Escで消します" in [each.text() for each in page.findChildren(QLabel)]


def test_a_number_typed_on_the_full_screen_is_seen_until_it_is_opened(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show(qtbot, opened)
    page.open_full_screen()
    full = page.full_screen
    assert full is not None
    assert full.typed.isHidden()
    QTest.keyClicks(full.stage, "2")
    assert full.typed.isVisible()
    assert full.typed.text() == "協議2：研修（Enterで開く）"
    assert full.rect().contains(full.typed.geometry())
    QTest.keyClick(full.stage, Qt.Key.Key_Return)
    assert full.typed.isHidden()
    assert full.stage.position.code is not None


def test_alt_enter_fills_the_screen_from_here_and_brings_the_place_back(
    qtbot: QtBot, opened: tuple[Desk, Cycle]
) -> None:
    page = show(qtbot, opened)
    page.show_subject("検討-4")
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
    page.show_subject("重点-3")
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
    page.show_subject("検討-4")
    page.set_cycle(opened[0].ask(cycles_on_file.cycles)[0])
    assert page.stage.position == Position()
    assert "第1回" in slide_words(page)


def test_every_slide_is_one_button_away(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show(qtbot, opened)
    for words, title in (("道のり", "道のり"), ("推移", "状況の推移"), ("ボード", "DX推進状況")):
        press(page, words)
        assert title in slide_words(page)
        assert button(page, words).isChecked()
    press(page, "取組")
    assert page.stage.position.code == "重点-1"
    assert button(page, "取組").isChecked()


def test_the_roadmap_is_shown_over_the_plan_or_over_this_year(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show(qtbot, opened)
    assert not button(page, "今年度").isVisible()
    press(page, "道のり")
    press(page, "今年度")
    assert "令和6年度の道のり" in slide_words(page)
    press(page, "計画期間")
    assert "令和6年度の道のり" not in slide_words(page)


def test_a_status_chosen_from_the_list_fades_the_others_on_every_slide(
    qtbot: QtBot, opened: tuple[Desk, Cycle]
) -> None:
    page = show(qtbot, opened)
    statuses = box(page, "状況")
    assert [statuses.itemText(at) for at in range(statuses.count())] == [
        "すべて", "遅れ 1", "要注意 1", "順調 1", "未回答 3",
    ]  # fmt: skip
    whole = page.stage.view.grab().toImage()
    choose(statuses, "遅れ 1")
    assert page.stage.position.status == "late"
    assert page.stage.view.grab().toImage() != whole
    press(page, "推移")
    assert page.stage.position.status == "late"
    page.refresh()
    assert statuses.currentText() == "遅れ 1"
    choose(statuses, "すべて")
    press(page, "ボード")
    assert page.stage.view.grab().toImage() == whole


def test_slides_are_seen_as_on_the_screen_of_the_room(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show(qtbot, opened)
    for words, wide in (("16:10", 1728), ("4:3", 1440), ("16:9", 1920)):
        choose(box(page, "画面"), words)
        assert page.stage.sight is not None
        assert page.stage.sight.canvas.width == wide


def test_every_slide_can_be_read_as_a_table(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show(qtbot, opened)
    press(page, "表で見る")
    for words, last in (("ボード", "照会先"), ("道のり", "計画"), ("推移", "前回から"), ("取組", "内容")):
        press(page, words)
        model = page.table.model()
        assert page.table.isVisible()
        assert model.headerData(model.columnCount() - 1, Qt.Orientation.Horizontal) == last
        assert model.rowCount() > 0
    press(page, "次へ ›")
    assert page.stage.position.code == "検討-4"
    assert page.table.model().index(0, 0).data(CODE_ROLE) == "検討-4"


def test_a_page_below_a_tab_leads_back_and_one_that_is_a_tab_does_not(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show(qtbot, opened)
    with qtbot.waitSignal(page.back_requested):
        press(page, "‹ 戻る")
    with qtbot.waitSignal(page.back_requested):
        QTest.keyClick(page.stage, Qt.Key.Key_Escape)
    opened[0].actor = Actor("chair", (), "委員長")
    tab = show(qtbot, opened)
    assert not button(tab, "‹ 戻る").isVisible()
    with qtbot.assertNotEmitted(tab.back_requested):
        QTest.keyClick(tab.stage, Qt.Key.Key_Escape)


def test_before_the_first_cycle_the_page_says_so(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = BoardPage(opened[0], None)
    qtbot.addWidget(page)
    assert NO_CYCLE in [each.text() for each in page.findChildren(QLabel)]
    page.refresh()
    page.open_full_screen()
    assert page.full_screen is None
    page.set_cycle(opened[1])
    assert page.stage.sight is not None


def test_a_plan_without_units_is_said_to_have_none(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show(qtbot, opened)
    found = opened[0].ask(audience, opened[1])
    nothing = (replace(found.trend, statuses={}), replace(found.roadmap, roads={}))
    page._show(replace(found, board=replace(found.board, cards=()), items={}, trend=nothing[0], roadmap=nothing[1]))
    assert NO_UNITS in [each.text() for each in page.findChildren(QLabel) if each.isVisible()]
    page.open_full_screen()
    page.show_table(True)
    assert (page.full_screen, page.table.isVisible(), page.stage.isVisible()) == (None, False, False)
    assert not button(page, "表で見る").isEnabled()
    page.refresh()
    assert page.stage.isVisible()
    assert button(page, "表で見る").isEnabled()


def test_a_large_plan_is_read_beside_the_window(
    qtbot: QtBot, opened: tuple[Desk, Cycle], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dxdesk.ui.reading.LARGE_UNITS", 1)
    page = BoardPage(*opened)
    qtbot.addWidget(page)
    assert page.stage.sight is None
    page.show_subject("検討-4")
    page.show_table(True)
    qtbot.waitUntil(lambda: page.stage.sight is not None)
    assert page.stage.position.code == "検討-4"


@pytest.mark.parametrize("size", [(1366, 648), (1024, 540), (1920, 952)])
def test_nothing_above_or_below_the_slides_is_cut(
    qtbot: QtBot, opened: tuple[Desk, Cycle], size: tuple[int, int]
) -> None:
    page = show(qtbot, opened, size)
    for words in ("ボード", "道のり", "推移", "取組"):
        press(page, words)
        for bar in (page.switches, page.foot):
            shown = [each for each in bar.findChildren(QPushButton) if each.isVisible()]
            assert all(each.width() >= each.sizeHint().width() for each in shown), words
            assert all(bar.rect().contains(each.geometry()) for each in shown), words


@pytest.mark.parametrize("role", ["reader", "liaison", "head"])
def test_who_does_not_project_looks_in_the_window_only(
    qtbot: QtBot, opened: tuple[Desk, Cycle], role: ActorRole
) -> None:
    opened[0].actor = Actor(role)
    page = show(qtbot, opened)
    assert not button(page, "全画面で映す（Alt+Enter）").isVisible()
    filled = [each.text() for each in page.findChildren(QPushButton) if each.property("look") == "primary"]
    assert filled == ["表で見る"]
    QTest.keyClick(page.stage, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    assert page.full_screen is None
    press(page, "表で見る")
    assert page.table.isVisible()


def test_one_button_is_filled(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show(qtbot, opened)
    filled = [each.text() for each in page.findChildren(QPushButton) if each.property("look") == "primary"]
    assert filled == ["全画面で映す（Alt+Enter）"]


def test_the_table_of_a_slide_fits_its_window(
    qtbot: QtBot, opened: tuple[Desk, Cycle], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = "、".join(["健康福祉課"] * 60)
    rows = (TableRow("重点-1", ("窓口", asked), (None, None), "窓口"),)
    monkeypatch.setattr(board_page, "table_of", lambda *_: SlideTable(("取組", "照会先"), rows))
    page = show(qtbot, opened)
    page.show_table(True)
    qtbot.waitUntil(lambda: page.table.horizontalScrollBar().maximum() == 0)
    assert page.table.rowHeight(0) > 2 * page.table.fontMetrics().height()
