"""宿題 over time: overdue or not, grouped, and told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.action_items import (
    ListedAction,
    by_day,
    by_owner,
    days_over,
    followed_up,
    passes,
    said_of,
    subject_of,
)
from dxdesk.domain.meetings import ActionItem, ActionState, Meeting, NumberedAction
from dxdesk.domain.plan_parts import Department

TODAY = date(2025, 3, 18)
HELD = Meeting("m", "c", "b", "推進委員会", date(2025, 2, 13), None, None, None, "closed")
POLICY, TAX = (Department(name, name, order=order, order_confirmed=True) for order, name in enumerate(("政策", "税務")))


def listed(
    number: int,
    due: date | None,
    *owners: Department,
    state: ActionState = "open",
    new: bool = True,
    held: Meeting = HELD,
) -> ListedAction:
    action = ActionItem(str(number), number, None, None, tuple(each.id for each in owners), due, "調べる。", state)
    return ListedAction(NumberedAction(f"6-{number}", held, action), owners, None, "", "第1回", new)


def test_only_a_day_that_has_passed_makes_overdue() -> None:
    assert days_over(listed(1, date(2025, 3, 7)).action, TODAY) == 11
    assert days_over(listed(1, TODAY).action, TODAY) == 0
    assert days_over(listed(1, date(2025, 3, 31)).action, TODAY) == 0


def test_next_meeting_and_what_is_done_are_never_overdue() -> None:
    assert days_over(listed(1, None).action, TODAY) == 0
    assert days_over(listed(1, date(2020, 1, 1), state="done").action, TODAY) == 0
    assert days_over(listed(1, date(2025, 3, 17), state="carried").action, TODAY) == 1


def test_filters_count_by_state_by_day_and_by_origin() -> None:
    late = listed(1, date(2025, 3, 7), new=False)
    assert [chip for chip in ("open", "done", "carried", "overdue", "new") if passes(late, chip, TODAY)] == [
        "open",
        "overdue",
    ]
    assert passes(listed(1, None), "new", TODAY)


def test_what_waits_for_the_next_meeting_stands_as_it_was_given() -> None:
    first = replace(HELD, id="z", day=HELD.day and HELD.day - timedelta(days=180))
    given = [listed(6, None, TAX), listed(2, None, TAX, held=first)]
    ((_, found),) = by_owner(given)
    assert [each.action.number for each in found] == [2, 6]


def test_groups_stand_in_the_order_of_departments_and_several_owners_are_their_own_group() -> None:
    found = by_owner([listed(1, None, TAX), listed(2, None, POLICY, TAX), listed(3, None, POLICY), listed(4, None)])
    assert [[each.name for each in owners] for owners, _ in found] == [[], ["政策"], ["政策", "税務"], ["税務"]]


@given(st.lists(st.one_of(st.none(), st.integers(-40, 40)), max_size=12))
def test_within_a_group_days_come_in_order_and_next_meeting_last(offsets: list[int | None]) -> None:
    rows = [listed(n, None if at is None else TODAY + timedelta(at), TAX) for n, at in enumerate(offsets)]
    for found in ([row for _, group in by_owner(rows) for row in group], [row for _, g in by_day(rows) for row in g]):
        days = [row.action.due or date.max for row in found]
        assert days == sorted(days)
        assert sorted(row.action.number for row in found) == list(range(len(rows)))


@given(st.text(min_size=1, max_size=120), st.text(max_size=30))
def test_what_the_history_says_is_found_again(text: str, what: str) -> None:
    assert said_of(text, subject_of(text, what)) == what
    assert said_of(text, text[:60]) == ""


def test_another_one_s_history_says_nothing() -> None:
    assert said_of("窓口を数える。", subject_of("窓口を数える。そして", "対応済み")) is None
    assert followed_up("対応済み", None) == "対応済み"
