"""How long a meeting and its items took, from the moments at which it turned to them."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.meeting_times import Turn, spent, today, turned

ZONE = timezone(timedelta(hours=9))
BEGINS = datetime(2025, 2, 13, 13, 30, tzinfo=ZONE)


def at(minutes: float) -> datetime:
    return BEGINS + timedelta(minutes=minutes)


def test_an_item_has_the_minutes_until_the_next_one_is_turned_to() -> None:
    turns = turned(turned((), "one", at(0)), "two", at(6))
    assert (spent(turns, at(10), BEGINS, "one"), spent(turns, at(10), BEGINS, "two")) == (6, 4)
    assert spent(turns, at(10), BEGINS) == 10


def test_an_item_that_is_taken_up_again_goes_on_where_it_was() -> None:
    turns = turned(turned(turned((), "one", at(0)), "two", at(6)), "one", at(8))
    assert spent(turns, at(11), BEGINS, "one") == 9


def test_turning_to_the_item_that_is_treated_is_no_turn() -> None:
    turns = turned((), "one", at(0))
    assert turned(turns, "one", at(5)) == turns


def test_what_was_tried_out_before_the_meeting_begins_takes_none_of_its_time() -> None:
    turns = turned(turned((), "one", at(-40)), "two", at(-10))
    assert spent(turns, at(3), BEGINS) == 3
    assert spent(turns, at(3), BEGINS, "one") == 0
    assert spent(turns, at(-5), BEGINS) == 0


def test_what_was_tried_out_the_day_before_does_not_count() -> None:
    turns = turned((), "one", at(-24 * 60))
    assert today(turns, at(0)) == ()
    assert turned(turns, "one", at(0)) == (Turn("one", at(0)),)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 30)), min_size=1, max_size=12), st.integers(0, 30))
def test_the_items_together_have_the_time_of_the_meeting(steps: list[tuple[str, int]], rest: int) -> None:
    turns: tuple[Turn, ...] = ()
    minute = 0
    for item, after in steps:
        minute += after
        turns = turned(turns, item, at(minute))
    now = at(minute + rest)
    assert sum(spent(turns, now, BEGINS, item) for item in "abc") == spent(turns, now, BEGINS)
