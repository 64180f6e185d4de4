"""The next cycle as it is being made, as it is kept between two sittings, and how it is opened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from dxdesk.domain.asking import Asking
from dxdesk.domain.next_cycle import year_in
from dxdesk.domain.plans import Plan
from dxdesk.operations.change import Change
from dxdesk.operations.cycles import Opened, open_cycle
from dxdesk.operations.page_drafts import keep_page_draft
from dxdesk.ui.cycle.days_form import CycleDays

PAGE: Final = "open_cycle"


def record_of(typed: Mapping[str, str], changed: Mapping[str, Asking]) -> dict[str, object]:
    """What is kept: the fields as typed, and who is asked where a person changed it."""
    asking = {
        unit: {"parts": dict(each.parts), "asked": each.asked, "provisional": each.provisional}
        for unit, each in changed.items()
    }
    return {"typed": dict(typed), "asking": asking}


def changed_of(record: Mapping[str, Any], proposed: Sequence[Asking], departments: Sequence[str]) -> dict[str, Asking]:
    """What a person had changed, on the proposal of today. Departments (ids) that are gone are left out."""
    found = {}
    for each in proposed:
        kept = record.get("asking", {}).get(each.unit)
        if kept is None:
            continue
        parts = {department: kept["parts"][department] for department in departments if department in kept["parts"]}
        if parts and "main" not in parts.values():
            parts[next(iter(parts))] = "main"
        asking = replace(each, asked=kept["asked"], provisional=kept["provisional"])
        found[each.unit] = replace(asking, parts=parts) if parts else asking
    return found


def assigned(plan: Plan, asking: Sequence[Asking], proposed: Sequence[Asking]) -> dict[str, list[str]]:
    """Whom to ask other than the plan says, by the code of the unit, 主管 first; nobody where it is not asked about."""
    found: dict[str, list[str]] = {}
    for each, before in zip(asking, proposed, strict=True):
        code = plan.by_id[each.unit].code or ""
        if not each.asked:
            found[code] = []
        elif not each.provisional and (each != before or each.carried):
            found[code] = sorted(each.parts, key=lambda department: department != each.main)
    return found


def open_as_written(change: Change, days: CycleDays, asked: Mapping[str, Sequence[str]]) -> Opened:
    """Opens the cycle and forgets what was kept of it, whole or not at all. Raises Problem."""
    opened = open_cycle(
        change,
        days.name,
        as_of=days.as_of,
        due=days.due,
        meeting=days.meeting,
        kind=days.kind,
        year=year_in(days.name),
        assigned=asked,
    )
    keep_page_draft(change, PAGE, "", None)
    return opened
