"""Who is asked about what when a cycle is opened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from dxdesk.domain.cycles import Slot, active_departments, assign, carried_over
from dxdesk.domain.errors import rule
from dxdesk.domain.plans import Plan
from dxdesk.operations.change import Change
from dxdesk.operations.departments import add_department
from dxdesk.store.queries import finding, plans

SECRETARIAT = "事務局"
"""Who is asked where the town has no department on file."""


def who_is_asked(
    change: Change,
    plan: Plan,
    day: date,
    only: Sequence[str] | None,
    assigned: Mapping[str, Sequence[str]],
    before: Sequence[Slot],
) -> tuple[list[Slot], tuple[str, ...]]:
    """The slots of a new cycle, and the units (ids) whose departments are those of ``before``, the cycle before.

    ``only`` limits who is asked by the plan or as before, ``assigned`` names departments by the code of a unit. A town
    without departments gets one, the secretariat. Raises Problem.
    """
    if not plans.departments(change.connection):
        add_department(change, SECRETARIAT)
    known = plans.departments(change.connection)
    active = active_departments(known, day)
    if not active:
        raise rule("cycle.no_active_department", "as_of", day=day)
    groups = plans.groups(change.connection)
    wanted = {finding.department(change.connection, each).id for each in only} if only else None
    named = {plan.unit(code).id: departments for code, departments in assigned.items()}
    by_plan = [
        slot for unit in plan.units if unit.id not in named for slot in assign(plan, unit, active, groups, known)
    ]
    found, carried = carried_over(by_plan, before, active)
    slots = [slot for slot in found if wanted is None or slot.department in wanted]
    for unit, departments in named.items():
        ids = dict.fromkeys(finding.department(change.connection, each).id for each in departments)
        slots += [Slot(unit, each, "related" if index else "main", False) for index, each in enumerate(ids)]
    if not slots:
        raise rule("cycle.nobody_asked", "departments")
    order = {unit.id: index for index, unit in enumerate(plan.units)}
    there = {each.unit for each in slots}
    return sorted(slots, key=lambda each: order[each.unit]), tuple(each for each in carried if each in there)
