"""The departments of a cycle, which of them are sent files, and which a reply form as well."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dxdesk.wording.asking import FORM

Index = QModelIndex | QPersistentModelIndex
NAME, COUNT, REMARK, FORMS = range(4)


@dataclass(frozen=True)
class AskedDepartment:
    """A department (id, name), how many units it is asked about, and what there is to say of it: of how many it is
    主管, or when its 照会 was made."""

    id: str
    name: str
    count: int
    remark: str


class DepartmentTable(QAbstractTableModel):
    """``choosable``: a person chooses who is sent files; otherwise everybody is. Reply forms are ticked by hand."""

    def __init__(self, remark: str, *, choosable: bool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads: Final = ("課", "照会する件数", remark, FORM)
        self.choosable = choosable
        self._rows: tuple[AskedDepartment, ...] = ()
        self._chosen: set[str] = set()
        self._forms: set[str] = set()

    def show_rows(self, rows: Sequence[AskedDepartment], chosen: Collection[str], forms: Collection[str]) -> None:
        """Show departments; ``chosen`` and ``forms`` are ids."""
        self.beginResetModel()
        self._rows, self._chosen, self._forms = tuple(rows), set(chosen), set(forms)
        self.endResetModel()

    @property
    def rows(self) -> tuple[AskedDepartment, ...]:
        """Everybody who is asked, in 建制順."""
        return self._rows

    @property
    def chosen(self) -> tuple[str, ...]:
        """Who is sent files (ids), in 建制順."""
        return tuple(each.id for each in self._rows if each.count and (not self.choosable or each.id in self._chosen))

    @property
    def forms(self) -> frozenset[str]:
        """Who of them is given a reply form (ids)."""
        return frozenset(self.chosen) & self._forms

    def choose_all(self, chosen: bool) -> None:
        """Choose everybody, or nobody."""
        self._chosen = {each.id for each in self._rows} if chosen else set()
        if self._rows:
            self.dataChanged.emit(self.index(0, NAME), self.index(len(self._rows) - 1, FORMS))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self._heads):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(section)
        return self._heads[section] if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        enabled = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return enabled | Qt.ItemFlag.ItemIsUserCheckable if self._ticked(index) is not None else enabled

    def _ticked(self, index: Index) -> bool | None:
        """Whether the box of a cell is ticked; None for a cell without one."""
        row = self._rows[index.row()]
        if index.column() == FORMS and row.count:
            return row.id in self._forms
        if index.column() == NAME and self.choosable:
            return row.id in self._chosen
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        words = (row.name, f"{row.count}件" if row.count else "―", row.remark, "")[column]
        ticked = self._ticked(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.CheckStateRole and ticked is not None:
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = words if ticked is None else ("つくる" if ticked else "つくらない")
            return f"{row.name}、{self._heads[column]}、{told}" if column else f"{row.name}、{told}"
        return self._side(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.CheckStateRole or self._ticked(index) is None:
            return False
        target = self._forms if index.column() == FORMS else self._chosen
        identity = self._rows[index.row()].id
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            target.add(identity)
        else:
            target.discard(identity)
        self.dataChanged.emit(self.index(index.row(), NAME), self.index(index.row(), FORMS))
        return True

    @staticmethod
    def _side(column: int) -> Qt.AlignmentFlag:
        side = {NAME: Qt.AlignmentFlag.AlignLeft, FORMS: Qt.AlignmentFlag.AlignHCenter}
        return side.get(column, Qt.AlignmentFlag.AlignRight) | Qt.AlignmentFlag.AlignVCenter
