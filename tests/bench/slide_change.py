"""How long a slide takes from the key of a remote control until it is painted for the audience.

The desk is as in a meeting that has begun: 会議の進行 with its live copy and its times, somebody in a field, and a
projector of 1920×1080. A slide that a step leads to was painted ahead in the meantime; one that is asked for by its
number was not. What the laptop does before it answers again counts too.
"""

from __future__ import annotations

import math
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Final

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit, QWidget

from dxdesk.domain.permissions import Actor
from dxdesk.opening import open_desk
from dxdesk.store.queries import cycles, meetings
from dxdesk.ui.application import create_application
from dxdesk.ui.desk_view import DeskView
from dxdesk.ui.jobs import wait_for_jobs
from dxdesk.ui.meeting.page import MeetingPage
from dxdesk.ui.projection.of_desk import forget_projection, take_projection
from dxdesk.ui.projection.screens import ScreenPlace, Screens
from dxdesk.ui.projection.show import Projection
from dxdesk.ui.window_style import style_window
from tests.bench.large_town import make_town

UNITS: Final = (13, 200)
GOAL: Final = 100.0
"""Milliseconds, for 99 of 100 slides."""

STEPS: Final = 100
PAUSE: Final = 200
"""Milliseconds between one key and the next: nobody leads through a meeting faster."""

PATIENCE: Final = 5_000
"""Milliseconds after which a slide that was not painted counts as so slow."""

_SCREENS: Final = (ScreenPlace(1, "1", "laptop", 0, 0, 1366, 768), ScreenPlace(2, "2", "audience", 1366, 0, 1920, 1080))


@dataclass(frozen=True)
class SlideChange:
    """One way to another slide in a plan of so many initiatives: milliseconds of half of all, of 99 in 100, and of the
    slowest."""

    name: str
    units: int
    half: float
    most: float
    slowest: float


class _TwoScreens(Screens):
    """A laptop and a projector."""

    def places(self) -> tuple[ScreenPlace, ...]:
        return _SCREENS

    def of(self, window: QWidget) -> ScreenPlace | None:
        return _SCREENS[0]

    def on(self, window: QWidget, place: ScreenPlace) -> bool:
        return True

    def put(self, window: QWidget, place: ScreenPlace) -> None:
        window.setGeometry(place.area)
        window.show()


class _Painted(QObject):
    """Waits until a view has been painted, and everything that had to be done before that."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._loop = QEventLoop()
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(self._loop.quit)
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self._loop.quit)
        return False

    def after(self, act: Callable[[], object]) -> float:
        """Milliseconds from an act until the view is painted."""
        begun = perf_counter()
        self._patience.start()
        act()
        self._loop.exec()
        return (perf_counter() - begun) * 1_000


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _field(view: QWidget) -> QTextEdit:
    """Where somebody writes, as soon as the page has read its meeting."""
    while True:
        wait_for_jobs()
        _wait(PAUSE)
        found = [each for each in view.findChildren(QTextEdit) if each.isVisible()]
        if found:
            return found[0]


def measure(folder: Path, steps: int = STEPS) -> list[SlideChange]:
    """Every way in every size of plan."""
    create_application([])
    return [each for units in UNITS for each in _measure(folder, units, steps)]


def _measure(folder: Path, units: int, steps: int) -> list[SlideChange]:
    database = folder / f"meeting-{units}.db"
    make_town(database, units, 2, lambda _words: None)
    desk = open_desk(str(shutil.copyfile(database, folder / "slides.db")))
    desk.actor = Actor("secretariat", (), "計測")
    held = desk.ask(meetings.meetings)[-1]
    projection = Projection(desk, _TwoScreens())
    take_projection(desk, projection)
    view = DeskView(desk)
    style_window(view)
    view.resize(1366, 696)
    view.show()
    first = desk.ask(meetings.agenda, held.id)[0]
    view.open_page("meeting", f"{held.id}:{first.id}")
    projection.prepare(desk.ask(cycles.cycles)[-1], held.id)
    field = _field(view)
    projection.start(view)
    page = view.pages.shown
    assert isinstance(page, MeetingPage)
    page.presenter.begin()
    assert projection.window is not None
    painted, projector = _Painted(projection.window.view), projection.projector
    shown = projector.audience
    assert shown is not None
    codes = [card.code for card in shown.board.cards]

    def go(act: Callable[[int], object]) -> list[float]:
        found = []
        for number in range(steps):
            _wait(PAUSE)
            found.append(painted.after(lambda number=number: act(number)))  # type: ignore[misc]
        return found

    def step(number: int) -> None:
        there = number // max(1, len(shown.agenda) - 1) % 2 == 0
        QTest.keyClick(field, Qt.Key.Key_PageDown if there else Qt.Key.Key_PageUp)

    def board(number: int) -> None:
        projector.show_view(("board", "trend", "roadmap")[number % 3])

    ways = {
        "次へ・前へ": step,
        "番号で": lambda number: projector.open_unit(codes[(number * 7 + 3) % len(codes)]),
        "ボード・推移・道のり": board,
    }
    changes = [_change(name, units, go(act)) for name, act in ways.items()]
    forget_projection(desk)
    view.pages.leave()
    wait_for_jobs()
    view.stop_listening()
    view.close()
    view.deleteLater()
    desk.close()
    return changes


def _change(name: str, units: int, found: Sequence[float]) -> SlideChange:
    line = sorted(found)
    return SlideChange(name, units, line[len(line) // 2], line[math.ceil(len(line) * 0.99) - 1], line[-1])
