"""How lines of the matrix are selected: a press that turns a cell leaves several selected lines as they are."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QTableView

from dxdesk.ui.cycle.rows import OWNERS

Index = QModelIndex | QPersistentModelIndex


def chosen_lines(table: QTableView) -> frozenset[int]:
    """The lines that are selected."""
    found = table.selectionModel().selection().toList()
    return frozenset(row for each in found for row in range(each.top(), each.bottom() + 1))


def several_chosen(table: QTableView) -> bool:
    """Whether more than one line is selected."""
    return sum(each.height() for each in table.selectionModel().selection().toList()) > 1


def keeps_selection(table: QTableView, index: Index, event: QEvent | None) -> bool:
    """Whether this is a plain press on a cell that can be turned, in one of several selected lines."""
    if not isinstance(event, QMouseEvent) or event.modifiers() or not index.isValid() or index.column() == OWNERS:
        return False
    return several_chosen(table) and index.row() in chosen_lines(table)
