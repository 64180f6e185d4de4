"""The list of answers that are about to be accepted, each with its tick."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dxdesk.domain.collection import SlotKey

Index = QModelIndex | QPersistentModelIndex
LINE_ROLE: Final = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class AcceptLine:
    """One answer: the unit, the department, its status key (None: a withdrawal) and the words beside it; ``unchanged``:
    it was handed in again as it had been returned."""

    key: SlotKey
    unit: str
    department: str
    status: str | None
    word: str
    unchanged: bool = False


class AcceptModel(QAbstractListModel):
    """Every line is ticked at first, but those that were returned and have not changed since."""

    def __init__(self, lines: Sequence[AcceptLine], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines = tuple(lines)
        self._left_out = {each.key for each in lines if each.unchanged}

    @property
    def taken(self) -> tuple[SlotKey, ...]:
        """What is ticked, in its order."""
        return tuple(each.key for each in self._lines if each.key not in self._left_out)

    def tick_all(self, ticked: bool) -> None:
        """Tick every line, or none."""
        self._left_out = set() if ticked else {each.key for each in self._lines}
        if self._lines:
            self.dataChanged.emit(self.index(0), self.index(len(self._lines) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        enabled = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return enabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Unchecked if line.key in self._left_out else Qt.CheckState.Checked
        if role == Qt.ItemDataRole.DisplayRole:
            return line.unit
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.unit}、{line.department}、{line.word}"
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole:
            return False
        key = self._lines[index.row()].key
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._left_out.discard(key)
        else:
            self._left_out.add(key)
        self.dataChanged.emit(index, index)
        return True
