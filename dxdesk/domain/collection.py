"""回収: how far the answers of a cycle have come, unit by unit and department by department."""

from __future__ import annotations

from collections.abc import Collection as Some
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final, Literal

from dxdesk.domain.cycles import Cycle, Slot
from dxdesk.domain.merge import UnitView
from dxdesk.domain.plans import Plan

CellState = Literal[
    "accepted", "submitted", "withdrawal", "returned", "conflict", "waiting", "draft", "unanswered", "spared"
]  # fmt: skip
Kind = Literal["submitted", "returned", "conflict", "unanswered", "accepted", "spared"]
KIND_ORDER: Final[tuple[Kind, ...]] = ("submitted", "returned", "conflict", "unanswered", "accepted", "spared")
Merged = Literal["single", "open", "ready", "settled", "revise", "conflict"]

KINDS: Final[Mapping[CellState, Kind]] = {
    "accepted": "accepted",
    "submitted": "submitted",
    "withdrawal": "submitted",
    "returned": "returned",
    "conflict": "conflict",
    "waiting": "conflict",
    "draft": "unanswered",
    "unanswered": "unanswered",
    "spared": "spared",
}
"""What a state is counted as, so that the counts add up to what was asked."""

ACCEPTABLE: Final[frozenset[CellState]] = frozenset({"submitted", "withdrawal"})
"""States in which 受理 of many takes a slot along."""

RETURNABLE: Final[frozenset[CellState]] = frozenset({"submitted", "accepted"})
"""States in which a slot can be returned together with others."""


@dataclass(frozen=True)
class Cell:
    """One department's answer about one unit, as 事務局 sees it.

    ``withdrawal`` is the withdrawal of something accepted that waits for its review, ``waiting`` a version whose
    earlier one has not arrived, ``draft`` an answer begun on this computer, ``spared`` one that nobody waits for any
    more, because the unit counts without it. ``provisional``: the plan names nobody; ``confirmed``: the 所属長 has
    confirmed the newest answer; ``unchanged``: it was handed in again as it had been returned; ``unconcerned``: the
    answer that counts is 該当しない.
    """

    department: str
    state: CellState
    provisional: bool = False
    confirmed: bool = False
    unchanged: bool = False
    unconcerned: bool = False

    @property
    def kind(self) -> Kind:
        """What it is counted as."""
        return KINDS[self.state]

    @property
    def answered(self) -> bool:
        """Whether there is an answer that a 所属長 could confirm."""
        return self.state in ("submitted", "accepted", "returned")


@dataclass(frozen=True)
class UnitRow:
    """One unit with a cell per department that was asked (by department id, in 建制順).

    ``merged`` says how far its 取りまとめ is: ``single`` needs none, ``open`` waits for answers, ``ready`` can be drawn
    together, ``settled`` counts, ``revise`` counts and other answers were accepted since.
    """

    unit: str
    cells: Mapping[str, Cell]
    merged: Merged
    accepted: int

    @property
    def confirmed(self) -> tuple[int, int]:
        """How many answers their 所属長 confirmed, of how many there are."""
        there = [each for each in self.cells.values() if each.answered]
        return sum(each.confirmed for each in there), len(there)


SlotKey = tuple[str, str]
"""Unit and department (ids)."""

DisputeKey = tuple[str, str | None]
"""Unit and department (ids) of a くいちがい; None is the unit's 取りまとめ."""


@dataclass(frozen=True)
class Collected:
    """A whole cycle: its rows in the plan's order, and the departments asked in 建制順 (ids)."""

    rows: tuple[UnitRow, ...]
    departments: tuple[str, ...]

    @cached_property
    def counts(self) -> Mapping[Kind, int]:
        """How many slots there are of each kind."""
        found: dict[Kind, int] = dict.fromkeys(KIND_ORDER, 0)
        for row in self.rows:
            for cell in row.cells.values():
                found[cell.kind] += 1
        return found

    def places(self, states: Some[CellState]) -> tuple[SlotKey, ...]:
        """The slots in one of these states, in the plan's order, the departments of a unit in 建制順."""
        return tuple(
            (row.unit, each.department) for row in self.rows for each in row.cells.values() if each.state in states
        )

    @cached_property
    def acceptable(self) -> tuple[SlotKey, ...]:
        """The slots that 受理 of many takes along."""
        return self.places(ACCEPTABLE)

    @cached_property
    def disputes(self) -> tuple[DisputeKey, ...]:
        """Where versions are to be settled, in the plan's order, the departments of a unit before its 取りまとめ."""
        return tuple(
            (row.unit, department)
            for row in self.rows
            for department in (*row.cells, None)
            if (row.merged if department is None else row.cells[department].state) == "conflict"
        )

    def merging(self, *merged: Merged) -> tuple[str, ...]:
        """The units (ids) whose 取りまとめ stands so, in the plan's order."""
        return tuple(row.unit for row in self.rows if row.merged in merged)

    @cached_property
    def silent(self) -> tuple[str, ...]:
        """The departments (ids) that still owe an answer, in 建制順."""
        owing = {each.department for row in self.rows for each in row.cells.values() if each.kind == "unanswered"}
        return tuple(each for each in self.departments if each in owing)

    @cached_property
    def unconfirmed(self) -> tuple[SlotKey, ...]:
        """The answers that no 所属長 has confirmed yet, in the plan's order."""
        return tuple(
            (row.unit, each.department)
            for row in self.rows
            for each in row.cells.values()
            if each.answered and not each.confirmed
        )

    @property
    def asked(self) -> int:
        """How many slots there are."""
        return sum(len(row.cells) for row in self.rows)


def _state(view: UnitView, department: str, drafted: bool, open_cycle: bool) -> CellState:
    slot, counted = view.slots[department], view.answers[department] is not None
    if open_cycle and slot.state == "submitted":
        return "withdrawal" if slot.heads[0].kind == "withdraw" else "submitted"
    if open_cycle and (slot.disputed or slot.state in ("conflict", "waiting", "returned")):
        return slot.state if slot.state in ("waiting", "returned") and not slot.disputed else "conflict"
    if counted:
        return "accepted"
    if not view.owes(department):
        return "spared"
    return "draft" if drafted and open_cycle else "unanswered"


def _unconcerned(view: UnitView, department: str) -> bool:
    counted = view.answers[department]
    return counted is not None and counted.answer is not None and counted.answer.status == "na"


def _merged(view: UnitView, cells: Some[CellState], overdue: bool, open_cycle: bool) -> Merged:
    if view.consolidation.disputed or view.consolidation.state == "conflict":
        return "conflict"
    if view.revise:
        return "revise"
    if view.consolidation.counted is not None or (view.counted is not None and view.counted.department is None):
        return "settled"
    if view.assigned < 2 or view.status == "na":
        return "single"
    in_hand = all(each == "accepted" for each in cells)
    late = overdue and view.accepted > 0 and not any(each in ACCEPTABLE for each in cells)
    return "ready" if open_cycle and (in_hand or late) else "open"


def ready_units(cycle: Cycle, views: Mapping[str, UnitView], today: date) -> frozenset[str]:
    """取りまとめ待ち: the units (ids) that can be drawn together on a day. While departments are missing a unit does
    not wait for that before the deadline."""
    found = set()
    for unit, view in views.items():
        states = [_state(view, department, False, cycle.open) for department in view.slots]
        if states and _merged(view, states, today > cycle.due, cycle.open) == "ready":
            found.add(unit)
    return frozenset(found)


def collect(
    plan: Plan,
    cycle: Cycle,
    slots: Sequence[Slot],
    views: Mapping[str, UnitView],
    drafts: Some[SlotKey],
    order: Sequence[str],
    today: date,
) -> Collected:
    """How far a cycle has come. ``drafts`` are the (unit, department) somebody writes at on this computer, ``order``
    all departments in 建制順.

    A unit can be drawn together once every answer is accepted, after the deadline as soon as one is and none waits
    for its review. A closed cycle knows accepted and unanswered only.
    """
    provisional = {(each.unit, each.department) for each in slots if each.provisional}
    rows = []
    for unit in plan.units:
        view = views.get(unit.id)
        if view is None or not view.slots:
            continue
        cells = {
            department: Cell(
                department,
                _state(view, department, (unit.id, department) in drafts, cycle.open),
                (unit.id, department) in provisional,
                slot.confirmed is not None,
                slot.unchanged,
                _unconcerned(view, department),
            )
            for department, slot in view.slots.items()
        }
        merged = _merged(view, [each.state for each in cells.values()], today > cycle.due, cycle.open)
        rows.append(UnitRow(unit.id, cells, merged, view.accepted))
    there = {each for row in rows for each in row.cells}
    return Collected(tuple(rows), tuple(each for each in order if each in there))
