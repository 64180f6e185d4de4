"""会議体: one that is no longer used leaves the plan, and comes back when it is used again."""

from __future__ import annotations

from dataclasses import replace

from dxdesk.domain.errors import Problem, rule
from dxdesk.domain.plan_parts import Body
from dxdesk.domain.plans import Plan
from dxdesk.operations.change import Change, Outcome, Touched
from dxdesk.operations.plans import revise_plan
from dxdesk.store.queries import bodies, finding, plans


def stop_using_body(change: Change, body: str) -> Outcome:
    """Takes a committee (name or id) out of the plan, as a new revision; its members and meetings stay on file.

    Which one it reported to is reported to by those below it. Raises Problem while a meeting of it is open, and for
    the only one there is.
    """
    change.allow("plan")
    plan = plans.plan(change.connection)
    found = finding.body(plan, body)
    if len(plan.bodies) == 1:
        raise rule("body.last", "body", name=found.name)
    if found.id in bodies.meeting_now(change.connection):
        raise rule("body.meeting_open", "body", name=found.name)
    after = revise_plan(change, _without(plan, found))
    change.enter("body stop", found.name, Touched.PLAN | Touched.DEPARTMENTS, before=found.id, after=after)
    return Outcome("body stop", found.id, found.name)


def _without(plan: Plan, gone: Body) -> Plan:
    rest = tuple(
        replace(each, reports_to=gone.reports_to) if each.reports_to == gone.id else each
        for each in plan.bodies
        if each.id != gone.id
    )
    roles = tuple(replace(each, body=None) if each.body == gone.id else each for each in plan.roles)
    return replace(plan, bodies=rest, roles=roles)


def use_body_again(change: Change, body: str) -> Outcome:
    """Puts a committee (name or id) back that an earlier revision of the plan had, as a new revision. Raises Problem
    where there is none, and where another has its name now."""
    change.allow("plan")
    plan = plans.plan(change.connection)
    unused = bodies.unused(change.connection)
    found = next((each for each in unused if body in (each.id, each.name)), None)
    if found is None:
        near = finding.nearest(body, (each.name for each in unused))
        raise Problem("body.not_unused", "body", {"text": body, "near": near})
    if any(each.name == found.name for each in plan.bodies):
        raise rule("body.exists", "body", name=found.name)
    above = found.reports_to if found.reports_to in {each.id for each in plan.bodies} else None
    after = revise_plan(change, replace(plan, bodies=(*plan.bodies, replace(found, reports_to=above))))
    change.enter("body again", found.name, Touched.PLAN | Touched.DEPARTMENTS, before=found.id, after=after)
    return Outcome("body again", found.id, found.name)
