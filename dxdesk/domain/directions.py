"""次年度の方向性と予算要求: what the answers of a cycle say about the next year, unit by unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from dxdesk.domain.board import Board, Card
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.indicator_table import number_of
from dxdesk.domain.merge import UnitView
from dxdesk.domain.next_year import FINISHED, LEFT_TO_MEETING, needs_direction
from dxdesk.domain.plans import Plan
from dxdesk.domain.replies import Answer, Budget
from dxdesk.domain.settings import Settings

DECIDED_THERE: Final = "会議で決める"
"""What stands in place of a 方向性 that the department leaves to the meeting."""


@dataclass(frozen=True)
class DirectionRow:
    """A unit with what its answer says: 方向性, 予算要求 and why; without a reason what is to be done next.

    ``needed``: the cycle asks every department for a 方向性 of what goes on.
    """

    number: str
    card: Card
    axis: str
    direction: str | None
    budget: Budget | None
    reason: str | None
    needed: bool = True

    @property
    def told(self) -> bool:
        """Whether anything is said about the next year."""
        return bool(self.direction) or (self.budget is not None and self.budget != Budget())

    @property
    def finished(self) -> bool:
        """Whether nothing is said of a direction because there is none to go on in."""
        return not self.direction and self.card.status in FINISHED

    @property
    def left_to_meeting(self) -> bool:
        """Whether the meeting decides the direction, as the department need not say one."""
        return self.needed and not self.direction and self.card.status in LEFT_TO_MEETING

    @property
    def silent(self) -> bool:
        """Whether a direction is still to be said by the department."""
        return not (self.direction or self.finished or self.left_to_meeting)

    @property
    def source(self) -> str | None:
        """財源 of what is asked for."""
        return self.budget.source if self.budget and self.budget.requested is not False else None

    @property
    def amount(self) -> Decimal | None:
        """The amount asked for in 千円; None where there is none, or not as a number."""
        return number_of(self.budget.thousand_yen) if self.budget and self.budget.requested is not False else None


@dataclass(frozen=True)
class Directions:
    """Everything 方向性・予算要求一覧 shows; ``next_year`` is the fiscal year it is about."""

    board: Board
    plan: Plan
    settings: Settings
    next_year: int
    rows: tuple[DirectionRow, ...]

    @property
    def told(self) -> bool:
        """Whether any unit says something about the next year."""
        return any(row.told for row in self.rows)

    @property
    def counts(self) -> tuple[tuple[str, int], ...]:
        """How many units go in which direction, in the order in which they first occur; then those that are finished
        by the word of their status, those that the meeting decides, and last those that say none."""
        gone = (self.settings.status_word(row.card.status) for row in self.rows if row.finished)
        left = (DECIDED_THERE for row in self.rows if row.left_to_meeting)
        found = Counter([*(row.direction for row in self.rows if row.direction), *gone, *left])
        silent = sum(row.silent for row in self.rows)
        return (*found.items(), *((("", silent),) if silent else ()))

    @property
    def total(self) -> Decimal:
        """What all units ask for together, 千円."""
        return sum((row.amount for row in self.rows if row.amount is not None), Decimal(0))

    @property
    def left_out(self) -> int:
        """How many units ask for something whose amount the total does not hold, as it is not said in a number."""
        without = (row.budget for row in self.rows if row.amount is None and row.budget is not None)
        return sum(each.requested is True or (each.requested is None and bool(each.thousand_yen)) for each in without)


def directions_of(
    plan: Plan, board: Board, settings: Settings, cycle: Cycle, views: Mapping[str, UnitView]
) -> Directions:
    """What the units of a board say about the next year; ``views`` are by unit id."""
    axes = {axis.code: axis.name for axis in board.axes}
    rows = []
    for card in board.cards:
        view = views.get(card.unit)
        answer = (view.counted.answer if view and view.counted else None) or Answer()
        reason = answer.reason or answer.next
        said = (answer.direction, answer.budget, reason or None)
        rows.append(DirectionRow(card.number, card, axes.get(card.axis, ""), *said, needs_direction(cycle)))
    return Directions(board, plan, settings, cycle.fiscal_year + 1, tuple(rows))
