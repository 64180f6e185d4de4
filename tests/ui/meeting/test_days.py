"""A meeting on another cycle or day than is meant: a calm word in the form, a way out, and nobody is stopped."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.operations.cycles import close_cycle
from dxdesk.operations.next_meeting import close_until
from dxdesk.store.queries import cycles, meetings
from dxdesk.store.queries.opening import proposed_cycle
from dxdesk.ui.application import set_text_scale
from dxdesk.ui.desk_view import DeskView
from dxdesk.ui.meeting.page import MeetingPage
from dxdesk.ui.window_style import style_window
from dxdesk.wording.meeting_days import NO_MEETING_CLOSED
from tests.builders import start_cycle
from tests.ui.meeting import towns
from tests.ui.meeting.conftest import show_page
from tests.ui.meeting.hands import click

SUMMER = {"as_of": date(2025, 7, 1), "due": date(2025, 7, 31), "meeting": date(2025, 8, 20)}


@pytest.fixture
def page(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> MeetingPage:
    """The form of a new meeting."""
    page = show_page(qtbot, MeetingPage(*opened))
    page.show_subject("new")
    return page


def held(page: MeetingPage) -> list[date]:
    return [each.day for each in page.desk.ask(meetings.meetings)]


def test_the_planned_day_is_made_at_once(page: MeetingPage) -> None:
    assert page.parts.form.doubts.isHidden()
    click(page.parts.foot.primary)
    assert held(page) == [towns.DAY]


def test_another_day_than_planned_is_told_and_taken_back_with_a_click(page: MeetingPage) -> None:
    form = page.parts.form
    form.day.setText("2/20")
    form.day.editingFinished.emit()
    assert form.doubts.isVisible()
    (planned,) = form.doubts.buttons
    assert planned.text() == "2月13日（木）にする"
    click(planned)
    assert form.day.text() == "令和7年2月13日（木）"
    assert form.doubts.isHidden()


def test_another_day_than_planned_stops_nobody(page: MeetingPage) -> None:
    page.parts.form.day.setText("2/20")
    click(page.parts.foot.primary)
    assert held(page) == [date(2025, 2, 20)]


def test_a_day_that_is_strange_is_seen_once_and_then_taken(page: MeetingPage) -> None:
    form = page.parts.form
    form.day.setText("R8.2.13")
    click(page.parts.foot.primary)
    assert held(page) == []
    assert "半年より後" in form.doubts.weighty
    assert form.doubts.isVisible()
    click(page.parts.foot.primary)
    assert held(page) == [date(2026, 2, 13)]


def test_what_is_being_typed_is_looked_at_after_a_pause(qtbot: QtBot, page: MeetingPage) -> None:
    page.parts.form.day.setText("R8.2.13")
    qtbot.waitUntil(page.parts.form.doubts.isVisible)
    page.parts.form.day.setText("あした")
    qtbot.waitUntil(page.parts.form.doubts.isHidden)


def test_a_meeting_that_is_put_off_is_only_warned_of_a_strange_day(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    towns.hold(*opened)
    start_cycle(opened[0], "第3回", **SUMMER)
    page = show_page(qtbot, MeetingPage(*opened))
    page.hands.start_editing()
    assert page.parts.form.doubts.isHidden()
    page.parts.form.day.setText("2/20")
    click(page.parts.foot.primary)
    assert held(page) == [date(2025, 2, 20)]
    page.hands.start_editing()
    page.parts.form.day.setText("R8.2.20")
    click(page.parts.foot.primary)
    assert page.parts.form.doubts.isVisible()
    assert page.parts.form.doubts.buttons == ()


def test_the_other_cycle_is_taken_for_the_whole_desk_with_what_was_typed(
    qtbot: QtBot, opened: tuple[Desk, Cycle]
) -> None:
    desk, first = opened
    second = start_cycle(desk, "令和7年度 第1回", **SUMMER)
    view = DeskView(desk)
    qtbot.addWidget(view)
    view.open_cycle(next(each for each in desk.ask(cycles.cycles) if each.id == first.id))
    view.open_page("meeting", "new")
    page = view.pages.shown
    assert isinstance(page, MeetingPage)
    page.parts.form.place.setText("小会議室")
    (other,) = page.parts.form.doubts.buttons
    assert other.text() == "「令和7年度 第1回」の会議にする"
    other.click()
    assert view.cycle is not None
    assert view.cycle.id == second.id
    assert (page.mode, page.parts.form.day.text()) == ("form", "令和7年8月20日（水）")
    assert page.parts.form.place.text() == "小会議室"
    page.hands.go_on()
    (made,) = desk.ask(meetings.meetings, second.id)
    assert (made.day, made.place) == (date(2025, 8, 20), "小会議室")
    view.close()


def test_of_a_closed_cycle_it_is_said_where_the_meeting_belongs(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    desk, cycle = opened
    desk.do(close_cycle, cycle, reason="終えたため")
    page = show_page(qtbot, MeetingPage(desk, desk.ask(cycles.cycle, cycle.id)))
    assert page.parts._nothing.text() == NO_MEETING_CLOSED


def test_a_second_meeting_is_proposed_for_the_day_that_the_first_one_told(
    qtbot: QtBot, opened: tuple[Desk, Cycle]
) -> None:
    desk, cycle = opened
    first = towns.hold(desk, cycle)
    page = show_page(qtbot, MeetingPage(desk, cycle))
    page.show_subject("new")
    assert page.parts.form.day.text() == "令和7年2月13日（木）", "the planned day is taken, so it is today"
    desk.do(close_until, first, date(2025, 2, 27))
    page.show_subject("new")
    assert page.parts.form.day.text() == "令和7年2月27日（木）"
    assert page.parts.form.doubts.isHidden()


def test_the_next_cycle_is_proposed_for_the_day_that_the_meeting_told(opened: tuple[Desk, Cycle]) -> None:
    desk, cycle = opened
    desk.do(close_until, towns.hold(desk, cycle), date(2025, 8, 21))
    desk.do(close_cycle, cycle, reason="終えたため")
    proposed = desk.ask(proposed_cycle, date(2025, 3, 10))
    assert proposed.meeting == date(2025, 8, 21)
    assert proposed.as_of < proposed.due < date(2025, 8, 21)
    assert desk.ask(proposed_cycle, date(2025, 9, 1)).meeting != date(2025, 8, 21), "that day is over"


def test_the_next_cycle_leaves_out_the_number_of_a_second_meeting(opened: tuple[Desk, Cycle]) -> None:
    desk, cycle = opened
    desk.do(close_cycle, cycle, reason="終えたため")
    summer = start_cycle(desk, "令和7年度 第1回", **SUMMER)
    assert desk.ask(proposed_cycle, date(2025, 9, 10)).name == "令和7年度 第2回"
    for day in (20, 27):
        towns.hold(desk, summer, day=date(2025, 8, day))
    assert desk.ask(proposed_cycle, date(2025, 9, 10)).name == "令和7年度 第3回"


@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_every_line_of_the_form_has_its_height_beside_a_long_word_about_the_day(
    qtbot: QtBot, opened: tuple[Desk, Cycle], qapp: QApplication, scale: float
) -> None:
    set_text_scale(qapp, scale)
    page = MeetingPage(*opened)
    style_window(page)
    show_page(qtbot, page)
    page.show_subject("new")
    form = page.parts.form
    form.day.setText("R8.2.13")
    qtbot.waitUntil(form.doubts.isVisible)
    times = form.begins.parentWidget()
    assert times is not None
    qtbot.waitUntil(lambda: times.height() >= form.begins.height() >= form.begins.minimumSizeHint().height())
    assert form.doubts.geometry().bottom() < page.parts.foot.geometry().top()
    set_text_scale(qapp, 1.0)
