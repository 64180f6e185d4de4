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

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setAccessibleName(self.tr("次第"))
        self._cards = ItemDelegate(self)
        self.setItemDelegate(self._cards)
        self.editor: ItemEditor | None = None
        self.setSpacing(0)
        self.setDropIndicatorShown(True)
        self.rows.modelReset.connect(self._forget_editor)

    def allow_changes(self, allowed: bool) -> None:
        """Whether cards can be dragged."""
        self.rows.draggable = allowed
        mode = QAbstractItemView.DragDropMode.InternalMove if allowed else QAbstractItemView.DragDropMode.NoDragDrop
        self.setDragDropMode(mode)

    def open_editor(self, editor: ItemEditor | None, fields: int) -> None:
        """Put an editor into the chosen card; the one before it goes away."""
        old, self.editor = self.editor, editor
        if old is not None:
            old.hide()
            old.deleteLater()
        self._cards.fields = fields if editor is not None else 0
        if editor is not None:
            self.setIndexWidget(self.currentIndex(), editor)
            QWidget.setTabOrder(self, editor.minutes)
            for before, after in zip(editor.fields, editor.fields[1:], strict=False):
                QWidget.setTabOrder(before, after)
            QWidget.setTabOrder(editor.memo, editor.kind)
            QWidget.setTabOrder(editor.kind, editor.remove)
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()
        self.scrollTo(self.currentIndex())

    def _forget_editor(self) -> None:
        """The view has thrown the editor away with the rows it stood in."""
        self.editor = None
        self._cards.fields = 0

    def show_fields(self, fields: int) -> None:
        """The open editor shows another number of fields."""
        if fields != self._cards.fields:
            self._cards.fields = fields
            self.scheduleDelayedItemsLayout()

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
