"""会議資料一式 among the choices of 印刷: what goes in, only what changed, and that it was handed out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QDialog, QFileDialog, QPushButton, QVBoxLayout, QWidget

from dxdesk.domain.packet_editions import AppendedFile
from dxdesk.domain.packets import PacketChoice
from dxdesk.operations.printing_packet import PacketOffer
from dxdesk.ui.dialogs import choose
from dxdesk.ui.labels import PhraseLabel
from dxdesk.ui.printing.packet_dialog import PacketDialog
from dxdesk.ui.printing.remembered import recall_files, remember_files
from dxdesk.ui.saving import proposed_folder
from dxdesk.ui.theme import set_look
from dxdesk.wording.packet_screen import (
    ADD_FILES,
    BACK,
    CHOOSE,
    FILES_BEFORE,
    HAND_OUT,
    KINDS,
    LEAVE_OUT,
    ONLY_CHANGED,
    missing_question,
    missing_words,
    summary,
)


class PacketPanel(QWidget):
    """What was chosen for the packet of a meeting; the button ``hand_out`` is laid out by who has the panel.

    Files behind it are remembered on this PC while they stay as they were; ``left_out`` names those of the last edition
    that are not to be behind this one.
    """

    changed = Signal()
    chosen = Signal(str, object)
    """A body or a meeting (id) and the ``PacketChoice`` it has from now on."""
    hand_out_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer: PacketOffer | None = None
        self._meeting = ""
        self.choice: PacketChoice | None = None
        self.files: tuple[str, ...] = ()
        self.left_out: tuple[str, ...] = ()
        self._summary, self._missing = PhraseLabel("", "small"), PhraseLabel("", "small", most=2)
        self.choose, self.hand_out = QPushButton(CHOOSE), QPushButton(HAND_OUT)
        self.files_before = QPushButton(FILES_BEFORE)
        for link in (self.hand_out, self.files_before):
            set_look(link, "link")
        self.only_changed = QCheckBox(ONLY_CHANGED)
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        for widget in (self.choose, self._summary, self._missing):
            self._layout.addWidget(widget)
        changes = QVBoxLayout()
        changes.setSpacing(6)
        changes.addWidget(self.files_before, 0, Qt.AlignmentFlag.AlignLeft)
        changes.addWidget(self.only_changed)
        self._layout.addLayout(changes)
        self._row = False
        self.choose.clicked.connect(self.open_dialog)
        self.files_before.clicked.connect(self.ask_missing)
        self.only_changed.clicked.connect(self.changed)
        self.hand_out.clicked.connect(self.hand_out_requested)

    def show_offer(self, meeting: str, offer: PacketOffer | None) -> None:
        """Show what can be chosen for a meeting (id); what was chosen for another one is forgotten."""
        if meeting != self._meeting:
            self.files, self.left_out = recall_files(meeting) if meeting else (), ()
            self.only_changed.setChecked(False)
        if meeting != self._meeting or offer is not self._offer:
            self.choice = offer.choice if offer else None
        self._meeting, self._offer = meeting, offer
        handed_out = offer.handed_out if offer else None
        self.only_changed.setVisible(handed_out is not None)
        if handed_out is None:
            self.only_changed.setChecked(False)
        self._show_summary()

    def show_as_row(self, row: bool) -> None:
        """Beside each other, without what the words of the buttons do not need, or one below the other."""
        down, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._layout.setDirection(beside if row else down)
        self._row = row
        self._summary.setVisible(not row)
        self._show_missing()

    def open_dialog(self) -> None:
        """Ask what goes in."""
        if self._offer is None or self.choice is None:
            return
        dialog = PacketDialog(self._offer, self.choice, self.files, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            taken_away = {Path(each).stem for each in self.files} - {Path(each).stem for each in dialog.files}
            self.left_out = tuple({*self.left_out, *taken_away})
            self.choose_parts(dialog.choice, dialog.files)

    @property
    def missing(self) -> tuple[AppendedFile, ...]:
        """The files of the last edition of which nobody said what is to be with them."""
        known = {*(Path(each).stem for each in self.files), *self.left_out}
        return tuple(each for each in self._offer.appended if each.name not in known) if self._offer else ()

    def ask_missing(self) -> None:
        """Ask what is to be with the files of the last edition that are not chosen."""
        missing = self.missing
        answer = choose(self, missing_question(missing), (BACK, LEAVE_OUT, ADD_FILES))
        if self.choice is None or answer == 0:
            return
        if answer == 1:
            self.left_out = (*self.left_out, *(each.name for each in missing))
            self.choose_parts(self.choice, self.files)
            return
        found, _ = QFileDialog.getOpenFileNames(self, ADD_FILES.removesuffix("…"), str(proposed_folder()), KINDS)
        if found:
            self.choose_parts(self.choice, tuple(dict.fromkeys((*self.files, *found))))

    def choose_parts(self, choice: PacketChoice, files: tuple[str, ...]) -> None:
        """Take what was chosen."""
        if self._offer is None:
            return
        different = choice != self.choice
        if files != self.files:
            remember_files(self._meeting, files)
        behind, now = {each.name for each in self._offer.appended}, {Path(each).stem for each in files}
        self.left_out = tuple(sorted((behind & {*self.left_out}) - now))
        self.choice, self.files = choice, files
        self._show_summary()
        if different:
            self.chosen.emit(self._offer.whose, choice)
        self.changed.emit()

    def _show_summary(self) -> None:
        if self._offer is not None and self.choice is not None:
            parts = self.choice.chosen(self._offer.parts(all_sheets=self.choice.all_sheets))
            self._summary.show_text(summary(len(parts), len(self.files), self._offer.handed_out))
            self._show_missing()

    def _show_missing(self) -> None:
        missing = self.missing
        words = missing_words(missing) if missing else ""
        self._missing.show_text(words)
        self._missing.setToolTip("\n".join(each.words for each in missing))
        self._missing.setVisible(bool(missing) and not self._row)
        self.files_before.setVisible(bool(missing))
