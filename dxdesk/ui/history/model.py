"""操作の履歴 as a table: when, who, what, about what."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, cast

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dxdesk.domain.calendar import short_date
from dxdesk.domain.permissions import ACTOR_ROLES, ActorRole
from dxdesk.store.queries.history import Operation
from dxdesk.wording.history import operation_words, subject_words

HEADS = ("いつ", "だれが", "何をした", "何について")
Index = QModelIndex | QPersistentModelIndex


def row_words(
    operation: Operation, departments: Mapping[str, str], units: Mapping[str, str]
) -> tuple[str, str, str, str]:
    """The four cells of a row; ``departments`` are names by id, ``units`` by code."""
    moment = datetime.fromisoformat(operation.moment).astimezone()
    author = operation.author
    who = (
        ACTOR_ROLES.get(cast(ActorRole, author.role), ""),
        departments.get(author.department or "", ""),
        author.name or "",
    )
    when = f"{short_date(moment.date())} {moment:%H:%M}"
    about = subject_words(operation.operation, operation.subject, units)
    return when, "　".join(each for each in who if each), operation_words(operation.operation), about


class HistoryTable(QAbstractTableModel):
    """The rows that are shown, newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[tuple[str, str, str, str]] = []
        self._sequences: list[int] = []

    def sequence_of(self, index: Index) -> int:
        """The sequence of the operation of an index; 0 for an invalid one."""
        return self._sequences[index.row()] if index.isValid() else 0

    def show_rows(
        self,
        operations: tuple[Operation, ...],
        departments: Mapping[str, str],
        units: Mapping[str, str],
        notes: Mapping[int, str],
    ) -> None:
        """Show these operations; ``departments`` are names by id, ``units`` by code, ``notes`` what is added to what
        an operation (its sequence) was about."""
        self.beginResetModel()
        rows = [(each, row_words(each, departments, units)) for each in operations]
        self._rows = [(*row[:3], row[3] + notes.get(each.sequence, "")) for each, row in rows]
        self._sequences = [each.sequence for each in operations]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(HEADS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return row[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "、".join(each for each in row if each)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADS[section]
        return None
