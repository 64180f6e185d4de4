"""What a person chose on this PC: nothing of it is in the town's database and nothing of it shows on paper."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from dxdesk import paths


@dataclass(frozen=True)
class Preferences:
    """The choices of this PC; sizes of the meeting room are inches of the screen's diagonal and metres, 0 = not known.

    ``projection_monitor`` is the one on which slides were projected last.
    ``exchange`` holds by database (id) how files travel to and from it: those of another town or of a sample lie
    elsewhere. ``saving_folder`` is where a file was saved last, ``last`` holds per document what was printed last;
    ``desk`` the one that is opened at the start and as whom (target, role, department, name); ``names`` who works here,
    by role or ``role:department`` (id).
    """

    text_scale: float = 1.0
    less_motion: bool = False
    high_contrast: bool = False
    names: dict[str, str] = field(default_factory=dict)
    screen_inches: float = 0.0
    seat_metres: float = 0.0
    projection_monitor: str = ""
    exchange: dict[str, dict[str, str]] = field(default_factory=dict)
    backup_folder: str = ""
    saving_folder: str = ""
    last: dict[str, dict[str, str]] = field(default_factory=dict)
    desk: dict[str, str] = field(default_factory=dict)


def _file() -> Path:
    return paths.home() / "preferences.json"


def preferences() -> Preferences:
    """The choices as they were kept; the usual ones where there are none or they cannot be read."""
    try:
        found = json.loads(_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Preferences()
    usual = Preferences()
    if not isinstance(found, dict):
        return usual
    return replace(
        usual, **{each.name: _like(found.get(each.name), getattr(usual, each.name)) for each in fields(usual)}
    )


def _like(found: object, usual: Any) -> Any:
    """What was kept where it is of the same kind as the usual choice."""
    if isinstance(usual, float) and isinstance(found, int) and not isinstance(found, bool):
        return float(found)
    return found if type(found) is type(usual) else usual


def keep(**chosen: Any) -> Preferences:
    """Keep choices by their names; a disk that takes nothing is no reason to stop. Returns all choices."""
    now = replace(preferences(), **chosen)
    with suppress(OSError):
        _file().parent.mkdir(parents=True, exist_ok=True)
        part = _file().with_suffix(".part")
        part.write_text(json.dumps(asdict(now), ensure_ascii=False, indent=1), encoding="utf-8")
        part.replace(_file())
    return now


def name_key(role: str, departments: Sequence[str]) -> str:
    """Under what the name of who works in a role, for departments (ids), is kept."""
    return ":".join((role, *departments[:1]))


def kept_name(role: str, departments: Sequence[str]) -> str | None:
    """The name of who works in a role, for departments (ids); None where none was given yet."""
    return preferences().names.get(name_key(role, departments)) or None


def keep_name(role: str, departments: Sequence[str], name: str) -> None:
    """Keep the name of who works in a role, for departments (ids)."""
    keep(names={**preferences().names, name_key(role, departments): name})


def exchange(database: str) -> dict[str, str]:
    """How files travel between this PC and a database (id), as it was chosen; "1" is yes, what is missing was never
    chosen.

    ``folder`` is where files of both directions lie; ``numbers_only`` leaves the names of town, cycle and department
    out of what can be read of them; ``last_folder`` is where one was opened or put last; ``letters`` makes 照会文
    beside them; ``ascii_names`` names files in ASCII.
    """
    return preferences().exchange.get(database, {})


def exchange_folder_of(database: str) -> str:
    """The exchange folder of a database (id) on this PC; empty where none was chosen."""
    return exchange(database).get("folder", "")


def names_in_ascii(database: str) -> bool:
    """Whether files made on this PC for departments of a database (id) get names in ASCII."""
    return exchange(database).get("ascii_names") == "1"


def keep_exchange(database: str, **chosen: str) -> None:
    """Keep choices about files to and from a database (id)."""
    keep(exchange={**preferences().exchange, database: {**exchange(database), **chosen}})


def backups(database: Path) -> Path:
    """The folder of the backups of a database: the one that was chosen for this PC, else the one beside it."""
    chosen = preferences().backup_folder
    return Path(chosen) if chosen else paths.backups(database)
