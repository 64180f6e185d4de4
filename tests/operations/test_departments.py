"""Departments in their order, groups, and the members of the committees."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.plan_parts import Department
from dxdesk.operations.departments import (
    add_department,
    add_member,
    close_department,
    order_departments,
    remove_member,
    rename_department,
    set_group,
)
from dxdesk.store.database import Database
from dxdesk.store.queries import board, cycles, finding, history, plans
from dxdesk.store.verification import verify
from tests.builders import (
    COMMITTEE,
    FUKUSHI,
    KENSETSU,
    PLAN,
    SOUMU,
    ZEIMU,
    accepted,
    open_desk,
    refused,
    start_cycle,
    uid,
    unit_of,
)

LAST_DAY = date(2025, 3, 31)


def names(desk: Desk) -> list[str]:
    return [each.name for each in desk.ask(plans.departments)]


def named(desk: Desk, name: str) -> Department:
    return desk.ask(finding.department, name)


def test_a_department_is_added_at_the_end_or_right_after_another(desk: Desk) -> None:
    desk.do(add_department, "会計課")
    desk.do(add_department, "ＤＸ推進室", after=SOUMU, short="ＤＸ", from_day=date(2025, 4, 1))
    assert names(desk) == [SOUMU, "ＤＸ推進室", ZEIMU, FUKUSHI, KENSETSU, "会計課"]
    found = named(desk, "DX推進室")
    assert (found.short, found.from_, found.order_confirmed) == ("ＤＸ", "2025-04-01", True)


def test_departments_are_listed_as_they_were_put_never_by_name(desk: Desk) -> None:
    desk.do(order_departments, [KENSETSU, "福祉課"])
    assert names(desk) == [KENSETSU, FUKUSHI, SOUMU, ZEIMU]


def test_an_order_is_confirmed_by_whoever_lists_a_department(database: Database) -> None:
    unsure = tuple(replace(each, order_confirmed=False) for each in PLAN.departments)
    desk = open_desk(database, replace(PLAN, departments=unsure))
    desk.do(order_departments, [KENSETSU])
    assert [each.order_confirmed for each in desk.ask(plans.departments)] == [True, False, False, False]


def test_the_order_of_departments_holds_on_the_board(desk: Desk, cycle: Cycle) -> None:
    desk.do(order_departments, [KENSETSU, FUKUSHI, ZEIMU, SOUMU])
    card = next(each for each in desk.ask(board.board, cycle).cards if each.code == "検討-4")
    assert card.departments == (KENSETSU, FUKUSHI, ZEIMU, SOUMU)


@pytest.mark.parametrize("name", [SOUMU, "　総務課 ", "関係課", "全課"])
def test_a_name_that_a_department_or_a_group_has_is_refused(desk: Desk, name: str) -> None:
    refused(desk, "department.exists", add_department, name)
    refused(desk, "department.exists", rename_department, ZEIMU, name)


@pytest.mark.parametrize("name", ["", " 　", "\n"])
def test_a_department_without_a_name_is_refused(desk: Desk, name: str) -> None:
    refused(desk, "department.empty", add_department, name)
    refused(desk, "department.empty", rename_department, ZEIMU, name)


def test_a_short_name_has_ten_full_width_characters_at_most(desk: Desk) -> None:
    desk.do(add_department, "企画課", short="あ" * 9 + "ab")
    found = refused(desk, "department.short_name", add_department, "会計課", short="あ" * 10 + "a")
    assert found.values["width"] == 10.5


@pytest.mark.parametrize("typed", ["財政課", "ソウム", "人事"])
def test_an_unknown_department_is_refused_with_near_names(desk: Desk, typed: str) -> None:
    found = refused(desk, "department.unknown", rename_department, typed, "新しい課")
    assert SOUMU in str(found.values["near"])


def test_a_department_is_found_by_name_before_short_name_in_any_width(desk: Desk) -> None:
    desk.do(add_department, "デジタル推進課", short="企画")
    desk.do(add_department, "企画")
    assert named(desk, "企画").name == "企画"
    assert named(desk, "ﾃﾞｼﾞﾀﾙ推進課").name == "デジタル推進課"
    assert named(desk, uid(SOUMU)).name == SOUMU


def test_a_renamed_department_keeps_its_answers_and_is_asked_again(desk: Desk, cycle: Cycle) -> None:
    accepted(desk, cycle, "重点-1")
    desk.do(rename_department, ZEIMU, "税務住民課")
    assert unit_of(desk, cycle, "重点-1").answers[uid(ZEIMU)] is not None
    card = next(each for each in desk.ask(board.board, start_cycle(desk, "第2回")).cards if each.code == "重点-1")
    assert (card.departments, card.previous_status) == (("税務住民課",), "ok")


def test_a_name_may_be_written_in_another_width(desk: Desk) -> None:
    desk.do(add_department, "ＤＸ課")
    desk.do(rename_department, "ＤＸ課", "DX課")
    assert names(desk)[-1] == "DX課"


def test_the_successor_of_an_ended_department_is_asked_in_the_next_cycle(desk: Desk, cycle: Cycle) -> None:
    desk.do(close_department, ZEIMU, on=LAST_DAY, successor=KENSETSU)
    second = start_cycle(desk, "第2回", as_of=date(2025, 8, 31), due=date(2025, 9, 5))
    asked = {slot.department for slot in desk.ask(cycles.slots, second.id)}
    assert uid(ZEIMU) not in asked
    assert desk.ask(cycles.asked, second.id)[unit_of(desk, second, "重点-1").unit] == (uid(KENSETSU),)
    assert uid(ZEIMU) in {slot.department for slot in desk.ask(cycles.slots, cycle.id)}


def test_a_department_cannot_succeed_itself_or_end_before_it_began(desk: Desk) -> None:
    refused(desk, "department.own_successor", close_department, ZEIMU, on=LAST_DAY, successor=ZEIMU)
    refused(desk, "department.unknown", close_department, ZEIMU, on=LAST_DAY, successor="収納課")
    desk.do(add_department, "新設課", from_day=date(2025, 4, 1))
    refused(desk, "department.ends_before_start", close_department, "新設課", on=LAST_DAY)


def test_a_department_listed_twice_is_refused(desk: Desk) -> None:
    refused(desk, "department.listed_twice", order_departments, [SOUMU, ZEIMU, "（総務課）".strip("（）")])


def members_of(desk: Desk, group: str) -> object:
    return next(each.members for each in desk.ask(plans.groups) if each.name == group)


def test_a_group_has_named_members_everybody_or_nobody_known(desk: Desk) -> None:
    desk.do(set_group, "関係課", [ZEIMU, SOUMU, ZEIMU])
    assert members_of(desk, "関係課") == (uid(ZEIMU), uid(SOUMU))
    desk.do(set_group, "窓口の課", None)
    assert members_of(desk, "窓口の課") is None
    desk.do(set_group, "新しい集まり", "all")
    assert members_of(desk, "新しい集まり") == "all"
    assert [each.name for each in desk.ask(plans.groups)] == ["全課", "関係課", "窓口の課", "新しい集まり"]


def test_a_group_that_is_set_is_resolved_when_the_next_cycle_opens(desk: Desk, cycle: Cycle) -> None:
    desk.do(set_group, "関係課", [KENSETSU, ZEIMU])
    before = desk.ask(cycles.slots, cycle.id)
    second = start_cycle(desk, "第2回")
    slots = [each for each in desk.ask(cycles.slots, second.id) if each.unit == unit_of(desk, second, "検討-1").unit]
    assert [(each.department, each.provisional) for each in slots] == [(uid(ZEIMU), False), (uid(KENSETSU), False)]
    assert desk.ask(cycles.slots, cycle.id) == before


def test_a_group_of_unknown_departments_or_with_the_name_of_one_is_refused(desk: Desk) -> None:
    refused(desk, "department.unknown", set_group, "関係課", ["財政課"])
    refused(desk, "department.exists", set_group, SOUMU, [ZEIMU])
    refused(desk, "department.empty", set_group, " ", [ZEIMU])


def listed(desk: Desk) -> list[str]:
    return [each.name for each in desk.ask(plans.members, uid(COMMITTEE))]


def test_members_stand_chair_first_then_vice_chair_then_as_they_were_added(desk: Desk) -> None:
    for name, position in (("甲", "member"), ("乙", "vice"), ("丙", "chair"), ("丁", "member"), ("戊", "vice")):
        desk.do(add_member, COMMITTEE, name, position=position)  # type: ignore[arg-type]
    assert listed(desk) == ["丙", "乙", "戊", "甲", "丁"]


def test_a_member_that_is_added_after_another_left_stands_last(desk: Desk) -> None:
    for name in ("甲", "乙", "丙"):
        desk.do(add_member, COMMITTEE, name)
    desk.do(remove_member, COMMITTEE, "甲")
    for name in ("一", "丁", "二"):
        desk.do(add_member, COMMITTEE, name)
    assert listed(desk) == ["乙", "丙", "一", "丁", "二"]


def test_a_member_has_a_title_and_a_department_and_its_name_as_typed(desk: Desk) -> None:
    desk.do(add_member, COMMITTEE, " 髙﨑　誠 ", title="総務課長", position="chair", department=SOUMU)
    (member,) = desk.ask(plans.members, uid(COMMITTEE))
    assert (member.name, member.title, member.department) == ("髙﨑　誠", "総務課長", uid(SOUMU))


def test_members_that_are_there_missing_or_nameless_are_refused(desk: Desk) -> None:
    desk.do(add_member, COMMITTEE, "佐藤", title="課長")
    refused(desk, "member.exists", add_member, COMMITTEE, "佐藤 ", title=" 課長")
    refused(desk, "member.empty", add_member, COMMITTEE, "　")
    assert refused(desk, "body.unknown", add_member, "委員会", "鈴木").values["near"]
    assert refused(desk, "member.unknown", remove_member, COMMITTEE, "斎藤").values["near"] == "佐藤"
    refused(desk, "department.unknown", add_member, COMMITTEE, "鈴木", department="財政課")


def test_every_verb_is_one_row_of_the_history(desk: Desk) -> None:
    desk.do(add_department, "会計課", after=SOUMU)
    desk.do(rename_department, "会計課", "出納課")
    desk.do(close_department, "出納課", on=LAST_DAY)
    desk.do(order_departments, [ZEIMU])
    desk.do(set_group, "関係課", None)
    desk.do(add_member, COMMITTEE, "佐藤")
    desk.do(remove_member, COMMITTEE, "佐藤")
    done = [(each.operation, each.subject) for each in reversed(desk.ask(history.operations))]
    assert done[1:] == [
        ("department add", "会計課"), ("department rename", "出納課"), ("department close", "出納課"),
        ("department order", "建制順"), ("department group", "関係課"), ("member add", "佐藤"),
        ("member remove", "佐藤"),
    ]  # fmt: skip
    assert verify(desk.database).ok
