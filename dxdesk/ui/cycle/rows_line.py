"""The line below the matrix: how lines are chosen, or how many were just changed together."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from dxdesk.ui.bands import announce
from dxdesk.ui.labels import PhraseLabel
from dxdesk.ui.theme import set_look
from dxdesk.wording.cycle import HOW_LINES_ARE_CHOSEN, lines_changed


class RowsLine(QFrame):
    """One line that keeps its height, so that nothing moves below a hand that is clicking."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "done-line")
        self._words = PhraseLabel(HOW_LINES_ARE_CHOSEN, "small", most=1)
        self.undo = QPushButton(self.tr("元に戻す"))
        set_look(self.undo, "link")
        keeping = self.undo.sizePolicy()
        keeping.setRetainSizeWhenHidden(True)
        self.undo.setSizePolicy(keeping)
        self.undo.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 12, 0)
        row.setSpacing(10)
        row.addWidget(self._words, 1)
        row.addWidget(self.undo)

    @property
    def words(self) -> str:
        """What the line says."""
        return self._words.text()

    def show_changed(self, count: int) -> None:
        """Say that so many units were changed in one step; how lines are chosen where that was one or none."""
        words = lines_changed(count) if count > 1 else HOW_LINES_ARE_CHOSEN
        if words == self.words:
            return
        self._words.show_text(words)
        self.undo.setVisible(count > 1)
        if count > 1:
            announce(self, words)
