"""Until when minutes are due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dxdesk.domain.minutes_deadlines import deadlines
from dxdesk.domain.settings import MOST_DAYS, Settings
from dxdesk.wording.meeting import deadline_words

HELD = date(2025, 2, 13)


def said(today: date, settings: Settings | None = None, *, confirmed: bool = False) -> list[str]:
    return [deadline_words(each) for each in deadlines(HELD, settings or Settings(), today, confirmed=confirmed)]


def test_two_and_forty_five_days_are_counted_from_the_day_after_the_meeting() -> None:
    assert said(HELD) == ["会議結果概要の期限 2月15日・あと2日", "会議録の期限 3月30日・あと45日"]
    assert said(date(2025, 3, 18)) == ["会議録の期限 3月30日・あと12日"]


def test_the_last_day_and_what_is_over_are_said_in_plain_words() -> None:
    assert said(date(2025, 2, 15)) == ["会議結果概要の期限 2月15日・きょうまで", "会議録の期限 3月30日・あと43日"]
    assert said(date(2025, 3, 30)) == ["会議録の期限 3月30日・きょうまで"]
    assert said(date(2025, 4, 2)) == ["会議録の期限 3月30日・3日過ぎ"]


def test_confirmed_minutes_and_a_meeting_to_come_owe_nothing() -> None:
    assert said(date(2025, 4, 2), confirmed=True) == []
    assert said(date(2025, 2, 12)) == []


def test_a_town_has_other_days_or_none() -> None:
    settings = replace(Settings(), gist_days=None, minutes_days=30)
    assert said(HELD, settings) == ["会議録の期限 3月15日・あと30日"]
    assert said(HELD, replace(settings, minutes_days=None)) == []


@given(st.integers(1, MOST_DAYS), st.integers(0, 800))
def test_day_and_days_left_always_agree(days: int, later: int) -> None:
    today = HELD + timedelta(days=later)
    for each in deadlines(HELD, replace(Settings(), minutes_days=days), today, confirmed=False):
        assert today + timedelta(days=each.left) == each.day
