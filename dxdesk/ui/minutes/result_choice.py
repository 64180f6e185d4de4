"""結果: a word that chooses the sentence in the frame under an item."""

from __future__ import annotations

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from dxdesk.domain.meetings import ItemKind, Result
from dxdesk.ui.labels import PhraseLabel
from dxdesk.ui.theme import set_look
from dxdesk.wording.meeting import RESULT_WORDS, MeetingPhrases, result_word

NEAR: Final[dict[ItemKind, tuple[Result, ...]]] = {
    "discuss": ("approved", "amended", "continued", "revise", "dropped"),
    "report": ("noted", "approved", "continued", "revise"),
}
"""Results with a button of their own; the others stand in the menu ほか."""


class ResultChoice(QWidget):
    """Buttons with the words of results, the sentence under them."""

    chosen = Signal(str)
    """The sentence of the word that was pressed."""

    def __init__(
        self, kind: ItemKind, text: str, phrases: MeetingPhrases, *, editable: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._phrases = phrases
        self.words = PhraseLabel(text, "small" if editable else "")
        self.buttons: dict[Result, QPushButton] = {}
        self.others = QMenu(self)
        row = QHBoxLayout()
        row.setSpacing(7)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        if editable:
            self._fill(row, kind, text)
            row.addStretch(1)
            column.addLayout(row)
        column.addWidget(self.words)

    def _fill(self, row: QHBoxLayout, kind: ItemKind, text: str) -> None:
        group = QButtonGroup(self)
        chosen = next((key for key in RESULT_WORDS if self._phrases.result(key) == text), None)
        near = NEAR[kind]
        if chosen is not None and chosen not in near:
            near = (*near[:-1], chosen)
        for result in near:
            button = QPushButton(result_word(result, self._phrases.above))
            button.setCheckable(True)
            set_look(button, "plain")
            button.setStyleSheet("padding: 0 10px;")
            button.setAccessibleDescription(self._phrases.result(result))
            button.setChecked(result == chosen)
            button.clicked.connect(partial(self._choose, result))
            group.addButton(button)
            self.buttons[result] = button
            row.addWidget(button)
        for result in RESULT_WORDS:
            if result not in near:
                self.others.addAction(result_word(result, self._phrases.above), partial(self._choose, result))
        more = QToolButton()
        more.setText(self.tr("ほか ▾"))
        more.setAccessibleName(self.tr("ほかの結果"))
        set_look(more, "plain")
        more.setStyleSheet("padding: 0 10px;")
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        more.setMenu(self.others)
        row.addWidget(more)

    def _choose(self, result: Result, _checked: bool = False) -> None:
        sentence = self._phrases.result(result)
        if result not in self.buttons:
            for button in self.buttons.values():
                button.group().setExclusive(False)
                button.setChecked(False)
                button.group().setExclusive(True)
        self.words.show_text(sentence)
        self.chosen.emit(sentence)
