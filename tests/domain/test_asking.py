"""Who is proposed to be asked, and how a person changes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.asking import Asking, Before, propose
from dxdesk.domain.cycles import Slot, assign
from dxdesk.domain.plan_parts import Department, Schedule
from dxdesk.domain.plans import Plan
from tests.builders import FUKUSHI, KENSETSU, PLAN, SOUMU, ZEIMU, uid

ORDER = [each.id for each in PLAN.departments]
TODAY = date(2025, 1, 31)


def proposal(before: Before | None = None, plan: Plan = PLAN, year: int = 2024) -> dict[str, Asking]:
    found = propose(plan, year, plan.departments, plan.groups, plan.departments, before)
    return {plan.by_id[each.unit].code or "": each for each in found}


def before(**asked: list[str]) -> Before:
    """The cycle before, as the plan says but for the units named; 重点1 stands for 重点-1."""
    slots = [
        slot for unit in PLAN.units for slot in assign(PLAN, unit, PLAN.departments, PLAN.groups, PLAN.departments)
    ]
    for code, names in asked.items():
        unit = PLAN.unit(f"{code[:2]}-{code[2:]}").id
        slots = [each for each in slots if each.unit != unit]
        slots += [Slot(unit, uid(name), "related" if place else "main", False) for place, name in enumerate(names)]
    return Before(PLAN, PLAN.departments, slots, {})


def test_the_plan_says_who_is_asked() -> None:
    found = proposal()
    assert dict(found["重点-1"].parts) == {uid(ZEIMU): "main"}
    assert found["検討-4"].count == 4
    assert found["検討-1"].provisional
    assert all(each.asked for each in found.values())


def test_whom_somebody_chose_last_time_is_asked_again() -> None:
    found = proposal(before(検討1=[ZEIMU, SOUMU], 重点1=[FUKUSHI]))
    assert (found["検討-1"].main, found["検討-1"].count) == (uid(ZEIMU), 2)
    assert not found["検討-1"].provisional
    assert found["検討-1"].carried
    assert found["重点-1"].main == uid(FUKUSHI)


def test_what_the_plan_said_last_time_is_what_it_says_now() -> None:
    assert not any(each.carried for each in proposal(before()).values())


def test_a_department_that_ended_is_followed_by_its_heir() -> None:
    known = tuple(
        replace(each, to="2024-12-31", successor=uid(SOUMU)) if each.id == uid(KENSETSU) else each
        for each in PLAN.departments
    )
    active = tuple(each for each in known if each.to is None)
    found = propose(PLAN, 2024, active, PLAN.groups, known, before(検討1=[KENSETSU, ZEIMU]))
    asking = next(each for each in found if each.unit == PLAN.unit("検討-1").id)
    assert dict(asking.parts) == {uid(SOUMU): "main", uid(ZEIMU): "related"}


def test_what_is_done_is_not_asked_about_again() -> None:
    last = replace(before(), statuses={PLAN.unit("重点-1").id: "done", PLAN.unit("重点-2").id: "ok"})
    found = proposal(last)
    assert (found["重点-1"].asked, found["重点-1"].rest) == (False, "done")
    assert found["重点-2"].asked


def test_what_was_not_asked_about_last_time_is_proposed_not_to_be() -> None:
    assert proposal(before(重点1=[]))["重点-1"].rest == "before"


def test_an_alternate_year_off_is_left_out_and_the_next_one_is_in() -> None:
    unit = PLAN.unit("重点-1").id
    schedule = Schedule("alternate", 2023, None, None, None, True)
    nodes = tuple(replace(each, schedule=schedule) if each.id == unit else each for each in PLAN.nodes)
    plan = replace(PLAN, nodes=nodes)
    assert proposal(plan=plan, year=2024)["重点-1"].rest == "alternate"
    assert proposal(before(重点1=[]), plan, 2025)["重点-1"].asked


def test_a_town_without_departments_has_a_proposal_with_nobody() -> None:
    found = propose(PLAN, 2024, (), PLAN.groups, (), None)
    assert all(not each.parts and each.asked for each in found)


def test_a_cell_turns_from_asked_to_main_to_blank() -> None:
    asking = proposal()["重点-1"]
    second = uid(FUKUSHI)
    one = asking.turned(second, ORDER)
    assert dict(one.parts) == {uid(ZEIMU): "main", second: "related"}
    two = one.turned(second, ORDER)
    assert dict(two.parts) == {uid(ZEIMU): "related", second: "main"}
    three = two.turned(second, ORDER)
    assert dict(three.parts) == {uid(ZEIMU): "main"}


def test_the_former_main_one_is_it_again_where_the_new_one_leaves() -> None:
    asking = proposal()["検討-4"].given(uid(ZEIMU), "main", ORDER)
    other, third = (each for each in ORDER[1:] if each != uid(ZEIMU) and each in asking.parts)
    two = asking.turned(other, ORDER)
    assert two.main == other
    assert two.turned(other, ORDER).main == uid(ZEIMU)
    three = two.turned(third, ORDER)
    assert three.turned(third, ORDER).main == other
    assert three.turned(third, ORDER).turned(other, ORDER).main == uid(ZEIMU)


def test_where_the_last_department_leaves_the_unit_is_not_asked_about() -> None:
    gone = proposal()["重点-1"].turned(uid(ZEIMU), ORDER)
    assert (gone.asked, gone.count) == (False, 0)
    assert gone.switched().main == uid(ZEIMU)


def test_only_the_main_one_is_asked_or_all_are_indeed() -> None:
    unclear = proposal()["検討-1"]
    assert (unclear.only_main().count, unclear.only_main().provisional) == (1, False)
    assert (unclear.cleared().count, unclear.cleared().provisional) == (0, False)
    assert unclear.cleared().turned(uid(ZEIMU), ORDER).parts == {uid(ZEIMU): "main"}


@given(st.lists(st.sampled_from(ORDER), max_size=40))
def test_whatever_is_clicked_one_department_is_main(clicked: list[str]) -> None:
    asking = proposal()["検討-4"]
    for each in clicked:
        asking = asking.turned(each, ORDER)
        assert not asking.asked or list(asking.parts.values()).count("main") == 1
        assert list(asking.parts) == [each for each in ORDER if each in asking.parts]


def test_a_department_of_a_name_that_nobody_knows_changes_nothing() -> None:
    other = Department("x", "新しい課", order=9)
    found = propose(PLAN, 2024, (*PLAN.departments, other), PLAN.groups, (*PLAN.departments, other), before())
    asking = {PLAN.by_id[each.unit].code: each for each in found}
    assert "x" in asking["検討-4"].parts  # 全課 means every department there is now
    assert "x" not in asking["重点-1"].parts


def test_a_department_is_given_a_part() -> None:
    asking = proposal()["検討-4"]
    given = asking.given(uid(ZEIMU), "main", ORDER)
    assert (given.main, given.count) == (uid(ZEIMU), 4)
    assert given.given(uid(ZEIMU), None, ORDER).main == ORDER[0]
    assert given.given(uid(ZEIMU), "main", ORDER) == given


def test_a_unit_is_asked_about_like_another() -> None:
    found = proposal()
    decided = found["検討-1"].only_main()
    like = found["重点-1"].like(decided)
    assert (like.unit, like.parts, like.provisional) == (found["重点-1"].unit, decided.parts, False)


def test_what_nobody_is_asked_about_is_not_undecided() -> None:
    asking = proposal()["検討-1"]
    assert asking.undecided
    assert not asking.switched().undecided
    assert not asking.only_main().undecided
