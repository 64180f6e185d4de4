"""Who is to be asked about a unit in the next cycle: what is proposed, and how a person changes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from dxdesk.domain.cycles import Slot, assign
from dxdesk.domain.departments import heirs
from dxdesk.domain.plan_parts import Department, DepartmentGroup, Part
from dxdesk.domain.plans import Node, Plan
from dxdesk.domain.statuses import Status

Rest = Literal["", "done", "alternate", "before"]
"""Why a unit is proposed not to be asked about: 完了, a year off of 隔年, or not asked last time either."""

Parts = Mapping[str, Part]


@dataclass(frozen=True)
class Asking:
    """Who is to be asked about a unit (id). ``parts`` are the departments (ids) in 建制順, the main one among them;
    ``planned`` those that the plan means today. ``provisional``: the plan names nobody, and nobody has decided yet.
    ``carried``: somebody chose these in the cycle before. Not ``asked``: nobody, whatever the departments. ``former``
    are the departments that were 主管 before a person made another one so, the last one first.
    """

    unit: str
    parts: Parts
    planned: Parts
    provisional: bool = False
    carried: bool = False
    asked: bool = True
    rest: Rest = ""
    former: tuple[str, ...] = field(default=(), compare=False)

    @property
    def main(self) -> str | None:
        """The department that is 主管."""
        return next((each for each, part in self.parts.items() if part == "main"), None)

    @property
    def undecided(self) -> bool:
        """Whether it is asked about while nobody has decided who is asked."""
        return self.asked and self.provisional

    @property
    def count(self) -> int:
        """How many departments are asked."""
        return len(self.parts) if self.asked else 0

    def part(self, department: str) -> Part | None:
        """The part of a department; None where it is not asked."""
        return self.parts.get(department) if self.asked else None

    def turned(self, department: str, order: Sequence[str]) -> Asking:
        """One step further for a department: not asked → asked → 主管 → not asked. ``order`` is 建制順."""
        further: dict[Part | None, Part | None] = {None: "related", "related": "main", "main": None}
        return self.given(department, further[self.part(department)], order)

    def given(self, department: str, part: Part | None, order: Sequence[str]) -> Asking:
        """A department has this part from now on; None: it is not asked. ``order`` is 建制順.

        There is always one 主管: the one before becomes an ordinary one. Where 主管 leaves, the one before is it again,
        else the one that the plan means, else the first. Where the last department leaves, the unit is not asked about.
        """
        before: dict[str, Part] = dict(self.parts) if self.asked else {}
        former = self.former
        if part == "main" and self.main is not None and self.main != department:
            former = (self.main, *(each for each in former if each not in (self.main, department)))
        before.pop(department, None)
        if part == "main":
            before = dict.fromkeys(before, "related")
        if part is not None:
            before[department] = part
        if not before:
            return replace(self, asked=False, provisional=False)
        mains = [each for each in order if before.get(each) == "main"]
        planned = [each for each, meant in self.planned.items() if meant == "main"]
        first = next(each for each in (*mains, *former, *planned, *order) if each in before)
        parts: Parts = {each: "main" if each == first else "related" for each in order if each in before}
        return replace(self, parts=parts, asked=True, provisional=False, former=former)

    def switched(self) -> Asking:
        """Asked where it was not, and the other way round; who would be asked stays."""
        return replace(self, asked=not self.asked)

    def only_main(self) -> Asking:
        """主管だけに聞く."""
        main = self.main
        return replace(self, parts={main: "main"} if main else {}, provisional=False, asked=True)

    def like(self, other: Asking) -> Asking:
        """Asked of the same departments as another unit, or not asked about as that one."""
        return replace(self, parts=other.parts, asked=other.asked, provisional=other.provisional, former=other.former)

    def cleared(self) -> Asking:
        """Nobody is asked until a department is chosen."""
        return replace(self, provisional=False, asked=False)


@dataclass(frozen=True)
class Before:
    """The cycle before, for comparison: its plan, the departments there were then, who was asked about what, and what
    the units (ids of today's plan) said."""

    plan: Plan
    departments: Sequence[Department]
    slots: Sequence[Slot]
    statuses: Mapping[str, Status]


def propose(
    plan: Plan,
    year: int,
    active: Sequence[Department],
    groups: Sequence[DepartmentGroup],
    known: Sequence[Department],
    before: Before | None,
) -> tuple[Asking, ...]:
    """Who should be asked about every unit in a cycle of a fiscal year: what the plan says today, but where somebody
    chose others in the cycle before than the plan said then, those again, or those that took over from them.

    Proposed not to be asked about: what is 完了, the years off of 隔年, and what was not asked about last time either.
    """
    said: dict[str, list[Slot]] = {}
    for slot in before.slots if before else ():
        said.setdefault(slot.unit, []).append(slot)
    found = []
    for unit in plan.units:
        slots = assign(plan, unit, active, groups, known) if active else ()
        planned: Parts = {each.department: each.part for each in slots}
        asking = Asking(unit.id, planned, planned, provisional=any(each.provisional for each in slots))
        if before is not None:
            again = _chosen(unit, before, said.get(unit.id, []), active, groups, known)
            if again and again != planned:
                asking = replace(asking, parts=again, provisional=False, carried=True)
        rest = _rest(unit, year, before, unit.id in said)
        found.append(replace(asking, asked=not rest, rest=rest))
    return tuple(found)


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


def _chosen(
    unit: Node,
    before: Before,
    said: Sequence[Slot],
    active: Sequence[Department],
    groups: Sequence[DepartmentGroup],
    known: Sequence[Department],
) -> Parts:
    """Whom somebody chose in the cycle before, as they are today; empty where that was the plan's doing."""
    then = before.plan.by_id.get(unit.id)
    if then is None or not said or any(each.provisional for each in said):
        return {}
    planned = assign(before.plan, then, before.departments, groups, known)
    if not any(each.provisional for each in planned) and _parts(planned) == _parts(said):
        return {}
    there = {each.id for each in active}
    today: dict[str, Part] = {}
    for slot in said:
        heir = next((each for each in heirs(known, slot.department) if each in there), None)
        if heir is not None and today.get(heir) != "main":
            today[heir] = slot.part
    order = [each.id for each in active if each.id in today]
    main = next((each for each in order if today[each] == "main"), next(iter(order), None))
    return {each: "main" if each == main else "related" for each in order}


def _parts(slots: Sequence[Slot]) -> Parts:
    return {each.department: each.part for each in slots}


def _rest(unit: Node, year: int, before: Before | None, was_asked: bool) -> Rest:
    if before is not None and before.statuses.get(unit.id) == "done":
        return "done"
    schedule = unit.schedule
    if schedule is not None and schedule.kind == "alternate" and schedule.from_ is not None:
        if (year - schedule.from_) % 2:
            return "alternate"
    elif before is not None and unit.id in before.plan.by_id and not was_asked:
        return "before"
    return ""
