"""Ask, answer offline, hand over, take in: nothing is lost, nothing is hidden, and order makes no difference."""

import itertools
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.departments import heirs
from dxdesk.domain.errors import Problem
from dxdesk.operations import cycles as verbs
from dxdesk.operations import departments, handing_over, receiving, replies, reviews, taking_back, taking_in
from dxdesk.operations.change import Change
from dxdesk.store.database import Database
from dxdesk.store.package_tables import held_rows, withheld
from dxdesk.store.queries import board, hand_overs, packages, plans
from dxdesk.store.queries import replies as on_file
from dxdesk.store.verification import verify
from tests.builders import (
    DUE,
    FUKUSHI,
    KENSETSU,
    SOUMU,
    ZEIMU,
    answer,
    at,
    open_desk,
    problem,
    refused,
    slot_of,
    start_cycle,
    uid,
)
from tests.databases import open_anywhere
from tests.post import Post, hand_over, newest, receive, say


def state(connection: Any, cycle: Cycle) -> object:
    """All that a board, a slot and the list of what is held say."""
    views = on_file.live_views(connection, cycle)
    held = connection.execute(held_rows.select().order_by(*held_rows.columns)).all()
    silent = sorted(connection.scalars(withheld.select()))
    return board.board(connection, cycle).cards, views, held, silent


def test_an_inquiry_brings_what_is_asked_and_no_more(post: Post, cycle: Cycle, tax: Desk) -> None:
    asked = newest(tax)
    assert (asked.id, asked.name, asked.open) == (cycle.id, "第1回", True)
    assert tax.ask(plans.identity).database_id == post.desk.ask(plans.identity).database_id
    assert tax.ask(plans.identity).kind == "liaison"
    assert tax.ask(packages.answering) == (uid(ZEIMU),)
    keys = tax.ask(packages.keys)
    assert keys is not None
    assert (keys.signing_private, keys.opening_private) == (None, None)
    assert verify(tax.database).ok


def test_what_was_submitted_is_an_answer_once_it_is_handed_over(post: Post, cycle: Cycle, tax: Desk) -> None:
    say(tax, "重点-1", "窓口を2つ増やした。")
    unit = tax.ask(plans.plan).unit("重点-1").id
    assert tax.ask(on_file.revisions, cycle.id) == ()
    draft = tax.ask(on_file.draft, cycle.id, unit, uid(ZEIMU))
    assert draft is not None
    assert draft.submitted
    made = hand_over(tax)
    assert made.name == "第1回_税務課_回答.dxd"
    assert tax.ask(on_file.draft, cycle.id, unit, uid(ZEIMU)) is None
    assert [each.answer.results for each in tax.ask(on_file.revisions, cycle.id) if each.answer] == [
        "窓口を2つ増やした。"
    ]
    given = tax.ask(hand_overs.handed_over, cycle.id, uid(ZEIMU))
    assert given is not None
    assert given.state == "handed_over"
    taken = post.take_in(made)
    assert [(row.kind, on_record) for row, on_record in taken.rows] == [("new", True)]
    assert slot_of(post.desk, cycle, "重点-1", ZEIMU).state == "submitted"
    receive(tax, post.receipt(made, taken))
    given = tax.ask(hand_overs.handed_over, cycle.id, uid(ZEIMU))
    assert given is not None
    assert given.state == "received"


def test_the_same_file_again_changes_nothing(post: Post, cycle: Cycle, tax: Desk) -> None:
    say(tax, "重点-1", "進めた。")
    made = hand_over(tax)
    assert post.take_in(made).result == "taken"
    before = post.desk.ask(state, cycle)
    assert post.take_in(made).result == "duplicate"
    assert post.desk.ask(state, cycle) == before


def test_a_draft_that_is_not_submitted_stays_at_home(tax: Desk, cycle: Cycle) -> None:
    tax.do(at, cycle, "重点-1", ZEIMU, replies.record_draft, {"results": "書きかけ。"})
    refused(tax, "hand_over.nothing", handing_over.hand_over, cycle, ZEIMU)


def test_the_newest_file_alone_is_enough(post: Post, cycle: Cycle, tax: Desk) -> None:
    for words in ("一つめ。", "二つめ。", "三つめ。"):
        say(tax, "重点-1", words)
        last = hand_over(tax)
    taken = post.take_in(last)
    assert [row.kind for row, _ in taken.rows] == ["new"]
    (head,) = slot_of(post.desk, cycle, "重点-1", ZEIMU).heads
    assert head.answer is not None
    assert head.answer.results == "三つめ。"
    assert len(post.desk.ask(on_file.revisions, cycle.id)) == 3


def test_an_older_file_that_comes_late_changes_nothing_that_is_seen(post: Post, cycle: Cycle, tax: Desk) -> None:
    say(tax, "重点-1", "一つめ。")
    first = hand_over(tax)
    say(tax, "重点-1", "二つめ。")
    second = hand_over(tax)
    post.take_in(second)
    before = post.desk.ask(state, cycle)
    assert [(row.kind, row.reason) for row, _ in post.take_in(first).rows] == [("same", "taken")]
    assert post.desk.ask(state, cycle) == before


def test_two_computers_of_one_department_make_a_conflict_that_a_person_settles(post: Post, cycle: Cycle) -> None:
    inquiry = post.inquiries(cycle, ZEIMU)[ZEIMU]
    one, two = post.liaison(inquiry, name="田中"), post.liaison(inquiry, name="鈴木")
    say(one, "重点-1", "田中が書いた。")
    say(two, "重点-1", "鈴木が書いた。")
    assert post.take_in(hand_over(one)).conflicts == 0
    taken = post.take_in(hand_over(two))
    assert (taken.conflicts, [row.kind for row, _ in taken.rows]) == (1, ["conflict"])
    assert slot_of(post.desk, cycle, "重点-1", ZEIMU).state == "conflict"
    post.desk.do(reviews.settle, cycle, "重点-1", ZEIMU, {"results": "both"})
    (head,) = slot_of(post.desk, cycle, "重点-1", ZEIMU).heads
    assert head.answer is not None
    assert head.answer.results == "田中が書いた。\n鈴木が書いた。"


def test_every_order_of_six_files_with_repetitions_says_the_same(database: Database, post: Post, cycle: Cycle) -> None:
    inquiries = post.inquiries(cycle)
    tax, other = post.liaison(inquiries[ZEIMU]), post.liaison(inquiries[ZEIMU], name="鈴木")
    welfare = post.liaison(inquiries[FUKUSHI])
    files = []
    for desk, words in ((tax, "甲"), (tax, "乙"), (other, "丙"), (welfare, "丁"), (welfare, "戊"), (other, "己")):
        for code in ("重点-2", "検討-4"):
            say(desk, code, f"{words}を進めた。")
        files.append(hand_over(desk))
    found = [post.arrival(each) for each in files]
    states = []
    with database.change() as connection:
        change = Change(connection, post.desk.actor, post.desk.moment())
        for order in itertools.permutations(found):
            point = connection.begin_nested()
            for each in (*order, order[0]):
                taking_in.take_in(change, each, "回答.dxd")
            states.append(state(connection, cycle))
            point.rollback()
            if len(states) == _orders(database):
                break
    assert len(states) == _orders(database)
    assert all(each == states[0] for each in states)


def _orders(database: Database) -> int:
    """All 720 on SQLite; on a server each step is a journey, and sixty are enough to see that it is the same code."""
    return 720 if "://" not in database.target else 60


def test_an_answer_that_builds_on_one_that_has_not_come_waits_for_it(post: Post, cycle: Cycle, tax: Desk) -> None:
    say(tax, "重点-1", "一つめ。")
    first = post.arrival(hand_over(tax))
    say(tax, "重点-1", "二つめ。")
    second = post.arrival(hand_over(tax))
    (newer,) = [each for each in second.revisions if each not in first.revisions]
    alone = replace(second, revisions=(newer,))
    taken = post.desk.do(taking_in.take_in, alone, "回答.dxd")
    assert [(row.kind, row.reason, on_record) for row, on_record in taken.rows] == [("waiting", "waiting", True)]
    assert slot_of(post.desk, cycle, "重点-1", ZEIMU).state == "waiting"
    post.desk.do(taking_in.take_in, first, "回答.dxd")
    view = slot_of(post.desk, cycle, "重点-1", ZEIMU)
    assert (view.state, [each.id for each in view.heads]) == ("submitted", [newer.id])


def test_a_waiting_answer_can_be_used_without_the_one_before(post: Post, cycle: Cycle, tax: Desk) -> None:
    say(tax, "重点-1", "一つめ。")
    hand_over(tax)
    say(tax, "重点-1", "二つめ。")
    second = post.arrival(hand_over(tax))
    newer = next(each for each in second.revisions if each.parents)
    alone = replace(second, revisions=(newer,))
    post.desk.do(taking_in.take_in, alone, "回答.dxd")
    post.desk.do(taking_back.without_earlier, cycle, "重点-1", ZEIMU)
    view = slot_of(post.desk, cycle, "重点-1", ZEIMU)
    assert view.state == "submitted"
    assert view.heads[0].answer is not None
    assert view.heads[0].answer.results == "二つめ。"
    refused(post.desk, "waiting.nothing", taking_back.without_earlier, cycle, "重点-1", ZEIMU)


def test_what_arrives_after_the_cycle_was_closed_is_held_and_offered_when_it_is_open_again(
    post: Post, cycle: Cycle, tax: Desk
) -> None:
    say(tax, "重点-1", "遅れて書いた。")
    made = hand_over(tax)
    post.desk.do(verbs.close_cycle, cycle)
    closed = post.desk.ask(board.board, newest(post.desk))
    taken = post.take_in(made)
    assert (taken.result, [row.kind for row, _ in taken.rows]) == ("held", ["late"])
    assert post.desk.ask(board.board, newest(post.desk)) == closed
    assert [each.reason for each in post.desk.ask(packages.held, cycle.id)] == ["late"]
    post.desk.do(verbs.reopen_cycle, cycle, "回答が届いた")
    assert post.take_in(made).result == "taken"
    assert post.desk.ask(packages.held, cycle.id) == ()
    assert slot_of(post.desk, cycle, "重点-1", ZEIMU).state == "submitted"


def test_a_row_left_unticked_is_held_and_offered_again(post: Post, cycle: Cycle, tax: Desk) -> None:
    say(tax, "重点-1", "進めた。")
    say(tax, "重点-2", "進めた。")
    made = hand_over(tax)
    unit = post.desk.ask(plans.plan).unit("重点-1").id
    taken = post.take_in(made, ticked=[(unit, uid(ZEIMU))])
    assert [on_record for _, on_record in taken.rows] == [True, False]
    assert [each.reason for each in post.desk.ask(packages.held)] == ["unticked"]
    again = post.take_in(made)
    assert (again.result, [row.kind for row, _ in again.rows]) == ("taken", ["same", "new"])
    assert post.desk.ask(packages.held) == ()


def test_a_taking_in_that_is_taken_back_says_nothing_until_it_is_taken_in_again(
    post: Post, cycle: Cycle, tax: Desk
) -> None:
    before = post.desk.ask(state, cycle)
    say(tax, "重点-1", "進めた。")
    made = hand_over(tax)
    taken = post.take_in(made)
    after = post.desk.ask(state, cycle)
    post.desk.do(taking_back.cancel_taking_in, taken.outcome.id)
    assert post.desk.ask(state, cycle)[:3] == before[:3]  # type: ignore[index]
    refused(post.desk, "cancel.already", taking_back.cancel_taking_in, taken.outcome.id)
    assert post.take_in(made).result == "taken"
    assert post.desk.ask(state, cycle) == after
    assert verify(post.desk.database).ok


def test_what_another_file_carried_too_goes_on_counting(post: Post, cycle: Cycle, tax: Desk) -> None:
    say(tax, "重点-1", "一つめ。")
    first = post.take_in(hand_over(tax))
    say(tax, "重点-2", "二つめ。")
    second = post.take_in(hand_over(tax))
    post.desk.do(taking_back.cancel_taking_in, first.outcome.id)
    assert slot_of(post.desk, cycle, "重点-1", ZEIMU).state == "submitted"
    post.desk.do(taking_back.cancel_taking_in, second.outcome.id)
    assert slot_of(post.desk, cycle, "重点-1", ZEIMU).state == "unanswered"
    assert slot_of(post.desk, cycle, "重点-2", ZEIMU).state == "unanswered"


def test_what_was_accepted_is_not_taken_back(post: Post, cycle: Cycle, tax: Desk) -> None:
    say(tax, "重点-1", "進めた。")
    taken = post.take_in(hand_over(tax))
    post.desk.do(at, cycle, "重点-1", ZEIMU, reviews.accept_reply)
    found = refused(post.desk, "cancel.reviewed", taking_back.cancel_taking_in, taken.outcome.id)
    assert found.values["places"] == "重点-1 税務課"


def test_a_returned_answer_comes_back_with_its_question(post: Post, cycle: Cycle, tax: Desk) -> None:
    say(tax, "重点-1", "進めた。")
    post.take_in(hand_over(tax))
    post.desk.do(at, cycle, "重点-1", ZEIMU, reviews.return_reply, ["issues"], "人手は足りますか。")
    assert receive(tax, post.returned(cycle, ZEIMU)).kind == "return"
    view = slot_of(tax, newest(tax), "重点-1", ZEIMU)
    assert view.state == "returned"
    assert view.returned is not None
    assert (view.returned.fields, view.returned.question) == (("issues",), "人手は足りますか。")
    say(tax, "重点-1", "進めた。人手は足りている。")
    taken = post.take_in(hand_over(tax))
    assert [row.kind for row, _ in taken.rows] == ["additional"]
    assert slot_of(post.desk, cycle, "重点-1", ZEIMU).state == "submitted"


def test_a_memo_of_the_secretariat_never_leaves_it(post: Post, cycle: Cycle, tax: Desk) -> None:
    say(tax, "重点-1", "進めた。")
    post.take_in(hand_over(tax))
    secret = {"private_memo": "内緒の覚え", "to_secretariat": "ここだけの話", "results": "直した。"}
    post.desk.do(at, cycle, "重点-1", ZEIMU, replies.record_draft, secret)
    post.desk.do(at, cycle, "重点-1", ZEIMU, replies.submit)
    post.desk.do(at, cycle, "重点-1", ZEIMU, reviews.accept_reply)
    post.desk.do(at, cycle, "重点-1", ZEIMU, reviews.return_reply, ["results"], "件数は。")
    delivered = receiving.read_from_secretariat(post.returned(cycle, ZEIMU).content)
    post.desk.do(at, cycle, "重点-1", ZEIMU, reviews.accept_reply)
    post.desk.do(verbs.close_cycle, cycle)
    later = post.desk.do(verbs.open_cycle, "第2回", as_of=DUE, due=DUE)
    assert later.outcome.id
    asked = receiving.read_from_secretariat(post.inquiries(newest(post.desk), ZEIMU)[ZEIMU].content)
    assert "直した。" in repr(asked)
    for words in ("内緒の覚え", "ここだけの話"):
        assert words not in repr(delivered)
        assert words not in repr(asked)


def test_the_section_heads_confirmation_travels_with_the_answer(post: Post, cycle: Cycle, tax: Desk) -> None:
    say(tax, "重点-1", "進めた。")
    tax.actor = type(tax.actor)("head", tax.actor.departments, "髙橋")
    tax.do(at, newest(tax), "重点-1", ZEIMU, replies.confirm, by="髙橋", title="税務課長")
    tax.actor = type(tax.actor)("liaison", tax.actor.departments, "田中")
    post.take_in(hand_over(tax))
    confirmed = slot_of(post.desk, cycle, "重点-1", ZEIMU).confirmed
    assert confirmed is not None
    assert (confirmed.name, confirmed.title) == ("髙橋", "税務課長")


def test_a_withdrawal_travels_too(post: Post, cycle: Cycle, tax: Desk) -> None:
    say(tax, "重点-1", "進めた。")
    post.take_in(hand_over(tax))
    tax.do(at, newest(tax), "重点-1", ZEIMU, replies.withdraw)
    taken = post.take_in(hand_over(tax))
    assert [(row.kind, row.reason) for row, _ in taken.rows] == [("additional", "withdrawn")]
    assert slot_of(post.desk, cycle, "重点-1", ZEIMU).state == "withdrawn"


def test_a_department_that_took_over_answers_in_the_old_slot(post: Post, cycle: Cycle) -> None:
    post.desk.do(departments.close_department, ZEIMU, on=DUE, successor=SOUMU)
    known = post.desk.ask(plans.departments)
    assert heirs(known, uid(ZEIMU))[-1] == uid(SOUMU)
    inquiries = post.inquiries(cycle)
    assert ZEIMU not in inquiries
    heir = post.liaison(inquiries[SOUMU])
    say(heir, "重点-1", "引き継いで進めた。", department=ZEIMU)
    taken = post.take_in(hand_over(heir))
    assert [row.kind for row, _ in taken.rows] == ["new"]
    head = slot_of(post.desk, cycle, "重点-1", ZEIMU).heads[0]
    assert head.answer is not None
    assert (head.department, head.author.department, head.answer.answered_for) == (uid(ZEIMU), uid(SOUMU), uid(SOUMU))


def test_files_of_another_secretariat_are_refused_on_both_sides(
    post: Post, cycle: Cycle, tax: Desk, empty_file: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere.db"
    shutil.copyfile(empty_file, elsewhere)
    (tmp_path / "more").mkdir()
    with open_anywhere(elsewhere) as database:
        strange = Post(open_desk(database), empty_file, tmp_path / "more")
        other = strange.inquiries(start_cycle(strange.desk), KENSETSU)[KENSETSU]
        asked = strange.liaison(other)
        say(asked, "検討-4", "よその町の話。")
        made = hand_over(asked)
        before = post.desk.ask(state, cycle)
        assert problem(post.take_in, made).code == "package.seal"
        assert post.desk.ask(state, cycle) == before
        with pytest.raises(Problem) as caught:
            receive(tax, other)
        assert caught.value.code == "receive.other_town"
        strange.close()


def test_what_was_settled_or_came_from_a_department_is_not_withdrawn_here(post: Post, cycle: Cycle, tax: Desk) -> None:
    say(tax, "重点-1", "課が書いた。")
    answer(post.desk, cycle, "重点-1", results="事務局が書いた。", status="ok")
    post.take_in(hand_over(tax))
    post.desk.do(reviews.settle, cycle, "重点-1", ZEIMU, {"results": "theirs"})
    refused(post.desk, "withdraw.settled", at, cycle, "重点-1", ZEIMU, replies.withdraw)
    say(tax, "重点-2", "こちらも書いた。", department=ZEIMU)
    post.take_in(hand_over(tax))
    refused(post.desk, "withdraw.theirs", at, cycle, "重点-2", ZEIMU, replies.withdraw)
    assert slot_of(post.desk, cycle, "重点-2", ZEIMU).state == "submitted"
