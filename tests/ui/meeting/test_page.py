"""A meeting is held, recorded and closed by keys alone and by the mouse alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import Meeting
from dxdesk.operations.agenda_changes import fill_agenda
from dxdesk.operations.cycles import close_cycle
from dxdesk.operations.meetings import close_meeting
from dxdesk.operations.minutes import draft
from dxdesk.store.queries import finding, meetings, minutes
from dxdesk.ui.meeting.page import MeetingPage
from dxdesk.ui.meeting.rows import PEOPLE_KEY
from dxdesk.wording.meeting import phrases_for
from dxdesk.wording.meeting_days import NO_MEETING_CLOSED
from dxdesk.wording.meeting_screen import NO_MEETING, REST_TITLE
from dxdesk.wording.screen import NO_CYCLE
from tests.builders import COMMITTEE, HEADQUARTERS, acting, real_plan
from tests.plan_samples import TOWNS
from tests.ui.meeting import towns
from tests.ui.meeting.conftest import show_page
from tests.ui.meeting.hands import CTRL, click, filled, item, press, write


@pytest.fixture
def meeting(opened: tuple[Desk, Cycle]) -> Meeting:
    """A meeting with the proposed agenda."""
    held = towns.hold(*opened)
    opened[0].do(fill_agenda, held, REST_TITLE)
    return held


@pytest.fixture
def page(qtbot: QtBot, opened: tuple[Desk, Cycle], meeting: Meeting) -> MeetingPage:
    return show_page(qtbot, MeetingPage(*opened))


def test_the_only_meeting_of_a_cycle_is_shown_at_once(page: MeetingPage, meeting: Meeting) -> None:
    assert page.source is not None
    assert page.source.meeting.id == meeting.id
    assert page.part == PEOPLE_KEY
    assert filled(page) == [page.parts.foot.primary]


def test_a_meeting_is_opened_by_keys_with_the_day_of_the_cycle(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    desk, cycle = opened
    page = show_page(qtbot, MeetingPage(desk, cycle))
    assert page.parts._nothing.text() == NO_MEETING
    assert page.parts.foot.primary.text() == "会議を用意する"
    page.hands.go_on()
    form = page.parts.form
    assert form.body.hasFocus()
    assert form.day.text() == "令和7年2月13日（木）"
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    assert form.begins.hasFocus()
    write("１３:30")
    press(Qt.Key.Key_Tab)
    write("15:00")
    press(Qt.Key.Key_Tab)
    write("大会議室")
    press(Qt.Key.Key_Return)
    assert desk.ask(meetings.meetings, cycle.id) == (), "Enter in a line never submits"
    press(Qt.Key.Key_Return, CTRL)
    (held,) = desk.ask(meetings.meetings, cycle.id)
    assert (held.body_name, held.day, held.begins, held.ends, held.place) == (
        COMMITTEE, towns.DAY, "13:30", "15:00", "大会議室",
    )  # fmt: skip
    assert page.source is not None
    assert [each.name for each in page.source.record.attendance] == [towns.CHAIR, towns.MEMBER, towns.THIRD]


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("day", "あした", "日付として読めません"),
        ("begins", "朝", "時刻として読めません"),
        ("ends", "25:00", "時刻として読めません"),
    ],
)
def test_what_cannot_be_read_keeps_the_form_open_and_says_what_to_do(
    qtbot: QtBot, opened: tuple[Desk, Cycle], field: str, typed: str, said: str
) -> None:
    page = show_page(qtbot, MeetingPage(*opened))
    page.show_subject("new")
    line: QLineEdit = getattr(page.parts.form, field)
    line.setText(typed)
    click(page.parts.foot.primary)
    assert said in page.parts.form.message.text
    assert line.hasFocus()
    assert line.text() == typed
    assert page.mode == "form"


def test_the_meeting_is_closed_after_a_look_and_the_minutes_are_made(
    qtbot: QtBot, page: MeetingPage, meeting: Meeting
) -> None:
    page.go_to_part(item(page, "書かない窓口"))
    page.parts.record_form.text.append_text("書きかけ")
    click(page.parts.foot.buttons["close"])
    assert page.mode == "closing"
    assert page.parts.foot.primary.hasFocus()
    with qtbot.waitSignal(page.page_requested) as asked:
        press(Qt.Key.Key_Space)
    assert page.desk.ask(meetings.meeting, meeting.id).state == "closed"
    assert asked.args == ["minutes", meeting.id]
    assert len(page.desk.ask(minutes.versions, meeting.id)) == 1
    assert page.parts.foot.primary.text() == "会議録を見る"
    notice = page.notice()
    assert notice is not None


def test_a_meeting_is_closed_with_the_day_on_which_the_body_meets_next(page: MeetingPage, meeting: Meeting) -> None:
    for title in ("書かない窓口", "会議の見直し"):
        page.go_to_part(item(page, title))
        page.parts.record_form.decision.result.show_value("approved")
        assert page.recording.record()
    click(page.parts.foot.buttons["close"])
    closing = page.parts.closing
    closing.next_day.setText("あした")
    click(page.parts.foot.buttons["close"])
    assert closing.message.text
    assert page.desk.ask(meetings.meeting, meeting.id).state == "open"
    closing.next_day.setText("R7.2.13")
    click(page.parts.foot.buttons["close"])
    assert "2月13日" in closing.message.text
    propose = next(each for each in closing.findChildren(QPushButton) if each.text().endswith("にする"))
    propose.click()
    click(page.parts.foot.buttons["close"])
    held = page.desk.ask(meetings.meeting, meeting.id)
    assert (held.state, held.next_day) == ("closed", date(2025, 8, 13))
    page.desk.do(draft, held, phrases_for)
    (version,) = page.desk.ask(minutes.versions, meeting.id)
    outlook = next(each.text for each in version.blocks if each.kind == "outlook")
    assert "令和7年8月13日" in outlook


def test_a_meeting_whose_day_has_not_come_is_looked_at_before_it_is_closed(
    page: MeetingPage, meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page.hands, "_today", lambda: date(2025, 2, 10))
    for title in ("書かない窓口", "会議の見直し"):
        page.go_to_part(item(page, title))
        page.parts.record_form.decision.result.show_value("approved")
        assert page.recording.record()
    click(page.parts.foot.buttons["close"])
    assert page.desk.ask(meetings.meeting, meeting.id).state == "open"
    said = [each.text() for each in page.parts.closing.findChildren(QLabel)]
    assert "会議の日は2月13日（木）です。まだその日ではありません。" in said
    click(page.parts.foot.primary)
    assert page.desk.ask(meetings.meeting, meeting.id).state == "closed"


def test_a_closed_meeting_is_opened_again_with_a_reason(
    qtbot: QtBot, opened: tuple[Desk, Cycle], meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = opened[0]
    page = show_page(qtbot, MeetingPage(*opened))
    page.open_meeting(meeting.id)
    assert page.parts.reopen.isHidden()
    desk.do(close_meeting, meeting)
    answers = ["", "まちがえて閉じた。"]
    monkeypatch.setattr("dxdesk.ui.meeting.hands.ask_line", lambda *_: answers.pop(0))
    click(page.parts.reopen)
    assert desk.ask(meetings.meeting, meeting.id).state == "closed"
    click(page.parts.reopen)
    assert desk.ask(meetings.meeting, meeting.id).state == "open"
    assert page.parts.reopen.isHidden()
    assert page.may_record


def test_each_thing_to_look_at_leads_to_where_it_is_set_right(page: MeetingPage) -> None:
    page.hands.start_closing()
    page.parts.closing.part_requested.emit(item(page, "会議の見直し"))
    assert page.mode == "meeting"
    assert page.part == item(page, "会議の見直し")
    assert page.parts.record_form.text.hasFocus()
    page.hands.start_closing()
    press(Qt.Key.Key_Escape)
    assert page.mode == "meeting"


def test_a_closed_meeting_is_only_looked_at(qtbot: QtBot, opened: tuple[Desk, Cycle], meeting: Meeting) -> None:
    desk, cycle = opened
    desk.do(close_meeting, meeting)
    page = show_page(qtbot, MeetingPage(desk, cycle))
    page.go_to_part(item(page, "書かない窓口"))
    assert not page.may_record
    assert page.parts.record_form.isHidden()
    assert page.parts.edit_meeting.isHidden()
    assert page.parts.foot.buttons["close"].isHidden()
    press(Qt.Key.Key_1, CTRL)
    press(Qt.Key.Key_F2)
    assert page.recording.changing == ""


def test_a_reader_has_no_buttons_that_change_something(
    qtbot: QtBot, opened: tuple[Desk, Cycle], meeting: Meeting
) -> None:
    desk, cycle = opened
    desk.actor = acting("reader")
    page = show_page(qtbot, MeetingPage(desk, cycle))
    page.go_to_part(item(page, "書かない窓口"))
    assert page.parts.record_form.isHidden()
    assert page.parts.foot.buttons["close"].isHidden()
    assert not page.parts.foot.primary.isEnabled()
    page.go_to_part(PEOPLE_KEY)
    assert page.parts.people._forms.isHidden()


def test_without_a_cycle_and_without_a_meeting_it_says_so(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    desk, cycle = opened
    assert show_page(qtbot, MeetingPage(desk, None)).parts._nothing.text() == NO_CYCLE
    desk.do(close_cycle, cycle, "見本のため")
    page = show_page(qtbot, MeetingPage(desk, desk.ask(finding.cycle, only_open=False)))
    assert page.parts._nothing.text() == NO_MEETING_CLOSED
    assert page.parts.foot.primary.isHidden()


def test_several_meetings_of_a_cycle_stand_in_a_list(
    qtbot: QtBot, opened: tuple[Desk, Cycle], meeting: Meeting
) -> None:
    desk, cycle = opened
    desk.do(close_meeting, meeting)
    second = towns.hold(desk, cycle, HEADQUARTERS, date(2025, 2, 20))
    page = show_page(qtbot, MeetingPage(desk, cycle))
    assert [each.words for each in page.parts.meetings.rows.rows()] == [COMMITTEE, HEADQUARTERS]
    assert page.parts.meetings.chosen == second.id, "the one that is open is meant"
    page.parts.meetings.setFocus()
    press(Qt.Key.Key_Return)
    assert page.source is not None
    assert page.source.meeting.id == second.id
    click(page.parts.foot.back)
    assert page.source is None
    assert page.parts.meetings.isVisible()


def test_day_and_place_are_set_right(page: MeetingPage, meeting: Meeting) -> None:
    click(page.parts.edit_meeting)
    assert page.parts.form.day.hasFocus()
    assert not page.parts.form.body.isEnabled()
    page.parts.form.day.setText("2/20")
    page.parts.form.place.setText("小会議室")
    click(page.parts.foot.primary)
    found = page.desk.ask(meetings.meeting, meeting.id)
    assert (found.day, found.place) == (date(2025, 2, 20), "小会議室")
    assert page.mode == "meeting"
    assert "小会議室" in page.parts.top.when.text()


@pytest.mark.parametrize("town", TOWNS)
def test_every_plan_holds_its_meeting_from_opening_to_minutes(
    town: str, qtbot: QtBot, empty_file: Path, tmp_path: Path
) -> None:
    plan = real_plan(town)
    desk, cycle = towns.town(empty_file, tmp_path, plan)
    page = show_page(qtbot, MeetingPage(desk, cycle))
    click(page.parts.foot.primary)
    click(page.parts.foot.primary)
    (held,) = desk.ask(meetings.meetings, cycle.id)
    assert held.body_name == plan.bodies[0].name
    desk.do(fill_agenda, held, REST_TITLE)
    click(page.parts.foot.primary)
    click(page.parts.foot.primary)
    assert len(desk.ask(meetings.decisions, held.id)) == 1
    click(page.parts.foot.buttons["close"])
    with qtbot.waitSignal(page.page_requested):
        click(page.parts.foot.primary)
    desk.close()


def test_the_headquarters_take_up_what_the_committee_referred(qtbot: QtBot, empty_file: Path, tmp_path: Path) -> None:
    plan = real_plan("miharu")
    desk, cycle = towns.town(empty_file, tmp_path, plan)
    committee = towns.hold(desk, cycle, "DX推進委員会")
    desk.do(fill_agenda, committee, REST_TITLE)
    page = show_page(qtbot, MeetingPage(desk, cycle))
    page.go_to_part(item(page, REST_TITLE))
    page.parts.record_form.decision.result.show_value("referred")
    assert page.recording.record()
    page.hands.start_closing()
    page.hands.act("close")
    assert desk.ask(meetings.meeting, committee.id).state == "closed"
    assert page.notice() is not None
    with qtbot.waitSignal(page.notice_changed):
        page.hands.go_back()
    assert page.notice() is None
    page.open_meeting(committee.id)
    assert page.notice() is not None
    with qtbot.waitSignal(page.notice_changed):
        page.hands.start_holding()
    assert page.notice() is None
    page.parts.form.body.setCurrentIndex(page.parts.form.body.findText("DX推進本部"))
    click(page.parts.foot.primary)
    assert [each.body_name for each in desk.ask(meetings.meetings, cycle.id)] == ["DX推進委員会", "DX推進本部"]
    assert page.source is not None
    assert page.source.meeting.body_name == "DX推進本部"
    assert page.parts.people.people.rows.rows()[0].title.startswith("本部長")  # type: ignore[attr-defined]
    desk.close()


def test_a_new_meeting_is_never_written_over_the_one_that_was_open(page: MeetingPage, meeting: Meeting) -> None:
    page.hands.start_holding()
    page.refresh()
    assert page.parts.foot.primary.text() == "会議を用意する"
    page.parts.form.day.setText("2/27")
    click(page.parts.foot.primary)
    assert page.cycle is not None
    days = [each.day for each in page.desk.ask(meetings.meetings, page.cycle.id)]
    assert days == [meeting.day, date(2025, 2, 27)]


@pytest.mark.parametrize(("width", "height"), [(1366, 648), (1024, 540), (1920, 950)])
def test_one_button_is_filled_in_every_part_and_nothing_is_wider_than_the_window(
    qtbot: QtBot, opened: tuple[Desk, Cycle], meeting: Meeting, width: int, height: int
) -> None:
    page = show_page(qtbot, MeetingPage(*opened), width, height)
    steps: tuple[Callable[[], object], ...] = (
        lambda: page.go_to_part(item(page, "書かない窓口")),
        lambda: page.go_to_part(item(page, "前回の宿題について")),
        page.hands.start_closing,
        page.hands.go_back,
        page.hands.start_editing,
        page.hands.go_back,
        page.hands.go_back,
        page.hands.start_holding,
    )
    for go in steps:
        go()
        assert filled(page) == [page.parts.foot.primary]
        assert (page.width(), page.height()) == (width, height)
        assert page.minimumSizeHint().width() <= width
    assert page.parts.foot.geometry().bottom() <= height


def test_in_a_narrow_window_the_parts_are_a_drop_down_list(
    qtbot: QtBot, opened: tuple[Desk, Cycle], meeting: Meeting
) -> None:
    page = show_page(qtbot, MeetingPage(*opened), 1024, 540)
    box = page.parts.part_box
    assert not page.parts.parts.isVisible()
    place = box.findText("協議2 書かない窓口")
    box.setCurrentIndex(place)
    box.activated.emit(place)
    assert page.part == item(page, "書かない窓口")
    assert page.parts.record_form.isVisible()


def test_the_focus_enters_what_is_open(qtbot: QtBot, opened: tuple[Desk, Cycle], meeting: Meeting) -> None:
    page = show_page(qtbot, MeetingPage(*opened))
    page.setFocus()
    assert page.parts.parts.hasFocus()
    page.hands.go_back()
    page.setFocus()
    assert page.parts.meetings.hasFocus()
    page.hands.start_holding()
    page.setFocus()
    assert page.parts.form.day.hasFocus()


def test_the_agenda_is_made_from_the_meeting_in_two_clicks(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    held = towns.hold(*opened)
    page = show_page(qtbot, MeetingPage(*opened))
    assert page.parts.foot.primary.text() == "次第をつくる"
    with qtbot.waitSignal(page.page_requested) as asked:
        click(page.parts.foot.primary)
    assert asked.args == ["agenda", held.id]
