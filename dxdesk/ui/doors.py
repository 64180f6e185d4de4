"""How windows come by a desk; what these do is put together where the program starts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from dxdesk.desk import Desk
from dxdesk.domain.packages import Package
from dxdesk.domain.permissions import Actor, ActorRole
from dxdesk.domain.plans import Plan
from dxdesk.domain.rosters import Roster

ELSEWHERE = ("network", "removable", "synced")
"""Causes why a file is refused where it lies, and may be copied to this computer."""


@dataclass(frozen=True)
class Doors:
    """A desk on a database by path or address, on the sample of a shipped plan by name in a role, on a copy of a file
    that lies where no live database may lie, on a backup put back (with the place of what was there), and on a new
    database of a town (with the fiscal year it begins with, None for that of the day). ``check`` says whether one can
    be made at a path. ``liaison`` finds the database with which a department answers a secretariat (by its database id)
    on this PC, or looks at what it shows (True); ``begin`` makes it from the first 照会 or 閲覧. ``practise`` has the
    secretariat of a sample answer what its department handed over; False where the desk is on no such sample.
    ``sample_anew`` begins that sample anew, by the path of its database.

    All raise StoreUnavailable and Problem.
    """

    open: Callable[[str], Desk]
    sample: Callable[[str, ActorRole], Desk]
    sample_anew: Callable[[str, ActorRole], Desk]
    copy: Callable[[str], Desk]
    restore: Callable[[str], tuple[Desk, Path | None]]
    restored_path: Callable[[str], Path]
    found: Callable[[str, Plan, Roster, int | None], Desk]
    check: Callable[[str], None]
    liaison: Callable[[str, bool], str | None]
    begin: Callable[[Package, Actor, str], Desk]
    practise: Callable[[Desk], bool]
