"""Opening a cycle and saying who is asked."""

from __future__ import annotations

from datetime import date

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.operations.cycles import open_cycle, reassign
from dxdesk.operations.departments import close_department
from dxdesk.operations.handing_over import hand_in
from dxdesk.store.queries import cycles, finding, history, plans
from tests.builders import (
    AS_OF,
    DUE,
    FUKUSHI,
    KENSETSU,
    PLAN,
    SOUMU,
    ZEIMU,
    answer,
    refused,
    start_cycle,
    uid,
    unit_of,
    write,
)

DAYS = {"as_of": AS_OF, "due": DUE}


def asked(desk: Desk, cycle: Cycle, code: str) -> list[tuple[str, str, bool]]:
    names = plans.names(desk.ask(plans.departments))
    unit = PLAN.unit(code).id
    return [
        (names[slot.department], slot.part, slot.provisional)
        for slot in desk.ask(cycles.slots, cycle.id)
        if slot.unit == unit
    ]


def test_a_cycle_is_pinned_to_the_plan_and_the_settings_of_its_opening(desk: Desk, cycle: Cycle) -> None:
    assert cycle.plan_revision == desk.ask(plans.plan_revision).id
    assert cycle.settings_revision == desk.ask(plans.settings)[0]
    assert (cycle.open, cycle.previous, cycle.kind, cycle.fiscal_year) == (True, None, "interim", 2024)


def test_the_cycle_before_is_the_last_one_opened(desk: Desk, cycle: Cycle) -> None:
    second = start_cycle(desk, "第2回")
    assert second.previous == cycle.id
    assert start_cycle(desk, "第3回").previous == second.id
    assert [each.name for each in desk.ask(cycles.cycles)] == ["第1回", "第2回", "第3回"]


@pytest.mark.parametrize(("day", "year"), [(date(2025, 3, 31), 2024), (date(2025, 4, 1), 2025)])
def test_the_fiscal_year_is_that_of_the_day_it_reports_on_unless_given(desk: Desk, day: date, year: int) -> None:
    late = date(2025, 5, 1)
    assert start_cycle(desk, as_of=day, due=late).fiscal_year == year
    assert start_cycle(desk, "別の回", as_of=day, due=late, year=2030).fiscal_year == 2030


def test_who_is_asked_is_resolved_shown_and_stored(desk: Desk) -> None:
    opened = desk.do(open_cycle, "第1回", **DAYS)  # type: ignore[arg-type]
    found = {(each.code, each.department, each.part, each.provisional) for each in opened.assignments}
    cycle = desk.ask(finding.cycle, opened.outcome.id)
    stored = {(unit.code, *row) for unit in PLAN.units for row in asked(desk, cycle, unit.code or "")}
    assert found == stored
    assert opened.outcome.warnings == ("検討-1",)
    assert asked(desk, cycle, "検討-1") == [
        (SOUMU, "main", True), (ZEIMU, "related", True), (FUKUSHI, "related", True), (KENSETSU, "related", True),
    ]  # fmt: skip


def test_named_departments_take_the_place_of_the_plan_s_the_first_is_the_main_one(desk: Desk) -> None:
    cycle = start_cycle(desk, assigned={"検討－１": [KENSETSU, SOUMU, KENSETSU], "(5)": [ZEIMU]})
    assert asked(desk, cycle, "検討-1") == [(SOUMU, "related", False), (KENSETSU, "main", False)]
    assert asked(desk, cycle, "検討-5") == [(ZEIMU, "main", False)]
    assert asked(desk, cycle, "重点-1") == [(ZEIMU, "main", False)]


def test_only_the_departments_that_are_named_are_asked(desk: Desk) -> None:
    cycle = start_cycle(desk, departments=[ZEIMU])
    assert {slot.department for slot in desk.ask(cycles.slots, cycle.id)} == {uid(ZEIMU)}
    assert unit_of(desk, cycle, "重点-2").assigned == 1
    assert asked(desk, cycle, "検討-5") == []


def test_a_department_that_ended_before_the_day_it_reports_on_is_not_asked(desk: Desk) -> None:
    desk.do(close_department, KENSETSU, on=date(2025, 1, 30))
    assert KENSETSU not in [name for name, *_ in asked(desk, start_cycle(desk), "検討-4")]


@pytest.mark.parametrize("name", ["第1回", "第１回", " 第 1 回 "])
def test_a_name_that_is_there_is_refused(desk: Desk, cycle: Cycle, name: str) -> None:
    assert cycle.open
    refused(desk, "cycle.exists", open_cycle, name, **DAYS)


@pytest.mark.parametrize(
    ("name", "more", "code"),
    [
        ("　", {}, "cycle.empty_name"),
        ("第1回", {"meeting": date(2025, 2, 4)}, "cycle.meeting_before_due"),
        ("第1回", {"departments": ["財政課"]}, "department.unknown"),
        ("第1回", {"assigned": {"重点-9": [SOUMU]}}, "plan.unknown_code"),
        ("第1回", {"assigned": {"1": [SOUMU]}}, "plan.ambiguous_code"),
        ("第1回", {"assigned": {"重点-1": ["財政課"]}}, "department.unknown"),
        ("あ" * 101, {}, "text.too_long"),
    ],
)
def test_a_cycle_that_does_not_hold_is_refused(desk: Desk, name: str, more: dict[str, object], code: str) -> None:
    refused(desk, code, open_cycle, name, **{**DAYS, **more})


def test_a_cycle_on_a_day_without_departments_is_refused(desk: Desk) -> None:
    for name in (SOUMU, ZEIMU, FUKUSHI, KENSETSU):
        desk.do(close_department, name, on=date(2024, 3, 31))
    refused(desk, "cycle.no_active_department", open_cycle, "第1回", **DAYS)


def test_a_cycle_in_which_nobody_is_left_to_ask_is_refused(desk: Desk) -> None:
    desk.do(close_department, KENSETSU, on=date(2025, 1, 30))
    refused(desk, "cycle.nobody_asked", open_cycle, "第1回", **DAYS, departments=[KENSETSU])


@pytest.mark.parametrize("typed", ["第１回", "第1回", " 第1回"])
def test_a_cycle_is_found_by_its_name_in_any_width(desk: Desk, cycle: Cycle, typed: str) -> None:
    assert desk.ask(finding.cycle, typed) == cycle
    assert desk.ask(finding.cycle, cycle.id) == cycle


def test_an_unknown_cycle_is_refused_with_near_names(desk: Desk, cycle: Cycle) -> None:
    found = refused(desk, "cycle.unknown", lambda change: finding.cycle(change.connection, "第2回"))
    assert found.values == {"text": "第2回", "near": cycle.name}


def test_others_are_asked_with_a_reason_that_stays_readable(desk: Desk, cycle: Cycle) -> None:
    desk.do(reassign, cycle, "検討-1", [FUKUSHI, SOUMU], "担当が決まったため")
    assert asked(desk, cycle, "検討-1") == [(SOUMU, "related", False), (FUKUSHI, "main", False)]
    newest = desk.ask(history.operations)[0]
    assert (newest.operation, newest.subject) == ("cycle assign", "検討-1 担当が決まったため")


def test_a_department_that_has_answered_stays_asked(desk: Desk, cycle: Cycle) -> None:
    answer(desk, cycle, "重点-2", FUKUSHI)
    found = refused(desk, "slot.answered", reassign, cycle, "重点-2", [ZEIMU], "一本化")
    assert found.values == {"departments": FUKUSHI}
    desk.do(reassign, cycle, "重点-2", [FUKUSHI], "一本化")
    assert asked(desk, cycle, "重点-2") == [(FUKUSHI, "main", False)]


def test_a_draft_of_a_department_that_is_no_longer_asked_stays_and_is_not_handed_in(desk: Desk, cycle: Cycle) -> None:
    write(desk, cycle, "重点-2", FUKUSHI)
    write(desk, cycle, "重点-2", ZEIMU)
    desk.do(reassign, cycle, "重点-2", [ZEIMU], "一本化")
    assert len(desk.do(hand_in, cycle).submitted) == 1
    desk.do(reassign, cycle, "重点-2", [ZEIMU, FUKUSHI], "もどす")
    assert len(desk.do(hand_in, cycle).submitted) == 1


@pytest.mark.parametrize(
    ("code", "departments", "reason", "problem"),
    [
        ("重点-1", [SOUMU], "  ", "reason.missing"),
        ("重点-1", [], "理由", "department.empty"),
        ("重点-1", ["財政課"], "理由", "department.unknown"),
        ("重点-9", [SOUMU], "理由", "plan.unknown_code"),
        ("重点-1", [SOUMU], "り\x00", "text.character"),
    ],
)
def test_asking_others_without_what_is_needed_is_refused(
    desk: Desk, cycle: Cycle, code: str, departments: list[str], reason: str, problem: str
) -> None:
    refused(desk, problem, reassign, cycle, code, departments, reason)
