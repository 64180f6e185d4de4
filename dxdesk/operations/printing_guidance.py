"""Gathering what 記入要領 shows."""

from __future__ import annotations

from dxdesk.documents.guidance import compose_guidance
from dxdesk.documents.page import Printed
from dxdesk.domain.board import Board
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.guidance import Guidance, guidance_of
from dxdesk.operations.printing import made_moment
from dxdesk.store.queries import Connection, board, bodies, cycles, meetings, plans


def guidance(connection: Connection, cycle: Cycle, shown: Board | None = None) -> Guidance:
    """What is said to the departments of a cycle; ``shown`` is its board where it is read. The office to ask is that of
    the body of its newest meeting, else of the first of the plan."""
    plan = plans.plan(connection, cycle.plan_revision)
    held = meetings.meetings(connection, cycle.id)
    body = bodies.of_meeting(connection, held[-1]) if held else next(iter(plan.bodies), None)
    asked = {department for found in cycles.asked(connection, cycle.id).values() for department in found}
    return guidance_of(
        cycle,
        shown or board.board(connection, cycle),
        plan,
        plans.settings(connection, cycle.settings_revision)[1],
        tuple(each for each in cycles.departments(connection, cycle) if each.id in asked),
        office=(body.secretariat if body else None) or "",
        meeting=held[-1].day if held else None,
    )


def print_guidance(connection: Connection, cycle: Cycle, now: str, number: str) -> Printed:
    """記入要領 of a cycle."""
    return compose_guidance(guidance(connection, cycle), made=made_moment(connection, cycle, now), number=number)
