"""A town's own tables taken in whole: departments in 建制順, groups, members; and a new town with all of them."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from sqlalchemy import delete, insert, update

from dxdesk.domain.errors import Problem
from dxdesk.domain.meetings import Member
from dxdesk.domain.pasted import GROUPS, MEMBERS, TableRow
from dxdesk.domain.plan_parts import Department, DepartmentGroup
from dxdesk.domain.plans import Plan
from dxdesk.domain.records import canonical
from dxdesk.domain.rosters import (
    Roster,
    body_of,
    cell_problem,
    check_departments,
    check_groups,
    check_members,
    group_members,
    position,
)
from dxdesk.domain.text import check_line, fold
from dxdesk.operations.change import Change, Outcome, Touched
from dxdesk.operations.page_drafts import keep_page_draft
from dxdesk.operations.plans import create_town, insert_department, insert_group
from dxdesk.store import tables
from dxdesk.store.queries import plans
from dxdesk.store.queries.opening import FIRST_YEAR

_RANKS = {"chair": 0, "vice": 1, "member": 2}


def found_town(
    change: Change, plan: Plan, roster: Roster, *, first_year: int | None = None, sample: bool = False
) -> Outcome:
    """Fills a new database: the plan as revision 1, then the tables of departments, groups and members.

    An empty table leaves what the plan names. The first cycle is proposed for the fiscal year ``first_year``, that of
    the day where it is None. Raises Problem as the tables do.
    """
    outcome = create_town(change, plan, sample=sample)
    if first_year is not None:
        keep_page_draft(change, *FIRST_YEAR, {"year": first_year})
    if _written(roster.departments):
        take_departments(change, roster.departments)
    if _written(roster.groups):
        take_groups(change, roster.groups)
    if _written(roster.members):
        take_members(change, roster.members)
    return outcome


def take_roster(change: Change, roster: Roster) -> Outcome:
    """Takes the three tables of a town together, or none of them. Raises Problem as each of them does."""
    take_departments(change, roster.departments)
    take_groups(change, roster.groups)
    return take_members(change, roster.members)


def take_departments(change: Change, rows: Sequence[TableRow]) -> Outcome:
    """Puts the departments into 建制順 as the table lists them: those on file (by id) under the names it gives them,
    new ones added. Those that it does not list follow as they were; none is taken away.

    Raises Problem (paste.not_taken) with one problem for every cell that has to be put right; then nothing is taken.
    """
    change.allow("departments")
    listed = _written(rows)
    on_file = {each.id: each for each in plans.departments(change.connection)}
    known = {row.id for row in listed} & set(on_file)
    rest = [each for each in on_file.values() if each.id not in known]
    taken = [each.name for each in rest] + [each.name for each in plans.groups(change.connection)]
    _refuse(check_departments(rows, taken))
    for order, row in enumerate(listed, start=1):
        name, short = check_line(row.cells[0], "department"), check_line(row.cells[1], "short") or None
        if row.id is not None and row.id in on_file:
            _place(change, row.id, order, name=name, short=short, order_confirmed=1)
        else:
            insert_department(change, Department(str(uuid.uuid4()), name, short, None, order, order_confirmed=True))
    for order, each in enumerate(rest, start=len(listed) + 1):
        _place(change, each.id, order)
    after = _plain(plans.departments(change.connection))
    change.enter("department table", "建制順", Touched.DEPARTMENTS, before=_plain(on_file.values()), after=after)
    return Outcome("department table", "", "建制順")


def _place(change: Change, department: str, order: int, **values: object) -> None:
    table = tables.departments
    change.connection.execute(update(table).where(table.c.id == department).values(sort_order=order, **values))


def take_groups(change: Change, rows: Sequence[TableRow]) -> Outcome:
    """Sets the members of groups on file (by id or name) and adds those that are new; none is taken away.

    A group keeps its name, for the plan says it. Raises Problem (paste.not_taken) as ``take_departments``.
    """
    change.allow("departments")
    on_file = {each.id: each for each in plans.groups(change.connection)}
    departments = {each.name: each.id for each in plans.departments(change.connection)}
    by_name = {fold(each.name): each for each in on_file.values()}
    standing = {id(row): on_file.get(row.id or "") or by_name.get(fold(row.cells[0])) for row in rows}
    listed = {each.id for each in standing.values() if each}
    renamed = [
        cell_problem("paste.fixed_name", number, GROUPS.columns[0], {"text": group.name})
        for number, row in enumerate(rows, start=1)
        if (group := standing[id(row)]) is not None and fold(group.name) != fold(row.cells[0])
    ]
    taken = [each.name for each in on_file.values() if each.id not in listed]
    _refuse((*check_groups(rows, list(departments), taken), *renamed))
    for order, row in enumerate(_written(rows), start=len(on_file)):
        members = group_members(row.cells[1], list(departments))
        stored = tuple(departments[name] for name in members) if isinstance(members, tuple) else members
        group = standing[id(row)]
        if group is None:
            group = DepartmentGroup(str(uuid.uuid4()), check_line(row.cells[0], "name"), stored)
            insert_group(change, group, order)
        else:
            table = tables.department_groups
            plain = list(stored) if isinstance(stored, tuple) else stored
            change.connection.execute(update(table).where(table.c.id == group.id).values(members=canonical(plain)))
    before = {each.name: each.members for each in on_file.values()}
    after = {each.name: each.members for each in plans.groups(change.connection)}
    change.enter("department groups", "まとまり", Touched.DEPARTMENTS, before=before, after=after)
    return Outcome("department groups", "", "まとまり")


def take_members(change: Change, rows: Sequence[TableRow]) -> Outcome:
    """Makes the table the list of members of all committees, in 職順: the chair first, the vice chair second, then as
    listed. Who is not in it any more is off the list; meetings held keep their attendance.

    Raises Problem (paste.not_taken) as ``take_departments``.
    """
    change.allow("departments")
    bodies = {each.name: each.id for each in plans.plan(change.connection).bodies}
    departments = {fold(each.name): each.id for each in plans.departments(change.connection)}
    names = [each.name for each in plans.departments(change.connection)]
    _refuse(check_members(rows, names, list(bodies)))
    before = plans.members(change.connection)
    known = {each.id for each in before}
    change.connection.execute(delete(tables.members).where(tables.members.c.body.in_(bodies.values())))
    for order, row in enumerate(_written(rows), start=1):
        cell = {column.key: text for column, text in zip(MEMBERS.columns, row.cells, strict=True)}
        part = position(cell["position"]) or "member"
        change.connection.execute(
            insert(tables.members).values(
                id=row.id if row.id in known else str(uuid.uuid4()),
                body=bodies[body_of(cell["body"], list(bodies)) or ""],
                name=check_line(cell["name"], "name"),
                title=check_line(cell["title"], "title") or None,
                position=part,
                department=departments[fold(cell["department"])] if cell["department"] else None,
                sort_order=10_000 * _RANKS[part] + order,
            )
        )
    after = _plain(plans.members(change.connection))
    change.enter("member table", "名簿", Touched.DEPARTMENTS, before=_plain(before), after=after)
    return Outcome("member table", "", "名簿")


def _plain(rows: Iterable[Department | Member]) -> list[dict[str, object]]:
    """Rows as the audit chain vouches for them: whole."""
    return [asdict(each) for each in rows]


def _written(rows: Sequence[TableRow]) -> list[TableRow]:
    return [row for row in rows if not row.blank]


def _refuse(problems: Sequence[Problem]) -> None:
    """Raises Problem where there is anything to put right."""
    if problems:
        raise Problem("paste.not_taken", "", {"count": len(problems)}, problems=problems)
