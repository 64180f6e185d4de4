"""The secretariat's side of the exchange folder: how many answers lie there that have not been taken in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from dxdesk.desk import Desk
from dxdesk.domain.permissions import POLICY
from dxdesk.operations.arriving_files import Lying, left_behind, look_in, still_waiting
from dxdesk.preferences import exchange_folder_of
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries import plans
from dxdesk.ui.jobs import run_job

EVERY: Final = 10_000
"""Milliseconds between one look and the next; a folder on a share seldom tells by itself."""


ALL_ARRIVED: Final = "\n"
"""The subject of 取り込みの確認 that names no file: what lies in the exchange folder, and what is held."""


@dataclass(frozen=True)
class Arrivals:
    """How many answers wait in the folder, how many of them cannot be read, and whether it is out of reach; by names or
    ids, whose they are. ``left`` are the names of the forms of which rows that cannot be read were left behind."""

    waiting: int = 0
    unreadable: int = 0
    away: bool = False
    departments: frozenset[str] = field(default=frozenset(), compare=False)
    left: tuple[str, ...] = ()


class Inbox(QObject):
    """Looks when the folder tells of something new and every ten seconds, always beside the window.

    One look never overtakes another: a share that does not answer keeps one worker waiting and nobody else. One that
    does not ``watch`` looks only when it is told to.
    """

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject, *, watch: bool = True) -> None:
        super().__init__(parent)
        self._desk = desk
        self.found = Arrivals()
        self._lying: Mapping[Path, Lying] = {}
        self.looking = self._again = False
        self.serves = self._serves()
        self._watch = watch and self.serves
        self._watched = QFileSystemWatcher(self)
        self._watched.directoryChanged.connect(self.look)
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)
        if self._watch:
            self._timer.start()

    def _serves(self) -> bool:
        """Whether whoever sits here takes answers in from other computers."""
        desk = self._desk
        may = "take_in" in POLICY[desk.actor.role] and not desk.database.read_only
        return may and desk.ask(plans.identity).kind == "secretariat"

    def look(self) -> None:
        """Look once; ``changed`` follows where there is something else now."""
        folder = exchange_folder_of(self._desk.database_id)
        if not self.serves:
            return
        if self.looking:
            self._again = True
            return
        if not folder:
            self.show(Arrivals())
            return
        self.looking = True
        desk, before = self._desk, self._lying

        def read() -> tuple[tuple[Lying, ...], tuple[Lying, ...], tuple[str, ...]]:
            lying = look_in(Path(folder), before)
            return lying, desk.ask(still_waiting, lying), desk.ask(left_behind, lying)

        run_job(self, read, self._seen, self._lost)

    def _seen(self, found: tuple[tuple[Lying, ...], tuple[Lying, ...], tuple[str, ...]]) -> None:
        lying, waiting, left = found
        self._lying = {each.path: each for each in lying}
        folder = exchange_folder_of(self._desk.database_id)
        if self._watch and folder and self._watched.directories() != [folder]:
            self._watched.removePaths(self._watched.directories() or [folder])
            self._watched.addPath(folder)
        whose = frozenset(each.department for each in waiting if each.department)
        self.show(Arrivals(len(waiting), sum(not each.id for each in waiting), departments=whose, left=left))
        self._over()

    def _lost(self, error: Exception) -> None:
        if not isinstance(error, StoreUnavailable):
            raise error
        away = Path(error.place) == Path(exchange_folder_of(self._desk.database_id))
        self.show(Arrivals(away=True) if away else self.found)  # a database out of reach is told elsewhere
        self._over()

    def _over(self) -> None:
        self.looking = False
        again, self._again = self._again, False
        if again:
            self.look()

    def show(self, found: Arrivals) -> None:
        """Tell what there is now."""
        if found != self.found or found.departments != self.found.departments:
            self.found = found
            self.changed.emit()
