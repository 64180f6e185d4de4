"""What a meeting shows: read when it begins, anew whenever something of it was changed, and standing where it stood."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from dxdesk.desk import Desk
from dxdesk.domain.audience import Audience
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.operations.change import Touched
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries.audience import audience
from dxdesk.ui.jobs import run_job
from dxdesk.ui.projection.agenda_course import onward
from dxdesk.ui.projection.pictures import Laid, laid_out
from dxdesk.ui.projection.place import Place, kept_place, note_place, place_of, put_back, write_noted
from dxdesk.ui.projection.projector import Projector
from dxdesk.ui.reading import Reading
from dxdesk.wording.projection import NOT_DRAWN, NOT_READ

SHOWN: Final = (
    Touched.PLAN | Touched.DEPARTMENTS | Touched.SETTINGS | Touched.CYCLES | Touched.REPLIES | Touched.MEETINGS
)
"""What makes slides out of date."""

KEEP_MILLISECONDS: Final = 150
"""So long after a slide its place is kept, beside the window: no slide waits for a disk."""

_logger = logging.getLogger(__name__)


class Content(QObject):
    """Gives the projector of a desk a meeting, and the live copy its slides."""

    trouble = Signal(str)
    """A sentence for the laptop: what is shown is not what it should be. Empty when all is well again."""

    def __init__(self, desk: Desk, projector: Projector, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._projector = projector
        self._reading = Reading(desk, self)
        self._cycle: Cycle | None = None
        self.meeting = ""
        self._fresh = False
        self._laid: Laid | None = None
        self._kept: Place | None = None
        self._later = QTimer(self, singleShot=True, interval=KEEP_MILLISECONDS)
        self._later.timeout.connect(self._keep)
        self._stop_listening = desk.subscribe(self._touched)
        projector.changed.connect(self._later.start)

    def prepare(self, cycle: Cycle, meeting: str) -> None:
        """Show a meeting (id), where it stood last; the one that is shown already is read anew.

        Raises Problem for an unknown meeting, and StoreUnavailable.
        """
        if meeting != self.meeting:
            self.keep_now()
            self.meeting, self._fresh = meeting, True
        self._cycle = cycle
        self._read()

    def _read(self) -> None:
        cycle, meeting = self._cycle, self.meeting
        if cycle is not None:
            self._reading.start(lambda: self._desk.ask(audience, cycle, meeting), self._show)

    def _show(self, found: Audience) -> None:
        self._projector.show_content(found)
        if self._fresh:
            self._fresh = False
            self._kept = kept_place(self._desk.database_id, self.meeting)
            put_back(self._projector, self._kept)

    def _touched(self, touched: Touched) -> None:
        if not touched & SHOWN or self._cycle is None:
            return
        try:
            self._read()
        except (StoreUnavailable, Problem):
            _logger.exception("what is shown could not be read anew")
            self.trouble.emit(NOT_READ)

    @property
    def ready(self) -> bool:
        """Whether the meeting was read, and stands where it stood last."""
        return bool(self.meeting) and not self._fresh

    @property
    def laid(self) -> Laid | None:
        """The slide on which the laptop stands; the one before where it cannot be laid out. None without any."""
        sight = self._projector.sight
        if sight is not None:
            try:
                self._laid = laid_out(sight)
            except Exception:
                _logger.exception("a slide could not be laid out")
                self.trouble.emit(NOT_DRAWN)
        return self._laid

    @property
    def following(self) -> Laid | None:
        """The slide to which 次へ leads; None at the last, and for one that cannot be laid out."""
        sight = self._projector.sight
        if sight is None or onward(sight) == sight.position:
            return None
        try:
            return laid_out(replace(sight, position=onward(sight)))
        except Exception:  # it is said when somebody goes there
            _logger.exception("the next slide could not be laid out")
            return None

    def _note(self) -> Path | None:
        """Note a place that is not kept yet, and say where it is to be written."""
        if not self.meeting or self._fresh or self._projector.audience is None:
            return None
        place = place_of(self._projector)
        if place == self._kept:
            return None
        self._kept = place
        return note_place(self._desk.database_id, self.meeting, place)

    def _keep(self) -> None:
        file = self._note()
        if file is not None:
            run_job(self, lambda: write_noted(file), lambda _none: None, _raise)

    def keep_now(self) -> None:
        """Keep the place before something else is shown."""
        self._later.stop()
        file = self._note()
        if file is not None:
            write_noted(file)

    def forget(self) -> None:
        """The desk is closed."""
        self.keep_now()
        self._stop_listening()
        self._cycle, self.meeting = None, ""


def _raise(error: Exception) -> None:
    raise error
