"""The registry of this PC."""

from __future__ import annotations

import sys

if sys.platform == "win32":
    import ctypes
    import winreg
    from contextlib import suppress
    from typing import Final

    _ROOTS: Final = {
        "HKEY_CURRENT_USER": winreg.HKEY_CURRENT_USER,
        "HKEY_CLASSES_ROOT": winreg.HKEY_CLASSES_ROOT,
    }
    _TYPES_CHANGED: Final = 0x08000000

    def _parts(key: str) -> tuple[int, str]:
        root, _, path = key.partition("\\")
        return _ROOTS[root], path

    class WindowsRegistry:
        """As ``windows.Registry`` says."""

        def read(self, key: str, name: str = "") -> str | None:
            """The text of a value; None where there is none, or another kind of value."""
            try:
                with winreg.OpenKey(*_parts(key)) as opened:
                    found, _kind = winreg.QueryValueEx(opened, name)
            except FileNotFoundError:
                return None
            return found if isinstance(found, str) else None

        def write(self, key: str, text: str, name: str = "") -> None:
            """Write a value; its key is made where it is missing."""
            with winreg.CreateKey(*_parts(key)) as opened:
                winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, text)

        def remove_value(self, key: str, name: str = "") -> None:
            """Remove a value where there is one."""
            root, path = _parts(key)
            with suppress(FileNotFoundError), winreg.OpenKey(root, path, 0, winreg.KEY_SET_VALUE) as opened:
                winreg.DeleteValue(opened, name)

        def remove_key(self, key: str) -> None:
            """Remove a key where there is one, with all below it."""
            root, path = _parts(key)
            with suppress(FileNotFoundError):
                with winreg.OpenKey(root, path) as opened:
                    below = [winreg.EnumKey(opened, number) for number in range(winreg.QueryInfoKey(opened)[0])]
                for each in below:
                    self.remove_key(f"{key}\\{each}")
                winreg.DeleteKey(root, path)

        def announce(self) -> None:
            """Have the windows of the system look at the file types anew."""
            ctypes.windll.shell32.SHChangeNotify(_TYPES_CHANGED, 0, None, None)
