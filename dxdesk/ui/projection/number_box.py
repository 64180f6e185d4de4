"""番号で映す: a number as it stands on the slides, and what it would open."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from dxdesk.ui.board.course import Meant, numbered
from dxdesk.ui.board.foot import typed_words
from dxdesk.ui.labels import plain_label
from dxdesk.ui.projection.projector import Projector
from dxdesk.ui.theme import set_look
from dxdesk.wording.asking import BACK
from dxdesk.wording.projection import NUMBER_FIELD, PROJECT_NUMBER, SHOW_NUMBER


class ProjectNumber(QDialog):
    """Takes the number of 本日の協議, of a unit or of an axis; while it means nothing, nothing can be shown."""

    def __init__(self, projector: Projector, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._projector = projector
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(PROJECT_NUMBER)
        self.field, self.words = QLineEdit(), plain_label("", "small")
        self.field.setInputMethodHints(Qt.InputMethodHint.ImhPreferLatin)
        self.field.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        label = plain_label(NUMBER_FIELD)
        label.setBuddy(self.field)
        self.words.setMinimumWidth(360)
        self.show_it, back = QPushButton(SHOW_NUMBER), QPushButton(BACK)
        set_look(self.show_it, "primary")
        self.show_it.setDefault(True)
        self.show_it.setEnabled(False)
        back.setAutoDefault(False)
        row = QHBoxLayout()
        row.addWidget(back)
        row.addStretch(1)
        row.addWidget(self.show_it)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        for widget in (label, self.field, self.words):
            column.addWidget(widget)
        column.addLayout(row)
        self.field.textChanged.connect(lambda _typed: self._say())
        self.show_it.clicked.connect(self._show)
        back.clicked.connect(self.reject)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _meant(self) -> Meant | None:
        audience, typed = self._projector.audience, self.field.text().strip()
        return numbered(audience, typed) if audience and typed else None

    def _say(self) -> None:
        meant = self._meant
        self.words.setText(typed_words(self.field.text().strip(), meant))
        self.show_it.setEnabled(meant is not None)

    def _show(self) -> None:
        meant = self._meant
        if meant is not None:
            self._projector.open_unit(meant.card.code)
            self.accept()
