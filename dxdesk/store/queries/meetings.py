"""Meetings, what was recorded in them, and their minutes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection, Row, select

from dxdesk.domain.calendar import fiscal_year_short
from dxdesk.domain.counting import ordinals
from dxdesk.domain.meetings import (
    ActionItem,
    AgendaItem,
    Attendance,
    Decision,
    EarlierDecision,
    FloorCorrection,
    Meeting,
    MeetingRecord,
    NumberedAction,
    Opinion,
    Remark,
)
from dxdesk.store import tables
from dxdesk.store.queries import cycles


def _meeting(row: Row[tuple[object, ...]]) -> Meeting:
    return Meeting(
        id=row.id,
        cycle=row.cycle,
        body=row.body,
        body_name=row.body_name,
        day=date.fromisoformat(row.day),
        begins=row.begins,
        ends=row.ends,
        place=row.place,
        state=row.state,
        agenda_confirmed=row.agenda_confirmed,
        next_day=date.fromisoformat(row.next_day) if row.next_day else None,
    )


def meetings(connection: Connection, cycle: str | None = None) -> tuple[Meeting, ...]:
    """Meetings in the order in which they were made, of one cycle or of all."""
    rows = connection.execute(select(tables.meetings).order_by(tables.meetings.c.sequence))
    found = tuple(_meeting(row) for row in rows)
    names = connection.execute(select(tables.cycles.c.id, tables.cycles.c.name))
    called = ordinals(found, {row.id: row.name for row in names})
    return tuple(
        replace(each, ordinal=called.get(each.id, "")) for each in found if cycle is None or each.cycle == cycle
    )


def meeting(connection: Connection, identity: str) -> Meeting:
    """The meeting with this id; it must exist."""
    return next(each for each in meetings(connection) if each.id == identity)


def coming_day(connection: Connection, held: Meeting) -> date | None:
    """When the body of a meeting meets next: as was said at its end, else the first later meeting on file."""
    later = [each.day for each in meetings(connection) if each.body == held.body and each.day > held.day]
    return meeting(connection, held.id).next_day or min(later, default=None)


def attendance(connection: Connection, meeting: str) -> tuple[Attendance, ...]:
    """The attendance table of a meeting, in its order."""
    table = tables.attendances
    rows = connection.execute(select(table).where(table.c.meeting == meeting).order_by(table.c.number))
    return tuple(Attendance(row.name, row.title, row.presence, row.proxy_for, row.position) for row in rows)


def agenda(connection: Connection, meeting: str) -> tuple[AgendaItem, ...]:
    """The agenda of a meeting, by number."""
    table = tables.agenda_items
    rows = connection.execute(select(table).where(table.c.meeting == meeting).order_by(table.c.number))
    return tuple(
        AgendaItem(row.id, row.number, row.kind, row.unit, row.code, row.title, row.ask, row.minutes) for row in rows
    )


def decisions(connection: Connection, meeting: str) -> tuple[Decision, ...]:
    """What was decided, in the order in which it was recorded, numbered from 1 without gaps."""
    table = tables.decisions
    rows = connection.execute(select(table).where(table.c.meeting == meeting).order_by(table.c.number))
    return tuple(
        Decision(
            id=row.id,
            number=number,
            item=row.item,
            unit=row.unit,
            result=row.result,
            text=row.text,
            read_back=bool(row.read_back),
            read_back_at=row.read_back_at,
            kind=row.kind,
            council=bool(row.council),
        )
        for number, row in enumerate(rows, start=1)
    )


def opinions(connection: Connection, meeting: str) -> tuple[Opinion, ...]:
    """付帯意見, in the order in which they were recorded, numbered from 1 without gaps."""
    table = tables.opinions
    rows = connection.execute(select(table).where(table.c.meeting == meeting).order_by(table.c.number))
    return tuple(Opinion(row.id, number, row.item, row.unit, row.text) for number, row in enumerate(rows, start=1))


def _action(row: Row[tuple[object, ...]]) -> ActionItem:
    return ActionItem(
        id=row.id,
        number=row.number,
        item=row.item,
        unit=row.unit,
        departments=tuple(json.loads(row.departments)),
        due=date.fromisoformat(row.due) if row.due else None,
        text=row.text,
        state=row.state,
        outcome=row.outcome,
    )


def actions(connection: Connection, meeting: str) -> tuple[ActionItem, ...]:
    """The 宿題 of a meeting, in the order in which they were recorded, numbered from 1 without gaps."""
    table = tables.action_items
    rows = connection.execute(select(table).where(table.c.meeting == meeting).order_by(table.c.number))
    return tuple(replace(_action(row), number=number) for number, row in enumerate(rows, start=1))


def actions_of_cycle(connection: Connection, cycle: str) -> tuple[ActionItem, ...]:
    """The 宿題 of all meetings of a cycle, oldest meeting first."""
    table = tables.action_items
    rows = connection.execute(
        select(table)
        .join(tables.meetings, tables.meetings.c.id == table.c.meeting)
        .where(tables.meetings.c.cycle == cycle)
        .order_by(tables.meetings.c.sequence, table.c.number)
    )
    return tuple(_action(row) for row in rows)


def all_actions(connection: Connection) -> tuple[ActionItem, ...]:
    """The 宿題 of all meetings, oldest meeting first."""
    table = tables.action_items
    rows = connection.execute(
        select(table)
        .join(tables.meetings, tables.meetings.c.id == table.c.meeting)
        .order_by(tables.meetings.c.sequence, table.c.number)
    )
    return tuple(_action(row) for row in rows)


def numbers_before(connection: Connection, held: Meeting) -> tuple[int, int]:
    """How many decisions and 宿題 the earlier meetings of the fiscal year and body have; their numbers go on."""
    before_decisions = before_actions = 0
    years = {each.id: each.fiscal_year for each in cycles.cycles(connection)}
    for each in meetings(connection):
        if each.id == held.id:
            break
        if each.body == held.body and years[each.cycle] == years[held.cycle]:
            before_decisions += len(decisions(connection, each.id))
            before_actions += len(actions(connection, each.id))
    return before_decisions, before_actions


def numbered_actions(connection: Connection, cycle: str) -> tuple[NumberedAction, ...]:
    """The 宿題 of all meetings of a cycle with their numbers, oldest meeting first."""
    year = fiscal_year_short(cycles.cycle(connection, cycle).fiscal_year)[1:]
    found = []
    for held in meetings(connection, cycle):
        _, before = numbers_before(connection, held)
        found += [NumberedAction(f"{year}-{before + each.number}", held, each) for each in actions(connection, held.id)]
    return tuple(found)


def remarks(connection: Connection, meeting: str) -> tuple[Remark, ...]:
    """What was said, in order."""
    table = tables.remarks
    rows = connection.execute(select(table).where(table.c.meeting == meeting).order_by(table.c.number))
    return tuple(Remark(row.id, row.item, row.speaker, row.kind, row.text, bool(row.public)) for row in rows)


def earlier_decisions(connection: Connection, held: Meeting) -> tuple[EarlierDecision, ...]:
    """What other meetings of the same cycle decided before this one, in the order of their days."""
    known = sorted(enumerate(meetings(connection, held.cycle)), key=lambda each: (each[1].day, each[0]))
    ordered = [each for _, each in known]
    place = next((place for place, one in enumerate(ordered) if one.id == held.id), 0)
    return decisions_of(connection, ordered[:place])


def decisions_of(connection: Connection, held: Sequence[Meeting]) -> tuple[EarlierDecision, ...]:
    """What meetings decided, in their order; the 付帯意見 about an item with the last decision about it."""
    found = []
    for each in held:
        titles = {item.number: item.title for item in agenda(connection, each.id)}
        made, said = decisions(connection, each.id), opinions(connection, each.id)
        last = {decision.item: decision.id for decision in made}
        for decision in made:
            along = tuple(one for one in said if one.item == decision.item and last[decision.item] == decision.id)
            found.append(EarlierDecision(each, titles.get(decision.item, ""), decision, along))
    return tuple(found)


def corrections(connection: Connection, meeting: str) -> tuple[FloorCorrection, ...]:
    """席上修正, in order."""
    table = tables.floor_corrections
    rows = connection.execute(select(table).where(table.c.meeting == meeting).order_by(table.c.number))
    return tuple(FloorCorrection(row.item, row.unit, row.field, row.before, row.after, row.asked_by) for row in rows)


def record(connection: Connection, held: Meeting) -> MeetingRecord:
    """Everything recorded of one meeting."""
    return MeetingRecord(
        meeting=held,
        attendance=attendance(connection, held.id),
        items=agenda(connection, held.id),
        decisions=decisions(connection, held.id),
        actions=actions(connection, held.id),
        remarks=remarks(connection, held.id),
        corrections=corrections(connection, held.id),
        opinions=opinions(connection, held.id),
    )
