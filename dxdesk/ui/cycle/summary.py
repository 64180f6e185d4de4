"""Page 3 of opening a cycle: everything once more before it is made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QGridLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from dxdesk.domain.asking import Asking
from dxdesk.domain.calendar import long_date
from dxdesk.domain.plans import Node
from dxdesk.domain.sheets import number
from dxdesk.store.queries.opening import Opening
from dxdesk.ui.cycle.days_form import CycleDays
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.text_field import Message
from dxdesk.wording_cycle import KINDS, NOBODY_ASKED, PROVISIONAL_HELP, SECRETARIAT_ASKED, asked_words

Index = QModelIndex | QPersistentModelIndex


class DepartmentCounts(QAbstractTableModel):
    """A line per department: its name, how many units it is asked about, and of how many it is 主管."""

    HEADS = ("課", "照会する件数", "うち主管")

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[str, int, int], ...] = ()

    def show_counts(self, found: Opening, asking: Sequence[Asking]) -> None:
        """Count who is asked."""
        self.beginResetModel()
        live = [each for each in asking if each.asked]
        self._rows = tuple(
            (
                each.name,
                sum(each.id in row.parts for row in live),
                sum(row.main == each.id for row in live),
            )
            for each in found.departments
        )
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self.HEADS):
            if role == Qt.ItemDataRole.DisplayRole:
                return self.HEADS[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _side(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        value = self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return value if isinstance(value, str) else f"{value}件" if value else "―"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._rows[index.row()][0]}、{self.HEADS[index.column()]}、{value}"
        return _side(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


class Summary(QFrame):
    """What is made: the cycle, its days, how much is asked, and of whom."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        self.values: dict[str, PhraseLabel] = {}
        words = {
            "name": self.tr("回"),
            "days": self.tr("日付"),
            "asked": self.tr("照会する"),
            "rest": self.tr("照会しない"),
            "provisional": self.tr("仮のもの"),
        }
        for row, (key, word) in enumerate(words.items()):
            self.values[key] = PhraseLabel()
            self._grid.addWidget(PhraseLabel(word, "strong"), row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(self.values[key], row, 1)
        self.message = Message()
        self._counts = DepartmentCounts(self)
        self.table = QTableView()
        self.table.setModel(self._counts)
        self.table.setAccessibleName(self.tr("課ごとの件数"))
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.setMaximumWidth(720)
        column = QVBoxLayout(self)
        column.setContentsMargins(44, 28, 44, 16)
        column.setSpacing(16)
        column.addWidget(plain_label(self.tr("この内容で回をつくります"), "title"))
        column.addLayout(self._grid)
        column.addWidget(self.message)
        column.addWidget(self.table, 1)

    def show_summary(self, days: CycleDays, found: Opening, asking: Sequence[Asking]) -> None:
        """Show what would be made."""
        live = [each for each in asking if each.asked]
        rest = [found.plan.by_id[each.unit] for each in asking if not each.asked]
        provisional = [found.plan.by_id[each.unit] for each in live if each.provisional]
        meeting = f"　会議 {long_date(days.meeting)}" if days.meeting else ""
        slots = sum(each.count for each in live)
        departments = sum(any(each.id in row.parts for row in live) for each in found.departments)
        self.values["name"].show_text(f"{days.name}（{KINDS[days.kind]}）")
        self.values["days"].show_text(f"基準日 {long_date(days.as_of)}　締切 {long_date(days.due)}{meeting}")
        self.values["asked"].show_text(
            f"{departments}課に {asked_words(len(live), slots)}"
            if found.departments
            else f"{len(live)}取組　{SECRETARIAT_ASKED}"
        )
        self.values["rest"].show_text(_listed(rest) or "ありません")
        codes = _listed(provisional)
        self.values["provisional"].show_text(f"{codes}　{PROVISIONAL_HELP}" if codes else "ありません")
        self._counts.show_counts(found, asking)
        self.table.setVisible(bool(found.departments))
        self.message.clear()
        if not live:
            self.message.say(NOBODY_ASKED)


MOST = 6


def _listed(units: Sequence[Node]) -> str:
    """Units by number and name; a long list is told as a number."""
    shown = "、".join(f"{number(each)} {each.short_name or each.name}" for each in units[:MOST])
    return f"{shown} ほか{len(units) - MOST}取組" if len(units) > MOST else shown
