"""主な動き of 総括: its paragraphs in own words, in another order, or left out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from dxdesk.domain.errors import Problem
from dxdesk.domain.movements import MovementEdit, MovementPart
from dxdesk.operations.printing_movements import Movements
from dxdesk.ui.dialogs import choose
from dxdesk.ui.labels import PhraseLabel
from dxdesk.ui.printing.movements_row import ParagraphRow
from dxdesk.ui.text_field import Message
from dxdesk.ui.theme import set_look
from dxdesk.wording.movements import BACK, HOW, LOSE, LOSE_QUESTION, ONLY_READ, SAVE, STAY, TITLE
from dxdesk.wording.sentences import problem_words

_WIDTH, _HEIGHT = 960, 530


class MovementsDialog(QDialog):
    """Nothing is kept before it is accepted; then ``wish`` and ``looked_at`` say what a person wants."""

    def __init__(self, found: Movements, *, may: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self._found, self._may = found, may
        self.rows = [ParagraphRow(each, may=may) for each in found.paragraphs]
        self.message = Message()
        self.go, self.back = QPushButton(SAVE), QPushButton(BACK)
        self._paragraphs = QVBoxLayout()
        self._lay_out()
        for row in self.rows:
            row.moved.connect(lambda steps, row=row: self.move_row(row, steps))
        self.go.clicked.connect(self.accept)
        self.back.clicked.connect(self.reject)
        self._before = self.wish
        self._show_places()
        (self.rows[0].words if may and self.rows else self.back).setFocus()

    def _lay_out(self) -> None:
        inside = QWidget()
        self._paragraphs.setContentsMargins(0, 0, 8, 0)
        self._paragraphs.setSpacing(8)
        for row in self.rows:
            self._paragraphs.addWidget(row)
        self._paragraphs.addStretch(1)
        inside.setLayout(self._paragraphs)
        area = QScrollArea()
        area.setAccessibleName(TITLE)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.go)
        set_look(self.go, "primary")
        self.go.setVisible(self._may)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 12, 20, 14)
        whole.setSpacing(8)
        whole.addWidget(PhraseLabel(HOW if self._may else ONLY_READ, "small"))
        whole.addWidget(area, 1)
        whole.addWidget(self.message)
        whole.addLayout(buttons)
        for button in (self.go, self.back):
            button.setAutoDefault(False)
        self.resize(_WIDTH, _HEIGHT)

    @property
    def wish(self) -> MovementEdit:
        """What the rows come to."""
        texts: dict[MovementPart, str] = {row.part: row.own for row in self.rows if row.own is not None}
        left_out = frozenset(row.part for row in self.rows if row.left_out)
        shown = {row.part for row in self.rows}
        hidden = tuple(part for part in self._found.edit.parts if part not in shown)
        return MovementEdit((*(row.part for row in self.rows), *hidden), left_out, texts)

    @property
    def looked_at(self) -> frozenset[MovementPart]:
        """The paragraphs of which a person says that they may stay as they are."""
        return frozenset(row.part for row in self.rows if row.looked_at.isChecked())

    def move_row(self, row: ParagraphRow, steps: int) -> None:
        """Move a paragraph further down (or, below 0, up)."""
        place = self.rows.index(row) + steps
        if 0 <= place < len(self.rows):
            self.rows.remove(row)
            self.rows.insert(place, row)
            self._paragraphs.removeWidget(row)
            self._paragraphs.insertWidget(place, row)
            self._show_places()

    def _show_places(self) -> None:
        before: QWidget | None = None
        for place, row in enumerate(self.rows):
            row.show_place(place == 0, place == len(self.rows) - 1)
            for each in (row.printed, row.automatic, row.up, row.down, row.words, row.looked_at):
                if before is not None:
                    QWidget.setTabOrder(before, each)
                before = each

    def accept(self) -> None:
        """Keep it; an empty paragraph is said, and the cursor goes there."""
        empty = next((row for row in self.rows if row.own == "" and not row.left_out), None)
        if empty is None:
            super().accept()
            return
        self.message.say(problem_words(Problem("movement.empty", empty.part)))
        empty.words.setFocus()

    def reject(self) -> None:
        """Leave it; what was written and not kept is asked about."""
        changed = self._may and (self.wish != self._before or bool(self.looked_at))
        if not changed or choose(self, LOSE_QUESTION, (STAY, LOSE)) == 1:
            super().reject()
