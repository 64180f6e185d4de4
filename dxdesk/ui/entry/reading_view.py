"""An item that cannot be written: what the plan says of it and what has been said, as plain text."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from dxdesk.domain.settings import Settings
from dxdesk.ui.entry.form import Form
from dxdesk.ui.labels import plain_label, text_scale
from dxdesk.ui.stages import draw_stage_squares
from dxdesk.ui.symbols import block_shape, draw_block, draw_symbol
from dxdesk.ui.terms import TermLabel
from dxdesk.ui.theme import desktop_font, radius, status_look
from dxdesk.wording.directions import outlook_words

_NARRATIVE = {
    "background": "背景",
    "policy": "方針",
    "direction": "方向性",
    "current": "現状",
    "goal": "目指す姿",
    "note": "補足",
}


def status_block_width(word: str, scale: float) -> float:
    """How wide the block of a status is, px."""
    return max(96 * scale, QFontMetricsF(desktop_font("section", scale)).horizontalAdvance(word) + 50 * scale)


def draw_status_block(painter: QPainter, rect: QRectF, key: str, word: str, scale: float) -> None:
    """Draw the block of a status with symbol and word into a rectangle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = rect.adjusted(1, 1, -1, -1)
    draw_block(painter, key, block_shape(box, radius("input")), edge=1.2)
    font, side = desktop_font("section", scale), 20 * scale
    width = side + 8 * scale + QFontMetricsF(font).horizontalAdvance(word)
    left = box.center().x() - width / 2
    draw_symbol(painter, key, QRectF(left, box.center().y() - side / 2, side, side), on_block=True)
    painter.setFont(font)
    painter.setPen(status_look(key).text)
    at = QRectF(left + side + 8 * scale, box.top(), width, box.height())
    painter.drawText(at, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, word)
    painter.restore()


class StatusBlock(QWidget):
    """The block of a status with symbol and word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key, self._word = "miss", ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_status(self, key: str, word: str) -> None:
        """Show a status key with the town's word."""
        self._key, self._word = key, word
        self.setAccessibleName(word)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        scale = text_scale(self)
        return QSize(round(status_block_width(self._word, scale)), round(44 * scale))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_status_block(painter, QRectF(self.rect()), self._key, self._word, text_scale(self))
        painter.end()


class StageSquares(QWidget):
    """The stage word and one square per step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word, self._steps, self._reached, self._previous = "", 0, 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_stage(self, settings: Settings, stage: str | None, previous: str | None) -> None:
        """Show a stage; nothing where none is known."""
        reached, before = settings.stage_index(stage), settings.stage_index(previous)
        if reached is None or self.parentWidget() is not None:  # alone it would open a window of its own
            self.setVisible(reached is not None)
        self._word, self._steps = settings.stage_word(stage), len(settings.stages)
        self._reached = reached or 0
        self._previous = self._reached if before is None else before
        self.setAccessibleName(self._word)
        self.updateGeometry()
        self.update()

    def _word_width(self) -> float:
        return QFontMetricsF(desktop_font("body", text_scale(self))).horizontalAdvance(self._word) + 12

    def sizeHint(self) -> QSize:
        scale = text_scale(self)
        return QSize(round(self._word_width() + (14 * (self._steps - 1) + 2) * scale), round(24 * scale))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        scale = text_scale(self)
        painter.setFont(desktop_font("body", scale))
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._word)
        left, side = self._word_width(), 11 * scale
        squares = QRectF(left, self.height() / 2 - side / 2, self.width() - left - 1, side)
        draw_stage_squares(painter, squares, self._steps, self._reached, self._previous, gap=3.0)
        painter.end()


class ReadingView(QScrollArea):
    """The item's words, top to bottom; nothing here looks like a field. Terms open their place in 用語集."""

    term_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("記入の内容"))

    def show_form(self, form: Form) -> None:
        """Show an item; the texts are those of ``form.answer``."""
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 8, 8, 8)
        column.setSpacing(4)
        answer = form.answer
        if answer.status:
            row = QHBoxLayout()
            row.setSpacing(18)
            block, squares = StatusBlock(), StageSquares()
            block.show_status(answer.status, form.settings.status_word(answer.status))
            squares.show_stage(form.settings, answer.stage, form.previous.stage if form.previous else None)
            row.addWidget(block)
            row.addWidget(squares)
            row.addStretch(1)
            column.addLayout(row)
        for head, text in _said(form):
            self._add(column, head, text, form)
        said = bool(_said(form))
        kind = ""
        for passage in form.unit.narrative:
            self._add(column, _NARRATIVE[passage.kind] if passage.kind != kind else "", passage.text, form)
            kind = passage.kind
        if not said and not answer.status and not form.unit.narrative:
            column.addWidget(plain_label(self.tr("この回の回答はまだありません。"), "small"))
        column.addStretch(1)
        self.setWidget(body)

    def _add(self, column: QVBoxLayout, head: str, text: str, form: Form) -> None:
        if head:
            label = plain_label(head, "strong")
            label.setContentsMargins(0, 10, 0, 0)
            column.addWidget(label)
        words = TermLabel(text, terms=form.terms)
        words.term_requested.connect(self.term_requested)
        column.addWidget(words)


def _said(form: Form) -> list[tuple[str, str]]:
    answer = form.answer
    found = [
        ("今回の実績", answer.results),
        ("課題", answer.issues),
        ("次にすること", answer.next),
        ("決めてほしいこと", answer.ask),
        *outlook_words(answer.outlook),
    ]
    for indicator in form.unit.indicators:
        reading = next((each for each in answer.indicators if each.id == indicator.id), None)
        if reading is not None:
            found.append((indicator.name, f"{reading.as_typed or reading.value or ''}{indicator.unit or ''}"))
    return [(head, text) for head, text in found if text]
