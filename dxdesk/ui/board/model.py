"""The model of a slide that is read as a table."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from dxdesk.ui.board.tables import SlideTable
from dxdesk.ui.symbols import symbol_icon

Index = QModelIndex | QPersistentModelIndex

CODE_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The code of a row's unit."""


class SlideTableModel(QAbstractTableModel):
    """A slide in words. The first cell of a row is spoken as the whole row, the others with their heading."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = SlideTable((), ())
        self._icons: dict[str, QIcon] = {}

    def show_table(self, table: SlideTable) -> None:
        """Show another table."""
        self.beginResetModel()
        self._table = table
        self.endResetModel()

    def row_of(self, code: str) -> int:
        """The first row of a code; -1 for none."""
        return next((at for at, row in enumerate(self._table.rows) if row.code == code), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._table.headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        headings = self._table.headings
        horizontal = orientation == Qt.Orientation.Horizontal and 0 <= section < len(headings)
        return headings[section] if horizontal and role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._table.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells[column]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken if column == 0 else f"{self._table.headings[column]} {row.cells[column]}".strip()
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon(row.symbols[column])
        return row.code if role == CODE_ROLE else None

    def _icon(self, key: str | None) -> QIcon | None:
        if key is None:
            return None
        if key not in self._icons:
            self._icons[key] = symbol_icon(key)
        return self._icons[key]
