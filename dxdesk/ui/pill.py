"""The one pill beside the cycle: the deadline where answers are gathered, the day where a meeting is prepared."""

from __future__ import annotations

from datetime import date

from dxdesk.desk import Desk
from dxdesk.domain.calendar import short_date
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.meetings import Meeting
from dxdesk.store.queries import meetings

SOON_DAYS = 3
MEETING_PAGES = ("meeting", "agenda", "minutes")

Pill = tuple[str, str, str]
"""The words in full, in short, and the look."""


def deadline_words(cycle: Cycle, today: date) -> Pill:
    """The deadline of a cycle."""
    if not cycle.open:
        return "この回は締めました", "締めた回", "pill-quiet"
    left = (cycle.due - today).days
    if left < 0:
        return f"締切を{-left}日過ぎています", f"締切 {-left}日過ぎ", "pill-ask"
    days = "今日まで" if left == 0 else f"あと{left}日"
    return f"締切 {short_date(cycle.due)}・{days}", f"締切 {days}", "pill-ask" if left <= SOON_DAYS else "pill-info"


def meeting_words(held: Meeting, today: date) -> Pill:
    """The day of a meeting, and how far it is off."""
    day = short_date(held.day)
    if held.state != "open":
        return f"会議 {day}終了", "会議 終了", "pill-quiet"
    time = held.begins or ""
    left = (held.day - today).days
    if left < 0:
        return f"会議 {day}{time}", f"会議 {day}", "pill-info"
    days = "今日" if left == 0 else f"あと{left}日"
    return f"会議 {day}{time}・{days}", f"会議 {days}", "pill-info"


def next_meeting_words(found: tuple[Meeting, ...], planned: date | None, today: date) -> Pill:
    """When the next meeting is, by the meetings that were made and the day that is planned and has no meeting yet."""
    days = [each.day for each in found if each.state == "open" and each.day >= today]
    days += [each.next_day for each in found if each.next_day is not None and each.next_day >= today]
    days += [planned] if planned is not None and planned >= today else []
    if not days:
        return "", "", "pill-quiet"
    return f"次の会議 {short_date(min(days))}", f"会議 {short_date(min(days))}", "pill-info"


def pill_words(desk: Desk, cycle: Cycle | None, page: str, today: date) -> Pill:
    """What the pill says on a page; empty words where there is nothing to say."""
    if page == "open_cycle":
        return "準備中", "準備中", "pill-quiet"
    if cycle is None:
        return "", "", "pill-quiet"
    if page == "actions":
        found = desk.ask(meetings.meetings)
        planned = None if any(each.cycle == cycle.id for each in found) else cycle.meeting
        return next_meeting_words(found, planned, today)
    if page in MEETING_PAGES:
        found = desk.ask(meetings.meetings, cycle.id)
        if found:
            shown = next((each for each in found if each.state == "open"), found[-1])
            return meeting_words(shown, today)
    return deadline_words(cycle, today)
