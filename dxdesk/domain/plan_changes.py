"""What differs between two revisions of a plan, initiative by initiative."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, get_args

from dxdesk.domain.lineage import unit_line
from dxdesk.domain.plan_texts import plan_lines
from dxdesk.domain.plans import Node, Plan

Aspect = Literal["number", "name", "axis", "owners", "schedule", "content", "goals", "indicators"]
ASPECTS: Final[tuple[Aspect, ...]] = get_args(Aspect)

ChangeKind = Literal["added", "removed", "merged", "split"] | Aspect


@dataclass(frozen=True)
class PlanChange:
    """One difference: of which initiative (``number`` and ``name`` as they are now, of one that is gone as they were),
    of what kind, and what stood and stands there; empty where there was or is nothing."""

    number: str
    name: str
    kind: ChangeKind
    before: str = ""
    after: str = ""


def plan_changes(before: Plan, after: Plan) -> tuple[PlanChange, ...]:
    """The differences in the order of the later plan, what is gone from it last.

    An initiative is followed by its lineage: one that was renamed or split off goes back to what it was, one made of
    several names all of them.
    """
    made_of = {
        to: tuple(each for each in line.from_ if each in before.by_id)
        for line in after.lineage
        for to in line.to
        if to not in before.by_id
    }
    followed = {each for unit in after.units for each in (unit.id, *made_of.get(unit.id, ()))}
    old, new = before.numbers, after.numbers
    found: list[PlanChange] = []
    for unit in after.units:
        found += _changes(before, after, unit, new[unit.id], made_of.get(unit.id, ()))
    found += [
        PlanChange(old[each.id], each.name, "removed", each.name) for each in before.units if each.id not in followed
    ]
    return tuple(found)


def _changes(before: Plan, after: Plan, unit: Node, said: str, made_of: tuple[str, ...]) -> list[PlanChange]:
    """The changes of one initiative, whose number is ``said``."""
    if len(made_of) > 1:
        names = "\n".join(before.by_id[each].name for each in made_of)
        return [PlanChange(said, unit.name, "merged", names, unit.name)]
    older = next((each for each in unit_line(after, unit.id) if each in before.by_id), None)
    if older is None:
        return [PlanChange(said, unit.name, "added", "", unit.name)]
    was, now = aspects(before, before.by_id[older]), aspects(after, unit)
    found = [PlanChange(said, unit.name, each, was[each], now[each]) for each in ASPECTS if was[each] != now[each]]
    siblings = [line for line in after.lineage if older in line.from_ and unit.id in line.to and len(line.to) > 1]
    if siblings and older != unit.id:
        found.insert(0, PlanChange(said, unit.name, "split", before.by_id[older].name, unit.name))
        found = [each for each in found if each.kind != "name"]
    return found


def aspects(plan: Plan, unit: Node) -> Mapping[Aspect, str]:
    """What a plan says of an initiative, as texts that can be laid beside each other."""
    axis = plan.axis(unit)
    return {
        "number": unit.printed,
        "name": unit.name,
        "axis": axis.name if axis else "",
        "owners": "・".join(each.name for each in unit.owners),
        "schedule": (unit.schedule.wording or "") if unit.schedule else "",
        "content": "\n".join(plan_lines(plan, unit)),
        "goals": "\n".join(each.text for each in unit.narrative),
        "indicators": "\n".join(
            "　".join((each.name, *(target.value for target in each.targets))) for each in unit.indicators
        ),
    }
