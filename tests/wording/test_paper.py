"""Words on paper: feet of pages, days, counts and names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dxdesk.domain.paper import Paper
from dxdesk.domain.sheets import Occasion
from dxdesk.wording.paper import (
    asked_words,
    axis_word,
    change_of_count,
    due_words,
    foot_left,
    foot_right,
    handling_words,
    names_words,
    period_words,
    plan_words,
)
from tests.documents.sample_boards import load_plan, scene

OCCASION = Occasion("大河原町", "DX全体方針", "令和6年度第2回", "デジタル化推進員会議", date(2025, 2, 13))


def test_the_foot_names_town_meeting_and_day() -> None:
    assert foot_left(OCCASION) == "大河原町　令和6年度第2回デジタル化推進員会議（R7.2.13）"


def test_the_foot_does_not_say_the_town_twice() -> None:
    own = replace(OCCASION, body_name="大河原町推進委員会", meeting_day=None)
    assert foot_left(own) == "令和6年度第2回大河原町推進委員会"


def test_the_foot_says_the_name_of_a_cycle_without_the_spaces_it_was_typed_with() -> None:
    typed = replace(OCCASION, cycle_name="令和6年度 第2回")
    assert foot_left(typed) == foot_left(OCCASION)


def test_without_a_body_the_foot_names_the_plan() -> None:
    assert foot_left(replace(OCCASION, body_name=None, meeting_day=None)) == "大河原町　令和6年度第2回　DX全体方針"


def test_a_sample_says_so_before_the_moment_it_was_made() -> None:
    made = "2025-02-06T10:40:00+09:00"
    assert foot_right(OCCASION, made).startswith("作成 R7.2.")
    assert foot_right(replace(OCCASION, sample=True), made).startswith("見本：回答の内容は架空です　作成 R7.2.")


@pytest.mark.parametrize(("difference", "words"), [(1, "+1"), (0, "±0"), (-3, "−3")])
def test_changes_of_counts_never_look_like_a_status(difference: int, words: str) -> None:
    assert change_of_count(difference) == words


def test_many_names_are_counted() -> None:
    assert names_words(["税務課", "福祉課"]) == "税務課・福祉課"
    assert names_words(["税務課", "福祉課", "総務課", "会計課"]) == "税務課・福祉課・総務課ほか 計4課"


def test_days_are_said_as_far_as_they_are_known() -> None:
    assert asked_words(None, date(2025, 1, 31), None, Paper()) == "（期限 令和7年1月31日）"
    assert asked_words(None, None, None, Paper()) == ""
    assert due_words(OCCASION) == ""
    assert due_words(replace(OCCASION, due=date(2025, 1, 31), due_time="17:00")) == "令和7年1月31日（金）午後5時"
    assert Paper().month(date(2024, 8, 1)) == "令和6年8月"


def test_a_plan_is_named_with_its_day_and_edition_and_its_years() -> None:
    plan = load_plan("kahoku")
    assert plan_words(plan) == "河北町役場DX推進方針（令和6年2月・ver.1.0）"
    assert plan_words(plan, short=True) == plan_words(plan)
    assert plan_words(load_plan("ogawara"), short=True) == "DX全体方針（令和5年3月）"
    assert period_words(plan, Paper()) == "計画期間 令和5年度～"
    assert period_words(load_plan("miharu"), Paper()) == "計画期間 令和5年度～令和9年度"


def test_axes_are_called_as_the_plan_does_where_that_is_short() -> None:
    assert axis_word(load_plan("kahoku")) == "目線"
    assert axis_word(load_plan("miharu")) == "軸"


def test_how_the_meeting_handles_a_unit() -> None:
    card = scene("ogawara").board.cards[0]
    assert handling_words(card) == "報告"
    assert handling_words(replace(card, agenda_number=2)) == "協議 2"
    assert handling_words(replace(card, discuss="decide")) == "協議希望"
    assert handling_words(replace(card, status="miss")) == "―"
