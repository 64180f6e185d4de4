"""A department's database says nothing of what only others were asked about."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.elsewhere import known_to
from dxdesk.domain.merge import EMPTY, UnitView, read_slot, read_unit
from tests.domain.test_merge import reviewed, said

DEPARTMENTS = ("d1", "d2", "d3")


def unit_of(answered: dict[str, bool], *, drawn: bool = False) -> UnitView:
    """A unit of some departments: who has answered, and whether that was accepted."""
    slots = {}
    for each in DEPARTMENTS:
        answer = said(department=each)
        slots[each] = read_slot([answer], [reviewed(answer)] if answered[each] else []) if each in answered else EMPTY
    whole = read_slot([said("consolidate", department=None, status="warn")], []) if drawn else EMPTY
    return read_unit("u", slots, whole)


def test_what_only_others_were_asked_about_is_elsewhere_and_in_no_count() -> None:
    view = known_to(unit_of({}), {"d9"})
    assert (view.status, view.waiting, view.assigned, view.handed_in) == ("elsewhere", None, 0, 0)
    assert not any(view.owes(each) for each in DEPARTMENTS)


def test_what_is_asked_of_others_too_waits_for_ones_own_answer_only() -> None:
    silent = known_to(unit_of({}), {"d2"})
    assert (silent.status, silent.waiting, silent.assigned) == ("miss", "department", 1)
    assert [each for each in DEPARTMENTS if silent.owes(each)] == ["d2"]
    handed_in = known_to(unit_of({"d2": False}), {"d2"})
    assert (handed_in.status, handed_in.waiting, handed_in.handed_in) == ("miss", "secretariat", 1)


def test_ones_own_answer_does_not_speak_for_all() -> None:
    view = known_to(unit_of({"d2": True}), {"d2"})
    assert (view.status, view.counted, view.accepted) == ("miss", None, 1)


def test_the_whole_that_was_told_counts_here_too() -> None:
    view = known_to(unit_of({}, drawn=True), {"d2"})
    assert (view.status, view.revise, view.assigned) == ("warn", False, 1)


@given(st.dictionaries(st.sampled_from(DEPARTMENTS), st.booleans()), st.booleans())
def test_where_every_answer_is_held_nothing_changes(answered: dict[str, bool], drawn: bool) -> None:
    view = unit_of(answered, drawn=drawn)
    assert known_to(view, DEPARTMENTS) == view


def test_what_nobody_was_asked_about_stays_so() -> None:
    assert known_to(read_unit("u", {}), {"d1"}).status == "na"
