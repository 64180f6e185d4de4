"""Which version counts: the rules one by one, and the same answer for every order of the same records."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dxdesk.domain.cycles import close_units, closed_views
from dxdesk.domain.merge import (
    EMPTY,
    UNDER_REVIEW,
    UnitView,
    ancestors,
    read_slot,
    read_unit,
    read_units,
    split_known,
)
from dxdesk.domain.replies import Answer, Author, Review, Revision
from tests.domain.histories import CYCLE, DEPARTMENTS, UNIT, Computer, Record, play, steps, union

AUTHOR = Author("liaison", "d1", "佐藤")


def said(
    kind: str = "answer",
    parents: tuple[Revision, ...] = (),
    text: str = "実施した。",
    department: str | None = "d1",
    status: str = "ok",
    sources: tuple[Revision, ...] = (),
) -> Revision:
    answer = None if kind == "withdraw" else Answer(status=status, results=text)
    ids = tuple(each.id for each in parents)
    return Revision(kind, CYCLE, UNIT, department, ids, answer, AUTHOR, "m", tuple(each.id for each in sources))  # type: ignore[arg-type]


def reviewed(target: Revision, kind: str = "accept", after: tuple[Review, ...] = (), moment: str = "m") -> Review:
    ids = tuple(each.id for each in after)
    return Review(kind, CYCLE, UNIT, target.department, target.id, ids, AUTHOR, moment)  # type: ignore[arg-type]


def test_a_slot_nobody_answered_is_unanswered() -> None:
    assert read_slot([], []) == EMPTY


def test_an_answer_waits_for_review_and_does_not_count() -> None:
    view = read_slot([said()], [])
    assert (view.state, view.counted) == ("submitted", None)


def test_an_accepted_answer_counts() -> None:
    answer = said()
    view = read_slot([answer], [reviewed(answer)])
    assert (view.state, view.counted) == ("accepted", answer)


def test_a_returned_answer_does_not_count_and_shows_its_question() -> None:
    answer = said()
    back = replace(reviewed(answer, "return"), fields=("results",), question="件数は。")
    view = read_slot([answer], [back])
    assert (view.state, view.counted, view.returned) == ("returned", None, back)


def test_what_was_accepted_counts_on_until_something_newer_is_accepted() -> None:
    first = said()
    second = said(parents=(first,), text="直した。")
    view = read_slot([first, second], [reviewed(first)])
    assert (view.state, view.counted) == ("submitted", first)
    view = read_slot([first, second], [reviewed(first), reviewed(second)])
    assert (view.state, view.counted) == ("accepted", second)


def test_an_answer_that_says_again_what_was_returned_is_unchanged_whoever_gives_it() -> None:
    first = said(text="返された文。")
    returned = reviewed(first, "return")
    again = said(parents=(first,), text="返された文。")
    again = replace(again, answer=replace(first.answer or Answer(), answered_for="d2"))
    other = said(parents=(first,), text="直した文。")
    gone = said("withdraw", (again,))
    third = said(parents=(gone,), text="返された文。")
    assert read_slot([first, again], [returned]).unchanged
    assert read_slot([first, again, gone, third], [returned]).unchanged
    assert not read_slot([first, other], [returned]).unchanged
    assert not read_slot([first, again], []).unchanged
    assert not read_slot([first, again], [returned, reviewed(again)]).unchanged


def test_a_withdrawn_answer_lets_the_older_accepted_one_count() -> None:
    first = said()
    second = said(parents=(first,), text="直した。")
    gone = said("withdraw", (second,))
    view = read_slot([first, second, gone], [reviewed(first)])
    assert (view.state, view.counted) == ("withdrawn", first)


def test_withdrawing_something_accepted_waits_for_review_and_then_leaves_nothing() -> None:
    first = said()
    gone = said("withdraw", (first,))
    view = read_slot([first, gone], [reviewed(first)])
    assert (view.state, view.counted) == ("submitted", first)
    view = read_slot([first, gone], [reviewed(first), reviewed(gone)])
    assert (view.state, view.counted) == ("withdrawn", None)


def test_two_heads_are_a_conflict_and_what_was_accepted_still_counts() -> None:
    first = said()
    left, right = said(parents=(first,), text="甲"), said(parents=(first,), text="乙")
    view = read_slot([first, left, right], [reviewed(first)])
    assert (view.state, view.counted, len(view.heads)) == ("conflict", first, 2)


def test_several_accepted_versions_with_different_contents_count_for_nothing_and_are_disputed() -> None:
    left, right = said(text="甲"), said(text="乙")
    view = read_slot([left, right], [reviewed(left), reviewed(right)])
    assert view.disputed
    assert view.counted is None


def test_several_accepted_versions_that_say_the_same_count_once() -> None:
    left = said()
    right = replace(said(), moment="later")
    view = read_slot([left, right], [reviewed(left), reviewed(right)])
    assert not view.disputed
    assert view.counted is not None
    assert view.counted.id == min(left.id, right.id)


def test_a_correction_counts_at_once_and_a_newer_unreviewed_answer_becomes_a_conflict() -> None:
    first = said()
    corrected = said("correct", (first,), "席上で直した。")
    newer = said(parents=(first,), text="行き違い。")
    view = read_slot([first, corrected], [reviewed(first)])
    assert (view.state, view.counted) == ("accepted", corrected)
    view = read_slot([first, corrected, newer], [reviewed(first)])
    assert (view.state, view.counted) == ("conflict", corrected)


def test_a_settlement_in_a_departments_slot_needs_to_be_accepted() -> None:
    left, right = said(text="甲"), said(text="乙")
    settled = said("settle", (left, right), "甲と乙")
    assert read_slot([left, right, settled], []).counted is None
    assert read_slot([left, right, settled], [reviewed(settled)]).counted == settled


def test_everything_in_the_consolidation_slot_counts_at_once() -> None:
    drawn = said("consolidate", department=None)
    assert read_slot([drawn], []).counted == drawn
    gone = said("withdraw", (drawn,), department=None)
    assert read_slot([drawn, gone], []).counted is None


def test_a_confirmation_never_contradicts_a_review() -> None:
    answer = said()
    confirmed = replace(reviewed(answer, "confirm"), name="課長")
    view = read_slot([answer], [reviewed(answer), confirmed])
    assert (view.state, view.confirmed) == ("accepted", confirmed)


def test_a_version_whose_parent_is_missing_waits_and_is_not_a_head() -> None:
    first = said()
    second = said(parents=(first,))
    known, waiting = split_known([second])
    assert (known, waiting) == ({}, (second,))
    assert read_slot([second], []).state == "waiting"


def test_naming_a_waiting_version_in_a_settlement_uses_it_without_the_one_before() -> None:
    missing, here = said(text="届いていない。"), said(text="ここにある。")
    late = said(parents=(missing,), text="待っている。")
    settled = said("settle", (here, late), "決めた。")
    view = read_slot([here, late, settled], [reviewed(settled)])
    assert (view.state, view.counted, view.waiting) == ("accepted", settled, ())


def test_a_very_long_chain_of_versions_is_read_without_deep_recursion() -> None:
    chain = [said()]
    for number in range(1_500):
        chain.append(said(parents=(chain[-1],), text=str(number)))
    view = read_slot(chain, [reviewed(chain[-1])])
    assert view.counted == chain[-1]


def unit(first: list[Record], second: list[Record], together: list[Record] | None = None) -> UnitView:
    def view(records: list[Record]) -> object:
        return read_slot([r for r in records if isinstance(r, Revision)], [r for r in records if isinstance(r, Review)])

    return read_unit(UNIT, {"d1": view(first), "d2": view(second)}, view(together or []))  # type: ignore[dict-item,arg-type]


def test_a_unit_of_several_departments_is_unanswered_until_drawn_together() -> None:
    a, b = said(), said(department="d2")
    view = unit([a, reviewed(a)], [b, reviewed(b)])
    assert (view.status, view.waiting, view.accepted) == ("miss", "secretariat", 2)
    drawn = said("consolidate", department=None, status="warn", sources=(a, b))
    view = unit([a, reviewed(a)], [b, reviewed(b)], [drawn])
    assert (view.status, view.counted, view.revise) == ("warn", drawn, False)


def test_an_answer_accepted_after_drawing_together_asks_for_another_look() -> None:
    a, b = said(), said(department="d2")
    drawn = said("consolidate", department=None, sources=(a,))
    view = unit([a, reviewed(a)], [b, reviewed(b)], [drawn])
    assert view.revise
    assert view.counted == drawn


def test_a_unit_is_not_concerned_only_if_every_department_says_so() -> None:
    a, b = said(status="na"), said(department="d2", status="na")
    assert unit([a, reviewed(a)], [b, reviewed(b)]).status == "na"
    assert unit([a, reviewed(a)], [b]).status == "miss"


def test_the_accepted_answer_of_a_single_department_speaks_for_the_unit() -> None:
    a = said(status="late")
    view = read_unit(UNIT, {"d1": read_slot([a], [reviewed(a)])})
    assert (view.status, view.counted) == ("late", a)


def test_a_unit_nobody_was_asked_about_is_not_concerned() -> None:
    view = read_unit(UNIT, {})
    assert (view.status, view.waiting, view.assigned) == ("na", None, 0)


@pytest.mark.parametrize("state", ["returned", "withdrawn", "unanswered"])
def test_a_unit_waits_for_the_department_while_one_has_to_act(state: str) -> None:
    a, b = said(), said(department="d2")
    second: dict[str, list[Record]] = {
        "returned": [b, reviewed(b, "return")],
        "withdrawn": [b, said("withdraw", (b,), department="d2")],
        "unanswered": [],
    }
    assert unit([a, reviewed(a)], second[state]).waiting == "department"


@settings(max_examples=200, deadline=None)
@given(steps, st.randoms(use_true_random=False))
def test_every_order_and_any_repetition_of_the_same_records_gives_one_board(
    chosen: list[tuple[str, int, str, str]], chance: random.Random
) -> None:
    everything = union(play(chosen))
    views = set()
    for _ in range(4):
        pile = list(everything.values()) * chance.choice([1, 2])
        chance.shuffle(pile)
        merged = Computer("到着")
        for record in pile:
            merged.add(record)
        view = merged.unit()
        found = read_units(
            {UNIT: DEPARTMENTS},
            [r for r in pile if isinstance(r, Revision)],
            [r for r in pile if isinstance(r, Review)],
        )[UNIT]
        assert found.status == view.status
        views.add(
            (
                view.status,
                view.waiting,
                view.counted and view.counted.id,
                tuple((name, each and each.id) for name, each in view.answers.items()),
                tuple((slot.state, slot.disputed, tuple(h.id for h in slot.heads)) for slot in view.slots.values()),
                view.revise,
            )
        )
    assert len(views) == 1


@settings(max_examples=200, deadline=None)
@given(steps)
def test_the_board_is_always_defined_and_nothing_is_lost_or_hidden(chosen: list[tuple[str, int, str, str]]) -> None:
    merged = Computer("到着", records=union(play(chosen)))
    view = merged.unit()
    assert (view.status == "miss") == (view.waiting is not None)
    for department in (*DEPARTMENTS, None):
        slot = merged.slot(department)
        revisions = {each.id: each for each in merged.revisions(department)}
        reached = {each.id for each in (*slot.heads, *slot.waiting)}
        for each in (*slot.heads, *slot.waiting):
            reached |= ancestors(revisions, each.id)
        assert reached == set(revisions), "every version is a head, waiting, or behind one that is"
        if slot.counted is not None:
            assert slot.counted.id in revisions
        if department is not None and slot.state == "submitted":
            assert slot.heads[0] != slot.counted, "an unreviewed version never counts"
    if view.waiting == "secretariat":
        in_hand = all(slot.state in UNDER_REVIEW for slot in view.slots.values())
        assert in_hand or view.consolidation.disputed or any(slot.disputed for slot in view.slots.values())


@settings(max_examples=100, deadline=None)
@given(steps, steps)
def test_what_arrives_after_closing_changes_nothing_of_the_closed_board(
    chosen: list[tuple[str, int, str, str]], more: list[tuple[str, int, str, str]]
) -> None:
    before, after = union(play(chosen)), union(play([*chosen, *more]))
    view = Computer("締め", records=dict(before)).unit()
    closed = closed_views(close_units({UNIT: view}), {r.id: r for r in after.values() if isinstance(r, Revision)})[UNIT]
    assert (closed.status, closed.counted) == (view.status, view.counted)
    assert closed.waiting == ("department" if view.status == "miss" else None)
    assert dict(closed.answers) == dict(view.answers)
