"""The agenda as cards that can be dragged, moved by keys, and edited where they stand."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from dxdesk.ui.agenda.delegate import ItemDelegate
from dxdesk.ui.agenda.item_editor import ItemEditor
from dxdesk.ui.meeting.row_list import RowList


class ItemList(RowList):
    """The chosen card carries the editor."""

    move_requested = Signal(str, int)
    """The key of an item and its new place from 0."""
    remove_requested = Signal(str)

    editor: ItemEditor | None = None
    """The fields over the chosen card, where it can be changed; the view asks for their place from the start."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("次第"))
        self._cards = ItemDelegate(self)
        self.setItemDelegate(self._cards)
        self.setSpacing(0)
        self.setDropIndicatorShown(True)

    def allow_changes(self, allowed: bool) -> None:
        """Whether cards can be dragged."""
        self.rows.draggable = allowed
        mode = QAbstractItemView.DragDropMode.InternalMove if allowed else QAbstractItemView.DragDropMode.NoDragDrop
        self.setDragDropMode(mode)

    def open_editor(self, editor: ItemEditor | None, fields: int) -> None:
        """Put an editor over the chosen card; the one before it goes away."""
        old, self.editor = self.editor, editor
        if old is not None:
            old.hide()
            old.deleteLater()
        if editor is not None:
            editor.setParent(self.viewport())
            QWidget.setTabOrder(self, editor.minutes)
            for before, after in zip(editor.fields, editor.fields[1:], strict=False):
                QWidget.setTabOrder(before, after)
            QWidget.setTabOrder(editor.memo, editor.kind)
            QWidget.setTabOrder(editor.kind, editor.remove)
        self.show_fields(fields if editor is not None else 0)
        self.scrollTo(self.currentIndex())
        self._place_editor()

    def show_fields(self, fields: int) -> None:
        """The open editor shows so many fields below its first line."""
        self._cards.fields = fields
        self.doItemsLayout()

    def _place_editor(self) -> None:
        """The editor stands where its card stands."""
        if self.editor is not None:
            self.editor.setGeometry(self.visualRect(self.currentIndex()))
            self.editor.setVisible(self.currentIndex().isValid())

    def updateGeometries(self) -> None:
        super().updateGeometries()
        self._place_editor()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._place_editor()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        place = self.currentIndex().row()
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            if self.chosen:
                self.move_requested.emit(self.chosen, place + (-1 if event.key() == Qt.Key.Key_Up else 1))
        elif event.key() == Qt.Key.Key_Delete and self.chosen:
            self.remove_requested.emit(self.chosen)
        else:
            super().keyPressEvent(event)

    def place_at(self, point: QPoint) -> int:
        """Where a card that is let go at a point would stand, counted from 0 without it."""
        for place in range(self.rows.rowCount()):
            if point.y() < self.visualRect(self.rows.index(place)).center().y():
                break
        else:
            place = self.rows.rowCount()
        return place - 1 if place > self.currentIndex().row() else place

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        if event.source() is self:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if event.source() is self and self.chosen:
            self.move_requested.emit(self.chosen, self.place_at(event.position().toPoint()))
        event.setDropAction(Qt.DropAction.IgnoreAction)  # the items are read anew: the view itself moves nothing
        event.accept()
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()
