"""新旧対照表: what the newest plan changes, a proposal until a cycle uses it, a part of the packet while it is one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.domain.printing import PrintKind, Wanted
from dxdesk.operations import cycles, meeting_records, meetings
from dxdesk.operations.plans import import_plan
from dxdesk.operations.printing_documents import print_document
from dxdesk.operations.printing_packet_parts import offered
from dxdesk.store.queries import finding
from dxdesk.store.queries.cycles import cycle as cycle_on_file
from tests.builders import COMMITTEE, MOMENT, PLAN, SECRETARIAT, accepted, start_cycle
from tests.documents.reading import page_texts


def text_of(desk: Desk, cycle: Cycle, kind: PrintKind = "comparison", meeting: str | None = None) -> str:
    wanted = Wanted(kind, meeting=meeting)
    return "".join(page_texts(desk.ask(print_document, cycle, wanted, SECRETARIAT, MOMENT).pdf))


def change_the_plan(desk: Desk, name: str = "改めた名前") -> None:
    unit = PLAN.units[0]
    nodes = tuple(replace(each, name=name) if each.id == unit.id else each for each in PLAN.nodes)
    desk.do(import_plan, replace(PLAN, nodes=nodes))


def test_there_is_no_table_where_nothing_was_changed(desk: Desk, cycle: Cycle) -> None:
    with pytest.raises(Problem) as problem:
        text_of(desk, cycle)
    assert problem.value.code == "print.no_changes"
    assert "changes" not in desk.ask(offered, cycle)


def test_a_plan_that_was_changed_in_no_initiative_is_no_change_to_decide(desk: Desk, cycle: Cycle) -> None:
    desk.do(import_plan, replace(PLAN, edition="改めた版"))
    assert "changes" not in desk.ask(offered, cycle)


def test_the_table_is_a_proposal_until_a_cycle_uses_the_plan(desk: Desk, cycle: Cycle) -> None:
    change_the_plan(desk)
    before = text_of(desk, cycle)
    assert "（案）" in before
    assert "改めた名前" in before
    desk.do(cycles.close_cycle, cycle)
    second = start_cycle(desk, "第2回")
    assert "改めた名前" in text_of(desk, second)
    assert "（案）" not in text_of(desk, second)


def test_an_answer_that_the_meeting_corrected_is_still_one_answer(desk: Desk, cycle: Cycle) -> None:
    code = PLAN.units[0].code or ""
    accepted(desk, cycle, code)
    desk.do(meetings.hold_meeting, cycle, COMMITTEE, day=date(2025, 2, 13))
    desk.do(meeting_records.correct_on_floor, desk.ask(finding.meeting), code, "results", "改めた。", "渡邊　和夫")
    change_the_plan(desk)
    assert f"（取組{code}の1件）は、改正前の計画への回答として残す。" in text_of(desk, cycle)


def test_a_packet_has_the_change_that_waits_to_be_decided_and_keeps_it_in_the_closed_cycle(
    desk: Desk, cycle: Cycle
) -> None:
    desk.do(meetings.hold_meeting, cycle, COMMITTEE, day=date(2025, 2, 13))
    held = desk.ask(finding.meeting)
    assert "新旧対照表" not in text_of(desk, cycle, "packet", held.id)
    change_the_plan(desk)
    assert "新旧対照表（案）" in text_of(desk, cycle, "packet", held.id)
    desk.do(meetings.close_meeting, held)
    open_one = text_of(desk, cycle, "packet", held.id)
    desk.do(cycles.close_cycle, cycle)
    closed = desk.ask(cycle_on_file, cycle.id)
    assert "changes" in desk.ask(offered, closed)
    kept = text_of(desk, closed, "packet", held.id)
    assert "新旧対照表（案）" in kept
    assert kept == open_one
    start_cycle(desk, "第2回")
    change_the_plan(desk, "また改めた名前")
    assert text_of(desk, closed, "packet", held.id) == kept


def test_what_is_changed_after_a_cycle_was_closed_is_not_in_its_packet(desk: Desk, cycle: Cycle) -> None:
    desk.do(cycles.close_cycle, cycle)
    closed = desk.ask(cycle_on_file, cycle.id)
    change_the_plan(desk)
    assert "changes" not in desk.ask(offered, closed)
