"""Gathering what 前回の決定と宿題の処理状況 shows."""

from __future__ import annotations

from datetime import datetime
from typing import cast

from dxdesk.domain.action_items import ListedAction
from dxdesk.domain.calendar import fiscal_year_short
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.last_meeting import DecidedLast, LastMeeting, meeting_before
from dxdesk.domain.meetings import ActionState, Meeting
from dxdesk.domain.minutes_draft import meeting_name
from dxdesk.store.queries import Connection, cycles, meetings, plans
from dxdesk.store.queries.actions import action_list
from dxdesk.store.queries.conclusions import withheld
from dxdesk.store.queries.meetings_held import held_and


def last_meeting(connection: Connection, cycle: Cycle, held: Meeting, now: str) -> LastMeeting | None:
    """What became of what was decided before a meeting; None where no meeting came before it.

    ``now`` is an ISO moment; of a closed cycle it is that of its close record, and so are the states of the 宿題. What
    the minutes of another body withhold is not told.
    """
    before = meeting_before(held, held_and(connection, held))
    if before is None:
        return None
    earlier = cycles.cycle(connection, before.cycle)
    record = cycles.official(connection, cycle)
    states = cast("dict[str, ActionState]", dict(record.actions)) if record else None
    others = [each for each in meetings.meetings(connection) if each.body != held.body]
    hidden = {source for each in others for source in withheld(connection, each)}
    reported = [each for each in action_list(connection, cycle, states) if _told(each, held, before)]
    given = tuple(each for each in reported if each.action.id not in hidden)
    return LastMeeting(
        plans.settings(connection, cycle.settings_revision)[1],
        meeting_name(before, earlier),
        before.day,
        _decisions(connection, earlier, before, given, hidden),
        given,
        datetime.fromisoformat(now).astimezone().date(),
    )


def _told(listed: ListedAction, held: Meeting, before: Meeting) -> bool:
    """Whether a 宿題 is reported on: those of the last meeting, and of older ones what is not done."""
    given = listed.numbered.meeting
    return given.id == before.id or (given.id != held.id and given.day <= held.day and listed.action.state != "done")


def _decisions(
    connection: Connection, cycle: Cycle, before: Meeting, given: tuple[ListedAction, ...], hidden: set[str]
) -> tuple[DecidedLast, ...]:
    year = fiscal_year_short(cycle.fiscal_year)[1:]
    start, _ = meetings.numbers_before(connection, before)
    plan = plans.plan(connection, cycle.plan_revision)
    titles = {item.number: item.title for item in meetings.agenda(connection, before.id)}
    found = []
    for each in meetings.decisions(connection, before.id):
        if each.id in hidden:
            continue
        unit = plan.by_id.get(each.unit or "")
        number = plan.numbers.get(each.unit or "", "")
        subject = f"{number} {unit.short_name or unit.name}".strip() if unit else titles.get(each.item, "")
        along = tuple(one for one in given if one.numbered.meeting.id == before.id and one.action.item == each.item)
        found.append(DecidedLast(f"{year}-{start + each.number}", each, subject, along))
    return tuple(found)
