"""会議体: put aside when it is no longer used, back when it is; what was held stays as it was."""

from __future__ import annotations

from datetime import date

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.pasted import TableRow
from dxdesk.operations import departments, meetings, town
from dxdesk.operations.bodies import stop_using_body, use_body_again
from dxdesk.store.queries import finding, history, plans
from dxdesk.store.queries import meetings as meetings_on_file
from dxdesk.store.queries.bodies import bodies_on_file
from dxdesk.ui.meeting.reading import bodies
from tests.builders import COMMITTEE, HEADQUARTERS, refused

DAY = date(2025, 2, 13)


def using(desk: Desk) -> list[str]:
    return [each.body.name for each in desk.ask(bodies_on_file) if each.in_use]


def put_aside(desk: Desk) -> list[tuple[str, int, int]]:
    return [(each.body.name, each.members, each.meetings) for each in desk.ask(bodies_on_file) if not each.in_use]


def test_a_body_that_was_never_used_is_gone_and_can_be_brought_back(desk: Desk, cycle: Cycle) -> None:
    before = plans.plan_revision
    number = desk.ask(before).number
    desk.do(stop_using_body, HEADQUARTERS)
    assert using(desk) == [COMMITTEE]
    assert put_aside(desk) == []
    assert desk.ask(before).number == number + 1
    newest = desk.ask(history.operations)[0]
    assert (newest.operation, newest.subject) == ("body stop", HEADQUARTERS)
    assert [each.name for each in desk.ask(bodies, cycle)] == [COMMITTEE]
    desk.do(use_body_again, HEADQUARTERS)
    assert set(using(desk)) == {COMMITTEE, HEADQUARTERS}
    assert HEADQUARTERS in [each.name for each in desk.ask(bodies, cycle)]


def test_one_that_met_stays_on_file_with_its_meetings_and_members(desk: Desk, cycle: Cycle) -> None:
    desk.do(departments.add_member, HEADQUARTERS, "今野", position="chair")
    desk.do(meetings.hold_meeting, cycle, HEADQUARTERS, day=DAY)
    refused(desk, "body.meeting_open", stop_using_body, HEADQUARTERS)
    desk.do(meetings.close_meeting, desk.ask(finding.meeting))
    desk.do(stop_using_body, HEADQUARTERS)
    assert put_aside(desk) == [(HEADQUARTERS, 1, 1)]
    assert desk.ask(plans.members) == ()
    assert [each.body_name for each in desk.ask(meetings_on_file.meetings, cycle.id)] == [HEADQUARTERS]
    desk.do(town.take_members, (TableRow(("佐藤", "", "", "", COMMITTEE)),))
    desk.do(use_body_again, HEADQUARTERS)
    assert {each.name for each in desk.ask(plans.members)} == {"今野", "佐藤"}


def test_the_only_one_stays(desk: Desk, cycle: Cycle) -> None:
    desk.do(stop_using_body, HEADQUARTERS)
    refused(desk, "body.last", stop_using_body, COMMITTEE)
    refused(desk, "body.unknown", stop_using_body, HEADQUARTERS)


@pytest.mark.parametrize("name", ["なし", COMMITTEE])
def test_only_one_that_is_not_used_comes_back(desk: Desk, cycle: Cycle, name: str) -> None:
    refused(desk, "body.not_unused", use_body_again, name)


def test_no_body_reports_to_one_that_is_gone(desk: Desk, cycle: Cycle) -> None:
    below = [each for each in desk.ask(plans.plan).bodies if each.reports_to]
    desk.do(stop_using_body, HEADQUARTERS)
    left = desk.ask(plans.plan).bodies
    assert {each.reports_to for each in left} <= {None, *(each.id for each in left)}
    assert all(each.name != HEADQUARTERS for each in left)
    assert len(below) <= len(left) + 1
