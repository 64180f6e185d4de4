"""Everything that was said of one unit, in every cycle and meeting and between them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlalchemy import Connection, select

from dxdesk.domain.board import Item, compose_item
from dxdesk.domain.cycles import CloseRecord, Cycle, closed_views
from dxdesk.domain.lineage import unit_line
from dxdesk.domain.meetings import Decision, Meeting, NumberedAction, Opinion
from dxdesk.domain.merge import UnitView, read_unit
from dxdesk.domain.plans import Plan
from dxdesk.domain.reports import Report
from dxdesk.store import tables
from dxdesk.store.queries import board as boards
from dxdesk.store.queries import cycles, meetings, plans, replies, reports
from dxdesk.store.queries.initiatives import Initiatives, initiatives


@dataclass(frozen=True)
class UnitRecord:
    """One unit (``item``) and what was said of it, and of the units it goes back to, up to a cycle.

    ``past`` are the cycles before, oldest first, as they were closed; ``reports``, ``decisions``, ``opinions``
    (付帯意見) and ``actions`` (宿題) oldest first; ``names`` of departments by id, also of those that are gone.
    """

    item: Item
    past: tuple[tuple[Cycle, UnitView], ...]
    reports: tuple[Report, ...]
    decisions: tuple[tuple[Meeting, Decision], ...]
    opinions: tuple[tuple[Meeting, Opinion], ...]
    actions: tuple[NumberedAction, ...]
    names: dict[str, str]


def unit_record(connection: Connection, listed: Initiatives, unit: str) -> UnitRecord:
    """The record of a unit (id) as the list of a cycle shows it: of an older cycle nothing that came after it."""
    cycle, line = listed.cycle, unit_line(listed.plan, unit)
    past = past_of(connection, cycle, unit)
    until = listed.closed.audit_sequence if listed.closed and not listed.newest else None
    given = boards.actions(connection, cycle, cycle.previous) if cycle.previous else ()
    item = compose_item(
        listed.plan,
        listed.cards[unit],
        listed.views.get(unit) or read_unit(unit, {}),
        past=[(each.name, view) for each, view in past],
        actions=boards.action_lines(given, unit),
        this_cycle=cycle.name,
    )
    held = _held(connection, cycle)
    return UnitRecord(
        item=item,
        past=past,
        reports=reports.reports(connection, line, until=until),
        decisions=tuple(
            (each, decision)
            for each in held
            for decision in meetings.decisions(connection, each.id)
            if decision.unit in line
        ),
        opinions=tuple(
            (each, opinion)
            for each in held
            for opinion in meetings.opinions(connection, each.id)
            if opinion.unit in line
        ),
        actions=tuple(_actions(connection, held, line, listed.closed if until is not None else None)),
        names={**plans.names(plans.departments(connection)), **plans.names(listed.departments)},
    )


def _held(connection: Connection, cycle: Cycle) -> list[Meeting]:
    """The meetings of a cycle and of those opened before it, oldest first."""
    order = [each.id for each in cycles.cycles(connection)]
    known = set(order[: order.index(cycle.id) + 1])
    return [each for each in meetings.meetings(connection) if each.cycle in known]


def _actions(
    connection: Connection, held: Iterable[Meeting], line: tuple[str, ...], closed: CloseRecord | None
) -> Iterable[NumberedAction]:
    """The 宿題 given to the units of a line; with a close record in the states that it names."""
    asked = set(
        connection.scalars(select(tables.action_items.c.meeting).where(tables.action_items.c.unit.in_(line)).distinct())
    )
    states = dict(closed.actions) if closed else {}
    for cycle in dict.fromkeys(each.cycle for each in held if each.id in asked):
        for each in meetings.numbered_actions(connection, cycle):
            if each.action.unit in line:
                state = states.get(each.action.id, each.action.state)
                yield replace(each, action=replace(each.action, state=state))  # type: ignore[arg-type]


def past_of(
    connection: Connection, cycle: Cycle, unit: str, limit: int | None = None
) -> tuple[tuple[Cycle, UnitView], ...]:
    """The cycles before one with what they say of a unit, oldest first, following 前回 at most ``limit`` steps (None:
    to the first of all). Cycles that knew nothing of the unit are left out.

    Those before a closed cycle are as they were when it was closed, whatever was reopened since.
    """
    found: list[tuple[Cycle, UnitView]] = []
    wanted: tuple[str, ...] = (unit,)
    record = cycles.official(connection, cycle)
    steps = 0
    while cycle.previous is not None and steps != limit:
        steps += 1
        wanted = _older(plans.plan(connection, cycle.plan_revision), wanted)
        before = cycles.cycle(connection, cycle.previous)
        view = _view(connection, before, wanted, record)
        if view is not None:
            found.append((before, replace(view, unit=unit)))
        number = record.previous_record if record else None
        record = (
            cycles.official(connection, before)
            if number is None
            else cycles.close_record(connection, before.id, number)
        )
        cycle = before
    return tuple(reversed(found))


def _older(plan: Plan, wanted: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(older for each in wanted for older in unit_line(plan, each)))


def _view(connection: Connection, before: Cycle, wanted: Iterable[str], record: CloseRecord | None) -> UnitView | None:
    """What a cycle says of the first of the wanted units that it knows; ``record`` is that of the cycle after it."""
    if record is None:
        seen = (replies.views(connection, before, each).get(each) for each in wanted)
        return next((view for view in seen if view is not None), None)
    told = {each.unit: each for each in record.before}
    unit = next((each for each in wanted if each in told), None)
    if unit is None:
        return None
    said = {each.id: each for older in wanted for each in replies.revisions(connection, before.id, older)}
    return closed_views([told[unit]], said)[unit]


@dataclass(frozen=True)
class PastRecord:
    """A unit as an older cycle had it: the list of that cycle, the unit's id then, and what had been said by then."""

    listed: Initiatives
    unit: str
    record: UnitRecord


def past_record(connection: Connection, plan: Plan, unit: str, cycle: str) -> PastRecord | None:
    """The record of a cycle (id) about a unit of ``plan`` or the one it goes back to; None where it was not there."""
    listed = initiatives(connection, cycles.cycle(connection, cycle))
    found = next((each for each in unit_line(plan, unit) if each in listed.cards), None)
    return PastRecord(listed, found, unit_record(connection, listed, found)) if found else None
