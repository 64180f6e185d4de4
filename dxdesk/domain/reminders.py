"""再依頼: on which days a department was reminded of what it owes, by what way, and until when it was asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, get_args

ReminderWay = Literal["paper", "mail", "file"]
"""The letter was printed, its text was copied into a mail, it was kept as a file to send."""

REMINDER_WAYS: Final[tuple[ReminderWay, ...]] = get_args(ReminderWay)


@dataclass(frozen=True)
class Reminded:
    """One reminder to a department; ``due`` is the day until when it asked, ``units`` (ids) what was owed then."""

    day: date
    way: ReminderWay
    due: date
    units: tuple[str, ...] = ()


Reminders = Mapping[str, tuple[Reminded, ...]]
"""By department (id), oldest first."""


def days_by_unit(reminders: Reminders) -> dict[str, date]:
    """By unit (id) the last day on which a department was reminded of it."""
    found: dict[str, date] = {}
    for each in (one for given in reminders.values() for one in given):
        for unit in each.units:
            found[unit] = max(found.get(unit, each.day), each.day)
    return found
