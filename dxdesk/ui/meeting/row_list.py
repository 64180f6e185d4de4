"""A list of painted rows: what is chosen stays chosen when it is read anew, and headings are stepped over."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from dxdesk.ui.meeting.model import Index, ListRow, RowModel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RowList(QListView):
    """Rows under keys. A delegate paints them."""

    row_chosen = Signal(str)
    """The key of the row that is chosen now."""

    row_requested = Signal(str)
    """Enter or a double click on a row."""

    row_clicked = Signal(str, QPoint, QRect)
    """A click on a row: its key, where in the view, and the place of the row."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = RowModel(self)
        self.setModel(self.rows)
        self.setAccessibleName(name)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(24)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self._told = ""

    @property
    def chosen(self) -> str:
        """The key of the chosen row; empty where none is."""
        row = self.rows.row_of(self.currentIndex())
        return row.key if row else ""

    def show_rows(self, rows: Sequence[ListRow]) -> None:
        """Show other rows. The chosen one stays chosen, else the one that took its place, else the first."""
        key, place, scroll = self.chosen, self.currentIndex().row(), self.verticalScrollBar().value()
        self.rows.show_rows(rows)
        if self.rows.index_of(key).isValid():
            self.choose(key)
        else:
            keys = [each.key for each in rows]
            after = next((each for each in keys[max(0, place) :] if each), "")
            self.choose(after or next((each for each in reversed(keys) if each), ""))
        self.verticalScrollBar().setValue(scroll)

    def choose(self, key: str) -> None:
        """Choose a row by its key; nothing where it is not shown."""
        index = self.rows.index_of(key)
        if index.isValid() and index != self.currentIndex():
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def step(self, places: int) -> None:
        """Choose the row before (-1) or after (1) the chosen one."""
        at = self.currentIndex().row() + places
        rows = self.rows.rows()
        while 0 <= at < len(rows):
            if rows[at].key:
                self.choose(rows[at].key)
                return
            at += places

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.scrollTo(current)
        if self.chosen and self.chosen != self._told:
            self._told = self.chosen
            self.row_chosen.emit(self.chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in _ENTER and self.chosen:
            self.row_requested.emit(self.chosen)
        elif plain and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.text() and event.text().isprintable():
            event.ignore()  # letters search nothing here: they may belong to an input method
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        row = self.rows.row_of(index)
        if row is not None and row.key and event.button() == Qt.MouseButton.LeftButton:
            self.row_clicked.emit(row.key, point, self.visualRect(index))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        super().mouseDoubleClickEvent(event)
        row = self.rows.row_of(self.indexAt(event.position().toPoint()))
        if row is not None and row.key:
            self.row_requested.emit(row.key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()
