"""A tree of frozen rows as a Qt model, as lists of 取組 and 宿題 show it: flat arrays, any depth."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Final, Generic, Protocol, TypeVar

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The row itself, for the delegate."""


MANY_CHANGED: Final = 50
"""So many rows that say something else are told as one change of all."""

_ABOVE: Final = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_ALONE: Final = _ABOVE | Qt.ItemFlag.ItemNeverHasChildren
"""Of a row that says so a view does not ask further."""


class TreeRow(Protocol):
    """One row: its key, the key of the row it stands under (None: at the top), and its spoken sentence."""

    @property
    def key(self) -> str: ...

    @property
    def parent(self) -> str | None: ...

    @property
    def spoken(self) -> str: ...


R = TypeVar("R", bound=TreeRow)


class RowTree(QAbstractItemModel, Generic[R]):
    """Rows of as many columns as there are ``headings``; ``words`` says what a row shows in a column.

    The first column speaks for the whole row. The internal id of an index is the place of its row in the list, from 1.
    """

    def __init__(self, headings: Sequence[str], words: Callable[[R, int], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings, self._words = tuple(headings), words
        self._rows: tuple[R, ...] = ()
        self._children: dict[int, list[int]] = {}
        self._parents: list[int] = [0]
        self._places: list[int] = [0]
        self._by_key: dict[str, int] = {}

    def show_headings(self, headings: Sequence[str]) -> None:
        """Show other words above as many columns."""
        if tuple(headings) != self._headings:
            self._headings = tuple(headings)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(headings) - 1)

    def show_rows(self, rows: Sequence[R]) -> None:
        """Show other rows, each after the one it stands under. Where only values changed, indexes stay valid."""
        if [(row.key, row.parent) for row in rows] == [(row.key, row.parent) for row in self._rows]:
            before, self._rows = self._rows, tuple(rows)
            both = enumerate(zip(before, rows, strict=True), start=1)
            self._tell_changed([number for number, (old, new) in both if old != new])
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

    def _tell_changed(self, changed: Sequence[int]) -> None:
        """A view measures every row that it is told of: it is told of those that say something else now, or that they
        are many, for then it measures those in sight."""
        if len(changed) > MANY_CHANGED:
            self.layoutAboutToBeChanged.emit()
            self.layoutChanged.emit()
            return
        last = len(self._headings) - 1
        for number in changed:
            place = self._places[number]
            self.dataChanged.emit(self.createIndex(place, 0, number), self.createIndex(place, last, number))

    def row_of(self, index: Index) -> R | None:
        """The row of an index, None for an invalid one."""
        return self._rows[index.internalId() - 1] if index.isValid() else None

    def index_of(self, key: str) -> QModelIndex:
        """The index of a key in the first column; invalid where it is not shown."""
        number = self._by_key.get(key)
        return self.createIndex(self._places[number], 0, number) if number else QModelIndex()

    def rows(self) -> tuple[R, ...]:
        """What is shown, each row after the one it stands under."""
        return self._rows

    def _below(self, parent: Index) -> Sequence[int]:
        return self._children.get(parent.internalId() if parent.isValid() else 0, ())

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        siblings = self._below(parent)
        if not (0 <= row < len(siblings) and 0 <= column < len(self._headings)) or parent.column() > 0:
            return QModelIndex()
        return self.createIndex(row, column, siblings[row])

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        above = self._parents[index.internalId()] if index.isValid() else 0
        return self.createIndex(self._places[above], 0, above) if above else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.column() > 0 else len(self._below(parent))

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(self._headings)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        horizontal = orientation == Qt.Orientation.Horizontal and 0 <= section < len(self._headings)
        return self._headings[section] if horizontal and role == Qt.ItemDataRole.DisplayRole else None

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008
        return parent.column() <= 0 and bool(self._below(parent))

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _ABOVE if index.internalId() in self._children else _ALONE

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_of(index)
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0:
            return row.spoken
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(row, index.column())
        return None
