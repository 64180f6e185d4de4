"""渡す先 and ファイルの名前: where the answers go, and the way to the file that was put there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QWidget

from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.one_line import OneLine
from dxdesk.ui.theme import set_look
from dxdesk.wording.liaison import (
    CHANGE_DESTINATION,
    DESTINATION,
    FILE_NAME,
    LATE_NOTE,
    OUT_OF_REACH_NOTE,
    SEALED_NOTE,
    SHOW_PLACE,
)


class GivingCard(QFrame):
    """Shows what it is told; a person's wish is a signal."""

    change_requested = Signal()
    place_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "info-card")
        self._folder, self._name = OneLine(), OneLine(look="strong")
        self._note = PhraseLabel("", "small")
        self.change, self.show_place = QPushButton(CHANGE_DESTINATION), QPushButton(SHOW_PLACE)
        self.change.setAccessibleName(f"{DESTINATION}を{CHANGE_DESTINATION}")
        grid = QGridLayout(self)
        grid.setContentsMargins(20, 12, 20, 12)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for row, (words, value, link) in enumerate(
            ((DESTINATION, self._folder, self.change), (FILE_NAME, self._name, self.show_place))
        ):
            set_look(link, "link")
            grid.addWidget(plain_label(words, "small"), row, 0)
            grid.addWidget(value, row, 1)
            grid.addWidget(link, row, 2, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self._note, 2, 0, 1, 3)
        grid.setColumnStretch(1, 1)
        self.change.clicked.connect(self.change_requested)
        self.show_place.clicked.connect(self.place_requested)

    def show_giving(self, where: str, name: str, *, away: bool, late: bool, placed: bool) -> None:
        """Show where the file goes or went, its name, whether that folder is out of reach, whether the cycle is closed,
        and whether the file that was handed over is known to lie somewhere."""
        self._folder.show_text(where)
        self._name.show_text(name)
        self._note.show_text(OUT_OF_REACH_NOTE if away else LATE_NOTE if late else SEALED_NOTE)
        self.show_place.setVisible(placed)
