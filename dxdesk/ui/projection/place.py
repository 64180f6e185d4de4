"""Where a meeting stood among its slides, kept on this PC: it goes on there after the program or the power ended.

What is read back is never kept, for it is not recorded yet: it goes on at the slide before.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields, replace
from hashlib import sha256
from pathlib import Path
from threading import Lock
from typing import Any, get_args

from dxdesk import paths
from dxdesk.ui.board.course import Position, View
from dxdesk.ui.projection.projector import Projector


@dataclass(frozen=True)
class Place:
    """Where the laptop stood, where the frozen picture stood (None: it was not frozen), and whether it was hidden."""

    position: Position = field(default_factory=Position)
    frozen: Position | None = None
    hidden: bool = False


def place_of(projector: Projector) -> Place:
    """Where a projector stands, without what is read back."""
    before = projector.before_read_back
    frozen = projector.frozen_at
    if frozen is not None and frozen.view == "readback":
        frozen = before or replace(frozen, view="board")
    return Place(before or projector.position, frozen, projector.hidden)


def put_back(projector: Projector, place: Place) -> None:
    """Have a projector stand where it stood."""
    projector.hide(place.hidden)
    if place.frozen is not None:
        projector.go(place.frozen)
        projector.freeze(True)
    projector.go(place.position)


def _file(database: str, meeting: str) -> Path:
    name = sha256(f"{database}\n{meeting}".encode()).hexdigest()[:16]
    return paths.home() / "projections" / f"{name}.json"


_noted: dict[Path, Place] = {}
_writing = Lock()


def note_place(database: str, meeting: str, place: Place) -> Path:
    """Note where a meeting (id) of a database (id) stands; returns the file for ``write_noted``."""
    file = _file(database, meeting)
    _noted[file] = place
    return file


def write_noted(file: Path) -> None:
    """Write down what was noted last, from any thread; a disk that takes nothing is no reason to stop."""
    with _writing, suppress(OSError):
        place = _noted[file]
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_suffix(".part")
        with part.open("w", encoding="utf-8") as target:
            json.dump(asdict(place), target)
            target.flush()
            os.fsync(target.fileno())
        part.replace(file)


def kept_place(database: str, meeting: str) -> Place:
    """Where a meeting stood; the beginning where that is not known."""
    with suppress(OSError, ValueError, TypeError, AttributeError):
        found = json.loads(_file(database, meeting).read_text(encoding="utf-8"))
        frozen = found.get("frozen")
        return Place(
            _position(found["position"]), _position(frozen) if frozen is not None else None, found["hidden"] is True
        )
    return Place()


def _position(found: Any) -> Position:
    """A position as it was kept. Raises ValueError for anything else."""
    known = {each.name: found[each.name] for each in fields(Position) if each.name in found}
    position = Position(**known)
    kinds = (
        (position.code, (str, type(None))),
        (position.page, (int,)),
        (position.status, (str, type(None))),
        (position.months, (bool,)),
        (position.item, (int, type(None))),
        (position.until, (str,)),
    )
    if position.view not in get_args(View) or not all(isinstance(value, kind) for value, kind in kinds):
        raise ValueError(found)
    return position
