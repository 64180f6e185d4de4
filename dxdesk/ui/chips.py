"""Chips that filter a list: a word and how many it would leave; of several at most one is pressed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeVar

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from dxdesk.ui.symbols import draw_symbol
from dxdesk.ui.theme import colour, desktop_font
from dxdesk.ui.words import draw_words, scale_of

_PADDING, _SIDE, _GAP = 10.0, 16.0, 7.0
SPACING: Final = 7
"""px between chips."""

Key = TypeVar("Key", bound=str)


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


def pressed(chips: Mapping[Key, FilterChip]) -> Key | None:
    """The one that is pressed; None for none."""
    return next((key for key, chip in chips.items() if chip.isChecked()), None)


def press(chips: Mapping[Key, FilterChip], wanted: Key | None) -> None:
    """Press one, or none, without telling."""
    for key, chip in chips.items():
        chip.setChecked(key == wanted)


def let_one_be_pressed(chips: Mapping[Key, FilterChip], tell: Callable[[], object]) -> None:
    """Have a click on a chip let go of the others; ``tell`` is called after each click."""

    def clicked(key: Key) -> None:
        press(chips, key if chips[key].isChecked() else None)
        tell()

    for key, chip in chips.items():
        chip.clicked.connect(lambda _checked=False, key=key: clicked(key))


class ChipRows(QWidget):
    """Chips side by side; where there is no room for all they go on in another row."""

    def __init__(self, chips: Sequence[QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips = tuple(chips)
        for chip in self._chips:
            chip.setParent(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def one_row(self) -> int:
        """How wide all of them are side by side, in px."""
        return sum(chip.sizeHint().width() + SPACING for chip in self._shown()) - SPACING

    def place(self) -> None:
        """Place the chips in the width there is."""
        x = y = tall = 0
        for chip in self._shown():
            hint = chip.sizeHint()
            if x and x + hint.width() > self.width():
                x, y = 0, y + tall + SPACING
            chip.setGeometry(x, y, hint.width(), hint.height())
            x, tall = x + chip.width() + SPACING, chip.height()  # the style sheet may want it higher than its hint
        self.setFixedHeight(max(1, y + tall))

    def _shown(self) -> list[QWidget]:
        return [chip for chip in self._chips if not chip.isHidden()]

    def sizeHint(self) -> QSize:
        return QSize(self.one_row(), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()
