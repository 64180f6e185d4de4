"""The fields inside the chosen card of the agenda: minutes, 件名, 決めること, 進行メモ."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from dxdesk.domain.text import TITLE_CHARACTERS
from dxdesk.ui.agenda.delegate import FIELD, LINE, MINUTES
from dxdesk.ui.composition import Composition
from dxdesk.ui.labels import plain_label, text_scale
from dxdesk.ui.theme import set_look
from dxdesk.wording.meeting_screen import MEMO_HINT

GUIDE = 60
"""決めること: so many characters are shown on the audience screen."""


@dataclass(frozen=True)
class Typed:
    """What stands in the fields; ``title`` None for a unit, whose name is the plan's. ``minutes`` None is no number."""

    title: str | None
    minutes: int | None
    ask: str
    memo: str


class ItemEditor(QWidget):
    """Stands in the chosen card; what it does not cover is painted by the card."""

    edited = Signal()
    left = Signal()
    back_requested = Signal()
    """Esc: back to the list."""
    remove_requested = Signal()
    kind_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.minutes, self.title, self.ask, self.memo = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.title.setMaxLength(TITLE_CHARACTERS)
        self.minutes.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.minutes.setMaxLength(3)
        self.minutes.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.minutes.setAccessibleName(self.tr("時間（分）"))
        self._counter = plain_label("", "small")
        self._hint = plain_label(MEMO_HINT, "small")
        self.kind, self.remove = QPushButton(), QPushButton(self.tr("次第から外す"))
        for button in (self.kind, self.remove):
            set_look(button, "link")
        self._labels: dict[QLineEdit, QLabel] = {}
        self._compositions = [Composition(each) for each in self.fields]
        self._lay_out()
        for field in self.fields:
            field.textChanged.connect(self._edited)
            field.editingFinished.connect(self.left)
            field.installEventFilter(self)
        self.kind.clicked.connect(self.kind_requested)
        self.remove.clicked.connect(self.remove_requested)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addStretch(1)
        top.addWidget(self.minutes)
        self._top = top
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        words = (self.tr("件名"), self.tr("決めること"), self.tr("進行メモ"))
        for row, (word, field) in enumerate(zip(words, (self.title, self.ask, self.memo), strict=True)):
            label = plain_label(word, "small")
            label.setBuddy(field)
            field.setAccessibleName(word)
            self._labels[field] = label
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        grid.setColumnStretch(1, 1)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self._hint)
        below.addStretch(1)
        for widget in (self._counter, self.kind, self.remove):
            below.addWidget(widget)
        column = QVBoxLayout(self)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(grid)
        column.addLayout(below)
        self._column, self._grid = column, grid

    @property
    def fields(self) -> tuple[QLineEdit, ...]:
        """All fields, in the order of the eye."""
        return (self.minutes, self.title, self.ask, self.memo)

    @property
    def composing(self) -> bool:
        """Whether a conversion is open in one of them."""
        return any(each.text for each in self._compositions)

    def show_item(self, typed: Typed, *, discuss: bool) -> int:
        """Load an item; returns how many fields stand below the first line."""
        for field in self.fields:
            field.blockSignals(True)
        self.minutes.setText("" if typed.minutes is None else f"{typed.minutes}分")
        for field, text in ((self.title, typed.title or ""), (self.ask, typed.ask), (self.memo, typed.memo)):
            field.setText(text)
            field.setCursorPosition(0)
        for field in self.fields:
            field.blockSignals(False)
        self._show(self.title, typed.title is not None)
        self._show(self.ask, discuss)
        self._counter.setVisible(discuss)
        self.kind.setText(self.tr("報告にする") if discuss else self.tr("協議にする"))
        self._count()
        scale = text_scale(self)
        self.minutes.setFixedSize(round(MINUTES * scale), round(30 * scale))
        self._column.setContentsMargins(round(30 * scale), round(4 * scale), round(13 * scale), round(9 * scale))
        self._top.setContentsMargins(0, 0, 0, round((LINE - 37) * scale))
        for field in (self.title, self.ask, self.memo):
            field.setFixedHeight(round((FIELD - 6) * scale))
        return sum(not each.isHidden() for each in (self.title, self.ask, self.memo))

    def _show(self, field: QLineEdit, shown: bool) -> None:
        field.setVisible(shown)
        self._labels[field].setVisible(shown)

    def typed(self) -> Typed:
        """What stands in the fields now, digits of any width."""
        number = unicodedata.normalize("NFKC", self.minutes.text()).strip().removesuffix("分").strip()
        return Typed(
            title=None if self.title.isHidden() else self.title.text(),
            minutes=int(number) if number.isdecimal() else None,
            ask=self.ask.text(),
            memo=self.memo.text(),
        )

    def commit(self) -> None:
        """Hand open conversions over to their fields."""
        for each in self._compositions:
            each.commit()

    def _edited(self) -> None:
        self._count()
        self.edited.emit()

    def _count(self) -> None:
        count = len(self.ask.text())
        set_look(self._counter, "over" if count > GUIDE else "small")
        self._counter.setText(self.tr("{count}／{guide}字").format(count=count, guide=GUIDE))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
            return True
        return super().eventFilter(watched, event)
