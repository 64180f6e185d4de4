"""The parts of a packet as rows that are checked and moved."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from dxdesk.domain.packets import FIXED, PacketChoice, PartKey
from dxdesk.operations.printing_packet import PacketOffer
from dxdesk.wording.packet_screen import part_spoken

Index = QModelIndex | QPersistentModelIndex


class PartsModel(QAbstractListModel):
    """The parts that are offered, in the order in which they stand in the packet. The cover stays first and in it."""

    def __init__(self, offer: PacketOffer, choice: PacketChoice, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._offer = offer
        self.choice = choice

    @property
    def _offered(self) -> tuple[PartKey, ...]:
        return self._offer.parts(all_sheets=self.choice.all_sheets)

    def want_all_sheets(self, wanted: bool) -> None:
        """個票 of every unit, or of those that are discussed or late: where there are none of these, 個票 are not
        offered."""
        self.beginResetModel()
        self.choice = replace(self.choice, all_sheets=wanted)
        self.endResetModel()

    @property
    def keys(self) -> tuple[PartKey, ...]:
        """The parts in their order, chosen or not."""
        return self.choice.ordered(self._offered)

    def move(self, row: int, steps: int) -> int:
        """Move a part further down (or, below 0, up); where it stands then."""
        key = self.keys[row]
        self.layoutAboutToBeChanged.emit()
        before = list(self.keys)
        self.choice = self.choice.moved(key, steps, self._offered)
        places = {each: place for place, each in enumerate(self.keys)}
        for index in self.persistentIndexList():
            self.changePersistentIndex(index, self.index(places[before[index.row()]]))
        self.layoutChanged.emit()
        return places[key]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (as Qt declares it)
        return 0 if parent.isValid() else len(self._offered)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return found if self.keys[index.row()] == FIXED else found | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        keys = self.keys
        key = keys[index.row()]
        goes_in = key in self.choice.chosen(keys)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._offer.titles[key]
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if goes_in else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return part_spoken(self._offer.titles[key], goes_in, index.row() + 1, len(keys))
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid() or self.keys[index.row()] == FIXED:
            return False
        self.choice = self.choice.with_part(self.keys[index.row()], Qt.CheckState(value) == Qt.CheckState.Checked)
        self.dataChanged.emit(index, index)
        return True
