"""What is asked of a plan: its tree, its units, and the unit that a typed code means."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.plan_parts import NodeMark
from dxdesk.domain.plan_records import plan_from_record, plan_record
from dxdesk.domain.plans import Plan, counts, printed_number
from dxdesk.domain.text import fold_code
from tests.builders import LEVELS, PLAN, REAL_TOWNS, node, problem, real_plan

CODES = {
    "ogawara": [str(number) for number in range(1, 14)],
    "otaki": [f"重点-{number}" for number in range(1, 9)] + [f"検討-{number}" for number in range(1, 4)],
    "kahoku": [
        f"{axis}-{number}" for axis, last in (("住民", 4), ("行政", 6), ("地域", 4)) for number in range(1, last + 1)
    ],
}
COUNTS = {
    "ogawara": (3, 13, 20, 8, 6, 3, 1),
    "otaki": (2, 11, 16, 12, 0, 1, 2),
    "kaminokawa": (3, 8, 0, 10, 0, 1, 2),
    "miharu": (2, 25, 0, 0, 0, 1, 2),
    "kahoku": (3, 14, 44, 48, 19, 6, 2),
}


def named(name: str, plan: Plan = PLAN) -> str:
    return next(each.id for each in plan.nodes if each.name == name)


@pytest.mark.parametrize(
    ("label", "code", "printed"),
    [
        ("(3)", "3", "3"), (None, "1-1", "1-1"), ("1", "重点-1", "1"), ("(1)", "MEGO-6-1", "6-1"),
        ("あ", "MEGO-6-1", "あ"), (None, None, ""),
    ],
)  # fmt: skip
def test_the_printed_number_has_no_brackets_and_the_figures_of_its_axis(
    label: str | None, code: str | None, printed: str
) -> None:
    assert printed_number(label, code) == printed


@pytest.mark.parametrize(
    ("town", "first"),
    [("ogawara", "1"), ("otaki", "重点-1"), ("kaminokawa", "1-1"), ("miharu", "1-1"), ("kahoku", "住民-1")],
)
def test_no_two_units_of_a_plan_have_the_same_number(town: str, first: str) -> None:
    plan = real_plan(town)
    assert plan.numbers[plan.units[0].id] == first
    assert len(set(plan.numbers.values())) == len(plan.units)


@pytest.mark.parametrize("town", REAL_TOWNS)
def test_the_five_plans_hold_what_their_texts_hold(town: str) -> None:
    found = counts(real_plan(town))
    assert (
        found.groups, found.initiatives, found.activities, found.terms, found.history, found.departments, found.bodies
    ) == COUNTS[town]  # fmt: skip


@pytest.mark.parametrize("town", CODES)
def test_the_units_of_a_plan_are_its_initiatives_in_the_order_of_the_tree(town: str) -> None:
    assert [unit.code for unit in real_plan(town).units] == CODES[town]


@pytest.mark.parametrize("town", REAL_TOWNS)
def test_every_unit_is_found_by_its_code_in_any_width_and_brackets(town: str) -> None:
    plan = real_plan(town)
    for unit in plan.units:
        assert unit.code is not None
        wide = "".join(chr(ord(each) + 0xFEE0) if "!" <= each <= "~" else each for each in unit.code)
        for typed in (unit.code, unit.code.lower(), wide, f"（{wide}）", f" ({unit.code}) ", f"【{unit.code}】"):
            assert plan.unit(typed) == unit


@pytest.mark.parametrize(
    ("typed", "code"), [("4", "検討-4"), ("（５）", "検討-5"), ("重点１", None), ("重点－２", "重点-2")]
)
def test_a_short_form_is_taken_where_only_one_code_ends_with_it(typed: str, code: str | None) -> None:
    if code is None:
        assert problem(PLAN.unit, typed).code == "plan.unknown_code"
    else:
        assert PLAN.unit(typed).code == code


@pytest.mark.parametrize("typed", ["1", "１", "(1)"])
def test_an_ambiguous_short_form_is_refused_naming_the_candidates(typed: str) -> None:
    found = problem(PLAN.unit, typed)
    assert (found.code, found.place) == ("plan.ambiguous_code", "initiative")
    assert found.values == {"text": typed, "candidates": "重点-1、検討-1"}


def test_a_code_of_its_own_wins_over_the_end_of_another() -> None:
    plan = replace(PLAN, nodes=(*PLAN.nodes, node("initiative", "1", "単独", "窓口")))
    assert plan.unit("１").name == "単独"


@pytest.mark.parametrize("typed", ["重点-9", "99", "", "窓口", "住民"])
def test_an_unknown_code_is_refused_with_near_ones(typed: str) -> None:
    found = problem(PLAN.unit, typed)
    assert found.code == "plan.unknown_code"
    assert "重点-1 書かない窓口" in str(found.values["near"])


@given(st.text(max_size=12))
def test_whatever_is_typed_finds_one_unit_or_is_refused(typed: str) -> None:
    known = {fold_code(unit.code or "") for unit in PLAN.units}
    if fold_code(typed) in known:
        assert fold_code(PLAN.unit(typed).code or "") == fold_code(typed)
    elif any(fold_code(typed) and each.endswith("-" + fold_code(typed)) for each in known):
        assert typed.strip()
    else:
        assert problem(PLAN.unit, typed).code == "plan.unknown_code"


def test_a_level_may_be_skipped_and_an_activity_may_hang_on_the_plan_itself() -> None:
    loose = next(each for each in PLAN.nodes if each.name == "推進体制")
    assert PLAN.path(loose) == ()
    assert PLAN.axis(loose) is None
    assert loose not in PLAN.units
    assert [each.name for each in PLAN.activities(PLAN.unit("重点-3"))] == ["案内板を置く"]


def test_the_axis_of_a_unit_is_the_nearest_one_above() -> None:
    axis = PLAN.axis(PLAN.unit("検討-4"))
    assert axis is not None
    assert axis.name == "事務"
    assert [each.name for each in PLAN.path(PLAN.unit("検討-4"))] == ["庁内のために", "事務"]


def test_a_walk_meets_parents_before_children_and_every_node_once() -> None:
    met = [each.id for each in PLAN.walk()]
    assert sorted(met) == sorted(each.id for each in PLAN.nodes)
    assert all(met.index(each.parent) < met.index(each.id) for each in PLAN.nodes if each.parent)


def test_a_mark_is_inherited_downwards_and_not_upwards() -> None:
    marked = tuple(
        replace(each, marks=(NodeMark("study", True),)) if each.name == "事務" else each for each in PLAN.nodes
    )
    plan = replace(PLAN, nodes=marked)
    assert plan.marked(plan.unit("検討-1"), "study")
    assert not plan.marked(plan.unit("重点-1"), "study")
    assert not plan.marked(plan.by_id[named("庁内のために")], "study")


@pytest.mark.parametrize("town", REAL_TOWNS)
def test_a_plan_survives_being_written_and_read(town: str) -> None:
    plan = real_plan(town)
    assert plan_from_record(plan_record(plan)) == plan


def test_a_level_says_what_its_nodes_are() -> None:
    assert [PLAN.role(each) for each in PLAN.nodes[:3]] == ["group", "axis", "initiative"]
    assert {PLAN.role(each) for each in PLAN.nodes} <= set(LEVELS)
    assert len(PLAN.of_role("activity")) == 2
