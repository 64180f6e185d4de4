"""What goes back to a department: 受領票, 差戻し, 席上修正, and nothing that stays at the secretariat."""

from __future__ import annotations

from typing import Literal

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.arrivals import Arrival
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.packages import Receipt, Records
from dxdesk.domain.replies import Answer, Author, Revision
from dxdesk.operations import delivering, departments, receiving, replies, reviews, taking_back, taking_in
from dxdesk.operations.change import Change
from dxdesk.operations.sender_keys import ready_keys
from dxdesk.operations.sending import PackageFile
from dxdesk.store import audit
from dxdesk.store.queries import delivered, packages, plans
from dxdesk.store.verification import verify
from tests.builders import (
    DUE,
    FUKUSHI,
    MOMENT,
    SOUMU,
    ZEIMU,
    accepted,
    acting,
    answer,
    at,
    refused,
    slot_of,
    uid,
    write,
)
from tests.post import Post, hand_over, newest, receive, say


def deliver(
    change: Change, cycle: Cycle, department: str, kind: Literal["return", "correction"], passphrase: str | None = None
) -> PackageFile:
    return delivering.deliver(change, cycle, department, kind, ready_keys(change), passphrase=passphrase)


def cancelled(change: Change, package: str) -> PackageFile:
    return delivering.cancelled_receipt(change, package, ready_keys(change))


def test_a_receipt_says_what_became_of_every_answer_and_where_the_chain_stands(
    post: Post, cycle: Cycle, tax: Desk
) -> None:
    for code in ("重点-1", "重点-2"):
        say(tax, code, "進めた。")
    made = hand_over(tax)
    taken = post.take_in(made, ticked=[(post.desk.ask(plans.plan).unit("重点-1").id, uid(ZEIMU))])
    anchor = post.desk.ask(audit.head).hash
    body = post.receipt(made, taken).package.body
    assert isinstance(body, Receipt)
    assert (body.package, body.cancelled, body.audit_head) == (made.package.id, False, anchor)
    assert [(row.kind, row.taken) for row in body.rows] == [("new", True), ("new", False)]


def test_a_receipt_of_a_cancellation_lets_the_department_hand_over_once_more(
    post: Post, cycle: Cycle, tax: Desk
) -> None:
    say(tax, "重点-1", "進めた。")
    taken = post.take_in(hand_over(tax))
    post.desk.do(taking_back.cancel_taking_in, taken.outcome.id)
    made = post.desk.do(cancelled, taken.outcome.id)
    body = made.package.body
    assert isinstance(body, Receipt)
    assert (body.package, body.cancelled, body.rows) == (taken.outcome.id, True, ())
    (filed,) = post.desk.ask(packages.all_filed, kinds=("receipt",), direction="out")
    assert (filed.about, filed.department) == (taken.outcome.id, uid(ZEIMU))
    refused(post.desk, "cancel.unknown", cancelled, "0" * 64)


def test_receipts_of_a_department_count_on(post: Post, cycle: Cycle, tax: Desk) -> None:
    numbers = []
    for words in "一二三":
        say(tax, "重点-1", words)
        made = hand_over(tax)
        numbers.append(post.receipt(made, post.take_in(made)).package.stamp.sequence)
    assert numbers == sorted(set(numbers))


@pytest.mark.parametrize("kind", ["return", "correction"])
def test_there_is_nothing_to_tell_where_nothing_was_said(
    post: Post, cycle: Cycle, tax: Desk, kind: Literal["return", "correction"]
) -> None:
    refused(post.desk, "deliver.nothing", deliver, cycle, ZEIMU, kind)
    say(tax, "重点-1", "進めた。")
    post.take_in(hand_over(tax))
    refused(post.desk, "deliver.nothing", deliver, cycle, ZEIMU, kind)
    refused(post.desk, "department.unknown", deliver, cycle, "ない課", kind)


def test_everything_about_a_department_goes_along_so_that_the_newest_file_is_enough(
    post: Post, cycle: Cycle, tax: Desk
) -> None:
    for code in ("重点-1", "重点-2"):
        say(tax, code, "進めた。")
    post.take_in(hand_over(tax))
    answer(post.desk, cycle, "検討-4", FUKUSHI)
    for code in ("重点-1", "重点-2"):
        post.desk.do(at, cycle, code, ZEIMU, reviews.return_reply, ["results"], "件数は。")
        made = post.returned(cycle, ZEIMU)
    body = made.package.body
    assert isinstance(body, Records)
    assert {each.department for each in body.revisions} | {each.department for each in body.reviews} == {uid(ZEIMU)}
    assert made.package.stamp.head.count == "2"
    receive(tax, made)
    assert [slot_of(tax, cycle, each, ZEIMU).state for each in ("重点-1", "重点-2")] == ["returned"] * 2


def test_a_correction_in_the_room_comes_home(post: Post, cycle: Cycle, tax: Desk) -> None:
    say(tax, "重点-1", "進めた。")
    post.take_in(hand_over(tax))
    post.desk.do(at, cycle, "重点-1", ZEIMU, reviews.accept_reply)
    post.desk.do(reviews.correct, cycle, "重点-1", "results", "会議で直した。")
    made = post.desk.do(deliver, cycle, ZEIMU, "correction")
    assert (made.name, receive(tax, made).kind) == ("第1回_税務課_席上修正.dxd", "correction")
    view = slot_of(tax, newest(tax), "重点-1", ZEIMU)
    assert view.counted is not None
    assert view.counted.answer is not None
    assert view.counted.answer.results == "会議で直した。"
    say(tax, "重点-1", "そのあとも進めた。")
    taken = post.take_in(hand_over(tax))
    assert [(row.kind, row.reason) for row, _ in taken.rows] == [("additional", None)]
    assert verify(tax.database).ok


def settled_between_two(post: Post, cycle: Cycle) -> tuple[Desk, Desk]:
    """Two PCs of 税務課 that said different things about 重点-1, which the secretariat has put right."""
    inquiry = post.inquiries(cycle, ZEIMU)[ZEIMU]
    one, two = post.liaison(inquiry, name="田中"), post.liaison(inquiry, name="鈴木")
    say(one, "重点-1", "田中が書いた。")
    say(two, "重点-1", "鈴木が書いた。")
    for each in (one, two):
        post.take_in(hand_over(each))
    post.desk.do(reviews.settle, cycle, "重点-1", ZEIMU, {"results": "both"})
    return one, two


def test_a_department_is_told_what_counts_after_a_conflict_was_settled(post: Post, cycle: Cycle) -> None:
    one, two = settled_between_two(post, cycle)
    assert [each.kind for each in post.desk.ask(delivered.untold, cycle)[uid(ZEIMU)]] == ["settle"]
    assert post.desk.ask(delivered.corrected, cycle) == ()
    made = post.desk.do(deliver, cycle, ZEIMU, "correction")
    assert made.package.stamp.head.count == "1"
    assert post.desk.ask(delivered.untold, cycle) == {}
    for each in (one, two):
        receive(each, made)
        (head,) = slot_of(each, newest(each), "重点-1", ZEIMU).heads
        assert head.answer is not None
        assert head.answer.results == "田中が書いた。\n鈴木が書いた。"
        assert head.author.name == post.desk.actor.name
    say(two, "重点-1", "そのあとも進めた。")
    taken = post.take_in(hand_over(two))
    assert [(row.kind, row.reason) for row, _ in taken.rows] == [("additional", None)]
    (head,) = slot_of(post.desk, cycle, "重点-1", ZEIMU).heads
    assert head.answer is not None
    assert head.answer.results == "そのあとも進めた。"
    assert verify(one.database).ok
    assert verify(two.database).ok


def test_a_return_tells_of_what_was_settled_before_it_too(post: Post, cycle: Cycle) -> None:
    one, _ = settled_between_two(post, cycle)
    post.desk.do(at, cycle, "重点-1", ZEIMU, reviews.return_reply, ["results"], "件数は。")
    receive(one, post.returned(cycle, ZEIMU))
    assert post.desk.ask(delivered.untold, cycle) == {}
    assert slot_of(one, newest(one), "重点-1", ZEIMU).state == "returned"


def test_what_was_written_for_a_department_that_answers_by_files_is_told_it(
    post: Post, cycle: Cycle, tax: Desk
) -> None:
    answer(post.desk, cycle, "重点-2", ZEIMU)
    assert post.desk.ask(delivered.untold, cycle) == {}  # it said nothing about that itself
    say(tax, "重点-1", "進めた。")
    post.take_in(hand_over(tax))
    answer(post.desk, cycle, "重点-1", ZEIMU, results="電話で聞いた。")
    assert list(post.desk.ask(delivered.untold, cycle)) == [uid(ZEIMU)]
    receive(tax, post.desk.do(deliver, cycle, ZEIMU, "correction"))
    say(tax, "重点-1", "そのあとも進めた。")
    assert [row.kind for row, _ in post.take_in(hand_over(tax)).rows] == ["additional", "same"]


def test_what_must_not_leave_is_nothing_to_tell(post: Post, cycle: Cycle, tax: Desk) -> None:
    say(tax, "重点-1", "進めた。")
    post.take_in(hand_over(tax))
    accepted(post.desk, cycle, "重点-1", ZEIMU, private_memo="内緒の覚え", results="直した。")
    assert post.desk.ask(delivered.untold, cycle) == {}
    refused(post.desk, "deliver.nothing", deliver, cycle, ZEIMU, "correction")


def test_a_department_that_answers_by_reply_forms_gets_no_file(post: Post, cycle: Cycle) -> None:
    post.inquiries(cycle, ZEIMU)
    assert post.desk.ask(delivered.by_files, cycle.id) == {uid(ZEIMU)}
    filled = filled_form(post.desk, cycle, ZEIMU, "重点-1", "表で書いた。")
    post.desk.do(taking_in.take_in, filled, "回答票.xlsx")
    answer(post.desk, cycle, "重点-1", ZEIMU)
    assert post.desk.ask(delivered.by_forms, cycle.id) == {uid(ZEIMU)}
    assert post.desk.ask(delivered.by_files, cycle.id) == set()
    assert post.desk.ask(delivered.untold, cycle) == {}


def filled_form(desk: Desk, cycle: Cycle, department: str, code: str, results: str) -> Arrival:
    """A 回答票 of a department in which one answer was written."""
    revision = Revision(
        kind="answer",
        cycle=cycle.id,
        unit=desk.ask(plans.plan).unit(code).id,
        department=uid(department),
        parents=(),
        answer=Answer(status="ok", results=results),
        author=Author("liaison", uid(department), None),
        moment=MOMENT,
    )
    return Arrival("0" * 64, "form", cycle.id, uid(department), "回答票", 0, MOMENT, (revision,))


def test_what_holds_a_memo_and_who_confirmed_it_stay(post: Post, cycle: Cycle, tax: Desk) -> None:
    secret = accepted(post.desk, cycle, "重点-1", ZEIMU, private_memo="内緒の覚え", results="直した。")
    answer(post.desk, cycle, "重点-2", ZEIMU)
    post.desk.do(at, cycle, "重点-2", ZEIMU, replies.confirm, by="髙橋")
    post.desk.do(at, cycle, "重点-2", ZEIMU, reviews.return_reply, ["results"], "件数は。")
    body = post.returned(cycle, ZEIMU).package.body
    assert isinstance(body, Records)
    assert secret not in {each.id for each in body.revisions}
    assert {each.kind for each in body.reviews} == {"accept", "return"}
    assert "内緒の覚え" not in repr(body)


def test_an_heir_is_told_about_the_old_slots_too(post: Post, cycle: Cycle) -> None:
    answer(post.desk, cycle, "重点-1", ZEIMU)
    post.desk.do(at, cycle, "重点-1", ZEIMU, reviews.return_reply, ["results"], "件数は。")
    post.desk.do(departments.close_department, ZEIMU, on=DUE, successor=SOUMU)
    heir = post.liaison(post.inquiries(cycle, SOUMU)[SOUMU])
    receive(heir, post.returned(cycle, SOUMU))
    assert slot_of(heir, newest(heir), "重点-1", ZEIMU).state == "returned"
    say(heir, "重点-1", "件数は6件である。", department=ZEIMU)
    assert [row.kind for row, _ in post.take_in(hand_over(heir)).rows] == ["additional"]


def test_a_passphrase_locks_what_goes_back(post: Post, cycle: Cycle) -> None:
    answer(post.desk, cycle, "重点-1", ZEIMU)
    post.desk.do(at, cycle, "重点-1", ZEIMU, reviews.return_reply, ["results"], "件数は。")
    made = post.desk.do(deliver, cycle, ZEIMU, "return", "さくら")
    assert receiving.locked(made.content)
    assert receiving.read_from_secretariat(made.content, "さくら") == made.package


def test_only_the_secretariat_sends_anything_back(post: Post, cycle: Cycle, tax: Desk) -> None:
    say(tax, "重点-1", "進めた。")
    made = hand_over(tax)
    taken, arrival = post.take_in(made), post.arrival(made)
    keys = post.desk.do(ready_keys)
    write(post.desk, cycle, "重点-2", ZEIMU)
    post.desk.actor = acting("liaison", ZEIMU)
    refused(post.desk, "permission.role", delivering.receipt, arrival, taken, keys)
    refused(post.desk, "permission.role", delivering.cancelled_receipt, made.package.id, keys)
    refused(post.desk, "permission.role", delivering.deliver, cycle, ZEIMU, "return", keys)
