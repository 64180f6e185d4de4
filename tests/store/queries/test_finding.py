"""What a person names is found, or refused with the nearest names."""

from __future__ import annotations

from datetime import date

import pytest

from dxdesk.desk import Desk
from dxdesk.operations.cycles import close_cycle
from dxdesk.operations.departments import add_department
from dxdesk.operations.meetings import close_meeting, hold_meeting
from dxdesk.store.database import Database
from dxdesk.store.queries import finding
from tests.builders import COMMITTEE, HEADQUARTERS, PLAN, SOUMU, open_desk, problem, start_cycle, uid


@pytest.fixture
def desk(database: Database) -> Desk:
    return open_desk(database)


@pytest.mark.parametrize(
    ("typed", "near"),
    [("総務", "総務課"), ("税務", "税務課"), ("建設部", "建設課"), ("xyz", "総務課、税務課、福祉課、建設課")],
)
def test_the_nearest_names_are_offered_and_all_of_a_short_list_where_none_is_near(typed: str, near: str) -> None:
    names = [each.name for each in PLAN.departments]
    assert finding.nearest(typed, names).split("、")[0] == near.split("、", maxsplit=1)[0]
    assert set(finding.nearest("xyz", names).split("、")) == set(names)


def test_of_no_names_it_is_said_that_there_are_none() -> None:
    assert finding.nearest("総務", []) == "（なし）"


def test_a_long_list_is_not_offered_whole() -> None:
    assert len(finding.nearest("xyz", [f"第{number}課" for number in range(50)]).split("、")) <= 6


@pytest.mark.parametrize("typed", [SOUMU, " 総務課 ", "総 務 課", uid(SOUMU)])
def test_a_department_is_found_by_name_or_id(desk: Desk, typed: str) -> None:
    assert desk.ask(finding.department, typed).name == SOUMU


def test_a_department_is_found_by_its_short_name_after_all_names(desk: Desk) -> None:
    desk.do(add_department, "デジタル推進課", short="デジ")
    assert desk.ask(finding.department, "ﾃﾞｼﾞ").name == "デジタル推進課"


@pytest.mark.parametrize("typed", ["財政課", "", "総務"])
def test_an_unknown_department_is_refused(desk: Desk, typed: str) -> None:
    found = problem(desk.ask, finding.department, typed)
    assert (found.code, found.place, found.kind) == ("department.unknown", "department", "input")
    assert SOUMU in str(found.values["near"])


def test_without_a_name_the_newest_open_cycle_is_meant(desk: Desk) -> None:
    assert problem(desk.ask, finding.cycle).code == "cycle.none"
    first, second = start_cycle(desk), start_cycle(desk, "第2回")
    assert desk.ask(finding.cycle) == second
    desk.do(close_cycle, second)
    assert desk.ask(finding.cycle) == first
    desk.do(close_cycle, first)
    assert problem(desk.ask, finding.cycle).code == "cycle.none_open"
    assert desk.ask(finding.cycle, None, only_open=False).id == second.id
    assert desk.ask(finding.cycle, "第1回").id == first.id


def test_without_any_cycle_none_is_found_even_closed(desk: Desk) -> None:
    found = problem(desk.ask, finding.cycle, None, only_open=False)
    assert (found.code, found.kind) == ("cycle.none", "rule")


def test_without_a_name_the_newest_open_meeting_is_meant_else_the_newest(desk: Desk) -> None:
    cycle = start_cycle(desk)
    assert problem(desk.ask, finding.meeting).code == "meeting.none"
    desk.do(hold_meeting, cycle, COMMITTEE, day=date(2025, 2, 13))
    first = desk.ask(finding.meeting)
    desk.do(hold_meeting, cycle, HEADQUARTERS, day=date(2025, 2, 20))
    second = desk.ask(finding.meeting)
    desk.do(close_meeting, second)
    assert desk.ask(finding.meeting).id == first.id
    desk.do(close_meeting, first)
    assert desk.ask(finding.meeting).id == second.id
    for typed in (second.id, "2025-02-20", HEADQUARTERS, f" {HEADQUARTERS}"):
        assert desk.ask(finding.meeting, typed).id == second.id


def test_a_body_is_found_in_the_plan(desk: Desk) -> None:
    assert finding.body(PLAN, " 推進委員会").id == uid(COMMITTEE)
    found = problem(finding.body, PLAN, "議会")
    assert found.code == "body.unknown"
    assert set(str(found.values["near"]).split("、")) == {COMMITTEE, HEADQUARTERS}
    close = problem(finding.body, PLAN, COMMITTEE[1:])
    assert set(str(close.values["near"]).split("、")) == {COMMITTEE, HEADQUARTERS}
    assert desk.ask(finding.department, SOUMU).id == uid(SOUMU)
