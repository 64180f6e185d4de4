"""What stands above the tree: search, how it is grouped, and chips that filter."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, get_args

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QWidget

from dxdesk.ui.composition import Composition
from dxdesk.ui.initiatives.delegate import draw_words, scale_of
from dxdesk.ui.initiatives.rows import Grouping
from dxdesk.ui.initiatives.search import CHIPS, Chip
from dxdesk.ui.labels import plain_label
from dxdesk.ui.symbols import draw_symbol
from dxdesk.ui.theme import colour, desktop_font

SEARCH_MILLISECONDS: Final = 300
_PADDING, _SIDE, _GAP = 10.0, 16.0, 7.0


class FilterChip(QPushButton):
    """A pill with symbol, word and count that can be pressed in; pale while it counts nothing."""

    def __init__(self, status: str | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._status = status
        self._word = ""
        self._count = 0
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_count(self, word: str, count: int) -> None:
        """Show a word and how many it stands for."""
        self._word, self._count = word, count
        self.setAccessibleName(f"{word} {count}件")
        self.updateGeometry()
        self.update()

    def _parts(self) -> tuple[float, float, float, float]:
        """Scale, and the widths of symbol, word and count."""
        scale = scale_of(self.font())
        word = QFontMetricsF(desktop_font("body", scale)).horizontalAdvance(self._word)
        count = QFontMetricsF(desktop_font("body", scale, bold=True)).horizontalAdvance(str(self._count))
        return scale, (_SIDE + _GAP) * scale if self._status else 0.0, word, count

    def sizeHint(self) -> QSize:
        scale, symbol, word, count = self._parts()
        return QSize(round(symbol + word + count + (2 * _PADDING + _GAP) * scale) + 2, round(30 * scale))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        scale, symbol, word, _ = self._parts()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pressed = self.isChecked()
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setBrush(colour("selected" if pressed else "key-tint" if self.underMouse() else "white"))
        painter.setPen(QPen(colour("key" if pressed else "edge"), 2.0 if pressed else 1.0))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        ink = "ink" if self._count or pressed else "field"
        x = _PADDING * scale
        if self._status:
            side = _SIDE * scale
            pale = None if self._count else colour("stage-open")
            draw_symbol(painter, self._status, QRectF(x, box.center().y() - side / 2, side, side), ink=pale)
            x += symbol
        rest = QRectF(QPointF(x, 0), box.bottomRight())
        draw_words(painter, rest, self._word, desktop_font("body", scale), ink)
        rest.setLeft(x + word + _GAP * scale)
        draw_words(painter, rest, str(self._count), desktop_font("body", scale, bold=bool(self._count)), ink)
        painter.end()


class FilterBar(QWidget):
    """Search runs on committed text, 300 ms after the last; of the chips at most one is pressed."""

    changed = Signal()
    """The words, the chip or the grouping changed."""
    left_downwards = Signal()
    """↓ or Enter in the search field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = QLineEdit(placeholderText=self.tr("取組をさがす（Ctrl+F）"))
        self.search.setAccessibleName(self.tr("取組をさがす"))
        self.composition = Composition(self.search)
        self._grouping = QComboBox()
        self._grouping.setAccessibleName(self.tr("まとめ方"))
        self._grouping.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._grouping.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._chips = {chip: FilterChip(chip if chip in ("late", "warn", "miss") else None) for chip in CHIPS}
        self._timer = QTimer(self, singleShot=True, interval=SEARCH_MILLISECONDS)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.search, 1)
        first.addWidget(plain_label(self.tr("まとめ方"), "small"))
        first.addWidget(self._grouping)
        first.addStretch(0)
        for chip, button in self._chips.items():
            second.addWidget(button)
            button.clicked.connect(lambda _checked=False, pressed=chip: self._press(pressed))
        second.addStretch(1)
        self.search.setMinimumWidth(150)
        self.search.setMaximumWidth(460)
        self._parts = (first, second)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(16, 8, 12, 8)
        self._rows.setSpacing(10)
        for part in self._parts:
            part.setSpacing(7)
            self._rows.addLayout(part, 1 if part is first else 0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._timer.timeout.connect(self._search)
        self.search.textChanged.connect(self._timer.start)
        self._grouping.activated.connect(self.changed)
        self.search.installEventFilter(self)

    def show_groupings(self, words: Mapping[Grouping, str]) -> None:
        """Offer ways to group; the one in use stays."""
        now = self.grouping
        self._grouping.clear()
        for grouping, word in words.items():
            self._grouping.addItem(word, grouping)
        self._grouping.setCurrentIndex(max(0, self._grouping.findData(now)))

    def show_counts(self, words: Mapping[Chip, str], counts: Mapping[Chip, int]) -> None:
        """Show what each chip would leave."""
        for chip, button in self._chips.items():
            button.show_count(words[chip], counts[chip])
        self._fit()

    @property
    def grouping(self) -> Grouping:
        """How the tree is grouped."""
        data = self._grouping.currentData()
        return next((each for each in get_args(Grouping) if each == data), "axis")

    @property
    def chip(self) -> Chip | None:
        """The chip that is pressed."""
        return next((chip for chip, button in self._chips.items() if button.isChecked()), None)

    @property
    def words(self) -> str:
        """What is searched for: the committed text."""
        return self.search.text()

    def clear(self) -> None:
        """Take every condition away."""
        for button in self._chips.values():
            button.setChecked(False)
        self.search.clear()
        self._timer.stop()
        self.changed.emit()

    def start_search(self) -> None:
        """Put the cursor into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _press(self, pressed: Chip) -> None:
        for chip, button in self._chips.items():
            if chip != pressed:
                button.setChecked(False)
        self.changed.emit()

    def _search(self) -> None:
        if self.composition.text:
            self._timer.start()
            return
        self.changed.emit()

    def _fit(self) -> None:
        """The chips go below the search field where there is no room beside it."""
        for part in self._parts:
            part.invalidate()
        wide = sum(part.minimumSize().width() for part in self._parts) + 48
        directions = QBoxLayout.Direction
        self._rows.setDirection(directions.LeftToRight if wide <= self.width() else directions.TopToBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Esc clears the search; ↓ and Enter go into the tree."""
        if watched is not self.search or not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if self.composition.text:
            return False
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            return True
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._timer.isActive():
                self._timer.stop()
                self.changed.emit()
            self.left_downwards.emit()
            return True
        return False
