"""The parts of 設定: their names on the left, the chosen one beside them, each built when it is first shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListWidget, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from dxdesk.ui.labels import PhraseLabel, plain_label, text_scale
from dxdesk.ui.theme import set_look

_LIST_WIDTH = 214


@dataclass(frozen=True)
class Part:
    """One part: its key, its heading, a sentence below that (empty: none), and how its form is built."""

    key: str
    word: str
    hint: str
    build: Callable[[], QWidget]


class Parts(QWidget):
    """The list and the forms; ``built`` holds the forms that there are so far, by key."""

    def __init__(self, parts: tuple[Part, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self.built: dict[str, QWidget] = {}
        self.list, self.stack = QListWidget(), QStackedWidget()
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_look(self.list, "parts")
        self.list.setAccessibleName(self.tr("設定の種類"))
        for each in parts:
            self.list.addItem(each.word)
            self.stack.addWidget(QWidget())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(self.stack, 1)
        self.list.currentRowChanged.connect(self._turn)
        self.setFocusProxy(self.list)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Large letters need a wide list; the names are whole beside a bar for going down, too."""
        super().resizeEvent(event)
        self.list.setFixedWidth(round(_LIST_WIDTH * text_scale(self)))

    def form(self, key: str) -> QWidget:
        """The form of a part, built if it was not yet."""
        if key not in self.built:
            place = self._place(key)
            part = self._parts[place]
            self.built[key] = part.build()
            empty = self.stack.widget(place)
            self.stack.insertWidget(place, self._page(part, self.built[key]))
            if empty is not None:
                self.stack.removeWidget(empty)
                empty.deleteLater()
            self.stack.setCurrentIndex(self.list.currentRow())
        return self.built[key]

    def show_part(self, key: str) -> None:
        """Turn to a part, to the first where there is no such."""
        self.list.setCurrentRow(self._place(key))

    def _place(self, key: str) -> int:
        return next((place for place, each in enumerate(self._parts) if each.key == key), 0)

    def _turn(self, place: int) -> None:
        self.form(self._parts[place].key)
        self.stack.setCurrentIndex(place)

    @staticmethod
    def _page(part: Part, form: QWidget) -> QScrollArea:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(24, 14, 24, 14)
        column.setSpacing(10)
        column.addWidget(plain_label(part.word, "title-window"))
        if part.hint:
            column.addWidget(PhraseLabel(part.hint, "small"))
        column.addWidget(form, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        return scroll
