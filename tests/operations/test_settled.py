"""What a body settled is not proposed for discussion again in the same cycle."""

from __future__ import annotations

from datetime import date

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.operations import agenda, meeting_records, meetings, minutes
from dxdesk.store.queries import finding
from dxdesk.store.queries.meetings import agenda as agenda_of
from dxdesk.wording.meeting import phrases_for
from tests.builders import COMMITTEE, HEADQUARTERS, ZEIMU, accepted


def decided(desk: Desk, cycle: Cycle, result: str, body: str = COMMITTEE, day: date = date(2024, 9, 10)) -> None:
    """A meeting of a body that decided about 重点-1, closed, with its minutes drafted."""
    desk.do(meetings.hold_meeting, cycle, body, day=day)
    held = desk.ask(finding.meeting)
    desk.do(agenda.add_item, held, "discuss", code="重点-1")
    desk.do(meeting_records.record_decision, held, 1, result, "決める。")
    desk.do(meetings.close_meeting, held)
    desk.do(minutes.draft, held, phrases_for)


def proposed(desk: Desk, cycle: Cycle, body: str = COMMITTEE) -> list[str | None]:
    """The codes that the proposal for the next meeting of a body discusses."""
    desk.do(meetings.hold_meeting, cycle, body, day=date(2024, 11, 1))
    held = desk.ask(finding.meeting)
    desk.do(agenda.adopt_proposal, held)
    return [each.code for each in desk.ask(agenda_of, held.id) if each.kind == "discuss"]


@pytest.fixture
def asked(desk: Desk, cycle: Cycle) -> Cycle:
    """A cycle in which 重点-1 is late and is to be decided."""
    accepted(desk, cycle, "重点-1", ZEIMU, status="late", discuss="decide", ask="続けてよいか")
    return cycle


@pytest.mark.parametrize(
    ("result", "again"),
    [
        ("approved", []),
        ("noted", []),
        ("amended", []),
        ("referred", []),
        ("continued", ["重点-1"]),
        ("revise", ["重点-1"]),
    ],
)
def test_only_what_was_left_is_discussed_again(desk: Desk, asked: Cycle, result: str, again: list[str]) -> None:
    decided(desk, asked, result)
    assert proposed(desk, asked) == again


def test_the_body_above_discusses_what_the_one_below_approved(desk: Desk, asked: Cycle) -> None:
    decided(desk, asked, "approved")
    assert proposed(desk, asked, HEADQUARTERS) == ["重点-1"]


def test_what_the_body_above_sends_back_is_discussed_again(desk: Desk, asked: Cycle) -> None:
    decided(desk, asked, "approved")
    decided(desk, asked, "revise", HEADQUARTERS, date(2024, 10, 1))
    assert proposed(desk, asked) == ["重点-1"]


def test_another_answer_since_brings_it_up_again(desk: Desk, asked: Cycle) -> None:
    decided(desk, asked, "approved")
    accepted(
        desk, asked, "重点-1", ZEIMU, status="late", results="さらに遅れる見込み。", discuss="decide", ask="やめるか"
    )
    assert proposed(desk, asked) == ["重点-1"]
