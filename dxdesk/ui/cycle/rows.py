"""The lines of 取組 × 課, and the words of their cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from dxdesk.domain.asking import Asking
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.plans import Node, Plan
from dxdesk.store.queries.opening import Opening
from dxdesk.wording.cycle import RESTS

Kind = Literal["axis", "unit"]

UNIT, OWNERS, FIRST = 0, 1, 2
"""Columns: the unit with its check box, the plan's own words, and from here on the departments."""


@dataclass(frozen=True)
class Row:
    """One line: an axis or a unit. ``owners`` are (name, whether that is a group); ``open``: nobody had decided who is
    asked when the page was opened; ``everybody``: its group means all."""

    kind: Kind
    name: str
    unit: str = ""
    number: str = ""
    owners: tuple[tuple[str, bool], ...] = ()
    open: bool = False
    everybody: bool = False


def matrix_rows(found: Opening) -> tuple[Row, ...]:
    """The lines of the matrix: what nobody has decided first, then the plan's order below its axes."""
    plan = found.plan
    groups = {each.name: each for each in found.groups}
    unclear = {each.unit for each in found.asking if each.undecided}
    units = []
    for unit in plan.units:
        owners = tuple((each.name, each.name in groups) for each in owners_of(plan, unit))
        everybody = any(groups[name].members == "all" for name, group in owners if group)
        name = unit.short_name or unit.name
        row = Row("unit", name, unit.id, plan.numbers[unit.id], owners, unit.id in unclear, everybody)
        units.append((unit, row))
    open_ = [each for each in units if each[1].open]
    return (*(row for _, row in open_), *below_axes(plan, [each for each in units if not each[1].open]))


def below_axes(plan: Plan, units: Sequence[tuple[Node, Row]]) -> list[Row]:
    """Lines of units below those of their axes."""
    rows: list[Row] = []
    axis: Node | None = None
    for unit, row in units:
        above = plan.axis(unit)
        if not rows or above is not axis:
            axis = above
            rows.append(Row("axis", axis.name if axis else plan.title))
        rows.append(row)
    return rows


def owners_of(plan: Plan, unit: Node) -> tuple[Any, ...]:
    """Whom the plan names for a unit: its own owners, else those of the next node up, else the plan's."""
    for owners in (unit.owners, *(each.owners for each in reversed(plan.path(unit))), plan.owners):
        if owners:
            return owners
    return ()


def department_word(department: Department) -> str:
    """How a department is called in a narrow column."""
    return department.short or department.name


def owner_words(row: Row) -> str:
    """The plan's own words for who carries a unit."""
    return "・".join(name for name, _ in row.owners)


def remark(row: Row, asking: Asking, departments: int) -> str:
    """What stands beside the plan's words: why a unit is not asked about, or how its departments came about."""
    if not asking.asked:
        return RESTS[asking.rest]
    if asking.provisional:
        return f"仮・全{departments}課" if departments else ""
    if row.open and asking.parts:
        return "決めました"
    return "前回と同じ" if asking.carried else ""


def cell_words(row: Row, asking: Asking | None, column: int, departments: Sequence[Department]) -> str:
    """What stands in a cell."""
    if asking is None:
        return row.name if column == UNIT else ""
    if column == UNIT:
        return f"{row.number} {row.name}"
    if column == OWNERS:
        return " ".join(each for each in (owner_words(row), remark(row, asking, len(departments))) if each)
    part = asking.part(departments[column - FIRST].id)
    return {"main": "主管", "related": "✓", None: ""}[part]


def spoken_words(row: Row, asking: Asking | None, column: int, departments: Sequence[Department]) -> str:
    """A cell as it is read aloud."""
    if asking is None:
        return row.name
    if column < FIRST:
        who = f"{asking.count}課に照会" if asking.asked else RESTS[asking.rest]
        return "、".join(each for each in (row.number, row.name, owner_words(row), who) if each)
    part = asking.part(departments[column - FIRST].id)
    word = {"main": "主管", "related": "照会する", None: "照会しない"}[part]
    provisional = "、仮" if asking.provisional and part is not None else ""
    return f"{row.name}、{departments[column - FIRST].name}、{word}{provisional}"
