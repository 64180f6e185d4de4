"""The board of a cycle and the items on it, as people ask for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import reduce

from sqlalchemy import Connection

from dxdesk.domain.agenda import agenda_numbers
from dxdesk.domain.board import ActionLine, Board, Item, compose_board, compose_item
from dxdesk.domain.cycles import CloseRecord, Cycle, closed_views
from dxdesk.domain.lineage import became, carried_over
from dxdesk.domain.meetings import ActionItem, Meeting
from dxdesk.domain.merge import UnitView, read_unit
from dxdesk.domain.plans import Plan
from dxdesk.store.queries import cycles, meetings, plans, replies


def newest_meeting(connection: Connection, cycle: str) -> Meeting | None:
    """The meeting whose agenda the board shows: the newest of the cycle."""
    return next(reversed(meetings.meetings(connection, cycle)), None)


def previous_views(connection: Connection, cycle: Cycle) -> tuple[Cycle, dict[str, UnitView]] | None:
    """The cycle stored as 前回 and what its units say, also under the units that they became since."""
    return _before(connection, cycle, cycles.official(connection, cycle))


def _before(
    connection: Connection, cycle: Cycle, record: CloseRecord | None
) -> tuple[Cycle, dict[str, UnitView]] | None:
    if cycle.previous is None:
        return None
    before = cycles.cycle(connection, cycle.previous)
    if record is None:
        plan = plans.plan(connection, cycle.plan_revision)
        return before, carried_over(replies.views(connection, before), plan)
    return before, closed_views(record.before, {each.id: each for each in replies.revisions(connection, before.id)})


def board(
    connection: Connection,
    cycle: Cycle,
    views: Mapping[str, UnitView] | None = None,
    *,
    meeting: Meeting | None = None,
) -> Board:
    """The board of a cycle as it counts: accepted content only, a closed cycle as it was closed.

    ``views`` are those of the cycle where they have been read already. It carries the agenda numbers, body and day of
    ``meeting``, else of the newest meeting of the cycle.
    """
    before = previous_views(connection, cycle)
    meeting = meeting or newest_meeting(connection, cycle.id)
    items = meetings.agenda(connection, meeting.id) if meeting else ()
    return compose_board(
        plans.plan(connection, cycle.plan_revision),
        cycle,
        views if views is not None else replies.views(connection, cycle),
        cycles.departments(connection, cycle),
        previous=before[1] if before else None,
        previous_name=before[0].name if before else None,
        mains=cycles.mains(connection, cycle.id),
        agenda=agenda_numbers([(each.unit, each.kind) for each in items]),
        body_name=meeting.body_name if meeting else None,
        meeting_day=meeting.day if meeting else None,
        ordinal=meeting.ordinal if meeting else "",
        sample=plans.identity(connection).sample,
    )


def past(connection: Connection, cycle: Cycle, limit: int = 5) -> tuple[tuple[Cycle, dict[str, UnitView]], ...]:
    """The cycles before this one with what they say, oldest first, following 前回 at most ``limit`` steps.

    Those before a closed cycle are as they were when it was closed, whatever was reopened since.
    """
    found: list[tuple[Cycle, dict[str, UnitView]]] = []
    later: list[Plan] = []
    record = cycles.official(connection, cycle)
    while len(found) < limit and (before := _before(connection, cycle, record)) is not None:
        views = reduce(carried_over, reversed(later), before[1])
        found.append((before[0], views))
        later.append(plans.plan(connection, cycle.plan_revision))
        cycle, number = before[0], record.previous_record if record else None
        record = (
            cycles.official(connection, cycle) if number is None else cycles.close_record(connection, cycle.id, number)
        )
    return tuple(reversed(found))


ACTION_WORDS: Mapping[str, str] = {"open": "対応中", "done": "対応済み", "carried": "次回へ"}


def actions(connection: Connection, cycle: Cycle, of: str) -> tuple[ActionItem, ...]:
    """The 宿題 given in the meetings of the cycle ``of``, as a cycle shows them: a closed one those there were then.

    What was given to a unit that is another one today is given to that one.
    """
    known = became(plans.plan(connection, cycle.plan_revision))
    found = tuple(
        replace(each, unit=unit)
        for each in meetings.actions_of_cycle(connection, of)
        for unit in known.get(each.unit or "", (each.unit,))
    )
    record = cycles.official(connection, cycle)
    if record is None:
        return found
    states = dict(record.actions)
    return tuple(replace(each, state=states[each.id]) for each in found if each.id in states)  # type: ignore[arg-type]


def action_lines(given: tuple[ActionItem, ...], unit: str) -> tuple[ActionLine, ...]:
    """The 宿題 of a unit as they are shown beside it."""
    return tuple(
        ActionLine(each.text, ACTION_WORDS[each.state], each.state == "done") for each in given if each.unit == unit
    )


def items(connection: Connection, cycle: Cycle, shown: Board | None = None) -> dict[str, Item]:
    """Every unit of a cycle as the meeting sees it, by unit id."""
    shown = shown or board(connection, cycle)
    plan = plans.plan(connection, cycle.plan_revision)
    now = replies.views(connection, cycle)
    before = past(connection, cycle)
    given = actions(connection, cycle, cycle.previous) if cycle.previous else ()
    found = {}
    for card in shown.cards:
        view = now.get(card.unit) or read_unit(card.unit, {})
        history = [(each.name, views.get(card.unit) or read_unit(card.unit, {})) for each, views in before]
        lines = action_lines(given, card.unit)
        found[card.unit] = compose_item(plan, card, view, past=history, actions=lines, this_cycle=cycle.name)
    return found
