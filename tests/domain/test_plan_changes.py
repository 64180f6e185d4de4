"""What differs between two revisions of a plan."""

from __future__ import annotations

from dataclasses import replace

from dxdesk.domain.plan_changes import plan_changes
from dxdesk.domain.plan_lists import Lineage
from dxdesk.domain.plan_parts import Owner
from dxdesk.domain.plans import Plan
from tests.builders import PLAN, real_plan, uid
from tests.plan_samples import PLANS

FIRST, SECOND, THIRD = PLAN.units[:3]


def changed(plan: Plan, identity: str, **values: object) -> Plan:
    """The plan with one node changed."""
    return replace(
        plan,
        nodes=tuple(replace(each, **values) if each.id == identity else each for each in plan.nodes),  # type: ignore[arg-type]
    )


def without(plan: Plan, identity: str) -> Plan:
    return replace(plan, nodes=tuple(each for each in plan.nodes if identity not in (each.id, each.parent)))


def kinds(before: Plan, after: Plan) -> list[tuple[str, str]]:
    return [(each.name, each.kind) for each in plan_changes(before, after)]


def test_a_plan_differs_in_nothing_from_itself() -> None:
    assert plan_changes(PLAN, PLAN) == ()
    assert PLANS


def test_another_name_and_another_owner_are_told_with_what_was() -> None:
    after = changed(PLAN, FIRST.id, name="新しい名前", owners=(Owner("新しい課", "main"),))
    name, owners = plan_changes(PLAN, after)
    assert (name.kind, name.name, name.before, name.after) == ("name", "新しい名前", FIRST.name, "新しい名前")
    assert (owners.kind, owners.after) == ("owners", "新しい課")


def test_a_unit_whose_number_stands_on_every_axis_is_named_by_its_code() -> None:
    plan = real_plan("kahoku")
    after = changed(plan, plan.units[4].id, name="新しい名前")
    (name,) = plan_changes(plan, after)
    assert name.number == plan.units[4].code == "行政-1"
    assert [each.number for each in plan_changes(plan, without(plan, plan.units[0].id))] == ["住民-1"]


def test_what_is_new_stands_in_its_place_and_what_is_gone_at_the_end() -> None:
    new = replace(FIRST, id=uid("まったく新しい"), name="まったく新しい", code="重点-99")
    after = without(replace(PLAN, nodes=(new, *PLAN.nodes)), SECOND.id)
    assert kinds(PLAN, after)[0] == ("まったく新しい", "added")
    assert kinds(PLAN, after)[-1] == (SECOND.name, "removed")


def test_a_unit_that_got_another_id_is_followed_by_its_lineage() -> None:
    after = changed(PLAN, FIRST.id, id=uid("別のid"), name="改めた名前")
    after = replace(
        after,
        nodes=tuple(replace(each, parent=uid("別のid")) if each.parent == FIRST.id else each for each in after.nodes),
        lineage=(Lineage("renamed", (FIRST.id,), (uid("別のid"),), "改称"),),
    )
    assert kinds(PLAN, after) == [("改めた名前", "name")]


def test_two_that_became_one_are_named_together() -> None:
    merged = replace(FIRST, id=uid("一つ"), name="一つにした取組")
    after = without(without(replace(PLAN, nodes=(merged, *PLAN.nodes)), FIRST.id), SECOND.id)
    after = replace(after, lineage=(Lineage("merged", (FIRST.id, SECOND.id), (uid("一つ"),), None),))
    (found,) = plan_changes(PLAN, after)
    assert (found.kind, found.before, found.after) == ("merged", f"{FIRST.name}\n{SECOND.name}", "一つにした取組")


def test_parts_of_one_that_was_split_go_back_to_it() -> None:
    parts = [replace(FIRST, id=uid(name), name=name) for name in ("前半", "後半")]
    after = without(replace(PLAN, nodes=(*parts, *PLAN.nodes)), FIRST.id)
    after = replace(after, lineage=(Lineage("split", (FIRST.id,), (parts[0].id, parts[1].id), None),))
    found = [each for each in plan_changes(PLAN, after) if each.kind == "split"]
    assert [(each.before, each.after) for each in found] == [(FIRST.name, "前半"), (FIRST.name, "後半")]
    assert not [each for each in plan_changes(PLAN, after) if each.kind == "removed"]
