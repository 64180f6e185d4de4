"""記入要領: what a department needs to know to answer in a cycle, made from the town's settings and the cycle."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from dxdesk.domain.board import Board
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.next_year import asks_next_year, needs_direction
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.plans import Plan
from dxdesk.domain.settings import Settings
from dxdesk.domain.statuses import CHOSEN, STATUSES, Status

GuidedField = Literal[
    "status", "stage", "indicators", "results", "issues", "next", "discuss", "ask", "direction", "budget"
]
"""A field of 記入 that is explained."""

Need = Literal["must", "may"]

MUST: Final[frozenset[GuidedField]] = frozenset({"status", "results"})
"""What has to be there before an answer can be submitted."""

NEXT_YEAR: Final[tuple[GuidedField, ...]] = ("direction", "budget")
"""What only the cycles that look at the next year ask."""


@dataclass(frozen=True)
class Guidance:
    """Everything 記入要領 shows.

    ``as_of`` is 基準日, ``meeting`` the day of the meeting where it is known; ``asked`` how many units are asked about,
    ``departments`` how many departments are asked. ``office`` does the work of the secretariat (政策企画課; empty: the
    plan names none). ``indicators``: an asked unit has one; ``first``: no cycle came before; ``next_year``: the cycle
    asks about the next year, ``direction``: it needs a 方向性.
    """

    board: Board
    plan: Plan
    settings: Settings
    as_of: date
    due: date
    meeting: date | None
    asked: int
    departments: int
    office: str
    indicators: bool
    first: bool
    next_year: bool
    direction: bool

    @property
    def fields(self) -> tuple[GuidedField, ...]:
        """The fields that are asked in this cycle, in the order of 記入."""
        measured: tuple[GuidedField, ...] = ("indicators",) if self.indicators else ()
        closing = NEXT_YEAR if self.next_year else ()
        return ("status", "stage", *measured, "results", "issues", "next", "discuss", "ask", *closing)

    @property
    def statuses(self) -> tuple[Status, ...]:
        """The statuses a person can choose, in the order of every count."""
        return tuple(key for key in STATUSES if key in CHOSEN)

    def need(self, field: GuidedField) -> Need:
        """Whether a field must be filled in."""
        return "must" if field in MUST or (field == "direction" and self.direction) else "may"


def guidance_of(
    cycle: Cycle,
    board: Board,
    plan: Plan,
    settings: Settings,
    departments: tuple[Department, ...],
    *,
    office: str = "",
    meeting: date | None = None,
) -> Guidance:
    """What is said to the departments of a cycle; ``departments`` are those that are asked."""
    asked = [plan.by_id[card.unit] for card in board.cards if card.assigned and card.unit in plan.by_id]
    return Guidance(
        board,
        plan,
        settings,
        cycle.as_of,
        cycle.due,
        meeting or cycle.meeting,
        board.asked,
        len(departments),
        office,
        indicators=any(unit.indicators for unit in asked),
        first=cycle.previous is None,
        next_year=asks_next_year(cycle),
        direction=needs_direction(cycle),
    )
