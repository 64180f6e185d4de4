"""Windows: a file type and its program in the part of the registry that belongs to the person."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from dxdesk.file_types import Standing

PROGRAM: Final = "dxdesk.package.1"
_CLASSES: Final = r"HKEY_CURRENT_USER\Software\Classes"
_SUFFIX: Final = rf"{_CLASSES}\.dxd"
_OFFERED: Final = rf"{_SUFFIX}\OpenWithProgids"
_TYPE: Final = rf"{_CLASSES}\{PROGRAM}"
_COMMAND: Final = rf"{_TYPE}\shell\open\command"
_EVERYBODYS: Final = r"HKEY_CLASSES_ROOT\.dxd"
_CHOSEN: Final = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Explorer\FileExts\.dxd\UserChoice"
"""What a person chose with プログラムから開く; Windows lets no program write there."""
_BEFORE: Final = "Before"
"""The file type that the suffix had before it was tied."""


class Registry(Protocol):
    """The registry by whole keys; the value without a name is a key's own. All raise OSError."""

    def read(self, key: str, name: str = "") -> str | None:
        """The text of a value; None where there is none."""

    def write(self, key: str, text: str, name: str = "") -> None:
        """Write a value; its key is made where it is missing."""

    def remove_value(self, key: str, name: str = "") -> None:
        """Remove a value where there is one."""

    def remove_key(self, key: str) -> None:
        """Remove a key where there is one, with all below it."""

    def announce(self) -> None:
        """Have the windows of the system look at the file types anew."""


def command_line(command: tuple[str, ...]) -> str:
    """The command with the place of the file; each word is quoted, for folders have spaces in their names."""
    return " ".join(f'"{word}"' for word in (*command, "%1"))


def standing(registry: Registry, command: tuple[str, ...]) -> Standing:
    """What a double click starts. Raises OSError."""
    tied = registry.read(_CHOSEN, "ProgId") or registry.read(_SUFFIX) or registry.read(_EVERYBODYS)
    if tied not in (None, "", PROGRAM):
        return "others"
    return "ours" if tied and registry.read(_COMMAND) == command_line(command) else "free"


def tie(registry: Registry, command: tuple[str, ...], icon: Path) -> None:
    """Write the file type and give the suffix to it. Raises OSError."""
    before = registry.read(_SUFFIX)
    if before not in (None, "", PROGRAM):
        registry.write(_TYPE, before, _BEFORE)
    registry.write(_TYPE, "dxdeskのファイル")
    registry.write(_TYPE, "dxdeskのファイル", "FriendlyTypeName")
    registry.write(rf"{_TYPE}\DefaultIcon", str(icon))
    registry.write(rf"{_TYPE}\shell\open", "dxdesk", "FriendlyAppName")
    registry.write(_COMMAND, command_line(command))
    registry.write(_OFFERED, "", PROGRAM)
    registry.write(_SUFFIX, PROGRAM)
    registry.announce()


def untie(registry: Registry) -> None:
    """Give the suffix back and take the file type away. Raises OSError."""
    before = registry.read(_TYPE, _BEFORE)
    if registry.read(_SUFFIX) == PROGRAM:
        if before:
            registry.write(_SUFFIX, before)
        else:
            registry.remove_value(_SUFFIX)
    registry.remove_value(_OFFERED, PROGRAM)
    registry.remove_key(_TYPE)
    registry.announce()
