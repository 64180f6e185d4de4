"""What a department's database takes in, from whom, and what it refuses unchanged."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import ActionItem
from dxdesk.domain.packages import Content, Inquiry, Numbered, PlanNews
from dxdesk.domain.plan_records import plan_record
from dxdesk.domain.records import canonical
from dxdesk.exchange.sealing import public_of
from dxdesk.operations import (
    action_items,
    delivering,
    departments,
    handing_over,
    inquiring,
    meeting_records,
    meetings,
    receiving,
    replies,
    reviews,
    taking_back,
)
from dxdesk.operations import cycles as verbs
from dxdesk.operations.change import Change
from dxdesk.operations.sender_keys import ready_keys
from dxdesk.operations.sending import PackageFile, make_package
from dxdesk.store.queries import cycles, finding, packages, plans
from dxdesk.store.queries import meetings as meetings_on_file
from dxdesk.store.queries import replies as on_file
from dxdesk.store.queries.hand_overs import handed_over
from dxdesk.store.verification import verify
from tests.builders import (
    AS_OF,
    COMMITTEE,
    DUE,
    FUKUSHI,
    PLAN,
    SOUMU,
    ZEIMU,
    answer,
    at,
    dump,
    open_desk,
    problem,
    refused,
    slot_of,
    start_cycle,
    uid,
)
from tests.databases import open_anywhere
from tests.post import Post, hand_over, newest, receive, say


def opening(made: PackageFile) -> Any:
    return receiving.read_from_secretariat(made.content)


def returned(post: Post, cycle: Cycle, department: str, code: str) -> PackageFile:
    """A 差戻し of an answer that 事務局 wrote on behalf of a department."""
    answer(post.desk, cycle, code, department)
    post.desk.do(at, cycle, code, department, reviews.return_reply, ["results"], "件数は。")
    return post.returned(cycle, department)


def test_the_same_file_again_changes_nothing(post: Post, cycle: Cycle, tax: Desk) -> None:
    made = returned(post, cycle, ZEIMU, "重点-1")
    first = receive(tax, made)
    assert (first.kind, first.cycle, first.department, first.known) == ("return", cycle.id, uid(ZEIMU), False)
    before = dump(tax)
    assert receive(tax, made) == replace(first, known=True)
    assert dump(tax) == before
    assert verify(tax.database).ok


def test_only_an_inquiry_or_a_view_begins_a_database(post: Post, cycle: Cycle) -> None:
    made = returned(post, cycle, ZEIMU, "重点-1")
    assert problem(post.liaison, made).code == "receive.inquiry_first"


def test_a_reply_is_for_the_secretariat_alone(tax: Desk) -> None:
    say(tax, "重点-1", "進めた。")
    made = hand_over(tax)
    assert problem(opening, made).code == "package.sealed"
    refused(tax, "receive.reply", receiving.receive, made.package)


def test_the_secretariat_takes_nothing_in_here(post: Post, cycle: Cycle) -> None:
    made = post.inquiries(cycle, ZEIMU)[ZEIMU]
    refused(post.desk, "receive.secretariat", receiving.receive, made.package)


def test_a_file_signed_by_somebody_else_is_refused(post: Post, cycle: Cycle, tax: Desk) -> None:
    say(tax, "重点-1", "進めた。")
    key = tax.ask(packages.reply_keys_of, cycle.id)[0].private
    assert key is not None
    private = key
    (forged,) = (
        tax.do(lambda change: make_package(
            change, "return", hand_over_body(change, cycle), private,
            cycle=cycle, department=plans.departments(change.connection)[1], count=1,
        )),
    )  # fmt: skip
    refused(tax, "receive.other_key", receiving.receive, opening(forged))


def hand_over_body(change: Change, cycle: Cycle) -> Any:
    made = handing_over.hand_over(change, cycle, ZEIMU)
    return made.package.body


def test_a_file_of_another_town_is_refused(post: Post, tax: Desk, empty_file: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.db"
    shutil.copyfile(empty_file, elsewhere)
    with open_anywhere(elsewhere) as database:
        strange = Post(open_desk(database), empty_file, tmp_path)
        made = strange.inquiries(start_cycle(strange.desk), ZEIMU)[ZEIMU]
    refused(tax, "receive.other_town", receiving.receive, opening(made))


def test_what_is_about_a_cycle_of_which_no_inquiry_came_is_refused(post: Post, cycle: Cycle, tax: Desk) -> None:
    post.desk.do(verbs.close_cycle, cycle)
    post.desk.do(verbs.open_cycle, "第2回", as_of=AS_OF, due=DUE)
    made = returned(post, newest(post.desk), ZEIMU, "重点-1")
    assert refused(tax, "receive.no_inquiry", receiving.receive, opening(made)).values == {"cycle": "第2回"}


def test_a_file_for_another_department_is_refused(post: Post, cycle: Cycle, tax: Desk) -> None:
    made = returned(post, cycle, FUKUSHI, "検討-4")
    refused(tax, "receive.other_department", receiving.receive, opening(made))
    receive(tax, post.inquiries(cycle, FUKUSHI)[FUKUSHI])  # one computer for both
    assert receive(tax, made).kind == "return"
    assert slot_of(tax, newest(tax), "検討-4", FUKUSHI).state == "returned"


def test_what_was_sent_to_an_heir_about_the_old_slot_alone_is_kept(post: Post, cycle: Cycle, tax: Desk) -> None:
    answer(post.desk, cycle, "検討-4", SOUMU)
    made = returned(post, cycle, ZEIMU, "重点-1")
    post.desk.do(departments.close_department, ZEIMU, on=DUE, successor=SOUMU)
    everything = post.returned(cycle, SOUMU)
    assert {each.department for each in records(everything)} == {uid(ZEIMU), uid(SOUMU)}
    receive(tax, everything)
    assert {each.department for each in tax.ask(on_file.revisions, cycle.id)} == {uid(ZEIMU)}
    assert receive(tax, made).known is False


def records(made: PackageFile) -> Any:
    return made.package.body.revisions  # type: ignore[union-attr]


def test_a_database_that_answers_does_not_only_look_and_the_other_way_round(
    post: Post, cycle: Cycle, tax: Desk
) -> None:
    view, inquiry = post.desk.do(inquiring.make_view), post.inquiries(cycle, FUKUSHI)[FUKUSHI]
    refused(tax, "receive.beside_inquiry", receiving.receive, opening(view))
    assert newest(tax).open
    looking = post.liaison(view)
    refused(looking, "receive.beside_view", receiving.receive, opening(inquiry))
    assert receive(looking, post.desk.do(inquiring.make_view)).known is False


def test_an_inquiry_with_another_plan_is_refused(post: Post, cycle: Cycle, tax: Desk) -> None:
    made = post.inquiries(cycle, ZEIMU)[ZEIMU]
    body = made.package.body
    assert isinstance(body, Inquiry)
    other = Numbered(2, Content(canonical(plan_record(replace(PLAN, uuid=uid("別の計画"), title="別の計画")))))
    forged = replace(made.package, id="1" * 64, body=replace(body, plans=(*body.plans, other)))
    assert refused(tax, "receive.other_plan", receiving.receive, forged).values == {"title": "別の計画"}


def test_a_newer_inquiry_brings_who_is_asked_now_and_an_older_one_nothing_but_its_key(
    post: Post, cycle: Cycle, tax: Desk
) -> None:
    older = post.inquiries(cycle, ZEIMU)[ZEIMU]
    post.desk.do(verbs.reassign, cycle, "検討-4", [FUKUSHI], "担当が替わった")
    post.desk.do(departments.rename_department, FUKUSHI, "福祉介護課")
    newer = post.inquiries(cycle, ZEIMU)[ZEIMU]
    for made in (newer, older):
        receive(tax, made)
        unit = tax.ask(plans.plan).unit("検討-4").id
        assert tax.ask(cycles.asked, cycle.id, unit) == {unit: (uid(FUKUSHI),)}
        assert "福祉介護課" in plans_names(tax)
    assert len(tax.ask(packages.reply_keys_of, cycle.id)) == 3


def test_what_a_secretariat_did_anew_after_going_back_to_a_backup_comes_in_beside_what_is_here(
    post: Post, cycle: Cycle, tax: Desk
) -> None:
    """The database id is that of before; the cycle of the same name, and the plan of the same number, are others."""
    say(tax, "重点-1", "前の照会に書いた。")
    made = post.inquiries(cycle, ZEIMU)[ZEIMU].package
    assert isinstance(made.body, Inquiry)
    (plan,) = made.body.plans
    other = Numbered(plan.number, Content(canonical(plan_record(replace(PLAN, title="直した計画")))))
    revision = hashlib.sha256(other.content.encode()).hexdigest()
    anew = replace(made.body.cycles[-1], id=uid("開け直した回"), plan_revision=revision)
    body = replace(made.body, plans=(other,), cycles=(anew,))
    tax.do(receiving.receive, replace(made, id="f" * 64, stamp=replace(made.stamp, cycle=anew.id), body=body))
    assert [each.name for each in tax.ask(cycles.cycles)] == ["第1回（旧1）", "第1回"]
    assert newest(tax).id == anew.id
    assert [each.answer.results for each in tax.ask(on_file.drafts, cycle.id)] == ["前の照会に書いた。"]
    assert tax.ask(plans.plan_revision).id == revision
    assert tax.ask(plans.plan_revision).number == plan.number + 1
    assert verify(tax.database).ok


def plans_names(desk: Desk) -> Any:
    return plans.names(desk.ask(plans.departments)).values()


def test_a_slot_taken_away_since_stays_where_it_was_answered_and_the_database_whole(
    post: Post, cycle: Cycle, tax: Desk
) -> None:
    say(tax, "検討-4", "進めた。")
    made = hand_over(tax)
    say(tax, "重点-1", "書いたが渡していない。")
    for code in ("検討-4", "重点-1"):
        post.desk.do(verbs.reassign, cycle, code, [FUKUSHI], "担当が替わった")
    receive(tax, post.inquiries(cycle, ZEIMU)[ZEIMU])
    assert verify(tax.database).ok
    asked = tax.ask(cycles.asked, cycle.id)
    assert [uid(ZEIMU) in asked[tax.ask(plans.plan).unit(each).id] for each in ("検討-4", "重点-1")] == [True, False]
    assert len(records(hand_over(tax))) == 1
    assert verify(tax.database).ok
    taken = post.take_in(made)
    assert (taken.result, [row.reason for row, _ in taken.rows]) == ("held", ["not_asked"])


def test_a_slot_added_since_comes_with_what_is_returned_in_it(post: Post, cycle: Cycle, tax: Desk) -> None:
    post.desk.do(verbs.reassign, cycle, "検討-5", [ZEIMU], "担当が替わった")
    receive(tax, returned(post, cycle, ZEIMU, "検討-5"))
    assert slot_of(tax, newest(tax), "検討-5", ZEIMU).state == "returned"
    assert verify(tax.database).ok


def test_news_of_the_plan_are_kept_and_change_no_cycle(post: Post, cycle: Cycle, tax: Desk) -> None:
    before = tax.ask(plans.plan_revision).id
    newer = Numbered(2, Content(canonical(plan_record(replace(PLAN, edition="第2版")))))

    def news(change: Change) -> PackageFile:
        keys = ready_keys(change)
        return make_package(change, "plan", PlanNews(newer), keys.signing_private, cycle=None, department=None, count=1)

    assert receive(tax, post.desk.do(news)).kind == "plan"
    assert tax.ask(plans.plan_revision).plan.edition == "第2版"
    assert newest(tax).plan_revision == before
    assert verify(tax.database).ok


def test_the_newest_receipt_speaks_in_whatever_order_they_come(post: Post, cycle: Cycle, tax: Desk) -> None:
    say(tax, "重点-1", "進めた。")
    made = hand_over(tax)
    taken = post.take_in(made)
    received = post.receipt(made, taken)
    post.desk.do(taking_back.cancel_taking_in, taken.outcome.id)

    def cancelled(change: Change) -> PackageFile:
        return delivering.cancelled_receipt(change, taken.outcome.id, ready_keys(change))

    receive(tax, post.desk.do(cancelled))
    assert state(tax, cycle) == "cancelled"
    receive(tax, received)
    assert state(tax, cycle) == "cancelled"
    receive(tax, post.receipt(made, post.take_in(made)))
    assert state(tax, cycle) == "received"
    say(tax, "重点-2", "進めた。")
    hand_over(tax)
    assert state(tax, cycle) == "handed_over"


def state(tax: Desk, cycle: Cycle) -> str | None:
    given = tax.ask(handed_over, cycle.id, uid(ZEIMU))
    return given.state if given else None


def test_what_was_answered_here_stays_beside_how_it_counted(post: Post, cycle: Cycle, tax: Desk) -> None:
    say(tax, "重点-1", "進めた。")
    post.take_in(hand_over(tax))
    post.desk.do(at, cycle, "重点-1", ZEIMU, reviews.accept_reply)
    post.desk.do(verbs.close_cycle, cycle)
    post.desk.do(verbs.open_cycle, "第2回", as_of=DUE, due=DUE)
    receive(tax, post.inquiries(newest(post.desk), ZEIMU)[ZEIMU])
    assert [each.open for each in tax.ask(cycles.cycles)] == [False, True]
    assert verify(tax.database).ok
    closed = tax.ask(cycles.cycles)[0]
    tax.do(at, closed, "重点-1", ZEIMU, replies.record_draft, {"results": "あとから書き足した。"})
    tax.do(at, closed, "重点-1", ZEIMU, replies.submit)
    made = tax.do(handing_over.hand_over, closed, ZEIMU)
    assert made.package.body.late  # type: ignore[union-attr]
    post.desk.do(verbs.reopen_cycle, cycle, "追加の回答が届いた")
    taken = post.take_in(made)
    assert [(row.kind, row.reason) for row, _ in taken.rows] == [("additional", None)]
    assert slot_of(post.desk, cycle, "重点-1", ZEIMU).state == "submitted"


def test_what_counted_in_other_words_follows_what_was_written_here(post: Post, cycle: Cycle, tax: Desk) -> None:
    say(tax, "重点-1", "進めた。")
    post.take_in(hand_over(tax))
    post.desk.do(at, cycle, "重点-1", ZEIMU, reviews.accept_reply)
    post.desk.do(reviews.correct, cycle, "重点-1", "results", "会議で直した。")
    post.desk.do(verbs.close_cycle, cycle)
    for name in ("第2回", "第3回"):
        post.desk.do(verbs.open_cycle, name, as_of=DUE, due=DUE)
        receive(tax, post.inquiries(newest(post.desk), ZEIMU)[ZEIMU])
        post.desk.do(verbs.close_cycle, newest(post.desk))
    (head,) = slot_of(tax, tax.ask(cycles.cycles)[0], "重点-1", ZEIMU).heads
    assert head.answer is not None
    assert head.answer.results == "会議で直した。"
    assert len(tax.ask(on_file.revisions, cycle.id)) == 3  # with what counts for the unit as a whole
    assert verify(tax.database).ok


@pytest.fixture
def given(post: Post, cycle: Cycle) -> str:
    """The id of a 宿題 of 税務課 of a meeting that is closed."""
    post.desk.do(meetings.hold_meeting, cycle, COMMITTEE, day=date(2025, 2, 13))
    held = post.desk.ask(finding.meeting)
    post.desk.do(meeting_records.record_action, held, None, [ZEIMU], None, "窓口を数える。")
    post.desk.do(meetings.close_meeting, held)
    return post.desk.ask(meetings_on_file.actions, held.id)[0].id


def action(desk: Desk, identity: str) -> ActionItem:
    return next(each for each in desk.ask(meetings_on_file.all_actions) if each.id == identity)


def test_what_a_department_has_to_do_comes_along_and_goes_back_with_its_reply(
    post: Post, cycle: Cycle, given: str
) -> None:
    tax = post.liaison(post.inquiries(cycle, ZEIMU)[ZEIMU])
    assert (action(tax, given).text, action(tax, given).state) == ("窓口を数える。", "open")
    say(tax, "重点-1", "進めた。")
    tax.do(action_items.follow_up, given, "done", "3か所あった。")
    post.take_in(hand_over(tax))
    assert (action(post.desk, given).state, action(post.desk, given).outcome) == ("done", "3か所あった。")
    assert verify(tax.database).ok
    assert verify(post.desk.database).ok


def test_what_was_done_here_stays_where_the_words_of_it_change(post: Post, cycle: Cycle, given: str) -> None:
    tax = post.liaison(post.inquiries(cycle, ZEIMU)[ZEIMU])
    tax.do(action_items.follow_up, given, "carried", "数えている。")
    later = date(2025, 3, 7)
    post.desk.do(action_items.postpone, given, later, "人手が足りない")
    for _ in range(2):
        receive(tax, post.inquiries(cycle, ZEIMU)[ZEIMU])
        assert (action(tax, given).due, action(tax, given).outcome) == (later, "数えている。")
    assert verify(tax.database).ok
    other = post.liaison(post.inquiries(cycle, FUKUSHI)[FUKUSHI])
    assert other.ask(meetings_on_file.all_actions) == ()


def test_a_database_is_begun_only_by_whoever_signed_the_inquiry(post: Post, cycle: Cycle) -> None:
    package = post.inquiries(cycle, ZEIMU)[ZEIMU].package
    body = package.body
    assert isinstance(body, Inquiry)
    stranger = post.inquiries(cycle, FUKUSHI)[FUKUSHI].package.body
    assert isinstance(stranger, Inquiry)
    forged = replace(package, key=public_of(stranger.reply_key))
    assert problem(receiving.check_inquiry, forged).code == "package.changed"
    assert receiving.check_inquiry(package) is body
