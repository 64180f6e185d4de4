"""A PC whose screens a test plugs in and out, and where its windows would stand."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from dxdesk.ui.projection.screens import ScreenPlace, Screens

LAPTOP = ScreenPlace(1, "eDP-1", "laptop panel", 0, 0, 1366, 768)
PROJECTOR = ScreenPlace(2, "HDMI-1", "EPSON EB-1781W 12", 1366, 0, 1280, 800)
OTHER = ScreenPlace(2, "HDMI-1", "SHARP LC-60 7", 1366, 0, 1920, 1080)


class PlayedScreens(Screens):
    """``there`` are the screens, ``stands`` where each window was put; the laptop's window is on the first screen
    unless it was moved."""

    def __init__(self, *there: ScreenPlace) -> None:
        super().__init__()
        self.there = there
        self.stands: dict[QWidget, ScreenPlace] = {}

    def plug(self, *there: ScreenPlace) -> None:
        """The screens that are there from now on."""
        self.there = there
        self.changed.emit()

    def places(self) -> tuple[ScreenPlace, ...]:
        return self.there

    def of(self, window: QWidget) -> ScreenPlace | None:
        found = self.stands.get(window.window(), self.there[0])
        return found if found in self.there else None

    def on(self, window: QWidget, place: ScreenPlace) -> bool:
        return self.stands[window] == place

    def put(self, window: QWidget, place: ScreenPlace) -> None:
        self.stands[window] = place
        window.resize(place.width // 4, place.height // 4)
        if window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus:  # the platform without a display gives it
            window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        window.show()

    def move(self, window: QWidget, place: ScreenPlace) -> None:
        self.stands[window] = place
