"""Gathering what 個票 say of decisions: the meeting's own, what the body below concluded, what was decided before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import Conclusion, EarlierDecision, Meeting, MeetingRecord
from dxdesk.domain.sheets import Decided, decided
from dxdesk.store.queries import Connection, board, bodies, meetings
from dxdesk.store.queries.conclusions import concluded_below, left_open, told_before


@dataclass(frozen=True)
class Decisions:
    """By unit what is to be decided, what was, and what other meetings said; ``above`` is the name of the body to which
    the one that decides reports."""

    asks: Mapping[str, str]
    made: Mapping[str, Decided]
    below: Mapping[str, Conclusion]
    before: Mapping[str, EarlierDecision]
    above: str | None


def decisions_of(connection: Connection, cycle: Cycle, names: Mapping[str, str], meeting: Meeting | None) -> Decisions:
    """What the 個票 for a ``meeting`` say: only what it decided itself stands as its decision, with its own 宿題; what
    an earlier one of the cycle decided stands beside, dated, and so does what earlier cycles left open. Without one,
    what the last that decided said.

    ``names`` are those of departments by id.
    """
    given = board.actions(connection, cycle, cycle.id)
    held = [
        replace(meetings.record(connection, each), actions=given) for each in meetings.meetings(connection, cycle.id)
    ]
    if meeting is not None:
        own = {each.id for each in meetings.actions(connection, meeting.id)}
        its = tuple(each for each in given if each.id in own)
        held = [replace(each, actions=its) for each in held if each.meeting.id == meeting.id]
    last = held[-1] if held else None
    left = left_open(connection, cycle)
    if last is None:
        return Decisions({}, {}, {}, left, None)
    there = {each.unit for each in last.items}
    below = {unit: each for unit, each in concluded_below(connection, last.meeting).items() if unit in there}
    upper = bodies.above(connection, last.meeting)
    return Decisions(
        asks={item.unit: item.ask for record in held for item in record.items if item.unit and item.ask},
        made=_made(held, last, below, names),
        below=below,
        before=_before(connection, meeting, below, left) if meeting else left,
        above=upper.name if upper else None,
    )


def _made(
    held: Sequence[MeetingRecord], last: MeetingRecord, below: Mapping[str, Conclusion], names: Mapping[str, str]
) -> dict[str, Decided]:
    """What the newest of these meetings that decided about a unit decided; where the body below concluded, the last."""
    found: dict[str, Decided] = {}
    for record in held:
        for unit in {each.unit for each in record.decisions if each.unit}:
            made = decided(record, unit, names, board.ACTION_WORDS)
            if made is not None and (unit not in below or record is last):
                found[unit] = made
    return found


def _before(
    connection: Connection, meeting: Meeting, below: Mapping[str, Conclusion], left: Mapping[str, EarlierDecision]
) -> dict[str, EarlierDecision]:
    """By unit what was decided last before a meeting, as far as it may be told and is not told as a conclusion; what
    earlier cycles ``left`` open where this one has decided nothing yet."""
    told = [each for each in told_before(connection, meeting) if each.decision.unit is not None]
    decided_now = {each.decision.unit for each in told}
    return {unit: each for unit, each in left.items() if unit not in decided_now} | {
        each.decision.unit: each
        for each in told
        if each.decision.unit is not None and (each.decision.unit not in below or each.meeting.body == meeting.body)
    }
