"""What a meeting makes of a 取りまとめ is told to every department asked, and changes none of their answers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.operations import delivering, reviews, secretariats_files, sender_keys
from dxdesk.operations.change import Change
from dxdesk.operations.receiving import read_from_secretariat
from dxdesk.operations.sending import PackageFile
from dxdesk.store.queries import board, replies
from dxdesk.store.queries.consolidation import versions
from dxdesk.store.queries.delivered import corrected
from dxdesk.store.verification import verify
from tests.builders import FUKUSHI, KENSETSU, PLAN, SOUMU, ZEIMU, at, slot_of, start_cycle, uid
from tests.post import Post, hand_over, newest, say, sign_again

CODE = "重点-2"
THREE = (SOUMU, ZEIMU, FUKUSHI)


@pytest.fixture
def asked(post: Post) -> Cycle:
    nobody: dict[str, list[str]] = {each.code or "": [] for each in PLAN.units}
    return start_cycle(post.desk, assigned={**nobody, CODE: list(THREE), "重点-1": [KENSETSU]})


@pytest.fixture
def desks(post: Post, asked: Cycle) -> dict[str, Desk]:
    """Three departments, each of which handed an answer over that was accepted; then it was drawn together."""
    files = post.inquiries(asked, *THREE)
    found = {each: post.liaison(files[each]) for each in THREE}
    for name, desk in found.items():
        say(desk, CODE, f"{name}の実績。")
        post.take_in(hand_over(desk))
        post.desk.do(at, asked, CODE, name, reviews.accept_reply)
    post.desk.do(reviews.consolidate, asked, CODE, use=ZEIMU)
    return found


def told(post: Post, cycle: Cycle, department: str, kind: str = "correction") -> PackageFile:
    def give(change: Change) -> PackageFile:
        return delivering.deliver(change, cycle, department, kind, sender_keys.ready_keys(change))  # type: ignore[arg-type]

    return post.desk.do(give)


def receive(desk: Desk, made: PackageFile) -> secretariats_files.TakenFrom:
    return desk.do(secretariats_files.take_from_secretariat, read_from_secretariat(made.content), made.name)


def test_every_department_of_the_unit_is_to_be_told_once(post: Post, asked: Cycle, desks: dict[str, Desk]) -> None:
    assert post.desk.ask(corrected, asked) == ()
    post.desk.do(reviews.correct, asked, CODE, "results", "会議で直した文。")
    assert set(post.desk.ask(corrected, asked)) == {uid(each) for each in THREE}
    told(post, asked, ZEIMU)
    assert set(post.desk.ask(corrected, asked)) == {uid(SOUMU), uid(FUKUSHI)}


def test_it_is_known_there_and_is_no_version_of_ones_own_answer(
    post: Post, asked: Cycle, desks: dict[str, Desk]
) -> None:
    post.desk.do(reviews.correct, asked, CODE, "results", "会議で直した文。")
    post.desk.do(reviews.correct, asked, CODE, "status", "warn")
    for name, desk in desks.items():
        before = slot_of(desk, newest(desk), CODE, name).heads
        taken = receive(desk, told(post, asked, name))
        assert taken.units == (PLAN.unit(CODE).id,)
        assert slot_of(desk, newest(desk), CODE, name).heads == before
        card = next(each for each in desk.ask(board.board, newest(desk)).cards if each.code == CODE)
        assert card.status == "warn"
        view = desk.ask(replies.views, newest(desk))[PLAN.unit(CODE).id]
        assert view.counted is not None
        assert view.counted.answer is not None
        assert view.counted.answer.results == "会議で直した文。"
        assert not view.revise
        assert verify(desk.database).ok


def test_an_older_file_after_a_newer_one_changes_nothing(post: Post, asked: Cycle, desks: dict[str, Desk]) -> None:
    post.desk.do(reviews.correct, asked, CODE, "results", "一度目。")
    first = told(post, asked, ZEIMU)
    post.desk.do(reviews.correct, asked, CODE, "results", "二度目。")
    second = told(post, asked, ZEIMU)
    desk = desks[ZEIMU]
    for made in (second, first, second):
        receive(desk, made)
    (head,) = slot_of(desk, newest(desk), CODE, None).heads
    assert head.answer is not None
    assert head.answer.results == "二度目。"


def test_what_no_meeting_corrected_is_not_sent(post: Post, asked: Cycle, desks: dict[str, Desk]) -> None:
    post.desk.do(at, asked, CODE, ZEIMU, reviews.undo_review)
    post.desk.do(at, asked, CODE, ZEIMU, reviews.return_reply, ["results"], "件数は。")
    receive(desks[ZEIMU], told(post, asked, ZEIMU, "return"))
    assert desks[ZEIMU].ask(versions, newest(desks[ZEIMU]), PLAN.unit(CODE)) == ()


def test_after_a_return_and_a_new_answer_the_correction_stays_and_is_told_again(
    post: Post, asked: Cycle, desks: dict[str, Desk]
) -> None:
    post.desk.do(reviews.correct, asked, CODE, "results", "会議で直した文。")
    post.desk.do(at, asked, CODE, ZEIMU, reviews.undo_review)
    post.desk.do(at, asked, CODE, ZEIMU, reviews.return_reply, ["results"], "件数は。")
    desk = desks[ZEIMU]
    receive(desk, told(post, asked, ZEIMU, "return"))
    assert slot_of(desk, newest(desk), CODE, ZEIMU).state == "returned"
    say(desk, CODE, "5件。")
    post.take_in(hand_over(desk))
    post.desk.do(at, asked, CODE, ZEIMU, reviews.accept_reply)
    view = post.desk.ask(replies.views, asked)[PLAN.unit(CODE).id]
    assert view.counted is not None
    assert (view.counted.kind, view.revise) == ("correct", True)
    assert all(len(slot.heads) == 1 for slot in view.slots.values())


def test_a_department_cannot_hand_in_a_whole(post: Post, asked: Cycle, desks: dict[str, Desk]) -> None:
    post.desk.do(reviews.correct, asked, CODE, "results", "会議で直した文。")
    made = told(post, asked, ZEIMU)
    body = read_from_secretariat(made.content).body
    forged = sign_again(desks[ZEIMU], replace(body, reviews=()))  # type: ignore[arg-type]
    with pytest.raises(Problem) as refused:
        post.arrival(forged)
    assert "package.form" in {each.code for each in (refused.value, *refused.value.problems)}
