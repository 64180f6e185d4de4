"""What other meetings concluded before one, as far as it may be told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection

from dxdesk.domain.agenda import OPEN
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import Conclusion, EarlierDecision, Meeting
from dxdesk.domain.minutes import withhold_items
from dxdesk.store.queries import cycles, meetings, minutes, plans


def told_before(connection: Connection, meeting: Meeting) -> tuple[EarlierDecision, ...]:
    """What other meetings of the cycle have decided, with their 付帯意見; nothing that their minutes withhold."""
    return _as_told(connection, meetings.earlier_decisions(connection, meeting))


def left_open(connection: Connection, cycle: Cycle) -> dict[str, EarlierDecision]:
    """By unit what was decided last about it in the cycles before one, where that leaves it open; nothing that minutes
    withhold."""
    order = [each.id for each in cycles.cycles(connection)]
    before = order[: order.index(cycle.id)]
    held = [each for each in meetings.meetings(connection) if each.cycle in before]
    last = {
        each.decision.unit: each
        for each in meetings.decisions_of(connection, sorted(held, key=lambda one: one.day))
        if each.decision.unit is not None
    }
    found = _as_told(connection, [each for each in last.values() if each.decision.result in OPEN])
    return {each.decision.unit: each for each in found if each.decision.unit is not None}


def _as_told(connection: Connection, found: Sequence[EarlierDecision]) -> tuple[EarlierDecision, ...]:
    """These decisions without what the minutes of their meetings withhold."""
    held = {each.meeting.id: each.meeting for each in found}
    hidden = {source for each in held.values() for source in withheld(connection, each)}
    return tuple(
        replace(each, opinions=tuple(one for one in each.opinions if one.id not in hidden))
        for each in found
        if each.decision.id not in hidden
    )


def withheld(connection: Connection, held: Meeting) -> set[str]:
    """Which decisions, opinions and 宿題 (ids) the minutes of a meeting withhold."""
    versions = minutes.versions(connection, held.id)
    blocks = withhold_items(versions[-1].blocks, meetings.record(connection, held)) if versions else ()
    return {each.source for each in blocks if each.source is not None and not each.public}


def concluded_below(connection: Connection, meeting: Meeting) -> dict[str, Conclusion]:
    """By unit what the bodies that report to the body of a meeting concluded about it last."""
    plan = plans.plan(connection, cycles.cycle(connection, meeting.cycle).plan_revision)
    below = {each.id for each in plan.bodies if each.reports_to == meeting.body}
    if not below:
        return {}
    return {
        each.decision.unit: Conclusion(
            each.meeting.body_name,
            each.decision.result,
            each.decision.text,
            tuple(opinion.text for opinion in each.opinions),
        )
        for each in told_before(connection, meeting)
        if each.decision.unit is not None and each.meeting.body in below
    }
