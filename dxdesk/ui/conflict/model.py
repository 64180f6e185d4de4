"""The list of くいちがい."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dxdesk.domain.collection import DisputeKey
from dxdesk.ui.conflict.reading import Entry
from dxdesk.wording.conflict import left

Index = QModelIndex | QPersistentModelIndex
ENTRY_ROLE: Final = Qt.ItemDataRole.UserRole + 1
LEFT_ROLE: Final = Qt.ItemDataRole.UserRole + 2


class ConflictModel(QAbstractListModel):
    """A row per くいちがい, with how many of its places are still open."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Entry, ...] = ()
        self._left: dict[DisputeKey, int] = {}

    @property
    def rows(self) -> tuple[Entry, ...]:
        """What there is, in the plan's order."""
        return self._rows

    def show_rows(self, rows: Sequence[Entry], open_places: Mapping[DisputeKey, int]) -> None:
        """Show くいちがい; ``open_places`` for those of which something is chosen already."""
        if tuple(rows) == self._rows and dict(open_places) == self._left:
            return
        self.beginResetModel()
        self._rows, self._left = tuple(rows), dict(open_places)
        self.endResetModel()

    def show_left(self, key: DisputeKey, count: int) -> None:
        """Something was chosen."""
        self._left[key] = count
        for place, each in enumerate(self._rows):
            if each.key == key:
                self.dataChanged.emit(self.index(place), self.index(place))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        count = self._left.get(row.key, row.places)
        if role == ENTRY_ROLE:
            return row
        if role == LEFT_ROLE:
            return count
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.unit}　{row.department}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.unit}、{row.department}、{left(count)}"
        return None
