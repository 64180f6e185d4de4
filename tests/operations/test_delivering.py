"""What goes back to a department: 受領票, 差戻し, 席上修正, and nothing that stays at the secretariat."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.packages import Receipt, Records
from dxdesk.operations import delivering, departments, receiving, replies, reviews, taking_back
from dxdesk.operations.change import Change
from dxdesk.operations.sender_keys import ready_keys
from dxdesk.operations.sending import PackageFile
from dxdesk.store import audit
from dxdesk.store.queries import packages, plans
from dxdesk.store.verification import verify
from tests.builders import DUE, FUKUSHI, SOUMU, ZEIMU, accepted, acting, answer, at, refused, slot_of, uid, write
from tests.post import Post, hand_over, newest, receive, say


@pytest.fixture
def post(desk: Desk, empty_file: Path, tmp_path: Path) -> Iterator[Post]:
    found = Post(desk, empty_file, tmp_path)
    yield found
    found.close()


@pytest.fixture
def tax(post: Post, cycle: Cycle) -> Desk:
    """税務課's desk; it is asked about 重点-1, 重点-2 and 検討-4."""
    return post.liaison(post.inquiries(cycle, ZEIMU)[ZEIMU])


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
