"""Which meeting is being projected just now, noted on this PC: the note is left where the program or the power ended in
the middle of it.

Nothing of the slides is loaded for asking.
"""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from dxdesk import paths


def _file(target: str) -> Path:
    return paths.home() / "projections" / f"{sha256(target.encode()).hexdigest()[:16]}.meeting"


def note_under_way(target: str, meeting: str) -> None:
    """Note that a meeting (id) of a database is projected; a disk that takes nothing is no reason to stop."""
    with suppress(OSError):
        file = _file(target)
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("w", encoding="ascii") as note:
            note.write(meeting)
            note.flush()
            os.fsync(note.fileno())


def forget_under_way(target: str) -> None:
    """Nothing of a database is projected any more."""
    with suppress(OSError):
        _file(target).unlink(missing_ok=True)


def found_under_way(target: str) -> str:
    """The meeting (id) that was projected when the program or the power ended; empty where none was."""
    with suppress(OSError, ValueError):
        return _file(target).read_text(encoding="ascii")
    return ""
