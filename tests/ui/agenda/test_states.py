"""What keeps an agenda from being changed, and every plan, body and window size it is made on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.agenda import standing_title
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import Meeting
from dxdesk.operations.agenda import add_item
from dxdesk.operations.agenda_changes import confirm_agenda
from dxdesk.operations.meetings import close_meeting
from dxdesk.store.queries import meetings
from dxdesk.ui.agenda.page import AgendaPage
from dxdesk.wording.meeting_screen import NO_MEETING, NO_MEETING_READER, REST_TITLE
from dxdesk.wording.screen import NO_CYCLE
from tests.builders import acting, real_plan
from tests.plan_samples import TOWNS
from tests.ui.agenda.hands import click, press, titles
from tests.ui.meeting import towns
from tests.ui.meeting.conftest import show_page

ALT = Qt.KeyboardModifier.AltModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def meeting(opened: tuple[Desk, Cycle]) -> Meeting:
    return towns.hold(*opened)


def test_a_closed_meeting_is_only_looked_at(qtbot: QtBot, opened: tuple[Desk, Cycle], meeting: Meeting) -> None:
    desk, cycle = opened
    desk.do(add_item, meeting, "report", title="その他")
    desk.do(close_meeting, meeting)
    page = show_page(qtbot, AgendaPage(desk, cycle))
    assert not page.can_change
    assert page.parts.items.editor is None
    assert page.parts.add.isHidden()
    assert page.parts.foot.reopen.isHidden()
    notice = page.notice()
    assert notice is not None
    assert notice.look == "band-quiet"


def test_a_reader_sees_the_agenda_and_changes_nothing(
    qtbot: QtBot, opened: tuple[Desk, Cycle], meeting: Meeting
) -> None:
    desk, cycle = opened
    desk.actor = acting("reader")
    page = show_page(qtbot, AgendaPage(desk, cycle))
    assert titles(page) == []
    assert page.parts.add.isHidden()


def test_without_a_meeting_one_can_be_opened_from_here(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    desk, cycle = opened
    page = show_page(qtbot, AgendaPage(desk, cycle))
    assert page.parts._nothing.text() == NO_MEETING
    with qtbot.waitSignal(page.page_requested) as asked:
        click(page.parts.make)
    assert asked.args == ["meeting", "new"]
    desk.actor = acting("reader")
    page.refresh()
    assert (page.parts._nothing.text(), page.parts.make.isHidden()) == (NO_MEETING_READER, True)


def test_without_a_cycle_it_says_so(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    page = show_page(qtbot, AgendaPage(opened[0], None))
    assert page.parts._nothing.text() == NO_CYCLE


def test_the_agenda_asked_for_is_shown_and_the_newest_open_one_otherwise(
    qtbot: QtBot, opened: tuple[Desk, Cycle], meeting: Meeting
) -> None:
    desk, cycle = opened
    later = towns.hold(desk, cycle, day=date(2025, 2, 20))
    page = show_page(qtbot, AgendaPage(desk, cycle))
    assert page.source is not None
    assert page.source.meeting.id == later.id
    page.show_subject(meeting.id)
    assert page.source.meeting.id == meeting.id


@pytest.mark.parametrize("town", TOWNS)
def test_every_plan_gets_its_agenda_in_two_clicks(town: str, qtbot: QtBot, empty_file: Path, tmp_path: Path) -> None:
    plan = real_plan(town)
    desk, cycle = towns.town(empty_file, tmp_path, plan)
    held = towns.hold(desk, cycle, plan.bodies[0].name)
    page = show_page(qtbot, AgendaPage(desk, cycle))
    standing = list(plan.bodies[0].standing_items)
    assert titles(page) == [*map(standing_title, standing), REST_TITLE]
    click(page.parts.foot.primary)
    assert desk.ask(meetings.meeting, held.id).agenda_confirmed is not None
    desk.close()


def test_a_body_that_reports_to_another_has_an_agenda_of_its_own(
    qtbot: QtBot, empty_file: Path, tmp_path: Path
) -> None:
    plan = real_plan("miharu")
    desk, cycle = towns.town(empty_file, tmp_path, plan)
    first = towns.hold(desk, cycle, plan.bodies[1].name)
    second = towns.hold(desk, cycle, plan.bodies[0].name)
    page = show_page(qtbot, AgendaPage(desk, cycle))
    page.ways.go_on()
    page.show_subject(first.id)
    assert page.source is not None
    assert page.source.meeting.agenda_confirmed is None
    assert desk.ask(meetings.meeting, second.id).agenda_confirmed is not None
    assert page.can_change
    desk.close()


def test_a_confirmed_agenda_says_since_when(qtbot: QtBot, opened: tuple[Desk, Cycle], meeting: Meeting) -> None:
    desk, cycle = opened
    desk.do(add_item, meeting, "report", title="その他")
    desk.do(confirm_agenda, meeting)
    page = show_page(qtbot, AgendaPage(desk, cycle))
    assert page.parts.foot._hint.text() == "次第は確定してあります　2月13日（木）"


@pytest.mark.parametrize(("width", "height"), [(1366, 648), (1024, 540), (1920, 950)])
def test_one_button_is_filled_and_everything_has_its_place(
    qtbot: QtBot, opened: tuple[Desk, Cycle], meeting: Meeting, width: int, height: int
) -> None:
    page = show_page(qtbot, AgendaPage(*opened), width, height)
    filled = [each for each in page.findChildren(QWidget) if each.property("look") == "primary" and each.isVisible()]
    assert filled == [page.parts.foot.primary]
    assert page.size().width() == width
    assert page.parts.open_left.isVisible() == (width < 1100)
    if page.parts.open_left.isVisible():
        click(page.parts.open_left)
    assert page.parts.candidates.isVisible()
    if page.parts.foot.panel.isVisible():
        click(page.parts.foot.panel)
    assert page.parts.side.isVisible()


def test_what_is_not_drawn_together_has_room_beside_the_agenda(
    qtbot: QtBot, opened: tuple[Desk, Cycle], meeting: Meeting
) -> None:
    page = show_page(qtbot, AgendaPage(*opened))
    assert page.source is not None
    side = next(each for each in page.findChildren(QScrollArea) if each.accessibleName() == "出席と、映す前に")
    page.parts.side.show_source(replace(page.source, pending=12))
    inside = side.widget()
    assert inside is not None
    qtbot.waitUntil(lambda: any("12件" in each.text() and each.isVisible() for each in inside.findChildren(QLabel)))
    assert inside.minimumSizeHint().width() <= side.viewport().width()


def test_there_is_room_for_one_panel_beside_a_narrow_agenda(
    qtbot: QtBot, opened: tuple[Desk, Cycle], meeting: Meeting
) -> None:
    page = show_page(qtbot, AgendaPage(*opened), 1024, 540)
    click(page.parts.foot.panel)
    assert page.parts.side.isVisible()
    click(page.parts.open_left)
    assert page.parts.candidates.isVisible()
    assert not page.parts.side.isVisible()
    click(page.parts.foot.panel)
    assert not page.parts.candidates.isVisible()


def test_of_a_closed_meeting_no_candidate_can_be_added(
    qtbot: QtBot, opened: tuple[Desk, Cycle], meeting: Meeting
) -> None:
    desk, cycle = opened
    desk.do(close_meeting, meeting)
    page = show_page(qtbot, AgendaPage(desk, cycle))
    assert "加える ›" not in [getattr(each, "tag", "") for each in page.parts.candidates.rows.rows()]
    page.parts.candidates.setFocus()
    press(Qt.Key.Key_Return)
    assert titles(page) == []


def test_the_day_stands_beside_the_title_not_above_it(
    qtbot: QtBot, opened: tuple[Desk, Cycle], meeting: Meeting
) -> None:
    page = show_page(qtbot, AgendaPage(*opened), 1024, 540)
    title, day = page.parts._title, page.parts._what
    middles = [each.mapTo(page, each.rect().center()).y() for each in (title, day)]
    assert abs(middles[0] - middles[1]) <= 2
    assert day.height() <= day.heightForWidth(day.width()) + 1


def test_the_link_beside_what_was_not_answered_leads_to_the_reminder(qtbot: QtBot, opened: tuple[Desk, Cycle]) -> None:
    towns.hold(*opened)
    page = show_page(qtbot, AgendaPage(*opened))
    link = next(each for each in page.parts.side.findChildren(QPushButton) if each.text() == "催促文")
    with qtbot.waitSignal(page.page_requested) as asked:
        link.click()
    assert asked.args == ["reminder", ""]
