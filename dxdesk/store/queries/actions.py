"""宿題 as the list shows them, and what happened to each."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, Row, or_, select

from dxdesk.domain.action_items import SUBJECT_CHARACTERS, ListedAction, said_of
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.departments import heirs
from dxdesk.domain.meetings import ActionItem, ActionState, Decision
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.replies import Author
from dxdesk.store import audit, tables
from dxdesk.store.queries import cycles, meetings, plans

HISTORY: Mapping[str, str] = {
    "action": "会議で決まりました",
    "action change": "記録を直しました",
    "action follow up": "",
    "action postpone": "",
    "action assign": "",
}
"""Operations about 宿題, with the words for those that say nothing more."""


def action_list(
    connection: Connection, cycle: Cycle, states: Mapping[str, ActionState] | None = None
) -> tuple[ListedAction, ...]:
    """The 宿題 that a cycle looks at: its own, those of the cycle before it, and of older ones what is not done.

    ``states`` (by id) are those of an earlier moment: what there was not then is left out, and of what went on since
    nothing later is told.
    """
    known = cycles.cycles(connection)
    own = next((at for at, each in enumerate(known) if each.id == cycle.id), len(known) - 1)
    departments = plans.departments(connection)
    by_id = {each.id: each for each in departments}
    plan = plans.plan(connection, cycle.plan_revision)
    found = []
    for each in known[: own + 1]:
        recent = each.id in (cycle.id, cycle.previous)
        for numbered in meetings.numbered_actions(connection, each.id):
            action = numbered.action
            if states is not None:
                if action.id not in states:
                    continue
                action = _as_it_was(action, states[action.id])
            if not recent and action.state == "done":
                continue
            node = plan.by_id.get(action.unit or "")
            now = dict.fromkeys(heirs(departments, owner)[-1] for owner in action.departments)
            owners = sorted((by_id[owner] for owner in now if owner in by_id), key=_in_order)
            name = (node.short_name or node.name) if node else ""
            code = node.code if node else None
            found.append(
                ListedAction(
                    replace(numbered, action=action), tuple(owners), code, name, each.name, each.id == cycle.id
                )
            )
    return tuple(found)


def _as_it_was(action: ActionItem, state: ActionState) -> ActionItem:
    return action if action.state == state else replace(action, state=state, outcome=None)


def _in_order(department: Department) -> tuple[int, str]:
    return department.order, department.id


@dataclass(frozen=True)
class ActionEvent:
    """What happened to a 宿題 once: the claimed moment (of what a meeting decided, its day), who (None: no name), and
    in words."""

    moment: str
    who: str | None
    words: str


def action_events(connection: Connection, action: ActionItem) -> tuple[ActionEvent, ...]:
    """What happened to a 宿題, oldest first.

    操作の履歴 names a 宿題 by the beginning of its text; which of several in the same words it was, the hashes over its
    id tell.
    """
    table = tables.audit
    name = action.text[:SUBJECT_CHARACTERS]
    entries = connection.execute(
        select(table)
        .where(
            table.c.operation.in_(HISTORY),
            or_(table.c.subject == name, table.c.subject.startswith(name, autoescape=True)),
        )
        .order_by(table.c.sequence)
    ).all()
    row = connection.execute(select(tables.action_items).where(tables.action_items.c.id == action.id)).one()
    record = {**row._mapping, "state": "open", "outcome": None}
    progress = {"id": row.id, "state": row.state, "outcome": row.outcome}
    ours = _leading_to(record, entries) | _leading_to(progress, entries)
    day = meetings.meeting(connection, row.meeting).day.isoformat()
    found = []
    for entry in entries:
        said = said_of(action.text, entry.subject)
        if said is not None and entry.sequence in ours:
            author = Author(**json.loads(entry.author))
            moment = day if entry.operation == "action" else entry.moment
            found.append(ActionEvent(moment, author.name, said or HISTORY[entry.operation]))
    return tuple(found)


def _leading_to(now: Mapping[str, object], entries: Sequence[Row[tuple[object, ...]]]) -> set[int]:
    """The entries that made values what they are, from the newest back to the first; the values hold the id."""
    wanted: str | None = audit.digest_of(now)
    found = set()
    for entry in reversed(entries):
        if wanted is not None and entry.after == wanted:
            found.add(entry.sequence)
            wanted = entry.before
    return found


def decision_behind(connection: Connection, meeting: str, action: ActionItem) -> Decision | None:
    """The last decision about the agenda item that a 宿題 was given under; None where there is none."""
    found = [each for each in meetings.decisions(connection, meeting) if action.item and each.item == action.item]
    return found[-1] if found else None
