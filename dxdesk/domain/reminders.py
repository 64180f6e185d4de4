"""再依頼: on which days a department was reminded of what it owes, by what way, and until when it was asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, get_args

ReminderWay = Literal["paper", "mail", "file"]
"""The letter was printed, its text was copied into a mail, it was kept as a file to send."""

REMINDER_WAYS: Final[tuple[ReminderWay, ...]] = get_args(ReminderWay)


@dataclass(frozen=True)
class Reminded:
    """One reminder to a department; ``due`` is the day until when it asked."""

    day: date
    way: ReminderWay
    due: date


Reminders = Mapping[str, tuple[Reminded, ...]]
"""By department (id), oldest first."""


def last_day(reminders: Reminders, departments: Sequence[str]) -> date | None:
    """The last day on which one of some departments (ids) was reminded."""
    days = [each.day for department in departments for each in reminders.get(department, ())]
    return max(days, default=None)
