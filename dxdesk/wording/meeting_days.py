"""What is said where the day of a meeting does not go with its cycle: what is strange, and the way out."""

from __future__ import annotations

from datetime import date
from typing import Final

from dxdesk.domain.calendar import long_date, short_date
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meeting_days import DayDoubt, DoubtKind
from dxdesk.wording.meeting_screen import NO_MEETING, NO_MEETING_READER

_STRANGE: Final[dict[DoubtKind, str]] = {
    "before_as_of": "会議の日が、この回の基準日（{day}）より前です。",
    "before_due": "会議の日が、この回の締切（{day}）より前です。まだ届いていない回答があるかもしれません。",
    "far": "会議の日が、この回の締切（{day}）から半年より後です。",
    "other_day": "この回の会議は、{day}の予定でした。",
}

_TAKE_BACK: Final = "日付がちがうときは、meeting cancel で取り消して、つくり直してください。"
GO_ON: Final = "このままでも用意できます。"
NO_MEETING_CLOSED: Final = "この回は締めました。会議は、開いている回で用意します。"


def no_meeting_words(cycle: Cycle, *, settles: bool) -> str:
    """Why there is no meeting; ``settles`` for whoever could make one."""
    if not settles:
        return NO_MEETING_READER
    return NO_MEETING if cycle.open else NO_MEETING_CLOSED


def doubt_words(doubt: DayDoubt, day: date) -> str:
    """What is strange about the ``day`` of a meeting. A day of another year is told with its year."""
    if doubt.kind == "newer" or doubt.day is None:
        return f"この回より新しい「{doubt.other.name if doubt.other else ''}」が開いています。"
    told = short_date(doubt.day) if doubt.day.year == day.year else long_date(doubt.day)
    return _STRANGE[doubt.kind].format(day=told)


def other_cycle_words(cycle: Cycle) -> str:
    """The button that takes the other cycle."""
    return f"「{cycle.name}」の会議にする"


def planned_day_words(day: date) -> str:
    """The button that takes the day that was planned."""
    return f"{short_date(day)}にする"


def warning_words(doubt: DayDoubt, day: date) -> str:
    """Both in one sentence for the command line, where the meeting is already made."""
    words = f"会議はつくりました。{doubt_words(doubt, day)}"
    if doubt.other is not None:
        return f"{words}--cycle「{doubt.other.name}」でもつくれます。"
    return words + (_TAKE_BACK if doubt.kind == "far" else "")
