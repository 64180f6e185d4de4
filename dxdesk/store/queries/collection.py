"""回収: what every slot of a cycle says, and everything that was said in one of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select

from dxdesk.domain.collection import Collected, SlotKey, collect
from dxdesk.domain.cycles import CloseRecord, Cycle, closed_views
from dxdesk.domain.departments import forerunners, heirs
from dxdesk.domain.last_time import LastTime, last_time
from dxdesk.domain.lineage import unit_line
from dxdesk.domain.merge import UnitView
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.plans import Node, Plan
from dxdesk.domain.replies import Author, Review, Revision
from dxdesk.domain.settings import Settings
from dxdesk.store import tables
from dxdesk.store.queries import cycles, meetings, packages, plans, replies


@dataclass(frozen=True)
class Collection:
    """A cycle as 事務局 collects it, from one moment of the database.

    ``departments`` are those asked, in 建制順; ``meetings`` the states of its meetings; ``newest`` whether no later
    cycle was opened; ``closed`` the record of a closed cycle, None while it is open. ``held`` are the slots for which
    something is 預かり, ``held_rows`` counts 預かり of every cycle. ``unsent`` are the departments (ids) that owe an
    answer and were never sent the 照会 as a file.
    """

    cycle: Cycle
    plan: Plan
    settings: Settings
    departments: tuple[Department, ...]
    collected: Collected
    views: Mapping[str, UnitView]
    meetings: tuple[str, ...]
    newest: bool
    closed: CloseRecord | None
    held: frozenset[SlotKey] = frozenset()
    held_rows: int = 0
    unsent: tuple[str, ...] = ()


def collection(connection: Connection, cycle: Cycle, today: date) -> Collection:
    """How far a cycle has come on a day; the cycle is read anew, for it may have been closed in the meantime."""
    cycle = cycles.cycle(connection, cycle.id)
    plan = plans.plan(connection, cycle.plan_revision)
    views = replies.views(connection, cycle)
    known = cycles.departments(connection, cycle)
    drafts = {
        (row.unit, row.department)
        for row in connection.execute(
            select(tables.drafts.c.unit, tables.drafts.c.department).where(tables.drafts.c.cycle == cycle.id)
        )
    }
    slots = cycles.slots(connection, cycle.id)
    found = collect(plan, cycle, slots, views, drafts, [each.id for each in known], today)
    asked = set(found.departments)
    return Collection(
        cycle=cycle,
        plan=plan,
        settings=plans.settings(connection, cycle.settings_revision)[1],
        departments=tuple(each for each in known if each.id in asked),
        collected=found,
        views=views,
        meetings=tuple(each.state for each in meetings.meetings(connection, cycle.id)),
        newest=cycles.cycles(connection)[-1].id == cycle.id,
        closed=cycles.official(connection, cycle),
        held=frozenset((each.unit, each.department) for each in packages.held(connection, cycle.id)),
        held_rows=len(packages.held(connection)),
        unsent=_unsent(connection, cycle, found.silent),
    )


def _unsent(connection: Connection, cycle: Cycle, silent: Iterable[str]) -> tuple[str, ...]:
    """Of departments those that no 照会 of the cycle was made for, nor for one that took over from them."""
    known = plans.departments(connection)
    sent = {each.department for each in packages.reply_keys_of(connection, cycle.id)}
    return tuple(each for each in silent if cycle.open and sent.isdisjoint(heirs(known, each)))


@dataclass(frozen=True)
class Comment:
    """A line that a department and 事務局 wrote to each other about a slot; ``moment`` ISO with offset."""

    author: Author
    text: str
    moment: str


@dataclass(frozen=True)
class SlotStory:
    """All that was said in a slot: versions in the order of their arrival, reviews, comments, and what was said
    in the cycle before with the name of that cycle (empty: there was none)."""

    revisions: tuple[Revision, ...]
    reviews: tuple[Review, ...]
    comments: tuple[Comment, ...]
    before: LastTime | None
    before_name: str


def slot_story(connection: Connection, cycle: Cycle, unit: Node, department: str) -> SlotStory:
    """Everything about one slot; before is what this department said last time, or one that it took over from."""
    said = [each for each in replies.revisions(connection, cycle.id, unit.id) if each.department == department]
    table = tables.comments
    rows = connection.execute(
        select(table)
        .where(table.c.cycle == cycle.id, table.c.unit == unit.id, table.c.department == department)
        .order_by(table.c.moment, table.c.id)
    )
    before, name = _before(connection, cycle, unit, department)
    return SlotStory(
        in_order_of_arrival(connection, said),
        replies.slot_reviews(connection, cycle.id, unit.id, department),
        tuple(Comment(Author(**json.loads(row.author)), row.text, row.moment) for row in rows),
        before,
        name,
    )


def in_order_of_arrival(connection: Connection, revisions: Iterable[Revision]) -> tuple[Revision, ...]:
    """Versions as they came on file, the first one first."""
    by_id = {each.id: each for each in revisions}
    table = tables.revisions
    rows = connection.execute(
        select(table.c.id).where(table.c.id.in_(by_id)).order_by(table.c.audit_sequence, table.c.id)
    )
    return tuple(by_id[row.id] for row in rows)


def _before(connection: Connection, cycle: Cycle, unit: Node, department: str) -> tuple[LastTime | None, str]:
    if cycle.previous is None:
        return None, ""
    before = cycles.cycle(connection, cycle.previous)
    line = unit_line(plans.plan(connection, cycle.plan_revision), unit.id)
    record = cycles.official(connection, cycle)
    view: UnitView | None = None
    if record is not None:
        units = [each for each in record.before if each.unit == unit.id]
        said = {each.id: each for past in line for each in replies.revisions(connection, before.id, past)}
        view = closed_views(units, said).get(unit.id)
    else:
        found = (replies.views(connection, before, each).get(each) for each in line)
        view = next((each for each in found if each is not None), None)
    return last_time(view, forerunners(plans.departments(connection), department)), before.name
