"""Gathering what the checklists and the form to fill in by hand show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dxdesk.documents.checklist import compose_checklists
from dxdesk.documents.handwriting import compose_handwriting
from dxdesk.documents.page import Printed
from dxdesk.documents.reference import checklists
from dxdesk.domain.board import Board
from dxdesk.domain.checklist_rows import day_checklist, year_end_checklist
from dxdesk.domain.checklists import Checklist, action_checklist, checked_unit, own_answer, submission_checklist
from dxdesk.domain.counting import cycle_number
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import rule
from dxdesk.domain.next_year import asks_next_year
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.settings import Settings
from dxdesk.domain.sheets import Occasion, blank_form, department_marks, occasion
from dxdesk.operations.printing import made_moment
from dxdesk.operations.printing_directions import directions
from dxdesk.store.queries import Connection, board, cycles, meetings, plans, replies
from dxdesk.store.queries.compared import compared


def print_checklist(
    connection: Connection,
    cycle: Cycle,
    now: str,
    kind: str,
    *,
    department: str | None = None,
    code: str | None = None,
    meeting: str | None = None,
) -> Printed:
    """A checklist of a cycle: ``preparation`` for the secretariat, ``submission`` per department with its own rows,
    ``action`` per unit, ``handwriting`` the blank form per department, ``security`` per department, ``year-end`` with
    rows of the cycle, ``day`` with rows of a meeting's agenda, ``survey`` as it is.

    ``department`` is an id, without one every department asked gets a page; ``code`` limits ``action`` and
    ``handwriting`` to one unit; ``meeting`` is an id, without one ``day`` has its common rows.
    Raises Problem where nobody is asked.
    """
    shown = board.board(connection, cycle)
    settings = plans.settings(connection, cycle.settings_revision)[1]
    about = replace(occasion(shown, settings.paper), due=cycle.due)
    made = made_moment(connection, cycle, now)
    asked = [
        each
        for each in cycles.departments(connection, cycle)
        if each.id == department or (department is None and _asked(shown, each))
    ]
    if kind == "handwriting":
        return _handwriting(connection, cycle, shown, asked, settings, about, made, code)
    base = checklists()[kind]
    if kind == "submission":
        made_lists = _submission(connection, cycle, shown, asked, base, settings)
    elif kind == "action":
        made_lists = _action(connection, cycle, shown, base, code, asked if department else ())
    elif kind == "security":
        made_lists = [replace(base, subject=each.name) for each in asked]
    elif kind == "year-end":
        changes = compared(connection, cycle).changes
        made_lists = [year_end_checklist(base, directions(connection, cycle, shown), changes)]
    elif kind == "day" and meeting is not None:
        held = meetings.meeting(connection, meeting)
        about = replace(about, body_name=held.body_name, meeting_day=held.day, ordinal=held.ordinal)
        names = {card.unit: card.short_name for card in shown.cards if card.short_name}
        made_lists = [day_checklist(base, meetings.agenda(connection, meeting), names)]
    else:
        made_lists = [base]
    if not made_lists:
        raise rule("print.no_units", "department")
    return compose_checklists(made_lists, about, settings, made=made)


def _asked(shown: Board, department: Department) -> bool:
    return any(department.name in card.departments for card in shown.cards)


def _submission(
    connection: Connection,
    cycle: Cycle,
    shown: Board,
    asked: Sequence[Department],
    base: Checklist,
    settings: Settings,
) -> list[Checklist]:
    plan = plans.plan(connection, cycle.plan_revision)
    views, next_year = replies.views(connection, cycle), asks_next_year(cycle)
    found = []
    for department in asked:
        units = [
            checked_unit(plan, card, own_answer(views[card.unit], department.id))
            for card in shown.cards
            if card.unit in views and department.id in views[card.unit].answers
        ]
        if units:
            found.append(submission_checklist(base, department.name, units, settings, next_year=next_year))
    return found


def _action(
    connection: Connection,
    cycle: Cycle,
    shown: Board,
    base: Checklist,
    code: str | None,
    departments: Sequence[Department],
) -> list[Checklist]:
    plan = plans.plan(connection, cycle.plan_revision)
    if code is not None:
        unit = plan.unit(code)
        cards = [card for card in shown.cards if card.unit == unit.id]
    else:
        names = {each.name for each in departments}
        cards = [card for card in shown.cards if card.assigned and (not names or names & set(card.departments))]
    return [action_checklist(base, plan, plan.by_id[card.unit], card.departments) for card in cards]


def _handwriting(
    connection: Connection,
    cycle: Cycle,
    shown: Board,
    asked: Sequence[Department],
    settings: Settings,
    about: Occasion,
    made: str,
    code: str | None,
) -> Printed:
    plan = plans.plan(connection, cycle.plan_revision)
    only = plan.unit(code).id if code is not None else None
    items = [each for unit, each in board.items(connection, cycle, shown).items() if only in (None, unit)]
    marks = department_marks(cycles.departments(connection, cycle))
    place = (cycle.fiscal_year, cycle_number(cycle, cycles.cycles(connection)))
    forms = [blank_form(plan, shown, items, each, marks[each.id], place) for each in asked]
    forms = [replace(form, next_year=asks_next_year(cycle)) for form in forms if form.units]
    if not forms:
        raise rule("print.no_units", "department")
    return compose_handwriting(forms, about, settings, made=made)
