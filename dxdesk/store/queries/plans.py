"""The plan, the settings, the departments and the members on file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import Connection, Row, select

from dxdesk.domain.errors import Problem
from dxdesk.domain.meetings import Member
from dxdesk.domain.plan_parts import Department, DepartmentGroup, Owner
from dxdesk.domain.plan_records import plan_from_record
from dxdesk.domain.plans import Plan
from dxdesk.domain.settings import Settings, settings_from
from dxdesk.store import tables
from dxdesk.store.queries.kept import Kept


@dataclass(frozen=True)
class Identity:
    """Whose database this is; ``kind`` secretariat or liaison, ``sample`` marks 見本."""

    database_id: str
    kind: str
    town: str
    sample: bool


@dataclass(frozen=True)
class PlanRevision:
    """A revision of the plan: id (SHA-256 of its record), number from 1, when and by whom it was taken in."""

    id: str
    number: int
    moment: str
    author: str | None
    plan: Plan


def database_id(connection: Connection) -> str:
    """Which database this is; empty before a town is put into it."""
    return connection.scalar(select(tables.identity.c.database_id)) or ""


def identity(connection: Connection) -> Identity:
    """Whose database this is."""
    row = connection.execute(select(tables.identity)).one()
    return Identity(row.database_id, row.kind, row.town, bool(row.sample))


_PLANS: Final = Kept[Plan](32)
_SETTINGS: Final = Kept[Settings](32)


def plan_revision(connection: Connection, revision: str | None = None) -> PlanRevision:
    """A revision by id, by default the newest. Raises Problem (plan.none) where there is no plan."""
    table = tables.plan_revisions
    statement = select(table.c.id, table.c.number, table.c.moment, table.c.author)
    if revision is None:
        statement = statement.order_by(table.c.number.desc()).limit(1)
    else:
        statement = statement.where(table.c.id == revision)
    row = connection.execute(statement).one_or_none()
    if row is None:
        raise Problem("plan.none", kind="rule")
    plan = _PLANS.get(row.id)
    if plan is None:
        content = connection.execute(select(table.c.content).where(table.c.id == row.id)).scalar_one()
        plan = _PLANS.keep(row.id, plan_from_record(json.loads(content)))
    return PlanRevision(row.id, row.number, row.moment, row.author, plan)


def plan(connection: Connection, revision: str | None = None) -> Plan:
    """The plan of a revision, by default the newest."""
    return plan_revision(connection, revision).plan


def exported_plan(connection: Connection) -> PlanRevision:
    """The newest revision with the departments and groups as they stand today: what is shown and exported.

    Owners are told by today's names, for an owner must be a department or group of the same plan.
    """
    newest = plan_revision(connection)
    today = departments(connection)
    taken, now = {each.name for each in today}, names(today)
    renamed = {each.name: now[each.id] for each in newest.plan.departments if each.id in now and each.name not in taken}

    def named(owners: tuple[Owner, ...]) -> tuple[Owner, ...]:
        return tuple(replace(each, name=renamed.get(each.name, each.name)) for each in owners)

    plan = replace(
        newest.plan,
        owners=named(newest.plan.owners),
        nodes=tuple(replace(each, owners=named(each.owners)) if renamed else each for each in newest.plan.nodes),
        departments=today,
        groups=groups(connection),
    )
    return replace(newest, plan=plan)


def settings(connection: Connection, revision: str | None = None) -> tuple[str, Settings]:
    """A settings revision (its id, the settings), by default the newest."""
    table = tables.settings_revisions
    statement = select(table.c.id, table.c.content)
    if revision is None:
        statement = statement.order_by(table.c.number.desc()).limit(1)
    else:
        statement = statement.where(table.c.id == revision)
    row = connection.execute(statement).one()
    return row.id, _SETTINGS.get(row.id) or _SETTINGS.keep(row.id, settings_from(json.loads(row.content)))


def _department(row: Row[tuple[object, ...]]) -> Department:
    return Department(
        id=row.id,
        name=row.name,
        short=row.short,
        parent=row.parent,
        order=row.sort_order,
        order_confirmed=bool(row.order_confirmed),
        from_=row.from_day,
        to=row.to_day,
        successor=row.successor,
    )


def departments(connection: Connection) -> tuple[Department, ...]:
    """All departments, in 建制順, also those that ended."""
    table = tables.departments
    rows = connection.execute(select(table).order_by(table.c.sort_order, table.c.id))
    return tuple(_department(row) for row in rows)


def groups(connection: Connection) -> tuple[DepartmentGroup, ...]:
    """The groups of departments, in the plan's order."""
    table = tables.department_groups
    rows = connection.execute(select(table).order_by(table.c.sort_order, table.c.id))
    found = []
    for row in rows:
        members = json.loads(row.members)
        found.append(DepartmentGroup(row.id, row.name, tuple(members) if isinstance(members, list) else members))
    return tuple(found)


def members(connection: Connection, body: str | None = None) -> tuple[Member, ...]:
    """Committee members in 職順, of one body or of all that the newest revision of the plan has."""
    table = tables.members
    statement = select(table).order_by(table.c.body, table.c.sort_order, table.c.id)
    if body is not None:
        statement = statement.where(table.c.body == body)
    else:
        statement = statement.where(table.c.body.in_([each.id for each in plan(connection).bodies]))
    return tuple(
        Member(row.id, row.body, row.name, row.title, row.position, row.department, row.sort_order)
        for row in connection.execute(statement)
    )


def names(found: Sequence[Department]) -> dict[str, str]:
    """Department names by id."""
    return {each.id: each.name for each in found}
