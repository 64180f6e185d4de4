"""A text beside another version of it: what the other does not say is bold and underlined."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from dxdesk.documents.changes import changed
from dxdesk.phrases import split_phrases
from dxdesk.ui.conflict.reading import Side
from dxdesk.ui.symbols import draw_symbol
from dxdesk.ui.theme import colour, radius

_PITCH = 1.42
_EDGE = 12
_SYMBOL = 20
_NEVER_FIRST = frozenset("、。，．）」』】〉》！？ー・")

Piece = tuple[str, bool]
Phrase = tuple[Piece, ...]


def phrases(new: str, old: str | None) -> tuple[Phrase, ...]:
    """The phrases of a text in pieces, each with whether the other version does not say it; line ends stand alone."""
    spans = [(each.text, each.underline) for each in changed(new, old)] if old is not None else [(new, False)]
    others = [other for text, other in spans for _ in text]
    found: list[Phrase] = []
    start = 0
    for place, line in enumerate(new.split("\n")):
        if place:
            found.append((("\n", False),))
            start += 1
        for phrase in split_phrases(line):
            marked = groupby(range(start, start + len(phrase)), key=others.__getitem__)
            found.append(tuple(("".join(new[at] for at in run), other) for other, run in marked))
            start += len(phrase)
    return tuple(found)


class ComparedText(QFrame):
    """One version of a field in its box; never taken for markup. ``old`` is what it is compared with."""

    def __init__(self, side: Side, old: str | None, name: str, *, quiet: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.side, self.chosen = side, False
        self._quiet = quiet
        self._phrases = phrases(side.words, old)
        self.setAccessibleName(f"{name}、{side.words}")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_chosen(self, chosen: bool) -> None:
        """Whether this version is used."""
        self.chosen = chosen
        self.update()

    @property
    def changed_words(self) -> str:
        """What is painted bold."""
        return "".join(text for phrase in self._phrases for text, other in phrase if other)

    def _fonts(self) -> tuple[QFont, QFont]:
        bold = QFont(self.font())
        bold.setBold(True)
        return self.font(), bold

    def _left(self) -> float:
        return _EDGE + (_SYMBOL + 10 if self.side.status is not None else 0)

    def lines(self, width: float) -> list[list[Piece]]:
        """The phrases in lines of a box of ``width`` px; one that is longer than a line is cut where it must be."""
        plain, bold = (QFontMetricsF(each).horizontalAdvance for each in self._fonts())
        room = max(40.0, width - self._left() - _EDGE)
        found: list[list[Piece]] = [[]]
        used = 0.0
        for phrase in self._phrases:
            if phrase[0][0] == "\n":
                found.append([])
                used = 0.0
                continue
            sized = [(piece, (bold if piece[1] else plain)(piece[0])) for piece in phrase]
            if sum(advance for _, advance in sized) > room:
                sized = [
                    ((letter, other), (bold if other else plain)(letter)) for text, other in phrase for letter in text
                ]
            elif used and used + sum(advance for _, advance in sized) > room:
                found.append([])
                used = 0.0
            for piece, advance in sized:
                if used and used + advance > room and piece[0][0] not in _NEVER_FIRST:
                    found.append([])
                    used = 0.0
                found[-1].append(piece)
                used += advance
        return found

    def _line_height(self) -> float:
        return self.font().pixelSize() * _PITCH

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._line_height() * len(self.lines(width)) + 2 * _EDGE)

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(200, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(self.width()) if self.width() > 60 else 40)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(
            QPen(colour("key" if self.chosen else "line" if self._quiet else "field"), 2 if self.chosen else 1)
        )
        painter.setBrush(colour("key-tint" if self.chosen else "panel" if self._quiet else "white"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius("card"), radius("card"))
        pitch, top = self._line_height(), float(_EDGE)
        if self.side.status is not None:
            draw_symbol(painter, self.side.status, QRectF(_EDGE, top + (pitch - _SYMBOL) / 2, _SYMBOL, _SYMBOL))
        plain, bold = self._fonts()
        for line in self.lines(self.width()):
            left = self._left()
            for text, other in line:
                left += self._draw(painter, text, bold if other else plain, left, top, pitch, underlined=other)
            top += pitch
        painter.end()

    def _draw(
        self, painter: QPainter, text: str, font: QFont, left: float, top: float, pitch: float, *, underlined: bool
    ) -> float:
        """Draw a piece of a line; returns its width."""
        metrics = QFontMetricsF(font)
        wide, base = metrics.horizontalAdvance(text), top + (pitch + metrics.ascent() - metrics.descent()) / 2
        painter.setFont(font)
        painter.setPen(colour("sub" if self._quiet else "ink"))
        painter.drawText(QRectF(left, base - metrics.ascent(), wide + 2, metrics.height()), 0, text)
        if underlined:
            painter.fillRect(QRectF(left, base + metrics.descent() * 0.6, wide, 2), colour("stage"))
        return wide
