"""What is typed stays with its item: over another item, another kind, a restart, and a database that is gone."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QTextBlockFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import Meeting
from dxdesk.operations.agenda_changes import fill_agenda
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries import meeting_drafts, meetings
from dxdesk.ui.meeting.page import MeetingPage
from dxdesk.ui.meeting.rows import PEOPLE_KEY, PartRow
from dxdesk.wording.meeting_screen import REST_TITLE
from tests.ui.entry.conftest import compose, hand_over
from tests.ui.meeting import towns
from tests.ui.meeting.conftest import Reopened, show_page
from tests.ui.meeting.hands import item, texts


@pytest.fixture
def meeting(opened: tuple[Desk, Cycle]) -> Meeting:
    held = towns.hold(*opened)
    opened[0].do(fill_agenda, held, REST_TITLE)
    return held


@pytest.fixture
def page(qtbot: QtBot, opened: tuple[Desk, Cycle], meeting: Meeting) -> MeetingPage:
    found = show_page(qtbot, MeetingPage(*opened))
    found.go_to_part(item(found, "書かない窓口"))
    return found


def unfinished(page: MeetingPage) -> list[str]:
    """The items with 書きかけ."""
    rows = page.parts.parts.rows.rows()
    return [each.words for each in rows if isinstance(each, PartRow) and each.unfinished]


def test_unfinished_text_stays_with_its_item_and_is_marked(page: MeetingPage) -> None:
    form = page.parts.record_form
    form.text.append_text("進めるが、")
    page.go_to_part(item(page, "会議の見直し"))
    assert form.text.typed() == ""
    assert unfinished(page) == ["書かない窓口"]
    form.text.append_text("こちらも途中")
    page.go_to_part(PEOPLE_KEY)
    assert unfinished(page) == ["会議の見直し", "書かない窓口"]
    page.go_to_part(item(page, "書かない窓口"))
    assert form.text.typed() == "進めるが、"


def test_each_kind_keeps_its_own_text(page: MeetingPage) -> None:
    form = page.parts.record_form
    form.text.append_text("決めた文")
    page.recording.choose_kind("remark")
    assert form.text.typed() == ""
    form.text.append_text("言った文")
    form.remark.speaker.setEditText("町長")
    page.recording.choose_kind("decision")
    assert form.text.typed() == "決めた文"
    page.recording.choose_kind("remark")
    assert (form.text.typed(), form.remark.speaker.currentText()) == ("言った文", "町長")


def test_ctrl_enter_first_hands_over_the_name_that_is_being_composed(page: MeetingPage, meeting: Meeting) -> None:
    form = page.parts.record_form
    page.recording.choose_kind("remark")
    form.text.append_text("進めてほしい。")
    speaker = form.remark.speaker
    speaker.setFocus()
    compose(speaker, "ちょうちょう")
    QTest.keyClick(speaker, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (speaker.currentText(), texts(page, meeting)) == ("ちょうちょう", [])
    QTest.keyClick(speaker, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert texts(page, meeting) == ["進めてほしい。"]


def test_unfinished_text_comes_back_after_the_program_was_started_again(
    qtbot: QtBot, page: MeetingPage, meeting: Meeting, reopened: Reopened
) -> None:
    form = page.parts.record_form
    page.recording.choose_kind("action")
    form.text.append_text("途中の宿題")
    form.action.due.line.setText("3/31")
    assert page.leave()
    again = show_page(qtbot, MeetingPage(reopened(page.desk), page.cycle))
    assert unfinished(again) == ["書かない窓口"]
    again.go_to_part(item(again, "書かない窓口"))
    assert again.parts.record_form.kind == "action"
    assert again.parts.record_form.text.typed() == "途中の宿題"
    assert again.parts.record_form.action.due.line.text() == "3/31"


def test_text_is_kept_800_milliseconds_after_the_last_key(qtbot: QtBot, page: MeetingPage, meeting: Meeting) -> None:
    page.parts.record_form.text.append_text("途中")
    assert page.desk.ask(meeting_drafts.drafts, meeting.id) == {}
    qtbot.waitUntil(lambda: bool(page.desk.ask(meeting_drafts.drafts, meeting.id)))
    assert page.recording.autosave.state == "saved"


def test_recording_leaves_nothing_unfinished(page: MeetingPage, meeting: Meeting) -> None:
    page.parts.record_form.text.append_text("進める。")
    assert page.recording.flush()
    page.parts.record_form.decision.result.show_value("approved")
    assert page.recording.record()
    assert page.desk.ask(meeting_drafts.drafts, meeting.id) == {}
    assert unfinished(page) == []


def test_a_missing_conclusion_moves_nothing_under_the_mouse(page: MeetingPage, meeting: Meeting) -> None:
    form = page.parts.record_form
    words = form.decision.result
    before = {key: button.mapTo(page, QPoint()) for key, button in words._buttons.items()}
    height = form.text.height()
    form.text.append_text("移行を2段階に分ける。")
    assert not page.recording.record()
    QApplication.sendPostedEvents()
    assert form.message.text == "結論を1つ選んでください。"
    assert {key: button.mapTo(page, QPoint()) for key, button in words._buttons.items()} == before
    assert form.text.height() == height
    words._buttons["amended"].click()
    assert form.message.text == ""
    assert {key: button.mapTo(page, QPoint()) for key, button in words._buttons.items()} == before


def test_rare_conclusions_stand_in_a_menu_and_nothing_stays_lit(page: MeetingPage, meeting: Meeting) -> None:
    words = page.parts.record_form.decision.result
    assert [each.text() for each in words._buttons.values()] == [
        "承認", "修正して承認", "継続審議", "再検討", "見送り", "了承",
    ]  # fmt: skip
    menu = words.more.menu()
    assert isinstance(menu, QMenu)
    rare = {each.text(): each for each in menu.actions()}
    assert list(rare) == ["廃止", "本部へ付議"]
    rare["廃止"].trigger()
    assert (words.value(), words.more.text(), words.more.isChecked()) == ("abolished", "廃止 ▾", True)
    assert page.recording.record()
    assert page.desk.ask(meetings.decisions, meeting.id)[-1].result == "abolished"
    assert words.value() == ""
    assert words.more.text() == "ほか ▾"
    assert not any(each.isChecked() for each in (*words._buttons.values(), words.more))


def test_beside_the_chosen_word_stands_the_sentence_that_is_printed(page: MeetingPage) -> None:
    form = page.parts.record_form
    assert form._note.isHidden()
    form.decision.result._buttons["approved"].click()
    assert form._note.text() == "会議録の「結果」：原案のとおり決定した。"
    page.recording.choose_kind("remark")
    assert form._note.isHidden()


def test_text_that_was_emptied_again_is_not_unfinished(page: MeetingPage, meeting: Meeting) -> None:
    text = page.parts.record_form.text
    text.append_text("途中")
    assert page.recording.flush()
    text.selectAll()
    text.textCursor().removeSelectedText()
    assert page.recording.flush()
    assert page.desk.ask(meeting_drafts.drafts, meeting.id) == {}


def test_a_change_that_was_begun_comes_back_with_its_record(page: MeetingPage) -> None:
    page.parts.record_form.text.append_text("進める。")
    page.parts.record_form.decision.result.show_value("approved")
    page.recording.record()
    page.recording.change_chosen()
    page.parts.record_form.text.append_text("ただし4月から。")
    page.go_to_part(item(page, "会議の見直し"))
    page.go_to_part(item(page, "書かない窓口"))
    assert page.parts.record_form.text.typed() == ""
    page.recording.change_chosen()
    assert page.parts.record_form.text.typed() == "進める。\nただし4月から。"


def test_during_a_conversion_nothing_is_kept_and_the_first_ctrl_enter_only_hands_the_text_over(
    page: MeetingPage, meeting: Meeting
) -> None:
    form = page.parts.record_form
    form.decision.result.show_value("approved")
    form.text.setFocus()
    compose(form.text, "すすめる")
    page.recording.autosave.touch()
    assert not page.recording.autosave.flush()
    QTest.keyClick(form.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.desk.ask(meetings.decisions, meeting.id) == ()
    assert form.text.typed() == "すすめる"
    QTest.keyClick(form.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [each.text for each in page.desk.ask(meetings.decisions, meeting.id)] == ["すすめる"]


def test_another_item_takes_the_open_conversion_along(page: MeetingPage) -> None:
    form = page.parts.record_form
    form.text.setFocus()
    compose(form.text, "とちゅう")
    page.go_to_part(item(page, "会議の見直し"))
    page.go_to_part(item(page, "書かない窓口"))
    assert form.text.typed() == "とちゅう"
    hand_over(form.text, "です")
    assert "です" in form.text.typed()


def test_what_cannot_be_kept_stays_on_the_screen_and_is_tried_again(page: MeetingPage, meeting: Meeting) -> None:
    gone = StoreUnavailable("disk_full", "town.db")
    with patch.object(page.desk, "do", side_effect=gone):
        page.parts.record_form.text.append_text("消えない文")
        assert not page.leave()
        notice = page.notice()
        assert notice is not None
        assert notice.look == "band-error"
        page.go_to_part(item(page, "会議の見直し"))
        assert page.parts.record_form.text.typed() == "消えない文"
        assert page.part == item(page, "書かない窓口"), "the item stays with its text"
        page.parts.record_form.decision.result.show_value("approved")
        assert not page.recording.record()
        assert "空き" in page.parts.record_form.message.text
    assert page.leave()
    assert page.notice() is None
    assert [each["text"] for each in page.desk.ask(meeting_drafts.drafts, meeting.id).values()] == ["消えない文"]


@pytest.mark.parametrize(("length", "recorded"), [(4_000, True), (4_001, False)])
def test_a_remark_has_up_to_4000_characters(page: MeetingPage, meeting: Meeting, length: int, recorded: bool) -> None:
    page.recording.choose_kind("remark")
    page.parts.record_form.text.append_text("あ" * length)
    page.parts.record_form.remark.speaker.setEditText("町長")
    assert page.recording.record() is recorded
    assert len(page.desk.ask(meetings.remarks, meeting.id)) == recorded
    if not recorded:
        assert "4000文字" in page.parts.record_form.message.text
        assert len(page.parts.record_form.text.typed()) == length


def test_pasted_text_is_as_high_as_typed_text(page: MeetingPage) -> None:
    text = page.parts.record_form.text
    pasted = QMimeData()
    pasted.setText("移行を2段階に分ける。\n窓口を先に行う。")
    text.insertFromMimeData(pasted)
    first = text.document().begin().blockFormat()
    assert text.typed() == "移行を2段階に分ける。\n窓口を先に行う。"
    assert first.lineHeightType() == QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
    assert first.lineHeight() == text.document().lastBlock().blockFormat().lineHeight() > 100
