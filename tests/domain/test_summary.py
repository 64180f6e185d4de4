"""総括 in counts: what changed, what is missing, and which sentence is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dxdesk.domain.board import Card
from dxdesk.domain.statuses import Status, change_since
from dxdesk.domain.summary import CountRow, Summary, summarise
from tests.documents.sample_boards import Scene, scene
from tests.documents.sample_outlines import in_charge, sized_plan


def summary(found: Scene, departments: int = 2) -> Summary:
    found, known = in_charge(found, departments)
    items = {item.card.unit: item for item in found.items}
    return summarise(
        found.board, items, found.plan, found.settings, known, this_name="R6 第2回", previous_name="R6 第1回"
    )


def moved(before: Status | None, now: Status) -> Scene:
    """One unit that went from one status to another."""
    found = scene(plan=sized_plan(1, 1), statuses=(now,))
    (card,) = found.board.cards
    card = replace(card, previous_status=before, status=now, change=change_since(before, now))
    return replace(found, board=replace(found.board, cards=(card,)))


@pytest.mark.parametrize(
    ("before", "now", "advanced"),
    [
        ("ok", "done", True),
        ("done", "done", False),
        (None, "done", True),
        ("warn", "ok", True),
        ("none", "ok", True),
        ("ok", "ok", False),
        ("ok", "warn", False),
        ("miss", "ok", False),
    ],
)
def test_what_is_done_better_or_begun_has_advanced(before: Status | None, now: Status, advanced: bool) -> None:
    assert bool(summary(moved(before, now)).advanced) is advanced


@pytest.mark.parametrize(
    ("now", "told"), [("warn", True), ("done", True), ("miss", False), ("na", False), ("ok", False)]
)
def test_only_answers_that_say_something_else_have_changed(now: Status, told: bool) -> None:
    row = CountRow("軸", summary(moved("ok", now)).board.cards)
    assert bool(row.changed) is told


@pytest.mark.parametrize(
    ("issues", "results", "sentence"),
    [
        ("課題がある。つぎに続く。", "実績", "課題がある。"),
        (None, "実績がある", "実績がある"),
        ("　\n", "先頭\n改行", "先頭"),
        (None, None, ""),
        ("。。", None, ""),
    ],
)
def test_the_first_sentence_of_the_issue_is_told_else_of_the_result(
    issues: str | None, results: str | None, sentence: str
) -> None:
    found = scene(plan=sized_plan(1, 1), statuses=("late",), texts=(results, issues, None))
    (late,) = summary(found).late
    assert late.sentence == sentence


def test_units_nobody_is_in_charge_of_stand_last_under_no_name() -> None:
    found = scene(plan=sized_plan(3, 1))
    cards: tuple[Card, ...] = tuple(
        replace(card, main=None if at == 0 else f"第{at}課") for at, card in enumerate(found.board.cards)
    )
    found = replace(found, board=replace(found.board, cards=cards))
    items = {item.card.unit: item for item in found.items}
    rows = summarise(found.board, items, found.plan, found.settings, (), this_name="R6 第2回").mains
    assert [row.name for row in rows] == ["第1課", "第2課", ""]


def test_a_plan_whose_units_hang_on_itself_has_no_axes() -> None:
    assert summary(scene(plan=sized_plan(3, 0))).axes == ()
    assert [row.name for row in summary(scene(plan=sized_plan(3, 2))).axes] == ["第1の柱", "第2の柱"]


def test_without_a_cycle_before_nothing_is_previous() -> None:
    found = summary(scene("ogawara", first=True))
    assert found.first
    assert set(found.before) == {None}
