"""What was made, where it lies, and how it goes on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QPushButton, QVBoxLayout, QWidget

from dxdesk.ui.inquiry.making import counted
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.theme import set_look
from dxdesk.wording.asking import AFTER_ASKING, CHANGE_WATCHED, OPEN_PLACE, WATCHED_NOW, made_files


def open_folder(folder: Path) -> bool:
    """Show a folder in the program that the system has for it; False where there is none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


class FinishedPanel(QWidget):
    """The files by their names, below the folder they lie in."""

    change_requested = Signal()
    """Somebody wants answers to be looked for elsewhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.files: tuple[Path, ...] = ()
        self.title, self.place = PhraseLabel("", "title"), PhraseLabel("")
        self.list, self.open = QListWidget(), QPushButton(OPEN_PLACE)
        self.list.setAccessibleName(self.tr("つくったファイル"))
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self.title)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.place, 1)
        row.addWidget(self.open)
        left.addLayout(row)
        left.addWidget(self._watch_line())
        left.addWidget(self.list, 1)
        right = QFrame()
        set_look(right, "card")
        after = QVBoxLayout(right)
        after.setContentsMargins(16, 12, 16, 12)
        after.setSpacing(10)
        after.addWidget(plain_label(self.tr("このあと"), "strong"))
        for number, words in enumerate(AFTER_ASKING, start=1):
            after.addWidget(PhraseLabel(f"{number}　{words}"))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(44, 28, 44, 16)
        whole.setSpacing(28)
        whole.addLayout(left, 3)
        beside = QVBoxLayout()
        beside.addWidget(right)
        beside.addStretch(1)
        whole.addLayout(beside, 2)
        self.open.clicked.connect(lambda: open_folder(self.files[0].parent) if self.files else None)

    def _watch_line(self) -> QWidget:
        self.watched, self.change = QWidget(), QPushButton(CHANGE_WATCHED)
        set_look(self.change, "link")
        row = QHBoxLayout(self.watched)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(PhraseLabel(WATCHED_NOW), 1)
        row.addWidget(self.change)
        self.change.clicked.connect(self.change_requested)
        return self.watched

    def show_files(self, files: Sequence[Path], *, watched: bool) -> None:
        """Show what was made, all of it in one folder; ``watched``: answers are looked for there from now on."""
        self.files = tuple(files)
        self.title.show_text(made_files(*counted(files)))
        self.place.show_text(str(files[0].parent) if files else "")
        self.watched.setVisible(watched)
        self.list.clear()
        self.list.addItems([each.name for each in files])
        self.list.setCurrentRow(0)
