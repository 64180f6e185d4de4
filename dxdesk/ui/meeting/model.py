"""A list of rows that stand under a key, for the lists of 会議 and 次第."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The row itself, for the delegate."""


class ListRow(Protocol):
    """One row: its key (empty for a heading, which cannot be chosen), its words, and its spoken sentence."""

    @property
    def key(self) -> str: ...

    @property
    def words(self) -> str: ...

    @property
    def spoken(self) -> str: ...


class RowModel(QAbstractListModel):
    """Frozen rows, shown anew as a whole; where only values changed, indexes stay valid."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ListRow, ...] = ()
        self.draggable = False

    def show_rows(self, rows: Sequence[ListRow]) -> None:
        """Show other rows."""
        if [each.key or each.words for each in rows] == [each.key or each.words for each in self._rows]:
            changed = [place for place, each in enumerate(rows) if each != self._rows[place]]
            self._rows = tuple(rows)
            for place in changed:
                self.dataChanged.emit(self.index(place), self.index(place))
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rows(self) -> tuple[ListRow, ...]:
        """What is shown."""
        return self._rows

    def row_of(self, index: Index) -> ListRow | None:
        """The row of an index, None for an invalid one."""
        return self._rows[index.row()] if index.isValid() else None

    def index_of(self, key: str) -> QModelIndex:
        """The index of a key; invalid where it is not shown."""
        place = next((place for place, each in enumerate(self._rows) if key and each.key == key), -1)
        return self.index(place) if place >= 0 else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row_of(index)
        if row is None:
            return Qt.ItemFlag.ItemIsDropEnabled if self.draggable else Qt.ItemFlag.NoItemFlags
        if not row.key:
            return Qt.ItemFlag.ItemIsEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsDragEnabled if self.draggable else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_of(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words
        return row.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None
