"""宿題 after the meeting: followed up by their departments, given more time, given to somebody."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import Row, select, update

from dxdesk.domain.action_items import STATES, assigned, check_due, followed_up, postponed, subject_of
from dxdesk.domain.departments import heirs
from dxdesk.domain.errors import Problem
from dxdesk.domain.meetings import ActionState
from dxdesk.domain.records import canonical
from dxdesk.domain.text import TITLE_CHARACTERS, check_line
from dxdesk.operations.change import Change, Outcome, Touched
from dxdesk.operations.page_drafts import keep_page_draft
from dxdesk.store import tables
from dxdesk.store.queries import finding, meetings, plans
from dxdesk.store.queries.board import ACTION_WORDS

PAGE = "actions"
"""The page under which an outcome that is still being written is kept, by the id of its 宿題."""


def follow_up(change: Change, action: str, state: ActionState, outcome: str | None = None) -> Outcome:
    """Sets a 宿題 (its id) to open, done or carried (次回へ), with one line of what was done (None: that stays).

    担当 and 課長 do so for their own departments, also where these took over from the one that was named. Closing the
    cycle does not lock it. Raises Problem.
    """
    row = _found(change, action)
    change.allow("follow_up", department=_own(change, row))
    known = _there(row)
    if state not in STATES:
        raise Problem("action.state", "state", {"text": state})
    words = known.outcome if outcome is None else check_line(outcome, "outcome") or None
    values = {"state": state, "outcome": words}
    before = {"state": known.state, "outcome": known.outcome}
    named = {"id": action}
    keep_page_draft(change, PAGE, action, None, department=_own(change, row))
    if values == before:
        return Outcome("action follow up", action, known.text)
    said = followed_up(ACTION_WORDS[state], words if words != known.outcome else None)
    _update(change, known, values)
    change.enter(
        "action follow up", subject_of(known.text, said), Touched.MEETINGS, before=named | before, after=named | values
    )
    return Outcome("action follow up", action, known.text)


def keep_outcome(change: Change, action: str, outcome: str) -> None:
    """Keeps what is being written about a 宿題; it is on record only once it is followed up. Raises Problem."""
    row = _found(change, action)
    change.allow("follow_up", department=_own(change, row))
    fields = {"outcome": check_line(outcome, "outcome")}
    keep_page_draft(change, PAGE, _there(row).id, fields, department=_own(change, row))


def postpone(change: Change, action: str, due: date | None, reason: str) -> Outcome:
    """Gives a 宿題 another day (None: 次回会議), for a reason; not before its meeting. Raises Problem."""
    change.allow("record")
    known = _there(_found(change, action))
    why = check_line(reason, "reason", characters=TITLE_CHARACTERS)
    if not why:
        raise Problem("action.reason", "reason")
    check_due(due, meetings.meeting(change.connection, known.meeting).day)
    return _change(change, known, "action postpone", postponed(due, why), due=due.isoformat() if due else None)


def assign(change: Change, action: str, departments: Sequence[str]) -> Outcome:
    """Gives a 宿題 to one or more departments, by name or id. Raises Problem."""
    change.allow("record")
    known = _there(_found(change, action))
    found = [finding.department(change.connection, each) for each in dict.fromkeys(departments)]
    if not found:
        raise Problem("action.no_department", "department")
    departments_now = canonical([each.id for each in found])
    return _change(change, known, "action assign", assigned(found), departments=departments_now)


def _found(change: Change, action: str) -> Row[tuple[object, ...]] | None:
    table = tables.action_items
    return change.connection.execute(select(table).where(table.c.id == action)).one_or_none()


def _there(row: Row[tuple[object, ...]] | None) -> Row[tuple[object, ...]]:
    if row is None:
        raise Problem("action.unknown", "action")
    return row


def _own(change: Change, row: Row[tuple[object, ...]] | None) -> str | None:
    """The actor's own department that has a 宿題 now; None where no department of theirs has."""
    if row is None:
        return None
    known = plans.departments(change.connection)
    having = {heir for each in json.loads(row.departments) for heir in heirs(known, each)}
    return next((each for each in change.actor.departments if each in having), None)


def _change(change: Change, row: Row[tuple[object, ...]], operation: str, said: str, **values: object) -> Outcome:
    """Other values for the record itself; the audit chain vouches for all of it but how far it is."""
    before = {**row._mapping, "state": "open", "outcome": None}
    _update(change, row, values)
    change.enter(
        operation, subject_of(row.text, said), Touched.MEETINGS, before=before, after={**before, **values}
    )  # fmt: skip
    return Outcome(operation, row.id, row.text)


def _update(change: Change, row: Row[tuple[object, ...]], values: Mapping[str, object]) -> None:
    table = tables.action_items
    change.connection.execute(update(table).where(table.c.id == row.id).values(**values))
