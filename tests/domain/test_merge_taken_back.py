"""Reviews that differ or are taken back, and 取りまとめ that were changed after they were drawn."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.merge import read_slot, read_unit, verdict
from dxdesk.domain.replies import Review, Revision
from tests.domain.histories import UNIT
from tests.domain.test_merge import reviewed, said


def test_contradicting_reviews_of_two_computers_are_a_dispute_not_the_later_one() -> None:
    answer = said()
    yes, no = reviewed(answer), reviewed(answer, "return")
    assert verdict([yes, no], answer.id) == "dispute"
    assert read_slot([answer], [yes, no]).state == "conflict"


def test_a_review_that_saw_the_others_decides_a_dispute() -> None:
    answer = said()
    yes, no = reviewed(answer), reviewed(answer, "return")
    last = reviewed(answer, "accept", (yes, no), "later")
    assert verdict([last, no, yes], answer.id) == "accept"


def test_taking_an_acceptance_back_restores_the_return_before_it() -> None:
    answer = said()
    no = reviewed(answer, "return")
    yes = reviewed(answer, "accept", (no,))
    undone = reviewed(answer, "undone", (yes,))
    assert verdict([undone, yes, no], answer.id) == "return"
    assert verdict([reviewed(answer, "undone", (no,)), no], answer.id) is None


@given(st.lists(st.sampled_from(["accept", "return", "undone"]), max_size=40))
def test_taking_back_works_like_a_pile(kinds: list[str]) -> None:
    answer = said()
    reviews: list[Review] = []
    pile: list[str] = []
    for place, kind in enumerate(kinds):
        if kind == "undone" and not pile:
            continue
        reviews.append(reviewed(answer, kind, tuple(reviews[-1:]), f"m{place}"))
        pile = pile[:-1] if kind == "undone" else [*pile, kind]
    assert verdict(reviews, answer.id) == (pile[-1] if pile else None)


def test_a_very_long_row_of_reviews_is_read_without_deep_recursion() -> None:
    answer = said()
    row = [reviewed(answer)]
    for place in range(2_000):
        row.append(reviewed(answer, "accept" if place % 2 else "undone", (row[-1],), f"m{place}"))
    assert verdict(row, answer.id) == "accept"


def test_taking_back_what_ended_a_dispute_brings_the_dispute_back() -> None:
    answer = said()
    yes, no = reviewed(answer), reviewed(answer, "return")
    decided = reviewed(answer, "accept", (yes, no), "later")
    undone = reviewed(answer, "undone", (decided,), "last")
    assert verdict([yes, no, decided], answer.id) == "accept"
    assert verdict([yes, no, decided, undone], answer.id) == "dispute"


def test_a_review_whose_predecessor_has_not_arrived_counts_by_itself() -> None:
    answer = said()
    no = reviewed(answer, "return")
    yes = reviewed(answer, "accept", (no,))
    assert verdict([yes], answer.id) == "accept"
    assert verdict([reviewed(answer, "undone", (no,))], answer.id) is None


def drawn_from(*, then: str) -> tuple[list[Revision], Revision, Revision]:
    """A 取りまとめ of two answers that was changed afterwards in one of two ways."""
    a, b = said(), said(department="d2")
    first = said("consolidate", department=None, sources=(a, b))
    if then == "correct":
        return [first, said("correct", (first,), "席上", None)], a, b
    second = replace(said("consolidate", text="別の文", department=None, sources=(a, b)), moment="later")
    return [first, second, said("settle", (first, second), "決めた。", None)], a, b


@pytest.mark.parametrize("then", ["correct", "settle"])
def test_a_changed_consolidation_stands_on_the_answers_it_was_drawn_from(then: str) -> None:
    drawn, a, b = drawn_from(then=then)
    slots = {"d1": read_slot([a], [reviewed(a)]), "d2": read_slot([b], [reviewed(b)])}
    together = read_slot(drawn, [])
    assert together.sources == tuple(sorted((a.id, b.id)))
    assert not read_unit(UNIT, slots, together).revise
    newer = said(parents=(b,), text="新しい。", department="d2")
    slots["d2"] = read_slot([b, newer], [reviewed(b), reviewed(newer)])
    assert read_unit(UNIT, slots, together).revise


def test_a_corrected_answer_of_a_department_has_no_sources() -> None:
    first = said()
    corrected = said("correct", (first,), "席上")
    assert read_slot([first, corrected], [reviewed(first)]).sources == ()


def test_a_withdrawn_consolidation_asks_for_no_other_look() -> None:
    a = said()
    drawn = said("consolidate", department=None, sources=(a,))
    gone = said("withdraw", (drawn,), department=None)
    view = read_unit(UNIT, {"d1": read_slot([a], [reviewed(a)])}, read_slot([drawn, gone], []))
    assert (view.counted, view.revise) == (a, False)
