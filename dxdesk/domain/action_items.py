"""宿題 over time: when one is overdue, how the list is grouped, and what 操作の履歴 says about one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from dxdesk.domain.calendar import long_date
from dxdesk.domain.errors import Problem
from dxdesk.domain.meetings import ActionItem, ActionState, NumberedAction
from dxdesk.domain.plan_parts import Department

ActionChip = Literal["open", "done", "carried", "overdue", "new"]
ACTION_CHIPS: Final[tuple[ActionChip, ...]] = ("open", "done", "carried", "overdue", "new")

SUBJECT_CHARACTERS: Final = 60
_SIGN: Final = "　― "


@dataclass(frozen=True)
class ListedAction:
    """A 宿題 as lists show it: its departments as they are today in 建制順, its unit's number and short name, and the
    cycle it comes from. ``new`` where that is the cycle of the list."""

    numbered: NumberedAction
    departments: tuple[Department, ...]
    unit_code: str | None
    unit_name: str
    cycle_name: str
    new: bool

    @property
    def action(self) -> ActionItem:
        return self.numbered.action

    @property
    def owners(self) -> str:
        """政策企画課・税務課; empty where nobody was named."""
        return "・".join(each.name for each in self.departments)


def check_due(due: date | None, held: date) -> None:
    """Raises Problem where the day of a 宿題 is before that of the meeting that gives it."""
    if due is not None and due < held:
        raise Problem("action.due_before", "due", {"day": due, "meeting": held})


def days_over(action: ActionItem, today: date) -> int:
    """How many days a 宿題 is over its day; 0 while it is not, for 次回会議, and for one that is done."""
    if action.due is None or action.state == "done":
        return 0
    return max(0, (today - action.due).days)


def passes(listed: ListedAction, chip: ActionChip, today: date) -> bool:
    """Whether a 宿題 is among those a filter counts."""
    if chip == "overdue":
        return days_over(listed.action, today) > 0
    return listed.new if chip == "new" else listed.action.state == chip


def by_owner(listed: Sequence[ListedAction]) -> tuple[tuple[tuple[Department, ...], tuple[ListedAction, ...]], ...]:
    """The 宿題 by who has them, in 建制順, those of several departments on their own behind those of the first alone;
    nobody's come first. Within a group those with a day by it, then 次回会議."""
    groups: dict[tuple[Department, ...], list[ListedAction]] = {}
    for each in listed:
        groups.setdefault(each.departments, []).append(each)
    ordered = sorted(groups, key=lambda owners: [(each.order, each.id) for each in owners])
    return tuple((owners, tuple(sorted(groups[owners], key=_by_day))) for owners in ordered)


def by_day(listed: Sequence[ListedAction]) -> tuple[tuple[date | None, tuple[ListedAction, ...]], ...]:
    """The 宿題 by their day, the earliest first, 次回会議 last."""
    groups: dict[date | None, list[ListedAction]] = {}
    for each in sorted(listed, key=_by_day):
        groups.setdefault(each.action.due, []).append(each)
    return tuple((day, tuple(found)) for day, found in groups.items())


def _by_day(listed: ListedAction) -> tuple[bool, date, date, str, int]:
    """By the day, then as they were given."""
    due, meeting = listed.action.due, listed.numbered.meeting
    return due is None, due or date.max, meeting.day or date.max, meeting.id, listed.action.number


def subject_of(text: str, what: str) -> str:
    """What 操作の履歴 names: the 宿題 and what became of it."""
    return text[:SUBJECT_CHARACTERS] + _SIGN + what


def said_of(text: str, subject: str) -> str | None:
    """What a subject of 操作の履歴 says about a 宿題: empty where it only names it, None where it is about another."""
    name = text[:SUBJECT_CHARACTERS]
    if subject == name:
        return ""
    return subject[len(name) + len(_SIGN) :] if subject.startswith(name + _SIGN) else None


def followed_up(word: str, outcome: str | None) -> str:
    """対応済み「表にした。」"""
    return f"{word}「{outcome}」" if outcome else word


def postponed(due: date | None, reason: str) -> str:
    """期限を令和7年3月7日（金）へ（集計に時間がかかるため）"""
    return f"期限を{long_date(due) if due else '次回会議'}へ（{reason}）"


def assigned(departments: Sequence[Department]) -> str:
    """担当を税務課へ"""
    return f"担当を{'・'.join(each.name for each in departments)}へ"


STATES: Final[tuple[ActionState, ...]] = ("open", "done", "carried")
