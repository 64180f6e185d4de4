"""合言葉: asked for with what is locked by it; nothing of it is kept or shown."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from dxdesk.ui.keys import secret_line
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.theme import set_look
from dxdesk.wording.liaison import LOCK_WORD, OPEN_IT

_WIDTH = 480


class PassphraseDialog(QDialog):
    """One line; ``trouble`` says what came of the one before."""

    def __init__(self, asked: str, trouble: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("dxdesk")
        self.line = secret_line(LOCK_WORD)
        label = plain_label(LOCK_WORD, "strong")
        label.setBuddy(self.line)
        self.error = PhraseLabel(f"！ {trouble}" if trouble else "", "error")
        self.error.setVisible(bool(trouble))
        self.go, self.back = QPushButton(OPEN_IT), QPushButton("戻る")
        set_look(self.go, "primary")
        self.go.setEnabled(False)
        self.line.textChanged.connect(lambda typed: self.go.setEnabled(bool(typed)))
        self.go.clicked.connect(self.accept)
        self.back.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.go)
        column = QVBoxLayout(self)
        for widget in (PhraseLabel(asked), label, self.line, self.error):
            column.addWidget(widget)
        column.addLayout(buttons)
        self.setMinimumWidth(_WIDTH)
        for button in (self.go, self.back):
            button.setAutoDefault(False)  # Enter in a line never submits


def ask_passphrase(parent: QWidget | None, asked: str, trouble: str = "") -> str | None:
    """Ask for a passphrase; None where the person went back. What was typed is taken as it is, spaces too."""
    dialog = PassphraseDialog(asked, trouble, parent)
    return dialog.line.text() if dialog.exec() == QDialog.DialogCode.Accepted and dialog.line.text() else None
