"""A letter that shows how a town's papers would look with other settings."""

from __future__ import annotations

from datetime import date, timedelta

from dxdesk.documents.inquiry import compose_inquiry
from dxdesk.documents.page import Printed
from dxdesk.domain.letters import AskedUnit, DepartmentAsked, Letterhead, Sender, office_of
from dxdesk.domain.settings import Settings, check_settings
from dxdesk.store.queries import Connection, plans

_UNITS = 2
_DUE, _MEETING = timedelta(days=28), timedelta(days=42)


def print_sample(
    connection: Connection, settings: Settings, today: date, *, cycle_name: str, department: str
) -> Printed:
    """照会文 of ``cycle_name`` to the first department (where there is none yet, to ``department``) about the first
    units of the plan, marked 見本. Raises Problem for settings with which nothing can be printed."""
    check_settings(settings)
    plan, known = plans.plan(connection), plans.departments(connection)
    body = plan.bodies[0] if plan.bodies else None
    members = plans.members(connection, body.id) if body else ()
    chair = next((each.name for each in members if each.position == "chair"), "")
    head = Letterhead(
        plan_title=plan.title,
        cycle_name=cycle_name,
        sender=Sender(plan.town, body.name if body else "", chair, office_of(plan.bodies, body)),
        inquired=today,
        as_of=today,
        due=today + _DUE,
        meeting=today + _MEETING,
        sample=True,
    )
    units = tuple(AskedUnit(plan.numbers[each.id], each.name, "main") for each in plan.units[:_UNITS])
    asked = DepartmentAsked(known[0].name if known else department, units)
    return compose_inquiry([asked], head, settings)
