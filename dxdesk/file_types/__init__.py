"""What a double click on a file that travels (``.dxd``) starts: tied to this program, and undone again.

Both only ever touch what belongs to the person who is signed in, so that neither an installer nor an administrator is
needed. A file type that a person gave to another program is only taken over where a person asks for it.
"""

from __future__ import annotations

import sys
from typing import Literal

from dxdesk.file_types.starting import command
from dxdesk.paths import data_root
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.output_files import cause

Standing = Literal["ours", "free", "others"]
"""A double click starts this program as it stands here · no program, or this one where it stood before · another."""

_ICONS = data_root() / "resources" / "theme"


def standing() -> Standing | None:
    """What a double click starts; None on a system on which it cannot be tied. What cannot be read is free."""
    try:
        if sys.platform == "win32":
            from dxdesk.file_types import windows
            from dxdesk.file_types.windows_registry import WindowsRegistry

            return windows.standing(WindowsRegistry(), command())
        if sys.platform == "linux":
            from dxdesk.file_types import freedesktop

            return freedesktop.standing(command())
    except OSError:
        return "free"
    return None


def tie() -> tuple[str, ...]:
    """Have a double click start this program. Returns the programs of the system that should have been told of it and
    are missing: without them some desktops hear of it late or never. Raises StoreUnavailable."""
    try:
        if sys.platform == "win32":
            from dxdesk.file_types import windows
            from dxdesk.file_types.windows_registry import WindowsRegistry

            windows.tie(WindowsRegistry(), command(), _ICONS / "dxdesk.ico")
        elif sys.platform == "linux":
            from dxdesk.file_types import freedesktop

            return freedesktop.tie(command(), (_ICONS / "dxdesk.svg").read_bytes())
    except OSError as error:
        raise StoreUnavailable(cause(error), error.filename or "") from error
    return ()


def untie() -> tuple[str, ...]:
    """Undo it: what stood there before holds again. Returns what ``tie`` does. Raises StoreUnavailable."""
    try:
        if sys.platform == "win32":
            from dxdesk.file_types import windows
            from dxdesk.file_types.windows_registry import WindowsRegistry

            windows.untie(WindowsRegistry())
        elif sys.platform == "linux":
            from dxdesk.file_types import freedesktop

            return freedesktop.untie()
    except OSError as error:
        raise StoreUnavailable(cause(error), error.filename or "") from error
    return ()
