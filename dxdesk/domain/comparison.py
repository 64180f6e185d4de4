"""新旧対照表: two revisions of a plan beside each other, one row for each initiative that differs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dxdesk.domain.board import Board
from dxdesk.domain.plan_changes import ASPECTS, Aspect, ChangeKind, PlanChange, aspects, plan_changes
from dxdesk.domain.plans import Node, Plan
from dxdesk.domain.settings import Settings


@dataclass(frozen=True)
class ComparedRow:
    """An initiative that differs: its number, in which ways, and what both revisions say of it, by aspect.

    ``before`` None: it is new, ``after`` None: it is gone. ``made_of`` are the names of those it was made of or split
    from, ``answers`` how many answers of the cycle were given on the earlier text, ``reason`` what the plan gives as
    the reason.
    """

    number: str
    kinds: tuple[ChangeKind, ...]
    before: Mapping[Aspect, str] | None
    after: Mapping[Aspect, str] | None
    made_of: str = ""
    answers: int = 0
    reason: str = ""


@dataclass(frozen=True)
class Revised:
    """A revision of a plan with its number."""

    number: int
    plan: Plan


@dataclass(frozen=True)
class Comparison:
    """Everything 新旧対照表 shows; ``draft``: it is proposed, and no cycle uses the later revision yet."""

    board: Board
    settings: Settings
    before: Revised
    after: Revised
    rows: tuple[ComparedRow, ...]
    draft: bool = field(default=True)


def comparison_of(
    board: Board,
    settings: Settings,
    before: Revised,
    after: Revised,
    answers: Mapping[str, int],
    *,
    draft: bool = True,
) -> Comparison:
    """The initiatives that differ in the order of the later plan, those that are gone last; ``answers`` are counted by
    unit id."""
    found: dict[tuple[str, str], list[PlanChange]] = {}
    for each in plan_changes(before.plan, after.plan):
        found.setdefault((each.number, each.name), []).append(each)
    older, newer = _by_name(before.plan), _by_name(after.plan)
    rows = []
    for key, changes in found.items():
        kinds = tuple(dict.fromkeys(each.kind for each in changes))
        gone = kinds == ("removed",)
        unit = (older if gone else newer)[key]
        said = aspects(before.plan if gone else after.plan, unit)
        old = None if "added" in kinds or "merged" in kinds else {**said, **_differing(changes)}
        origin = [each.before for each in changes if each.kind in ("merged", "split")]
        units = _made_of(after.plan, unit)
        rows.append(
            ComparedRow(
                key[0],
                kinds,
                old,
                None if gone else said,
                origin[0] if origin else "",
                sum(answers.get(each, 0) for each in units),
                _reason(after.plan, unit),
            )
        )
    return Comparison(board, settings, before, after, tuple(rows), draft)


def _by_name(plan: Plan) -> dict[tuple[str, str], Node]:
    return {(plan.numbers[unit.id], unit.name): unit for unit in plan.units}


def _differing(changes: list[PlanChange]) -> dict[Aspect, str]:
    """What the earlier revision said where it differs."""
    kinds: dict[ChangeKind, Aspect] = {each: each for each in ASPECTS}
    return {kinds[each.kind]: each.before for each in changes if each.kind in kinds}


def _made_of(plan: Plan, unit: Node) -> tuple[str, ...]:
    """The unit and those it was made of."""
    older = [each for line in plan.lineage if unit.id in line.to for each in line.from_]
    return tuple(dict.fromkeys((unit.id, *older)))


def _reason(plan: Plan, unit: Node) -> str:
    """Why the unit was changed, as the plan's lineage tells it."""
    lines = [line.reason for line in plan.lineage if line.reason and unit.id in (*line.from_, *line.to)]
    return "\n".join(dict.fromkeys(lines))
