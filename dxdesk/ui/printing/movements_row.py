"""One paragraph of 主な動き while it is being written."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QPushButton, QWidget

from dxdesk.domain.movements import MovementPart
from dxdesk.operations.printing_movements import MovementParagraph
from dxdesk.ui.labels import PhraseLabel, plain_label, text_scale
from dxdesk.ui.text_area import TextArea
from dxdesk.ui.theme import set_look
from dxdesk.wording.movements import AUTOMATIC, DOWN, LOOKED_AT, PRINTED, UP, named, stale_words

_TEXT_HEIGHT = 80
_LABEL_WIDTH = 124


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
        label, scale = self.paragraph.label, text_scale(self)
        for button in (self.automatic, self.up, self.down):
            set_look(button, "link")
            button.setAutoDefault(False)
            button.setVisible(may)
            button.setAccessibleName(named(label, button.text()))
        for box in (self.printed, self.looked_at):
            box.setAccessibleName(named(label, box.text()))
        self.printed.setEnabled(may)
        self.words.setAccessibleName(label)
        self.words.setFixedHeight(round(_TEXT_HEIGHT * scale))
        places = QHBoxLayout()
        places.setSpacing(0)
        places.addWidget(self.up)
        places.addWidget(self.down)
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 6, 8, 6)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        grid.setColumnMinimumWidth(0, round(_LABEL_WIDTH * scale))
        grid.setColumnStretch(1, 1)
        grid.addWidget(plain_label(label, "strong"), 0, 0)
        grid.addWidget(self.printed, 1, 0)
        grid.addWidget(self.words, 0, 1, 2, 1)
        grid.addWidget(self.automatic, 0, 2, Qt.AlignmentFlag.AlignLeft)
        grid.addLayout(places, 1, 2, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self._stale, 2, 1)
        grid.addWidget(self.looked_at, 3, 1)
        self._stale.setVisible(bool(self.paragraph.stale))
        self.looked_at.setVisible(bool(self.paragraph.stale) and may)

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
