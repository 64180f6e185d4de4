"""A town's database from a plan, later revisions of it, and settings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.plan_records import plan_record
from dxdesk.domain.plans import Plan
from dxdesk.domain.settings import Settings, Stage
from dxdesk.operations.change import Touched
from dxdesk.operations.departments import add_department, rename_department, set_group
from dxdesk.operations.plans import change_settings, create_town, import_plan
from dxdesk.store.database import Database
from dxdesk.store.queries import board, finding, history, plans
from dxdesk.store.verification import verify
from tests.builders import (
    PLAN,
    REAL_TOWNS,
    SECRETARIAT,
    SOUMU,
    ZEIMU,
    accepted,
    node,
    open_desk,
    owners,
    problem,
    real_plan,
    refused,
    start_cycle,
    uid,
)

LATER = replace(PLAN, edition="第2版", nodes=(*PLAN.nodes, node("initiative", "重点-4", "キャッシュレス", "窓口")))


@pytest.mark.parametrize("town", REAL_TOWNS)
def test_each_of_the_five_plans_fills_a_database_and_opens_a_cycle(database: Database, town: str) -> None:
    plan = real_plan(town)
    desk = open_desk(database, plan)
    assert desk.ask(plans.plan) == plan
    found = desk.ask(board.board, start_cycle(desk))
    assert (found.asked, found.answered, found.counts["miss"]) == (len(plan.units), 0, len(plan.units))
    assert verify(database).ok


def test_a_new_database_has_an_id_of_its_own_the_plan_and_the_default_settings(desk: Desk) -> None:
    identity = desk.ask(plans.identity)
    assert (identity.kind, identity.town, identity.sample) == ("secretariat", "見本町", False)
    assert len(identity.database_id) == 36
    assert (desk.ask(plans.plan_revision).number, desk.ask(plans.settings)[1]) == (1, Settings())
    assert desk.ask(plans.departments) == PLAN.departments
    assert desk.ask(plans.groups) == PLAN.groups


def test_an_empty_database_has_no_plan(database: Database) -> None:
    found = problem(Desk(database, SECRETARIAT).ask, plans.plan)
    assert (found.code, found.kind) == ("plan.none", "rule")


def test_a_sample_is_marked_as_one(database: Database) -> None:
    desk = Desk(database, SECRETARIAT)
    desk.do(create_town, PLAN, sample=True)
    assert desk.ask(plans.identity).sample


def test_a_later_revision_is_taken_in_and_the_earlier_one_stays(desk: Desk) -> None:
    first = desk.ask(plans.plan_revision)
    desk.do(import_plan, LATER)
    assert (desk.ask(plans.plan_revision).number, desk.ask(plans.plan)) == (2, LATER)
    assert desk.ask(plans.plan, first.id) == PLAN


def test_an_open_cycle_keeps_its_revision_and_the_next_one_takes_the_new(desk: Desk, cycle: Cycle) -> None:
    desk.do(import_plan, LATER)
    assert len(desk.ask(board.board, cycle).cards) == len(PLAN.units)
    assert len(desk.ask(board.board, start_cycle(desk, "第2回")).cards) == len(PLAN.units) + 1


def test_the_plan_of_another_town_is_refused(desk: Desk) -> None:
    found = refused(desk, "plan.other", import_plan, real_plan("otaki"))
    assert found.values == {"title": PLAN.title}


def test_a_revision_that_changes_nothing_is_refused_naming_its_number(desk: Desk) -> None:
    assert refused(desk, "plan.unchanged", import_plan, PLAN).values == {"number": 1}
    desk.do(import_plan, LATER)
    assert refused(desk, "plan.unchanged", import_plan, LATER).values == {"number": 2}


def test_what_was_exported_changes_nothing_when_it_comes_back(desk: Desk) -> None:
    desk.do(add_department, "会計課")
    exported = desk.ask(plans.exported_plan).plan
    assert [each.name for each in exported.departments][-1] == "会計課"
    refused(desk, "plan.unchanged", import_plan, exported)
    refused(desk, "plan.unchanged", import_plan, PLAN)


def test_a_town_may_go_back_to_an_earlier_revision(desk: Desk) -> None:
    desk.do(import_plan, LATER)
    desk.do(import_plan, PLAN)
    newest = desk.ask(plans.plan_revision)
    assert (newest.number, plan_record(newest.plan)) == (3, plan_record(PLAN))
    assert verify(desk.database).ok


def test_departments_new_in_a_revision_are_added_and_those_on_file_stay_as_they_are(desk: Desk) -> None:
    desk.do(rename_department, ZEIMU, "税務住民課")
    fresh = Department(uid("子ども課"), "子ども課", parent=uid(ZEIMU), order=9)
    desk.do(import_plan, replace(LATER, departments=(*PLAN.departments, fresh)))
    found = desk.ask(plans.departments)
    assert [each.name for each in found] == [SOUMU, "税務住民課", "福祉課", "建設課", "子ども課"]
    assert found[-1].parent == uid(ZEIMU)


def test_a_department_made_by_hand_is_the_one_the_plan_means_by_its_name(desk: Desk) -> None:
    desk.do(add_department, "会計課")
    own = desk.ask(finding.department, "会計課").id
    packed = (
        *PLAN.departments,
        Department(uid("会計課"), "会計課", order=8),
        Department(uid("出納係"), "出納係", parent=uid("会計課"), order=9),
    )
    group = replace(PLAN.groups[2], id=uid("お金の課"), name="お金の課", members=(uid("会計課"), uid(ZEIMU)))
    desk.do(import_plan, replace(LATER, departments=packed, groups=(*PLAN.groups, group)))
    assert [each.name for each in desk.ask(plans.departments)].count("会計課") == 1
    assert desk.ask(finding.department, "出納係").parent == own
    assert desk.ask(plans.groups)[-1].members == (own, uid(ZEIMU))


def test_a_group_of_the_plan_is_not_changed_by_a_later_revision(desk: Desk) -> None:
    desk.do(set_group, "関係課", [SOUMU])
    desk.do(import_plan, LATER)
    assert next(each for each in desk.ask(plans.groups) if each.name == "関係課").members == (uid(SOUMU),)


CHANGED = replace(Settings(), action_word="指示事項", stages=(Stage("a", "着手前"), Stage("b", "実施中")))


def test_settings_apply_from_the_next_cycle_and_an_open_one_keeps_its_own(desk: Desk, cycle: Cycle) -> None:
    desk.do(change_settings, CHANGED)
    second = start_cycle(desk, "第2回")
    assert desk.ask(plans.settings, cycle.settings_revision)[1] == Settings()
    assert desk.ask(plans.settings, second.settings_revision)[1] == CHANGED
    accepted(desk, cycle, "重点-1", stage="試行")
    accepted(desk, second, "重点-1", stage="実施中")


def test_settings_that_say_the_same_are_refused_and_a_town_may_go_back(desk: Desk) -> None:
    refused(desk, "settings.unchanged", change_settings, Settings())
    desk.do(change_settings, CHANGED)
    refused(desk, "settings.unchanged", change_settings, CHANGED)
    desk.do(change_settings, Settings())
    assert desk.ask(plans.settings)[1] == Settings()
    assert verify(desk.database).ok


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        (Settings(stages=()), "settings.stages"),
        (Settings(status_words={}), "settings.status_words"),
        (Settings(action_word=""), "settings.empty_word"),
    ],
)
def test_settings_that_do_not_hold_are_refused(desk: Desk, settings: Settings, code: str) -> None:
    refused(desk, code, change_settings, settings)


def test_every_change_is_one_row_of_the_history_and_is_told(desk: Desk) -> None:
    told: list[Touched] = []
    desk.subscribe(told.append)
    desk.do(import_plan, LATER)
    desk.do(change_settings, CHANGED)
    assert [each.operation for each in desk.ask(history.operations)] == ["settings", "plan import", "new"]
    assert told == [Touched.PLAN | Touched.DEPARTMENTS, Touched.SETTINGS]


def test_a_plan_without_departments_is_asked_of_the_secretariat(database: Database) -> None:
    bare: Plan = replace(PLAN, departments=(), groups=(), owners=owners())
    desk = open_desk(database, replace(bare, nodes=tuple(replace(each, owners=()) for each in bare.nodes)))
    found = desk.ask(board.board, start_cycle(desk))
    assert {card.departments for card in found.cards} == {("事務局",)}
