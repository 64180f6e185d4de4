"""会議の進行: the live copy, its buttons and keys, 事務局メモ, and the times."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import Meeting
from dxdesk.operations.agenda_changes import fill_agenda
from dxdesk.operations.meetings import close_meeting
from dxdesk.store.queries import meeting_drafts, meetings
from dxdesk.ui import reading
from dxdesk.ui.jobs import wait_for_jobs
from dxdesk.ui.meeting.page import MeetingPage
from dxdesk.ui.meeting.rows import PEOPLE_KEY, PartRow
from dxdesk.ui.projection.of_desk import forget_projection, take_projection
from dxdesk.ui.projection.show import Projection
from dxdesk.wording.board import VIEW_WORDS
from dxdesk.wording.meeting_screen import REST_TITLE
from dxdesk.wording.presenter import HIDDEN_SCREEN, NOT_PROJECTED, ON_LAPTOP, ON_SCREEN
from dxdesk.wording.projection import FROZEN, HIDDEN
from tests.ui.entry.conftest import compose
from tests.ui.meeting import towns
from tests.ui.meeting.conftest import Reopened, show_page
from tests.ui.meeting.hands import CTRL, click, item, press
from tests.ui.projection.played import LAPTOP, OTHER, PROJECTOR, PlayedScreens

FIRST, SECOND = "書かない窓口", "会議の見直し"


@pytest.fixture
def meeting(opened: tuple[Desk, Cycle]) -> Meeting:
    held = towns.hold(*opened)
    opened[0].do(fill_agenda, held, REST_TITLE)
    return held


@pytest.fixture
def screens(opened: tuple[Desk, Cycle]) -> Iterator[PlayedScreens]:
    """The desk's projection on two screens."""
    played = PlayedScreens(LAPTOP, PROJECTOR)
    take_projection(opened[0], Projection(opened[0], played))
    yield played
    forget_projection(opened[0])


@pytest.fixture
def page(qtbot: QtBot, opened: tuple[Desk, Cycle], meeting: Meeting, screens: PlayedScreens) -> MeetingPage:
    assert screens.places()
    found = show_page(qtbot, MeetingPage(*opened))
    found.go_to_part(item(found, FIRST))
    return found


def shown_code(page: MeetingPage) -> str | None:
    return page.presenter.projector.position.code


def number(page: MeetingPage, title: str) -> int:
    assert page.source is not None
    return page.source.number_of(item(page, title))


def test_an_item_that_is_chosen_shows_its_slide(page: MeetingPage) -> None:
    assert shown_code(page) == "重点-1"
    assert page.parts.centre.copy.view.page is page.presenter.projection.content.laid.page  # type: ignore[union-attr]
    page.go_to_part(item(page, SECOND))
    assert shown_code(page) == "検討-5"


def test_going_on_with_the_slides_moves_the_chosen_item_and_disturbs_no_text(page: MeetingPage) -> None:
    page.go_to_part(item(page, SECOND))
    page.parts.record_form.text.append_text("途中の文")
    first, second = number(page, FIRST), number(page, SECOND)
    button = page.parts.centre.transport.following if first > second else page.parts.centre.transport.previous
    while page.presenter.projector.position.item != first:
        click(button)
    assert page.part == item(page, FIRST)
    assert page.parts.record_form.text.typed() == ""
    page.go_to_part(item(page, SECOND))
    assert page.parts.record_form.text.typed() == "途中の文"


@pytest.mark.parametrize("begun", [False, True])
def test_page_down_steps_while_somebody_types_but_not_within_a_conversion(page: MeetingPage, begun: bool) -> None:
    if begun:
        press(Qt.Key.Key_F5)
    field = page.parts.record_form.text
    field.setFocus()
    before = page.presenter.projector.position
    compose(field, "かいぎ")
    press(Qt.Key.Key_PageDown)
    assert page.presenter.projector.position == before
    field.composition.commit()
    press(Qt.Key.Key_PageDown)
    after = page.presenter.projector.position
    assert after != before
    press(Qt.Key.Key_PageUp)
    assert page.presenter.projector.position.item == before.item


def test_a_slide_looked_at_in_between_leaves_the_item_open_and_a_click_brings_its_slide_back(
    page: MeetingPage,
) -> None:
    click(page.parts.centre.transport.roadmap)
    assert page.presenter.projector.position.view == "roadmap"
    assert page.part == item(page, FIRST)
    page.show_slide_again()
    assert shown_code(page) == "重点-1"


def test_the_pill_says_what_the_audience_sees(page: MeetingPage) -> None:
    top, centre = page.parts.top, page.parts.centre
    assert (top.start.isVisible(), top.pill.isVisible(), centre.heading.text()) == (True, False, NOT_PROJECTED)
    press(Qt.Key.Key_F5)
    assert (top.start.isVisible(), top.pill.text()) == (False, "● 投影中：2枚目の画面")
    assert centre.heading.text() == ON_SCREEN
    press(Qt.Key.Key_F11)
    assert (top.pill.text(), centre.heading.text(), centre.transport.freeze.isChecked()) == (FROZEN, ON_LAPTOP, True)
    press(Qt.Key.Key_F11)
    press(Qt.Key.Key_F12)
    assert (top.pill.text(), centre.heading.text(), centre.transport.hides.isChecked()) == (
        HIDDEN, HIDDEN_SCREEN, True,
    )  # fmt: skip
    press(Qt.Key.Key_F12)
    press(Qt.Key.Key_F5)
    assert page.presenter.projector.position.view == "board", "while it is projected F5 shows ボード"
    page.presenter.projection.end()
    assert top.start.isVisible()


def test_the_audience_sees_the_slide_of_the_live_copy(page: MeetingPage) -> None:
    press(Qt.Key.Key_F5)
    page.go_to_part(item(page, SECOND))
    projection = page.presenter.projection
    assert projection.window is not None
    assert projection.window.shown == projection.projector.sight
    assert projection.window.view.page is page.parts.centre.copy.view.page


def test_another_screen_than_the_one_that_went_is_asked_for_in_the_band(
    page: MeetingPage, screens: PlayedScreens
) -> None:
    press(Qt.Key.Key_F5)
    screens.plug(LAPTOP)
    screens.plug(LAPTOP, OTHER)
    notice = page.notice()
    assert notice is not None
    (choice,) = notice.actions
    choice[1]()
    assert page.notice() is None
    assert page.presenter.projection.place == OTHER


def test_alt_enter_rehearses_on_this_screen_and_esc_comes_back(qtbot: QtBot, page: MeetingPage) -> None:
    press(Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    rehearsal = page.presenter.projection.rehearsal
    assert rehearsal is not None
    assert rehearsal.isVisible()
    qtbot.waitUntil(rehearsal.isActiveWindow)
    QTest.keyClick(rehearsal, Qt.Key.Key_Escape)
    assert page.presenter.projection.rehearsal is None
    assert page.part == item(page, FIRST)


def test_the_memo_is_kept_with_its_item_and_nowhere_else(page: MeetingPage, meeting: Meeting) -> None:
    memo = page.parts.centre.memo.text
    memo.append_text("3社とも要員が不足。")
    page.go_to_part(item(page, SECOND))
    assert memo.typed() == ""
    page.go_to_part(item(page, FIRST))
    assert memo.typed() == "3社とも要員が不足。"
    kept = page.desk.ask(meeting_drafts.drafts, meeting.id)
    assert kept[f"note:{item(page, FIRST)}"] == {"text": "3社とも要員が不足。"}
    record = page.desk.ask(meetings.record, meeting)
    assert "要員" not in repr(record)
    assert "要員" not in repr(page.presenter.projector.audience)


def test_what_the_item_is_about_is_reached_beside_the_memo(page: MeetingPage) -> None:
    assert not page.parts.matter.isVisible()
    click(page.parts.centre.matter_tab)
    assert page.parts.matter.isVisible()
    assert not page.parts.centre.memo.isVisible()


def test_a_meeting_that_is_opened_again_stands_at_its_item_with_slide_and_memo(
    qtbot: QtBot, page: MeetingPage, reopened: Reopened
) -> None:
    page.go_to_part(item(page, SECOND))
    page.parts.record_form.text.append_text("途中の文")
    page.parts.centre.memo.text.append_text("控え")
    assert page.leave()
    page.presenter.projection.content.keep_now()
    assert page.cycle is not None
    again = show_page(qtbot, MeetingPage(reopened(page.desk), page.cycle))
    assert again.part == item(again, SECOND)
    assert shown_code(again) == "検討-5"
    assert again.parts.record_form.text.typed() == "途中の文"
    assert again.parts.centre.memo.text.typed() == "控え"


def test_a_closed_meeting_has_no_slides_but_shows_what_it_was_about(page: MeetingPage, meeting: Meeting) -> None:
    page.desk.do(close_meeting, meeting)
    assert not page.presenter.presents
    assert not page.parts.centre.copy.isVisible()
    assert page.parts.matter.isVisible()


class Clock:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = datetime(2025, 2, 13, 13, 30).astimezone()

    def __call__(self) -> str:
        return self.now.isoformat()

    def forward(self, minutes: int) -> None:
        self.now += timedelta(minutes=minutes)


@pytest.fixture
def clock(opened: tuple[Desk, Cycle], monkeypatch: pytest.MonkeyPatch) -> Clock:
    found = Clock()
    monkeypatch.setattr(opened[0], "_clock", found)
    return found


def test_the_times_of_item_and_meeting_go_on_from_the_beginning(clock: Clock, page: MeetingPage) -> None:
    top = page.parts.top
    assert (top.on_item.text(), top.whole.text()) == ("", "")
    press(Qt.Key.Key_F5)
    clock.forward(6)
    page.presenter.show_times()
    planned = page.open_item.minutes if page.open_item else 0
    assert top.on_item.text() == f"この議題 6分／{planned}分"
    page.go_to_part(item(page, SECOND))
    clock.forward(2)
    page.presenter.show_times()
    assert top.whole.text() == "全体 8分／90分"
    assert top.on_item.text().startswith("この議題 2分")
    assert not top.over.isVisible()


def test_more_minutes_than_there_were_are_said_in_the_colour_of_late(clock: Clock, page: MeetingPage) -> None:
    press(Qt.Key.Key_F5)
    planned = page.open_item.minutes if page.open_item else None
    assert planned is not None
    clock.forward(planned + 3)
    page.presenter.show_times()
    assert page.parts.top.over.text() == "超過 3分"
    assert page.parts.top.on_item.property("look") == "late-small"


def test_the_times_go_on_after_the_program_was_started_again(
    qtbot: QtBot, clock: Clock, page: MeetingPage, monkeypatch: pytest.MonkeyPatch, reopened: Reopened
) -> None:
    press(Qt.Key.Key_F5)
    clock.forward(5)
    assert page.cycle is not None
    desk = reopened(page.desk)
    monkeypatch.setattr(desk, "_clock", clock)
    again = show_page(qtbot, MeetingPage(desk, page.cycle))
    again.go_to_part(item(again, FIRST))
    assert again.parts.top.on_item.text().startswith("この議題 5分")
    forget_projection(desk)


def test_preparing_takes_no_time(clock: Clock, page: MeetingPage) -> None:
    page.go_to_part(item(page, SECOND))
    clock.forward(20)
    page.go_to_part(PEOPLE_KEY)
    page.presenter.show_times()
    assert page.parts.top.whole.text() == ""
    assert not page.presenter.stopwatch.running


def test_recording_begins_the_meeting(clock: Clock, page: MeetingPage) -> None:
    page.parts.record_form.decision.result.show_value("approved")
    press(Qt.Key.Key_Return, CTRL)
    clock.forward(1)
    page.presenter.show_times()
    assert page.parts.top.whole.text() == "全体 1分／90分"


def test_a_report_that_was_treated_is_ticked_off(clock: Clock, page: MeetingPage) -> None:
    assert page.source is not None
    report = next(each for each in page.source.record.items if each.kind == "report")
    page.go_to_part(report.id)
    page.go_to_part(item(page, FIRST))

    def done() -> bool:
        rows = page.parts.parts.rows.rows()
        return next(each.done for each in rows if isinstance(each, PartRow) and each.key == report.id)

    assert not done(), "preparing is not treating"
    press(Qt.Key.Key_F5)
    page.go_to_part(report.id)
    assert not done()
    page.go_to_part(item(page, FIRST))
    assert done()
    assert clock.now is not None


def test_a_correction_in_the_room_is_seen_at_once(page: MeetingPage) -> None:
    press(Qt.Key.Key_F5)
    page.activateWindow()
    page.recording.choose_kind("correction")
    correction = page.parts.record_form.correction
    correction.choice.setCurrentIndex(correction.choice.findData("warn"))
    correction.asked_by.setEditText(towns.CHAIR)
    assert page.recording.record()
    audience = page.presenter.projector.audience
    assert audience is not None
    card = audience.card("重点-1")
    assert card is not None
    assert card.status == "warn"
    assert page.desk.undo() is not None
    audience = page.presenter.projector.audience
    assert audience is not None
    card = audience.card("重点-1")
    assert card is not None
    assert card.status == "late"


def test_the_item_that_was_asked_for_is_shown_though_a_large_plan_is_read_beside(
    qtbot: QtBot, page: MeetingPage, monkeypatch: pytest.MonkeyPatch, reopened: Reopened
) -> None:
    page.go_to_part(item(page, SECOND))
    page.presenter.projection.content.keep_now()
    assert page.source is not None
    assert page.cycle is not None
    wanted = f"{page.source.meeting.id}:{item(page, FIRST)}"
    desk = reopened(page.desk)
    monkeypatch.setattr(reading, "LARGE_UNITS", 0)
    again = show_page(qtbot, MeetingPage(desk, page.cycle))
    again.show_subject(wanted)
    qtbot.waitUntil(lambda: shown_code(again) == "重点-1")
    wait_for_jobs()
    qtbot.wait(20)
    assert (again.part, shown_code(again)) == (item(again, FIRST), "重点-1")
    forget_projection(desk)


def test_a_break_says_until_when_and_leaves_the_item_open(clock: Clock, page: MeetingPage) -> None:
    clock.forward(70)
    menu = page.parts.centre.transport.menu
    next(each for each in menu.actions() if each.text() == "休憩 10分").trigger()
    at = page.presenter.projector.position
    assert (at.view, at.until) == ("break", "14:50")
    assert page.part == item(page, FIRST)
    press(Qt.Key.Key_PageUp)
    assert shown_code(page) == "重点-1"


@pytest.mark.parametrize("view", ["trend", "actions", "agenda", "blank"])
def test_every_other_slide_is_in_the_menu(page: MeetingPage, view: str) -> None:
    menu = page.parts.centre.transport.menu
    next(each for each in menu.actions() if each.text() == VIEW_WORDS[view]).trigger()
    assert page.presenter.projector.position.view == view
    assert page.part == item(page, FIRST)


@pytest.mark.usefixtures("largest_letters")
def test_in_a_small_window_slides_or_records_are_shown_and_whoever_types_has_the_records(page: MeetingPage) -> None:
    page.resize(1024, 540)
    form, copy, switch = page.parts.record_form, page.parts.centre.copy, page.parts.switch
    assert (form.isVisible(), copy.isVisible(), switch.isVisible()) == (True, False, True)
    click(switch)
    assert (form.isVisible(), copy.isVisible()) == (False, True)
    press(Qt.Key.Key_PageDown)
    press(Qt.Key.Key_1, CTRL)
    assert (form.isVisible(), copy.isVisible()) == (True, False)
    assert form.text.hasFocus()
    page.resize(1366, 648)


def test_who_comes_stays_open_while_something_else_changes(page: MeetingPage) -> None:
    page.go_to_part(PEOPLE_KEY)
    press(Qt.Key.Key_F11)
    page.presenter.projection.prepare(page.cycle, page.source.meeting.id)  # type: ignore[arg-type, union-attr]
    assert page.part == PEOPLE_KEY
    press(Qt.Key.Key_PageDown)
    assert page.part != PEOPLE_KEY


def test_back_at_the_very_beginning_it_is_about_who_comes(page: MeetingPage) -> None:
    items = page.source.record.items if page.source else ()
    for _ in range(len(items) + 9):
        press(Qt.Key.Key_PageUp)
    assert page.presenter.projector.position.view == "agenda"
    assert page.part == PEOPLE_KEY
