"""Meetings: who counts, and what an item resulted in."""

from __future__ import annotations

import pytest

from dxdesk.domain.meetings import AgendaItem, Attendance, Decision, MeetingRecord, Presence, quorum
from dxdesk.domain.settings import Settings
from tests.meeting_samples import MEETING, RECORD, committee


def attendance(**counts: int) -> list[Attendance]:
    return [
        Attendance(f"{presence}{number}", None, presence, None)  # type: ignore[arg-type]
        for presence, count in counts.items()
        for number in range(count)
    ]


@pytest.mark.parametrize(
    ("rule", "members", "needed"),
    [("majority", 13, 7), ("majority", 12, 7), ("majority", 1, 1), ("half", 13, 7), ("half", 12, 6), ("half", 1, 1)],
)
def test_a_majority_is_more_than_half_and_half_is_at_least_half(rule: str, members: int, needed: int) -> None:
    settings = Settings(quorum=rule)  # type: ignore[arg-type]
    enough = quorum(attendance(present=needed, absent=members - needed), settings)
    assert (enough.needed, enough.met) == (needed, True)
    assert not quorum(attendance(present=needed - 1, absent=members - needed + 1), settings).met


def test_observers_never_count() -> None:
    counted = quorum(attendance(present=1, absent=1, observer=10), Settings())
    assert (counted.members, counted.attending, counted.met) == (2, 1, False)


def test_who_explains_or_takes_notes_never_counts() -> None:
    rows = [*attendance(present=2, absent=2), Attendance("説明の人", "係長", "present", None, "staff")]
    counted = quorum(rows, Settings())
    assert (counted.members, counted.attending, counted.needed, counted.met) == (4, 2, 3, False)


def test_proxies_count_only_where_the_town_says_so() -> None:
    rows = attendance(present=2, proxy=2, absent=1)
    counting = quorum(rows, Settings())
    assert (counting.attending, counting.proxies, counting.met) == (4, 2, True)
    strict = quorum(rows, Settings(proxy_counts=False))
    assert (strict.attending, strict.proxies, strict.met) == (2, 2, False)


@pytest.mark.parametrize("rule", ["majority", "half"])
def test_a_meeting_nobody_is_on_file_for_never_stands(rule: str) -> None:
    assert not quorum((), Settings(quorum=rule)).met  # type: ignore[arg-type]


@pytest.mark.parametrize("presence", ["present", "proxy"])
def test_one_member_alone_is_a_majority_of_one(presence: Presence) -> None:
    assert quorum(committee(1, presence), Settings()).met


def test_a_report_without_a_decision_was_noted_and_a_discussion_is_open() -> None:
    assert RECORD.result(RECORD.items[0]) == "noted"
    assert RECORD.result(RECORD.items[3]) is None


def test_the_last_decision_about_an_item_is_its_result() -> None:
    item = AgendaItem("i", 4, "report", None, None, "件名", None, None)
    first = Decision("a", 1, 4, None, "continued", "")
    last = Decision("b", 2, 4, None, "dropped", "")
    other = Decision("c", 3, 5, None, "approved", "")
    record = MeetingRecord(MEETING, (), (item,), (first, last, other), (), ())
    assert record.result(item) == "dropped"
