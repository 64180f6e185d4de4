"""The answers of 取り込みの確認 as a Qt model, with a check box where there is something to take; and the files."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from dxdesk.ui.row_tree import ROW_ROLE
from dxdesk.ui.take_in.rows import AnswerRow, FileRow
from dxdesk.wording.take_in import COLUMNS

Index = QModelIndex | QPersistentModelIndex
CHECK = Qt.ItemDataRole.CheckStateRole
_PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_BOX = _PLAIN | Qt.ItemFlag.ItemIsUserCheckable


class Column(IntEnum):
    NAME = 0
    STATUS = 1
    KIND = 2
    REASON = 3


class AnswersModel(QAbstractTableModel):
    """Heads and answers one below the other; a head cannot be chosen. ``left_out`` are those without their tick.

    The first column speaks for the whole row. Of a table, unlike a tree, no view asks ten thousand times what is below.
    """

    ticked_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[AnswerRow, ...] = ()
        self._places: dict[str, int] = {}
        self.left_out: frozenset[str] = frozenset()
        self._left_once: frozenset[str] = frozenset()

    def tick_all(self) -> None:
        """Other answers are to be shown, each with its tick."""
        self.left_out = self._left_once = frozenset()

    def leave_out_once(self, keys: frozenset[str]) -> None:
        """Take the tick of answers away that nobody has seen yet; whoever gives it back keeps it."""
        self.left_out |= keys - self._left_once
        self._left_once |= keys

    def show_rows(self, rows: Sequence[AnswerRow]) -> None:
        """Show other rows. Where only values changed, indexes stay valid."""
        same = [each.key for each in rows] == [each.key for each in self._rows]
        if same and rows:
            self._rows = tuple(rows)
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(COLUMNS) - 1))
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self._places = {each.key: place for place, each in enumerate(rows)}
        self.endResetModel()

    def rows(self) -> tuple[AnswerRow, ...]:
        """What is shown."""
        return self._rows

    def row_of(self, index: Index) -> AnswerRow | None:
        """The row of an index, None for an invalid one."""
        return self._rows[index.row()] if index.isValid() else None

    def index_of(self, key: str) -> QModelIndex:
        """The index of a key in the first column; invalid where it is not shown."""
        place = self._places.get(key)
        return QModelIndex() if place is None else self.index(place, 0)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        horizontal = orientation == Qt.Orientation.Horizontal and 0 <= section < len(COLUMNS)
        return COLUMNS[section] if horizontal and role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row_of(index)
        if row is None or row.kind is None:
            return Qt.ItemFlag.NoItemFlags
        return _BOX if row.can_tick and index.column() == Column.NAME else _PLAIN

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_of(index)
        if row is None:
            return None
        column = Column(index.column())
        if role == ROW_ROLE:
            return row
        if role == CHECK:
            if not row.can_tick or column != Column.NAME:
                return None
            return Qt.CheckState.Unchecked if row.key in self.left_out else Qt.CheckState.Checked
        if role == Qt.ItemDataRole.ToolTipRole and row.kind is not None:
            return {Column.NAME: row.full_name or row.name, Column.REASON: row.reason}.get(column)
        if role == Qt.ItemDataRole.AccessibleTextRole and column == Column.NAME:
            return row.spoken
        return _cell(row, column) if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.row_of(index)
        if role != CHECK or row is None or not row.can_tick:
            return False
        ticked = Qt.CheckState(value) == Qt.CheckState.Checked
        self.left_out = self.left_out - {row.key} if ticked else self.left_out | {row.key}
        first = self.index(index.row(), Column.NAME)
        self.dataChanged.emit(first, first, [CHECK])
        self.ticked_changed.emit()
        return True


def _cell(row: AnswerRow, column: int) -> str:
    if row.kind is None:
        return row.name if column == Column.NAME else ""
    status = f"{row.last_word} → {row.now_word}" if row.now_word else ""
    return {Column.NAME: row.words, Column.STATUS: status, Column.KIND: row.tag}.get(Column(column), row.reason)


class FilesModel(QAbstractListModel):
    """The files that have arrived, in the order in which they were made."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[FileRow, ...] = ()

    def show_rows(self, rows: Sequence[FileRow]) -> None:
        """Show these files; the same ones again change nothing."""
        if tuple(rows) == self._rows:
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_of(self, index: Index) -> FileRow | None:
        """The file of an index, None for an invalid one."""
        return self._rows[index.row()] if index.isValid() else None

    def index_of(self, key: str) -> QModelIndex:
        """The index of a file; invalid where it is not there."""
        place = next((place for place, each in enumerate(self._rows) if each.key == key), None)
        return self.index(place, 0) if place is not None else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_of(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        shown = {
            Qt.ItemDataRole.DisplayRole: row.department,
            Qt.ItemDataRole.ToolTipRole: row.name,
            Qt.ItemDataRole.AccessibleTextRole: row.spoken,
        }
        return shown.get(Qt.ItemDataRole(role)) if role in shown else None
