"""What the form asks about an initiative of each kind of schedule."""

from __future__ import annotations

from typing import get_args

import pytest

from dxdesk.domain.plan_parts import Schedule, ScheduleKind
from dxdesk.domain.schedules import Question, question
from dxdesk.wording.screen import LATER_QUESTIONS, STATUS_QUESTIONS


def schedule(kind: ScheduleKind) -> Schedule:
    return Schedule(kind, 2024, None, None, None, True)


@pytest.mark.parametrize(
    ("kind", "asked"),
    [
        ("span", "usual"),
        ("year", "usual"),
        ("start", "usual"),
        ("yearly", "yearly"),
        ("alternate", "alternate"),
        ("anytime", "anytime"),
        ("deadline", "deadline"),
        ("conditional", "conditional"),
    ],
)
def test_a_kind_of_schedule_has_its_question(kind: ScheduleKind, asked: Question) -> None:
    assert question(schedule(kind), study=False) == asked


@pytest.mark.parametrize("kind", get_args(ScheduleKind))
def test_what_is_only_studied_is_asked_for_its_conclusion(kind: ScheduleKind) -> None:
    assert question(schedule(kind), study=True) == "study"


def test_without_a_schedule_the_usual_question_is_asked() -> None:
    assert question(None, study=False) == "usual"


def test_every_question_has_its_words() -> None:
    assert set(STATUS_QUESTIONS) == set(get_args(Question))
    assert set(LATER_QUESTIONS) <= set(get_args(Question))
