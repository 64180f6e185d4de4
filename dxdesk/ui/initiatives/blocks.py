"""The widgets of the 個票's blocks. Every text is plain text and breaks between phrases."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from dxdesk.domain.sheets import DepartmentAnswer
from dxdesk.ui.initiatives.rows import CHANGE_WORDS
from dxdesk.ui.initiatives.sheet import Counts, Framed, Lines, Origin, Passage, StatusBlock
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.stages import draw_stage_squares
from dxdesk.ui.symbols import block_shape, draw_block, draw_change, draw_symbol
from dxdesk.ui.theme import desktop_font, hex_of, radius, set_look, status_look
from dxdesk.ui.words import draw_words, scale_of
from dxdesk.wording.directions import outlook_words

TextLabel = Callable[..., QWidget]
"""Makes the label of a text: (text), (text, look)."""


class StatusWidget(QWidget):
    """The status block with its arrow, and beside it the stage with squares and what both were before."""

    def __init__(self, block: StatusBlock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._block = block
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        parts = [block.word, CHANGE_WORDS.get(block.change, ""), f"段階 {block.stage_word}" if block.stage_word else ""]
        parts.append(f"{block.since} {block.previous}" if block.previous else "")
        self.setAccessibleName("、".join(each for each in parts if each))

    def sizeHint(self) -> QSize:
        scale = scale_of(self.font())
        return QSize(round(320 * scale), round(48 * scale))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        block, scale = self._block, scale_of(self.font())
        bold = desktop_font("section", scale)
        arrow = block.change in ("better", "worse")
        word = QFontMetricsF(bold).horizontalAdvance(block.word)
        room = min(word + (54 + (26 if arrow else 0) + 14) * scale, self.width() * 0.6)
        box = QRectF(1, 2, room, 44 * scale)
        draw_block(painter, block.status, block_shape(box, radius("button")), edge=1.4)
        side = 28 * scale
        symbol = QRectF(box.left() + 12 * scale, box.center().y() - side / 2, side, side)
        draw_symbol(painter, block.status, symbol, on_block=True)
        ink = status_look(block.status).text
        left = symbol.right() + 8 * scale
        draw_words(painter, QRectF(left, box.top(), box.right() - left - 4, box.height()), block.word, bold, ink)
        if arrow:
            side = 18 * scale
            at = QRectF(box.right() - side - 10 * scale, box.center().y() - side / 2, side, side)
            draw_change(painter, block.change, at, ink)
        self._stage(painter, box.right() + 14 * scale, scale)
        painter.end()

    def _stage(self, painter: QPainter, left: float, scale: float) -> None:
        block, right = self._block, float(self.width())
        top = QRectF(left, 2, right - left, 23 * scale)
        if block.reached is not None:
            body = desktop_font("body", scale, bold=True)
            words = f"段階　{block.stage_word}"
            wide = draw_words(painter, top, words, body, "ink")
            squares = QRectF(left + wide + 16 * scale, top.center().y() - 7 * scale, 96 * scale, 14 * scale)
            if squares.right() <= right:
                draw_stage_squares(painter, squares, block.steps, block.reached, block.before, gap=4 * scale)
        if block.previous:
            below = top.translated(0, 23 * scale)
            draw_words(painter, below, f"{block.since}　{block.previous}", desktop_font("small", scale), "sub")


class CountLine(QWidget):
    """Symbol, word and count of one status."""

    def __init__(self, status: str, word: str, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._status, self._word, self._count = status, word, count
        self.setAccessibleName(f"{word} {count}件")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        scale = scale_of(self.font())
        return QSize(round(160 * scale), round(28 * scale))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        scale, middle = scale_of(self.font()), self.height() / 2
        side = 18 * scale
        draw_symbol(painter, self._status, QRectF(2, middle - side / 2, side, side))
        row = QRectF(0, 0, self.width(), self.height())
        draw_words(painter, row.adjusted(30 * scale, 0, 0, 0), self._word, desktop_font("body", scale), "ink")
        count = desktop_font("body", scale, bold=True)
        draw_words(painter, row.adjusted(110 * scale, 0, 0, 0), f"{self._count}件", count, "ink")
        painter.end()


def column(*widgets: QWidget, spacing: int = 2) -> QWidget:
    """Widgets one below the other, without a margin."""
    whole = QWidget()
    layout = QVBoxLayout(whole)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for widget in widgets:
        layout.addWidget(widget)
    return whole


def heading(text: str) -> QWidget:
    """The heading of a passage."""
    return PhraseLabel(text, "heading")


def passage_widget(block: Passage, label: TextLabel = PhraseLabel) -> QWidget:
    """Heading, text, and what was said before in small print; ``label`` makes the labels of the texts."""
    parts: list[QWidget] = []
    if block.heading:
        parts.append(heading(block.heading))
    if block.text:
        parts.append(label(block.text))
    if block.previous:
        words = f"{block.since}：{block.previous}" if block.heading else block.previous
        parts.append(label(words, "small"))
    return column(*parts)


def framed_widget(block: Framed) -> QWidget:
    """決めてほしいこと in its frame."""
    frame = QFrame()
    frame.setObjectName("asking")
    edge = f"border: 2px solid {hex_of('key')}; border-radius: {radius('card')}px"
    frame.setStyleSheet(f"QFrame#asking {{ background: {hex_of('white')}; {edge}; }}")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(12, 6, 12, 8)
    layout.setSpacing(2)
    layout.addWidget(heading(block.heading))
    layout.addWidget(PhraseLabel(block.text, "strong"))
    return frame


def _mark(text: str) -> QWidget:
    """What stands before a line, on the height of its first line."""
    label = plain_label(text)
    label.ensurePolished()
    label.setMinimumHeight(round(label.font().pixelSize() * 1.42))
    return label


def lines_widget(block: Lines, label: TextLabel = PhraseLabel) -> QWidget:
    """Short lines with their marks under a heading."""
    parts: list[QWidget] = [heading(block.heading)]
    for mark, text in block.lines:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(_mark(mark), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(text), 1)
        parts.append(line)
    return column(*parts)


def counts_widget(block: Counts) -> QWidget:
    """The counts of a group and how many answered."""
    lines = [CountLine(status, word, count) for status, word, count in block.counts]
    return column(*lines, PhraseLabel(block.answered, "small"))


def _answer_widget(answer: DepartmentAnswer, word: str) -> QWidget:
    head = "　".join(each for each in (answer.department, word, answer.stage) if each)
    texts = [("実績", answer.results), ("課題", answer.issues), ("次", answer.next), *outlook_words(answer.outlook)]
    said = [PhraseLabel(f"{name}：{text}", "small") for name, text in texts if text]
    return column(PhraseLabel(head, "strong"), *said)


def origin_widget(block: Origin, word_of: Callable[[str], str]) -> QWidget:
    """How it came about; the departments' answers unfold below."""
    parts: list[QWidget] = []
    if block.revise:
        pill = plain_label("見直しが必要", "pill-ask")
        pill.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        parts.append(pill)
    if block.text:
        parts.append(PhraseLabel(f"✓ {block.text}", "small"))
    if block.answers:
        count = f"{len(block.answers)}課の回答"
        said = column(*(_answer_widget(each, word_of(each.status or "")) for each in block.answers), spacing=10)
        said.hide()
        link = QPushButton(f"{count}を見る")
        set_look(link, "link")
        link.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

        def toggle() -> None:
            said.setVisible(said.isHidden())
            link.setText(f"{count}を見る" if said.isHidden() else f"{count}を閉じる")

        link.clicked.connect(toggle)
        parts += [link, said]
    return column(*parts, spacing=4)
