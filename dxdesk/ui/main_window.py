"""The one window: the first screen, or the desk that is open."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFileDialog, QMainWindow, QWidget

from dxdesk import paths
from dxdesk.desk import Desk
from dxdesk.domain.errors import Problem
from dxdesk.domain.permissions import Actor
from dxdesk.operations.administration import backup_at, keep_backups, restore_copy
from dxdesk.preferences import backups
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries import plans
from dxdesk.ui import last_desk, sitting
from dxdesk.ui.carrying import ways_back
from dxdesk.ui.desk_menu import desk_menu
from dxdesk.ui.desk_view import DeskView
from dxdesk.ui.dialogs import choose, tell
from dxdesk.ui.doors import Doors
from dxdesk.ui.dropped import Dropping
from dxdesk.ui.file_opening import SUFFIXES, FileOpening
from dxdesk.ui.first_run.page import FirstRunPage
from dxdesk.ui.folder_watch import FolderWatch
from dxdesk.ui.jobs import run_job, wait_for_jobs
from dxdesk.ui.projection.of_desk import forget_projection
from dxdesk.ui.tab_order import focus_next
from dxdesk.ui.theme import high_contrast
from dxdesk.ui.trouble import trouble_words
from dxdesk.ui.window_style import style_window
from dxdesk.wording.first_run import FILES
from dxdesk.wording.screen import BACKUP_FAILED, NOT_SAVED, OPENED_AGAIN, STILL_HELD
from dxdesk.wording.settings import RESTORE_CHOICES, restore_question, restored

BACKUP_MILLISECONDS = 5 * 60_000


class MainWindow(QMainWindow):
    """Shows one desk at a time; closing saves first."""

    def __init__(self, doors: Doors, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        style_window(self)
        self.doors = doors
        self.files = FileOpening(self)
        self.view: DeskView | None = None
        self._at: Desk | None = None
        self._high = high_contrast()
        self.first = self.show_first()
        self._backups = QTimer(self, interval=BACKUP_MILLISECONDS)
        self._backups.timeout.connect(self._keep_backup)
        self._backups.start()

    def show_first(self, trouble: Exception | None = None) -> FirstRunPage:
        """Close what is open and show the first screen, with why something could not be opened."""
        self.close_view()
        self.first = FirstRunPage(self.doors, trouble)
        self.first.desk_opened.connect(self._show)
        self.first.desk_opened.connect(self.files.begun)
        self.first.package_chosen.connect(self.files.open)
        self.setCentralWidget(self.first)
        self.setWindowTitle("dxdesk")
        self.first.setFocus()
        return self.first

    def open_target(self, target: str) -> None:
        """Open a database; where that is not possible the first screen says why. A file that somebody sent goes to
        the desk it is for."""
        if target.lower().endswith(SUFFIXES):
            self.files.open(target)
            return
        if not self.left():
            return
        self.close_view()
        try:
            desk = self.doors.open(target)
        except (StoreUnavailable, Problem) as trouble:
            self.show_first(trouble)
            return
        last_desk.seat(desk)
        self._show(desk)

    def reopen(self) -> None:
        """Open the same database once more, with the same page as the same role."""
        if self.view is None:
            return
        actor, page = self.view.desk.actor, self.view.page
        self.open_target(self.view.desk.database.target)
        if self.view is not None:
            self.act_as(actor)
            self.view.open_page(page)
            self.view.steps.say(STILL_HELD if self.view.desk.database.read_only else OPENED_AGAIN)

    def ask_file(self) -> None:
        """ひらく…: ask which file."""
        chosen, _ = QFileDialog.getOpenFileName(self, "ひらく", str(paths.home()), FILES)
        if chosen:
            self.open_target(chosen)

    def leave_desk(self) -> None:
        """はじめの画面へ."""
        if self.left():
            self.show_first()

    def _show(self, desk: Desk, said: str = "") -> None:
        self.view = view = DeskView(desk)
        view.top_bar.menu_button.setMenu(desk_menu(self, view))
        view.ways_back = ways_back(self)
        identity = desk.ask(plans.identity)
        mark = "（見本）" if identity.sample else ""
        self.setWindowTitle(f"{identity.town} DX推進{mark} — dxdesk")
        self.setCentralWidget(view)
        if desk is not self._at and not desk.database.read_only:
            self._at = desk
            sitting.greet(view)
        view.pages.restore_requested.connect(self.restore)
        view.reopen_requested.connect(self.reopen)
        view.enter()
        view.renew_bars()
        if said:
            view.steps.say(said)
        Dropping(view, self.open_target)
        if identity.kind == "liaison" and not desk.database.read_only:
            FolderWatch(self, view)
        if desk.database.obstacle == "unchecked":
            run_job(view, desk.database.check, lambda _none: self.act_as(desk.actor), self.show_first)

    def act_as(self, actor: Actor) -> None:
        """Show the same desk as another role sees it."""
        if self.view is None or not self.left():
            return
        desk = self.view.desk
        self.view.stop_listening()
        if (actor.role, actor.departments) != (desk.actor.role, desk.actor.departments):
            sitting.end(desk)
            self._at = None
        last_desk.change_seat(desk, actor)
        desk.forget()
        self._show(desk)

    def _keep_backup(self) -> None:
        """Make the backup that is due, beside the window. Work goes on without one; the next attempt is soon."""
        if self.view is None or not self.view.desk.changed or self.view.desk.database.path is None:
            return
        database, folder = self.view.desk.database, backups(Path(self.view.desk.database.target))
        now = datetime.now().astimezone()
        run_job(self, lambda: keep_backups(database, folder, now), lambda _made: None, self._backup_failed)

    def _backup_failed(self, _trouble: Exception) -> None:
        if self.view is not None:
            self.view.steps.say(BACKUP_FAILED)

    def restore(self, copy: str) -> None:
        """控えから元に戻す: close the database, put the copy in its place, and open that."""
        wanted = backup_at(Path(copy))
        if self.view is None or wanted is None:
            return
        if choose(self, restore_question(wanted.made, wanted.reason), RESTORE_CHOICES) != 1 or not self.left():
            return
        actor, target = self.view.desk.actor, self.view.desk.database.target
        self.close_view()
        try:
            kept = restore_copy(actor, Path(copy), Path(target), datetime.now().astimezone())
        except (StoreUnavailable, Problem) as trouble:
            self.open_target(target)
            tell(self, trouble_words(trouble))
            return
        self.open_target(target)
        if self.view is not None:
            there = backup_at(kept) if kept else None
            self.view.steps.say(restored(wanted.made, there.made if there else None))

    def left(self) -> bool:
        """Save before leaving; where that fails the person decides, once. What the first screen opened and nobody works
        on yet is closed."""
        self.first.leave()
        while self.view is not None and not self.view.leave():
            answer = choose(self, NOT_SAVED, ("画面に戻る", "もう一度保存する", "保存しないで閉じる"))
            if answer != 1:
                return answer == 2
        return True

    def close_view(self) -> None:
        """Close the database that is open."""
        view, self.view = self.view, None
        if view is not None:
            wait_for_jobs()
            view.stop_listening()
            sitting.end(view.desk)
            self._at = None
            forget_projection(view.desk)
            view.desk.close()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.view is not None and self._high != high_contrast():
            self._high = high_contrast()
            QTimer.singleShot(0, self, lambda: _show_anew(self))

    def focusNextPrevChild(self, forward: bool) -> bool:
        return focus_next(self, forward=forward)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.left():
            event.ignore()
            return
        self._keep_backup()
        wait_for_jobs()
        self.close_view()
        super().closeEvent(event)


def _show_anew(window: MainWindow) -> None:
    """Make every page anew in other colours; the open page stays open."""
    if window.view is not None:
        page = window.view.page
        window.act_as(window.view.desk.actor)
        window.view.open_page(page)
