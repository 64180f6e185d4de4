"""What is known about one 宿題, and what this person may do with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dxdesk.desk import Desk
from dxdesk.domain.action_items import ListedAction
from dxdesk.domain.meetings import Decision
from dxdesk.domain.permissions import OWN_DEPARTMENT_ROLES, POLICY
from dxdesk.domain.plan_parts import Department
from dxdesk.operations.action_items import PAGE
from dxdesk.store.queries import Connection, plans
from dxdesk.store.queries.actions import ActionEvent, action_events, decision_behind
from dxdesk.store.queries.page_drafts import page_draft


@dataclass(frozen=True)
class Details:
    """A 宿題 with its history. ``writing`` is an outcome that is still being written, None for none.

    ``may_follow`` its state and outcome can be changed, ``may_postpone`` its day and owners; ``may_read`` its minutes
    can be opened.
    """

    listed: ListedAction
    events: tuple[ActionEvent, ...]
    decision: Decision | None
    writing: str | None
    departments: tuple[Department, ...]
    today: date
    word: str
    may_follow: bool
    may_postpone: bool
    may_read: bool


def _read(
    connection: Connection, listed: ListedAction
) -> tuple[tuple[ActionEvent, ...], Decision | None, str | None, tuple[Department, ...]]:
    kept = page_draft(connection, PAGE, listed.action.id)
    return (
        action_events(connection, listed.action),
        decision_behind(connection, listed.numbered.meeting.id, listed.action),
        kept["outcome"] if kept is not None else None,
        plans.departments(connection),
    )


def details(desk: Desk, listed: ListedAction, word: str, today: date) -> Details:
    """Everything the panel shows."""
    events, decision, writing, departments = desk.ask(_read, listed)
    actor, writable = desk.actor, not desk.database.read_only
    allowed = POLICY[actor.role]
    own = any(each.id in actor.departments for each in listed.departments)
    follows = "follow_up" in allowed and (own or actor.role not in OWN_DEPARTMENT_ROLES)
    return Details(
        listed,
        events,
        decision,
        writing,
        tuple(each for each in departments if each.to is None or each.to > today.isoformat()),
        today,
        word,
        may_follow=writable and follows,
        may_postpone=writable and "record" in allowed,
        may_read="minutes" in allowed,
    )


def of_this_desk(desk: Desk, listed: tuple[ListedAction, ...]) -> tuple[ListedAction, ...]:
    """What a person looks at: 担当 and 課長 the 宿題 of their own departments."""
    actor = desk.actor
    if actor.role not in OWN_DEPARTMENT_ROLES:
        return listed
    return tuple(each for each in listed if any(owner.id in actor.departments for owner in each.departments))
