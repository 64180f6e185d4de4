"""Whose owners are asked where several levels above a unit name somebody."""

from __future__ import annotations

from dataclasses import replace

from dxdesk.domain.cycles import assign
from tests.builders import FUKUSHI, KENSETSU, PLAN, owners, uid


def test_of_several_levels_that_name_owners_the_nearest_one_is_asked() -> None:
    nodes = tuple(
        replace(each, owners=owners(KENSETSU)) if each.id == uid("住民のために") else each for each in PLAN.nodes
    )
    plan = replace(PLAN, nodes=nodes)
    unit = plan.unit("重点-3")
    assert [each.owners for each in plan.path(unit)] == [owners(KENSETSU), owners(FUKUSHI)]
    slots = assign(plan, unit, plan.departments, plan.groups)
    assert [each.department for each in slots] == [uid(FUKUSHI)]
