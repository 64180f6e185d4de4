"""What is left before a cycle is closed, as a list that leads to each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dxdesk.domain.calendar import short_date
from dxdesk.store.queries.closing import Closing
from dxdesk.wording.conflict import MERGED
from dxdesk.wording.consolidate import undrawn_units
from dxdesk.wording.cycle import LEFT_HEADS, LEFT_NOTES

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The row itself, for the delegate."""

PAGES: Final = {
    "meeting": "meeting",
    "unreviewed": "collect",
    "conflict": "conflict",
    "consolidation": "consolidate",
    "returned": "collect",
    "unanswered": "collect",
    "draft": "entry",
    "absent": "collect",
}
"""Where each kind is dealt with: the key of the page."""


@dataclass(frozen=True)
class LeftRow:
    """One thing that is left, or the head over those of a kind; ``note`` says what becomes of them."""

    kind: str
    name: str
    number: str = ""
    who: str = ""
    note: str = ""
    subject: str = ""

    @property
    def head(self) -> bool:
        return not self.subject

    @property
    def spoken(self) -> str:
        """The line as it is read aloud."""
        return "、".join(each for each in (self.number, self.name, self.who, self.note) if each)


def left_rows(found: Closing) -> tuple[LeftRow, ...]:
    """Everything that is left, worst first, below the head of its kind."""
    by_kind: dict[str, list[LeftRow]] = {kind: [] for kind in LEFT_HEADS}
    names = {each.id: each.name for each in found.departments}
    for meeting in found.meetings:
        by_kind["meeting"].append(
            LeftRow("meeting", meeting.body_name, who=short_date(meeting.day), subject=meeting.id)
        )
    for left in (*found.left, *found.silent):
        more = f":{left.department or ''}" if left.kind == "conflict" else ""
        who = names.get(left.department or "", MERGED if left.kind == "conflict" else "")
        by_kind[left.kind].append(_unit_row(found, left.kind, left.unit, who, more))
    for unit, department in found.drafts:
        row = _unit_row(found, "draft", unit, names[department], f":{department}")
        by_kind["draft"].append(row)
    rows: list[LeftRow] = []
    for kind, some in by_kind.items():
        if some:
            words = f"{LEFT_HEADS[kind]} {len(some)}件"
            if kind == "consolidation":
                words = undrawn_units(len(some), found.ready)
            rows += [LeftRow(kind, words, note=LEFT_NOTES[kind]), *some]
    return tuple(rows)


def _unit_row(found: Closing, kind: str, unit: str, who: str, more: str = "") -> LeftRow:
    node = found.plan.by_id[unit]
    code = node.code or ""
    return LeftRow(kind, node.short_name or node.name, found.plan.numbers[unit], who, subject=f"{code}{more}")


class LeftModel(QAbstractListModel):
    """The rows; heads cannot be opened."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[LeftRow, ...] = ()

    def show_rows(self, rows: Sequence[LeftRow]) -> None:
        """Show what is left; the same again changes nothing."""
        if tuple(rows) == self.rows:
            return
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.rows[index.row()].head:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(each for each in (row.number, row.name, row.who) if each)
        return row.spoken if role == Qt.ItemDataRole.AccessibleTextRole else None
