"""用語集 on read-only texts: terms that the plan explains are underlined with dots and open a card."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from dxdesk.domain.plan_lists import GlossaryTerm
from dxdesk.domain.terms import TermSpan, term_spans
from dxdesk.ui.labels import PhraseLabel, plain_label, text_scale
from dxdesk.ui.theme import colour, set_look

HOVER_MILLISECONDS: Final = 300
CARD_WIDTH: Final = 340
"""px at 100 %."""
_FREE: Final = 8
"""px between a text and its card."""


def source_words(term: GlossaryTerm) -> str:
    """Where a definition comes from and of when it is, in one line."""
    said = "・".join(each for each in (term.source, term.as_of) if each)
    return f"出典：{said}" if said else ""


class TermCard(QFrame):
    """What the glossary says about one term, over the window beside the word; it takes no focus."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        set_look(self, "card")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._name, self._definition = PhraseLabel(look="strong"), PhraseLabel()
        self._source = PhraseLabel(look="small")
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 10)
        column.setSpacing(4)
        for widget in (self._name, self._definition, self._source, plain_label(self.tr("F1 で用語集を開く"), "mark")):
            column.addWidget(widget)
        self.hide()

    def show_term(self, term: GlossaryTerm, word: QRect, text: QRect) -> None:
        """Show a term below the ``text`` that the ``word`` stands in (both in the window), or above where there is no
        room below; the text and the ring around it stay free."""
        self._name.show_text(term.term + (f"（{term.reading}）" if term.reading else ""))
        self._definition.show_text(term.definition)
        self._source.show_text(source_words(term))
        self._source.setVisible(bool(source_words(term)))
        room = self._window.rect()
        width = min(round(CARD_WIDTH * text_scale(self)), room.width() - 16)
        self.setFixedWidth(width)
        inner = width - 30
        shown = (self._name, self._definition, self._source)
        for label in shown:
            label.setFixedHeight(label.heightForWidth(inner))
        self.adjustSize()
        below = text.bottom() + _FREE
        top = below if below + self.height() <= room.height() - 8 else max(8, text.top() - _FREE - self.height())
        self.move(max(8, min(word.left(), room.width() - width - 8)), top)
        self.show()
        self.raise_()


class TermLabel(PhraseLabel):
    """A read-only text whose terms open a card by the mouse, by the focus (← → go through them) and lead on by F1.

    The text stays plain text. Without a term in it the label takes no focus.
    """

    term_requested = Signal(str)
    """The id of a term whose place in the glossary is to be opened."""

    def __init__(
        self,
        text: str = "",
        look: str = "",
        *,
        terms: tuple[GlossaryTerm, ...] = (),
        most: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", look, most=most, parent=parent)
        self._terms: dict[str, GlossaryTerm] = {}
        self._card: TermCard | None = None
        self._at = -1
        self._hover = QTimer(self, singleShot=True, interval=HOVER_MILLISECONDS)
        self._hover.timeout.connect(self._show_card)
        self.spans: tuple[TermSpan, ...] = ()
        self.show_words(text, terms)

    def show_words(self, text: str, terms: tuple[GlossaryTerm, ...]) -> None:
        """Show another text with the terms in it."""
        self._forget()
        self.show_text(text)
        self._terms = {each.id: each for each in terms}
        self.spans = term_spans(text, terms) if terms else ()
        found = bool(self.spans)
        self.setMouseTracking(found)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if found else Qt.FocusPolicy.NoFocus)
        words = "、".join(self._terms[each.term].term for each in self.spans)
        self.setAccessibleDescription(self.tr("用語：{words}（F1で説明）").format(words=words) if found else "")

    def _rects(self) -> Iterator[tuple[int, QRectF]]:
        """Where the words of each term stand; a word broken over two lines has two places."""
        metrics, pitch = QFontMetricsF(self.font()), self._pitch()
        start = 0
        for row, shown in enumerate(self.lines(self.width())):
            line = shown if shown in self.text() else shown.removesuffix("…")  # of one that was cut
            start = self.text().find(line, start)
            if start < 0:
                return
            for number, span in enumerate(self.spans):
                left, right = max(span.start, start) - start, min(span.end, start + len(line)) - start
                if left < right:
                    x = metrics.horizontalAdvance(line[:left])
                    wide = metrics.horizontalAdvance(line[:right]) - x
                    yield number, QRectF(x, row * pitch, wide, pitch)
            start += len(line)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.spans:
            return
        painter = QPainter(self)
        metrics = QFontMetricsF(self.font())
        painter.setPen(QPen(colour("key"), 1.6, Qt.PenStyle.DotLine))
        for _, rect in self._rects():
            baseline = rect.top() + (self._pitch() + metrics.ascent() - metrics.descent()) / 2
            painter.drawLine(QPointF(rect.left(), baseline + 3), QPointF(rect.right(), baseline + 3))
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = next((number for number, rect in self._rects() if rect.contains(event.position())), -1)
        if at != self._at:
            self._hide_card()
            self._at = at
            self.setCursor(Qt.CursorShape.WhatsThisCursor if at >= 0 else Qt.CursorShape.ArrowCursor)
            if at >= 0:
                self._hover.start()
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._at >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._show_card()
        super().mouseReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self._go(0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._forget()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._forget()

    def event(self, event: QEvent) -> bool:
        """F1 belongs to the term that is pointed at; leaving the label puts its card away."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if event.key() == Qt.Key.Key_F1 and self._at >= 0:
                event.accept()
                return True
        elif event.type() == QEvent.Type.Leave and not self.hasFocus():
            self._forget()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._go(self._at + (1 if key == Qt.Key.Key_Right else -1))
        elif key in (Qt.Key.Key_F1, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._at >= 0:
            term = self.spans[self._at].term
            self._hide_card()
            self.term_requested.emit(term)
        elif key == Qt.Key.Key_Escape and self._card is not None and self._card.isVisible():
            self._hide_card()
        else:
            super().keyPressEvent(event)

    def _go(self, number: int) -> None:
        if self.spans:
            self._at = number % len(self.spans)
            self._show_card()

    def _show_card(self) -> None:
        rect = next((rect for number, rect in self._rects() if number == self._at), None)
        if rect is None:
            return
        if self._card is None:
            self._card = TermCard(self.window())
            self.destroyed.connect(self._card.deleteLater)
        corner = self.mapTo(self.window(), QPoint(round(rect.left()), round(rect.top())))
        word = QRect(corner, rect.size().toSize())
        text = QRect(self.mapTo(self.window(), QPoint(0, 0)), self.size())
        self._card.show_term(self._terms[self.spans[self._at].term], word, text)

    def _hide_card(self) -> None:
        self._hover.stop()
        if self._card is not None:
            self._card.hide()

    def _forget(self) -> None:
        self._hide_card()
        self._at = -1

    @property
    def card(self) -> TermCard | None:
        """The card, once it has been shown."""
        return self._card
