"""受理, 差戻し and taking them back."""

from __future__ import annotations

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.operations import replies, reviews
from dxdesk.store.queries import board, history
from tests.builders import (
    FUKUSHI,
    SOUMU,
    ZEIMU,
    accepted,
    acting,
    answer,
    arrive,
    at,
    refused,
    slot_of,
    unit_of,
)

CODE = "重点-1"


def accept(desk: Desk, cycle: Cycle, code: str = CODE) -> None:
    desk.do(at, cycle, code, None, reviews.accept_reply)


def send_back(desk: Desk, cycle: Cycle, *fields: str) -> None:
    desk.do(at, cycle, CODE, None, reviews.return_reply, fields or ("results",), "件数は。")


def undo(desk: Desk, cycle: Cycle) -> None:
    desk.do(at, cycle, CODE, None, reviews.undo_review)


def state(desk: Desk, cycle: Cycle) -> str:
    return slot_of(desk, cycle, CODE, ZEIMU).state


def test_an_answer_counts_only_once_it_is_accepted(desk: Desk, cycle: Cycle) -> None:
    answer(desk, cycle, CODE, status="late")
    assert (unit_of(desk, cycle, CODE).status, unit_of(desk, cycle, CODE).waiting) == ("miss", "secretariat")
    accept(desk, cycle)
    assert unit_of(desk, cycle, CODE).status == "late"
    assert desk.ask(board.board, cycle).answered == 1


def test_what_was_accepted_counts_on_until_something_newer_is_accepted(desk: Desk, cycle: Cycle) -> None:
    accepted(desk, cycle, CODE, status="ok")
    answer(desk, cycle, CODE, status="late")
    assert unit_of(desk, cycle, CODE).status == "ok"
    send_back(desk, cycle)
    assert unit_of(desk, cycle, CODE).status == "ok"
    accept(desk, cycle)
    assert unit_of(desk, cycle, CODE).status == "late"


def test_a_returned_answer_names_fields_and_asks_a_question(desk: Desk, cycle: Cycle) -> None:
    answer(desk, cycle, CODE)
    send_back(desk, cycle, "results", "issues", "results")
    view = slot_of(desk, cycle, CODE, ZEIMU)
    assert view.returned is not None
    assert (view.state, view.returned.fields, view.returned.question) == ("returned", ("results", "issues"), "件数は。")
    assert unit_of(desk, cycle, CODE).waiting == "department"


def test_a_corrected_answer_after_a_return_waits_for_review_again(desk: Desk, cycle: Cycle) -> None:
    first = answer(desk, cycle, CODE)
    send_back(desk, cycle)
    answer(desk, cycle, CODE, results="214件")
    view = slot_of(desk, cycle, CODE, ZEIMU)
    assert (view.state, view.heads[0].parents, view.returned) == ("submitted", (first,), None)


def test_accepting_is_refused_where_there_is_nothing_new(desk: Desk, cycle: Cycle) -> None:
    refused(desk, "review.nothing", at, cycle, CODE, None, reviews.accept_reply)
    accepted(desk, cycle, CODE)
    refused(desk, "review.accepted_already", at, cycle, CODE, None, reviews.accept_reply)
    answer(desk, cycle, CODE)
    desk.do(at, cycle, CODE, None, replies.withdraw)
    refused(desk, "review.nothing", at, cycle, CODE, None, reviews.accept_reply)
    refused(desk, "review.nothing", at, cycle, CODE, None, reviews.return_reply, ["results"], "件数は。")


def test_two_heads_are_settled_before_they_are_reviewed(desk: Desk, cycle: Cycle) -> None:
    answer(desk, cycle, CODE)
    arrive(desk, cycle, CODE, ZEIMU)
    for verb, *rest in (
        (reviews.accept_reply,),
        (reviews.return_reply, ["results"], "件数は。"),
        (reviews.undo_review,),
    ):
        refused(desk, "slot.conflict", at, cycle, CODE, None, verb, *rest)
    refused(desk, "review.none_submitted", reviews.accept_all, cycle)


def test_a_version_whose_earlier_one_has_not_arrived_is_not_reviewed(desk: Desk, cycle: Cycle) -> None:
    arrive(desk, cycle, CODE, ZEIMU, parents=["f" * 64])
    assert state(desk, cycle) == "waiting"
    refused(desk, "slot.waiting", at, cycle, CODE, None, reviews.accept_reply)


@pytest.mark.parametrize(
    ("fields", "question", "problem"),
    [
        ([], "件数は。", "field.unknown"),
        (["results", "progress"], "件数は。", "field.unknown"),
        (["results"], " \n", "return.question"),
        (["results"], "件\x00", "text.character"),
    ],
)
def test_a_return_without_a_field_or_a_question_is_refused(
    desk: Desk, cycle: Cycle, fields: list[str], question: str, problem: str
) -> None:
    answer(desk, cycle, CODE)
    refused(desk, problem, at, cycle, CODE, None, reviews.return_reply, fields, question)


def test_all_submitted_answers_are_accepted_in_the_order_of_the_plan(desk: Desk, cycle: Cycle) -> None:
    answer(desk, cycle, "検討-5")
    answer(desk, cycle, "重点-2", FUKUSHI)
    answer(desk, cycle, "重点-2", ZEIMU)
    answer(desk, cycle, CODE)
    accepted(desk, cycle, "重点-3")
    arrive(desk, cycle, "検討-4", SOUMU)
    arrive(desk, cycle, "検討-4", SOUMU, results="別の文")
    done = [each.subject for each in desk.do(reviews.accept_all, cycle)]
    assert done == ["重点-1 税務課", "重点-2 税務課", "重点-2 福祉課", "検討-5 総務課"]
    refused(desk, "review.none_submitted", reviews.accept_all, cycle)


def test_an_acceptance_is_taken_back_and_given_again(desk: Desk, cycle: Cycle) -> None:
    accepted(desk, cycle, CODE)
    undo(desk, cycle)
    assert (state(desk, cycle), unit_of(desk, cycle, CODE).status) == ("submitted", "miss")
    accept(desk, cycle)
    assert state(desk, cycle) == "accepted"


def test_reviews_are_taken_back_one_after_the_other(desk: Desk, cycle: Cycle) -> None:
    answer(desk, cycle, CODE)
    send_back(desk, cycle)
    accept(desk, cycle)
    undo(desk, cycle)
    assert state(desk, cycle) == "returned"
    undo(desk, cycle)
    assert state(desk, cycle) == "submitted"
    refused(desk, "review.nothing", at, cycle, CODE, None, reviews.undo_review)


def test_there_is_nothing_to_take_back_before_a_review(desk: Desk, cycle: Cycle) -> None:
    refused(desk, "review.nothing", at, cycle, CODE, None, reviews.undo_review)
    answer(desk, cycle, CODE)
    refused(desk, "review.nothing", at, cycle, CODE, None, reviews.undo_review)


def test_a_withdrawal_of_something_accepted_waits_for_review(desk: Desk, cycle: Cycle) -> None:
    first = accepted(desk, cycle, CODE)
    arrive(desk, cycle, CODE, ZEIMU, "withdraw", [first])
    assert (state(desk, cycle), unit_of(desk, cycle, CODE).status) == ("submitted", "ok")
    accept(desk, cycle)
    assert (state(desk, cycle), unit_of(desk, cycle, CODE).status) == ("withdrawn", "miss")
    undo(desk, cycle)
    assert (state(desk, cycle), unit_of(desk, cycle, CODE).status) == ("submitted", "ok")


def test_a_confirmation_never_contradicts_a_review(desk: Desk, cycle: Cycle) -> None:
    accepted(desk, cycle, CODE)
    desk.do(at, cycle, CODE, None, replies.confirm, by="髙橋")
    assert state(desk, cycle) == "accepted"
    undo(desk, cycle)
    assert slot_of(desk, cycle, CODE, ZEIMU).confirmed is not None


def test_the_secretariat_adds_its_own_version_and_never_edits_a_department_s_words(desk: Desk, cycle: Cycle) -> None:
    desk.actor = acting("liaison", ZEIMU)
    first = answer(desk, cycle, CODE, results="課の文")
    desk.actor = acting("secretariat", name="佐藤")
    second = answer(desk, cycle, CODE, results="事務局の文")
    view = slot_of(desk, cycle, CODE, ZEIMU)
    assert (view.heads[0].id, view.heads[0].parents, view.heads[0].author.role) == (second, (first,), "secretariat")


def test_every_review_is_one_row_of_the_history(desk: Desk, cycle: Cycle) -> None:
    answer(desk, cycle, CODE)
    rows = len(desk.ask(history.operations))
    send_back(desk, cycle)
    accept(desk, cycle)
    undo(desk, cycle)
    done = [(each.operation, each.subject) for each in desk.ask(history.operations)]
    assert len(done) == rows + 3
    assert done[:3] == [(name, "重点-1 税務課") for name in ("undo review", "accept", "return")]
