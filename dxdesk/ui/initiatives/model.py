"""The rows of 取組一覧 as a Qt model: flat arrays, any depth."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dxdesk.ui.initiatives.rows import Row

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    NAME = 0
    STATUS = 1
    STAGE = 2
    OWNERS = 3
    CHANGE = 4


HEADINGS: Final[dict[Column, str]] = {
    Column.NAME: "取組",
    Column.STATUS: "状況",
    Column.STAGE: "段階",
    Column.OWNERS: "実施主体",
    Column.CHANGE: "前回比",
}

ROW_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The Row itself, for the delegate."""


class InitiativeModel(QAbstractItemModel):
    """Rows with five columns. The internal id of an index is the place of its row in the list, from 1."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()
        self._children: dict[int, list[int]] = {}
        self._parents: list[int] = [0]
        self._places: list[int] = [0]
        self._by_key: dict[str, int] = {}

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows, parents before children. Where only values changed, indexes stay valid."""
        if [(row.key, row.parent) for row in rows] == [(row.key, row.parent) for row in self._rows]:
            self._rows = tuple(rows)
            self._tell_changed(0)
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self._by_key = {row.key: number for number, row in enumerate(rows, start=1)}
        self._children, self._parents, self._places = {}, [0], [0]
        for number, row in enumerate(rows, start=1):
            parent = self._by_key[row.parent] if row.parent is not None else 0
            siblings = self._children.setdefault(parent, [])
            self._parents.append(parent)
            self._places.append(len(siblings))
            siblings.append(number)
        self.endResetModel()

    def _tell_changed(self, parent: int) -> None:
        children = self._children.get(parent)
        if not children:
            return
        self.dataChanged.emit(
            self.createIndex(0, 0, children[0]), self.createIndex(len(children) - 1, Column.CHANGE, children[-1])
        )
        for each in children:
            self._tell_changed(each)

    def row_of(self, index: Index) -> Row | None:
        """The row of an index, None for an invalid one."""
        return self._rows[index.internalId() - 1] if index.isValid() else None

    def index_of(self, key: str) -> QModelIndex:
        """The index of a key in the first column; invalid where it is not shown."""
        number = self._by_key.get(key)
        return self.createIndex(self._places[number], 0, number) if number else QModelIndex()

    def rows(self) -> tuple[Row, ...]:
        """What is shown, parents before children."""
        return self._rows

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        children = self._children.get(parent.internalId() if parent.isValid() else 0, [])
        if not (0 <= row < len(children) and 0 <= column < len(Column)) or parent.column() > 0:
            return QModelIndex()
        return self.createIndex(row, column, children[row])

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        above = self._parents[index.internalId()] if index.isValid() else 0
        return self.createIndex(self._places[above], 0, above) if above else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if parent.column() > 0:
            return 0
        return len(self._children.get(parent.internalId() if parent.isValid() else 0, ()))

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        horizontal = orientation == Qt.Orientation.Horizontal and 0 <= section < len(Column)
        return HEADINGS[Column(section)] if horizontal and role == Qt.ItemDataRole.DisplayRole else None

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
        if role == Qt.ItemDataRole.DisplayRole:
            return _cell(row, Column(index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken if index.column() == Column.NAME else _cell(row, Column(index.column()))
        return None


def _cell(row: Row, column: Column) -> str:
    """The words of a cell, as the eye finds them."""
    if column == Column.NAME:
        return " ".join(each for each in (row.lead, row.number, row.name) if each)
    if column == Column.STATUS:
        return "済" if row.done else row.word
    if column == Column.STAGE:
        return row.stage_word
    if column == Column.OWNERS:
        return row.answered_words if row.kind == "group" else row.owners
    return row.change_word
