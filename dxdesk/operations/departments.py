"""Departments in 建制順, their groups, and the members of the committees."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from typing import Literal

from sqlalchemy import delete, insert, update

from dxdesk.domain.departments import heirs
from dxdesk.domain.errors import Problem, rule
from dxdesk.domain.plan_parts import Department, DepartmentGroup
from dxdesk.domain.records import canonical
from dxdesk.domain.text import NAME_CHARACTERS, SHORT_NAME_WIDTH, check_line, fold, full_width
from dxdesk.operations.change import Change, Outcome, Touched
from dxdesk.operations.plans import insert_department, insert_group
from dxdesk.store import tables
from dxdesk.store.queries import finding, plans

Position = Literal["chair", "vice", "member"]


def _free_name(change: Change, typed: str, own: str | None = None) -> str:
    """The name as stored; raises Problem where it is empty or another department or a group has it already."""
    name = check_line(typed, "department", characters=NAME_CHARACTERS)
    if not name:
        raise Problem("department.empty", "department")
    taken = [each.name for each in plans.departments(change.connection) if each.id != own]
    taken += [each.name for each in plans.groups(change.connection)]
    if fold(name) in map(fold, taken):
        raise Problem("department.exists", "department", {"text": name})
    return name


def _short_name(typed: str | None) -> str | None:
    name = check_line(typed or "", "short", characters=NAME_CHARACTERS)
    if full_width(name) > SHORT_NAME_WIDTH:
        values = {"text": name, "width": full_width(name), "limit": SHORT_NAME_WIDTH}
        raise Problem("department.short_name", "short", values)
    return name or None


def _shift(change: Change, position: int) -> None:
    table = tables.departments
    change.connection.execute(
        update(table).where(table.c.sort_order >= position).values(sort_order=table.c.sort_order + 1)
    )


def add_department(
    change: Change, name: str, *, short: str | None = None, after: str | None = None, from_day: date | None = None
) -> Outcome:
    """Adds a department at the end of 建制順, or right after another one. Raises Problem."""
    change.allow("departments")
    stored = _free_name(change, name)
    if after is None:
        order = max((each.order for each in plans.departments(change.connection)), default=0) + 1
    else:
        order = finding.department(change.connection, after).order + 1
        _shift(change, order)
    department = Department(
        id=str(uuid.uuid4()),
        name=stored,
        short=_short_name(short),
        order=order,
        order_confirmed=True,
        from_=from_day.isoformat() if from_day else None,
    )
    insert_department(change, department)
    change.enter("department add", stored, Touched.DEPARTMENTS, after=asdict(department))
    return Outcome("department add", department.id, stored)


def rename_department(change: Change, name: str, new_name: str) -> Outcome:
    """Gives a department another name; its answers and 宿題 stay with it. Raises Problem."""
    change.allow("departments")
    department = finding.department(change.connection, name)
    stored = _free_name(change, new_name, department.id)
    table = tables.departments
    change.connection.execute(update(table).where(table.c.id == department.id).values(name=stored))
    change.enter("department rename", stored, Touched.DEPARTMENTS, before=department.name, after=stored)
    return Outcome("department rename", department.id, stored)


def close_department(change: Change, name: str, *, on: date, successor: str | None = None) -> Outcome:
    """Ends a department on a day; a successor inherits its 宿題 and previous answers. Raises Problem."""
    change.allow("departments")
    department = finding.department(change.connection, name)
    heir = finding.department(change.connection, successor) if successor else None
    if heir is not None and department.id in heirs(plans.departments(change.connection), heir.id):
        raise rule("department.own_successor", "successor", name=department.name)
    if department.from_ and on.isoformat() < department.from_:
        raise rule("department.ends_before_start", "to", name=department.name)
    table = tables.departments
    values = {"to_day": on.isoformat(), "successor": heir.id if heir else None}
    change.connection.execute(update(table).where(table.c.id == department.id).values(**values))
    change.enter("department close", department.name, Touched.DEPARTMENTS, before=department.to, after=values)
    return Outcome("department close", department.id, department.name)


def order_departments(change: Change, names: Sequence[str]) -> Outcome:
    """Puts the departments into 建制順 as listed; those not listed follow in their order so far. Raises Problem."""
    change.allow("departments")
    listed = [finding.department(change.connection, name).id for name in names]
    if len(set(listed)) != len(listed):
        raise Problem("department.listed_twice", "department")
    rest = [each.id for each in plans.departments(change.connection) if each.id not in listed]
    table = tables.departments
    for order, identity in enumerate((*listed, *rest), start=1):
        values = {"sort_order": order, **({"order_confirmed": 1} if identity in listed else {})}
        change.connection.execute(update(table).where(table.c.id == identity).values(**values))
    change.enter("department order", "建制順", Touched.DEPARTMENTS, after=[*listed, *rest])
    return Outcome("department order", "", "建制順")


def set_group(change: Change, name: str, members: Sequence[str] | Literal["all"] | None) -> Outcome:
    """Makes a group, or sets the members of one on file: a list of departments, "all", or None (unknown)."""
    change.allow("departments")
    stored: tuple[str, ...] | Literal["all"] | None
    if members is None or members == "all":
        stored = members and "all"
    else:
        found = [finding.department(change.connection, each).id for each in members]
        stored = tuple(dict.fromkeys(found))
    groups = plans.groups(change.connection)
    group = next((each for each in groups if fold(each.name) == fold(name)), None)
    if group is None:
        group = DepartmentGroup(str(uuid.uuid4()), _free_name(change, name), stored)
        insert_group(change, group, len(groups))
    else:
        table = tables.department_groups
        plain = list(stored) if isinstance(stored, tuple) else stored
        change.connection.execute(update(table).where(table.c.id == group.id).values(members=canonical(plain)))
    change.enter("department group", group.name, Touched.DEPARTMENTS, before=group.members, after=stored)
    return Outcome("department group", group.id, group.name)


def add_member(
    change: Change,
    body: str,
    name: str,
    *,
    title: str | None = None,
    position: Position = "member",
    department: str | None = None,
) -> Outcome:
    """Adds a member to a body, at the end of 職順 (the chair first, the vice chair second). Raises Problem."""
    change.allow("departments")
    found = finding.body(plans.plan(change.connection), body)
    stored = check_line(name, "name", characters=NAME_CHARACTERS)
    if not stored:
        raise Problem("member.empty", "name")
    post = check_line(title or "", "title", characters=NAME_CHARACTERS) or None
    on_file = plans.members(change.connection, found.id)
    if any((each.name, each.title) == (stored, post) for each in on_file):
        raise Problem("member.exists", "name", {"text": stored})
    identity = str(uuid.uuid4())
    rank = {"chair": 0, "vice": 1, "member": 2}[position]
    order = max((each.order for each in on_file if each.position == position), default=1_000 * rank) + 1
    change.connection.execute(
        insert(tables.members).values(
            id=identity,
            body=found.id,
            name=stored,
            title=post,
            position=position,
            department=finding.department(change.connection, department).id if department else None,
            sort_order=order,
        )
    )
    change.enter("member add", stored, Touched.DEPARTMENTS, after=identity)
    return Outcome("member add", identity, stored)


def remove_member(change: Change, body: str, name: str) -> Outcome:
    """Takes a member off a body; meetings held keep their attendance. Raises Problem."""
    change.allow("departments")
    found = finding.body(plans.plan(change.connection), body)
    on_file = plans.members(change.connection, found.id)
    member = next((each for each in on_file if fold(each.name) == fold(name)), None)
    if member is None:
        near = finding.nearest(name, (each.name for each in on_file))
        raise Problem("member.unknown", "name", {"text": name, "near": near})
    change.connection.execute(delete(tables.members).where(tables.members.c.id == member.id))
    change.enter("member remove", member.name, Touched.DEPARTMENTS, before=member.id)
    return Outcome("member remove", member.id, member.name)
