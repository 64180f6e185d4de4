"""The departments that owe an answer as rows, all of them at once first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dxdesk.domain.letters import DepartmentAsked
from dxdesk.wording.reminder import everybody, owed_words

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Row:
    """A department (id; None: all of them), its name, and what it owes in words."""

    department: str | None
    name: str
    owed: str


def rows_of(departments: dict[str, DepartmentAsked]) -> tuple[Row, ...]:
    """A row per department that owes something; where there are several one for all of them before."""
    owing = {identity: each for identity, each in departments.items() if each.owed}
    unanswered = sum(each.unanswered for each in owing.values())
    returned = sum(each.returned for each in owing.values())
    first = (Row(None, everybody(len(owing)), owed_words(unanswered, returned)),) if len(owing) > 1 else ()
    rows = (Row(identity, each.name, _owed(each)) for identity, each in owing.items())
    return (*first, *rows)


def _owed(asked: DepartmentAsked) -> str:
    last = asked.reminded[-1].day if asked.reminded else None
    return owed_words(asked.unanswered, asked.returned, last)


class DepartmentModel(QAbstractListModel):
    """The rows that are shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (as Qt declares it)
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return f"{row.name}　{row.owed}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.name}、{row.owed}"
        return None
