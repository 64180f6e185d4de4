"""The agenda is put together by keys alone and by the mouse alone, and every act can be taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import Meeting
from dxdesk.operations.meeting_records import record_remark
from dxdesk.store.queries import meeting_drafts, meetings
from dxdesk.ui.agenda.page import AgendaPage
from dxdesk.ui.agenda.rows import is_rest
from dxdesk.ui.projection.screens import ScreenPlace
from dxdesk.ui.projection.show import Projection
from dxdesk.wording.meeting_screen import REST_TITLE
from dxdesk.wording.projection import SECOND_MISSING, SECOND_THERE, START_KEY
from tests.ui.agenda.hands import choose, click, press, titles
from tests.ui.meeting import towns
from tests.ui.meeting.conftest import show_page

ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def meeting(opened: tuple[Desk, Cycle]) -> Meeting:
    return towns.hold(*opened)


@pytest.fixture
def page(qtbot: QtBot, opened: tuple[Desk, Cycle], meeting: Meeting) -> AgendaPage:
    """The page as it is when it is opened: filled with the proposal."""
    found = show_page(qtbot, AgendaPage(*opened))
    found.parts.items.setFocus()
    return found


def test_an_empty_agenda_is_filled_with_the_proposal_and_two_clicks_confirm_it(page: AgendaPage) -> None:
    assert titles(page) == ["前回の宿題について", "その他の報告について", "会議の見直し", "書かない窓口", REST_TITLE]
    click(page.parts.foot.primary)
    assert page.source is not None
    assert page.source.meeting.agenda_confirmed is not None
    assert not page.can_change


def test_the_proposal_is_taken_back_and_not_offered_again(page: AgendaPage) -> None:
    page.desk.undo()
    assert titles(page) == []
    page.hide()
    page.show()
    assert titles(page) == []
    assert not page.parts.foot.primary.isEnabled()
    page.desk.redo()
    assert titles(page)[-1] == REST_TITLE


def test_a_person_moves_an_item_by_keys_and_takes_it_back(page: AgendaPage) -> None:
    before = titles(page)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Up, ALT)
    assert titles(page) == [before[1], before[0], *before[2:]]
    press(Qt.Key.Key_Up, ALT)
    assert titles(page) == [before[1], before[0], *before[2:]]
    page.desk.undo()
    assert titles(page) == before


def test_enter_makes_a_discussion_a_report_and_back(page: AgendaPage) -> None:
    choose(page, "書かない窓口")
    press(Qt.Key.Key_Return)
    assert page.source is not None
    kinds = {each.title: each.kind for each in page.source.items}
    assert kinds["書かない窓口"] == "report"
    press(Qt.Key.Key_Return)
    assert {each.title: each.kind for each in page.source.items}["書かない窓口"] == "discuss"


def test_an_item_is_dragged_to_another_place(page: AgendaPage) -> None:
    before, items = titles(page), page.parts.items
    last = items.rows.rowCount() - 1
    items.choose(items.rows.rows()[last].key)
    items.verticalScrollBar().setValue(0)
    assert items.place_at(QPoint(40, -5)) == 0
    mime = QMimeData()
    event = QDropEvent(QPointF(40, 2), Qt.DropAction.MoveAction, mime, LEFT, Qt.KeyboardModifier.NoModifier)
    assert event.source() is None
    items.dropEvent(event)
    assert titles(page) == before, "what comes from elsewhere changes nothing"
    items.move_requested.emit(items.chosen, items.place_at(QPoint(40, -5)))
    assert titles(page) == [before[-1], *before[:-1]]


def test_an_item_is_taken_off_by_key_and_comes_back_with_its_memo(page: AgendaPage) -> None:
    choose(page, "書かない窓口")
    editor = page.parts.items.editor
    assert editor is not None
    editor.memo.setText("先に表を示す")
    assert page.leave()
    page.parts.items.setFocus()
    press(Qt.Key.Key_Delete)
    assert "書かない窓口" not in titles(page)
    page.desk.undo()
    choose(page, "書かない窓口")
    editor = page.parts.items.editor
    assert editor is not None
    assert editor.memo.text() == "先に表を示す"


def test_what_is_typed_into_a_card_is_saved_by_itself(qtbot: QtBot, page: AgendaPage) -> None:
    choose(page, "書かない窓口")
    editor = page.parts.items.editor
    assert editor is not None
    press(Qt.Key.Key_Tab)
    assert editor.minutes.hasFocus()
    editor.minutes.selectAll()
    editor.minutes.insert("２５")
    press(Qt.Key.Key_Tab)
    editor.ask.insert("広げてよいか")
    with qtbot.waitSignal(page.save_state_changed, check_params_cb=lambda state: state == "saved"):
        press(Qt.Key.Key_Tab)
    assert page.source is not None
    item = next(each for each in page.source.items if each.title == "書かない窓口")
    assert (item.minutes, item.ask) == (25, "広げてよいか")
    assert editor.memo.hasFocus()
    press(Qt.Key.Key_Escape)
    assert page.parts.items.hasFocus()


def test_what_was_typed_into_one_card_is_taken_back_at_once(page: AgendaPage) -> None:
    choose(page, "書かない窓口")
    editor = page.parts.items.editor
    assert editor is not None
    editor.ask.setText("広げてよいか")
    assert page.leave()
    choose(page, REST_TITLE)
    page.desk.undo()
    assert page.source is not None
    assert next(each.ask for each in page.source.items if each.title == "書かない窓口") != "広げてよいか"


def test_a_memo_stays_on_this_computer_and_out_of_the_agenda(page: AgendaPage, meeting: Meeting) -> None:
    choose(page, REST_TITLE)
    editor = page.parts.items.editor
    assert editor is not None
    editor.memo.setText("時間が押したら飛ばす")
    assert page.leave()
    kept = page.desk.ask(meeting_drafts.drafts, meeting.id)
    assert [each["text"] for each in kept.values()] == ["時間が押したら飛ばす"]
    assert "時間が押したら飛ばす" not in repr(page.desk.ask(meetings.agenda, meeting.id))


def test_a_candidate_is_added_by_its_link_and_by_enter(page: AgendaPage) -> None:
    candidates = page.parts.candidates
    free = next(each for each in candidates.rows.rows() if getattr(each, "standing", "") == "free" and each.key)
    index = candidates.rows.index_of(free.key)
    candidates.scrollTo(index)
    place = candidates.visualRect(index)
    QTest.mouseClick(candidates.viewport(), LEFT, pos=QPoint(place.right() - 30, place.center().y()))
    assert page.source is not None
    assert [each.unit for each in page.source.items].index(free.key) == len(page.source.items) - 2, "before the rest"
    other = next(
        each for each in candidates.rows.rows() if getattr(each, "standing", "") in ("free", "covered") and each.key
    )
    candidates.setFocus()
    candidates.choose(other.key)
    press(Qt.Key.Key_Return)
    assert page.source.items[-2].unit == other.key
    assert is_rest(page.source.items[-1])


def test_a_click_beside_the_link_adds_nothing(page: AgendaPage) -> None:
    candidates, before = page.parts.candidates, titles(page)
    for row in candidates.rows.rows():
        if row.key:
            place = candidates.visualRect(candidates.rows.index_of(row.key))
            QTest.mouseClick(candidates.viewport(), LEFT, pos=QPoint(60, place.center().y()))
    assert titles(page) == before


def test_an_item_of_ones_own_is_named_at_once(page: AgendaPage) -> None:
    click(page.parts.add)
    editor = page.parts.items.editor
    assert editor is not None
    assert editor.title.hasFocus()
    editor.title.setText("その他" + "の件" * 20)
    assert page.leave()
    assert titles(page)[-1] == "その他" + "の件" * 20


def test_running_over_is_said_in_minutes(page: AgendaPage) -> None:
    choose(page, "書かない窓口")
    editor = page.parts.items.editor
    assert editor is not None
    editor.minutes.setText("100")
    assert page.leave()
    assert "超えています" in page.parts._total.text()
    assert page.parts._total.property("look") == "overrun"


def test_a_confirmed_agenda_is_changed_only_after_it_is_opened_again(page: AgendaPage, meeting: Meeting) -> None:
    before = titles(page)
    page.ways.go_on()
    press(Qt.Key.Key_Delete)
    page.parts.items.setFocus()
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Return)
    assert titles(page) == before
    assert page.parts.items.editor is None
    click(page.parts.foot.reopen)
    assert page.can_change
    press(Qt.Key.Key_Delete)
    assert len(titles(page)) == len(before) - 1


def test_a_confirmed_agenda_is_projected_and_leads_to_the_meeting(
    qtbot: QtBot, page: AgendaPage, meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[str] = []

    def start(shown: Projection, _laptop: object) -> bool:
        started.append(shown.meeting)
        return True

    monkeypatch.setattr("dxdesk.ui.agenda.ways.start_projection", start)
    page.ways.go_on()
    assert page.parts.foot.primary.text() == START_KEY
    assert page.parts.foot.project.isHidden()
    with qtbot.waitSignal(page.page_requested) as asked:
        page.ways.go_on()
    assert asked.args == ["meeting", meeting.id]
    assert started == [meeting.id]


def test_an_agenda_that_is_not_confirmed_is_projected_by_f5_or_rehearsed(
    page: AgendaPage, meeting: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    def start(*_: object) -> bool:
        done.append("project")
        return False

    monkeypatch.setattr("dxdesk.ui.agenda.ways.start_projection", start)
    monkeypatch.setattr(page.projection, "rehearse", lambda _laptop: done.append("rehearse"))
    press(Qt.Key.Key_F5)
    click(page.parts.foot.project)
    click(page.parts.foot.rehearse)
    assert done == ["project", "project", "rehearse"]
    assert page.projection.meeting == meeting.id


def test_a_screen_that_is_missing_is_said_and_looked_for_again(page: AgendaPage) -> None:
    side = page.parts.side
    assert SECOND_MISSING in " ".join(each.text() for each in side.findChildren(QLabel) if not each.isHidden())
    side.show_screen((ScreenPlace(2, "HDMI-1", "HDMI-1", 1366, 0, 1920, 1080),))
    assert SECOND_THERE in " ".join(each.text() for each in side.findChildren(QLabel) if not each.isHidden())
    side.screens_requested.emit()
    assert SECOND_MISSING in " ".join(each.text() for each in side.findChildren(QLabel) if not each.isHidden())


def test_while_another_meeting_is_projected_this_one_is_not(page: AgendaPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page.projection, "state", "on")
    monkeypatch.setattr("dxdesk.ui.agenda.ways.start_projection", lambda *_: pytest.fail("projected"))
    page.ways.project()
    monkeypatch.setattr(page.projection, "state", "off")
    assert page.projection.meeting == ""


def test_nothing_is_taken_off_once_something_is_recorded(qtbot: QtBot, page: AgendaPage, meeting: Meeting) -> None:
    page.desk.do(record_remark, meeting, 1, "町長", "よい。")
    before = titles(page)
    with qtbot.waitSignal(page.said) as said:
        press(Qt.Key.Key_Delete)
    assert "記録を始めたあと" in said.args[0]
    assert titles(page) == before


def test_the_fields_stand_in_the_chosen_card_after_it_was_moved(qtbot: QtBot, page: AgendaPage) -> None:
    choose(page, "書かない窓口")
    press(Qt.Key.Key_Up, ALT)
    qtbot.wait(10)
    editor = page.parts.items.editor
    assert editor is not None
    assert editor.isVisible()
    assert page.parts.items.visualRect(page.parts.items.currentIndex()).contains(editor.geometry().center())
    editor.memo.setText("先に表を示す")
    assert page.leave()
    assert page.source is not None
    assert page.source.memos == {page.parts.items.chosen: "先に表を示す"}
