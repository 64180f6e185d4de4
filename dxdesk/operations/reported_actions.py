"""宿題 as the files of departments say they stand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from dxdesk.domain.departments import forerunners
from dxdesk.domain.meetings import ActionItem
from dxdesk.domain.packages import FollowUp
from dxdesk.operations.change import Change, Touched
from dxdesk.store import tables
from dxdesk.store.queries import meetings, packages, plans


def show_reported(change: Change, cycle: str, department: str, named: Collection[str]) -> None:
    """Sets 宿題 (ids) of a department to what its files of a cycle say was done: the one with the highest 通番 says it,
    in whatever order they came; where every file that said something was taken back, nothing was done.

    What somebody decided here, and no file says, stays.
    """
    if not named:
        return
    own = set(forerunners(plans.departments(change.connection), department))
    actions = {each.id: each for each in meetings.all_actions(change.connection)}
    live, gone = _said(change, cycle)
    for identity in dict.fromkeys(named):
        action = actions.get(identity)
        if action is None or not own & set(action.departments):
            continue
        told = [each for each in live if each.action == identity]
        if not _decided_here(action, [*told, *(each for each in gone if each.action == identity)], told):
            _set(change, action, told)


def said_in(change: Change, package: str) -> tuple[FollowUp, ...]:
    """What a package says was done about 宿題."""
    return tuple(FollowUp(**said) for said in packages.content(change.connection, package)["follow_ups"])


def _said(change: Change, cycle: str) -> tuple[list[FollowUp], list[FollowUp]]:
    """Everything that the files of a cycle say, by 通番; and what those say that were taken back."""
    filed = packages.all_filed(change.connection, kinds=("reply",), direction="in", cycle=cycle)
    ordered = sorted(filed, key=lambda each: (each.sequence, each.id))
    live, gone = (
        [said for each in ordered if each.cancelled is taken_back for said in said_in(change, each.id)]
        for taken_back in (False, True)
    )
    return live, gone


def _decided_here(action: ActionItem, said: Iterable[FollowUp], told: Sequence[FollowUp]) -> bool:
    if action.state == "open" and told:
        return False
    return (action.state, action.outcome) not in {(each.state, each.outcome) for each in said}


def _set(change: Change, action: ActionItem, told: Sequence[FollowUp]) -> None:
    values = {"state": told[-1].state, "outcome": told[-1].outcome} if told else {"state": "open", "outcome": None}
    if values == {"state": action.state, "outcome": action.outcome}:
        return
    table = tables.action_items
    change.connection.execute(table.update().where(table.c.id == action.id).values(**values))
    before = {"id": action.id, "state": action.state, "outcome": action.outcome}
    change.enter("action follow up", action.text, Touched.MEETINGS, before=before, after={"id": action.id, **values})
