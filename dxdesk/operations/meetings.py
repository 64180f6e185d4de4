"""Holding a meeting: who came, and closing it."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

from sqlalchemy import Table, delete, func, insert, select, update

from dxdesk.domain.calendar import parse_clock
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem, rule
from dxdesk.domain.meetings import (
    PRESENCES,
    Attendance,
    Meeting,
    Position,
)
from dxdesk.domain.text import NAME_CHARACTERS, check_line
from dxdesk.operations.change import Change, Outcome, Touched
from dxdesk.operations.meeting_drafts import keep_draft
from dxdesk.store import audit, tables
from dxdesk.store.queries import cycles, finding, meetings, minutes, plans
from dxdesk.store.queries.meeting_drafts import PLANNED, draft

SUBJECT_CHARACTERS = 60
"""So much of a text names a record in 操作の履歴."""


def next_number(change: Change, table: Table, meeting: str) -> int:
    last = change.connection.execute(select(func.max(table.c.number)).where(table.c.meeting == meeting)).scalar()
    return (last or 0) + 1


def add_record(
    change: Change, table: Table, meeting: Meeting, operation: str, subject: str, **values: object
) -> Outcome:
    """Adds a record of a meeting under its next number; the audit chain vouches for every value of it."""
    row = {"id": str(uuid.uuid4()), "meeting": meeting.id, "number": next_number(change, table, meeting.id), **values}
    change.connection.execute(insert(table).values(**row))
    change.enter(operation, subject[:SUBJECT_CHARACTERS], Touched.MEETINGS, after=audit.as_entered(row))
    return Outcome(operation, str(row["id"]), subject)


def hold_meeting(
    change: Change,
    cycle: Cycle,
    body: str,
    *,
    day: date,
    begins: str | None = None,
    ends: str | None = None,
    place: str | None = None,
) -> Outcome:
    """Makes a meeting of a body on a cycle; the members on file stand in its attendance as present.

    Times are ``HH:MM``. A cycle may have any number of meetings, of one body one a day. Raises Problem.
    """
    change.allow("agenda")
    if not cycles.cycle(change.connection, cycle.id).open:
        near = "、".join(each.name for each in cycles.cycles(change.connection) if each.open)
        raise rule("meeting.cycle_closed", "cycle", cycle=cycle.name, near=near or "（なし）")
    plan = plans.plan(change.connection, cycle.plan_revision)
    found = finding.body(plan, body)
    begins, ends = check_times(begins, ends)
    if any(each.body == found.id and each.day == day for each in meetings.meetings(change.connection, cycle.id)):
        raise rule("meeting.there_already", "date", meeting=found.name, day=day)
    identity = str(uuid.uuid4())
    sequence = change.connection.execute(select(func.max(tables.meetings.c.sequence))).scalar() or 0
    row = {
        "id": identity,
        "cycle": cycle.id,
        "body": found.id,
        "body_name": found.name,
        "day": day.isoformat(),
        "begins": begins,
        "ends": ends,
        "place": check_line(place, "place") if place else None,
        "state": "open",
        "sequence": sequence + 1,
    }
    change.connection.execute(insert(tables.meetings).values(**row))
    members = plans.members(change.connection, found.id)
    if members:
        change.connection.execute(
            insert(tables.attendances),
            [
                {
                    "meeting": identity,
                    "number": number,
                    "name": each.name,
                    "title": each.title,
                    "presence": "present",
                    "proxy_for": None,
                    "position": each.position,
                }
                for number, each in enumerate(members, start=1)
            ],
        )
    change.enter("meeting hold", found.name, Touched.MEETINGS, after=row)
    return Outcome("meeting hold", identity, found.name)


def _time(typed: str | None, place: str) -> str | None:
    return parse_clock(typed, place) if typed else None


def check_times(begins: str | None, ends: str | None) -> tuple[str | None, str | None]:
    """Both times as stored, ``HH:MM``. Raises Problem."""
    first, last = _time(begins, "from"), _time(ends, "to")
    if first and last and last < first:
        raise Problem("meeting.ends_before", "to", {"begins": first, "ends": last})
    return first, last


def check_open(change: Change, meeting: Meeting) -> None:
    """Raises Problem where the meeting is closed, be it since it was shown."""
    if meetings.meeting(change.connection, meeting.id).state != "open":
        raise rule("meeting.closed", "meeting", meeting=meeting.body_name)


def check_agenda_open(change: Change, meeting: Meeting) -> None:
    """Raises Problem where the agenda is confirmed."""
    if meetings.meeting(change.connection, meeting.id).agenda_confirmed is not None:
        raise rule("agenda.confirmed", "meeting", meeting=meeting.body_name)


def attend(
    change: Change,
    meeting: Meeting,
    name: str,
    presence: str,
    *,
    title: str | None = None,
    proxy_for: str | None = None,
    new: bool = False,
    position: Position | None = None,
) -> Outcome:
    """Notes who came: present, absent, observer, or as proxy for a member (the member's row then shows who came, with
    no title but their own).

    A name on the table is changed, that of an observer added; any other is added where it is ``new``, so that a
    mistyped name is nobody's. Who is added has the ``position`` given, else is 説明員・事務局 beside
    members on file, and a member where there are none. Raises Problem.
    """
    change.allow("record")
    check_open(change, meeting)
    if presence not in PRESENCES:
        raise Problem("presence.unknown", "as", {"text": presence, "choices": "、".join(PRESENCES)})
    who = check_line(name, "name", characters=NAME_CHARACTERS)
    if not who:
        raise Problem("member.empty", "name")
    title = check_line(title, "title", characters=NAME_CHARACTERS) if title else None
    if presence == "proxy" and not proxy_for:
        raise Problem("attend.proxy_for", "proxy_for")
    rows = meetings.attendance(change.connection, meeting.id)
    table = tables.attendances
    key = proxy_for or "" if presence == "proxy" else who
    number = next((n for n, each in enumerate(rows, start=1) if key in (each.name, each.proxy_for)), None)
    if presence == "proxy" and number is None:
        raise _unknown("member.unknown", "proxy_for", key, rows)
    if number is None and presence != "observer" and not new:
        raise _unknown("attend.unknown", "name", who, rows)
    values: dict[str, object] = {"name": who, "presence": presence}
    if number is not None:
        row = rows[number - 1]
        member = row.proxy_for or row.name
        if presence == "proxy":
            values["proxy_for"] = member
            if who != row.name:
                values["title"] = None
        elif row.presence == "proxy":
            values |= {"name": member, "proxy_for": None, "title": _title(change, meeting, member) or row.title}
    if title:
        values["title"] = title
    before = asdict(rows[number - 1]) if number is not None else None
    if number is None:
        number = next_number(change, table, meeting.id)
        values["position"] = position or ("staff" if plans.members(change.connection, meeting.body) else "member")
        change.connection.execute(insert(table).values(meeting=meeting.id, number=number, **values))
    else:
        change.connection.execute(
            update(table).where(table.c.meeting == meeting.id, table.c.number == number).values(**values)
        )
    change.enter("meeting attend", who, Touched.MEETINGS, before=before, after={**(before or {}), **values})
    return Outcome("meeting attend", f"{meeting.id}/{number}", who)


def _unknown(code: str, place: str, typed: str, rows: Sequence[Attendance]) -> Problem:
    return Problem(code, place, {"text": typed, "near": finding.nearest(typed, (each.name for each in rows))})


def leave_out(change: Change, meeting: Meeting, name: str) -> Outcome:
    """Takes somebody who was added by mistake off the attendance; who is a member stays. Raises Problem."""
    change.allow("record")
    check_open(change, meeting)
    who = check_line(name, "name", characters=NAME_CHARACTERS)
    rows = meetings.attendance(change.connection, meeting.id)
    found = next((each for each in rows if who in (each.name, each.proxy_for)), None)
    if found is None:
        raise _unknown("member.unknown", "name", who, rows)
    if any(each.name == (found.proxy_for or found.name) for each in plans.members(change.connection, meeting.body)):
        raise rule("attend.member", "name", text=found.proxy_for or found.name)
    table = tables.attendances
    number = rows.index(found) + 1
    change.connection.execute(delete(table).where(table.c.meeting == meeting.id, table.c.number == number))
    for later in range(number + 1, len(rows) + 1):
        change.connection.execute(
            update(table).where(table.c.meeting == meeting.id, table.c.number == later).values(number=later - 1)
        )
    change.enter("meeting leave out", found.name, Touched.MEETINGS, before=[found.name, found.presence])
    return Outcome("meeting leave out", f"{meeting.id}/{number}", found.name)


def _title(change: Change, meeting: Meeting, name: str) -> str | None:
    """The title of a member on file, which a proxy's own may have taken the place of."""
    return next((each.title for each in plans.members(change.connection, meeting.body) if each.name == name), None)


def close_meeting(change: Change, meeting: Meeting, *, ends: str | None = None) -> Outcome:
    """Closes a meeting: its records are locked, 宿題 states and minutes are not. Raises Problem.

    Where it ``ends`` at another time than was planned, the papers that were made before go on saying what was planned.
    """
    change.allow("agenda")
    check_open(change, meeting)
    held = meetings.meeting(change.connection, meeting.id)
    _, last = check_times(held.begins, ends)
    if last and held.ends != last and draft(change.connection, meeting.id, PLANNED) is None:
        keep_draft(change, meeting.id, PLANNED, {"ends": held.ends})
    values = {"state": "closed", **({"ends": last} if last else {})}
    change.connection.execute(update(tables.meetings).where(tables.meetings.c.id == meeting.id).values(**values))
    change.enter("meeting close", meeting.body_name, Touched.MEETINGS, after={"id": meeting.id, **values})
    return Outcome("meeting close", meeting.id, meeting.body_name)


def reopen_meeting(change: Change, meeting: Meeting, reason: str) -> Outcome:
    """Opens a closed meeting again, with a reason that stays in the audit chain; while its cycle is open and none of
    its minutes is confirmed. Raises Problem."""
    change.allow("agenda")
    if not cycles.cycle(change.connection, meeting.cycle).open:
        raise rule("cycle.closed", "cycle")
    if meetings.meeting(change.connection, meeting.id).state == "open":
        raise rule("meeting.open_already", "meeting", meeting=meeting.body_name)
    if any(each.state == "confirmed" for each in minutes.versions(change.connection, meeting.id)):
        raise rule("meeting.minutes_confirmed", "meeting", meeting=meeting.body_name)
    why = check_line(reason, "reason")
    if not why:
        raise Problem("reason.missing", "reason")
    change.connection.execute(update(tables.meetings).where(tables.meetings.c.id == meeting.id).values(state="open"))
    after = {"id": meeting.id, "state": "open", "reason": why}
    change.enter("meeting reopen", meeting.body_name, Touched.MEETINGS, after=after)
    return Outcome("meeting reopen", meeting.id, meeting.body_name)
