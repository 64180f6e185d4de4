"""Which form documents are made from in Word on this PC. It is taken at once, or refused with a reason."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from dxdesk.desk import Desk, Step
from dxdesk.documents.word_forms import WordForm
from dxdesk.domain.errors import Problem
from dxdesk.operations.given_files import give_file
from dxdesk.operations.word_forms import form_since, form_to_edit, own_form, put_form, use_form
from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.saving import ask_target, keep_folder, proposed_folder
from dxdesk.ui.text_field import Message
from dxdesk.ui.trouble import trouble_words
from dxdesk.wording.word_forms import (
    BACK_AGAIN,
    BACK_HINT,
    BACK_TO_SHIPPED,
    CHOOSE_FORM,
    FORM_KINDS,
    SHIPPED,
    WRITE_FORM,
    FormWords,
    form_used,
    form_written,
    own_since,
)


class WordFormPart(QWidget):
    """The form in use, and the way to one of the town's own and back. What is done here can be taken back.

    ``key`` is the part of 設定 that it is.
    """

    said = Signal(str, bool)

    def __init__(self, desk: Desk, form: WordForm, words: FormWords, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._form, self._words, self._key = desk, form, words, key
        self.standing, self.message = PhraseLabel("", "strong"), Message()
        self.write, self.choose, self.back = (QPushButton(word) for word in (WRITE_FORM, CHOOSE_FORM, BACK_TO_SHIPPED))
        self.back.setToolTip(BACK_HINT)
        self.back.setAccessibleDescription(BACK_HINT)
        steps = QGridLayout()
        steps.setHorizontalSpacing(10)
        steps.setVerticalSpacing(6)
        steps.setColumnStretch(1, 1)
        for number, step in enumerate(words.steps, start=1):
            steps.addWidget(plain_label(f"{number}", "strong"), number, 0)
            steps.addWidget(PhraseLabel(step), number, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        for button in (self.write, self.choose, self.back):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(PhraseLabel(words.hint))
        column.addWidget(self.standing)
        column.addLayout(steps)
        column.addLayout(buttons)
        column.addWidget(self.message)
        column.addStretch(1)
        self.write.clicked.connect(self._write)
        self.choose.clicked.connect(self._choose)
        self.back.clicked.connect(self._back)
        self.refresh()

    def refresh(self) -> None:
        """Say which form is in use."""
        since = form_since(self._form)
        self.standing.show_text(SHIPPED if since is None else own_since(since))
        if since is None and self.back.hasFocus():
            self.choose.setFocus()
        self.back.setEnabled(since is not None)

    def _write(self) -> None:
        target = ask_target(self, WRITE_FORM.rstrip("…"), self._words.file, FORM_KINDS)
        if target is not None and self._tries(lambda: give_file(target, form_to_edit(self._form))):
            self.said.emit(form_written(target.name), False)

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, CHOOSE_FORM.rstrip("…"), str(proposed_folder()), FORM_KINDS)
        if chosen:
            file = Path(chosen)
            keep_folder(file)
            self._change(lambda: use_form(self._form, file), form_used(file.name))

    def _back(self) -> None:
        self._change(lambda: put_form(self._form, None), BACK_AGAIN)

    def _change(self, act: Callable[[], object], words: str) -> None:
        """Take another form; the one before is had back with 元に戻す."""
        form, found = self._form, list[bytes | None]()

        def change() -> None:
            found.append(own_form(form))
            act()
            found.append(own_form(form))

        if self._tries(change):
            before, after = found
            back, again = (partial(put_form, form, each) for each in (before, after))
            self._desk.remember(Step(words, back, again, ("settings", self._key)))
            self.said.emit(words, True)

    def _tries(self, act: Callable[[], object]) -> bool:
        self.message.clear()
        try:
            act()
        except (Problem, StoreUnavailable) as trouble:
            self.message.say(trouble_words(trouble))
            return False
        self.refresh()
        return True
