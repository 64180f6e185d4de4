"""What somebody was writing since a moment and has not handed in or recorded yet."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from dxdesk.domain.departments import heirs
from dxdesk.domain.permissions import OWN_DEPARTMENT_ROLES, POLICY, Actor
from dxdesk.domain.reports import kept_under
from dxdesk.store import tables
from dxdesk.store.queries import plans
from dxdesk.store.queries.meeting_drafts import PLANNED


@dataclass(frozen=True)
class Written:
    """Something unfinished: the page it stands on, what that page shows then, its name (empty where the page says it
    all), and when it was last kept."""

    page: str
    subject: str
    name: str
    moment: str


def written_since(connection: Connection, since: str, actor: Actor) -> tuple[Written, ...]:
    """What was kept at or after a moment (ISO with offset), newest first; of another department nothing."""
    begin = datetime.fromisoformat(since)
    found = (*_answers(connection, actor), *_meetings(connection), *_pages(connection, actor))
    late = [each for each in found if datetime.fromisoformat(each.moment) >= begin]
    return tuple(sorted(late, key=lambda each: datetime.fromisoformat(each.moment), reverse=True))


def _own(connection: Connection, actor: Actor, departments: Iterable[str]) -> bool:
    """Whether something of these departments (ids) is the actor's: of one of a department only if it took over."""
    if actor.role not in OWN_DEPARTMENT_ROLES:
        return True
    known = plans.departments(connection)
    return any(heir in actor.departments for each in departments for heir in heirs(known, each))


def _answers(connection: Connection, actor: Actor) -> Iterator[Written]:
    if "draft" not in POLICY[actor.role]:
        return
    known = plans.plan(connection).by_id
    names = plans.names(plans.departments(connection))
    table = tables.drafts
    for row in connection.execute(select(table).where(table.c.submitted == 0)):
        if (unit := known.get(row.unit)) is not None and _own(connection, actor, [row.department]):
            name = f"{unit.name}（{names.get(row.department, '')}）"
            yield Written("entry", f"{unit.code}:{row.department}", name, row.moment)


def _meetings(connection: Connection) -> Iterator[Written]:
    """A record or a memo stands with its item (``meeting:item``), the change of a record with that record. The times of
    the items and the planned end are written by nobody."""
    table, held = tables.meeting_drafts, tables.meetings
    rows = select(table, held.c.body_name).join(held, held.c.id == table.c.meeting)
    for row in connection.execute(rows.where(table.c.key.not_in(("times", PLANNED)))):
        form, _, rest = row.key.partition(":")
        page = {"minutes": "minutes", "memo": "agenda"}.get(form, "meeting")
        within = f":{row.key}" if form == "change" else f":{rest}" if rest else ""
        yield Written(page, row.meeting + within, row.body_name, row.moment)


def _pages(connection: Connection, actor: Actor) -> Iterator[Written]:
    """A report (``code:report``) and a 取りまとめ stand with their unit, a 差戻し with the first answer it is about,
    opening or closing a cycle stands alone."""
    plan, table, actions = plans.plan(connection), tables.page_drafts, tables.action_items
    for row in connection.execute(select(table)):
        unit = plan.by_id.get(row.subject.rpartition("/")[2])
        if row.page in ("consolidate", "report"):
            if unit is not None and row.page == "report":
                if row.subject == kept_under(actor, unit.id):
                    yield Written("initiatives", f"{unit.code}:report", unit.name, row.moment)
            elif unit is not None:
                yield Written(row.page, unit.code or "", unit.name, row.moment)
        elif row.page in ("collect", "conflict"):
            first, _, department = row.subject.rpartition("/")[2].partition(",")[0].partition(":")
            if (unit := plan.by_id.get(first)) is not None:
                yield Written(row.page, f"{unit.code}:{department}", unit.name, row.moment)
        elif row.page == "actions":
            action = connection.execute(select(actions).where(actions.c.id == row.subject)).one_or_none()
            if action is not None and _own(connection, actor, json.loads(action.departments)):
                yield Written(row.page, row.subject, action.text, row.moment)
        else:
            yield Written(row.page, "", "", row.moment)
