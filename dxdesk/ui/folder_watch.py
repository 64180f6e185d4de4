"""The exchange folder of a department: what the secretariat puts there for it is taken in by itself."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from dxdesk.desk import Desk
from dxdesk.domain.errors import Problem
from dxdesk.operations.change import Touched
from dxdesk.preferences import exchange_folder_of
from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui.bands import Notice
from dxdesk.ui.dialogs import choose
from dxdesk.ui.entry.giving import show_reach
from dxdesk.ui.jobs import run_job
from dxdesk.ui.showing_arrivals import show_taken, words_of
from dxdesk.wording.liaison import (
    CLOSE_NOTICE,
    INQUIRY_LIES,
    LOCKED_LIES,
    MEND_RETURNED,
    OPEN_IT,
    OUT_OF_REACH,
    SEE_NEWS,
)
from dxdesk.wording.practising import PRACTISE_ANEW_CHOICES, PRACTISE_ANEW_QUESTION

if TYPE_CHECKING:
    from dxdesk.domain.packages import Package
    from dxdesk.operations.secretariats_files import Incoming, TakenFrom
    from dxdesk.ui.desk_view import DeskView
    from dxdesk.ui.main_window import MainWindow

EVERY = 10_000
"""Milliseconds between one look and the next."""

Mark = tuple[str, int]


@dataclass(frozen=True)
class Look:
    """What one look at the folder brought: what was taken in, what a person has to open, and the files that need not
    be looked at again; ``practised``: the secretariat of a sample had looked before."""

    taken: tuple[tuple[Package, TakenFrom], ...]
    offered: tuple[Incoming, ...]
    passed: tuple[Mark, ...]
    practised: bool = False


def look_into(desk: Desk, folder: Path, database: str, passed: tuple[Mark, ...]) -> Look:
    """Take in what lies in the folder for a desk, and put away what is for nobody else. Raises StoreUnavailable where
    the folder is out of reach."""
    from dxdesk.operations import secretariats_files as files
    from dxdesk.operations.exchange_folder import put_away

    found, done = files.lying(folder, desk.ask(files.addressee, database), passed)
    taken: list[tuple[Package, TakenFrom]] = []
    offered: list[Incoming] = []
    for each in found:
        mark = (each.path.name, each.changed)
        if each.package is None or each.kind == "inquiry":
            offered.append(each)
            done.append(mark)
            continue
        try:
            taken.append((each.package, desk.do(files.take_from_secretariat, each.package, each.path.name)))
        except Problem:
            done.append(mark)  # opened by hand it says why
            continue
        except StoreUnavailable:
            break  # the database takes nothing now: the folder is none the worse for it, and is looked at again
        if each.kind != "receipt":
            done.append(mark)  # it is for others, too: whoever else answers for the department
            continue
        with suppress(StoreUnavailable):
            put_away(each.path, each.changed)
    return Look(tuple(taken), tuple(offered), tuple(done))


def _begin_anew(window: MainWindow) -> None:
    """お試しをはじめから, once somebody has said that what is written in the sample may go."""
    assert window.view is not None
    desk = window.view.desk
    if choose(window, PRACTISE_ANEW_QUESTION, PRACTISE_ANEW_CHOICES) == 1:
        window.leave_desk()
        if window.view is None:
            window.first.begin_sample_anew(desk.database.target, desk.actor.role)


class FolderWatch(QObject):
    """Looks at the start, when asked, and every ten seconds, always beside the window."""

    def __init__(self, window: MainWindow, view: DeskView) -> None:
        super().__init__(view)
        self._window, self._view = window, view
        self._passed: tuple[Mark, ...] = ()
        self._looking, self._reach = False, True
        self._told: tuple[str, ...] = ()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        if view.pages.entry is not None:
            view.pages.entry.look_requested.connect(self.look)
            view.pages.entry.item_opened.connect(self._opened)
            view.pages.entry.anew_requested.connect(lambda: _begin_anew(window))
        self.look()

    def look(self) -> None:
        """Look once; nothing waits for it, and none begins while another one is under way or text is composed."""
        desk = self._view.desk
        folder = exchange_folder_of(desk.database_id)
        if self._looking or not folder or desk.database.read_only or self._composing():
            return
        self._looking = True
        database, passed, practise = desk.database_id, self._passed, self._window.doors.practise

        def look() -> tuple[Look, Touched]:
            practised = practise(desk)
            found, touched = desk.quietly(lambda: look_into(desk, Path(folder), database, passed))
            return replace(found, practised=practised), touched

        run_job(
            self,
            look,
            lambda found: self._found(found[0]),
            self._failed,
            lambda found: desk.tell(found[1]) if found[1] else None,
        )

    def _composing(self) -> bool:
        entry = self._view.pages.entry
        return entry is not None and entry.body.centre.editor.composing()

    def _found(self, found: Look) -> None:
        self._looking = False
        self._passed = found.passed
        self._show_reach(True)
        entry = self._view.pages.entry
        if entry is not None and entry.practising is not found.practised:
            entry.practising = found.practised
            entry.renew_bars()
        if found.taken:
            self._tell(found.taken)
        if found.offered:
            self._offer(found.offered[0])

    def _offer(self, incoming: Incoming) -> None:
        self._told = ()
        words = LOCKED_LIES if incoming.locked else INQUIRY_LIES
        ways = ((OPEN_IT, lambda: self._open(incoming)), (CLOSE_NOTICE, self._close))
        self._view.show_greeting(Notice("band-ask", words, ways))

    def _close(self, _pressed: bool = False) -> None:
        self._view.show_greeting(None)

    def _opened(self, unit: str) -> None:
        """What the band told of is seen: it has nothing more to say."""
        if unit in self._told:
            self._told = ()
            self._close()

    def _open(self, incoming: Incoming) -> None:
        self._view.show_greeting(None)
        self._window.files.open(str(incoming.path))

    def _tell(self, taken: tuple[tuple[Package, TakenFrom], ...]) -> None:
        """Say what came; what is to be put right, or was, also in the band, with the way to it."""
        view = self._view
        view.steps.say("".join(dict.fromkeys(words_of(package, result) for package, result in taken)))
        about = [each for each in taken if each[1].units]
        returned = [each for each in about if each[0].stamp.kind == "return"]
        if about:
            package, result = (returned or about)[-1]
            self._told = result.units
            look, word = ("band-return", MEND_RETURNED) if returned else ("band", SEE_NEWS)

            def see() -> None:
                view.show_greeting(None)
                show_taken(view, package, result)

            view.show_greeting(Notice(look, words_of(package, result), ((word, see), (CLOSE_NOTICE, self._close))))

    def _failed(self, trouble: Exception) -> None:
        self._looking = False
        if not isinstance(trouble, StoreUnavailable):
            raise trouble
        self._show_reach(False)

    def _show_reach(self, reach: bool) -> None:
        if self._reach and not reach:
            self._view.steps.say(OUT_OF_REACH)
        self._reach = reach
        if self._view.pages.entry is not None:
            show_reach(self._view.pages.entry, reach)
