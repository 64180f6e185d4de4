"""保存場所と控え: where the town's database and its backups lie on this computer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from dxdesk import paths
from dxdesk.domain.errors import Problem
from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui.first_run.frame import Field
from dxdesk.ui.labels import PhraseLabel
from dxdesk.ui.trouble import trouble_words
from dxdesk.wording.first_run import BACKUPS, BACKUPS_NOTE, CHANGE, FILES, PLACE, PLACE_FITS


def usual_place() -> str:
    """The database of the user's data folder; where there is one already, the next free name beside it."""
    place, number = paths.default_database(), 2
    while place.exists():
        place, number = place.with_name(f"dxdesk-{number}.db"), number + 1
    return str(place)


class PlaceForm(QWidget):
    """Two places; one that cannot be used says why at once."""

    def __init__(self, check: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._check = check
        self.place, self.folder = QLineEdit(usual_place()), QLineEdit()
        self.fits = PhraseLabel("", "saved")
        self._place = Field(PLACE, self._with_button(self.place, self._choose_place))
        self._folder = Field(BACKUPS, self._with_button(self.folder, self._choose_folder), BACKUPS_NOTE)
        for line, name in ((self.place, PLACE), (self.folder, BACKUPS)):
            line.setAccessibleName(name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._place)
        column.addWidget(self.fits)
        column.addSpacing(12)
        column.addWidget(self._folder)
        column.addStretch(1)
        self.place.textChanged.connect(self.complete)
        self.setFocusProxy(self.place)

    def _with_button(self, line: QLineEdit, choose: Callable[[], None]) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        button = QPushButton(CHANGE)
        button.clicked.connect(choose)
        row.addWidget(line, 1)
        row.addWidget(button)
        holder.setFocusProxy(line)
        return holder

    @property
    def target(self) -> str:
        """The path of the database."""
        return self.place.text().strip()

    @property
    def backup_folder(self) -> str:
        """The folder of the backups; empty for the one beside the database."""
        typed = self.folder.text().strip()
        return "" if not typed or typed == str(paths.backups(Path(self.target))) else typed

    def complete(self) -> bool:
        """Whether a database can be made at the place; else it says why."""
        try:
            self._check(self.target)
            trouble = ""
        except (StoreUnavailable, Problem) as refused:
            trouble = trouble_words(refused)
        self._place.show_error(trouble)
        self.fits.show_text("" if trouble else f"✓ {PLACE_FITS}")
        self.folder.setPlaceholderText(str(paths.backups(Path(self.target or "dxdesk.db"))))
        return not trouble

    def _choose_place(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, PLACE, self.target, FILES, options=QFileDialog.Option.DontConfirmOverwrite
        )
        if chosen:
            self.place.setText(chosen if Path(chosen).suffix else f"{chosen}.db")

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, BACKUPS, self.folder.text() or str(Path(self.target).parent))
        if chosen:
            self.folder.setText(chosen)
