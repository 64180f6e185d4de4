"""The rows of 宿題 as a Qt model: groups, and what is in them."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from dxdesk.ui.actions.rows import Row
from dxdesk.ui.row_tree import RowTree
from dxdesk.wording.actions import COLUMN_WORDS

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    NAME = 0
    UNIT = 1
    DUE = 2
    STATE = 3
    ORIGIN = 4


class ActionsModel(RowTree[Row]):
    """Groups and the 宿題 in them, with five columns; the first is headed by the town's ``word`` for them."""

    def __init__(self, word: str, parent: QObject | None = None) -> None:
        super().__init__(_headings(word), _cell, parent)

    def show_word(self, word: str) -> None:
        """Call them otherwise."""
        self.show_headings(_headings(word))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row_of(index)
        if role == Qt.ItemDataRole.ToolTipRole and row is not None and row.listed is not None:
            return row.name if index.column() == Column.NAME else None
        return super().data(index, role)


def _headings(word: str) -> list[str]:
    return [COLUMN_WORDS[column] or word for column in Column]


def _cell(row: Row, column: int) -> str:
    if column == Column.DUE:
        return f"{row.due} {row.due_detail}".strip()
    return {Column.NAME: row.name, Column.UNIT: row.unit, Column.STATE: row.state}.get(Column(column), row.origin)
