"""The lines of 取りまとめ as Qt models."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dxdesk.domain.consolidation import standing_in
from dxdesk.ui.consolidate.rows import OUTLOOK, AnswerRow, UnitRow
from dxdesk.wording.consolidate import PUT, PUT_IN

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The row itself, for the delegate."""
PUT_IN_ROLE: Final = Qt.ItemDataRole.UserRole + 2
"""Whether a sentence stands in the text that is written."""


class UnitModel(QAbstractListModel):
    """The units as they are worked off; heads cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[UnitRow, ...] = ()

    def show_rows(self, rows: Sequence[UnitRow]) -> None:
        """Show other units; the same ones again change nothing."""
        if tuple(rows) == self.rows:
            return
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def place_of(self, unit: str) -> int | None:
        """The line of a unit (id)."""
        return next((place for place, each in enumerate(self.rows) if unit and each.unit == unit), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or not self.rows[index.row()].unit:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(each for each in (row.number, row.name) if each)
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.name
        return row.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None


class AnswerModel(QAbstractListModel):
    """The answers of one unit; a sentence knows whether it stands in the text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[AnswerRow, ...] = ()
        self._texts: Mapping[str, str] = {}

    def show_rows(self, rows: Sequence[AnswerRow]) -> None:
        """Show other answers; the same ones again change nothing."""
        if tuple(rows) == self.rows:
            return
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """What is written now, by field."""
        self._texts = dict(texts)
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1), [PUT_IN_ROLE])

    def put_in_as(self, row: AnswerRow) -> str:
        """How a sentence stands in the text; empty where it does not. Where several said the same and it stands
        without a name, it is that of the first of them, 主管 before the others.
        """
        if row.field in OUTLOOK:
            return row.text if self._texts.get(row.field) == row.text else ""
        found = standing_in(self._texts.get(row.field, ""), row.text, row.piece) if row.piece else ""
        if found != row.text:
            return found
        same = [each for each in self.rows if (each.field, each.text) == (row.field, row.text)]
        return found if row == next((each for each in same if each.main), same[0]) else ""

    def is_put_in(self, row: AnswerRow) -> bool:
        """Whether a sentence stands in the text."""
        return bool(self.put_in_as(row))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == PUT_IN_ROLE:
            return self.is_put_in(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text or row.department
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if row.kind != "text":
                return row.spoken
            return f"{row.spoken}、{PUT_IN if self.is_put_in(row) else PUT.removeprefix('＋ ')}"
        return None
