"""The whole loop on each of the five plans: from asking to confirmed minutes, and then the next cycle."""

from __future__ import annotations

from datetime import date

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.plans import Plan
from dxdesk.domain.statuses import CHOSEN
from dxdesk.operations import agenda, handing_over, meeting_records, meetings, minutes, replies, reviews
from dxdesk.operations.change import Change
from dxdesk.operations.cycles import close_cycle
from dxdesk.operations.departments import add_department, set_group
from dxdesk.store.database import Database
from dxdesk.store.queries import board, cycles, finding, plans
from dxdesk.store.queries import meetings as meetings_on_file
from dxdesk.store.queries import minutes as minutes_on_file
from dxdesk.store.verification import verify
from dxdesk.wording.meeting import phrases_for
from tests.builders import REAL_TOWNS, open_desk, real_plan, start_cycle

DAY = date(2025, 2, 13)


def answer_all(change: Change, cycle: Cycle, turn: int) -> None:
    """A complete draft for every slot; the statuses go round and differ from one cycle to the next."""
    plan = plans.plan(change.connection, cycle.plan_revision)
    names = plans.names(plans.departments(change.connection))
    for place, unit in enumerate(plan.units):
        for department in cycles.asked(change.connection, cycle.id)[unit.id]:
            found = replies.find_place(change, cycle, unit.code or "", names[department])
            status = CHOSEN[(place + turn) % len(CHOSEN)]
            replies.record_draft(
                change, found, {"status": status, "results": f"{unit.name}を進めた。", "discuss": "none"}
            )


def draw_all(change: Change, cycle: Cycle) -> None:
    """取りまとめ of every unit that several were asked about, but for those that concern none of them."""
    concerned = {card.unit for card in board.board(change.connection, cycle).cards if card.status != "na"}
    plan = plans.plan(change.connection, cycle.plan_revision)
    names = plans.names(plans.departments(change.connection))
    for unit, asked in cycles.asked(change.connection, cycle.id).items():
        if len(asked) > 1 and unit in concerned:
            reviews.consolidate(change, cycle, plan.by_id[unit].code or "", use=names[asked[0]])


def meet(desk: Desk, cycle: Cycle, plan: Plan) -> None:
    desk.do(meetings.hold_meeting, cycle, plan.bodies[0].name, day=DAY, begins="13:30")
    meeting = desk.ask(finding.meeting)
    desk.do(agenda.adopt_proposal, meeting)
    for item in desk.ask(meetings_on_file.agenda, meeting.id):
        desk.do(meeting_records.record_decision, meeting, item.number, "approved", "原案のとおり進める。")
    desk.do(meeting_records.record_action, meeting, 1, [desk.ask(plans.departments)[0].name], None, "窓口を数える。")
    desk.do(meetings.close_meeting, meeting, ends="15:00")
    desk.do(minutes.draft, meeting, phrases_for)
    desk.do(minutes.confirm, meeting, by="副町長", on=date(2025, 3, 3))
    assert [each.state for each in desk.ask(minutes_on_file.versions, meeting.id)] == ["draft", "confirmed"]


@pytest.mark.parametrize(
    ("target", "town"), [*(("sqlite", town) for town in REAL_TOWNS), ("postgresql", "miharu")], indirect=["target"]
)
def test_a_plan_goes_through_a_whole_cycle_and_into_the_next(database: Database, town: str) -> None:
    plan = real_plan(town)
    desk = open_desk(database, plan)
    desk.do(add_department, "見本課")
    for group in plan.groups:
        if group.members is None:
            desk.do(set_group, group.name, "all")
    closed = []
    for turn, name in enumerate(("第1回", "第2回")):
        cycle = start_cycle(desk, name)
        desk.do(answer_all, cycle, turn)
        assert desk.do(handing_over.hand_in, cycle).incomplete == ()
        assert desk.ask(board.board, cycle).checking == len(plan.units)
        desk.do(reviews.accept_all, cycle)
        desk.do(draw_all, cycle)
        found = desk.ask(board.board, cycle)
        assert (found.asked, found.answered) == (len(plan.units), len(plan.units))
        assert sum(found.counts.values()) == len(found.cards)
        meet(desk, cycle, plan)
        before = desk.ask(board.board, cycle)
        desk.do(close_cycle, cycle)
        closed.append((desk.ask(finding.cycle, cycle.id), before))
    for cycle, before in closed:
        assert desk.ask(board.board, cycle) == before
    assert all(card.previous_status is not None for card in closed[1][1].cards)
    assert verify(database).ok
