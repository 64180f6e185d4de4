"""One paragraph of 主な動き while it is being written."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from dxdesk.domain.movements import MovementPart
from dxdesk.operations.printing_movements import MovementParagraph
from dxdesk.ui.labels import PhraseLabel, plain_label, text_scale
from dxdesk.ui.text_area import TextArea
from dxdesk.ui.theme import set_look
from dxdesk.wording.movements import AUTOMATIC, DOWN, LOOKED_AT, PRINTED, UP, named, stale_words

_TEXT_HEIGHT = 76


class ParagraphRow(QFrame):
    """Whether it is printed, where it stands, its words, and what changed since they were written."""

    moved = Signal(int)
    """It is to stand further up (-1) or down (1)."""

    def __init__(self, paragraph: MovementParagraph, *, may: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paragraph = paragraph
        set_look(self, "card")
        self.printed, self.looked_at = QCheckBox(PRINTED), QCheckBox(LOOKED_AT)
        self.up, self.down, self.automatic = QPushButton(UP), QPushButton(DOWN), QPushButton(AUTOMATIC)
        self.words = TextArea()
        self._stale = PhraseLabel(stale_words(paragraph.stale) if paragraph.stale else "", "asked-note")
        self._lay_out(may)
        self.printed.setChecked(not paragraph.left_out)
        self.words.show_text(paragraph.text)
        self.words.setReadOnly(not may)
        self.printed.toggled.connect(self._show)
        self.words.edited.connect(self._show)
        self.automatic.clicked.connect(self.take_automatic)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self._may = may
        self._show()

    def _lay_out(self, may: bool) -> None:
        label = self.paragraph.label
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(plain_label(label, "strong"))
        head.addWidget(self.printed)
        head.addStretch(1)
        for button in (self.automatic, self.up, self.down):
            set_look(button, "link")
            button.setAutoDefault(False)
            button.setVisible(may)
            button.setAccessibleName(named(label, button.text()))
            head.addWidget(button)
        self.printed.setEnabled(may)
        self.printed.setAccessibleName(named(label, PRINTED))
        self.looked_at.setAccessibleName(named(label, LOOKED_AT))
        self.words.setAccessibleName(label)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.words)
        column.addWidget(self._stale)
        column.addWidget(self.looked_at)
        self._stale.setVisible(bool(self.paragraph.stale))
        self.looked_at.setVisible(bool(self.paragraph.stale) and may)
        self.words.setFixedHeight(round(_TEXT_HEIGHT * text_scale(self)))

    @property
    def part(self) -> MovementPart:
        """Which paragraph it is."""
        return self.paragraph.part

    @property
    def own(self) -> str | None:
        """What was written in place of what the program says; None where it says the same."""
        typed = self.words.typed().strip()
        return None if typed == self.paragraph.automatic.strip() else typed

    @property
    def left_out(self) -> bool:
        """Whether it is not printed."""
        return not self.printed.isChecked()

    def take_automatic(self) -> None:
        """What the program says, in place of the own words."""
        self.words.show_text(self.paragraph.automatic)
        self._show()

    def show_place(self, first: bool, last: bool) -> None:
        """Where it stands among the others."""
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)

    def _show(self) -> None:
        self.words.setEnabled(self.printed.isChecked())
        self.automatic.setEnabled(self._may and self.own is not None and self.printed.isChecked())
