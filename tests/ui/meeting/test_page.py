"""A meeting is held, recorded and closed by keys alone and by the mouse alone."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import Meeting
from dxdesk.operations.agenda_changes import fill_agenda
from dxdesk.operations.cycles import close_cycle
from dxdesk.operations.meetings import close_meeting
from dxdesk.store.queries import finding, meetings, minutes
from dxdesk.ui.meeting.page import MeetingPage
from dxdesk.ui.meeting.rows import PEOPLE_KEY
from dxdesk.wording_meeting_screen import NO_MEETING, NO_MEETING_READER, REST_TITLE
from dxdesk.wording_screen import NO_CYCLE
from tests.builders import COMMITTEE, HEADQUARTERS, SOUMU, acting, real_plan, uid
from tests.plan_samples import TOWNS
from tests.ui.meeting import towns
from tests.ui.meeting.conftest import show_page

CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def meeting(opened: tuple[Desk, Cycle]) -> Meeting:
    """A meeting with the proposed agenda."""
    held = towns.hold(*opened)
    opened[0].do(fill_agenda, held, REST_TITLE)
    return held


@pytest.fixture
def page(qtbot: QtBot, opened: tuple[Desk, Cycle], meeting: Meeting) -> MeetingPage:
    return show_page(qtbot, MeetingPage(*opened))


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def write(words: str) -> None:
    """Text, to whatever has the focus."""
    focused = QApplication.focusWidget()
    if isinstance(focused, QLineEdit):
        focused.insert(words)
    else:
        assert isinstance(focused, QTextEdit)
        focused.textCursor().insertText(words)


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, LEFT)


def item(page: MeetingPage, title: str) -> str:
    assert page.source is not None
    return next(each.id for each in page.source.record.items if each.title == title)


def texts(page: MeetingPage, meeting: Meeting) -> list[str]:
    record = page.desk.ask(meetings.record, meeting)
    decided, given = [each.text for each in record.decisions], [each.text for each in record.actions]
    return [*decided, *given, *(each.text for each in record.remarks)]


def filled(page: MeetingPage) -> list[QWidget]:
    return [each for each in page.findChildren(QWidget) if each.property("look") == "primary" and each.isVisible()]


def test_the_only_meeting_of_a_cycle_is_shown_at_once(page: MeetingPage, meeting: Meeting) -> None:
    assert page.source is not None
    assert page.source.meeting.id == meeting.id
    assert page.part == PEOPLE_KEY
    assert filled(page) == [page.parts.foot.primary]


def test_a_meeting_is_opened_by_keys_with_the_day_of_the_cycle(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    desk, cycle = opened
    page = show_page(qtbot, MeetingPage(desk, cycle))
    assert page.parts._nothing.text() == NO_MEETING
    assert page.parts.foot.primary.text() == "会議を開く"
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


def test_a_decision_and_an_action_are_recorded_by_keys_alone(page: MeetingPage, meeting: Meeting) -> None:
    page.go_to_part(item(page, "書かない窓口"))
    write("4月から始める。")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return, CTRL)
    press(Qt.Key.Key_2, CTRL)
    write("様式を数える。")
    page.parts.record_form.action.owners.show_value([uid(SOUMU)])
    press(Qt.Key.Key_Return, CTRL)
    record = page.desk.ask(meetings.record, meeting)
    assert [(each.text, each.result) for each in record.decisions] == [("4月から始める。", "approved")]
    assert [(each.text, each.departments, each.due) for each in record.actions] == [
        ("様式を数える。", (uid(SOUMU),), None)
    ]
    assert page.parts.record_form.kind == "action", "the kind stays for the next one"
    assert page.parts.record_form.text.hasFocus()


def test_a_decision_without_words_is_said_as_the_minutes_say_it(page: MeetingPage, meeting: Meeting) -> None:
    page.go_to_part(item(page, "書かない窓口"))
    form = page.parts.record_form
    click(next(each for key, each in form.decision.result._buttons.items() if key == "continued"))
    click(page.parts.foot.primary)
    assert texts(page, meeting) == ["継続協議とした。"]


def test_a_report_is_noted_with_one_click(page: MeetingPage, meeting: Meeting) -> None:
    page.go_to_part(item(page, "前回の宿題"))
    click(page.parts.foot.primary)
    (decision,) = page.desk.ask(meetings.decisions, meeting.id)
    assert (decision.result, decision.text) == ("noted", "了承した。")


def test_a_remark_has_a_speaker_from_the_attendance_and_may_be_kept_private(
    page: MeetingPage, meeting: Meeting
) -> None:
    page.go_to_part(item(page, "書かない窓口"))
    press(Qt.Key.Key_3, CTRL)
    write("混まないか。")
    remark = page.parts.record_form.remark
    assert [remark.speaker.itemText(place) for place in range(remark.speaker.count())] == [
        towns.CHAIR, towns.MEMBER, towns.THIRD, "事務局",
    ]  # fmt: skip
    remark.speaker.setCurrentIndex(1)
    remark.kind.show_value("question")
    click(remark.private)
    press(Qt.Key.Key_Return, CTRL)
    (found,) = page.desk.ask(meetings.remarks, meeting.id)
    assert (found.speaker, found.kind, found.public) == (towns.MEMBER, "question", False)


def test_a_correction_in_the_room_changes_the_item_that_is_shown(page: MeetingPage, meeting: Meeting) -> None:
    page.go_to_part(item(page, "書かない窓口"))
    press(Qt.Key.Key_4, CTRL)
    correction = page.parts.record_form.correction
    correction.choice.setCurrentIndex(correction.choice.findData("warn"))
    correction.asked_by.setEditText(towns.CHAIR)
    press(Qt.Key.Key_Return, CTRL)
    assert page.source is not None
    (found,) = page.source.record.corrections
    assert (found.field, found.before, found.after, found.asked_by) == ("status", "late", "warn", towns.CHAIR)
    assert page.parts.parts.rows.rows()[4].status == "warn"  # type: ignore[attr-defined]
    assert page.parts.records.rows.rows()[0].words == "要注意"


@pytest.mark.parametrize(
    ("kind", "said"),
    [("decision", "結論を1つ"), ("action", "担当の課"), ("remark", "だれの発言か"), ("correction", "今の状況を1つ")],
)
def test_what_is_missing_is_said_and_nothing_is_recorded(
    page: MeetingPage, meeting: Meeting, kind: str, said: str
) -> None:
    page.go_to_part(item(page, "書かない窓口"))
    page.recording.choose_kind(kind)  # type: ignore[arg-type]
    page.parts.record_form.correction.asked_by.setEditText(towns.CHAIR)
    page.parts.record_form.text.append_text("途中")
    click(page.parts.foot.primary)
    assert said in page.parts.record_form.message.text
    assert texts(page, meeting) == []
    assert page.parts.record_form.text.typed() == "途中"


def test_a_day_that_cannot_be_read_keeps_the_text(page: MeetingPage, meeting: Meeting) -> None:
    page.go_to_part(item(page, "書かない窓口"))
    page.recording.choose_kind("action")
    form = page.parts.record_form
    form.text.append_text("数える。")
    form.action.owners.show_value([uid(SOUMU)])
    form.action.due.line.setText("そのうち")
    assert not page.recording.record()
    assert form.action.due.line.hasFocus()
    form.action.due.line.setText("R7.3.31")
    assert page.recording.record()
    assert page.desk.ask(meetings.actions, meeting.id)[0].due == date(2025, 3, 31)


def test_a_record_is_set_right_where_it_stands_and_taken_back(page: MeetingPage, meeting: Meeting) -> None:
    page.go_to_part(item(page, "前回の宿題"))
    click(page.parts.foot.primary)
    press(Qt.Key.Key_F2)
    assert page.parts.foot.primary.text() == "記録を直す（Ctrl+Enter）"
    page.parts.record_form.text.selectAll()
    write("報告を受けた。")
    press(Qt.Key.Key_Return, CTRL)
    assert texts(page, meeting) == ["報告を受けた。"]
    page.desk.undo()
    assert texts(page, meeting) == ["了承した。"]
    page.desk.redo()
    assert texts(page, meeting) == ["報告を受けた。"]


def test_leaving_a_record_as_it_stands_changes_nothing(page: MeetingPage, meeting: Meeting) -> None:
    page.go_to_part(item(page, "前回の宿題"))
    click(page.parts.foot.primary)
    press(Qt.Key.Key_F2)
    write("とちゅう")
    press(Qt.Key.Key_Escape)
    assert texts(page, meeting) == ["了承した。"]
    assert page.recording.changing == ""
    assert not any("change:" in key for key in page.source.drafts) if page.source else False


def test_a_record_is_deleted_and_comes_back(page: MeetingPage, meeting: Meeting) -> None:
    page.go_to_part(item(page, "前回の宿題"))
    click(page.parts.foot.primary)
    click(page.parts.delete)
    assert texts(page, meeting) == []
    page.desk.undo()
    assert texts(page, meeting) == ["了承した。"]
    page.desk.redo()
    assert texts(page, meeting) == []


def test_recording_is_taken_back_and_done_again(page: MeetingPage, meeting: Meeting) -> None:
    page.go_to_part(item(page, "前回の宿題"))
    click(page.parts.foot.primary)
    page.desk.undo()
    assert texts(page, meeting) == []
    page.desk.redo()
    assert texts(page, meeting) == ["了承した。"]


def test_keys_walk_along_the_records(page: MeetingPage) -> None:
    page.go_to_part(item(page, "前回の宿題"))
    for result in ("noted", "continued"):
        page.parts.record_form.decision.result.show_value(result)
        page.recording.record()
    records = page.parts.records
    first = records.chosen
    press(Qt.Key.Key_Down, CTRL)
    assert records.chosen != first
    press(Qt.Key.Key_Up, CTRL)
    assert records.chosen == first


def test_attendance_is_noted_by_keys(page: MeetingPage, meeting: Meeting) -> None:
    people = page.parts.people
    people.people.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Right)
    rows = page.desk.ask(meetings.attendance, meeting.id)
    assert [each.presence for each in rows] == ["present", "absent", "present"]
    press(Qt.Key.Key_Right)
    assert people.proxy.title.hasFocus()
    write("課長補佐")
    press(Qt.Key.Key_Tab)
    write("阿部　二郎")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    found = page.desk.ask(meetings.attendance, meeting.id)[1]
    assert (found.name, found.title, found.presence, found.proxy_for) == (
        "阿部　二郎",
        "課長補佐",
        "proxy",
        towns.MEMBER,
    )
    page.desk.undo()
    page.desk.undo()
    assert [each.presence for each in page.desk.ask(meetings.attendance, meeting.id)] == ["present"] * 3


def test_attendance_is_noted_by_mouse_and_the_quorum_follows(page: MeetingPage, meeting: Meeting) -> None:
    people = page.parts.people
    assert people._quorum.text() == "✓ 会議は成立します（過半数2名）"
    for name in (towns.MEMBER, towns.THIRD):
        place = people.people.visualRect(people.people.rows.index_of(name))
        QTest.mouseClick(
            people.people.viewport(), LEFT, pos=QPoint(place.right() - 16 - 60 * 3 + 30, place.center().y())
        )
    assert [each.presence for each in page.desk.ask(meetings.attendance, meeting.id)] == ["present", "absent", "absent"]
    assert people._quorum.text() == "あと1名で成立します（過半数2名）"


def test_somebody_is_added_and_taken_off_again_and_a_member_stays(page: MeetingPage, meeting: Meeting) -> None:
    people = page.parts.people
    people.new.title.setText("記者")
    people.new.name.setText("山" * 40)
    people.as_presence.setCurrentIndex(1)
    click(people.new.button)
    assert [each.presence for each in page.desk.ask(meetings.attendance, meeting.id)][-1] == "observer"
    people.people.setFocus()
    people.people.choose("山" * 40)
    assert people.remove.isVisible()
    press(Qt.Key.Key_Delete)
    assert len(page.desk.ask(meetings.attendance, meeting.id)) == 3
    people.people.choose(towns.MEMBER)
    assert not people.remove.isVisible()


def test_the_meeting_is_closed_after_a_look_and_the_minutes_are_made(
    qtbot: QtBot, page: MeetingPage, meeting: Meeting
) -> None:
    page.go_to_part(item(page, "書かない窓口"))
    page.parts.record_form.text.append_text("書きかけ")
    click(page.parts.foot.buttons["close"])
    assert page.mode == "closing"
    assert page.parts.foot.primary.hasFocus()
    press(Qt.Key.Key_Space)
    assert page.desk.ask(meetings.meeting, meeting.id).state == "closed"
    with qtbot.waitSignal(page.page_requested) as asked:
        press(Qt.Key.Key_Space)
    assert asked.args == ["minutes", meeting.id]
    assert len(page.desk.ask(minutes.versions, meeting.id)) == 1
    assert page.parts.foot.primary.text() == "会議録を見る"
    notice = page.notice()
    assert notice is not None


def test_a_meeting_with_nothing_to_look_at_is_closed_at_once(page: MeetingPage, meeting: Meeting) -> None:
    for title in ("書かない窓口", "会議の見直し"):
        page.go_to_part(item(page, title))
        page.parts.record_form.decision.result.show_value("approved")
        assert page.recording.record()
    click(page.parts.foot.buttons["close"])
    assert page.desk.ask(meetings.meeting, meeting.id).state == "closed"


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
    assert page.parts._nothing.text() == NO_MEETING_READER
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
    assert "小会議室" in page.parts._when.text()


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
    if page.mode == "closing":
        click(page.parts.foot.primary)
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
    assert desk.ask(meetings.meeting, committee.id).state == "closed"
    page.hands.start_holding()
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
    assert page.parts.foot.primary.text() == "会議を開く"
    page.parts.form.day.setText("2/27")
    click(page.parts.foot.primary)
    assert page.cycle is not None
    days = [each.day for each in page.desk.ask(meetings.meetings, page.cycle.id)]
    assert days == [meeting.day, date(2025, 2, 27)]
