"""The rows of 宿題 as a Qt model: groups, and what is in them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dxdesk.ui.actions.rows import Row
from dxdesk.wording_actions import COLUMN_WORDS

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    NAME = 0
    UNIT = 1
    DUE = 2
    STATE = 3
    ORIGIN = 4


ROW_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The Row itself, for the delegate."""


class ActionsModel(QAbstractItemModel):
    """Two levels with five columns. The internal id of an index is the place of its row in the list, from 1."""

    def __init__(self, word: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._word = word
        self._rows: tuple[Row, ...] = ()
        self._groups: list[int] = []
        self._children: dict[int, list[int]] = {}
        self._above: list[int] = [0]
        self._places: list[int] = [0]
        self._by_key: dict[str, int] = {}

    def show_rows(self, rows: Sequence[Row], word: str) -> None:
        """Show other rows, a group before what it holds. Where only values changed, indexes stay valid."""
        if word != self._word:
            self._word = word
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 0)
        same = [(row.key, row.parent) for row in rows] == [(row.key, row.parent) for row in self._rows]
        if same:
            self._rows = tuple(rows)
            self._tell_changed()
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self._by_key, self._groups, self._children, self._above, self._places = {}, [], {}, [0], [0]
        for number, row in enumerate(rows, start=1):
            self._by_key[row.key] = number
            above = self._by_key[row.parent] if row.parent is not None else 0
            siblings = self._children.setdefault(above, []) if above else self._groups
            self._above.append(above)
            self._places.append(len(siblings))
            siblings.append(number)
        self.endResetModel()

    def _tell_changed(self) -> None:
        for siblings in (self._groups, *self._children.values()):
            if siblings:
                first, last = siblings[0], siblings[-1]
                self.dataChanged.emit(
                    self.createIndex(0, 0, first), self.createIndex(len(siblings) - 1, Column.ORIGIN, last)
                )

    def row_of(self, index: Index) -> Row | None:
        """The row of an index, None for an invalid one."""
        return self._rows[index.internalId() - 1] if index.isValid() else None

    def index_of(self, key: str) -> QModelIndex:
        """The index of a key in the first column; invalid where it is not shown."""
        number = self._by_key.get(key)
        return self.createIndex(self._places[number], 0, number) if number else QModelIndex()

    def rows(self) -> tuple[Row, ...]:
        """What is shown, a group before what it holds."""
        return self._rows

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        siblings = self._children.get(parent.internalId(), []) if parent.isValid() else self._groups
        if not (0 <= row < len(siblings) and 0 <= column < len(Column)) or parent.column() > 0:
            return QModelIndex()
        return self.createIndex(row, column, siblings[row])

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        above = self._above[index.internalId()] if index.isValid() else 0
        return self.createIndex(self._places[above], 0, above) if above else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if parent.column() > 0:
            return 0
        return len(self._children.get(parent.internalId(), ())) if parent.isValid() else len(self._groups)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return COLUMN_WORDS[section] or self._word if 0 <= section < len(Column) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_of(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        column = Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return _cell(row, column)
        if role == Qt.ItemDataRole.ToolTipRole and row.listed is not None and column == Column.NAME:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken if column == Column.NAME else _cell(row, column)
        return None


def _cell(row: Row, column: Column) -> str:
    if column == Column.DUE:
        return f"{row.due} {row.due_detail}".strip()
    return {Column.NAME: row.name, Column.UNIT: row.unit, Column.STATE: row.state}.get(column, row.origin)
