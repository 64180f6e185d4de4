"""Monitors of an X server that come and go: RandR lets a program say which parts of its screen are monitors."""

from __future__ import annotations

import ctypes
from ctypes.util import find_library


class _Resources(ctypes.Structure):
    _fields_ = [
        ("timestamp", ctypes.c_ulong),
        ("configured", ctypes.c_ulong),
        ("crtc_count", ctypes.c_int),
        ("crtcs", ctypes.c_void_p),
        ("output_count", ctypes.c_int),
        ("outputs", ctypes.POINTER(ctypes.c_ulong)),
    ]


class _Monitor(ctypes.Structure):
    _fields_ = [
        ("name", ctypes.c_ulong),
        *((each, ctypes.c_int) for each in ("primary", "automatic", "output_count", "x", "y", "width", "height")),
        ("width_mm", ctypes.c_int),
        ("height_mm", ctypes.c_int),
        ("outputs", ctypes.POINTER(ctypes.c_ulong)),
    ]


def there_are() -> bool:
    """Whether the libraries are there that this needs."""
    return find_library("X11") is not None and find_library("Xrandr") is not None


class Monitors:
    """The monitors of the server that DISPLAY names."""

    def __init__(self) -> None:
        self._x, self._randr = ctypes.CDLL(find_library("X11")), ctypes.CDLL(find_library("Xrandr"))
        pointer, number = ctypes.c_void_p, ctypes.c_ulong
        self._x.XOpenDisplay.restype, self._x.XOpenDisplay.argtypes = pointer, [ctypes.c_char_p]
        self._x.XDefaultRootWindow.restype, self._x.XDefaultRootWindow.argtypes = number, [pointer]
        self._x.XInternAtom.restype = number
        self._x.XInternAtom.argtypes = [pointer, ctypes.c_char_p, ctypes.c_int]
        self._x.XSync.argtypes = [pointer, ctypes.c_int]
        self._randr.XRRGetScreenResourcesCurrent.restype = ctypes.POINTER(_Resources)
        self._randr.XRRGetScreenResourcesCurrent.argtypes = [pointer, number]
        self._randr.XRRSetMonitor.argtypes = [pointer, number, ctypes.POINTER(_Monitor)]
        self._randr.XRRDeleteMonitor.argtypes = [pointer, number, number]
        self._display = self._x.XOpenDisplay(None)
        self._root = self._x.XDefaultRootWindow(self._display)

    def _name(self, name: str) -> int:
        return int(self._x.XInternAtom(self._display, name.encode(), 0))

    def plug(self, name: str, x: int, width: int, height: int, *, primary: bool = False) -> None:
        """A monitor from now on; the primary one takes the server's only output, so that it is no monitor itself."""
        found = self._randr.XRRGetScreenResourcesCurrent(self._display, self._root).contents
        outputs = found.outputs if primary else None
        monitor = _Monitor(
            self._name(name), primary, 0, int(primary), x, 0, width, height, width // 4, height // 4, outputs
        )
        self._randr.XRRSetMonitor(self._display, self._root, ctypes.byref(monitor))
        self._x.XSync(self._display, 0)

    def unplug(self, name: str) -> None:
        """It is gone."""
        self._randr.XRRDeleteMonitor(self._display, self._root, self._name(name))
        self._x.XSync(self._display, 0)
