"""What answers say about the next fiscal year."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dxdesk.domain.cycles import Cycle, CycleKind
from dxdesk.domain.drafts import missing_fields, with_field
from dxdesk.domain.errors import Problem
from dxdesk.domain.next_year import asks_next_year, budget_typed, needs_direction
from dxdesk.domain.replies import Answer, Budget
from dxdesk.domain.settings import DIRECTION_PRESETS, Settings
from dxdesk.wording.directions import budget_words

SETTINGS = Settings()


def cycle(kind: CycleKind, month: int) -> Cycle:
    day = date(2024, month, 1)
    return Cycle("c", "回", 2024, kind, day, day, None, None, "p", "s")


@pytest.mark.parametrize(
    ("kind", "month", "asks"),
    [("result", 3, True), ("interim", 10, True), ("interim", 9, True), ("interim", 1, False), ("plan", 10, False)],
)
def test_the_end_of_the_year_and_the_way_in_autumn_ask_about_the_next_year(
    kind: CycleKind, month: int, asks: bool
) -> None:
    assert asks_next_year(cycle(kind, month)) is asks
    assert needs_direction(cycle(kind, month)) is (kind == "result")


@pytest.mark.parametrize(
    ("typed", "budget"),
    [
        ("1,200", Budget(True, "1200")),
        ("１，２００千円", Budget(True, "1200")),
        ("120万円", Budget(True, "1200")),
        ("1200500円", Budget(True, "1200.5")),
        ("0", Budget(True, "0")),
        ("要求しない", Budget(False)),
        ("なし", Budget(False)),
        ("額は未定", Budget(True)),
        (" ", None),
    ],
)
def test_a_budget_is_read_as_people_write_it(typed: str, budget: Budget | None) -> None:
    said = with_field(Answer(), "budget", typed, SETTINGS)
    assert said.budget == budget
    assert with_field(said, "budget", budget_typed(said.budget), SETTINGS) == said


@pytest.mark.parametrize("typed", ["約100", "-5", "100ドル", "1.2.3", "9" * 13])
def test_what_is_no_amount_is_told_with_its_field(typed: str) -> None:
    with pytest.raises(Problem) as caught:
        with_field(Answer(), "budget", typed, SETTINGS)
    assert (caught.value.code, caught.value.place) == ("budget.form", "budget")


def test_source_and_amount_are_written_one_by_one_and_nothing_is_left_of_an_empty_budget() -> None:
    said = with_field(with_field(Answer(), "budget_source", "国補助", SETTINGS), "budget", "300", SETTINGS)
    assert said.budget == Budget(True, "300", "国補助")
    assert with_field(Answer(), "budget", said.budget, SETTINGS) == said
    assert with_field(with_field(said, "budget", "", SETTINGS), "budget_source", "", SETTINGS).budget is None


def test_a_budget_of_other_form_stays_while_nobody_changes_it() -> None:
    said = Answer(budget=Budget(True, "百万ほど"))
    assert with_field(said, "budget", budget_typed(said.budget), SETTINGS) == said


def test_a_direction_is_a_word_of_the_town_and_stays_when_the_town_changes_its_words() -> None:
    said = with_field(Answer(), "direction", "継続（現状維持)", SETTINGS)
    assert said.direction == "継続（現状維持）"
    short = replace(SETTINGS, directions=DIRECTION_PRESETS["短い"])
    assert with_field(said, "direction", said.direction, short) == said
    with pytest.raises(Problem) as caught:
        with_field(Answer(), "direction", "継続（現状維持）", short)
    assert caught.value.code == "direction.unknown"
    assert caught.value.values["choices"] == "拡充、継続、縮小、廃止"


@pytest.mark.parametrize(
    ("answer", "missing"),
    [
        (Answer(status="ok", results="進めた。"), ("direction",)),
        (Answer(status="ok", results="進めた。", direction="拡充"), ()),
        (Answer(status="done", results="終えた。"), ()),
        (Answer(status="stop", results="止めた。"), ()),
        (Answer(status="na"), ()),
        (Answer(), ("status", "results", "direction")),
    ],
)
def test_the_end_of_the_year_needs_a_direction_of_what_goes_on(answer: Answer, missing: tuple[str, ...]) -> None:
    assert missing_fields(answer, direction=True) == missing


@pytest.mark.parametrize(
    ("budget", "words"),
    [
        (None, ""),
        (Budget(True, "1200.50", "国補助"), "1,200.5千円（財源：国補助）"),
        (Budget(False, None, "国補助"), "要求しない"),
        (Budget(True), "要求する（額は未定）"),
        (Budget(None, None, "国補助"), "（財源：国補助）"),
        (Budget(True, "百万ほど"), "百万ほど"),
    ],
)
def test_a_budget_reads_as_people_say_it(budget: Budget | None, words: str) -> None:
    assert budget_words(budget) == words
