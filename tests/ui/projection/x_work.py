"""``python -m tests.ui.projection.x_work FOLDER TIMES``: a second screen of a real X server goes and comes back while
somebody composes on the first. Prints what became of it as JSON.

It runs in a process of its own: a process has one platform for all its windows.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QWindow
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget

from dxdesk.operations.agenda import adopt_proposal
from dxdesk.store.database import create_database
from dxdesk.ui.application import create_application
from dxdesk.ui.composition import Composition
from dxdesk.ui.projection.show import Projection
from tests.databases import anywhere
from tests.ui.meeting import towns
from tests.ui.projection.x_monitors import Monitors

PANEL, AUDIENCE = "PANEL", "HDMI"
PATIENCE = 60_000


def wait_for(there: Callable[[], bool], watch: Callable[[], None]) -> bool:
    """Wait until something is so, a minute at most; ``watch`` is called again and again meanwhile."""
    loop, tick, end = QEventLoop(), QTimer(interval=5), QTimer(singleShot=True, interval=PATIENCE)

    def look() -> None:
        watch()
        if there():
            loop.quit()

    tick.timeout.connect(look)
    end.timeout.connect(loop.quit)
    tick.start()
    end.start()
    loop.exec()
    tick.stop()
    end.stop()
    return there()


class Room:
    """A laptop with a field, a projection, and what went wrong."""

    def __init__(self, folder: Path) -> None:
        empty = folder / "empty.db"
        create_database(empty, location=anywhere).close()
        desk, cycle = towns.made_up(empty, folder)
        held = towns.hold(desk, cycle)
        desk.do(adopt_proposal, held)
        self.projection = Projection(desk)
        self.projection.prepare(cycle, held.id)
        self.laptop, self.field = QWidget(), QTextEdit()
        QVBoxLayout(self.laptop).addWidget(self.field)
        self.composition = Composition(self.field)
        self.laptop.setGeometry(100, 100, 900, 500)
        self.laptop.show()
        self.field.setFocus()
        self.wrong: list[str] = []
        QGuiApplication.instance().focusWindowChanged.connect(self._note_focus)  # type: ignore[union-attr]

    def _note_focus(self, window: QWindow | None) -> None:
        if window is not None and window is not self.laptop.windowHandle():
            self.wrong.append("the focus went from the field")

    @property
    def names(self) -> list[str]:
        return [each.name() for each in QGuiApplication.screens()]

    def watch(self) -> None:
        """The slides are never where the laptop's window is."""
        window, panel = self.projection.window, QGuiApplication.primaryScreen().geometry()
        if window is not None and window.isVisible() and window.frameGeometry().intersects(panel):
            self.wrong.append("on the laptop's screen")

    def shows(self) -> bool:
        """Whether the slide is on the audience's screen."""
        window = self.projection.window
        return (
            window is not None
            and window.isVisible()
            and window.windowHandle().isExposed()
            and window.screen().name() == AUDIENCE
            and window.frameGeometry() == window.screen().geometry()
            and window.shown == self.projection.projector.sight
        )

    def expect(self, what: str, there: Callable[[], bool]) -> None:
        if not wait_for(there, self.watch):
            self.wrong.append(what)

    def type(self, text: str, *, commit: bool = False) -> None:
        event = QInputMethodEvent("" if commit else text, [])
        if commit:
            event.setCommitString(text)
        QCoreApplication.sendEvent(self.field, event)


def main(folder: Path, times: int) -> dict[str, object]:
    monitors = Monitors()
    monitors.plug(PANEL, 0, 1366, 768, primary=True)
    monitors.plug(AUDIENCE, 1366, 1280, 800)
    create_application([])
    room = Room(folder)
    room.expect("two screens", lambda: sorted(room.names) == sorted((AUDIENCE, PANEL)))
    started = room.projection.start(room.laptop)
    room.expect("first on the audience's screen", room.shows)
    for number in range(times):
        room.projection.projector.step(forwards=number % 4 < 2)
        room.type("いこう")
        monitors.unplug(AUDIENCE)
        room.expect("gone", lambda: room.projection.state == "lost")
        if room.projection.window is None or room.projection.window.isVisible():
            room.wrong.append("still shown")
        room.type("移行")
        monitors.plug(AUDIENCE, 1366, 1280, 800)
        room.expect("back", room.shows)
        room.type(f"移行{number}。", commit=True)
    text = room.field.toPlainText()
    room.projection.forget()
    return {"started": started, "wrong": room.wrong, "text": text, "platform": QGuiApplication.platformName()}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]))))
