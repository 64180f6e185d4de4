"""What is decided, given, said and corrected is recorded by keys alone and by the mouse alone; so is who came."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import Meeting
from dxdesk.operations.agenda_changes import fill_agenda
from dxdesk.store.queries import meetings
from dxdesk.ui.meeting.page import MeetingPage
from dxdesk.ui.meeting.rows import PersonRow
from dxdesk.wording.meeting_screen import REST_TITLE
from tests.builders import SOUMU, uid
from tests.ui.meeting import towns
from tests.ui.meeting.conftest import show_page
from tests.ui.meeting.hands import CTRL, LEFT, click, item, press, texts, write


@pytest.fixture
def meeting(opened: tuple[Desk, Cycle]) -> Meeting:
    """A meeting with the proposed agenda."""
    held = towns.hold(*opened)
    opened[0].do(fill_agenda, held, REST_TITLE)
    return held


@pytest.fixture
def page(qtbot: QtBot, opened: tuple[Desk, Cycle], meeting: Meeting) -> MeetingPage:
    return show_page(qtbot, MeetingPage(*opened))


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


def test_what_is_to_be_done_is_for_the_department_of_the_item_unless_somebody_says_otherwise(
    page: MeetingPage, meeting: Meeting
) -> None:
    page.go_to_part(item(page, "書かない窓口"))
    press(Qt.Key.Key_2, CTRL)
    owners = page.parts.record_form.action.owners
    assert owners.value() == (uid(SOUMU),)
    page.go_to_part(item(page, "前回の宿題について"))
    press(Qt.Key.Key_2, CTRL)
    assert owners.value() == ()
    page.go_to_part(item(page, "書かない窓口"))
    assert page.source is not None
    assert not page.source.drafts, "what nobody has typed is no unfinished record"


def test_a_decision_without_words_is_said_as_the_minutes_say_it(page: MeetingPage, meeting: Meeting) -> None:
    page.go_to_part(item(page, "書かない窓口"))
    form = page.parts.record_form
    click(next(each for key, each in form.decision.result._buttons.items() if key == "continued"))
    click(page.parts.foot.primary)
    assert texts(page, meeting) == ["継続協議とした。"]


def test_a_report_is_noted_with_one_click(page: MeetingPage, meeting: Meeting) -> None:
    page.go_to_part(item(page, "前回の宿題について"))
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
    assert page.parts.records.rows.rows()[0].words == "遅れ → 要注意"
    assert page.parts.top.counts.text().endswith("・席上修正 1")
    assert page.desk.undo()
    assert page.parts.parts.rows.rows()[4].status == "late"  # type: ignore[attr-defined]
    assert not page.desk.ask(meetings.record, meeting).corrections
    assert page.desk.redo()
    assert page.parts.records.rows.rows()[0].words == "遅れ → 要注意"


def test_a_correction_stays_and_says_so_and_the_choice_shows_what_stands(page: MeetingPage, meeting: Meeting) -> None:
    page.go_to_part(item(page, "書かない窓口"))
    press(Qt.Key.Key_4, CTRL)
    form = page.parts.record_form
    assert form.correction.choice.placeholderText() == "いま：遅れ"
    for _time in range(2):
        form.correction.choice.setCurrentIndex(form.correction.choice.findData("warn"))
        form.correction.asked_by.setEditText(towns.CHAIR)
        press(Qt.Key.Key_Return, CTRL)
    assert "もうその内容です" in form.message.text
    assert form.correction.choice.placeholderText() == "いま：要注意"
    page.parts.records.choose("correction:0")
    click(page.parts.delete)
    assert form.message.text.startswith("席上修正は消せません。")
    assert len(page.desk.ask(meetings.record, meeting).corrections) == 1


def test_the_arrows_go_from_kind_to_kind_and_tab_into_the_text(page: MeetingPage) -> None:
    page.go_to_part(item(page, "書かない窓口"))
    form = page.parts.record_form
    form.tabs["decision"].setFocus()
    kinds = []
    for _ in range(3):
        press(Qt.Key.Key_Right)
        kinds.append(form.kind)
    assert kinds == ["action", "remark", "correction"]
    assert form.tabs["correction"].hasFocus()
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Tab)
    assert (form.kind, form.text.hasFocus()) == ("remark", True)
    press(Qt.Key.Key_2, CTRL)
    assert (form.kind, form.text.hasFocus()) == ("action", True)
    click(form.tabs["decision"])
    assert (form.kind, form.text.hasFocus()) == ("decision", True)


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
    page.parts.record_form.action.owners.show_value([])
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
    page.go_to_part(item(page, "前回の宿題について"))
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
    page.go_to_part(item(page, "前回の宿題について"))
    click(page.parts.foot.primary)
    press(Qt.Key.Key_F2)
    write("とちゅう")
    press(Qt.Key.Key_Escape)
    assert texts(page, meeting) == ["了承した。"]
    assert page.recording.changing == ""
    assert not any("change:" in key for key in page.source.drafts) if page.source else False


def test_a_record_is_deleted_and_comes_back(page: MeetingPage, meeting: Meeting) -> None:
    page.go_to_part(item(page, "前回の宿題について"))
    click(page.parts.foot.primary)
    click(page.parts.delete)
    assert texts(page, meeting) == []
    page.desk.undo()
    assert texts(page, meeting) == ["了承した。"]
    page.desk.redo()
    assert texts(page, meeting) == []


def test_recording_is_taken_back_and_done_again(page: MeetingPage, meeting: Meeting) -> None:
    page.go_to_part(item(page, "前回の宿題について"))
    click(page.parts.foot.primary)
    page.desk.undo()
    assert texts(page, meeting) == []
    page.desk.redo()
    assert texts(page, meeting) == ["了承した。"]


def test_keys_walk_along_the_records(page: MeetingPage) -> None:
    page.go_to_part(item(page, "前回の宿題について"))
    for result in ("noted", "continued"):
        page.parts.record_form.decision.result.show_value(result)
        page.recording.record()
    records = page.parts.records
    newest = records.chosen
    assert newest == records.rows.rows()[-1].key
    press(Qt.Key.Key_Up, CTRL)
    assert records.chosen == records.rows.rows()[0].key
    press(Qt.Key.Key_Down, CTRL)
    assert records.chosen == newest


def test_attendance_is_noted_by_keys(page: MeetingPage, meeting: Meeting) -> None:
    people = page.parts.people
    people.people.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Right)
    rows = page.desk.ask(meetings.attendance, meeting.id)
    assert [each.presence for each in rows] == ["present", "absent", "present"]
    press(Qt.Key.Key_Right)
    assert people.proxy.name.hasFocus()
    write("阿部　二郎")
    press(Qt.Key.Key_Tab)
    write("課長補佐")
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


@pytest.mark.parametrize("leaving", ["enter", "another row", "another field"])
def test_the_name_of_a_proxy_is_taken_however_one_goes_on(
    page: MeetingPage, meeting: Meeting, qtbot: QtBot, leaving: str
) -> None:
    people = page.parts.people
    people.people.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)
    people.proxy.name.setFocus()
    write("阿部　二郎")
    if leaving == "enter":
        press(Qt.Key.Key_Return)
    elif leaving == "another field":
        people.new.name.setFocus()
    else:
        people.people.choose(people.people.rows.rows()[0].key)
    qtbot.waitUntil(lambda: page.desk.ask(meetings.attendance, meeting.id)[1].name == "阿部　二郎")
    assert page.desk.ask(meetings.attendance, meeting.id)[1].proxy_for == towns.MEMBER
    assert people.proxy.isHidden()


def test_a_title_without_a_name_is_no_proxy_and_the_row_says_what_to_do(
    page: MeetingPage, meeting: Meeting, qtbot: QtBot
) -> None:
    people = page.parts.people
    people.people.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Left):
        press(key)
    chosen = people.people.rows.row_of(people.people.currentIndex())
    assert isinstance(chosen, PersonRow)
    assert chosen.presence == "proxy"
    people.proxy.title.setFocus()
    write("阿部　二郎")
    people.new.name.setFocus()
    qtbot.waitUntil(lambda: people._proxy_hint.text() == "氏名を書いてください。氏名がないと代理になりません。")
    assert people.proxy.isVisible()
    assert [each.presence for each in page.desk.ask(meetings.attendance, meeting.id)][1] == "observer"


def test_who_explains_comes_without_a_seat(page: MeetingPage, meeting: Meeting) -> None:
    people = page.parts.people
    people.new.name.setText("内田　修")
    people.new.title.setText("情報システム係長")
    click(people.new.button)
    added = page.desk.ask(meetings.attendance, meeting.id)[-1]
    assert (added.title, added.presence, added.position) == ("情報システム係長", "present", "staff")
    assert people._quorum.text() == "✓ 会議は成立します（過半数2名）"
    assert people._counts.text() == "出席 3　説明員・事務局 1"
    people.standing.setCurrentIndex(1)
    people.new.name.setText("新しい委員")
    click(people.new.button)
    assert page.desk.ask(meetings.attendance, meeting.id)[-1].position == "member"
    assert people._quorum.text() == "✓ 会議は成立します（過半数3名）"


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
    people.standing.setCurrentIndex(2)
    click(people.new.button)
    assert [each.presence for each in page.desk.ask(meetings.attendance, meeting.id)][-1] == "observer"
    people.people.setFocus()
    people.people.choose("山" * 40)
    assert people.remove.isVisible()
    press(Qt.Key.Key_Delete)
    assert len(page.desk.ask(meetings.attendance, meeting.id)) == 3
    people.people.choose(towns.MEMBER)
    assert not people.remove.isVisible()
