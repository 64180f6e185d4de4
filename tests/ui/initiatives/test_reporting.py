"""いま報告する: written beside the tree, kept while it is unfinished, and shown among what was said before."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QScrollArea, QTabBar
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.permissions import ActorRole
from dxdesk.domain.reports import ReportText
from dxdesk.operations import cycles, meetings, reports
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries import finding
from dxdesk.store.queries import reports as on_file
from dxdesk.store.queries.page_drafts import page_draft
from dxdesk.ui.initiatives.page import InitiativesPage
from dxdesk.ui.initiatives.sheet import Moment
from tests.builders import FUKUSHI, SOUMU, ZEIMU, acting, uid
from tests.databases import open_anywhere
from tests.ui.initiatives.showing import find_button, press, show_page, texts_in

UNIT = uid("研修")


def begin(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> InitiativesPage:
    page = show_page(qtbot, opened)
    page.show_unit("検討-4")
    press(page.foot, "いま報告する")
    assert page.right.writing
    return page


def fill(page: InitiativesPage, **texts: str) -> None:
    for field, text in texts.items():
        page.right.form.fields[field].area.insert_words(text)


def test_a_report_is_written_with_the_keyboard_alone_and_stands_in_the_course(
    qtbot: QtBot, opened: tuple[Desk, Cycle]
) -> None:
    desk = opened[0]
    page = begin(qtbot, opened)
    first = page.right.form.fields["observation"].area
    assert first.hasFocus()
    QTest.keyClicks(first, "seen")
    QTest.keyClick(first, Qt.Key.Key_Tab)
    second = page.right.form.fields["judgement"].area
    assert second.hasFocus()
    QTest.keyClicks(second, "thought")
    with qtbot.waitSignal(page.said) as said:
        QTest.keyClick(second, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert said.args == ["報告しました。これまでに載せました。", False]
    assert not page.right.writing
    (found,) = desk.ask(on_file.reports)
    assert (found.unit, found.department, found.text) == (UNIT, None, ReportText("seen", "thought"))
    page.refresh()
    sheet = page.right.panel.sheet
    assert sheet is not None
    assert [block.parts for block in sheet.past if isinstance(block, Moment) and block.marker == "report"] == [
        (("観察", "seen"), ("判断", "thought"))
    ]


def test_the_texts_of_a_report_are_made_when_the_first_one_is_begun_and_stand_before_the_foot(
    qtbot: QtBot, opened: tuple[Desk, Cycle]
) -> None:
    page = show_page(qtbot, opened)
    assert not page.right.form.fields
    page.show_unit("検討-4")
    press(page.foot, "いま報告する")
    for field in page.right.form.fields.values():
        assert field.area.hasFocus()
        QTest.keyClick(field.area, Qt.Key.Key_Tab)
    focus = page.focusWidget()
    assert focus is not None
    assert page.foot.isAncestorOf(focus)


def test_without_an_observation_the_field_says_what_to_do_and_nothing_is_lost(
    qtbot: QtBot, opened: tuple[Desk, Cycle]
) -> None:
    page = begin(qtbot, opened)
    fill(page, decision="休日も開く。")
    press(page.foot, "報告する（Ctrl+Enter）")
    assert page.right.writing
    field = page.right.form.fields["observation"]
    assert field.message.text == "観察を1文で書いてください。ほかの欄は空のままでかまいません。"
    assert field.area.hasFocus()
    assert page.right.form.text().decision == "休日も開く。"
    assert opened[0].ask(on_file.reports) == ()


def test_what_is_missing_is_said_within_the_pane(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = begin(qtbot, opened)
    scroll = page.right.form.findChild(QScrollArea)
    assert scroll is not None
    inside = scroll.widget()
    assert inside is not None
    before = inside.width()
    press(page.foot, "報告する（Ctrl+Enter）")
    qtbot.wait(0)
    assert page.right.form.fields["observation"].message.isVisible()
    assert inside.width() == before
    assert inside.minimumSizeHint().width() <= scroll.viewport().width()


def test_what_is_typed_is_kept_by_itself_and_found_again(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    desk = opened[0]
    page = begin(qtbot, opened)
    with qtbot.waitSignal(page.save_state_changed, check_params_cb=lambda state: state == "saved"):
        fill(page, observation="列が長")
    press(page.foot, "個票へ戻る")
    assert not page.right.writing
    assert desk.ask(page_draft, reports.PAGE, UNIT) is not None
    again = begin(qtbot, opened)
    assert again.right.form.text() == ReportText("列が長")


def test_choosing_another_unit_keeps_the_words_and_shows_its_sheet(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = begin(qtbot, opened)
    fill(page, observation="列が長い。")
    page.show_unit("重点-1")
    assert not page.right.writing
    page.show_unit("検討-4")
    page.report()
    assert page.right.form.text().observation == "列が長い。"


def test_leaving_the_page_and_escape_keep_the_words(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    desk = opened[0]
    page = begin(qtbot, opened)
    fill(page, observation="一")
    assert page.leave()
    assert (desk.ask(page_draft, reports.PAGE, UNIT) or {})["observation"] == "一"
    fill(page, action="二")
    QTest.keyClick(page.right.form.fields["action"].area, Qt.Key.Key_Escape)
    assert not page.right.writing
    assert (desk.ask(page_draft, reports.PAGE, UNIT) or {})["action"] == "二"


def test_a_refresh_while_writing_disturbs_nothing(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = begin(qtbot, opened)
    fill(page, observation="書きかけ")
    page.refresh()
    assert page.right.writing
    assert page.right.form.text().observation == "書きかけ"


def test_an_open_conversion_is_handed_over_first_and_only_the_second_press_reports(
    qtbot: QtBot, opened: tuple[Desk, Cycle]
) -> None:
    page = begin(qtbot, opened)
    area = page.right.form.fields["observation"].area
    QCoreApplication.sendEvent(area, QInputMethodEvent("ながい", []))
    QTest.keyClick(area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.right.writing
    assert page.right.form.text().observation == "ながい"
    QTest.keyClick(area, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not page.right.writing
    assert [each.text.observation for each in opened[0].ask(on_file.reports)] == ["ながい"]


def test_a_closed_cycle_stops_no_report(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    desk, cycle = opened
    desk.do(meetings.close_meeting, desk.ask(finding.meeting))
    desk.do(cycles.close_cycle, cycle, "見本のため")
    page = begin(qtbot, opened)
    fill(page, observation="締めたあと。")
    assert page.right.record()
    assert len(desk.ask(on_file.reports)) == 1


@pytest.mark.parametrize("role", ["liaison", "head"])
def test_a_department_reports_in_its_own_name_and_chooses_only_among_several(
    qtbot: QtBot, opened: tuple[Desk, Cycle], role: ActorRole
) -> None:
    opened[0].actor = acting(role, ZEIMU)
    page = begin(qtbot, opened)
    assert not page.right.form.departments.isVisible()
    fill(page, observation="見た。")
    assert page.right.record()
    assert [each.department for each in opened[0].ask(on_file.reports)] == [uid(ZEIMU)]
    opened[0].actor = acting(role, ZEIMU, FUKUSHI)
    page = begin(qtbot, opened)
    choices = page.right.form.departments
    assert choices.isVisible()
    assert {choices.itemData(at) for at in range(choices.count())} == {uid(ZEIMU), uid(FUKUSHI)}


def test_the_secretariat_reports_for_any_department(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = begin(qtbot, opened)
    choices = page.right.form.departments
    assert choices.itemText(0) == "事務局"
    choices.setCurrentIndex(choices.findText(SOUMU))
    fill(page, observation="見た。")
    assert page.right.record()
    assert [each.department for each in opened[0].ask(on_file.reports)] == [uid(SOUMU)]


@pytest.mark.parametrize("role", ["chair", "reader"])
def test_who_only_looks_prints_the_sheet_instead(qtbot: QtBot, opened: tuple[Desk, Cycle], role: ActorRole) -> None:
    opened[0].actor = acting(role)
    page = show_page(qtbot, opened)
    page.show_unit("検討-4")
    with qtbot.waitSignal(page.page_requested) as asked:
        press(page.foot, "個票を印刷")
    assert asked.args == ["print", "sheet:検討-4"]
    assert not any(each.text() == "いま報告する" for each in page.findChildren(QPushButton))
    page.report()
    assert not page.right.writing


def test_a_group_is_not_reported_on(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show_page(qtbot, opened)
    page.pane.tree.choose(uid("住民のために"))
    main = next(each for each in page.foot.findChildren(QPushButton) if each.text() == "いま報告する")
    assert not main.isEnabled()


def test_words_that_cannot_be_stored_stay_in_the_form(
    qtbot: QtBot, opened: tuple[Desk, Cycle], monkeypatch: pytest.MonkeyPatch
) -> None:
    page = begin(qtbot, opened)
    fill(page, observation="見た。")

    def full(*_rest: object, **_named: object) -> None:
        raise StoreUnavailable("disk_full", "town.db")

    with monkeypatch.context() as patch:
        patch.setattr(opened[0], "do", full)
        assert not page.right.record()
        assert page.right.form.message.text == "保存できません。入力はこの画面に残っています。"
        assert not page.leave()
        assert page.right.form.text().observation == "見た。"
    assert page.right.record()


def test_a_report_opens_as_it_was_and_the_way_back_leads_to_this_cycle(
    qtbot: QtBot, opened: tuple[Desk, Cycle]
) -> None:
    opened[0].do(reports.report, UNIT, ReportText("列が長い。", "足りない。"), SOUMU)
    page = show_page(qtbot, opened)
    page.show_unit("検討-4")
    page.right.panel.show_tab(2)
    find_button(page.right.panel, "2月13日 の記録を開く").setFocus()
    press(page.right.panel, "2月13日 の記録を開く")
    assert page.window().focusWidget() is page.right.panel.findChild(QTabBar)
    shown = texts_in(page.right.panel)
    assert "2月13日 のいま報告を見ています。" in shown
    assert {"観察", "列が長い。", "判断", "足りない。"} <= set(shown)
    assert f"{SOUMU}　佐藤" in shown
    find_button(page.right.panel, "今の回へ戻る").setFocus()
    press(page.right.panel, "今の回へ戻る")
    assert page.window().focusWidget() is page.right.panel.findChild(QTabBar)
    assert "できていない。" in texts_in(page.right.panel)


def test_a_unit_with_unfinished_words_says_so(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = begin(qtbot, opened)
    fill(page, observation="書きかけ")
    press(page.foot, "個票へ戻る")
    assert "書きかけの報告があります" in texts_in(page.foot)
    page.show_unit("重点-1")
    assert "書きかけの報告があります" not in texts_in(page.foot)


def test_on_a_database_that_is_only_read_nobody_reports(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    path = opened[0].database.path
    assert path is not None
    opened[0].close()
    reading = Desk(open_anywhere(path, read_only=True), acting("secretariat"))
    page = show_page(qtbot, (reading, opened[1]))
    page.show_unit("検討-4")
    main = next(each for each in page.foot.findChildren(QPushButton) if each.text() == "いま報告する")
    assert not main.isEnabled()
    page.report()
    assert not page.right.writing
    reading.close()
