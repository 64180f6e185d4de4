"""What 工程表 draws for every kind of schedule, from what was reported."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import pytest

from dxdesk.domain.board import compose_board
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.merge import EMPTY, UnitView
from dxdesk.domain.plan_parts import Department, Schedule, ScheduleKind
from dxdesk.domain.plans import Plan
from dxdesk.domain.replies import Answer, Author, Revision
from dxdesk.domain.roadmap import compose_roadmap
from dxdesk.domain.settings import Settings
from dxdesk.domain.statuses import Status
from dxdesk.domain.timetable import Lane, Timetable, compose_timetable
from tests.documents.sample_boards import PAST, PLANS, THIS, load_plan
from tests.documents.sample_outlines import sized_plan, without_years

D1 = Department("d1", "総務課")


def view(unit: str, status: Status, done_lines: Sequence[str] = ()) -> UnitView:
    if status == "miss":
        return UnitView(unit, "miss", "department", None, {"d1": None}, {}, EMPTY)
    answer = Answer(status=status, done_lines=tuple(done_lines))
    said = Revision("answer", "c", unit, "d1", (), answer, Author("liaison", "d1", None), "2025-01-20T01:00:00+00:00")
    return UnitView(unit, status, None, said, {"d1": said}, {}, EMPTY)


def drawn(plan: Plan, told: Sequence[tuple[Cycle, Mapping[str, UnitView]]]) -> Timetable:
    board = compose_board(plan, THIS, told[-1][1], [D1])
    return compose_timetable(plan, board, Settings(), THIS, told)


def lane(
    kind: ScheduleKind,
    first: int | None,
    last: int | None,
    statuses: tuple[Status, Status],
    *,
    confirmed: bool = False,
    done_lines: tuple[str, ...] = (),
) -> Lane:
    """The line of one unit whose two cycles said these statuses."""
    plan = sized_plan(1, 1)
    schedule = Schedule(kind, first, last, None, None, confirmed)
    nodes = tuple(replace(each, schedule=schedule) if each.id == "l1" else each for each in plan.nodes)
    told = [
        (cycle, {"u1": view("u1", status, done_lines)}) for cycle, status in zip((PAST, THIS), statuses, strict=True)
    ]
    return drawn(replace(plan, nodes=nodes), told).rows[0].lanes[0]


def test_a_line_that_only_begins_is_dashed_and_done_up_to_the_last_report() -> None:
    found = lane("start", 2023, None, ("ok", "warn"))
    assert (found.kind, found.first, found.last, found.unconfirmed) == ("bar", 2023, 2025, True)
    assert found.done == (date(2023, 4, 1), THIS.as_of)
    assert found.when == "令和5年度～"


def test_a_line_of_one_confirmed_year_is_closed_and_done_no_further_than_its_end() -> None:
    found = lane("year", 2023, 2023, ("ok", "ok"), confirmed=True)
    assert (found.first, found.last, found.unconfirmed) == (2023, 2023, False)
    assert found.done == (date(2023, 4, 1), date(2024, 4, 1))
    assert found.when == "令和5年度"


def test_what_is_reported_as_not_begun_waits_once_its_years_have_come() -> None:
    assert lane("start", 2024, None, ("none", "none")).waiting
    assert not lane("start", 2025, None, ("none", "none")).waiting
    assert not lane("start", 2024, None, ("none", "ok")).waiting


def test_what_began_late_is_done_from_the_report_that_it_had_not() -> None:
    assert lane("start", 2023, None, ("none", "ok")).done == (PAST.as_of, THIS.as_of)


def test_no_answer_takes_nothing_back() -> None:
    assert lane("start", 2023, None, ("ok", "miss")).done == (date(2023, 4, 1), PAST.as_of)
    assert lane("start", 2023, None, ("miss", "miss")).done is None


def test_a_line_ticked_as_done_ends_where_it_was_ticked() -> None:
    assert lane("start", 2023, None, ("ok", "ok"), done_lines=("l1",)).done == (date(2023, 4, 1), PAST.as_of)
    assert lane("start", 2023, None, ("done", "done")).done == (date(2023, 4, 1), PAST.as_of)


def test_what_lies_ahead_is_not_done_whatever_was_reported() -> None:
    assert lane("year", 2025, 2025, ("ok", "ok"), confirmed=True).done is None


@pytest.mark.parametrize("kind", ["deadline", "conditional"])
def test_a_deadline_stands_at_the_end_of_its_bar(kind: ScheduleKind) -> None:
    found = lane(kind, None, 2025, ("ok", "ok"))
    assert (found.kind, found.due, found.unconfirmed, found.last) == ("bar", True, False, 2025)


def test_every_year_is_done_where_it_was_reported_and_to_come_after() -> None:
    assert lane("yearly", None, None, ("ok", "ok")).marks == ((2024, "done"), (2025, "ahead"))
    assert lane("yearly", None, None, ("none", "none")).marks == ((2024, "ahead"), (2025, "ahead"))


def test_every_other_year_rests_between() -> None:
    assert lane("alternate", 2024, None, ("ok", "ok")).marks == ((2024, "done"), (2025, "rest"))
    assert lane("alternate", 2023, None, ("ok", "ok")).marks == ((2024, "rest"), (2025, "ahead"))
    assert lane("alternate", None, None, ("ok", "ok")).marks == ((2024, "done"),)


def test_at_any_time_has_a_dot_at_every_report() -> None:
    found = lane("anytime", None, None, ("ok", "warn"))
    assert (found.kind, found.reports) == ("dots", (PAST.as_of, THIS.as_of))
    assert lane("anytime", None, None, ("none", "miss")).reports == ()


def test_a_plan_without_years_has_lines_but_draws_nothing() -> None:
    plan = without_years(sized_plan(3, 1))
    found = drawn(plan, [(THIS, {unit.id: view(unit.id, "ok") for unit in plan.units})])
    assert found.years == ()
    assert {each.kind for row in found.rows for each in row.lanes} == {"none"}
    assert not found.dated


def test_a_unit_of_which_the_plan_does_not_say_when_is_not_given_a_bar() -> None:
    plan = load_plan("otaki")
    found = drawn(plan, [(THIS, {unit.id: view(unit.id, "ok") for unit in plan.units})])
    open_ones = [row for row in found.rows if row.number.startswith("検討")]
    assert [(each.when, each.kind) for row in open_ones for each in row.lanes] == [("", "none")] * 3


def test_lines_of_no_unit_stand_first_under_the_whole_plan() -> None:
    found = drawn(load_plan("otaki"), [(THIS, {})])
    assert (found.rows[0].name, found.rows[0].card) == ("計画全体", None)
    assert found.rows[0].lanes[0].text == "大多喜町情報化推進委員会にて所掌・推進"


@pytest.mark.parametrize("name", PLANS)
def test_paper_and_slide_agree_on_what_is_still_to_come(name: str) -> None:
    plan = load_plan(name)
    road = compose_roadmap(plan, THIS.fiscal_year, THIS.as_of)
    for row in drawn(plan, [(THIS, {})]).rows:
        bars = [each for each in row.lanes if each.kind == "bar" and each.last >= THIS.fiscal_year]
        if row.card is not None and bars:
            planned = road.roads[row.card.unit].planned
            assert max(each.last for each in bars) <= max(each.last for each in planned)
            assert any(each.unconfirmed for each in bars) <= any(each.dotted for each in planned)
