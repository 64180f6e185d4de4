"""保存場所と控え: where the data lies, its copies, and the diagnostics."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal, qVersion
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from dxdesk.desk import Desk
from dxdesk.operations.administration import back_up_now, backup_at, backups_in, diagnostics
from dxdesk.operations.given_files import give_file
from dxdesk.preferences import backups
from dxdesk.ui.jobs import run_job
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.saving import ask_target
from dxdesk.ui.trouble import trouble_words
from dxdesk.wording.settings import (
    BACKUPS_HINT,
    NO_BACKUPS,
    SERVER_BACKUPS,
    backed_up,
    backup_words,
    diagnostics_saved,
)

_DIAGNOSTICS = "dxdesk_診断.txt"


class UpkeepForm(QWidget):
    """Copies are made at once; putting one back is the window's business, for the database has to be closed first."""

    said = Signal(str)
    restore_requested = Signal(str)
    """The path of the copy whose content is wanted back."""

    def __init__(self, desk: Desk, *, may_restore: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._left_off = False
        self._folder = backups(desk.database.path) if desk.database.path is not None else None
        self.place = PhraseLabel("")
        self.copies = QListWidget()
        self.copies.setMinimumHeight(240)
        self.copies.setAccessibleName(self.tr("控えの一覧"))
        self.nothing = PhraseLabel(NO_BACKUPS)
        self.back_up = QPushButton(self.tr("控えをとる"))
        self.restore = QPushButton(self.tr("選んだ控えの内容に戻す…"))
        self.diagnose = QPushButton(self.tr("診断を保存する…"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        label = plain_label(self.tr("控え（新しい順）"), "strong")
        label.setBuddy(self.copies)
        column.addWidget(plain_label(self.tr("データの場所"), "strong"))
        column.addWidget(self.place)
        column.addSpacing(10)
        for widget in (label, self.copies, self.nothing):
            column.addWidget(widget)
        column.addWidget(PhraseLabel(BACKUPS_HINT if self._folder else SERVER_BACKUPS, "small"))
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        for button in (self.back_up, self.restore, self.diagnose):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self.restore.setVisible(may_restore)  # beside the others: alone it would open a window of its own
        column.addStretch(1)
        self.back_up.clicked.connect(self._back_up)
        self.restore.clicked.connect(self._restore)
        self.diagnose.clicked.connect(self._diagnose)
        self.copies.currentItemChanged.connect(
            lambda *_: self.restore.setEnabled(self.copies.currentItem() is not None)
        )
        self.refresh()

    def refresh(self) -> None:
        """Read which copies there are."""
        database = self._desk.database
        self.place.show_text(str(database.path or database.target))
        chosen = self._chosen()
        self.copies.clear()
        for each in backups_in(self._folder) if self._folder is not None else ():
            item = QListWidgetItem(backup_words(each.made, each.reason, each.number))
            item.setData(Qt.ItemDataRole.UserRole, str(each.path))
            self.copies.addItem(item)
            if str(each.path) == chosen:
                self.copies.setCurrentItem(item)
        some = self.copies.count() > 0
        self.copies.setVisible(some)
        self.nothing.setVisible(not some and self._folder is not None)
        self.back_up.setEnabled(self._folder is not None)
        self.restore.setEnabled(self.copies.currentItem() is not None)

    def _chosen(self) -> str:
        item = self.copies.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""

    def _back_up(self) -> None:
        folder, database = self._folder, self._desk.database
        if folder is None:
            return
        self._left_off = self.back_up.hasFocus()
        self.back_up.setEnabled(False)
        run_job(self, lambda: back_up_now(database, folder, datetime.now().astimezone()), self._backed_up, self._failed)

    def _backed_up(self, made: Path) -> None:
        self._stand_again()
        if (copy := backup_at(made)) is not None:
            self.said.emit(backed_up(copy.made))

    def _stand_again(self) -> None:
        """Show the list anew; the keyboard stays on the button that could not be pressed meanwhile."""
        self.refresh()
        if self._left_off:
            self.back_up.setFocus(Qt.FocusReason.OtherFocusReason)

    def _restore(self) -> None:
        if self._chosen():
            self.restore_requested.emit(self._chosen())

    def _diagnose(self) -> None:
        target = ask_target(self, self.tr("診断を保存する"), _DIAGNOSTICS, self.tr("文書 (*.txt)"))
        if target is None:
            return
        database = self._desk.database

        def write() -> str:
            give_file(target, diagnostics(database, (f"Qt {qVersion()}",)).encode("utf-8"))
            return target.name

        run_job(self, write, lambda name: self.said.emit(diagnostics_saved(name)), self._failed)

    def _failed(self, trouble: Exception) -> None:
        self._stand_again()
        self.said.emit(trouble_words(trouble))
