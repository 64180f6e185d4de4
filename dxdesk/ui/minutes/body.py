"""How the parts, the open one and the page stand beside each other, in a wide window and in a narrow one."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dxdesk.ui.beside import DRAWER_BELOW, Beside
from dxdesk.ui.labels import text_scale
from dxdesk.ui.minutes.centre import Centre
from dxdesk.ui.minutes.finished_page import WIDTH, FinishedPage
from dxdesk.ui.minutes.parts_list import WIDTH as LIST_WIDTH
from dxdesk.ui.minutes.parts_list import PartsList

MENU_BELOW = 1100
"""Narrower than this, px at 100 %, the list of parts becomes a drop-down list."""

ALL_FROM = 1310
"""List, part and page have room beside each other from here on; where the page is no drawer the list gives way."""


class MinutesBody(Beside):
    """Everything above the foot. In a narrow window the page is a drawer, and the list a drop-down list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.parts, self.centre, self.finished = PartsList(), Centre(), FinishedPage()
        self._menu_row = QWidget()
        self._some = False
        left = QWidget()
        menu = QHBoxLayout(self._menu_row)
        menu.setContentsMargins(20, 8, 20, 0)
        menu.addWidget(self.parts.menu, 1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.parts)
        row.addWidget(self.centre, 1)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._menu_row)
        column.addLayout(row, 1)
        super().__init__(left, self.finished, WIDTH, parent, alone_below=DRAWER_BELOW)
        self.drawer_changed.connect(self.finished.show_as_drawer)
        self.finished.close_requested.connect(lambda: self.open_drawer(False))

    def show_list(self, some: bool) -> None:
        """Whether there are parts to choose from."""
        self._some = some
        self._fit()

    @property
    def wide(self) -> bool:
        """Whether there is room for everything."""
        return self.width() >= ALL_FROM * text_scale(self)

    def _fit(self) -> None:
        width = self.width() / text_scale(self)
        narrow = width < MENU_BELOW or DRAWER_BELOW <= width < ALL_FROM
        self.parts.setFixedWidth(round(LIST_WIDTH * text_scale(self)))
        self.parts.setVisible(self._some and not narrow)
        self._menu_row.setVisible(self._some and narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
