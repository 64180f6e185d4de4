"""ファイルの受け渡し: where files of both directions lie on this PC, and what locks the secretariat's keys."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from dxdesk.desk import Desk
from dxdesk.operations.change import Change, Outcome
from dxdesk.preferences import exchange, exchange_folder_of, keep_exchange, names_in_ascii
from dxdesk.ui import keys
from dxdesk.ui.inquiry.options import ask_folder
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.long_work import do_beside
from dxdesk.ui.text_field import Message
from dxdesk.ui.trouble import trouble_words
from dxdesk.wording.asking import ASCII_NAMES, ASCII_NAMES_HINT, NUMBERS_ONLY, NUMBERS_ONLY_HINT, OTHER_FOLDER
from dxdesk.wording.settings import (
    CANNOT_RECOVER,
    CHANGE_LOCK,
    EXCHANGE_FOLDER,
    EXCHANGE_HINT,
    LOCK_KEYS,
    LOCKED_NOW,
    NEW_WORD,
    NEW_WORD_AGAIN,
    NO_EXCHANGE_FOLDER,
    NOT_LOCKED_NOW,
    OLD_WORD,
    REMOVE_LOCK,
    TYPED_OTHERWISE,
    USE_NONE,
    WORD_CHANGED,
    WORD_REMOVED,
    WORD_SET,
    WORDS_OF_KEYS,
    WRITE_WORD,
)

_APART = 12
"""Room between the parts of the form, px."""


def change_keys(change: Change, new: str | None, old: str | None) -> Outcome:
    """Locks the secretariat's keys, otherwise or not at all. Raises Problem."""
    from dxdesk.operations.sender_keys import change_passphrase  # brings cryptography, which the start does without

    return change_passphrase(change, new, old)


class ExchangeForm(QWidget):
    """The folder and the choice are kept at once, on this PC for this database; the passphrase once its button is
    pressed."""

    said = Signal(str)

    def __init__(self, desk: Desk, *, may_lock: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.place, self.other, self.none = PhraseLabel(), QPushButton(OTHER_FOLDER), QPushButton(USE_NONE)
        self.numbers = QCheckBox(NUMBERS_ONLY)
        self.ascii_names = QCheckBox(ASCII_NAMES)
        self.lock = LockForm(desk)
        self.lock.said.connect(self.said)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(plain_label(EXCHANGE_FOLDER, "strong"))
        column.addWidget(self.place)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addWidget(self.other)
        buttons.addWidget(self.none)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addWidget(PhraseLabel(EXCHANGE_HINT, "small"))
        sent = (
            self.numbers,
            PhraseLabel(NUMBERS_ONLY_HINT, "small"),
            self.ascii_names,
            PhraseLabel(ASCII_NAMES_HINT, "small"),
            self.lock,
        )
        for each, apart in zip(sent, (_APART, 0, 0, 0, _APART), strict=True):
            column.addSpacing(apart)
            column.addWidget(each)
            each.setVisible(may_lock)
        column.addStretch(1)
        self.other.clicked.connect(self._choose)
        self.none.clicked.connect(lambda: self._keep(""))
        self.numbers.clicked.connect(lambda on: keep_exchange(desk.database_id, numbers_only="1" if on else ""))
        self.ascii_names.clicked.connect(lambda on: keep_exchange(desk.database_id, ascii_names="1" if on else ""))
        self.refresh()

    def refresh(self) -> None:
        """Show what holds; what is being typed stays."""
        folder = exchange_folder_of(self._desk.database_id)
        self.place.show_text(folder or NO_EXCHANGE_FOLDER)
        self.none.setEnabled(bool(folder))
        self.numbers.setChecked(exchange(self._desk.database_id).get("numbers_only") == "1")
        self.ascii_names.setChecked(names_in_ascii(self._desk.database_id))
        self.lock.refresh()

    def _choose(self) -> None:
        chosen = ask_folder(self, self._desk)
        if chosen is not None:
            self._keep(str(chosen))

    def _keep(self, folder: str) -> None:
        keep_exchange(self._desk.database_id, folder=folder)
        self.refresh()


class LockForm(QWidget):
    """合言葉 of the keys: set, change and remove; typed twice, because nobody can say it again."""

    said = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.state, self.message = PhraseLabel(), Message()
        self.old, self.new, self.again = (keys.secret_line(each) for each in (OLD_WORD, NEW_WORD, NEW_WORD_AGAIN))
        self.go, self.remove = QPushButton(LOCK_KEYS), QPushButton(REMOVE_LOCK)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(plain_label(WORDS_OF_KEYS, "strong"))
        column.addWidget(self.state)
        self._old_label = plain_label(OLD_WORD)
        for label, line in (
            (self._old_label, self.old),
            (plain_label(NEW_WORD), self.new),
            (plain_label(NEW_WORD_AGAIN), self.again),
        ):
            label.setBuddy(line)
            column.addSpacing(4)
            column.addWidget(label)
            column.addWidget(line)
        column.addWidget(self.message)
        column.addWidget(PhraseLabel(CANNOT_RECOVER, "small"))
        column.addSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.go)
        row.addWidget(self.remove)
        row.addStretch(1)
        column.addLayout(row)
        self.go.clicked.connect(self._lock)
        self.remove.clicked.connect(self._remove)
        for line in (self.old, self.new, self.again):
            line.textEdited.connect(lambda _text: self.message.clear())

    def refresh(self) -> None:
        """Show whether the keys are locked."""
        locked = keys.locked(self._desk)
        self.state.show_text(LOCKED_NOW if locked else NOT_LOCKED_NOW)
        for each in (self._old_label, self.old, self.remove):
            each.setVisible(locked)
        self.go.setText(CHANGE_LOCK if locked else LOCK_KEYS)
        self.setEnabled(not self._desk.database.read_only)

    def _lock(self) -> None:
        new = self.new.text()
        if not new:
            self._refuse(WRITE_WORD, self.new)
        elif new != self.again.text():
            self._refuse(TYPED_OTHERWISE, self.again)
        else:
            self._change(new, WORD_CHANGED if keys.locked(self._desk) else WORD_SET)

    def _remove(self) -> None:
        self._change(None, WORD_REMOVED)

    def _change(self, new: str | None, words: str) -> None:
        desk, old = self._desk, self.old.text() or None

        def done(_outcome: Outcome) -> None:
            keys.remember(desk, new)
            for line in (self.old, self.new, self.again):
                line.clear()
            self.refresh()
            self.said.emit(words)

        def failed(trouble: Exception) -> None:
            self._refuse(trouble_words(trouble), self.old if keys.locked(desk) else self.new)

        do_beside(self, desk, lambda: desk.do(change_keys, new, old), done, failed, always=True)

    def _refuse(self, words: str, line: QWidget) -> None:
        self.message.say(words)
        line.setFocus(Qt.FocusReason.OtherFocusReason)
