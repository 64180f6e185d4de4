"""The matrix of 回収: arrows move, Enter opens, Space marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from dxdesk.domain.collection import SlotKey
from dxdesk.domain.plan_parts import Department
from dxdesk.ui.collect.grid import MatrixGrid
from dxdesk.ui.collect.rows import Filter, MatrixRow, fits

Chosen = tuple[str, str | None]
"""Unit and department (ids); department None is the unit itself, its 取りまとめ."""

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Matrix(MatrixGrid):
    """Keeps the chosen cell, the marked cells and the place it was scrolled to while its rows change."""

    chosen_changed = Signal()
    opened = Signal(bool)
    """A cell is to be looked at, by Enter (True) or by a click."""
    marked_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._restoring = False
        self.setAccessibleName(self.tr("取組と課の表"))
        self.selectionModel().currentChanged.connect(self._tell_chosen)

    def show_rows(
        self, rows: Sequence[MatrixRow], departments: Sequence[Department], chosen: Filter | None = None
    ) -> None:
        """Show rows; what was chosen stays chosen where it is still there."""
        before, scroll = self.chosen, self.verticalScrollBar().value()
        self._restoring = True
        shape = [row.key for row in self.cells.rows()]
        self.cells.show_rows(rows, departments, chosen)
        if shape != [row.key for row in rows]:
            self.set_heights()
        self.set_widths()
        if before is not None and self.chosen != before:
            self.choose(before)
        self.verticalScrollBar().setValue(scroll)
        self._restoring = False

    @property
    def chosen(self) -> Chosen | None:
        """The chosen cell."""
        index = self.currentIndex()
        row = self.cells.row_of(index)
        if row is None or row.row is None:
            return None
        key = self.cells.key_of(index)
        return (row.key, key[1] if key else None)

    @property
    def marked(self) -> tuple[SlotKey, ...]:
        """The marked cells that are shown, in their order."""
        shown = ((row.key, each.id) for row in self.cells.rows() for each in self.cells.departments())
        return tuple(each for each in shown if each in self.cells.marked)

    def choose(self, chosen: Chosen) -> bool:
        """Choose a cell and bring it into view; False where it is not shown."""
        index = self.cells.index_of(*chosen)
        if not index.isValid() or not index.flags() & Qt.ItemFlag.ItemIsEnabled:
            return False
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def choose_first(self, chosen: Filter | None = None) -> None:
        """Choose the first cell that a filter leaves loud; nothing where the chosen one is."""
        key = self.cells.key_of(self.currentIndex())
        units = [row.row for row in self.cells.rows() if row.row is not None]
        loud = [(each.unit, cell.department) for each in units for cell in each.cells.values() if fits(cell, chosen)]
        if loud and key not in loud:
            self.choose(loud[0])

    def step(self, places: int) -> None:
        """To the next unit below (1) or above (-1): the same department, else the first that was asked."""
        rows, index = self.cells.rows(), self.currentIndex()
        place = index.row() + places
        while 0 <= place < len(rows) and rows[place].row is None:
            place += places
        if not index.isValid() or not 0 <= place < len(rows):
            return
        row, chosen = rows[place], self.chosen
        department = chosen[1] if chosen else None
        if row.row is not None and department is not None and department not in row.row.cells:
            department = next(iter(row.row.cells))
        self.choose((row.key, department))

    def _choose_end(self, *, last: bool) -> None:
        """Choose the very first answer, or the very last."""
        units = [row.row for row in self.cells.rows() if row.row is not None]
        if units:
            unit = units[-1 if last else 0]
            self.choose((unit.unit, list(unit.cells)[-1 if last else 0]))

    def mark(self, marked: Sequence[SlotKey]) -> None:
        """Mark these cells and no others; nothing where they are marked already."""
        if self.cells.marked != frozenset(marked):
            self.cells.mark(frozenset(marked))
            self.marked_changed.emit()

    def _toggle(self, index: QModelIndex) -> None:
        key = self.cells.key_of(index)
        if key is not None:
            self.mark([*(self.cells.marked ^ {key})])

    def _tell_chosen(self) -> None:
        self.viewport().update()
        if not self._restoring:
            self.chosen_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.opened.emit(True)
        elif (
            event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self._choose_end(last=event.key() == Qt.Key.Key_End)
        elif event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._toggle(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and index.isValid():
            self._toggle(index)
        super().mousePressEvent(event)
        if not event.modifiers() and index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.opened.emit(False)
