"""The board as a table: the same cards in words, for assistive technology and for reading row by row."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dxdesk.domain.board import Card
from dxdesk.domain.sheets import number
from dxdesk.domain.statuses import STATUSES
from dxdesk.ui.board.course import Shown
from dxdesk.ui.symbols import symbol_icon

Index = QModelIndex | QPersistentModelIndex

HEADINGS: Final = ("軸", "番号", "取組", "状況", "前回から", "段階", "前回の段階", "協議", "照会先")
_STATUS: Final = HEADINGS.index("状況")
CODE_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The code of a row's unit."""

_CHANGES: Final = {"better": "良化", "worse": "悪化", "same": "同じ"}


def count_words(shown: Shown) -> str:
    """「遅れ 1、要注意 2、順調 7」: the count tiles in words."""
    counts = shown.board.counts
    return "、".join(f"{shown.settings.status_word(key)} {counts[key]}" for key in STATUSES if counts[key])


def _cells(shown: Shown, card: Card, axis: str) -> tuple[str, ...]:
    settings = shown.settings
    status = "確認中" if card.waiting == "secretariat" else settings.status_word(card.status)
    if card.status == "miss" and card.assigned > 1 and card.waiting == "department":
        status = f"{status}（回答 {card.accepted}／{card.assigned}課）"
    return (
        axis,
        number(card),
        card.name,
        status,
        _CHANGES.get(card.change or "", ""),
        settings.stage_word(card.stage),
        settings.stage_word(card.previous_stage),
        f"協議{card.agenda_number}" if card.agenda_number else "",
        "・".join(card.departments),
    )


class BoardTable(QAbstractTableModel):
    """A row per card, in the order of the board."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[str, ...], ...] = ()
        self._codes: tuple[str, ...] = ()
        self._statuses: tuple[str, ...] = ()

    def show_content(self, shown: Shown) -> None:
        """Show the cards of a cycle."""
        axes = {axis.code: axis.name for axis in shown.board.axes}
        self.beginResetModel()
        self._rows = tuple(_cells(shown, card, axes.get(card.axis, "")) for card in shown.board.cards)
        self._codes = tuple(card.code for card in shown.board.cards)
        self._statuses = tuple(card.status for card in shown.board.cards)
        self.endResetModel()

    def row_of(self, code: str) -> int:
        """The row of a code; -1 for none."""
        return self._codes.index(code) if code in self._codes else -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        horizontal = orientation == Qt.Orientation.Horizontal and 0 <= section < len(HEADINGS)
        return HEADINGS[section] if horizontal and role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DecorationRole and index.column() == _STATUS:
            return symbol_icon(self._statuses[index.row()])
        return self._codes[index.row()] if role == CODE_ROLE else None
