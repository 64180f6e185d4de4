"""Which parts of 会議資料一式 have anything to say."""

from __future__ import annotations

from dxdesk.domain.agenda import agenda_numbers
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.last_meeting import meeting_before
from dxdesk.domain.meetings import Meeting
from dxdesk.domain.next_year import asks_next_year
from dxdesk.domain.packets import Conditions
from dxdesk.domain.plans import Plan
from dxdesk.domain.terms import term_spans
from dxdesk.operations.printing_glossary import glossary
from dxdesk.store.queries import Connection, board, meetings, plans
from dxdesk.store.queries.compared import compared
from dxdesk.store.queries.meetings_held import held_and


def conditions(
    connection: Connection, cycle: Cycle, meeting: Meeting | None = None, *, all_sheets: bool = False
) -> Conditions:
    """What decides about the parts that not every packet has; a ``meeting`` of the cycle, by default its last."""
    plan = plans.plan(connection, cycle.plan_revision)
    next_year = asks_next_year(cycle)
    held = meeting or board.newest_meeting(connection, cycle.id)
    first = meeting_before(held, held_and(connection, held)) is None if held else cycle.previous is None
    revisions = compared(connection, cycle)
    changes = bool(revisions.changes) and not revisions.in_use
    measured = any(node.indicators for node in plan.nodes)
    placed = any(node.schedule or plan.role(node) == "activity" for node in plan.nodes)
    sheets = all_sheets or _any_sheet(connection, cycle, held)
    terms = _uses_terms(connection, cycle, plan)
    return Conditions(first, next_year, changes, bool(plan.crosswalk), terms, measured, placed, sheets)


def _any_sheet(connection: Connection, cycle: Cycle, held: Meeting | None) -> bool:
    """Whether a unit is discussed or late; the answers are read only where the agenda does not say so."""
    items = meetings.agenda(connection, held.id) if held else ()
    if agenda_numbers([(each.unit, each.kind) for each in items]):
        return True
    return any(card.status == "late" for card in board.board(connection, cycle, meeting=held).cards)


def _uses_terms(connection: Connection, cycle: Cycle, plan: Plan) -> bool:
    """Whether papers use a term that the plan explains; the answers are read only where no name of a unit does."""
    if not plan.terms or any(term_spans(unit.name, plan.terms) for unit in plan.units):
        return bool(plan.terms)
    shown = board.board(connection, cycle)
    return bool(glossary(connection, cycle, shown, board.items(connection, cycle, shown).values()).entries)
