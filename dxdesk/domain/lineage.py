"""What became of initiatives from one revision of a plan to the next: what was said of the older ones goes on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dxdesk.domain.merge import UnitView
from dxdesk.domain.plans import Plan


def unit_line(plan: Plan, unit: str) -> tuple[str, ...]:
    """A unit (id) and those it goes back to, one after the other, by the plan's lineage.

    A unit that was renamed or split off goes back to the one it was; one made of several goes back to none of them
    alone, for no one of their answers speaks for it.
    """
    return _line(_older(plan), unit)


def _older(plan: Plan) -> dict[str, str]:
    return {to: line.from_[0] for line in plan.lineage if len(line.from_) == 1 for to in line.to}


def _line(older: Mapping[str, str], unit: str) -> tuple[str, ...]:
    found = [unit]
    while (before := older.get(found[-1])) is not None and before not in found:
        found.append(before)
    return tuple(found)


def carried_over(views: Mapping[str, UnitView], plan: Plan) -> dict[str, UnitView]:
    """The views of an earlier cycle, each also under the unit of the plan that goes back to its unit."""
    found, older = dict(views), _older(plan)
    for unit in plan.units:
        said = next((each for each in _line(older, unit.id) if each in views), unit.id)
        if said != unit.id:
            found[unit.id] = replace(views[said], unit=unit.id)
    return found


def became(plan: Plan) -> dict[str, tuple[str, ...]]:
    """By older unit (id) the units of the plan that go back to it, itself first where it is still there."""
    older = _older(plan)
    found: dict[str, tuple[str, ...]] = {}
    for unit in plan.units:
        for each in _line(older, unit.id)[1:]:
            found[each] = (*found.get(each, (each,) if each in plan.by_id else ()), unit.id)
    return found
