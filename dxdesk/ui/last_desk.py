"""What this PC is used for: the desk that was chosen on the first screen, and as whom one works at it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from dxdesk.desk import Desk
from dxdesk.domain.permissions import ACTOR_ROLES, OWN_DEPARTMENT_ROLES, Actor
from dxdesk.preferences import keep, keep_name, kept_name, preferences
from dxdesk.store.queries import packages, plans

_SECRETARIATS_ONLY = ("secretariat", "chair")
"""Roles that nobody has on a department's own database."""


def remember(desk: Desk) -> None:
    """Keep a desk as the one to be opened at the next start; a sample is looked at once."""
    if desk.ask(plans.identity).sample:
        return
    actor = desk.actor
    keep(
        desk={
            "target": desk.database.target,
            "role": actor.role,
            "department": actor.departments[0] if actor.departments else "",
            "name": actor.name or "",
        }
    )


def change_seat(desk: Desk, actor: Actor) -> None:
    """Work as somebody else from now on, at the next start too; who worked until now is found again by the role."""
    before = desk.actor
    if before.name and not desk.ask(plans.identity).sample:
        keep_name(before.role, before.departments, before.name)
    desk.actor = actor
    if preferences().desk.get("target", desk.database.target) == desk.database.target:
        remember(desk)


def rename(desk: Desk, name: str) -> None:
    """Who works at a desk is called so from now on, after a start and on another copy of it too; of a sample only
    until it is left."""
    desk.actor = replace(desk.actor, name=name or None)
    if not desk.ask(plans.identity).sample:
        keep_name(desk.actor.role, desk.actor.departments, name)
    if preferences().desk.get("target") == desk.database.target:
        remember(desk)


def target() -> str | None:
    """The path or address of the desk that is remembered; None where there is none or its file is gone."""
    found = preferences().desk.get("target", "")
    return found if "://" in found or (found and Path(found).is_file()) else None


def sitter(desk: Desk) -> Actor | None:
    """Who worked at the desk that is remembered; None for another one. Whose department is gone only looks."""
    kept = preferences().desk
    role = kept.get("role")
    if kept.get("target") != desk.database.target or role not in ACTOR_ROLES:
        return None
    actor = Actor(role, (), kept.get("name") or None)
    if role in _SECRETARIATS_ONLY and desk.ask(plans.identity).kind == "liaison":
        return None
    if role not in OWN_DEPARTMENT_ROLES:
        return actor
    if desk.ask(plans.identity).kind == "liaison":
        return replace(actor, departments=answering(desk, kept.get("department", "")))
    known = [each.id for each in desk.ask(plans.departments)]
    department = kept.get("department", "")
    return replace(actor, departments=(department,)) if department in known else Actor("reader")


def answering(desk: Desk, first: str = "") -> tuple[str, ...]:
    """The departments (ids) that a department's own database answers for, ``first`` first where it is one of them."""
    found = desk.ask(packages.answering)
    return tuple(sorted(found, key=lambda each: each != first))


def seat(desk: Desk) -> None:
    """Work at the desk that is remembered as one did before, and for a department as who did so last."""
    actor = sitter(desk) or desk.actor
    if actor.role in OWN_DEPARTMENT_ROLES and not actor.name:
        names = (kept_name(actor.role, (each,)) for each in actor.departments)
        actor = replace(actor, name=next(filter(None, names), None))
    desk.actor = actor
