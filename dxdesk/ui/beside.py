"""Two things side by side, the second of which becomes a drawer where the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from dxdesk.ui.theme import hex_of
from dxdesk.ui.words import scale_of

DRAWER_BELOW = 1200
"""Narrower than this, px at 100 %, the panel becomes a drawer."""

ALONE_BELOW = 900
"""Narrower than this the open drawer takes the whole width, unless a page wants it sooner."""


class Beside(QWidget):
    """Places ``main`` and, right of it, ``panel`` of a fixed width; as a drawer the panel is opened and closed."""

    drawer_changed = Signal(bool)
    """Whether the panel is a drawer now."""

    def __init__(
        self,
        main: QWidget,
        panel: QWidget,
        width: int,
        parent: QWidget | None = None,
        *,
        alone_below: int = ALONE_BELOW,
    ) -> None:
        super().__init__(parent)
        self._alone_below = alone_below
        self._main, self._panel, self._width = main, panel, width
        self._drawer = False
        self._opened = False
        self._placed = False
        self._line = QFrame(self)
        self._line.setStyleSheet(f"background: {hex_of('line')};")
        for child in (main, panel):
            child.setParent(self)
        panel.raise_()
        self._line.raise_()

    @property
    def drawer(self) -> bool:
        """Whether the panel takes room only while it is open."""
        return self._drawer

    @property
    def drawer_open(self) -> bool:
        """Whether the panel is a drawer and stands open."""
        return self._drawer and self._opened

    def open_drawer(self, opened: bool = True) -> None:
        """Open or close the drawer; nothing where there is room for both."""
        self._opened = opened
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._placed = True
        self._settle()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._placed:
            self._settle()

    def _settle(self) -> None:
        """Take the place that this width and 文字の大きさ give to both."""
        drawer = self.width() < DRAWER_BELOW * scale_of(self.font())
        changed = drawer != self._drawer
        self._drawer = drawer
        if changed:
            self._opened = False
        self._place()
        if changed:
            self.drawer_changed.emit(drawer)

    def _place(self) -> None:
        scale = scale_of(self.font())
        wide = self.width() if self.width() < self._alone_below * scale else round(self._width * scale)
        left = self.width() - wide
        shown = not self._drawer or self._opened
        self._main.setGeometry(0, 0, left if shown else self.width(), self.height())
        self._main.setVisible(not shown or left > 0)
        self._panel.setGeometry(left, 0, wide, self.height())
        self._line.setGeometry(left, 0, 1, self.height())
        self._panel.setVisible(shown)
        self._line.setVisible(shown)
