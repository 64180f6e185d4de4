"""Making a town's database from a plan, and taking in a later revision of it."""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import replace

from sqlalchemy import Table, insert, select

from dxdesk.domain.errors import rule
from dxdesk.domain.plan_parts import Department, DepartmentGroup
from dxdesk.domain.plan_records import plan_record
from dxdesk.domain.plans import Plan
from dxdesk.domain.records import canonical
from dxdesk.domain.settings import Settings, check_settings, settings_record
from dxdesk.operations.change import Change, Outcome, Touched
from dxdesk.store import tables
from dxdesk.store.queries import plans


def create_town(change: Change, plan: Plan, *, sample: bool = False) -> Outcome:
    """Fills a new database: its own id, the plan as revision 1, the default settings, departments and groups."""
    change.allow("administer")
    database_id = str(uuid.uuid4())
    change.connection.execute(
        insert(tables.identity).values(
            id=1, database_id=database_id, kind="secretariat", town=plan.town, sample=int(sample), created=change.moment
        )
    )
    revision = _add_revision(change, plan, 1)
    _add_settings(change, Settings(), 1)
    _add_departments(change, plan)
    change.enter("new", plan.town, Touched.PLAN | Touched.DEPARTMENTS | Touched.SETTINGS, after=revision)
    return Outcome("new", database_id, plan.title)


def import_plan(change: Change, plan: Plan) -> Outcome:
    """Takes in a later revision of the same plan; it applies from the next cycle.

    Departments and groups that are new in it are added, those on file stay as they are. Raises Problem for another
    plan and for one that changes nothing.
    """
    change.allow("plan")
    newest = plans.plan_revision(change.connection)
    if plan.uuid != newest.plan.uuid:
        raise rule("plan.other", "uuid", title=newest.plan.title)
    today = plans.exported_plan(change.connection).plan
    if plan_record(plan) in (plan_record(today), plan_record(newest.plan)):
        raise rule("plan.unchanged", "plan", number=newest.number)
    revision = _add_revision(change, plan, newest.number + 1)
    _add_departments(change, plan)
    change.enter("plan import", plan.title, Touched.PLAN | Touched.DEPARTMENTS, before=newest.id, after=revision)
    return Outcome("plan import", revision, plan.title)


def revise_plan(change: Change, plan: Plan) -> str:
    """Makes a plan the newest revision and returns its id; the caller has checked it, and enters what was done."""
    return _add_revision(change, plan, plans.plan_revision(change.connection).number + 1)


def change_settings(change: Change, settings: Settings) -> Outcome:
    """Makes a new settings revision; open cycles keep theirs, it applies from the next one. Raises Problem."""
    change.allow("settings")
    before, today = plans.settings(change.connection)
    if check_settings(settings) == today:
        raise rule("settings.unchanged", "settings")
    rows = change.connection.execute(select(tables.settings_revisions.c.number)).scalars().all()
    after = _add_settings(change, settings, max(rows) + 1)
    change.enter("settings", "settings", Touched.SETTINGS, before=before, after=after)
    return Outcome("settings", after, "settings")


def _content(change: Change, table: Table, record: dict[str, object], number: int) -> tuple[str, str]:
    """The id and the content of a revision; one that says again what an earlier one said carries its number."""
    content = canonical(record)
    identity = hashlib.sha256(content.encode()).hexdigest()
    if change.connection.execute(select(table.c.id).where(table.c.id == identity)).one_or_none() is None:
        return identity, content
    content = canonical({**record, "revision": number})
    return hashlib.sha256(content.encode()).hexdigest(), content


def _add_revision(change: Change, plan: Plan, number: int) -> str:
    identity, content = _content(change, tables.plan_revisions, plan_record(plan), number)
    change.connection.execute(
        insert(tables.plan_revisions).values(
            id=identity,
            plan=plan.uuid,
            number=number,
            content=content,
            moment=change.moment,
            author=change.actor.name,
        )
    )
    return identity


def _add_settings(change: Change, settings: Settings, number: int) -> str:
    identity, content = _content(change, tables.settings_revisions, settings_record(settings), number)
    change.connection.execute(
        insert(tables.settings_revisions).values(
            id=identity, number=number, content=content, moment=change.moment, author=change.actor.name
        )
    )
    return identity


def insert_department(change: Change, department: Department) -> None:
    """Adds a department row; the caller has checked it."""
    change.connection.execute(insert(tables.departments).values(id=department.id, **department_columns(department)))


def department_columns(department: Department) -> dict[str, object]:
    """What is kept of a department, by column, without its id."""
    return {
        "name": department.name,
        "short": department.short,
        "parent": department.parent,
        "sort_order": department.order,
        "order_confirmed": int(department.order_confirmed),
        "from_day": department.from_,
        "to_day": department.to,
        "successor": department.successor,
    }


def insert_group(change: Change, group: DepartmentGroup, order: int) -> None:
    """Adds a group row; the caller has checked it."""
    members = list(group.members) if isinstance(group.members, tuple) else group.members
    change.connection.execute(
        insert(tables.department_groups).values(
            id=group.id, name=group.name, members=canonical(members), sort_order=order
        )
    )


def _add_departments(change: Change, plan: Plan) -> None:
    """Adds the departments and groups that are not on file by id or name; what they point to is meant as on file."""
    on_file = plans.departments(change.connection)
    meant = {each.name: each.id for each in on_file}
    ids = {each.id: meant.get(each.name, each.id) for each in plan.departments} | {each.id: each.id for each in on_file}
    fresh = [each for each in plan.departments if ids[each.id] == each.id and each.id not in {e.id for e in on_file}]
    for each in fresh:
        insert_department(change, replace(each, parent=None, successor=None))
    for each in fresh:
        if each.parent or each.successor:
            change.connection.execute(
                tables.departments.update()
                .where(tables.departments.c.id == each.id)
                .values(parent=ids.get(each.parent or ""), successor=ids.get(each.successor or ""))
            )
    groups = plans.groups(change.connection)
    known = {each.id for each in groups} | {each.name for each in groups}
    for order, group in enumerate(plan.groups):
        if not {group.id, group.name} & known:
            members = group.members if not isinstance(group.members, tuple) else tuple(ids[it] for it in group.members)
            insert_group(change, replace(group, members=members), len(groups) + order)
