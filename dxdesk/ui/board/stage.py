"""The slides of a cycle on one surface, driven by keys and clicks; in the window and on the full screen."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dxdesk.domain.audience import Audience
from dxdesk.ui.audience.drawing import canvas_for
from dxdesk.ui.audience.view import SlideView
from dxdesk.ui.board.course import Meant, Position, Sight, View, faded, numbered, pressed
from dxdesk.wording.board import ALSO_AS_TABLE, VIEW_WORDS, page_number

_NEXT: Final = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_PageDown)
_PREVIOUS: Final = (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp)
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HYPHENS: Final = ("-", "－")
_MODIFIERS: Final = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def slide_words(sight: Sight) -> str:
    """「推移 1／2ページ」, 「標準化・共通化」: what a slide is called."""
    card = sight.shown.card(sight.position.code) if sight.position.code else None
    word = (card.short_name or card.name) if card else VIEW_WORDS[sight.position.view]
    pages = len(sight.pages)
    return f"{word} {page_number(sight.number + 1, pages)}" if pages > 1 else word


class Stage(QWidget):
    """Shows one page at a time. A number and Enter open a unit, Home the board, Esc goes one level up.

    While nothing can be shown it stays white; it never shows a message of its own.
    """

    moved = Signal()
    """Another page, another filter, or other digits typed."""
    left = Signal()
    """Esc at the highest level."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr(VIEW_WORDS["board"]))
        self.setAccessibleDescription(self.tr(ALSO_AS_TABLE))
        self._shown: Audience | None = None
        self._position = Position()
        self._scale = 1.0
        self._shape: tuple[int, int] | None = None
        self._typed = ""
        self._hidden = False
        self.view = SlideView()
        self.view.card_clicked.connect(self.open_unit)
        self.view.tile_clicked.connect(lambda status: self.go(pressed(self._position, status)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)

    @property
    def sight(self) -> Sight | None:
        """Where it stands, on the canvas there is; None before there is anything to show."""
        shape = self._shape or (max(1, self.width()), max(1, self.height()))
        canvas = canvas_for(*shape, self._scale)
        return Sight(self._shown, self._position, canvas) if self._shown else None

    @property
    def position(self) -> Position:
        """Where it stands."""
        return self._position

    @property
    def typed(self) -> str:
        """The number typed so far: digits, and hyphens between them."""
        return self._typed

    @property
    def meant(self) -> Meant | None:
        """What Enter opens for the number typed so far."""
        return numbered(self._shown, self._typed) if self._shown and self._typed else None

    def show_content(self, shown: Audience) -> None:
        """Show what counts now; a unit that is gone gives way to the board."""
        self._shown = shown
        gone = self._position.code is not None and shown.card(self._position.code) is None
        self.go(replace(self._position, code=None, page=0) if gone else self._position)

    def set_scale(self, scale: float) -> None:
        """標準 1.0, 大 1.15 or 特大 1.4."""
        self._scale = scale
        self.go(self._position)

    def set_shape(self, shape: tuple[int, int] | None) -> None:
        """Show the slides as on a screen of this width and height; None: as on a screen of the own shape."""
        self._shape = shape
        self.go(self._position)

    def go(self, position: Position) -> None:
        """Show a position."""
        self._position, self._typed, self._hidden = position, "", False
        self._paint()
        self.moved.emit()

    def open_unit(self, code: str) -> None:
        """Show the slide of a unit; nothing for an unknown code."""
        if self._shown and self._shown.card(code):
            self.go(replace(self._position, code=code, page=0))

    def step(self, forwards: bool) -> None:
        """One page on or back."""
        if self.sight:
            self.go(self.sight.forward() if forwards else self.sight.backward())

    def show_view(self, view: View) -> None:
        """ボード, 道のり or 推移, at the page of the unit that was shown."""
        if self.sight:
            self.go(self.sight.view(view))

    def blank(self) -> None:
        """White, or the slide again."""
        self._hidden = not self._hidden
        self._paint()

    def _paint(self) -> None:
        sight = self.sight
        if sight is None or self._hidden:
            self.view.show_page(None)
            return
        self.setAccessibleName(slide_words(sight))
        self.view.show_page(sight.pages[sight.number], faded(sight.shown, sight.position))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._paint()
        self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, sight = event.key(), self.sight
        if sight is None or event.modifiers() & _MODIFIERS:
            super().keyPressEvent(event)
        elif event.text().isdecimal() or (self._typed and event.text() in _HYPHENS):
            self._typed += event.text()
            self.moved.emit()
        elif self._typed and key in (*_ENTER, Qt.Key.Key_Backspace, Qt.Key.Key_Escape):
            self._finish_typing(key)
        elif key in _NEXT or key in _ENTER:
            self.step(True)
        elif key in _PREVIOUS or key == Qt.Key.Key_Backspace:
            self.step(False)
        elif key == Qt.Key.Key_Home:
            self.show_view("board")
        elif key == Qt.Key.Key_Escape:
            above = sight.upward()
            if above is None:
                self.left.emit()
            else:
                self.go(above)
        else:
            super().keyPressEvent(event)

    def _finish_typing(self, key: int) -> None:
        typed, meant, self._typed = self._typed, self.meant, ""
        if key == Qt.Key.Key_Backspace:
            self._typed = typed[:-1]
        elif key in _ENTER and meant is not None:
            self.open_unit(meant.card.code)
        self.moved.emit()
