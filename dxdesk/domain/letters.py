"""Letters to the departments of a cycle: who writes, to whom, which units are asked about, what is still missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dxdesk.domain.calendar import is_office_day, office_day_on_or_before
from dxdesk.domain.collection import CellState
from dxdesk.domain.cycles import stand_ins
from dxdesk.domain.departments import heirs
from dxdesk.domain.plan_parts import Body, Department, Part
from dxdesk.domain.plans import Node, Plan
from dxdesk.domain.reminders import Reminded
from dxdesk.domain.replies import Answer
from dxdesk.domain.statuses import Status

OWED: Final[frozenset[CellState]] = frozenset({"unanswered", "draft", "returned"})
"""States in which a department still has to answer."""

MORE_DAYS: Final = 3
"""So many office days a reminder gives once the deadline is over."""

_HEAD: Final = "長"


def office_of(bodies: Sequence[Body], writing: Body | None) -> str:
    """The department that does a committee's work; of one that names none, that of the first which does."""
    return next((each.secretariat for each in (writing, *bodies) if each is not None and each.secretariat), "")


@dataclass(frozen=True)
class Sender:
    """Who writes: the town, its committee and the name of the chair, empty where they are left blank to fill in, and
    the department that does the work."""

    town: str
    committee: str = ""
    chair: str = ""
    office: str = ""

    @property
    def body(self) -> str:
        """大河原町デジタル化推進員会議; the town is not said twice."""
        return self.committee if self.town in self.committee else self.town + self.committee


@dataclass(frozen=True)
class Letterhead:
    """What all letters of a cycle say. ``inquired`` is the day of the 照会 (None: left blank), ``as_of`` 基準日,
    ``place`` the folder that takes replies (empty: they go to the secretariat); ``sample`` marks 見本; ``papers``:
    記入要領, 提出前点検表 and 記入票 go along; ``ordinal`` which meeting it is where that is not the name of the cycle
    (令和6年度第3回)."""

    plan_title: str
    cycle_name: str
    sender: Sender
    inquired: date | None
    as_of: date
    due: date
    meeting: date | None
    place: str = ""
    sample: bool = False
    papers: bool = False
    ordinal: str = ""


@dataclass(frozen=True)
class AskedUnit:
    """A unit that a department is asked about, and how far its answer is.

    ``part`` is the part of the department, ``group`` the group it was asked as a member of (全庁), ``provisional``
    that the plan names nobody; ``previous`` what the unit said last time. ``fields`` and ``question`` are those of a
    return.
    """

    number: str
    name: str
    part: Part
    group: str = ""
    provisional: bool = False
    previous: Status | None = None
    state: CellState = "unanswered"
    fields: tuple[str, ...] = ()
    question: str = ""

    @property
    def owed(self) -> bool:
        """Whether an answer is still missing or has to be written again."""
        return self.state in OWED


@dataclass(frozen=True)
class DepartmentAsked:
    """What one department is asked in a cycle. ``name`` is its name today, ``before`` its name at the opening where
    another took over since; ``writer`` who wrote for it last, ``by_form`` whether it answers by Excelの回答票,
    ``reply_file`` what the file with its answers is called, ``reminded`` when it was reminded, oldest first."""

    name: str
    units: tuple[AskedUnit, ...]
    before: str = ""
    writer: str = ""
    by_form: bool = False
    reply_file: str = ""
    reminded: tuple[Reminded, ...] = ()

    @property
    def addressee(self) -> str:
        """町民生活課長"""
        return self.name + _HEAD

    @property
    def owed(self) -> tuple[AskedUnit, ...]:
        """The units still to be answered, in the plan's order."""
        return tuple(each for each in self.units if each.owed)

    @property
    def returned(self) -> int:
        """How many answers went back."""
        return sum(each.state == "returned" for each in self.units)

    @property
    def unanswered(self) -> int:
        """How many units have no answer at all."""
        return len(self.owed) - self.returned

    @property
    def handed_in(self) -> int:
        """How many answers 事務局 has in hand."""
        return len(self.units) - len(self.owed)


@dataclass(frozen=True)
class WrittenUnit:
    """A unit with the answer that a 所属長 confirms; None where there is none to confirm. ``unsent``: it is finished
    but not handed over yet, ``conflict``: several versions differ; ``confirmed`` is who confirmed it and when."""

    asked: AskedUnit
    answer: Answer | None
    unsent: bool = False
    conflict: bool = False
    confirmed: str = ""


@dataclass(frozen=True)
class Confirmation:
    """確認票 of one department: its units with what was written, and who wrote."""

    department: str
    units: tuple[WrittenUnit, ...]
    writer: str = ""

    @property
    def answered(self) -> int:
        """How many units have an answer."""
        return sum(each.answer is not None for each in self.units)


def in_charge(departments: Sequence[Department], department: str, day: date) -> Department:
    """Who answers for a department (id) on a day: itself, or the last of those that took over from it."""
    known = {each.id: each for each in departments}
    found = known[department]
    for heir in heirs(departments, department)[1:]:
        if found.to is None or day.isoformat() <= found.to or heir not in known:
            break
        found = known[heir]
    return found


def group_of(plan: Plan, unit: Node, department: Department, departments: Sequence[Department]) -> str:
    """The group (全庁) as whose member a department is asked about a unit; empty where the plan names it itself."""
    owned = next((each.owners for each in (unit, *reversed(plan.path(unit))) if each.owners), plan.owners)
    groups = {each.name: each for each in plan.groups}
    meant = stand_ins(plan, departments, departments)
    if any(meant.get(owner.name) == department.id for owner in owned if owner.name not in groups):
        return ""
    return next((owner.name for owner in owned if owner.name in groups and groups[owner.name].members is not None), "")


def next_deadline(due: date, meeting: date | None, today: date) -> date:
    """Until when a reminder asks: the deadline while it is ahead, then the third office day from today, before a
    meeting to come where that is possible."""
    if today <= due:
        return due
    day, left = today, MORE_DAYS
    while left:
        day += timedelta(days=1)
        left -= is_office_day(day)
    if meeting is None or not today < meeting <= day:
        return day
    return max(office_day_on_or_before(meeting - timedelta(days=1)), today)
