"""今の状況 and 実施段階: fixed keys, their order and what changed since last time."""

from __future__ import annotations

from typing import Final, Literal

Status = Literal["late", "warn", "stop", "ok", "done", "none", "na", "miss", "elsewhere"]
Change = Literal["better", "worse", "same"]

STATUSES: Final[tuple[Status, ...]] = ("late", "warn", "stop", "ok", "done", "none", "na", "miss")
"""Order of every count, legend and filter: worst first, then what is done or has not begun, absence last.

``elsewhere`` is in none of them: a department's database does not hold what only others were asked about.
"""

UNTOLD: Final[tuple[Status, ...]] = ("miss", "elsewhere")
"""There is no answer to read."""

CHOSEN: Final[tuple[Status, ...]] = ("ok", "warn", "late", "done", "none", "stop", "na")
"""What a person can choose, in the order of the keys Alt+1 to Alt+7. ``miss`` is only ever derived."""

ONLY_WHEN_PRESENT: Final[tuple[Status, ...]] = ("stop", "na")
"""Tiles and columns of these appear only where their count is above zero."""

_RANK: Final[dict[str, int]] = {"late": 0, "warn": 1, "ok": 2}


def as_status(key: str) -> Status | None:
    """The status for a key, None for anything that is not one."""
    return key if key in STATUSES else None


def change_since(previous: str | None, current: str | None) -> Change | None:
    """The arrow beside a status: only late < warn < ok can be ranked; equal keys are the same; else no arrow."""
    if previous is None or current is None:
        return None
    if previous == current:
        return "same"
    if previous not in _RANK or current not in _RANK:
        return None
    return "better" if _RANK[current] > _RANK[previous] else "worse"


def worst(statuses: list[Status]) -> Status | None:
    """The one that needs attention most, in the order of STATUSES; None of none."""
    return min(statuses, key=STATUSES.index, default=None)
