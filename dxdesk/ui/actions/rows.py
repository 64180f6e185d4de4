"""The rows of 宿題: groups with what they hold, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from dxdesk.domain.action_items import ActionChip, ListedAction, by_day, by_owner, days_over, passes
from dxdesk.domain.calendar import fiscal_year_short, short_date, table_date
from dxdesk.domain.cycle_years import year_in
from dxdesk.domain.text import fold
from dxdesk.wording.actions import NEXT_MEETING, NO_OWNER, STATE_WORDS, left_words, over_words, overdue_words

Grouping = Literal["owner", "day"]
NEAR_DAYS = 60
"""Days further off are not counted down."""


@dataclass(frozen=True)
class Row:
    """A group (``listed`` None) or a 宿題, as it is shown. ``parent`` is the key of its group.

    ``departments`` of a group are the ids of those whose list it is: none for nobody's, and for a group by day.
    """

    key: str
    parent: str | None
    name: str
    unit: str = ""
    due: str = ""
    due_detail: str = ""
    state: str = ""
    origin: str = ""
    overdue: int = 0
    count: int = 0
    departments: tuple[str, ...] = ()
    listed: ListedAction | None = None

    @property
    def spoken(self) -> str:
        """What assistive technology reads."""
        if self.listed is None:
            return "、".join(each for each in (self.name, f"{self.count}件", overdue_words(self.overdue)) if each)
        over = over_words(self.overdue) if self.overdue else ""
        owners = self.listed.owners or NO_OWNER
        due = f"期限 {self.due}"
        return "、".join(each for each in (self.name, owners, self.unit, due, over, self.state, self.origin) if each)


def day_words(listed: ListedAction, today: date) -> tuple[str, str]:
    """3月7日 (of another year R6.3.7) and 11日過ぎ, あと13日 or nothing."""
    due, over = listed.action.due, days_over(listed.action, today)
    if due is None:
        return NEXT_MEETING, ""
    words = short_date(due)[:-3] if due.year == today.year else table_date(due)
    if over:
        return words, over_words(over)
    left = (due - today).days
    return words, left_words(left) if 0 <= left <= NEAR_DAYS and listed.action.state != "done" else ""


def origin_words(listed: ListedAction) -> str:
    """R6 第2回: the cycle that a 宿題 comes from, in short; the whole name where it says no fiscal year."""
    name = listed.cycle_name
    _, space, rest = name.partition(" ")
    year = year_in(name)
    return f"{fiscal_year_short(year)} {rest}" if space and year is not None else name


def _row(listed: ListedAction, parent: str, today: date) -> Row:
    action = listed.action
    due, detail = day_words(listed, today)
    return Row(
        action.id,
        parent,
        action.text,
        listed.unit_name,
        due,
        detail,
        STATE_WORDS[action.state],
        origin_words(listed),
        days_over(action, today),
        listed=listed,
    )


def _group(key: str, name: str, departments: tuple[str, ...], rows: Sequence[ListedAction], today: date) -> Row:
    over = sum(days_over(each.action, today) > 0 for each in rows)
    return Row(key, None, name, overdue=over, count=len(rows), departments=departments)


def rows_of(listed: Sequence[ListedAction], grouping: Grouping, today: date) -> tuple[Row, ...]:
    """Groups and their rows, a group before what it holds."""
    found: list[Row] = []
    if grouping == "owner":
        for owners, rows in by_owner(listed):
            ids = tuple(each.id for each in owners)
            key = "group " + " ".join(ids)
            found.append(_group(key, "・".join(each.name for each in owners) or NO_OWNER, ids, rows, today))
            found += [_row(each, key, today) for each in rows]
        return tuple(found)
    for day, rows in by_day(listed):
        key = f"group {day}"
        found.append(_group(key, short_date(day) if day else NEXT_MEETING, (), rows, today))
        found += [_row(each, key, today) for each in rows]
    return tuple(found)


def chosen(
    listed: Sequence[ListedAction], words: str, chip: ActionChip | None, today: date, held: str | None = None
) -> tuple[ListedAction, ...]:
    """The 宿題 that a filter leaves and that hold every word typed: in their text, owners, unit or number.

    The one whose id is ``held`` stays in any case.
    """
    terms = [term for term in map(fold, words.split()) if term]
    return tuple(
        each
        for each in listed
        if each.action.id == held
        or ((chip is None or passes(each, chip, today)) and all(term in _searched(each) for term in terms))
    )


def _searched(listed: ListedAction) -> str:
    parts = (listed.action.text, listed.owners, listed.unit_name, listed.unit_code or "", listed.numbered.number)
    return fold("｜".join(parts))
