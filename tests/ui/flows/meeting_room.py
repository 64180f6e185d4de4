"""A meeting room: the laptop, the screen that the audience looks at, and what was shown there from beginning to end."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from dxdesk.ui.gallery.scene import png_of
from dxdesk.ui.projection.of_desk import take_projection
from dxdesk.ui.projection.screens import ScreenPlace
from dxdesk.ui.projection.show import Projection
from tests.ui.flows.hands import Keyboard, focus, settle
from tests.ui.flows.towns import Town
from tests.ui.projection.played import LAPTOP, PlayedScreens

WALL = ScreenPlace(2, "HDMI-1", "EPSON EB-1781W 12", 1366, 0, 1920, 1080)
BESIDE = ScreenPlace(3, "DP-1", "SHARP LC-60 7", 3286, 0, 1920, 1080)

PICTURES = os.environ.get("DXDESK_PICTURES", "")
"""Where both screens are put as pictures at each step; nowhere where nothing is said."""
TEXT = float(os.environ.get("DXDESK_PICTURES_TEXT", "1.0"))
"""How large the letters of the laptop are: 1.0, 1.15 or 1.3."""
LIST_BELOW = 1100
"""Narrower than this, px at 100 %, lists become drop-down lists."""


class RoomScreens(PlayedScreens):
    """A laptop and two other screens; what is put on one is as large as that where pictures are wanted."""

    def __init__(self) -> None:
        super().__init__(LAPTOP, WALL, BESIDE)

    def put(self, window: QWidget, place: ScreenPlace) -> None:
        super().put(window, place)
        if PICTURES:
            window.resize(place.width, place.height)


class MeetingRoom:
    """``said`` is every text that the audience has seen so far. ``step`` is to be called whenever something is done."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self.projection = Projection(town.desk, RoomScreens())
        self.said: set[str] = set()
        self._watched: QWidget | None = None
        self._steps = 0
        self.projection.changed.connect(self._watch)
        take_projection(town.desk, self.projection)

    def sit_down(self, hands: Keyboard) -> None:
        """Whose hands these are."""
        self.hands = hands

    def _watch(self) -> None:
        window = self.projection.window
        if window is not None and window is not self._watched:
            self._watched = window
            window.drawn.connect(self._hear)
            self._hear()

    def _hear(self) -> None:
        window = self.projection.window
        if window is not None and window.view.page is not None:
            self.said |= {str(each["text"]) for each in window.view.page.texts()}

    @property
    def audience(self) -> str:
        """What the audience reads now, one text after the other."""
        window = self.projection.window
        assert window is not None
        settle()
        page = window.view.page
        return "" if page is None else "\n".join(str(each["text"]) for each in page.texts())

    @property
    def slide(self) -> tuple[str | None, str]:
        """The unit (code) on the laptop's slide, or the kind of one that is not of a unit."""
        position = self.projection.projector.position
        return (position.code, "") if position.code is not None else (None, position.view)

    def step(self, name: str) -> None:
        """Something was done: the focus is where keys mean something, and a picture is taken of both screens."""
        settle()
        self.check_focus(name)
        self._steps += 1
        if PICTURES:
            folder = self._folder
            (folder / f"{self._steps:02}-{name}-laptop.png").write_bytes(png_of(self.hands.window))
            if self.projection.window is not None:
                (folder / f"{self._steps:02}-{name}-wall.png").write_bytes(png_of(self.projection.window))

    @property
    def narrow(self) -> bool:
        """Whether the laptop's window has no room for lists beside what they lead to."""
        return self.hands.window.width() < LIST_BELOW * TEXT

    @property
    def _folder(self) -> Path:
        found = Path(PICTURES) / f"{self.town.plan.town}_{self.hands.window.width()}"
        found.mkdir(parents=True, exist_ok=True)
        return found

    def check_focus(self, name: str) -> None:
        """Keys go to something that can be seen on the laptop, and that does something with them."""
        found = focus()
        assert found.isVisible(), f"{name}: the focus is in what is not shown: {found}"
        assert found.isEnabled(), f"{name}: the focus is in what cannot be used: {found}"
        assert found.focusPolicy() != Qt.FocusPolicy.NoFocus, f"{name}: the focus is in {found}"
        assert self.hands.window.isAncestorOf(found), f"{name}: the focus has left the laptop: {found}"

    def answer_with(self, key: Qt.Key, times: int = 1) -> None:
        """What is asked in a dialog next is answered with a key; the last press of it closes the dialog."""

        def press() -> None:
            dialog, now = QApplication.activeModalWidget(), QApplication.focusWidget()
            if dialog is None or now is None or not dialog.isAncestorOf(now):
                QTimer.singleShot(10, press)
                return
            if PICTURES:
                (self._folder / f"{self._steps:02}-dialog.png").write_bytes(png_of(dialog))
            self.hands.key(key, times=times)

        QTimer.singleShot(0, press)
