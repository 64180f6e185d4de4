"""What 会議 shows, asked of the store in one go: the meetings of a cycle, and everything about one of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dxdesk.domain.board import Item
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import AgendaItem, EarlierDecision, Meeting, MeetingRecord
from dxdesk.domain.plan_parts import Body, Department
from dxdesk.domain.reports import Report
from dxdesk.domain.settings import Settings
from dxdesk.store.queries import Connection, board, cycles, meeting_drafts, meetings, minutes, plans, reports
from dxdesk.store.queries import bodies as bodies_on_file
from dxdesk.store.queries.meeting_drafts import Fields
from dxdesk.store.queries.owners import owners


@dataclass(frozen=True)
class MeetingLine:
    """A meeting of the list with how much stands in it; ``minutes`` is the state of its newest version, or None."""

    record: MeetingRecord
    minutes: str | None


@dataclass(frozen=True)
class MeetingSource:
    """One meeting. ``above`` is the name of the body to which its body reports, None where it has the last word;
    ``kinds`` are the decisions that the plan gives to the body.

    ``matters`` is what the meeting sees of each unit, ``earlier`` what other meetings of the cycle have decided,
    ``reports`` what was reported on units since the meeting before, ``owners`` the department (id) responsible for each
    unit, ``drafts`` what is unfinished, by form."""

    record: MeetingRecord
    settings: Settings
    matters: Mapping[str, Item]
    earlier: tuple[EarlierDecision, ...]
    owners: Mapping[str, str]
    departments: tuple[Department, ...]
    drafts: Mapping[str, Fields]
    members: frozenset[str]
    minutes: str | None
    reports: Mapping[str, tuple[Report, ...]] = field(default_factory=dict)
    above: str | None = None
    kinds: tuple[str, ...] = ()

    @property
    def meeting(self) -> Meeting:
        """The meeting itself."""
        return self.record.meeting

    def item(self, key: str) -> AgendaItem | None:
        """The item of an id."""
        return next((each for each in self.record.items if each.id == key), None)

    def number_of(self, key: str) -> int:
        """The number of an item by its id; 0 for one that is not on the agenda."""
        item = self.item(key)
        return item.number if item else 0


def _minutes(connection: Connection, meeting: str) -> str | None:
    known = minutes.versions(connection, meeting)
    return known[-1].state if known else None


def _owners(connection: Connection, cycle: Cycle) -> dict[str, str]:
    """The department of a unit: its 主管, else the one that is asked alone; a unit of several equals has none."""
    return {unit: found[0] for unit, found in owners(connection, cycle).items() if len(found) == 1}


def read_meetings(connection: Connection, cycle: str) -> tuple[MeetingLine, ...]:
    """The meetings of a cycle in the order in which they were opened."""
    return tuple(
        MeetingLine(meetings.record(connection, each), _minutes(connection, each.id))
        for each in meetings.meetings(connection, cycle)
    )


def read_meeting(connection: Connection, meeting: str) -> MeetingSource:
    """Everything about one meeting, which must exist."""
    held = meetings.meeting(connection, meeting)
    cycle = cycles.cycle(connection, held.cycle)
    record = meetings.record(connection, held)
    own, upper = bodies_on_file.of_meeting(connection, held), bodies_on_file.above(connection, held)
    wanted = {each.unit for each in record.items}
    return MeetingSource(
        record=record,
        settings=plans.settings(connection, cycle.settings_revision)[1],
        matters={unit: item for unit, item in board.items(connection, cycle).items() if unit in wanted},
        earlier=meetings.earlier_decisions(connection, held),
        owners=_owners(connection, cycle),
        departments=plans.departments(connection),
        drafts=meeting_drafts.drafts(connection, meeting),
        members=frozenset(each.name for each in plans.members(connection, held.body)),
        minutes=_minutes(connection, meeting),
        reports=reports.news_for(connection, held),
        above=upper.name if upper else None,
        kinds=own.decision_kinds if own else (),
    )


def bodies(connection: Connection, cycle: Cycle) -> tuple[Body, ...]:
    """The committees of the plan that the cycle is pinned to; of those the ones that are still used."""
    pinned, using = plans.plan(connection, cycle.plan_revision).bodies, plans.plan(connection).bodies
    known = {each.id for each in using}
    return tuple(each for each in pinned if each.id in known) or pinned


def per_year(connection: Connection, meeting: Meeting) -> int | None:
    """How often in a year the body of a meeting meets, as the plan says; None where it does not."""
    cycle = cycles.cycle(connection, meeting.cycle)
    found = plans.plan(connection, cycle.plan_revision).bodies
    return next((each.rhythm.per_year for each in found if each.id == meeting.body and each.rhythm), None)
