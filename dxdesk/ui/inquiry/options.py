"""What else is chosen when files are made: where they go, what locks them, and the letters beside them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from dxdesk.desk import Desk
from dxdesk.preferences import exchange, exchange_folder_of, keep_exchange
from dxdesk.ui.inquiry.making import Wish
from dxdesk.ui.keys import secret_line
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.saving import files_folder, keep_files_folder
from dxdesk.ui.theme import set_look
from dxdesk.wording.asking import (
    CHOOSE_FOLDER,
    FILES_WORD,
    FOLDER,
    FORM_HINT,
    LETTERS,
    LOCK,
    NO_FOLDER,
    NUMBERS_ONLY,
    NUMBERS_ONLY_HINT,
    OTHER_FOLDER,
    PAPERS,
    WHAT_ELSE,
)


def ask_folder(parent: QWidget, desk: Desk) -> Path | None:
    """Ask for a folder; None where the person went back."""
    start = files_folder(desk.database_id)
    chosen = QFileDialog.getExistingDirectory(parent, CHOOSE_FOLDER, str(start))
    if not chosen:
        return None
    keep_files_folder(desk.database_id, Path(chosen))
    return Path(chosen)


class InquiryOptions(QWidget):
    """The choices of the last time are proposed; a passphrase never is."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        last = exchange(desk.database_id)
        self._folder: Path | None = None
        self.place = PhraseLabel(most=2)
        self.other = QPushButton(OTHER_FOLDER)
        set_look(self.other, "link")
        self.letters, self.lock = QCheckBox(LETTERS), QCheckBox(LOCK)
        self.papers = QCheckBox(PAPERS)
        self.passphrase, self.numbers = secret_line(FILES_WORD), QCheckBox(NUMBERS_ONLY)
        self._form_hint = PhraseLabel(FORM_HINT, "small")
        self.letters.setChecked(last.get("letters") == "1")
        self.papers.setChecked(last.get("papers", "1") == "1")
        self.papers.setVisible(self.letters.isChecked())
        self.numbers.setChecked(last.get("numbers_only") == "1")
        self.passphrase.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(plain_label(FOLDER, "strong"))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.place)
        row.addWidget(self.other, 0, Qt.AlignmentFlag.AlignTop)
        row.addStretch(1)
        column.addLayout(row)
        column.addSpacing(8)
        column.addWidget(plain_label(WHAT_ELSE, "strong"))
        for widget in (self._form_hint, self.letters, self.papers, self.lock, self.passphrase, self.numbers):
            column.addWidget(widget)
        indented = QHBoxLayout()
        indented.setContentsMargins(27, 0, 0, 0)
        indented.addWidget(PhraseLabel(NUMBERS_ONLY_HINT, "small"))
        column.addLayout(indented)
        self.other.clicked.connect(self.choose_folder)
        self.letters.toggled.connect(self.papers.setVisible)
        self.lock.toggled.connect(self._show_lock)
        self.passphrase.textChanged.connect(lambda _text: self.changed.emit())
        self.show_folder()

    @property
    def folder(self) -> Path | None:
        """Where the files go: what was chosen here, else the exchange folder."""
        shared = exchange_folder_of(self._desk.database_id)
        return self._folder or (Path(shared) if shared else None)

    @property
    def secret(self) -> str | None:
        """What the files are locked with; None for nothing, empty where it is still to be written."""
        return self.passphrase.text() if self.lock.isChecked() else None

    def choose_folder(self) -> Path | None:
        """Ask where the files go; None where the person went back."""
        chosen = ask_folder(self, self._desk)
        if chosen is not None:
            self._folder = chosen
            self.show_folder()
        return chosen

    def wish(self, departments: tuple[str, ...], forms: frozenset[str]) -> Wish | None:
        """What is to be made for these departments (ids), kept as the choices of the next time. The place is asked for
        where none is known; None where the person goes back."""
        folder = self.folder or self.choose_folder()
        if folder is None:
            return None
        self.keep()
        letters, papers = self.letters.isChecked(), self.papers.isChecked()
        return Wish(departments, forms, letters, folder, self.secret, self.numbers.isChecked(), papers)

    def show_folder(self) -> None:
        """Show where the files go."""
        self.place.show_text(str(self.folder) if self.folder else NO_FOLDER)

    def keep(self) -> None:
        """Propose these choices again the next time."""
        keep_exchange(
            self._desk.database_id,
            letters="1" if self.letters.isChecked() else "",
            papers="1" if self.papers.isChecked() else "0",
            numbers_only="1" if self.numbers.isChecked() else "",
        )

    def _show_lock(self, locked: bool) -> None:
        self.passphrase.setVisible(locked)
        if locked:
            self.passphrase.setFocus()
        self.changed.emit()
