"""白紙: a plan that holds what a person typed and nothing else, ready to be taken in and revised later."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dxdesk.domain.errors import Problem
from dxdesk.domain.pasted import OUTLINE, TableRow
from dxdesk.domain.plan_parts import Body, Department, DepartmentGroup, Level, Owner, Period
from dxdesk.domain.plans import Node, Plan
from dxdesk.domain.rosters import cell_problem, name_problem, named
from dxdesk.domain.text import NAME_CHARACTERS, TITLE_CHARACTERS, fold

EVERYBODY = ("全庁", "全課", "全所属", "全部署", "すべての課", "全職員")
SOMEBODY = ("関係課", "各課", "各担当課", "各部署", "関係各課", "担当課", "各所属")

LEVELS = (
    Level("axis", "軸", "axis", "{number}", None),
    Level("initiative", "取組", "initiative", "{parent}-{number}", None),
)


def check_outline(rows: Sequence[TableRow]) -> tuple[Problem, ...]:
    """Everything in a pasted list of 軸・取組・担当課 that has to be put right: one problem for a cell.

    An axis stands in its first row at the latest; an initiative stands once below its axis.
    """
    return tuple(_outline(rows))


def _outline(rows: Sequence[TableRow]) -> Iterator[Problem]:
    axis_at, name_at, owners_at = (OUTLINE.place(key) for key in ("axis", "name", "owners"))
    axis, seen = "", dict[tuple[str, str], int]()
    for number, row in enumerate(rows, start=1):
        if row.blank:
            continue
        axis = row.cells[axis_at] or axis
        if not axis:
            yield cell_problem("paste.no_axis", number, OUTLINE.columns[axis_at])
        elif (problem := name_problem(row, number, OUTLINE.columns[axis_at], axis_at, TITLE_CHARACTERS)) is not None:
            yield problem
        name = row.cells[name_at]
        if not name:
            yield cell_problem("paste.no_initiative", number, OUTLINE.columns[name_at])
        elif (problem := name_problem(row, number, OUTLINE.columns[name_at], name_at, TITLE_CHARACTERS)) is not None:
            yield problem
        elif (first := seen.setdefault((fold(axis), fold(name)), number)) != number:
            yield cell_problem("paste.twice", number, OUTLINE.columns[name_at], {"text": name, "first": first})
        for owner in named(row.cells[owners_at]):
            if len(owner) > NAME_CHARACTERS:
                values = {"limit": NAME_CHARACTERS, "length": len(owner)}
                yield cell_problem("text.too_long", number, OUTLINE.columns[owners_at], values)
                break
        else:
            problem = name_problem(row, number, OUTLINE.columns[owners_at], owners_at, TITLE_CHARACTERS)
            if problem is not None:
                yield problem


def blank_plan(
    town: str,
    title: str,
    body: str,
    *,
    from_: int | None,
    to: int | None,
    outline: Sequence[TableRow] = (),
) -> Plan:
    """A plan of two levels, 軸 and 取組, with new ids; ``outline`` are checked rows of 軸・取組・担当課, in order.

    An empty 軸 is that of the row above. Owners become departments in order of mention; words for everybody (全庁)
    become a group of all, words for somebody (関係課) one whose members are not known.
    """
    nodes: list[Node] = []
    axes: dict[str, Node] = {}
    counts: dict[str, int] = {}
    owners: dict[str, str] = {}
    axis: Node | None = None
    for row in outline:
        if row.blank:
            continue
        axis_name, name, carried = (row.cells[OUTLINE.place(key)] for key in ("axis", "name", "owners"))
        if axis_name or axis is None:
            axis = axes.get(fold(axis_name))
        if axis is None:
            code = str(len(axes) + 1)
            axis = axes[fold(axis_name)] = Node(str(uuid.uuid4()), None, "axis", code, code, axis_name, None)
            nodes.append(axis)
        counts[axis.id] = counts.get(axis.id, 0) + 1
        listed = tuple(dict.fromkeys(owners.setdefault(fold(each), each) for each in named(carried)))
        code = f"{axis.code}-{counts[axis.id]}"
        carriers = tuple(Owner(each, "main" if place == 0 else "related") for place, each in enumerate(listed))
        nodes.append(Node(str(uuid.uuid4()), axis.id, "initiative", code, code, name, None, owners=carriers))
    groups = [each for each in owners.values() if each in EVERYBODY or each in SOMEBODY]
    departments = [each for each in owners.values() if each not in groups]
    return Plan(
        format=1,
        id="plan",
        uuid=str(uuid.uuid4()),
        town=town,
        title=title,
        edition=None,
        issued=None,
        period=Period(from_, to, None),
        levels=LEVELS,
        nodes=tuple(nodes),
        departments=tuple(
            Department(str(uuid.uuid4()), name, order=order) for order, name in enumerate(departments, start=1)
        ),
        groups=tuple(DepartmentGroup(str(uuid.uuid4()), name, "all" if name in EVERYBODY else None) for name in groups),
        bodies=(Body(str(uuid.uuid4()), body, None, None, (), (), None),) if body else (),
    )


def named_plan(plan: Plan, town: str, bodies: Sequence[str]) -> Plan:
    """The plan under the names that a town gives itself and its committees, in their order. An empty name leaves the
    plan's, one that the plan has already is that committee's, and one more than the plan has is a new committee.
    """
    known, given = list(plan.bodies), {fold(each) for each in bodies}
    there = {fold(each.name) for each in known}
    empty = {place for place, name in enumerate(bodies) if not name}
    free = [place for place, each in enumerate(known) if fold(each.name) not in given and place not in empty]
    for place, name in enumerate(bodies):
        if not name or fold(name) in there:
            continue
        if not free:
            known.append(Body(str(uuid.uuid4()), name, None, None, (), (), None))
            continue
        renamed = place if place in free else free[0]
        free.remove(renamed)
        known[renamed] = replace(known[renamed], name=name)
    return replace(plan, town=town or plan.town, bodies=tuple(known))
