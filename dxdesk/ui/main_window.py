"""The one window: the first screen, or the desk that is open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFileDialog, QMainWindow, QWidget

from dxdesk import paths
from dxdesk.desk import Desk
from dxdesk.domain.errors import Problem
from dxdesk.domain.permissions import Actor
from dxdesk.operations.administration import keep_backups, restore_copy
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries import plans
from dxdesk.ui import sitting
from dxdesk.ui.desk_menu import desk_menu
from dxdesk.ui.desk_view import DeskView
from dxdesk.ui.dialogs import choose, tell
from dxdesk.ui.first_run.page import FirstRunPage
from dxdesk.ui.jobs import run_job, wait_for_jobs
from dxdesk.wording import environment_words, problem_words
from dxdesk.wording_screen import BACKUP_FAILED, NOT_SAVED
from dxdesk.wording_settings import RESTORE_QUESTION, restored

BACKUP_MILLISECONDS = 5 * 60_000
FILES = "計画のデータ (*.db);;すべてのファイル (*)"


@dataclass(frozen=True)
class Doors:
    """How the window comes by a desk: on a database by path or address, on the sample of a shipped plan by name, or on
    a copy of a file that lies where no live database may lie.

    All raise StoreUnavailable and Problem.
    """

    open: Callable[[str], Desk]
    sample: Callable[[str], Desk]
    copy: Callable[[str], Desk]


ELSEWHERE = ("network", "removable", "synced")
"""Causes why a file is refused where it lies, and may be copied to this computer."""


def trouble_words(trouble: Exception) -> str:
    """The sentence for a database that could not be opened; anything else is not ours to explain."""
    if isinstance(trouble, Problem):
        return problem_words(trouble)
    if isinstance(trouble, StoreUnavailable):
        return environment_words(trouble.code, trouble.place, trouble.values)
    raise trouble


class MainWindow(QMainWindow):
    """Shows one desk at a time; closing saves first."""

    def __init__(self, doors: Doors, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._doors = doors
        self.view: DeskView | None = None
        self._at: Desk | None = None
        self.first = self.show_first()
        self._backups = QTimer(self, interval=BACKUP_MILLISECONDS)
        self._backups.timeout.connect(self._keep_backup)
        self._backups.start()

    def show_first(self, trouble: str = "", elsewhere: str | None = None) -> FirstRunPage:
        """Close what is open and show the first screen, with what went wrong and the file that may be copied."""
        self._close_view()
        self.first = FirstRunPage(trouble, elsewhere)
        self.first.copy_requested.connect(self.open_copy)
        self.first.sample_requested.connect(self._open_sample)
        self.first.file_requested.connect(self.ask_file)
        self.setCentralWidget(self.first)
        self.setWindowTitle("dxdesk")
        return self.first

    def open_target(self, target: str) -> None:
        """Open a database; where that is not possible the first screen says why."""
        if not self._left():
            return
        self._close_view()
        try:
            desk = self._doors.open(target)
        except (StoreUnavailable, Problem) as trouble:
            self._refused(trouble)
            return
        self._show(desk)

    def open_copy(self, target: str) -> None:
        """写して開く."""
        try:
            desk = self._doors.copy(target)
        except (StoreUnavailable, Problem) as trouble:
            self._refused(trouble)
            return
        self._show(desk)

    def ask_file(self) -> None:
        """ひらく…: ask which file."""
        chosen, _ = QFileDialog.getOpenFileName(self, "ひらく", str(paths.home()), FILES)
        if chosen:
            self.open_target(chosen)

    def leave_desk(self) -> None:
        """はじめの画面へ."""
        if self._left():
            self.show_first()

    def _open_sample(self, plan: str) -> None:
        first = self.first
        first.show_working()
        run_job(
            first,
            lambda: self._doors.sample(plan),
            self._show,
            self._refused,
        )

    def _refused(self, trouble: Exception) -> None:
        """A desk could not be opened: the first screen says why."""
        elsewhere = None
        if isinstance(trouble, StoreUnavailable) and trouble.code in ELSEWHERE:
            elsewhere = trouble.place
        self.show_first(trouble_words(trouble), elsewhere)

    def _show(self, desk: Desk) -> None:
        self.view = view = DeskView(desk)
        view.top_bar.menu_button.setMenu(desk_menu(self, view))
        identity = desk.ask(plans.identity)
        mark = "（見本）" if identity.sample else ""
        self.setWindowTitle(f"{identity.town} DX推進{mark} — dxdesk")
        self.setCentralWidget(view)
        if desk is not self._at:
            self._at = desk
            sitting.greet(view)
        view.pages.restore_requested.connect(self.restore)
        view.enter()
        if desk.database.obstacle == "unchecked":
            run_job(view, desk.database.check, lambda _none: self.act_as(desk.actor), self._refused)

    def act_as(self, actor: Actor) -> None:
        """Show the same desk as another role sees it."""
        if self.view is None or not self._left():
            return
        desk = self.view.desk
        self.view.stop_listening()
        desk.actor = actor
        desk.forget()
        self._show(desk)

    def _keep_backup(self) -> None:
        """Make the backup that is due, beside the window. Work goes on without one; the next attempt is soon."""
        if self.view is None or not self.view.desk.changed or self.view.desk.database.path is None:
            return
        database, folder = self.view.desk.database, paths.backups(Path(self.view.desk.database.target))
        now = datetime.now().astimezone()
        run_job(self, lambda: keep_backups(database, folder, now), lambda _made: None, self._backup_failed)

    def _backup_failed(self, _trouble: Exception) -> None:
        if self.view is not None:
            self.view.steps.say(BACKUP_FAILED)

    def restore(self, copy: str) -> None:
        """控えから元に戻す: close the database, put the copy in its place, and open that."""
        if self.view is None or choose(self, RESTORE_QUESTION, ("戻る", "控えの内容に戻す")) != 1 or not self._left():
            return
        actor, target = self.view.desk.actor, self.view.desk.database.target
        self._close_view()
        try:
            kept = restore_copy(actor, Path(copy), Path(target), datetime.now().astimezone())
        except (StoreUnavailable, Problem) as trouble:
            self.open_target(target)
            tell(self, trouble_words(trouble))
            return
        self.open_target(target)
        if self.view is not None:
            self.view.steps.say(restored(kept.name if kept else ""))

    def _left(self) -> bool:
        """Save before leaving; where that fails the person decides, once."""
        while self.view is not None and not self.view.leave():
            answer = choose(self, NOT_SAVED, ("画面に戻る", "もう一度保存する", "保存しないで閉じる"))
            if answer != 1:
                return answer == 2
        return True

    def _close_view(self) -> None:
        view, self.view = self.view, None
        if view is not None:
            wait_for_jobs()
            view.stop_listening()
            sitting.end(view.desk)
            self._at = None
            view.desk.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._left():
            event.ignore()
            return
        self._keep_backup()
        wait_for_jobs()
        self._close_view()
        super().closeEvent(event)
