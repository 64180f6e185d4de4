"""What the 個票 beside the tree says, as blocks of plain values for its tabs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from dxdesk.domain.sheets import DepartmentAnswer
from dxdesk.domain.statuses import Status
from dxdesk.wording.screen import LAST_TIME

Marker = Literal["cycle", "report", "plan"]


@dataclass(frozen=True)
class StatusBlock:
    """The status as a block with its arrow; beside it the stage, and what both were before: at ``since``."""

    status: Status
    word: str
    change: str
    stage_word: str
    reached: int | None
    before: int | None
    steps: int
    previous: str
    since: str = LAST_TIME


@dataclass(frozen=True)
class Passage:
    """A text under a heading (either may be empty), and in small print what was said before, at ``since``."""

    heading: str
    text: str
    previous: str = ""
    since: str = LAST_TIME


@dataclass(frozen=True)
class Framed:
    """決めてほしいこと."""

    heading: str
    text: str


@dataclass(frozen=True)
class Lines:
    """Short lines under a heading, each with a mark before it: ``–``, or ✓ and an open box for 宿題."""

    heading: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Terms:
    """The terms of the glossary in a text: (id, word)."""

    heading: str
    terms: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Counts:
    """How many units of a group have which status, worst first: (key, word, count)."""

    counts: tuple[tuple[Status, str, int], ...]
    answered: str


@dataclass(frozen=True)
class Origin:
    """How it came about, and the answers of the departments behind it."""

    text: str
    revise: bool
    answers: tuple[DepartmentAnswer, ...]


@dataclass(frozen=True)
class Moment:
    """An entry of これまで: a cycle with its status, a report between cycles, or what the plan itself reports.

    ``parts`` are the four texts of a report with their words; ``opens`` is the id of a cycle or of a report.
    """

    marker: Marker
    title: str
    word: str
    text: str
    status: Status | None = None
    change: str = ""
    opens: str | None = None
    parts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Decided:
    """What a meeting decided: day and body, the result in one word, and the text."""

    title: str
    result: str
    text: str


@dataclass(frozen=True)
class Task:
    """A 宿題 with its number, who, until when, and its state."""

    number: str
    text: str
    who: str
    due: str
    state: str
    done: bool
    outcome: str


@dataclass(frozen=True)
class IndicatorBlock:
    """An indicator over all cycles: ``goals`` (word, value) are baseline and targets, ``values`` (cycle, value, note).

    ``points`` are the values that are numbers, ``target`` the last target where it is one.
    """

    name: str
    unit: str
    goals: tuple[tuple[str, str], ...]
    values: tuple[tuple[str, str, str], ...]
    points: tuple[tuple[str, str], ...]
    target: str | None
    note: str


Block = StatusBlock | Passage | Framed | Lines | Terms | Counts | Origin | Moment | Decided | Task | IndicatorBlock


@dataclass(frozen=True)
class Sheet:
    """The 個票 of a node: its head and the blocks of its tabs. ``unit`` (id) and ``code`` are None for a group."""

    unit: str | None
    code: str | None
    path: str
    name: str
    owners: str
    cycle_name: str
    now: tuple[Block, ...]
    plan: tuple[Block, ...]
    past: tuple[Block, ...]
    decisions: tuple[Block, ...] = ()
    indicators: tuple[Block, ...] = ()

    @property
    def tabs(self) -> tuple[tuple[Block, ...], ...]:
        """The blocks in the order of the tabs: 今回, 計画, これまで, 決定と宿題, 指標."""
        return (self.now, self.plan, self.past, self.decisions, self.indicators)


def day_words(moment: str) -> str:
    """1月29日 for an ISO moment, in the zone of this computer."""
    local = datetime.fromisoformat(moment).astimezone()
    return f"{local.month}月{local.day}日"
