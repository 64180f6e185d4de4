"""A text of the form: plain text as typed, with a line height one can read, and Tab to go on."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from dxdesk.ui.composition import Composition
from dxdesk.ui.labels import text_scale
from dxdesk.ui.theme import text_look

_LINE = text_look("input").line / text_look("input").px * 100
_MARGIN = 2
_PADDING = 15
LEAST_LINES = 2
MOST_LINES = 6


class TextArea(QTextEdit):
    """A field of several lines. ``show_text`` is for loading only: a field in use is never filled anew."""

    edited = Signal()
    """The committed text is another one; never emitted for text that is still being composed."""

    left = Signal()
    """The field lost the focus; its text is handed over."""

    left_by_mouse = Signal()
    """Something else was clicked while the cursor stood here: this is where it was meant for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = LEAST_LINES
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(_MARGIN)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.composition = Composition(self)
        self.composition.changed.connect(lambda _text: self._compare())
        self._known = ""
        self._inserted = QTextCursor(), ""
        self.textChanged.connect(self._compare)

    def typed(self) -> str:
        """The committed text as typed: no-break spaces stay, a line end is one LF."""
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def show_text(self, text: str) -> None:
        """Load a text; what was undone before cannot be redone into it."""
        self._known = text
        self.setPlainText(text)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        block = QTextBlockFormat()
        block.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.mergeBlockFormat(block)
        self.document().clearUndoRedoStacks()
        self._known = self.typed()

    def append_text(self, text: str) -> None:
        """Add a text as a person does: at the end, on its own line, and Ctrl+Z takes it back."""
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        before = self.typed()
        cursor.insertText(("\n" if before and not before.endswith("\n") else "") + text)
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def insert_words(self, words: str) -> None:
        """Put words where the cursor stands and write on behind them. Those put in last give way while they still
        stand as they were."""
        last, inserted = self._inserted
        cursor = last if inserted and last.selectedText() == inserted else self.textCursor()
        cursor.setKeepPositionOnInsert(False)
        cursor.insertText(words)
        end = cursor.position()
        put, behind = QTextCursor(self.document()), QTextCursor(self.document())
        behind.setPosition(end)
        self.setTextCursor(behind)
        put.setPosition(end - len(words))
        put.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        put.setKeepPositionOnInsert(True)  # what is written on behind them is none of them
        self._inserted = put, words
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _compare(self) -> None:
        text = self.typed()
        if text != self._known:
            self._known = text
            self.edited.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """What is pasted stands as what is typed does; a fragment would bring its own line height along."""
        self.textCursor().insertText(source.text())
        self.ensureCursorVisible()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """While a conversion is open the paging keys belong to it."""
        if self.composition.text and event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            event.accept()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
        if event.reason() == Qt.FocusReason.MouseFocusReason:
            self.left_by_mouse.emit()

    def _height(self, lines: int) -> int:
        return round((text_look("input").line * lines) * text_scale(self)) + _PADDING

    def sizeHint(self) -> QSize:
        return QSize(320, self._height(3))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self._height(self._least))

    def keep_lines(self, least: int) -> None:
        """So many lines it has where there is no room for more."""
        self._least = least
        self.updateGeometry()

    def heightLimit(self) -> int:
        """As high as it may grow in a large window."""
        return self._height(MOST_LINES)
