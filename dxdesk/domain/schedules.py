"""What is asked about an initiative depends on when the plan wants it done."""

from __future__ import annotations

from typing import Literal

from dxdesk.domain.plan_parts import Schedule

Question = Literal["usual", "yearly", "alternate", "anytime", "deadline", "conditional", "study"]


def question(schedule: Schedule | None, *, study: bool) -> Question:
    """Which question the form asks. What a plan only studies is asked for its conclusion, and what it does every year,
    every other year or at any time whether it was done: none of these can be late by a date."""
    if study:
        return "study"
    kind = schedule.kind if schedule is not None else "span"
    return kind if kind in ("yearly", "alternate", "anytime", "deadline", "conditional") else "usual"
