"""Until when a meeting's 会議結果概要 and 会議録 are due. It is only ever said; nothing waits for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from dxdesk.domain.settings import Settings


@dataclass(frozen=True)
class Deadline:
    """What is due, its day, and how many days are left; fewer than 0 where it is over."""

    kind: Literal["gist", "minutes"]
    day: date
    left: int


def deadlines(held: date, settings: Settings, today: date, *, confirmed: bool) -> tuple[Deadline, ...]:
    """What a meeting ``held`` on a day still owes on another.

    Days are counted from the day after the meeting. 会議録 is owed until it is ``confirmed``, also when its day is
    over. Of 会議結果概要 it is not known whether it was given out, so after its day it is not spoken of any more.
    """
    if today < held:
        return ()
    found = []
    if settings.gist_days is not None:
        day = held + timedelta(days=settings.gist_days)
        found.append(Deadline("gist", day, (day - today).days))
    found = [each for each in found if each.left >= 0]
    if settings.minutes_days is not None and not confirmed:
        day = held + timedelta(days=settings.minutes_days)
        found.append(Deadline("minutes", day, (day - today).days))
    return tuple(found)
