"""The lists of 使い方 as Qt models: keys, and terms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dxdesk.domain.plan_lists import GlossaryTerm
from dxdesk.domain.searching import level, wanted
from dxdesk.wording.help import DOES_HEAD, KEY_HEAD, SCREEN_HEAD, SCREENS, KeyHelp

Index = QModelIndex | QPersistentModelIndex

TERM_ROLE: Final = Qt.ItemDataRole.UserRole + 1
_HEADS: Final = (SCREEN_HEAD, KEY_HEAD, DOES_HEAD)


class KeyTable(QAbstractTableModel):
    """Screen, key, and what it does."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._keys: tuple[KeyHelp, ...] = ()

    def show_keys(self, keys: Sequence[KeyHelp]) -> None:
        """Show other keys."""
        self.beginResetModel()
        self._keys = tuple(keys)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._keys)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(_HEADS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        horizontal = orientation == Qt.Orientation.Horizontal and 0 <= section < len(_HEADS)
        return _HEADS[section] if horizontal and role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        key = self._keys[index.row()]
        cells = (SCREENS[key.screen], key.keys, key.does)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cells[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return "、".join(cells) if index.column() == 0 else cells[index.column()]
        return None


class TermList(QAbstractListModel):
    """The terms of a plan; a search leaves those whose name, reading, other names or definition hold every word."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[GlossaryTerm, ...] = ()
        self._terms: tuple[GlossaryTerm, ...] = ()
        self._typed = ""

    def show_terms(self, terms: Sequence[GlossaryTerm]) -> None:
        """Show the terms of another plan."""
        self._all = tuple(terms)
        self.search(self._typed)

    def search(self, typed: str) -> None:
        """Leave what fits."""
        words = wanted(typed)
        self.beginResetModel()
        self._typed = typed
        self._terms = tuple(each for each in self._all if all(word in _searched(each) for word in words))
        self.endResetModel()

    def row_of(self, term: str) -> int:
        """The row of a term (id); -1 where it is not shown."""
        return next((row for row, each in enumerate(self._terms) if each.id == term), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._terms)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        term = self._terms[index.row()]
        if role == TERM_ROLE:
            return term
        if role == Qt.ItemDataRole.DisplayRole:
            return term.term
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{term.term}、{term.definition}"
        return None


def _searched(term: GlossaryTerm) -> str:
    return " ".join(level(each) for each in (term.term, term.reading, *term.aliases, term.definition) if each)
