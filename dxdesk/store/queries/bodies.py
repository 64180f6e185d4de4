"""The committees of a town: those in use, those that are not any more, and what each has on file."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, Table, func, select

from dxdesk.domain.meetings import Meeting
from dxdesk.domain.plan_parts import Body
from dxdesk.store import tables
from dxdesk.store.queries import cycles, plans


@dataclass(frozen=True)
class BodyOnFile:
    """A committee, whether it is in the newest revision of the plan, how many members are on its list, and how many
    meetings it held."""

    body: Body
    in_use: bool
    members: int
    meetings: int


def unused(connection: Connection) -> tuple[Body, ...]:
    """The committees that earlier revisions of the plan had and the newest one has not, as they were last."""
    table = tables.plan_revisions
    found: dict[str, Body] = {}
    for revision in connection.scalars(select(table.c.id).order_by(table.c.number)):
        found |= {each.id: each for each in plans.plan(connection, revision).bodies}
    now = {each.id for each in plans.plan(connection).bodies}
    return tuple(each for each in found.values() if each.id not in now)


def meeting_now(connection: Connection) -> frozenset[str]:
    """The committees (ids) of which a meeting is open."""
    table = tables.meetings
    return frozenset(connection.scalars(select(table.c.body).where(table.c.state == "open")))


def of_meeting(connection: Connection, held: Meeting) -> Body | None:
    """The committee of a meeting as the plan of its cycle has it; None where it was taken out of that plan."""
    plan = plans.plan(connection, cycles.cycle(connection, held.cycle).plan_revision)
    return next((each for each in plan.bodies if each.id == held.body), None)


def above(connection: Connection, held: Meeting) -> Body | None:
    """The body to which the committee of a meeting reports; None where it has the last word."""
    plan = plans.plan(connection, cycles.cycle(connection, held.cycle).plan_revision)
    upper = next((each.reports_to for each in plan.bodies if each.id == held.body), None)
    return next((each for each in plan.bodies if each.id == upper), None)


def bodies_on_file(connection: Connection) -> tuple[BodyOnFile, ...]:
    """Those in use in the plan's order, then those that are not and of which something is on file."""
    members, meetings = (_counts(connection, table) for table in (tables.members, tables.meetings))
    using = plans.plan(connection).bodies
    rest = [each for each in unused(connection) if members.get(each.id) or meetings.get(each.id)]
    return tuple(
        BodyOnFile(each, each in using, members.get(each.id, 0), meetings.get(each.id, 0)) for each in (*using, *rest)
    )


def _counts(connection: Connection, table: Table) -> dict[str, int]:
    rows = connection.execute(select(table.c.body, func.count().label("held")).group_by(table.c.body))
    return {row.body: row.held for row in rows}
