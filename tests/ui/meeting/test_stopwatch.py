"""The times of a meeting are kept with it, but no slide waits for that."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import Meeting
from dxdesk.operations.agenda import adopt_proposal
from dxdesk.operations.meeting_drafts import TIMES
from dxdesk.store.queries import meeting_drafts, meetings
from dxdesk.ui.meeting.page import MeetingPage
from dxdesk.ui.meeting.stopwatch import Stopwatch
from tests.ui.meeting import towns
from tests.ui.meeting.conftest import show_page


@pytest.fixture
def meeting(opened: tuple[Desk, Cycle]) -> Meeting:
    desk, cycle = opened
    held = towns.hold(desk, cycle)
    desk.do(adopt_proposal, held)
    return held


def kept(desk: Desk, meeting: Meeting) -> list[str]:
    """The items in the order in which they were turned to, as they are on file."""
    found = desk.ask(meeting_drafts.drafts, meeting.id).get(TIMES, {})
    return [item for item, _ in found.get("turns", ())]


def test_the_beginning_is_kept_at_once_and_every_turn_a_little_later(
    qtbot: QtBot, opened: tuple[Desk, Cycle], meeting: Meeting
) -> None:
    desk, _ = opened
    stopwatch = Stopwatch(desk)
    stopwatch.show_meeting(meeting, None)
    stopwatch.begin("first")
    assert kept(desk, meeting) == ["first"]
    stopwatch.turn("second")
    assert kept(desk, meeting) == ["first"]
    qtbot.waitUntil(lambda: kept(desk, meeting) == ["first", "second"])


def test_leaving_the_page_keeps_the_turn_before(qtbot: QtBot, opened: tuple[Desk, Cycle], meeting: Meeting) -> None:
    page = show_page(qtbot, MeetingPage(*opened))
    first, second = (each.id for each in opened[0].ask(meetings.agenda, meeting.id)[:2])
    page.presenter.stopwatch.begin(first)
    page.go_to_part(second)
    assert kept(opened[0], meeting) == [first]
    assert page.leave()
    assert kept(opened[0], meeting) == [first, second]


def test_hiding_the_page_keeps_the_turn_before(qtbot: QtBot, opened: tuple[Desk, Cycle], meeting: Meeting) -> None:
    page = show_page(qtbot, MeetingPage(*opened))
    first, second = (each.id for each in opened[0].ask(meetings.agenda, meeting.id)[:2])
    page.presenter.stopwatch.begin(first)
    page.go_to_part(second)
    page.hide()
    assert kept(opened[0], meeting) == [first, second]


def test_another_meeting_begins_with_its_own_times(opened: tuple[Desk, Cycle], meeting: Meeting) -> None:
    desk, cycle = opened
    other = towns.hold(desk, cycle, day=towns.DAY.replace(day=20))
    stopwatch = Stopwatch(desk)
    stopwatch.show_meeting(meeting, None)
    stopwatch.begin("first")
    stopwatch.turn("second")
    stopwatch.show_meeting(other, None)
    assert kept(desk, meeting) == ["first", "second"]
    assert not stopwatch.running
