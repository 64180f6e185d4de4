"""Keeps the PC from switching its screens off while slides are projected.

The system ends it by itself should the program end. Where it knows no way, nothing happens, and nobody is told: the
energy settings of the PC hold then.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable
from typing import Final, Protocol

_logger = logging.getLogger(__name__)

_GOES_ON, _SYSTEM, _DISPLAY = 0x80000000, 0x00000001, 0x00000002
"""What SetThreadExecutionState calls ES_CONTINUOUS, ES_SYSTEM_REQUIRED and ES_DISPLAY_REQUIRED."""

_SERVICE: Final = "org.freedesktop.ScreenSaver"
_BUS: Final = "dxdesk-projection"


class Wakefulness(Protocol):
    """One way of staying awake. Both may raise whatever they like."""

    def begin(self) -> object:
        """From now on."""

    def end(self) -> object:
        """As before."""


class OnWindows:
    """By the state of this thread; ``set_state`` is the system's."""

    def __init__(self, set_state: Callable[[int], object]) -> None:
        self._set_state = set_state

    def begin(self) -> None:
        """From now on."""
        self._set_state(_GOES_ON | _SYSTEM | _DISPLAY)

    def end(self) -> None:
        """As before."""
        self._set_state(_GOES_ON)


class OnFreedesktop:
    """By a word to the desktop over a connection of its own: it holds as long as the connection stands."""

    def begin(self) -> None:
        """From now on. Nobody waits for what the desktop answers."""
        address = os.environ.get("DBUS_SESSION_BUS_ADDRESS")
        if not address:
            return
        from PySide6.QtDBus import QDBusConnection, QDBusMessage

        bus = QDBusConnection.connectToBus(address, _BUS)
        if bus.isConnected():
            asking = QDBusMessage.createMethodCall(_SERVICE, "/org/freedesktop/ScreenSaver", _SERVICE, "Inhibit")
            asking.setArguments(["dxdesk", "会議の投影"])
            bus.asyncCall(asking)

    def end(self) -> None:
        """As before."""
        if os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
            from PySide6.QtDBus import QDBusConnection

            QDBusConnection.disconnectFromBus(_BUS)


def wakefulness() -> Wakefulness | None:
    """The way of this system; None where there is none."""
    if sys.platform == "win32":
        import ctypes

        return OnWindows(ctypes.windll.kernel32.SetThreadExecutionState)
    return OnFreedesktop() if sys.platform == "linux" else None


class Awake:
    """Stays awake from the first ``keep(on=True)`` to the next ``keep(on=False)``; what fails stops nobody."""

    def __init__(self, way: Wakefulness | None) -> None:
        self._way = way
        self._on = False

    def keep(self, *, on: bool) -> None:
        """Keep the screens on, or leave them to the PC again."""
        if self._way is None or on == self._on:
            return
        self._on = on
        try:
            if on:
                self._way.begin()
            else:
                self._way.end()
        except Exception:
            _logger.exception("the screens could not be kept on")
