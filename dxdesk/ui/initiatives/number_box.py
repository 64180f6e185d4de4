"""番号で開く: a small box that takes a unit's number."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from dxdesk.domain.errors import Problem
from dxdesk.domain.plans import Plan
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.theme import set_look
from dxdesk.wording.sentences import problem_words


class NumberBox(QDialog):
    """Asks for a number as printed or as used in commands; what it cannot find it says, naming the nearest."""

    def __init__(self, plan: Plan, found: Callable[[str], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan, self._found = plan, found
        self.setWindowTitle(self.tr("番号で開く"))
        self.field = QLineEdit()
        self.field.setInputMethodHints(Qt.InputMethodHint.ImhPreferLatin)
        self.field.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        label = plain_label(self.tr("取組の番号"))
        label.setBuddy(self.field)
        self.message = PhraseLabel(look="error")
        self.message.setMinimumWidth(300)
        self.message.hide()
        opens, closes = QPushButton(self.tr("開く")), QPushButton(self.tr("閉じる"))
        set_look(opens, "primary")
        opens.setDefault(True)
        closes.setAutoDefault(False)
        opens.clicked.connect(self._open)
        closes.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(closes)
        buttons.addStretch(1)
        buttons.addWidget(opens)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(label)
        layout.addWidget(self.field)
        layout.addWidget(self.message)
        layout.addLayout(buttons)

    def _open(self) -> None:
        try:
            unit = self._plan.unit(self.field.text())
        except Problem as problem:
            self.message.show_text(problem_words(problem))
            self.message.show()
            self.field.selectAll()
            return
        self.accept()
        self._found(unit.code or "")
