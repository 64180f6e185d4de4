"""The passphrase of the secretariat's keys: asked for once in a sitting, and nowhere kept but in memory."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from dxdesk.desk import Desk
from dxdesk.domain.errors import Problem
from dxdesk.store.queries import packages
from dxdesk.ui.composition import Composition
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.text_field import Message
from dxdesk.ui.theme import set_look
from dxdesk.wording.asking import BACK, KEYS_LOCKED, KEYS_WORD, UNLOCK
from dxdesk.wording.sentences import problem_words

_typed: WeakKeyDictionary[Desk, str] = WeakKeyDictionary()


def locked(desk: Desk) -> bool:
    """Whether the secretariat's keys want a passphrase."""
    keys = desk.ask(packages.keys)
    return keys is not None and keys.locked


def passphrase_for(desk: Desk, parent: QWidget | None) -> str | None:
    """The passphrase that opens the keys of a desk: asked for once in a sitting.

    None where the keys are not locked, and where the person went back: what needs them then says so.
    """
    if not locked(desk):
        return None
    if desk not in _typed:
        dialog = KeysDialog(desk, parent)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            _typed[desk] = dialog.line.text()
    return _typed.get(desk)


def remember(desk: Desk, passphrase: str | None) -> None:
    """Keep another passphrase for the sitting, or none: it was changed."""
    if passphrase is None:
        _typed.pop(desk, None)
    else:
        _typed[desk] = passphrase


def opens(desk: Desk, passphrase: str) -> str:
    """Empty where a passphrase opens the keys, else why it does not."""
    from dxdesk.operations.sender_keys import open_keys

    try:
        desk.ask(open_keys, passphrase)
    except Problem as problem:
        return problem_words(problem)
    return ""


def secret_line(name: str) -> QLineEdit:
    """A field whose letters are not shown."""
    line = QLineEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.setAccessibleName(name)
    line.setMaximumWidth(320)
    Composition(line)
    return line


class KeysDialog(QDialog):
    """Asks for the passphrase until it is the right one; Enter in the line goes nowhere."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle("dxdesk")
        self.line, self.message = secret_line(KEYS_WORD), Message()
        self.back, self.go = QPushButton(BACK), QPushButton(UNLOCK)
        set_look(self.go, "primary")
        label = plain_label(KEYS_WORD, "strong")
        label.setBuddy(self.line)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        for widget in (PhraseLabel(KEYS_LOCKED), label, self.line, self.message):
            column.addWidget(widget)
        for button in (self.back, self.go):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        column.addLayout(buttons)
        self.setMinimumWidth(480)
        self.go.setEnabled(False)
        self.line.textChanged.connect(lambda typed: self.go.setEnabled(bool(typed)))
        self.go.clicked.connect(self.try_it)
        self.back.clicked.connect(self.reject)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def try_it(self) -> None:
        """Close where the passphrase is right, else say so."""
        wrong = opens(self._desk, self.line.text())
        if not wrong:
            self.accept()
            return
        self.message.say(wrong)
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
