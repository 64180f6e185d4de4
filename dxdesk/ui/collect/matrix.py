"""The matrix of 回収: arrows move, Enter opens, Space marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from dxdesk.domain.collection import SlotKey
from dxdesk.domain.plan_parts import Department
from dxdesk.ui.collect.delegate import MatrixDelegate
from dxdesk.ui.collect.headers import DepartmentHeader, UnitHeader
from dxdesk.ui.collect.model import MatrixModel
from dxdesk.ui.collect.rows import Filter, MatrixRow, fits
from dxdesk.ui.initiatives.delegate import scale_of

CELL_LEAST, CELL, CELL_MOST = 76, 90, 150
"""Columns of departments, px at 100 %: where it is tight, as a rule, and where there is room."""
CONFIRMED, MERGED = 78, 94
NAME_LEAST, NAME, NAME_MOST = 170, 200, 460
UNIT_ROW, AXIS_ROW = 27, 31

Chosen = tuple[str, str | None]
"""Unit and department (ids); department None is the unit itself, its 取りまとめ."""

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def widths(room: float, count: int) -> tuple[float, float]:
    """The width of a department's column and of the names for ``count`` departments, px at 100 %.

    Names keep their room before cells grow; where ``room`` is too small for both, the cells give way first, and what
    is wider still is scrolled.
    """
    cell = max(CELL, min(CELL_MOST, (room - NAME) / count)) if count else 0.0
    if NAME + cell * count <= room:
        return cell, min(NAME_MOST, room - cell * count)
    cell = max(CELL_LEAST, min(CELL, (room - NAME_LEAST) / count))
    return cell, max(NAME_LEAST, min(NAME, room - cell * count))


class Matrix(QTableView):
    """Keeps the chosen cell, the marked cells and the place it was scrolled to while its rows change."""

    chosen_changed = Signal()
    opened = Signal(bool)
    """A cell is to be looked at, by Enter (True) or by a click."""
    marked_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells = MatrixModel(self)
        self._restoring = False
        self.setAccessibleName(self.tr("取組と課の表"))
        self.setVerticalHeader(UnitHeader(self))
        self.setHorizontalHeader(DepartmentHeader(self))
        self.setModel(self._cells)
        self.setItemDelegate(MatrixDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setStyleSheet(
            "QTableView { selection-background-color: transparent; } "
            "QTableView::item:hover, QTableView::item:selected { background: transparent; }"
            "QTableCornerButton::section { background: white; border: 0; }"
        )
        self.selectionModel().currentChanged.connect(self._tell_chosen)

    def show_rows(
        self, rows: Sequence[MatrixRow], departments: Sequence[Department], chosen: Filter | None = None
    ) -> None:
        """Show rows; what was chosen stays chosen where it is still there."""
        before, scroll = self.chosen, self.verticalScrollBar().value()
        self._restoring = True
        shape = [row.key for row in self._cells.rows()]
        self._cells.show_rows(rows, departments, chosen)
        if shape != [row.key for row in rows]:
            self._set_heights()
        self._set_widths()
        if before is not None:
            self.choose(before)
        self.verticalScrollBar().setValue(scroll)
        self._restoring = False

    def _set_heights(self) -> None:
        header, scale = self.verticalHeader(), scale_of(self.font())
        unit, axis = round(UNIT_ROW * scale), round(AXIS_ROW * scale)
        header.setDefaultSectionSize(unit)
        self.clearSpans()
        for place, row in enumerate(self._cells.rows()):
            wanted = unit if row.row is not None else axis
            if header.sectionSize(place) != wanted:
                header.resizeSection(place, wanted)
            if row.row is None:
                self.setSpan(place, 0, 1, self._cells.columnCount())

    def _set_widths(self) -> None:
        scale, count = scale_of(self.font()), len(self._cells.departments())
        header = self.horizontalHeader()
        bar = self.verticalScrollBar().sizeHint().width()
        room = self.width() - bar - (CONFIRMED + MERGED) * scale
        cell, name = widths(room / scale, count)
        cell, name = cell * scale, name * scale
        self.verticalHeader().setFixedWidth(round(name))
        for column in range(count):
            header.resizeSection(column, int(cell))
        if self._cells.columnCount() > count:
            header.resizeSection(count, round(CONFIRMED * scale))
            header.resizeSection(count + 1, round(MERGED * scale))

    @property
    def chosen(self) -> Chosen | None:
        """The chosen cell."""
        index = self.currentIndex()
        row = self._cells.row_of(index)
        if row is None or row.row is None:
            return None
        key = self._cells.key_of(index)
        return (row.key, key[1] if key else None)

    def rows(self) -> tuple[MatrixRow, ...]:
        """What is shown."""
        return self._cells.rows()

    @property
    def marked(self) -> tuple[SlotKey, ...]:
        """The marked cells that are shown, in their order."""
        shown = ((row.key, each.id) for row in self._cells.rows() for each in self._cells.departments())
        return tuple(each for each in shown if each in self._cells.marked)

    def choose(self, chosen: Chosen) -> bool:
        """Choose a cell and bring it into view; False where it is not shown."""
        index = self._cells.index_of(*chosen)
        if not index.isValid() or not index.flags() & Qt.ItemFlag.ItemIsEnabled:
            return False
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def choose_first(self, chosen: Filter | None = None) -> None:
        """Choose the first cell that a filter leaves loud; nothing where the chosen one is."""
        key = self._cells.key_of(self.currentIndex())
        units = [row.row for row in self._cells.rows() if row.row is not None]
        loud = [(each.unit, cell.department) for each in units for cell in each.cells.values() if fits(cell, chosen)]
        if loud and key not in loud:
            self.choose(loud[0])

    def step(self, places: int) -> None:
        """To the next unit below (1) or above (-1): the same department, else the first that was asked."""
        rows, index = self._cells.rows(), self.currentIndex()
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

    def mark(self, marked: Sequence[SlotKey]) -> None:
        """Mark these cells and no others."""
        self._cells.mark(frozenset(marked))
        self.marked_changed.emit()

    def _toggle(self, index: QModelIndex) -> None:
        key = self._cells.key_of(index)
        if key is not None:
            self.mark([*(self._cells.marked ^ {key})])

    def _tell_chosen(self) -> None:
        self.viewport().update()
        if not self._restoring:
            self.chosen_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.opened.emit(True)
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

    def keyboardSearch(self, _search: str) -> None:
        """Letters search nothing here: names are found in the search field."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_widths()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and isinstance(self.verticalHeader(), QHeaderView):
            self._set_heights()
            self._set_widths()
