"""宿題 at the desk: found, followed up, given more time, and printed, all by the keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.meetings import ActionItem
from dxdesk.domain.settings import Settings
from dxdesk.operations.action_items import PAGE
from dxdesk.operations.cycles import close_cycle
from dxdesk.operations.plans import change_settings
from dxdesk.store.queries import finding, meetings
from dxdesk.store.queries.actions import action_events
from dxdesk.store.queries.page_drafts import page_draft
from dxdesk.ui.actions.delegate import print_link
from dxdesk.ui.actions.page import ActionsPage
from dxdesk.ui.printing import saving
from dxdesk.wording.actions import PRINT_GROUP, PRINT_OWN
from tests.builders import FUKUSHI, SOUMU, ZEIMU, acting, open_desk, start_cycle, uid
from tests.databases import open_anywhere
from tests.ui.actions.conftest import show
from tests.ui.entry.conftest import hand_over


def words(page: ActionsPage) -> list[str]:
    """Groups and rows in order; rows indented."""
    return [("  " if row.listed else "") + row.name for row in page.table.source.rows()]


def given(desk: Desk, text: str) -> ActionItem:
    return next(each for each in desk.ask(meetings.all_actions) if each.text == text)


def choose(page: ActionsPage, desk: Desk, text: str) -> ActionItem:
    action = given(desk, text)
    assert page.table.choose(action.id)
    return action


def focused() -> object:
    return QApplication.focusWidget()


def test_groups_stand_in_the_order_of_departments_with_what_is_overdue(page: ActionsPage) -> None:
    assert words(page) == [
        "総務課", "  負担を一覧にする。", "総務課・税務課", "  候補を3つ挙げる。", "税務課", "  来庁予測を示す。",
        "福祉課", "  研修の日程を決める。",
    ]  # fmt: skip
    rows = page.table.source.rows()
    assert [row.overdue for row in rows] == [0, 0, 0, 0, 1, 11, 0, 0]
    assert (rows[5].due, rows[5].due_detail) == ("3月7日", "11日過ぎ")
    assert (rows[1].due_detail, rows[3].due) == ("あと13日", "次回会議")
    assert rows[5].spoken == "来庁予測を示す。、税務課、期限 3月7日、11日過ぎ、対応中、R6 第1回"
    assert rows[4].spoken == "税務課、1件、期限を過ぎたもの 1件"


def test_by_day_the_earliest_comes_first(page: ActionsPage) -> None:
    page.filters.groupings.setCurrentIndex(1)
    page.filters.groupings.activated.emit(1)
    assert [each for each in words(page) if not each.startswith(" ")] == ["3月7日（金）", "3月31日（月）", "次回会議"]


def test_chips_and_search_leave_what_fits_and_say_when_nothing_does(page: ActionsPage, qtbot: QtBot) -> None:
    page.filters.chips["overdue"].click()
    assert words(page) == ["税務課", "  来庁予測を示す。"]
    page.filters.chips["new"].click()
    assert len(words(page)) == 6
    page.filters.search.start()
    hand_over(page.filters.search, "ケンシュウ")
    qtbot.waitUntil(lambda: page._stack.currentIndex() == 1)
    assert page._words.text() == "「ケンシュウ」に合う宿題はありません。"
    QTest.keyClick(page.filters.search, Qt.Key.Key_Escape)
    hand_over(page.filters.search, "福祉")
    QTest.keyClick(page.filters.search, Qt.Key.Key_Return)
    assert words(page) == ["福祉課", "  研修の日程を決める。"]
    assert focused() is page.table


def test_a_state_is_set_by_the_keyboard_and_taken_back(page: ActionsPage, desk: Desk, qtbot: QtBot) -> None:
    page.filters.clear()
    action = choose(page, desk, "負担を一覧にする。")
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert focused() is page.panel.states["open"]
    with qtbot.waitSignal(page.said) as told:
        QTest.keyClick(page.panel.states["done"], Qt.Key.Key_Space)
    assert told.args == ["対応済みにしました。", True]
    assert given(desk, action.text).state == "done"
    page.refresh()
    assert page.panel.states["done"].isChecked()
    desk.undo()
    assert given(desk, action.text).state == "open"
    desk.redo()
    assert given(desk, action.text).state == "done"


def test_a_line_typed_before_the_tick_is_told_once(page: ActionsPage, desk: Desk) -> None:
    action = choose(page, desk, "負担を一覧にする。")
    line = page.panel.outcome
    assert line is not None
    line.setFocus()
    QTest.keyClicks(line, "done")
    page.panel.states["done"].setFocus(Qt.FocusReason.MouseFocusReason)
    QTest.mouseClick(page.panel.states["done"], Qt.MouseButton.LeftButton)
    said = [each.words for each in desk.ask(action_events, given(desk, action.text))]
    assert said == ["会議で決まりました", "対応済み「done」"]


def test_one_that_is_done_stays_until_another_is_chosen_or_the_filter_pressed(
    page: ActionsPage, desk: Desk, qtbot: QtBot
) -> None:
    action = choose(page, desk, "負担を一覧にする。")
    assert page.filters.chip == "open"
    page.panel.states["done"].click()
    page.refresh()
    line = page.panel.outcome
    assert line is not None
    assert focused() is line
    assert page.table.chosen == action.id
    hand_over(line, "一覧にした。")
    other = choose(page, desk, "候補を3つ挙げる。")
    assert given(desk, action.text).outcome == "一覧にした。"
    assert given(desk, other.text).outcome is None
    qtbot.waitUntil(lambda: "  負担を一覧にする。" not in words(page))
    assert page.table.chosen == other.id
    page.refresh()
    assert "  負担を一覧にする。" not in words(page)
    page.panel.states["done"].click()
    page.refresh()
    assert page.table.chosen == other.id
    page.filters.chips["open"].click()
    page.filters.chips["open"].click()
    assert "  候補を3つ挙げる。" not in words(page)


def test_a_tick_taken_back_keeps_the_line_that_was_written_with_it(page: ActionsPage, desk: Desk) -> None:
    action = choose(page, desk, "負担を一覧にする。")
    assert page.panel.outcome is not None
    hand_over(page.panel.outcome, "一覧にした。")
    page.panel.states["done"].click()
    desk.undo()
    assert (given(desk, action.text).state, given(desk, action.text).outcome) == ("open", "一覧にした。")
    desk.redo()
    assert (given(desk, action.text).state, given(desk, action.text).outcome) == ("done", "一覧にした。")


def test_an_outcome_is_kept_while_typed_and_on_record_when_the_field_is_left(
    page: ActionsPage, desk: Desk, qtbot: QtBot
) -> None:
    action = choose(page, desk, "来庁予測を示す。")
    line = page.panel.outcome
    assert line is not None
    line.setFocus()
    hand_over(line, "月別の表にした。")
    qtbot.waitUntil(lambda: desk.ask(page_draft, PAGE, action.id) is not None)
    assert given(desk, action.text).outcome is None
    page.refresh()
    assert page.panel.outcome is not None
    assert page.panel.outcome.text() == "月別の表にした。"
    page.panel.outcome.setFocus()
    QTest.keyClick(page.panel.outcome, Qt.Key.Key_Return)
    assert given(desk, action.text).outcome == "月別の表にした。"
    assert desk.ask(page_draft, PAGE, action.id) is None
    assert [each.words for each in desk.ask(action_events, action)][-1] == "対応中「月別の表にした。」"


def test_what_was_typed_survives_a_kill_and_going_to_another_one_records_it(
    page: ActionsPage, desk: Desk, town_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    action = choose(page, desk, "来庁予測を示す。")
    assert page.panel.outcome is not None
    hand_over(page.panel.outcome, "集計中")
    assert page.following.autosave.flush()
    dead = tmp_path / "killed.db"
    dead.write_bytes(town_file.read_bytes())
    again = Desk(open_anywhere(dead), desk.actor, desk.moment)
    found = show(again, qtbot)
    found.table.choose(action.id)
    assert found.panel.outcome is not None
    assert found.panel.outcome.text() == "集計中"
    again.close()
    choose(page, desk, "負担を一覧にする。")
    assert given(desk, action.text).outcome == "集計中"


def test_nothing_is_saved_while_a_conversion_is_open(page: ActionsPage, desk: Desk) -> None:
    from PySide6.QtCore import QCoreApplication
    from PySide6.QtGui import QInputMethodEvent

    action = choose(page, desk, "来庁予測を示す。")
    line = page.panel.outcome
    assert line is not None
    line.setFocus()
    QCoreApplication.sendEvent(line, QInputMethodEvent("しゅうけい", []))
    page.following.autosave.touch()
    assert not page.following.autosave.flush()
    assert desk.ask(page_draft, PAGE, action.id) is None
    assert page.leave()
    assert given(desk, action.text).outcome == "しゅうけい"


def test_more_time_wants_a_day_and_a_reason(page: ActionsPage, desk: Desk) -> None:
    action = choose(page, desk, "来庁予測を示す。")
    card = page.panel.deadline
    assert card is not None
    card.open_button.click()
    assert focused() is card.day
    hand_over(card.day, "あした")
    card.go.click()
    assert card.message.text
    card.day.clear()
    hand_over(card.day, "4/15")
    card.go.click()
    assert card.message.text == "理由：期限を延ばす理由を1行で書いてください。"
    assert focused() is card.reason
    hand_over(card.reason, "人手が足りない")
    card.go.click()
    assert given(desk, action.text).due is not None
    page.refresh()
    assert page.panel.details is not None
    assert [event.words for event in page.panel.details.events][-1].startswith("期限を令和7年4月15日（火）へ")


def test_a_liaison_sees_and_follows_up_its_own_department_only(desk: Desk, qtbot: QtBot) -> None:
    desk.actor = acting("liaison", ZEIMU)
    page = show(desk, qtbot)
    assert words(page) == ["総務課・税務課", "  候補を3つ挙げる。", "税務課", "  来庁予測を示す。"]
    action = choose(page, desk, "来庁予測を示す。")
    assert page.panel.deadline is not None
    assert not page.panel.deadline.open_button.isVisible()
    page.panel.states["carried"].click()
    assert given(desk, action.text).state == "carried"
    assert page.foot.primary.text() == PRINT_OWN
    with qtbot.waitSignal(page.page_requested) as asked:
        page.foot.primary.click()
    assert asked.args == ["print", f"actions:{uid(ZEIMU)}"]


def test_who_only_reads_finds_plain_text(desk: Desk, qtbot: QtBot) -> None:
    desk.actor = acting("reader")
    page = show(desk, qtbot)
    choose(page, desk, "来庁予測を示す。")
    assert page.panel.states == {}
    assert page.panel.outcome is None


def test_a_read_only_database_and_a_closed_cycle(town_file: Path, desk: Desk, qtbot: QtBot) -> None:
    desk.do(close_cycle, desk.ask(finding.cycle), "見本のため")
    page = show(desk, qtbot)
    choose(page, desk, "来庁予測を示す。")
    page.panel.states["done"].click()
    assert given(desk, "来庁予測を示す。").state == "done"
    desk.close()
    looking = Desk(open_anywhere(town_file, read_only=True), desk.actor, desk.moment)
    found = show(looking, qtbot)
    found.filters.clear()
    choose(found, looking, "来庁予測を示す。")
    assert found.panel.states == {}
    assert found.leave()
    looking.close()


def test_a_group_is_printed_by_mouse_and_by_keyboard(page: ActionsPage, qtbot: QtBot) -> None:
    first = page.table.source.index(0, 0)
    row = page.table.source.row_of(first)
    assert row is not None
    place = print_link(page.table, row, page.table.visualRect(first).toRectF()).center().toPoint()
    with qtbot.waitSignal(page.page_requested) as asked:
        QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert asked.args == ["print", f"actions:{uid(SOUMU)}"]
    page.table.setCurrentIndex(first)
    button = next(each for each in page.panel.findChildren(QPushButton) if each.text() == PRINT_GROUP)
    with qtbot.waitSignal(page.page_requested) as asked:
        button.click()
    assert asked.args == ["print", f"actions:{uid(SOUMU)}"]
    with qtbot.waitSignal(page.page_requested) as asked:
        page.foot.primary.click()
    assert asked.args == ["print", "actions"]


def test_the_record_behind_one_leads_to_its_minutes(page: ActionsPage, desk: Desk, qtbot: QtBot) -> None:
    choose(page, desk, "負担を一覧にする。")
    link = next(each for each in page.panel.findChildren(QPushButton) if each.text() == "会議録")
    with qtbot.waitSignal(page.page_requested) as asked:
        link.click()
    assert asked.args is not None
    assert asked.args[0] == "minutes"
    assert page.panel.details is not None
    assert page.panel.details.decision is not None
    assert page.panel.details.decision.text == "2段階に分けて進める。"


def test_a_subject_is_chosen_even_where_a_filter_hides_it(page: ActionsPage, desk: Desk) -> None:
    page.filters.chips["done"].click()
    assert words(page) == []
    action = given(desk, "研修の日程を決める。")
    page.show_subject(action.id)
    assert page.table.chosen == action.id


def test_the_town_s_word_is_used_everywhere(desk: Desk, qtbot: QtBot) -> None:
    desk.do(change_settings, Settings(action_word="対応事項"))
    desk.do(close_cycle, desk.ask(finding.cycle), "見本のため")
    start_cycle(desk, "令和7年度 第1回")
    page = show(desk, qtbot)
    assert page.word == "対応事項"
    assert page.table.source.headerData(0, Qt.Orientation.Horizontal) == "対応事項"


def test_the_list_is_saved_as_a_spreadsheet(
    page: ActionsPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "宿題一覧.xlsx"
    monkeypatch.setattr(saving, "ask_path", lambda *_rest: target)
    with qtbot.waitSignal(page.said) as said:
        page.foot.workbook.click()
    assert said.args == ["保存しました：宿題一覧.xlsx", False]
    assert target.read_bytes()[:2] == b"PK"


@pytest.mark.parametrize(("width", "drawer"), [(1366, False), (1024, True)])
def test_in_a_narrow_window_the_panel_is_a_drawer(desk: Desk, qtbot: QtBot, width: int, drawer: bool) -> None:
    page = show(desk, qtbot, width)
    assert page.beside.drawer is drawer
    assert page.foot.panel.isVisible() is drawer
    page.foot.panel.click()
    assert page.panel.isVisible()
    QTest.keyClick(page.table, Qt.Key.Key_Escape)
    assert page.panel.isVisible() is not drawer


def test_without_any_the_page_says_where_they_come_from(database_file: Path, qtbot: QtBot) -> None:
    desk = open_desk(open_anywhere(database_file))
    page = ActionsPage(desk, None)
    qtbot.addWidget(page)
    assert page._words.text() == "宿題はまだありません。会議で記録すると、ここに並びます。"
    page.set_cycle(start_cycle(desk))
    assert not page.foot.primary.isEnabled()
    assert page.leave()
    assert FUKUSHI
    desk.close()
