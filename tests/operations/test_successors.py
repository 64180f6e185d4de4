"""A department that takes over in mid-cycle answers in the slot of the one before."""

from __future__ import annotations

from datetime import date

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.permissions import Actor
from dxdesk.operations import handing_over, replies, reviews
from dxdesk.operations.departments import add_department, close_department
from dxdesk.store.queries import board, finding
from tests.builders import (
    FUKUSHI,
    KENSETSU,
    ZEIMU,
    accepted,
    acting,
    answer,
    at,
    refused,
    slot_of,
    start_cycle,
    uid,
    unit_of,
    write,
)

HEIR = "収納課"


def end(desk: Desk, name: str, successor: str) -> str:
    """A new department that takes over; its id."""
    desk.do(add_department, successor)
    desk.do(close_department, name, on=date(2025, 1, 31), successor=successor)
    return desk.ask(finding.department, successor).id


@pytest.fixture
def heir(desk: Desk, cycle: Cycle) -> str:
    """The department that took over from 税務課 while the cycle was open."""
    assert cycle.open
    return end(desk, ZEIMU, HEIR)


@pytest.mark.parametrize("named", [HEIR, ZEIMU, None])
def test_the_successor_s_liaison_answers_in_the_old_slot_and_is_named(
    desk: Desk, cycle: Cycle, heir: str, named: str | None
) -> None:
    desk.actor = Actor("liaison", (heir,), "田中")
    answer(desk, cycle, "重点-1", named)
    (head,) = slot_of(desk, cycle, "重点-1", ZEIMU).heads
    assert head.answer is not None
    assert (head.department, head.author.department) == (uid(ZEIMU), heir)
    assert head.answer.answered_for == heir


def test_the_secretariat_answers_in_the_old_slot_by_the_new_name(desk: Desk, cycle: Cycle, heir: str) -> None:
    answer(desk, cycle, "重点-1", HEIR)
    (head,) = slot_of(desk, cycle, "重点-1", ZEIMU).heads
    assert head.answer is not None
    assert (head.author.department, head.answer.answered_for) == (None, heir)


def test_an_answer_of_the_department_that_was_asked_names_no_other(desk: Desk, cycle: Cycle) -> None:
    desk.actor = acting("liaison", FUKUSHI, ZEIMU)
    answer(desk, cycle, "重点-1")
    (head,) = slot_of(desk, cycle, "重点-1", ZEIMU).heads
    assert head.answer is not None
    assert (head.answer.answered_for, head.author.department) == (None, uid(ZEIMU))


def test_a_successor_hands_in_withdraws_and_confirms_in_the_old_slot(desk: Desk, cycle: Cycle, heir: str) -> None:
    desk.actor = Actor("liaison", (heir,), "田中")
    write(desk, cycle, "重点-1")
    (handed,) = desk.do(handing_over.hand_in, cycle).submitted
    assert handed.subject == "重点-1 税務課"
    desk.do(at, cycle, "重点-1", HEIR, replies.withdraw)
    write(desk, cycle, "重点-1")
    desk.do(handing_over.hand_in, cycle, HEIR)
    desk.actor = Actor("head", (heir,), "髙橋")
    desk.do(at, cycle, "重点-1", HEIR, replies.confirm, by="髙橋")
    assert slot_of(desk, cycle, "重点-1", ZEIMU).confirmed is not None


def test_the_department_before_may_still_finish_what_it_began(desk: Desk, cycle: Cycle, heir: str) -> None:
    assert heir
    desk.actor = acting("liaison", ZEIMU)
    answer(desk, cycle, "重点-1")
    assert slot_of(desk, cycle, "重点-1", ZEIMU).state == "submitted"


def test_a_department_that_did_not_take_over_is_refused(desk: Desk, cycle: Cycle, heir: str) -> None:
    assert heir
    desk.actor = acting("liaison", KENSETSU)
    refused(desk, "permission.department", at, cycle, "重点-1", ZEIMU, replies.record_draft, {"status": "ok"})
    refused(desk, "slot.not_asked", at, cycle, "重点-1", KENSETSU, replies.record_draft, {"status": "ok"})


def test_a_successor_of_a_successor_answers_too(desk: Desk, cycle: Cycle, heir: str) -> None:
    last = end(desk, HEIR, "税務収納課")
    desk.actor = Actor("liaison", (last,), "田中")
    answer(desk, cycle, "重点-1", "税務収納課")
    (head,) = slot_of(desk, cycle, "重点-1", ZEIMU).heads
    assert head.answer is not None
    assert head.answer.answered_for == last != heir


def test_who_took_over_from_two_departments_says_which_slot(desk: Desk, cycle: Cycle, heir: str) -> None:
    desk.do(close_department, FUKUSHI, on=date(2025, 1, 31), successor=HEIR)
    desk.actor = Actor("liaison", (heir,), "田中")
    found = refused(desk, "department.which", replies.find_place, cycle, "重点-2", HEIR)
    assert found.values["near"] == f"{ZEIMU}、{FUKUSHI}"
    answer(desk, cycle, "重点-2", FUKUSHI)
    assert slot_of(desk, cycle, "重点-2", FUKUSHI).state == "submitted"
    assert slot_of(desk, cycle, "重点-2", ZEIMU).state == "unanswered"


def test_the_board_keeps_the_department_that_was_asked(desk: Desk, cycle: Cycle, heir: str) -> None:
    desk.actor = Actor("liaison", (heir,), "田中")
    answer(desk, cycle, "重点-1")
    desk.actor = acting("secretariat")
    desk.do(at, cycle, "重点-1", HEIR, reviews.accept_reply)
    card = next(each for each in desk.ask(board.board, cycle).cards if each.code == "重点-1")
    assert (card.departments, card.status) == ((ZEIMU,), "ok")


def test_the_successor_starts_the_next_cycle_with_the_stage_of_the_one_before(desk: Desk, cycle: Cycle) -> None:
    accepted(desk, cycle, "重点-2", ZEIMU, stage="trial")
    accepted(desk, cycle, "重点-2", FUKUSHI, stage="study")
    heir = end(desk, ZEIMU, HEIR)
    second = start_cycle(desk, "第2回", as_of=date(2025, 8, 31), due=date(2025, 9, 5))
    assert heir in unit_of(desk, second, "重点-2").answers
    _, said = desk.do(at, second, "重点-2", HEIR, replies.start_answer)
    assert said.stage == "trial"
