"""Files taken in, taken back and taken in again: what each row means, and what stays held."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.arrivals import Arrival, Place
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.packages import FollowUp
from dxdesk.operations import cycles as verbs
from dxdesk.operations import meeting_records, meetings, replies, reviews, taking_back, taking_in
from dxdesk.operations.action_items import follow_up
from dxdesk.operations.change import Change
from dxdesk.store.database import Database
from dxdesk.store.queries import finding, packages, plans
from dxdesk.store.queries import meetings as meetings_on_file
from dxdesk.store.verification import verify
from tests.builders import COMMITTEE, MOMENT, SOUMU, ZEIMU, at, dump, refused, slot_of, uid
from tests.post import Post, hand_over, newest, say, sign_again


def slot(desk: Desk, code: str, department: str = ZEIMU) -> Place:
    return desk.ask(plans.plan).unit(code).id, uid(department)


def test_a_row_left_unticked_after_a_cancellation_can_be_cancelled_with_its_file_once_more(
    post: Post, cycle: Cycle, tax: Desk
) -> None:
    say(tax, "重点-1", "進めた。")
    say(tax, "重点-2", "進めた。")
    made = hand_over(tax)
    taken = post.take_in(made)
    post.desk.do(taking_back.cancel_taking_in, taken.outcome.id)
    post.take_in(made, ticked=[slot(post.desk, "重点-1")])
    assert slot_of(post.desk, cycle, "重点-2", ZEIMU).state == "unanswered"
    assert [each.unit for each in post.desk.ask(packages.held)] == [slot(post.desk, "重点-2")[0]]
    post.desk.do(taking_back.cancel_taking_in, taken.outcome.id)
    assert post.desk.ask(packages.held) == ()
    assert post.take_in(made).result == "taken"
    assert [slot_of(post.desk, cycle, each, ZEIMU).state for each in ("重点-1", "重点-2")] == ["submitted"] * 2


def test_what_another_file_brings_is_held_no_longer_and_is_held_again_without_it(
    post: Post, cycle: Cycle, tax: Desk
) -> None:
    say(tax, "重点-1", "進めた。")
    first = hand_over(tax)
    say(tax, "重点-2", "進めた。")
    second = hand_over(tax)
    post.take_in(first, ticked=[])
    assert [each.reason for each in post.desk.ask(packages.held, cycle.id)] == ["unticked"]
    taken = post.take_in(second)
    assert post.desk.ask(packages.held, cycle.id) == ()
    post.desk.do(taking_back.cancel_taking_in, taken.outcome.id)
    assert [each.unit for each in post.desk.ask(packages.held)] == [slot(post.desk, "重点-1")[0]]


def test_a_version_used_without_the_one_before_hides_no_other_newest_version(post: Post, cycle: Cycle) -> None:
    inquiry = post.inquiries(cycle, ZEIMU)[ZEIMU]
    one, two = post.liaison(inquiry), post.liaison(inquiry, name="鈴木")
    say(one, "重点-1", "田中が書いた。")
    post.take_in(hand_over(one))
    say(two, "重点-1", "鈴木が書いた。")
    hand_over(two)
    say(two, "重点-1", "鈴木が直した。")
    post.desk.do(taking_in.take_in, without_first(post.arrival(hand_over(two))), "回答.dxd")
    assert slot_of(post.desk, cycle, "重点-1", ZEIMU).state == "waiting"
    post.desk.do(taking_back.without_earlier, cycle, "重点-1", ZEIMU)
    view = slot_of(post.desk, cycle, "重点-1", ZEIMU)
    assert view.state == "conflict"
    assert {each.answer.results for each in view.heads if each.answer} == {"田中が書いた。", "鈴木が直した。"}


def without_first(arrival: Arrival) -> Arrival:
    return replace(arrival, revisions=tuple(each for each in arrival.revisions if each.parents))


def test_a_withdrawal_that_waits_can_be_used_without_the_one_before(post: Post, cycle: Cycle, tax: Desk) -> None:
    say(tax, "重点-1", "進めた。")
    hand_over(tax)
    tax.do(at, newest(tax), "重点-1", ZEIMU, replies.withdraw)
    post.desk.do(taking_in.take_in, without_first(post.arrival(hand_over(tax))), "回答.dxd")
    assert slot_of(post.desk, cycle, "重点-1", ZEIMU).state == "waiting"
    post.desk.do(taking_back.without_earlier, cycle, "重点-1", ZEIMU)
    view = slot_of(post.desk, cycle, "重点-1", ZEIMU)
    assert (view.state, view.waiting) == ("withdrawn", ())


def test_another_file_with_a_number_that_came_before_is_taken_in_and_told(post: Post, cycle: Cycle, tax: Desk) -> None:
    say(tax, "重点-1", "進めた。")
    first = hand_over(tax)
    post.take_in(first)
    say(tax, "重点-2", "進めた。")
    body = hand_over(tax).package.body
    stamp = first.package.stamp
    head = replace(stamp.head, count="2")
    second = sign_again(tax, body, number=stamp.number, sequence=stamp.sequence, head=head)  # type: ignore[arg-type]
    seen = post.examined("別の名前.dxd", second.content)
    assert (seen.problem, seen.number_used, seen.taken_before) == (None, first.name, None)
    assert post.examined(first.name, first.content).number_used is None
    assert post.take_in(second).result == "taken"
    assert slot_of(post.desk, cycle, "重点-2", ZEIMU).state == "submitted"


def test_a_department_taken_off_after_its_file_was_cancelled_leaves_the_database_whole(
    post: Post, cycle: Cycle, tax: Desk
) -> None:
    say(tax, "重点-1", "進めた。")
    made = hand_over(tax)
    post.desk.do(taking_back.cancel_taking_in, post.take_in(made).outcome.id)
    post.desk.do(verbs.reassign, cycle, "重点-1", [SOUMU], "担当が替わった")
    assert verify(post.desk.database).ok
    taken = post.take_in(made)
    assert (taken.result, [(row.kind, row.reason) for row, _ in taken.rows]) == ("held", [("waiting", "not_asked")])
    assert verify(post.desk.database).ok


@pytest.mark.parametrize("verb", [reviews.accept_reply, reviews.return_reply])
def test_what_was_reviewed_cannot_be_cancelled_but_what_was_only_confirmed_can(
    post: Post, cycle: Cycle, tax: Desk, verb: object
) -> None:
    say(tax, "重点-1", "進めた。")
    tax.actor = replace(tax.actor, role="head")
    tax.do(at, newest(tax), "重点-1", ZEIMU, replies.confirm, by="髙橋")
    tax.actor = replace(tax.actor, role="liaison")
    made = hand_over(tax)
    taken = post.take_in(made)
    post.desk.do(taking_back.cancel_taking_in, taken.outcome.id)
    post.take_in(made)
    rest = () if verb is reviews.accept_reply else (["results"], "件数は。")
    post.desk.do(at, cycle, "重点-1", ZEIMU, verb, *rest)  # type: ignore[arg-type]
    refused(post.desk, "cancel.reviewed", taking_back.cancel_taking_in, taken.outcome.id)
    post.desk.do(at, cycle, "重点-1", ZEIMU, reviews.undo_review)
    refused(post.desk, "cancel.reviewed", taking_back.cancel_taking_in, taken.outcome.id)


def test_what_was_settled_says_so_and_what_else_was_done_with_the_file(post: Post, cycle: Cycle) -> None:
    inquiry = post.inquiries(cycle, ZEIMU)[ZEIMU]
    one, two = post.liaison(inquiry), post.liaison(inquiry, name="鈴木")
    for desk in (one, two):
        say(desk, "重点-1", f"{desk.actor.name}が書いた。")
    say(two, "重点-2", "鈴木が進めた。")
    post.take_in(hand_over(one))
    taken = post.take_in(hand_over(two))
    post.desk.do(reviews.settle, cycle, "重点-1", ZEIMU, {"results": "ours"})
    found = refused(post.desk, "cancel.settled", taking_back.cancel_taking_in, taken.outcome.id)
    assert (found.values["places"], found.problems) == (f"重点-1 {ZEIMU}", ())
    post.desk.do(at, cycle, "重点-2", ZEIMU, reviews.accept_reply)
    found = refused(post.desk, "cancel.settled", taking_back.cancel_taking_in, taken.outcome.id)
    assert [(each.code, each.values["places"]) for each in found.problems] == [
        ("cancel.reviewed", f"重点-2 {ZEIMU}"),
    ]


@pytest.fixture
def given(desk: Desk, cycle: Cycle) -> str:
    """The id of a 宿題 of 税務課 and of 総務課."""
    desk.do(meetings.hold_meeting, cycle, COMMITTEE, day=date(2025, 2, 13))
    held = desk.ask(finding.meeting)
    desk.do(meeting_records.record_action, held, None, [ZEIMU, SOUMU], None, "窓口を数える。")
    desk.do(meetings.close_meeting, held)
    return desk.ask(meetings_on_file.actions, held.id)[0].id


def followed_up(change: Change, action: str) -> tuple[str, str | None]:
    return next(
        (each.state, each.outcome) for each in meetings_on_file.all_actions(change.connection) if each.id == action
    )


def test_every_order_of_files_leaves_a_follow_up_as_the_last_one_said_it(
    database: Database, post: Post, cycle: Cycle, tax: Desk, given: str
) -> None:
    said = (("open", "数え始めた。"), ("done", "数えた。"), ("carried", "数え直す。"))
    files = [
        replace(arrival, follow_ups=(FollowUp(given, state, outcome, MOMENT, "田中"),))  # type: ignore[arg-type]
        for (state, outcome), arrival in zip(said, three_files(post, tax), strict=True)
    ]
    found = set()
    with database.change() as connection:
        change = Change(connection, post.desk.actor, MOMENT)
        for order in itertools.permutations(files):
            point = connection.begin_nested()
            for each in (*order, order[0]):
                taking_in.take_in(change, each, "回答.dxd")
            found.add(followed_up(change, given))
            point.rollback()
    assert found == {("carried", "数え直す。")}


def three_files(post: Post, tax: Desk) -> Iterator[Arrival]:
    for words in ("一", "二", "三"):
        say(tax, "重点-1", words)
        yield post.arrival(hand_over(tax))


def test_a_file_that_is_taken_back_says_nothing_about_a_follow_up_either(
    post: Post, cycle: Cycle, tax: Desk, given: str
) -> None:
    said = (("done", "数えた。"), ("carried", "数え直す。"))
    first, second = (
        replace(arrival, follow_ups=(FollowUp(given, state, outcome, MOMENT, "田中"),))  # type: ignore[arg-type]
        for (state, outcome), arrival in zip(said, itertools.islice(three_files(post, tax), 2), strict=True)
    )
    for each in (second, first):
        post.desk.do(taking_in.take_in, each, "回答.dxd")
    post.desk.do(taking_back.cancel_taking_in, second.id)
    assert post.desk.do(followed_up, given) == ("done", "数えた。")
    post.desk.do(taking_back.cancel_taking_in, first.id)
    assert post.desk.do(followed_up, given) == ("open", None)
    post.desk.do(taking_in.take_in, second, "回答.dxd")
    assert post.desk.do(followed_up, given) == ("carried", "数え直す。")
    post.desk.do(follow_up, given, "done", "会議で済んだ。")
    post.desk.do(taking_back.cancel_taking_in, second.id)
    assert post.desk.do(followed_up, given) == ("done", "会議で済んだ。")
    assert verify(post.desk.database).ok


def test_what_was_decided_here_about_a_follow_up_stays(post: Post, tax: Desk, given: str) -> None:
    post.desk.do(follow_up, given, "done", "会議で済んだ。")
    for each in three_files(post, tax):
        said = (
            FollowUp(given, "carried", each.made, MOMENT, "田中"),
            FollowUp(uid("ない"), "done", None, MOMENT, None),
        )
        post.desk.do(taking_in.take_in, replace(each, follow_ups=said), "回答.dxd")
    assert post.desk.do(followed_up, given) == ("done", "会議で済んだ。")


def test_a_follow_up_of_another_department_is_not_theirs_to_say(post: Post, cycle: Cycle, given: str) -> None:
    other = post.liaison(post.inquiries(cycle, "福祉課")["福祉課"])
    say(other, "検討-4", "進めた。")
    arrival = post.arrival(hand_over(other))
    said = (FollowUp(given, "done", "よその課", MOMENT, None),)
    post.desk.do(taking_in.take_in, replace(arrival, follow_ups=said), "回答.dxd")
    assert post.desk.do(followed_up, given) == ("open", None)


def test_a_file_that_brings_nothing_new_writes_nothing(post: Post, tax: Desk) -> None:
    say(tax, "重点-1", "進めた。")
    made = hand_over(tax)
    post.take_in(made)
    before = dump(post.desk)
    assert post.take_in(made).result == "duplicate"
    assert dump(post.desk) == before


def test_only_a_file_that_was_taken_in_can_be_taken_back(post: Post, cycle: Cycle, tax: Desk) -> None:
    say(tax, "重点-1", "進めた。")
    made = hand_over(tax)
    refused(post.desk, "cancel.unknown", taking_back.cancel_taking_in, made.package.id)
    sent = post.inquiries(cycle, ZEIMU)[ZEIMU]
    refused(post.desk, "cancel.unknown", taking_back.cancel_taking_in, sent.package.id)
