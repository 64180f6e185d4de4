"""One text of the form with its label, hint or question, counter, and message."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from dxdesk.ui.bands import announce, withdraw
from dxdesk.ui.labels import PhraseLabel, plain_label, text_scale
from dxdesk.ui.one_line import OneLine
from dxdesk.ui.symbols import symbol_pixmap
from dxdesk.ui.text_area import TextArea
from dxdesk.ui.theme import colour, set_look
from dxdesk.wording.screen import over_guide

SLIDE_CHARACTERS = 60
_BESIDE = 26
"""px at 100 %: height of the heads of fields that stand beside each other."""


def show_look(widget: QWidget, look: str) -> None:
    """Give a widget another look; restyling takes time that typing does not have."""
    if widget.property("look") != look:
        set_look(widget, look)


class Message(QWidget):
    """What to do, under a field: with a sign before it, and at most one button. Where it has no room it breaks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign, self._words, self.button = plain_label(), PhraseLabel(), QPushButton()
        self._act: Callable[[], object] | None = None
        set_look(self.button, "link")
        self.button.clicked.connect(self._acted)
        self._sign.setPixmap(symbol_pixmap("warn", 16, ink=colour("error")))
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words)
        row.addWidget(self.button)
        row.addStretch(1)
        self.hide()

    def hasHeightForWidth(self) -> bool:
        """It is as high as its words are where they stand now. Asked for every width it would make a form around it
        scroll that has room: one takes the height it would like to have then, not the least."""
        return False

    def _whole(self, hint: QSize) -> QSize:
        broken = self._row.heightForWidth(self.width()) if self.width() else 0
        return QSize(hint.width(), max(hint.height(), broken))

    def sizeHint(self) -> QSize:
        return self._whole(super().sizeHint())

    def minimumSizeHint(self) -> QSize:
        return self._whole(super().minimumSizeHint())

    @property
    def text(self) -> str:
        """What it says; empty while hidden."""
        return "" if self.isHidden() else self._words.text()

    def say(self, text: str, *, wrong: bool = True, word: str = "", act: Callable[[], object] | None = None) -> None:
        """Say something: ``wrong`` with the sign, otherwise a remark that stops nothing."""
        if wrong and text != self.text:
            withdraw(self)
            announce(self, text, at_once=True)
        self._sign.setVisible(wrong)
        show_look(self._words, "error" if wrong else "over")
        self._words.show_text(text)
        self._act = act
        self.button.setText(word)
        self.button.setVisible(bool(word))
        self.show()

    def clear(self) -> None:
        """Say nothing."""
        self.hide()

    def _acted(self) -> None:
        if self._act is not None:
            self._act()


class TextField(QWidget):
    """A text of an answer. More characters than the guide value are said so and still saved."""

    edited = Signal()
    left = Signal()

    def __init__(self, label: str, hint: str, example: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hint_words = hint
        self._guide = 120
        self._returned = False
        self.area = TextArea(self)
        self.area.setPlaceholderText(example)
        self.label = plain_label(label, "strong")
        self.label.setBuddy(self.area)
        self.area.setAccessibleName(label)
        self._hint = OneLine(hint, "small")
        self._counter = plain_label("", "small")
        self.message = Message(self)
        self.head = QHBoxLayout()
        self.head.setContentsMargins(0, 0, 0, 0)
        self.head.setSpacing(12)
        self.head.addStrut(18)
        self.head.addWidget(self.label)
        self.head.addWidget(self._hint, 1)
        self.head.addStretch(0)
        self.head.addWidget(self._counter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self.head)
        column.addWidget(self.area, 1)
        column.addWidget(self.message)
        self.area.edited.connect(self._edited)
        self.area.left.connect(self.left)
        self.area.composition.changed.connect(lambda _text: self._count())

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        self.setMaximumHeight(self.area.heightLimit() + hint.height() - self.area.sizeHint().height())
        return hint

    def name_it(self, label: str) -> None:
        """Say something else above it: what is asked for may hang on another field."""
        self.label.setText(label)
        self.area.setAccessibleName(label)

    def text(self) -> str:
        """The committed text as typed."""
        return self.area.typed()

    def show_text(self, text: str | None, *, guide: int, question: str = "", hint: str = "") -> None:
        """Load a text; ``question`` is what the secretariat asks about it, shown instead of the hint, which may be
        another than the usual one."""
        self._guide = guide
        show_look(self._hint, "asked" if question else "small")
        self._hint.show_text(question or hint or self._hint_words)
        self._returned = bool(question)
        self._show_edge()
        self.area.setAccessibleDescription(question)
        self.message.clear()
        self.area.show_text(text or "")
        if question:  # it is written on from here
            self.area.moveCursor(QTextCursor.MoveOperation.End)
        self._count()

    def make_narrow(self, narrow: bool) -> None:
        """Stand beside another field, or alone: beside another there is no room for the hint, only for a question."""
        self._hint.setVisible(not narrow or self._returned)
        self.label.setMinimumHeight(round(_BESIDE * text_scale(self)) if narrow else 0)

    def say_problem(self, text: str, word: str = "", act: Callable[[], object] | None = None) -> None:
        """Say under the field what to do about it."""
        self.message.say(text, word=word, act=act)
        self._show_edge("error")

    def _show_edge(self, state: str = "") -> None:
        wanted = state or ("returned" if self._returned else "")
        if wanted != (self.area.property("state") or ""):
            self.area.setProperty("state", wanted)
            set_look(self.area, "")

    def _edited(self) -> None:
        self.message.clear()
        if self.area.property("state") == "error":
            self._show_edge()
        self._count()
        self.edited.emit()

    def _count(self) -> None:
        """Committed characters without line ends; what is still being composed stands as ＋n."""
        count, open_ = len(self.text().replace("\n", "")), len(self.area.composition.text)
        over = count - self._guide
        show_look(self._counter, "over" if over > 0 else "small")
        composing = f"（＋{open_}）" if open_ else ""
        self._counter.setText(
            self.tr("{count}{composing}／{guide}字").format(count=count, composing=composing, guide=self._guide)
        )
        if over > 0 and not self.message.text:
            self.message.say(over_guide(self._guide, over, SLIDE_CHARACTERS), wrong=False)
