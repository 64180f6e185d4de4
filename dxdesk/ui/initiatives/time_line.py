"""The widgets of これまで: one entry of the time line, and its mark on the line."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from dxdesk.domain.statuses import Status
from dxdesk.ui.initiatives.blocks import TextLabel, column
from dxdesk.ui.initiatives.rows import CHANGE_WORDS
from dxdesk.ui.initiatives.sheet import Marker, Moment
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.symbols import draw_change, draw_symbol
from dxdesk.ui.theme import colour, desktop_font, set_look
from dxdesk.ui.words import draw_words, scale_of


class TimeMark(QWidget):
    """The mark of an entry on the time line, and the line down to the next one."""

    def __init__(self, marker: Marker, status: Status | None, last: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marker, self._status, self._last = marker, status, last
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(round(22 * scale_of(self.font())), 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = scale_of(self.font())
        side = 19 * scale
        box = QRectF(0, 3, side, side)
        if not self._last:
            painter.fillRect(QRectF(side / 2 - 1, box.bottom() + 3, 2, self.height() - side - 6), colour("rule-blue"))
        painter.setBrush(colour("white"))
        if self._status is not None:
            draw_symbol(painter, self._status, box)
        elif self._marker == "report":
            middle, reach = box.center(), 8 * scale
            ends = (QPointF(0, -reach), QPointF(reach, 0), QPointF(0, reach), QPointF(-reach, 0))
            painter.setPen(QPen(colour("key"), 2.0))
            painter.drawPolygon(QPolygonF([middle + end for end in ends]))
        else:
            painter.setPen(QPen(colour("field"), 1.6))
            painter.drawEllipse(box.center(), 5 * scale, 5 * scale)
        painter.end()


class ChangeWord(QWidget):
    """↗ 良化 or ↘ 悪化."""

    def __init__(self, change: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._change = change
        self.setAccessibleName(CHANGE_WORDS[change])
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        scale = scale_of(self.font())
        return QSize(round(54 * scale), round(21 * scale))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        scale = scale_of(self.font())
        side = 13 * scale
        draw_change(painter, self._change, QRectF(2, self.height() / 2 - side / 2, side, side), colour("ink"))
        words = QRectF(self.rect()).adjusted(22 * scale, 0, 0, 0)
        draw_words(painter, words, CHANGE_WORDS[self._change], desktop_font("small", scale), "ink")
        painter.end()


def parts_widget(parts: tuple[tuple[str, str], ...], label: TextLabel) -> QWidget:
    """観察・判断・決定・行動, each with its word before it."""
    whole = QWidget()
    grid = QGridLayout(whole)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(2)
    grid.setColumnStretch(1, 1)
    for row, (word, text) in enumerate(parts):
        grid.addWidget(PhraseLabel(word, "small"), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(text), row, 1)
    return whole


def moment_widget(moment: Moment, opens: Callable[[str], object], label: TextLabel, *, last: bool) -> QWidget:
    """One entry of the time line; ``opens`` is called with what its link opens."""
    title = QWidget()
    row = QHBoxLayout(title)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(10)
    quiet = moment.marker == "plan"
    row.addWidget(plain_label(moment.title, "small" if quiet else "strong"))
    if moment.marker == "report":
        pill = plain_label(moment.word, "pill-key")
        pill.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row.addWidget(pill)
    else:
        row.addWidget(plain_label(moment.word, "small" if quiet else ""))
    if moment.change in CHANGE_WORDS:
        row.addWidget(ChangeWord(moment.change))
    row.addStretch(1)
    if moment.opens:
        link = QPushButton("開く")
        set_look(link, "link")
        link.setAccessibleName(f"{moment.title} の記録を開く")
        link.clicked.connect(lambda _checked=False, target=moment.opens: opens(target))
        row.addWidget(link)
    said: list[QWidget] = [title]
    if moment.text:
        said.append(label(moment.text, "" if moment.marker == "cycle" else "small"))
    if moment.parts:
        said.append(parts_widget(moment.parts, label))
    texts = column(*said)
    texts.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    whole = QWidget()
    line = QHBoxLayout(whole)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(10)
    line.addWidget(TimeMark(moment.marker, moment.status, last))
    line.addWidget(texts, 1)
    return whole
