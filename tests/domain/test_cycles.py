"""Who is asked about what, and what is left when a cycle is to be closed."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import date

import pytest

from dxdesk.domain.cycles import (
    ClosedUnit,
    CloseRecord,
    Left,
    Slot,
    active_departments,
    assign,
    carried_over,
    check_cycle_days,
    close_units,
    closed_views,
    left_open,
    left_silent,
)
from dxdesk.domain.merge import EMPTY, SlotView, UnitView, read_unit
from dxdesk.domain.plan_parts import Department, DepartmentGroup
from dxdesk.domain.plans import Plan
from dxdesk.domain.records import digest
from dxdesk.domain.replies import Answer, Author, Revision
from tests.builders import FUKUSHI, KENSETSU, PLAN, SOUMU, ZEIMU, node, owners, problem, uid

ALL = (SOUMU, ZEIMU, FUKUSHI, KENSETSU)
DAY = date(2025, 1, 31)


def asked(
    code: str, plan: Plan = PLAN, known: tuple[Department, ...] | None = None, day: date = DAY
) -> list[tuple[str, str, bool]]:
    """Names of the departments asked about a unit, their part, and whether that is provisional."""
    known = PLAN.departments if known is None else known
    names = {each.id: each.name for each in known}
    slots = assign(plan, plan.unit(code), active_departments(known, day), plan.groups, known)
    assert all(slot.unit == plan.unit(code).id for slot in slots)
    return [(names[slot.department], slot.part, slot.provisional) for slot in slots]


def with_owners(code: str, *names: str) -> Plan:
    unit = PLAN.unit(code)
    changed = tuple(replace(each, owners=owners(*names)) if each.id == unit.id else each for each in PLAN.nodes)
    return replace(PLAN, nodes=changed)


def test_a_named_department_is_asked_and_is_the_main_one() -> None:
    assert asked("重点-1") == [(ZEIMU, "main", False)]


def test_members_of_a_named_group_are_asked_too_each_once() -> None:
    assert asked("重点-2") == [(ZEIMU, "main", False), (FUKUSHI, "related", False)]


def test_without_owners_the_next_node_up_is_asked() -> None:
    assert asked("重点-3") == [(FUKUSHI, "main", False)]


def test_where_no_node_has_owners_the_plan_s_are_asked() -> None:
    assert asked("検討-5") == [(SOUMU, "main", False)]


def test_a_group_of_all_is_every_active_department_and_not_provisional() -> None:
    assert asked("検討-4") == [(name, "related" if place else "main", False) for place, name in enumerate(ALL)]


def test_a_group_of_unknown_members_asks_everybody_provisionally_and_not_the_node_above() -> None:
    assert asked("検討-1") == [(name, "related" if place else "main", True) for place, name in enumerate(ALL)]
    below = replace(with_owners("重点-3", "関係課"))
    assert asked("重点-3", below) == [(name, "related" if place else "main", True) for place, name in enumerate(ALL)]


def test_a_named_department_beside_an_unknown_group_is_asked_alone_and_for_good() -> None:
    assert asked("重点-3", with_owners("重点-3", KENSETSU, "関係課")) == [(KENSETSU, "main", False)]


def test_the_first_named_department_is_the_main_one_and_all_stand_in_their_order() -> None:
    found = asked("重点-1", with_owners("重点-1", KENSETSU, SOUMU))
    assert found == [(SOUMU, "related", False), (KENSETSU, "main", False)]


def test_where_nobody_is_named_anywhere_everybody_is_asked_provisionally() -> None:
    plan = replace(PLAN, owners=())
    assert asked("検討-5", plan) == [(name, "related" if place else "main", True) for place, name in enumerate(ALL)]


def test_a_unit_that_hangs_on_the_plan_itself_is_asked_of_the_plan_s_owners() -> None:
    plan = replace(PLAN, nodes=(*PLAN.nodes, node("initiative", "9", "推進")))
    assert asked("9", plan) == [(SOUMU, "main", False)]


def test_nobody_is_asked_where_no_department_exists() -> None:
    assert asked("検討-1", known=()) == []


def changed(of: str, **values: object) -> tuple[Department, ...]:
    return tuple(
        replace(each, **values) if each.name == of else each  # type: ignore[arg-type]
        for each in PLAN.departments
    )


def test_a_renamed_department_is_still_meant_by_the_name_in_the_plan() -> None:
    known = changed(ZEIMU, name="税務住民課")
    assert asked("重点-1", known=known) == [("税務住民課", "main", False)]


def test_the_department_that_took_over_is_asked_in_place_of_one_that_ended() -> None:
    known = changed(ZEIMU, to="2024-03-31", successor=uid(KENSETSU))
    assert asked("重点-1", known=known) == [(KENSETSU, "main", False)]
    assert asked("重点-2", known=known) == [(FUKUSHI, "related", False), (KENSETSU, "main", False)]


def test_an_ended_department_without_a_successor_is_not_asked() -> None:
    known = changed(ZEIMU, to="2024-03-31")
    assert asked("重点-2", known=known) == [(FUKUSHI, "main", False)]
    assert [name for name, *_ in asked("重点-1", known=known)] == [SOUMU, FUKUSHI, KENSETSU]


def test_another_department_that_now_has_the_old_name_is_the_one_that_is_meant() -> None:
    new = Department("new", ZEIMU, order=9, order_confirmed=True)
    assert asked("重点-1", known=(*changed(ZEIMU, name="収納課"), new)) == [(ZEIMU, "main", False)]


@pytest.mark.parametrize(
    ("day", "there"),
    [("2023-03-31", False), ("2023-04-01", True), ("2025-03-31", True), ("2025-04-01", False)],
)
def test_a_department_exists_from_its_first_to_its_last_day(day: str, there: bool) -> None:
    department = Department("a", "期間の課", order=1, from_="2023-04-01", to="2025-03-31")
    assert bool(active_departments([department], date.fromisoformat(day))) == there


def test_departments_stand_in_their_order_never_by_name() -> None:
    found = active_departments([Department("b", "あ", order=2), Department("a", "ん", order=1)], DAY)
    assert [each.name for each in found] == ["ん", "あ"]


def test_a_group_that_names_the_same_department_twice_asks_it_once() -> None:
    group = DepartmentGroup("g", "二重", (uid(ZEIMU), uid(ZEIMU)))
    plan = replace(with_owners("重点-1", ZEIMU, "二重"), groups=(group,))
    assert asked("重点-1", plan) == [(ZEIMU, "main", False)]


def test_a_deadline_before_the_day_that_is_reported_on_is_refused() -> None:
    day = date(2025, 1, 10)
    check_cycle_days(day, day, None)
    found = problem(check_cycle_days, day, date(2025, 1, 9), None)
    assert (found.code, found.place) == ("cycle.due_before_as_of", "due")


def test_only_chosen_departments_that_still_exist_are_carried_over_and_one_is_the_main_one() -> None:
    active = tuple(Department(id=each, name=each, short=None, order=order) for order, each in enumerate("abc", start=1))
    provisional = [Slot(unit, each, "related", True) for unit in ("1", "2") for each in "abc"]
    named = Slot("3", "a", "main", False)
    before = [
        Slot("1", "gone", "main", False), Slot("1", "b", "related", False), Slot("1", "c", "related", False),
        Slot("2", "a", "main", True), Slot("3", "b", "main", False),
    ]  # fmt: skip
    slots, carried = carried_over([*provisional, named], before, active)
    assert carried == ("1",)
    assert [each for each in slots if each.unit == "1"] == [
        Slot("1", "b", "main", False), Slot("1", "c", "related", False),
    ]  # fmt: skip
    assert [each for each in slots if each.unit != "1"] == [*provisional[3:], named]


def test_a_meeting_before_the_deadline_is_refused() -> None:
    check_cycle_days(DAY, date(2025, 2, 5), None)
    check_cycle_days(DAY, date(2025, 2, 5), date(2025, 2, 5))
    found = problem(check_cycle_days, DAY, date(2025, 2, 5), date(2025, 2, 4))
    assert (found.code, found.place) == ("cycle.meeting_before_due", "meeting")


ANSWER = Revision("answer", "c", "u", "d1", (), Answer(status="ok"), Author("liaison", "d1", None), "m")
DRAWN = Revision("consolidate", "c", "u", None, (), Answer(status="ok"), Author("secretariat", None, None), "m")
COUNTED = SlotView("accepted", (ANSWER,), (), ANSWER, False, None, None)


def left(**slots: SlotView) -> tuple[Left, ...]:
    return left_open({"u": read_unit("u", slots)})


@pytest.mark.parametrize("state", ["submitted", "waiting"])
def test_an_answer_that_nobody_has_reviewed_is_left(state: str) -> None:
    assert left(d1=replace(COUNTED, state=state)) == (Left("unreviewed", "u", "d1"),)  # type: ignore[arg-type]


def test_a_conflict_is_left_even_where_an_older_answer_counts() -> None:
    assert left(d1=replace(COUNTED, state="conflict")) == (Left("conflict", "u", "d1"),)
    assert left(d1=replace(COUNTED, disputed=True, counted=None)) == (Left("conflict", "u", "d1"),)


def test_answers_that_are_not_drawn_together_are_left() -> None:
    assert left(d1=COUNTED, d2=EMPTY) == (Left("consolidation", "u", None),)
    together = SlotView("accepted", (DRAWN,), (), DRAWN, False, None, None)
    assert left_open({"u": read_unit("u", {"d1": COUNTED, "d2": EMPTY}, together)}) == ()


@pytest.mark.parametrize("state", ["unanswered", "returned", "withdrawn"])
def test_silence_and_a_returned_answer_need_no_reason(state: str) -> None:
    assert left(d1=replace(EMPTY, state=state)) == ()  # type: ignore[arg-type]


def test_what_is_left_is_told_unreviewed_first_then_conflicts_then_what_is_to_be_drawn_together() -> None:
    views = {
        "a": read_unit("a", {"d1": COUNTED, "d2": EMPTY}),
        "b": read_unit("b", {"d1": replace(COUNTED, state="conflict")}),
        "c": read_unit("c", {"d1": replace(COUNTED, state="submitted")}),
    }
    assert [each.kind for each in left_open(views)] == ["unreviewed", "conflict", "consolidation"]


def test_what_is_closed_without_an_answer_is_told_returned_first_and_apart_from_what_counts_without() -> None:
    together = SlotView("accepted", (DRAWN,), (), DRAWN, False, None, None)
    views = {
        "a": read_unit("a", {"d1": COUNTED, "d2": EMPTY}, together),
        "b": read_unit("b", {"d1": EMPTY, "d2": COUNTED}),
        "c": read_unit("c", {"d1": replace(EMPTY, state="returned"), "d2": replace(EMPTY, state="withdrawn")}),
    }
    assert left_silent(views) == (
        Left("returned", "c", "d1"),
        Left("unanswered", "b", "d1"),
        Left("unanswered", "c", "d2"),
        Left("absent", "a", "d2"),
    )


def test_a_close_record_holds_the_counted_version_of_every_department() -> None:
    view: UnitView = read_unit("u", {"d1": COUNTED, "d2": EMPTY})
    (unit,) = close_units({"u": view})
    assert (unit.status, unit.counted, unit.answers) == ("miss", None, (("d1", ANSWER.id), ("d2", None)))
    again = closed_views([unit], {ANSWER.id: ANSWER})["u"]
    assert (again.status, again.answers, again.assigned, again.accepted) == ("miss", {"d1": ANSWER, "d2": None}, 2, 1)


def test_the_id_of_a_close_record_never_changes() -> None:
    """A failure here means that every record on file would change: make it a later format instead."""
    unit = ClosedUnit("unit-1", "late", "a" * 64, (("department-1", "a" * 64), ("department-2", None)))
    record = CloseRecord(
        cycle="cycle-2",
        number=1,
        kind="close",
        plan_revision="b" * 64,
        settings_revision="c" * 64,
        previous="cycle-1",
        previous_record=3,
        units=(unit,),
        before=(replace(unit, status="ok"),),
        departments=(("department-1", "総務課", None), ("department-2", "税務課", "税務")),
        actions=(("action-1", "open"),),
        audit_sequence=42,
        moment="2025-02-13T10:15:00+09:00",
        author="佐藤",
        reason=None,
    )
    assert digest(asdict(record)) == "a66671a2bf81107f20fdacc11960943d8730b19243544a8c808457a32a20055e"
