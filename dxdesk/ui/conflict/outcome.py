"""使う文: what the answer will say, and the text that is put together from both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from dxdesk.ui.conflict.field_row import Side3
from dxdesk.ui.conflict.reading import Field
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.symbols import symbol_pixmap
from dxdesk.ui.text_area import TextArea
from dxdesk.wording.conflict import NOT_CHOSEN, USED, USED_HINT, Sides

_OPEN, _VALUE, _TEXT = range(3)
_ABOVE = 8
"""Room above and below what is used, px."""


def joined(field: Field) -> str:
    """Both texts, as they are put into the field to be written on."""
    return "\n".join(each.words for each in (field.ours, field.theirs))


class OutcomeRow(QStackedWidget):
    """What one field will say: nothing yet, one of the two, or the text that is written here."""

    def __init__(self, field: Field, sides: Sides, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field, self._sides = field, sides
        self._sign, self._words, self._from = QLabel(), PhraseLabel(), plain_label("", "small")
        self.text = TextArea()
        self.text.setAccessibleName(f"{field.word}、{USED}")
        self.text.setFixedHeight(self.text.sizeHint().height())
        value = QWidget()
        row = QHBoxLayout(value)
        row.setContentsMargins(12, _ABOVE, 12, _ABOVE)
        row.setSpacing(8)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        row.addWidget(self._from, 0, Qt.AlignmentFlag.AlignTop)
        empty = plain_label(NOT_CHOSEN, "unset")
        empty.setContentsMargins(12, _ABOVE, 12, _ABOVE)
        for each in (empty, value, self.text):
            self.addWidget(each)

    def show_choice(self, choice: Side3 | None) -> None:
        """Show what is used; a text that was begun stays."""
        if choice == "own":
            self.setCurrentIndex(_TEXT)
            return
        self.setCurrentIndex(_OPEN if choice is None else _VALUE)
        if choice is not None:
            side = self._field.ours if choice == "ours" else self._field.theirs
            self._words.show_text(side.words)
            self._from.setText(self._sides.ours if choice == "ours" else self._sides.theirs)
            self._sign.setVisible(side.status is not None)
            if side.status is not None:
                self._sign.setPixmap(symbol_pixmap(side.status, 18))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as what is shown: the field for a text needs its room only while it is there."""
        return self._shown.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._shown.minimumSizeHint().expandedTo(QSize(0, self._shown.minimumHeight()))

    @property
    def _shown(self) -> QWidget:
        shown = self.currentWidget()
        assert shown is not None
        return shown


class Outcome(QWidget):
    """A row per field."""

    edited = Signal()

    def __init__(self, fields: Sequence[Field], sides: Sides, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = {each.key: each for each in fields}
        self.rows = {each.key: OutcomeRow(each, sides) for each in fields}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(plain_label(USED, "strong"))
        if any(each.joinable for each in fields):
            head.addWidget(plain_label(USED_HINT, "small"))
        head.addStretch(1)
        column.addLayout(head)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, 96)
        grid.setColumnStretch(1, 1)
        for place, (key, row) in enumerate(self.rows.items()):
            label = plain_label(self._fields[key].word, "small")
            label.setBuddy(row.text)
            label.setContentsMargins(0, _ABOVE + 2, 0, 0)
            grid.addWidget(label, place, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(row, place, 1)
            row.text.edited.connect(self.edited)
        column.addLayout(grid)

    def show_choices(self, choices: Mapping[str, Side3]) -> None:
        """Show what is chosen so far."""
        for key, row in self.rows.items():
            row.show_choice(choices.get(key))

    def join(self, key: str) -> None:
        """Put both texts where one of one's own is written, with the cursor at their end."""
        text = self.rows[key].text
        if not text.typed():
            text.show_text(joined(self._fields[key]))
        text.setFocus(Qt.FocusReason.OtherFocusReason)

    def texts(self) -> dict[str, str]:
        """The texts that were begun, by field."""
        return {key: row.text.typed() for key, row in self.rows.items() if row.text.typed()}

    def commit(self) -> None:
        """Hand over what the input method still holds."""
        for row in self.rows.values():
            row.text.composition.commit()

    @property
    def composing(self) -> bool:
        """Whether a conversion is open."""
        return any(row.text.composition.text for row in self.rows.values())
