"""The matrix 取組 × 課 as a Qt model. A cell that nobody was asked about is empty and cannot be chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dxdesk.domain.collection import Cell, SlotKey
from dxdesk.domain.plan_parts import Department
from dxdesk.ui.collect.rows import Filter, MatrixRow, cell_word, fits, spoken_cell
from dxdesk.wording.collect import CONFIRMED_HEAD, MERGED_HEAD

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The MatrixRow of a cell or of a vertical section."""
CELL_ROLE: Final = Qt.ItemDataRole.UserRole + 2
"""The Cell, None for the last two columns and for what was not asked."""
PALE_ROLE: Final = Qt.ItemDataRole.UserRole + 3
"""Whether a filter leaves other cells only."""
MARK_ROLE: Final = Qt.ItemDataRole.CheckStateRole


class MatrixModel(QAbstractTableModel):
    """Rows of units under their axis heads, a column per department, then 所属長確認 and 取りまとめ."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[MatrixRow, ...] = ()
        self._departments: tuple[Department, ...] = ()
        self._filter: Filter | None = None
        self._by_key: dict[str, int] = {}
        self._columns: dict[str, int] = {}
        self.marked: frozenset[SlotKey] = frozenset()

    def show_rows(
        self, rows: Sequence[MatrixRow], departments: Sequence[Department], chosen: Filter | None = None
    ) -> None:
        """Show other rows. Where only what they say changed, indexes stay valid, and only that is drawn anew."""
        before, filtered = self._rows, self._filter
        same = [row.key for row in rows] == [row.key for row in before]
        self._filter = chosen
        if same and tuple(departments) == self._departments:
            self._rows = tuple(rows)
            for place, (old, new) in enumerate(zip(before, rows, strict=True)):
                if old != new or filtered != chosen:
                    self._tell(place, place)
            return
        self.beginResetModel()
        self._rows, self._departments = tuple(rows), tuple(departments)
        self._by_key = {row.key: place for place, row in enumerate(rows)}
        self._columns = {each.id: place for place, each in enumerate(departments)}
        self.endResetModel()

    def mark(self, marked: frozenset[SlotKey]) -> None:
        """Mark other cells."""
        self.marked = marked
        if self._rows:
            self._tell(0, len(self._rows) - 1)

    def _tell(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))
        self.headerDataChanged.emit(Qt.Orientation.Vertical, first, last)

    def rows(self) -> tuple[MatrixRow, ...]:
        """What is shown."""
        return self._rows

    def departments(self) -> tuple[Department, ...]:
        """The departments of the columns."""
        return self._departments

    def row_of(self, index: Index) -> MatrixRow | None:
        """The row of an index."""
        return self._rows[index.row()] if index.isValid() else None

    def key_of(self, index: Index) -> SlotKey | None:
        """Unit and department of a cell that was asked, else None."""
        cell = self._cell(index) if index.isValid() else None
        return (self._rows[index.row()].key, cell.department) if cell else None

    def index_of(self, unit: str, department: str | None) -> QModelIndex:
        """The index of a slot, or of the 取りまとめ of a unit; invalid where it is not shown."""
        row = self._by_key.get(unit)
        column = self._columns.get(department) if department is not None else self.columnCount() - 1
        return QModelIndex() if row is None or column is None else self.index(row, column)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._departments) + 2

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            if not 0 <= section < len(self._rows):
                return None
            row = self._rows[section]
            shown = {Qt.ItemDataRole.DisplayRole: row.words, ROW_ROLE: row, Qt.ItemDataRole.ToolTipRole: row.full_name}
            return shown.get(role)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if 0 <= section < len(self._departments):
            return self._departments[section].name
        last = section - len(self._departments)
        return (CONFIRMED_HEAD, MERGED_HEAD)[last] if last in (0, 1) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self._rows[index.row()].row is None:
            return Qt.ItemFlag.NoItemFlags
        if index.column() < len(self._departments) and self._cell(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _cell(self, index: Index) -> Cell | None:
        row = self._rows[index.row()].row
        if row is None or index.column() >= len(self._departments):
            return None
        return row.cells.get(self._departments[index.column()].id)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        cell, last = self._cell(index), index.column() - len(self._departments)
        if role == CELL_ROLE:
            return cell
        if role == Qt.ItemDataRole.DisplayRole:
            return row.last_words(last) if last >= 0 else cell_word(cell) if cell else ""
        marked = cell is not None and (row.key, cell.department) in self.marked
        if role == Qt.ItemDataRole.AccessibleTextRole and last < 0 and row.row is not None:
            return spoken_cell(row, self._departments[index.column()].name, cell, marked=marked)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken_last(last)
        if role == PALE_ROLE:
            return cell is not None and not fits(cell, self._filter)
        return Qt.CheckState.Checked if role == MARK_ROLE and marked else None
