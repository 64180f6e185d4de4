"""What a person names, found; what cannot be found is refused with the nearest names."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from sqlalchemy import Connection

from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.domain.meetings import Meeting
from dxdesk.domain.plan_parts import Body, Department
from dxdesk.domain.plans import Plan
from dxdesk.domain.text import fold
from dxdesk.store.queries import cycles, meetings, plans


def nearest(typed: str, names: Iterable[str]) -> str:
    """Up to three names that come closest to what was typed, joined for a sentence; all of a short list; （なし）."""
    known = list(names)
    folded = {fold(name): name for name in reversed(known)}
    near = get_close_matches(fold(typed), folded, n=3, cutoff=0.3)
    return "、".join(folded[each] for each in near) or "、".join(known[:6]) or "（なし）"


def department(connection: Connection, typed: str) -> Department:
    """The department of a name, short name or id. Raises Problem (department.unknown) offering the nearest."""
    known = plans.departments(connection)
    wanted = fold(typed)
    for each in known:
        if typed == each.id or wanted == fold(each.name):
            return each
    for each in known:
        if each.short and wanted == fold(each.short):
            return each
    raise Problem("department.unknown", "department", {"text": typed, "near": nearest(typed, (e.name for e in known))})


def cycle(connection: Connection, typed: str | None = None, *, only_open: bool = True) -> Cycle:
    """A cycle by id or name; by default the newest open one (or the newest at all when ``only_open`` is False).

    Raises Problem: cycle.unknown with the nearest names, cycle.none where there is none (open).
    """
    known = cycles.cycles(connection)
    if typed is None:
        open_ones = [each for each in known if each.open]
        if open_ones:
            return open_ones[-1]
        if known and not only_open:
            return known[-1]
        raise Problem("cycle.none_open" if known else "cycle.none", "cycle", kind="rule")
    for each in known:
        if typed == each.id or fold(typed) == fold(each.name):
            return each
    if not known:
        raise Problem("cycle.none", "cycle", kind="rule")
    raise Problem("cycle.unknown", "cycle", {"text": typed, "near": nearest(typed, (e.name for e in known))})


def meeting(connection: Connection, typed: str | None = None, *, cycle: str | None = None) -> Meeting:
    """A meeting by id, day, name of its body or both; by default the newest open one, else the newest.

    Where ``cycle``, an id, is given only its meetings are looked at. Of several that are meant those of the newest
    open cycle are taken. Raises Problem: meeting.none, meeting.unknown with the nearest, meeting.several with all.
    """
    known = meetings.meetings(connection, cycle)
    if not known:
        raise Problem("meeting.none", "meeting", kind="rule")
    if typed is None:
        return next((each for each in reversed(known) if each.state == "open"), known[-1])
    names = {each.id: f"{each.body_name} {each.day.isoformat()}" for each in known}
    found = [
        each
        for each in known
        if typed in (each.id, each.day.isoformat()) or fold(typed) in (fold(each.body_name), fold(names[each.id]))
    ]
    if len(found) > 1:
        newest = next((each.id for each in reversed(cycles.cycles(connection)) if each.open), None)
        found = [each for each in found if each.cycle == newest] or found
    if len(found) == 1:
        return found[0]
    if not found:
        raise Problem("meeting.unknown", "meeting", {"text": typed, "near": nearest(typed, names.values())})
    alike = len({names[each.id] for each in found}) < len(found)
    candidates = "、".join(f"{names[each.id]}（{each.id}）" if alike else names[each.id] for each in found)
    raise Problem("meeting.several", "meeting", {"text": typed, "candidates": candidates})


def body(plan: Plan, typed: str) -> Body:
    """A committee of the plan by name or id. Raises Problem (body.unknown) with all there are."""
    for each in plan.bodies:
        if typed == each.id or fold(typed) == fold(each.name):
            return each
    raise Problem(
        "body.unknown", "body", {"text": typed, "near": "、".join(each.name for each in plan.bodies) or "（なし）"}
    )
