"""How long the window does not answer: the longest stall of the event loop in each thing a person does.

A timer ticks every millisecond on the thread of the window; what lies between two ticks is a stall. The first paint of
a page is part of opening it, and is measured apart from what comes after.
"""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dxdesk.domain.permissions import Actor, ActorRole
from dxdesk.opening import open_desk
from dxdesk.store.queries import plans
from dxdesk.ui.application import create_application
from dxdesk.ui.desk_view import DeskView
from dxdesk.ui.jobs import wait_for_jobs

GOAL = 50.0
"""Milliseconds that nobody notices."""

QUIET = 250
"""Milliseconds without a stall after which what was done is through."""

PATIENCE = 15_000
"""Milliseconds after which what is not through yet is no longer waited for."""


@dataclass(frozen=True)
class Stall:
    """One thing done: whether it is a page's first showing, and the longest stall in milliseconds."""

    name: str
    opening: bool
    longest: float


class Watch:
    """Counts the time between the ticks of one event loop."""

    def __init__(self) -> None:
        self._timer = QTimer(interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._last = self._begun = self._quiet_since = 0.0
        self.longest = 0.0
        self._loop = QEventLoop()

    def run(self, act: Callable[[], object]) -> float:
        """The longest stall, in milliseconds, from ``act`` until nothing stalls any more."""
        gc.collect()
        self.longest = 0.0
        self._last = self._begun = self._quiet_since = perf_counter()
        self._timer.start()
        QTimer.singleShot(5, act)
        self._loop.exec()
        return self.longest

    def _tick(self) -> None:
        now = perf_counter()
        stall = (now - self._last) * 1_000
        self._last = now
        self.longest = max(self.longest, stall)
        if stall > 8:
            self._quiet_since = now
        if (now - self._quiet_since) * 1_000 > QUIET or (now - self._begun) * 1_000 > PATIENCE:
            self._timer.stop()
            self._loop.quit()


def measure(database: Path, folder: Path) -> list[Stall]:
    """What secretariat, liaison and reader do, on a copy of a database."""
    create_application([])
    found: list[Stall] = []
    for role, pages in PAGES.items():
        copy = Path(shutil.copyfile(database, folder / "busy.db"))
        desk = open_desk(str(copy))
        desk.database.check()
        first = desk.ask(plans.departments)[0].id
        desk.actor = Actor(role, (first,) if role == "liaison" else (), "計測")
        found += _measure_role(DeskView(desk), role, pages)
        desk.close()
    return found


PAGES: dict[ActorRole, tuple[str, ...]] = {
    "secretariat": ("collect", "initiatives", "meeting", "actions", "print", "consolidate", "board", "history"),
    "liaison": ("entry", "initiatives"),
    "reader": ("board", "initiatives"),
}


def _measure_role(view: DeskView, role: str, pages: tuple[str, ...]) -> list[Stall]:
    watch, found = Watch(), []
    view.resize(1366, 696)
    watch.run(view.show)
    for page in pages:
        found.append(Stall(f"{role} {page}", True, watch.run(lambda page=page: view.open_page(page))))  # type: ignore[misc]
        for name, act in _acts(view, page).items():
            found.append(Stall(f"{role} {page}: {name}", False, watch.run(act)))
    for page in pages:
        again = watch.run(lambda page=page: view.open_page(page))  # type: ignore[misc]
        found.append(Stall(f"{role} {page}: shown again", False, again))
    view.pages.leave()
    wait_for_jobs()
    view.stop_listening()
    view.close()
    view.deleteLater()
    return found


def _acts(view: DeskView, page: str) -> dict[str, Callable[[], object]]:
    """What is done on a page, each a few key presses."""
    acts: dict[str, Callable[[], object]] = {
        "ten rows down": lambda: _keys(*[Qt.Key.Key_Down] * 10),
        "a page down": lambda: _keys(Qt.Key.Key_PageDown),
        "to the end": lambda: _keys(Qt.Key.Key_End),
        "open": lambda: _keys(Qt.Key.Key_Return),
    }
    if page == "history":
        acts.pop("open")
    if page in ("initiatives", "collect"):
        acts["search"] = lambda: _search(view)
        acts["clear the search"] = lambda: _keys(Qt.Key.Key_Escape)
    if page == "entry":
        acts = {
            "status": lambda: _keys(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier),
            "typing": lambda: _type("abcdefgh"),
            "hand in": lambda: _keys(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
            "next": lambda: _keys(Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier),
        }
    if page == "board":
        acts = {
            "next page": lambda: _keys(Qt.Key.Key_PageDown),
            "an initiative": lambda: _keys(Qt.Key.Key_7, Qt.Key.Key_Return),
            "back": lambda: _keys(Qt.Key.Key_Escape),
        }
    return acts


def _focus() -> object:
    return QApplication.focusWidget() or QApplication.activeWindow()


def _keys(*keys: Qt.Key | Qt.KeyboardModifier) -> None:
    held = next((each for each in keys if isinstance(each, Qt.KeyboardModifier)), Qt.KeyboardModifier.NoModifier)
    for key in keys:
        if isinstance(key, Qt.Key):
            QTest.keyClick(_focus(), key, held)  # type: ignore[call-overload]


def _type(text: str) -> None:
    QTest.keyClicks(_focus(), text)  # type: ignore[arg-type]


def _search(view: DeskView) -> None:
    QTest.keyClick(view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    _type("777")
