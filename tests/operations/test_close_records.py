"""A closed cycle stays as it was: its records say all that a print of it needs."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.operations import cycles, departments, meeting_records, meetings, replies
from dxdesk.store import audit, tables
from dxdesk.store.queries import board, finding
from dxdesk.store.queries import cycles as on_file
from tests.builders import COMMITTEE, SOUMU, ZEIMU, accepted, at, start_cycle, uid, write


def _closed(desk: Desk, cycle: Cycle, reason: str | None = None) -> Cycle:
    desk.do(cycles.close_cycle, cycle, reason)
    return desk.ask(finding.cycle, cycle.id)


def _said(desk: Desk, cycle: Cycle) -> list[tuple[str, str | None]]:
    found = []
    for each, views in desk.ask(board.past, cycle):
        counted = views[uid("書かない窓口")].counted
        found.append((each.name, counted.answer.results if counted and counted.answer else None))
    return found


def test_the_history_of_a_closed_cycle_stays_though_older_cycles_are_reopened_and_closed_otherwise(desk: Desk) -> None:
    first = start_cycle(desk, "第1回")
    accepted(desk, first, "重点-1", ZEIMU, results="一。")
    first = _closed(desk, first)
    second = start_cycle(desk, "第2回")
    accepted(desk, second, "重点-1", ZEIMU, results="二。")
    second = _closed(desk, second)
    third = _closed(desk, start_cycle(desk, "第3回"))
    before = _said(desk, third)
    assert before == [("第1回", "一。"), ("第2回", "二。")]

    desk.do(cycles.reopen_cycle, second, "直すため")
    desk.do(cycles.reopen_cycle, first, "直すため")
    accepted(desk, desk.ask(finding.cycle, first.id), "重点-1", ZEIMU, results="直した一。")
    _closed(desk, first)
    _closed(desk, second)
    assert _said(desk, third) == before
    assert _said(desk, desk.ask(finding.cycle, second.id)) == [("第1回", "直した一。")]


def test_a_closed_cycle_shows_no_action_item_given_since(desk: Desk) -> None:
    first = start_cycle(desk, "第1回")
    held = desk.do(meetings.hold_meeting, first, COMMITTEE, day=date(2025, 2, 13))
    meeting = desk.ask(finding.meeting, held.id)
    desk.do(meeting_records.record_action, meeting, None, [SOUMU], None, "先のもの")
    second = _closed(desk, start_cycle(desk, "第2回"))
    desk.do(meeting_records.record_action, meeting, None, [SOUMU], None, "後のもの")
    assert [each.text for each in desk.ask(board.actions, second, first.id)] == ["先のもの"]


def test_a_closed_cycle_keeps_names_and_short_names_of_its_departments(desk: Desk) -> None:
    desk.do(departments.add_department, "会計課", short="会計", from_day=date(2020, 4, 1))
    cycle = start_cycle(desk)
    shown = [(each.name, each.short) for each in desk.ask(on_file.departments, cycle)]
    cycle = _closed(desk, cycle)
    desk.do(departments.rename_department, "会計課", "出納課")
    assert [(each.name, each.short) for each in desk.ask(on_file.departments, cycle)] == shown
    assert ("会計課", "会計") in shown


def test_the_audit_chain_vouches_for_the_whole_close_record(desk: Desk) -> None:
    cycle = start_cycle(desk)
    cycle = _closed(desk, cycle)
    with desk.database.read() as connection:
        row = connection.execute(select(tables.close_records)).one()
        record = on_file.official(connection, cycle)
        assert record is not None
        entry = connection.execute(select(tables.audit).where(tables.audit.c.sequence == record.audit_sequence)).one()
    assert (entry.operation, entry.after) == ("cycle close", audit.digest_of(row.hash))
    assert record.format == 1


def test_a_close_record_lists_the_units_as_the_plan_does(desk: Desk) -> None:
    cycle = start_cycle(desk)
    write(desk, cycle, "検討-5", SOUMU)
    desk.do(at, cycle, "検討-5", SOUMU, replies.submit)
    cycle = _closed(desk, cycle, "受理しないまま締める")
    record = desk.ask(on_file.official, cycle)
    assert record is not None
    names = ("書かない窓口", "オンライン申請", "手続の案内", "文書の電子化", "研修", "会議の見直し")
    assert [each.unit for each in record.units] == [uid(name) for name in names]


def test_a_close_record_of_another_format_is_not_read_as_this_one(desk: Desk) -> None:
    cycle = _closed(desk, start_cycle(desk))
    record = desk.ask(on_file.official, cycle)
    assert record is not None
    with pytest.raises(ValueError, match="2"):
        on_file.close_record_from(replace(record, format=2).__dict__)
