"""これからの流れ: the way of an answer from the hand-in to the meeting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from dxdesk.ui.labels import text_scale
from dxdesk.ui.symbols import UNIT, check_mark
from dxdesk.ui.theme import colour, desktop_font


@dataclass(frozen=True)
class Step:
    """A step on the way to the meeting: its name, what is known of it, whether it is done or the next."""

    name: str
    text: str
    state: str


class Steps(QWidget):
    """これからの流れ: numbered discs on a line, done ones checked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[Step, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show steps from the top down."""
        self._steps = tuple(steps)
        self.setAccessibleName("、".join(f"{each.name} {each.text}" for each in steps))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, round(58 * text_scale(self) * len(self._steps)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale = text_scale(self)
        pitch, side = 58 * scale, 26 * scale
        for index, step in enumerate(self._steps):
            disc = QRectF(1, index * pitch + 1, side, side)
            if index:
                painter.setPen(QPen(colour("line"), 1.6))
                top = QPointF(disc.center().x(), disc.top() - pitch + side)
                painter.drawLine(top, QPointF(disc.center().x(), disc.top()))
            filled = step.state in ("done", "now")
            painter.setPen(QPen(colour("navy" if filled else "field"), 1.4))
            painter.setBrush(colour("navy" if filled else "white"))
            painter.drawEllipse(disc)
            if step.state == "done":
                painter.save()
                painter.translate(disc.center())
                painter.scale(30 * scale / UNIT, 30 * scale / UNIT)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour("white"))
                painter.drawPath(check_mark())
                painter.restore()
            else:
                painter.setFont(desktop_font("small", scale, bold=True))
                painter.setPen(colour("white" if filled else "sub"))
                painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(index + 1))
            words = QRectF(disc.right() + 12, disc.top() - 1, self.width() - side - 14, 22 * scale)
            painter.setFont(desktop_font("body", scale, bold=True))
            painter.setPen(colour("navy" if step.state == "now" else "ink"))
            painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, step.name)
            painter.setFont(desktop_font("small", scale))
            painter.setPen(colour("sub"))
            below = words.translated(0, 22 * scale)
            painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, step.text)
        painter.end()
