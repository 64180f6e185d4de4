"""Everything is handed in: one card per item with a way back, and what happens next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from dxdesk.ui.entry.model import short_name, unit_number
from dxdesk.ui.entry.reading import Entry, EntryList
from dxdesk.ui.entry.reading_view import StageSquares, StatusBlock
from dxdesk.ui.labels import PhraseLabel, plain_label, text_scale
from dxdesk.ui.symbols import UNIT, check_mark
from dxdesk.ui.theme import colour, desktop_font, set_look
from dxdesk.wording_screen import all_submitted


class _Check(QWidget):
    """A round pale ground with a check."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(50, 50)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("good-tint"))
        painter.drawEllipse(self.rect())
        painter.translate(self.rect().center())
        painter.scale(60 / UNIT, 60 / UNIT)
        painter.setBrush(colour("good"))
        painter.drawPath(check_mark())
        painter.end()


class DonePanel(QScrollArea):
    """The centre after the last hand-in."""

    change_requested = Signal(str)
    """The id of the unit whose answer is to be changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_entries(self, entries: EntryList) -> None:
        """Show the own items of a department, all handed in."""
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(20, 22, 20, 12)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.setSpacing(18)
        words = QVBoxLayout()
        words.setSpacing(4)
        title = plain_label(all_submitted(len(entries.own)), "done")
        words.addWidget(title)
        words.addWidget(PhraseLabel(self.tr("あとは事務局が確かめます。直すところがあれば、ここから直せます。")))
        head.addWidget(_Check())
        head.addLayout(words, 1)
        column.addLayout(head)
        column.addSpacing(12)
        for entry in entries.own:
            column.addWidget(self._card(entry, entries))
        column.addStretch(1)
        self.setWidget(body)

    def _card(self, entry: Entry, entries: EntryList) -> QFrame:
        frame = QFrame()
        set_look(frame, "card")
        row = QHBoxLayout(frame)
        row.setContentsMargins(11, 11, 14, 11)
        row.setSpacing(16)
        block, squares = StatusBlock(), StageSquares()
        block.show_status(entry.status, entries.settings.status_word(entry.status))
        squares.show_stage(entries.settings, entry.answer.stage, entry.last.stage if entry.last else None)
        words = QVBoxLayout()
        words.setSpacing(4)
        top = QHBoxLayout()
        top.addWidget(plain_label(f"{unit_number(entry.unit)}　{short_name(entry.unit)}".strip(), "section"))
        top.addStretch(1)
        top.addWidget(squares)
        words.addLayout(top)
        words.addWidget(PhraseLabel((entry.answer.results or "").split("\n")[0], "small", most=1))
        change = QPushButton(self.tr("直す"))
        set_look(change, "link")
        change.setAccessibleName(self.tr("{name}を直す").format(name=short_name(entry.unit)))
        change.clicked.connect(lambda: self.change_requested.emit(entry.unit.id))
        row.addWidget(block)
        row.addLayout(words, 1)
        row.addWidget(change)
        return frame


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
