"""What stands above the slides: which slide, over which time, which status, and for which room."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from dxdesk.domain.audience import Audience
from dxdesk.domain.statuses import STATUSES
from dxdesk.ui.audience.drawing import LOGICAL_HEIGHT, SCALES
from dxdesk.ui.board.course import Position, View
from dxdesk.ui.labels import plain_label
from dxdesk.ui.symbols import symbol_icon
from dxdesk.ui.theme import TOKENS, set_look
from dxdesk.wording.board import ALL_STATUSES, SIZES, VIEW_WORDS

_VIEWS: Final[tuple[View, ...]] = ("board", "roadmap", "trend")
_SHAPES: Final[dict[str, tuple[int, int]]] = {
    word: (wide, LOGICAL_HEIGHT) for word, wide in TOKENS["projection"]["widths"].items()
}
_SMALLEST: Final = 36


def _button(words: str, group: QButtonGroup) -> QPushButton:
    button = QPushButton(words)
    button.setCheckable(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    group.addButton(button)
    return button


def _choice(name: str) -> tuple[QLabel, QComboBox]:
    """A list and its label."""
    box = QComboBox()
    box.setAccessibleName(name)
    box.setMinimumHeight(_SMALLEST)
    label = plain_label(name, "small")
    label.setBuddy(box)
    return label, box


class Switches(QFrame):
    """One button per slide, the one that is shown pressed in."""

    view_chosen = Signal(str)
    """board, roadmap or trend."""
    unit_requested = Signal()
    months_chosen = Signal(bool)
    status_chosen = Signal(object)
    """A status key, None for all."""
    shape_chosen = Signal(object)
    """Width and height of a screen."""
    scale_chosen = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        slides, spans = QButtonGroup(self), QButtonGroup(self)
        self._views: dict[View, QPushButton] = {key: _button(self.tr(VIEW_WORDS[key]), slides) for key in _VIEWS}
        self._unit = _button(self.tr("取組"), slides)
        self._spans = (_button(self.tr("計画期間"), spans), _button(self.tr("今年度"), spans))
        filter_label, self._statuses = _choice(self.tr("状況"))
        shape_label, self._shapes = _choice(self.tr("画面"))
        size_label, self._sizes = _choice(self.tr("文字"))
        self._labels = (filter_label, shape_label, size_label)
        self._filter = (filter_label, self._statuses)
        for word, shape in _SHAPES.items():
            self._shapes.addItem(word, shape)
        for word, scale in zip(SIZES, SCALES, strict=True):
            self._sizes.addItem(word, scale)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 16, 2)
        row.setSpacing(6)
        for button in (*self._views.values(), self._unit):
            row.addWidget(button)
        row.addSpacing(10)
        for button in self._spans:
            set_look(button, "plain")
            row.addWidget(button)
        row.addStretch(1)
        for label, box in zip(self._labels, (self._statuses, self._shapes, self._sizes), strict=True):
            row.addWidget(label)
            row.addWidget(box)

    def _connect(self) -> None:
        for key, button in self._views.items():
            button.clicked.connect(lambda _on, view=key: self.view_chosen.emit(view))
        self._unit.clicked.connect(self.unit_requested)
        for button, months in zip(self._spans, (False, True), strict=True):
            button.clicked.connect(lambda _on, chosen=months: self.months_chosen.emit(chosen))
        self._statuses.activated.connect(lambda _at: self.status_chosen.emit(self._statuses.currentData()))
        self._shapes.activated.connect(lambda _at: self.shape_chosen.emit(self.shape))
        self._sizes.activated.connect(lambda _at: self.scale_chosen.emit(self.scale))

    @property
    def shape(self) -> tuple[int, int]:
        """Width and height of the screen for which slides are laid out."""
        wide, high = self._shapes.currentData()
        return int(wide), int(high)

    @property
    def scale(self) -> float:
        """The size of letters: 1.0, 1.15 or 1.4."""
        return float(self._sizes.currentData())

    def show_content(self, shown: Audience) -> None:
        """The statuses that can be chosen, with their counts."""
        chosen = self._statuses.currentData()
        self._statuses.clear()
        self._statuses.addItem(self.tr(ALL_STATUSES), None)
        for key in STATUSES:
            if count := shown.board.counts[key]:
                self._statuses.addItem(symbol_icon(key), f"{shown.settings.status_word(key)} {count}", key)
        self._statuses.setCurrentIndex(max(0, self._statuses.findData(chosen)))
        self._unit.setEnabled(bool(shown.board.cards))

    def show_position(self, position: Position) -> None:
        """Press in what is shown."""
        pressed = self._unit if position.code is not None else self._views[position.view]
        pressed.setChecked(True)
        roadmap = position.code is None and position.view == "roadmap"
        for button, months in zip(self._spans, (False, True), strict=True):
            button.setVisible(roadmap)
            button.setChecked(position.months == months)
        self._statuses.setCurrentIndex(max(0, self._statuses.findData(position.status)))
        self._fit()

    def _fit(self) -> None:
        """Where not all has room, the words beside the lists give way, then the list of statuses."""
        for widget in (*self._labels, *self._filter):
            widget.show()
        for hidden in (self._labels, self._filter):
            if self.sizeHint().width() <= self.width():
                return
            for widget in hidden:
                widget.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
