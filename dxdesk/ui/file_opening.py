"""A file that somebody sent, on its way to the desk it is for: opened, its passphrase asked for, taken in, shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from dxdesk import paths
from dxdesk.desk import Desk
from dxdesk.domain.errors import Problem, rule
from dxdesk.domain.packages import SUFFIX, Inquiry, Package
from dxdesk.domain.permissions import OWN_DEPARTMENT_ROLES, Actor
from dxdesk.domain.reply_forms import CSV, SPREADSHEET_SUFFIXES
from dxdesk.preferences import keep_name
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries import plans
from dxdesk.ui import last_desk
from dxdesk.ui.answering import declined, lies_there
from dxdesk.ui.bands import Notice
from dxdesk.ui.dialogs import ask_line, choose
from dxdesk.ui.jobs import run_job
from dxdesk.ui.long_work import do_beside
from dxdesk.ui.pages import reaches
from dxdesk.ui.passphrase import ask_passphrase
from dxdesk.ui.saving import files_folder, keep_files_folder, proposed_folder
from dxdesk.ui.showing_arrivals import show_taken
from dxdesk.ui.trouble import trouble_words
from dxdesk.wording.first_run import NAME_MISSING
from dxdesk.wording.liaison import (
    AS_LIAISON,
    ASK_AS_LIAISON,
    BEGIN_ENTRY,
    CLOSE_NOTICE,
    DXD_FILES,
    LOCK_WORD_ASKED,
    OPEN_FROM_SECRETARIAT,
    OPENED_ELSEWHERE,
    TURN_BACK,
    turned_to,
    why_not,
)

if TYPE_CHECKING:
    from dxdesk.operations.secretariats_files import Incoming, TakenFrom
    from dxdesk.ui.main_window import MainWindow

SUFFIXES = (SUFFIX, CSV, *SPREADSHEET_SUFFIXES)
"""How the names of files end that somebody sends."""
SECRETARIATS = "secretariat"
"""In place of a database: whichever window takes replies in."""


class FileOpening(QObject):
    """Opens what was double-clicked, chosen or dropped; where that is not possible the window says why."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._said_at: object = None
        self._came: tuple[str, Path] | None = None
        self.hand_over: Callable[[str, str], bool] = lambda _path, _database: False
        """Hands a file to the window in which a database is open already; False where there is no such window."""

    def ask(self) -> None:
        """事務局のファイルを開く…: ask which file."""
        title = OPEN_FROM_SECRETARIAT.partition("(")[0]
        view = self._window.view
        start = files_folder(view.desk.database_id) if view is not None else proposed_folder()
        chosen, _ = QFileDialog.getOpenFileName(self._window, title, str(start), DXD_FILES)
        if chosen:
            self.open(chosen)

    def open(self, path: str, passphrase: str | None = None) -> None:
        """Open a file; reading it, and undoing its lock, is done beside the window."""

        def look() -> Incoming:
            from dxdesk.operations.secretariats_files import look_at

            return look_at(Path(path), passphrase)

        run_job(self, look, self._opened, lambda trouble: self._refused(path, trouble))

    def _opened(self, incoming: Incoming) -> None:
        self._say_no_more()
        if incoming.locked:
            self._ask_passphrase(str(incoming.path))
        elif incoming.package is not None:
            keep_files_folder(incoming.package.stamp.database, incoming.path.parent)
            self._bring(incoming.package, incoming.path)
        else:
            self._take_to_secretariat(incoming.path)

    def _refused(self, path: str, trouble: Exception) -> None:
        if isinstance(trouble, Problem) and trouble.code == "package.passphrase":
            self._ask_passphrase(path, trouble_words(trouble))
        elif isinstance(trouble, Problem) and trouble.code == "receive.form":
            self._take_to_secretariat(Path(path), trouble.code)
        else:
            self.say(trouble, Path(path).name)

    def _ask_passphrase(self, path: str, trouble: str = "") -> None:
        typed = ask_passphrase(self._window, LOCK_WORD_ASKED, trouble)
        if typed is not None:
            self.open(path, typed)

    def say(self, trouble: Exception, file: str = "") -> None:
        """Say why a file could not be opened: in the band of the desk, or on the first screen."""
        words, view = why_not(file, trouble_words(trouble)), self._window.view
        self._said_at = view or self._window.first
        if view is None:
            self._window.first.say(words)
        else:
            close = (CLOSE_NOTICE, lambda: view.show_greeting(None))
            view.show_greeting(Notice("band-ask", words, (close,)))

    def _say_no_more(self) -> None:
        """What was said of a file is over once the next one can be read."""
        said_at, self._said_at, view = self._said_at, None, self._window.view
        if view is not None and said_at is view:
            view.show_greeting(None)
        elif said_at is self._window.first:
            self._window.first.say("")

    def _take_to_secretariat(self, path: Path, otherwise: str = "receive.reply") -> None:
        """A reply, or a form: 取り込みの確認 shows it, on the secretariat's desk, in whichever window that is open."""
        window, back = self._window, None
        if not self.takes_replies():
            if self.hand_over(str(path), SECRETARIATS):
                self._say_elsewhere()
                return
            own = paths.default_database()
            target = str(own) if own.is_file() else last_desk.target() if window.view is None else None
            if target is not None:
                back = self._way_back()
                window.open_target(target)
        if window.view is not None and self.takes_replies():
            window.view.open_page("take_in", str(path))
            if back is not None:
                town = window.view.desk.ask(plans.identity).town
                window.view.toast.show_text(turned_to(town, "reply"), TURN_BACK, back)
            return
        if back is not None:
            back()
        self.say(rule(otherwise, "file"), path.name)

    def takes_replies(self) -> bool:
        """Whether replies are taken in at the desk that is open."""
        view = self._window.view
        if view is None or view.desk.ask(plans.identity).kind != "secretariat":
            return False
        return reaches(view.desk.actor.role, "take_in")

    def _bring(self, package: Package, path: Path) -> None:
        """To the desk of the departments that answer this secretariat, in whichever window it is open; the first 照会
        begins one."""
        window, looks, back = self._window, package.stamp.kind == "view", None
        here = window.view if self._is_open(package) else None
        if here is None or here.desk.database.read_only:
            found = here.desk.database.target if here else window.doors.liaison(package.stamp.database, looks)
            if found is None:
                self._begin(package, path)
                return
            if self.hand_over(str(path), found):
                self._say_elsewhere()
                return
            if here is None:
                back = self._way_back()
                window.open_target(found)
                if not self._is_open(package):
                    return  # it could not be opened, or what was typed before could not be saved: the window says so
        self.receive(package, path, back)

    def _say_elsewhere(self) -> None:
        if self._window.view is not None:
            self._window.view.steps.say(OPENED_ELSEWHERE)
        else:
            self._window.first.say(OPENED_ELSEWHERE)

    def _way_back(self) -> Callable[[], None] | None:
        """What opens the desk that is open now once more, on the same page as the same person; None without one."""
        window = self._window
        if window.view is None:
            return None
        desk, page = window.view.desk, window.view.page
        actor, target = desk.actor, desk.database.target

        def go_back() -> None:
            window.open_target(target)
            if window.view is None or window.view.desk.database.target != target:
                return
            if window.view.desk.actor != actor:
                window.act_as(actor)
            window.view.open_page(page)

        return go_back

    def _is_open(self, package: Package) -> bool:
        if self._window.view is None:
            return False
        desk, looks = self._window.view.desk, package.stamp.kind == "view"
        identity = desk.ask(plans.identity)
        answers = bool(last_desk.answering(desk))
        return (identity.kind, identity.database_id) == ("liaison", package.stamp.database) and answers is not looks

    def _begin(self, package: Package, path: Path) -> None:
        window = self._window
        if not isinstance(package.body, Inquiry):
            self.say(rule("receive.inquiry_first", "file"), path.name)
            return
        at_secretariat = window.view is not None and window.view.desk.ask(plans.identity).kind == "secretariat"
        sample = window.view is not None and window.view.desk.ask(plans.identity).sample
        asked = at_secretariat and not sample and package.stamp.kind == "inquiry"
        if asked and choose(window, ASK_AS_LIAISON, AS_LIAISON) == 0:
            return
        left, back = (window.view.desk.ask(plans.identity).town if window.view else ""), self._way_back()
        window.leave_desk()
        if window.view is None:
            self._came = (package.stamp.database, path.parent) if package.stamp.kind == "inquiry" else None
            window.first.show_inquiry(package, path.name, left, back)

    def begun(self, desk: Desk) -> None:
        """A desk was opened from the first screen; where a 照会 began it, what goes back lies where that lay."""
        came, self._came = self._came, None
        if came is not None and came[0] == desk.database_id and self._window.view is not None:
            lies_there(self._window.view, came[1])

    def receive(self, package: Package, path: Path, back: Callable[[], object] | None = None) -> None:
        """Take a package in at the open desk, and show what it brought; ``back`` leads to the desk before."""
        view = self._window.view
        if view is None or not view.leave():
            return
        if declined(self._window, package):
            if back is not None:
                back()
            return
        desk = view.desk

        def take() -> TakenFrom:
            from dxdesk.operations.secretariats_files import take_from_secretariat

            return desk.do(take_from_secretariat, package, path.name)

        def refused(trouble: Exception) -> None:
            if not isinstance(trouble, Problem | StoreUnavailable):
                raise trouble
            self.say(trouble, path.name)

        do_beside(view, desk, take, lambda taken: self._taken(package, taken, path, back), refused)

    def _taken(self, package: Package, taken: TakenFrom, path: Path, back: Callable[[], object] | None) -> None:
        if package.stamp.kind == "inquiry":
            self.sit_for_all()
        view = self._window.view
        if view is None:
            return
        show_taken(view, package, taken, back)
        if package.stamp.kind == "inquiry" and back is None:
            lies_there(view, path.parent)

    def sit_for_all(self) -> None:
        """Sit for every department that answers here now, also for one whose 照会 has just come."""
        view = self._window.view
        if view is None:
            return
        now = view.desk.actor
        departments = last_desk.answering(view.desk, now.departments[0] if now.departments else "")
        if set(departments) == set(now.departments):
            return
        role = now.role if now.role in OWN_DEPARTMENT_ROLES else "liaison"
        name = now.name or ask_line(self._window, NAME_MISSING, BEGIN_ENTRY) or None
        if name:
            keep_name(role, departments, name)
        self._window.act_as(Actor(role, departments, name))
