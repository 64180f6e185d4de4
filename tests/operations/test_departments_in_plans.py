"""Departments change while the plan that names them stays: what is exported and who took over from whom."""

from dataclasses import replace
from datetime import date

from dxdesk.desk import Desk
from dxdesk.exchange.plan_pack import pack_text, read_pack
from dxdesk.operations import departments
from dxdesk.operations.plans import import_plan
from dxdesk.store.queries import plans
from tests.builders import FUKUSHI, KENSETSU, SOUMU, ZEIMU, refused, start_cycle

END = date(2025, 3, 31)


def test_a_plan_exported_after_a_renaming_names_its_owners_as_today_and_can_be_taken_in_again(desk: Desk) -> None:
    desk.do(departments.rename_department, ZEIMU, "税務住民課")
    exported = desk.ask(plans.exported_plan).plan
    assert [each.name for each in exported.unit("重点-2").owners] == ["税務住民課", "窓口の課"]
    read = read_pack(pack_text(exported), "計画.json")
    assert read == exported
    refused(desk, "plan.unchanged", import_plan, read)
    desk.do(import_plan, replace(read, edition="第2版"))
    cycle = start_cycle(desk)
    assert [each.name for each in desk.ask(plans.plan, cycle.plan_revision).unit("重点-1").owners] == ["税務住民課"]


def test_owners_stay_as_they_are_where_another_department_has_the_old_name_today(desk: Desk) -> None:
    desk.do(departments.rename_department, ZEIMU, "税務住民課")
    desk.do(departments.add_department, ZEIMU)
    assert [each.name for each in desk.ask(plans.exported_plan).plan.unit("重点-1").owners] == [ZEIMU]


def test_departments_never_take_over_from_each_other_in_a_circle(desk: Desk) -> None:
    desk.do(departments.close_department, FUKUSHI, on=END, successor=ZEIMU)
    desk.do(departments.close_department, ZEIMU, on=END, successor=SOUMU)
    refused(desk, "department.own_successor", departments.close_department, SOUMU, on=END, successor=FUKUSHI)
    refused(desk, "department.own_successor", departments.close_department, SOUMU, on=END, successor=SOUMU)


def test_putting_some_departments_in_order_leaves_the_others_as_confirmed_as_they_were(desk: Desk) -> None:
    desk.do(departments.order_departments, [KENSETSU, ZEIMU])
    found = desk.ask(plans.departments)
    assert [each.name for each in found] == [KENSETSU, ZEIMU, SOUMU, FUKUSHI]
    assert all(each.order_confirmed for each in found)
