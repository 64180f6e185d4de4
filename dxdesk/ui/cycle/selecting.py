"""How lines of the matrix are selected: names choose lines, and only a check box or a department's cell turns.

A press that turns something leaves several selected lines as they are.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QTableView

from dxdesk.ui.cycle.rows import OWNERS, UNIT
from dxdesk.ui.labels import text_scale

Index = QModelIndex | QPersistentModelIndex

CHECK_BOX = (16, 18)
"""Where the check box of a unit begins in its cell, and its side; px at 100 %."""
_AROUND = 8


def chosen_lines(table: QTableView) -> frozenset[int]:
    """The lines that are selected."""
    found = table.selectionModel().selection().toList()
    return frozenset(row for each in found for row in range(each.top(), each.bottom() + 1))


def several_chosen(table: QTableView) -> bool:
    """Whether more than one line is selected."""
    return sum(each.height() for each in table.selectionModel().selection().toList()) > 1


class TurningView(QTableView):
    """A view on the matrix that tells which of its cells are to be turned."""

    turned = Signal(QModelIndex)
    """A plain click where a click turns something: on a check box or in the cell of a department."""

    def turns(self, index: Index, spot: QPoint) -> bool:
        """Whether a click at a place of the viewport, in this cell, turns something."""
        if not index.isValid() or index.column() == OWNERS:
            return False
        if index.column() != UNIT:
            return True
        left, side = CHECK_BOX
        return spot.x() - self.visualRect(index).left() <= (left + side + _AROUND) * text_scale(self)

    def selectionCommand(self, index: Index, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        flag = QItemSelectionModel.SelectionFlag
        several = several_chosen(self) and index.row() in chosen_lines(self)
        if several and isinstance(event, QMouseEvent) and not event.modifiers():
            spot = event.position().toPoint()
            return flag.NoUpdate if self.turns(index, spot) else super().selectionCommand(index, event)
        return super().selectionCommand(index, event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        spot, pressed = event.position().toPoint(), self.currentIndex()
        super().mouseReleaseEvent(event)
        index = self.indexAt(spot)
        if index == pressed and not event.modifiers() and self.turns(index, spot):
            self.turned.emit(index)
