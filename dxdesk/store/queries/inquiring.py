"""What a department is sent with a 照会: the plan, who is asked, what counted before, its 宿題."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, Table, select

from dxdesk.domain.cycles import Cycle
from dxdesk.domain.departments import forerunners
from dxdesk.domain.meetings import ActionItem
from dxdesk.domain.packages import Content, Inquiry, Numbered, SentAction, SentAnswer, SentCycle, SentUnit
from dxdesk.domain.plan_parts import Department
from dxdesk.store import tables
from dxdesk.store.queries import cycles, meetings, plans, replies


def material(connection: Connection, cycle: Cycle, department: Department) -> Inquiry:
    """The body of a 照会 for one department, without the keys.

    Nothing of what other departments write now is in it, and no memo: of the cycle before what counted, of the
    department itself also what counted of its own.
    """
    own = forerunners(plans.departments(connection), department.id)
    actions = tuple(_actions(connection, own))
    ids = {cycle.id, *([cycle.previous] if cycle.previous else []), *(each.cycle for each in actions)}
    sent = [each for each in cycles.cycles(connection) if each.id in ids and each.id != cycle.id]
    known = {each.id for each in (*sent, cycle)}
    identity = plans.identity(connection)
    return Inquiry(
        town=identity.town,
        sample=identity.sample,
        plans=_numbered(connection, tables.plan_revisions, [each.plan_revision for each in (*sent, cycle)]),
        settings=_numbered(connection, tables.settings_revisions, [each.settings_revision for each in (*sent, cycle)]),
        departments=plans.departments(connection),
        cycles=tuple(_cycle(connection, each, known, cycle, own) for each in (*sent, cycle)),
        slots=cycles.slots(connection, cycle.id),
        actions=actions,
        sender_key="",
        opening_key="",
        reply_key="",
    )


def view_material(connection: Connection) -> Inquiry:
    """The body of a 閲覧: every cycle as it counts now, for whoever only reads. No answer of a single department that
    was not accepted is in it, no memo, and no key."""
    found = cycles.cycles(connection)
    known = {each.id for each in found}
    identity = plans.identity(connection)
    return Inquiry(
        town=identity.town,
        sample=identity.sample,
        plans=_numbered(connection, tables.plan_revisions, [each.plan_revision for each in found]),
        settings=_numbered(connection, tables.settings_revisions, [each.settings_revision for each in found]),
        departments=plans.departments(connection),
        cycles=tuple(_sent(each, known, *_counted(connection, each, None)) for each in found),
        slots=(),
        actions=tuple(_actions(connection, [each.id for each in plans.departments(connection)])),
        sender_key="",
        opening_key="",
        reply_key="",
    )


def numbered_plan(connection: Connection, revision: str) -> Numbered:
    """One revision of the plan (its id) as it stands on record."""
    (found,) = _numbered(connection, tables.plan_revisions, [revision])
    return found


def _numbered(connection: Connection, table: Table, ids: Sequence[str]) -> tuple[Numbered, ...]:
    rows = connection.execute(
        select(table.c.number, table.c.content).where(table.c.id.in_(ids)).order_by(table.c.number)
    )
    return tuple(Numbered(row.number, Content(row.content)) for row in rows)


def _cycle(connection: Connection, each: Cycle, known: set[str], asked: Cycle, own: Sequence[str]) -> SentCycle:
    counted = _counted(connection, each, own) if each.id == asked.previous else ((), ())
    return _sent(each, known, *counted, is_open=each.id == asked.id)


def _counted(
    connection: Connection, cycle: Cycle, own: Sequence[str] | None
) -> tuple[tuple[SentUnit, ...], tuple[SentAnswer, ...]]:
    """How the units of a cycle count, with the answers of one's own departments (None: of all)."""
    views = replies.views(connection, cycle)
    answers = tuple(
        SentAnswer(view.unit, department, revision.answer.public_part())
        for view in views.values()
        for department, revision in (
            (None, view.counted),
            *((one, view.answers[one]) for one in view.answers if own is None or one in own),
        )
        if revision is not None and revision.answer is not None
    )
    return tuple(SentUnit(view.unit, view.status) for view in views.values()), answers


def _sent(
    each: Cycle,
    known: set[str],
    units: tuple[SentUnit, ...],
    answers: tuple[SentAnswer, ...],
    *,
    is_open: bool = False,
) -> SentCycle:
    return SentCycle(
        id=each.id,
        name=each.name,
        fiscal_year=each.fiscal_year,
        kind=each.kind,
        as_of=each.as_of.isoformat(),
        due=each.due.isoformat(),
        meeting=each.meeting.isoformat() if each.meeting else None,
        previous=each.previous if each.previous in known else None,
        plan_revision=each.plan_revision,
        settings_revision=each.settings_revision,
        open=is_open,
        units=units,
        answers=answers,
    )


def _actions(connection: Connection, own: Sequence[str]) -> Iterator[SentAction]:
    for meeting in meetings.meetings(connection):
        for action in meetings.actions(connection, meeting.id):
            if set(action.departments) & set(own) and action.state != "done":
                yield SentAction(
                    id=action.id,
                    meeting=meeting.id,
                    cycle=meeting.cycle,
                    body=meeting.body,
                    body_name=meeting.body_name,
                    day=meeting.day.isoformat(),
                    number=action.number,
                    unit=action.unit,
                    departments=action.departments,
                    due=_day(action),
                    text=action.text,
                    state=action.state,
                    outcome=action.outcome,
                )


def _day(action: ActionItem) -> str | None:
    return action.due.isoformat() if action.due else None
