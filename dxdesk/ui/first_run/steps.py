"""The row of steps at the top: what is done, where one is, what follows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from dxdesk.ui.labels import plain_label
from dxdesk.ui.theme import set_look


class StepsRow(QWidget):
    """Numbered steps; a ✓ stands on those that are behind."""

    def __init__(self, words: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = tuple(words)
        self._labels = [plain_label() for _ in words]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for label in self._labels:
            row.addWidget(label)
        row.addStretch(1)
        self.show_step(0)

    def show_step(self, step: int) -> None:
        """Mark a step, from 0."""
        for place, (label, word) in enumerate(zip(self._labels, self._words, strict=True)):
            mark = "✓" if place < step else str(place + 1)
            label.setText(f"{mark} {word}")
            set_look(label, "pill-info" if place < step else "pill-solid" if place == step else "pill-quiet")
        count = len(self._words)
        self.setAccessibleName(f"{count}つのうち{step + 1}つめ、{self._words[step]}")
