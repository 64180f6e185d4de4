"""回収: how far the answers of a cycle have come."""

from __future__ import annotations

from datetime import timedelta

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.collection import ACCEPTABLE, KINDS, Collected, UnitRow
from dxdesk.domain.cycles import Cycle
from dxdesk.operations import cycles, replies, reviews
from dxdesk.store.database import Database
from dxdesk.store.queries import finding
from dxdesk.store.queries.collection import collection
from tests.builders import (
    DUE,
    FUKUSHI,
    PLAN,
    SOUMU,
    ZEIMU,
    accepted,
    answer,
    arrive,
    at,
    open_desk,
    start_cycle,
    uid,
    write,
)

CODE = "重点-2"
DEPARTMENTS = tuple(each.id for each in PLAN.departments)


@pytest.fixture
def desk(database: Database) -> Desk:
    return open_desk(database)


@pytest.fixture
def cycle(desk: Desk) -> Cycle:
    return start_cycle(desk, assigned={CODE: [SOUMU, ZEIMU], "重点-1": [SOUMU]})


def read(desk: Desk, cycle: Cycle, *, days: int = 0) -> Collected:
    return desk.ask(collection, desk.ask(finding.cycle, cycle.id), DUE + timedelta(days)).collected


def row(desk: Desk, cycle: Cycle, code: str = CODE, *, days: int = 0) -> UnitRow:
    unit = PLAN.unit(code).id
    return next(each for each in read(desk, cycle, days=days).rows if each.unit == unit)


def state(desk: Desk, cycle: Cycle, department: str = SOUMU, code: str = CODE) -> str:
    return row(desk, cycle, code).cells[uid(department)].state


def test_a_slot_goes_from_silence_over_a_draft_to_an_accepted_answer(desk: Desk, cycle: Cycle) -> None:
    seen = [state(desk, cycle)]
    write(desk, cycle, CODE, SOUMU)
    seen.append(state(desk, cycle))
    desk.do(at, cycle, CODE, SOUMU, replies.submit)
    seen.append(state(desk, cycle))
    desk.do(at, cycle, CODE, SOUMU, reviews.return_reply, ["results"], "件数は。")
    seen.append(state(desk, cycle))
    answer(desk, cycle, CODE, SOUMU, results="214件。")
    desk.do(at, cycle, CODE, SOUMU, reviews.accept_reply)
    seen.append(state(desk, cycle))
    assert seen == ["unanswered", "draft", "submitted", "returned", "accepted"]


def test_an_answer_that_was_withdrawn_before_its_review_is_silence_again(desk: Desk, cycle: Cycle) -> None:
    answer(desk, cycle, CODE, SOUMU)
    desk.do(at, cycle, CODE, SOUMU, replies.withdraw)
    assert state(desk, cycle) == "draft"
    assert KINDS["draft"] == "unanswered"


def test_the_withdrawal_of_an_accepted_answer_waits_for_its_review(desk: Desk, cycle: Cycle) -> None:
    said = accepted(desk, cycle, CODE, SOUMU)
    arrive(desk, cycle, CODE, SOUMU, "withdraw", [said])
    assert state(desk, cycle) == "withdrawal"
    assert (PLAN.unit(CODE).id, uid(SOUMU)) in read(desk, cycle).places(ACCEPTABLE)


def test_two_versions_and_a_missing_one_are_counted_as_differing(desk: Desk, cycle: Cycle) -> None:
    answer(desk, cycle, CODE, SOUMU)
    arrive(desk, cycle, CODE, SOUMU)
    arrive(desk, cycle, CODE, ZEIMU, parents=["0" * 64])
    assert (state(desk, cycle), state(desk, cycle, ZEIMU)) == ("conflict", "waiting")
    assert read(desk, cycle).counts["conflict"] == 2


def test_the_counts_add_up_to_what_was_asked(desk: Desk, cycle: Cycle) -> None:
    accepted(desk, cycle, CODE, SOUMU)
    answer(desk, cycle, CODE, ZEIMU)
    collected = read(desk, cycle)
    assert sum(collected.counts.values()) == collected.asked
    assert (collected.counts["accepted"], collected.counts["submitted"]) == (1, 1)


def test_a_unit_can_be_drawn_together_once_every_answer_is_accepted(desk: Desk, cycle: Cycle) -> None:
    accepted(desk, cycle, CODE, SOUMU)
    answer(desk, cycle, CODE, ZEIMU)
    assert row(desk, cycle).merged == "open"
    desk.do(at, cycle, CODE, ZEIMU, reviews.accept_reply)
    assert row(desk, cycle).merged == "ready"
    desk.do(reviews.consolidate, cycle, CODE, use=SOUMU)
    assert row(desk, cycle).merged == "settled"


def test_after_the_deadline_one_accepted_answer_is_enough_unless_another_waits(desk: Desk, cycle: Cycle) -> None:
    accepted(desk, cycle, CODE, SOUMU)
    assert row(desk, cycle).merged == "open"
    assert row(desk, cycle, days=1).merged == "ready"
    answer(desk, cycle, CODE, ZEIMU)
    assert row(desk, cycle, days=1).merged == "open"


def test_a_later_answer_asks_to_look_again_and_one_department_needs_no_drawing_together(
    desk: Desk, cycle: Cycle
) -> None:
    accepted(desk, cycle, CODE, SOUMU)
    desk.do(reviews.consolidate, cycle, CODE, use=SOUMU)
    accepted(desk, cycle, CODE, ZEIMU)
    accepted(desk, cycle, "重点-1", SOUMU)
    assert (row(desk, cycle).merged, row(desk, cycle, "重点-1").merged) == ("revise", "single")
    assert read(desk, cycle).merging("ready", "revise") == (PLAN.unit(CODE).id,)


def test_what_nobody_confirmed_and_who_still_owes_an_answer_is_named(desk: Desk, cycle: Cycle) -> None:
    answer(desk, cycle, CODE, SOUMU)
    answer(desk, cycle, "重点-1", SOUMU)
    desk.do(at, cycle, CODE, SOUMU, replies.confirm, by="髙橋")
    collected = read(desk, cycle)
    assert collected.unconfirmed == ((PLAN.unit("重点-1").id, uid(SOUMU)),)
    assert row(desk, cycle).confirmed == (1, 1)
    assert uid(ZEIMU) in collected.silent
    assert uid(FUKUSHI) in collected.departments
    assert list(collected.departments) == [each for each in DEPARTMENTS if each in collected.departments]


def test_a_closed_cycle_knows_accepted_and_unanswered_only(desk: Desk, cycle: Cycle) -> None:
    accepted(desk, cycle, CODE, SOUMU)
    answer(desk, cycle, CODE, ZEIMU)
    desk.do(cycles.close_cycle, cycle, "見本のため")
    assert (state(desk, cycle), state(desk, cycle, ZEIMU)) == ("accepted", "unanswered")
    assert row(desk, cycle, days=9).merged == "open"


def test_units_whose_owner_the_plan_does_not_name_are_provisional(desk: Desk, cycle: Cycle) -> None:
    cells = row(desk, cycle, "検討-1").cells.values()
    assert {each.provisional for each in cells} == {True}
    assert not row(desk, cycle).cells[uid(SOUMU)].provisional
