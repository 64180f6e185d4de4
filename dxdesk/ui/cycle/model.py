"""取組 × 課 as a Qt model: who is to be asked about what, and what a click changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from dxdesk.domain.asking import Asking
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.plans import Node, Plan
from dxdesk.store.queries.opening import Opening
from dxdesk.wording_cycle import RESTS

Index = QModelIndex | QPersistentModelIndex
Kind = Literal["axis", "unit"]

UNIT, OWNERS, FIRST = 0, 1, 2
"""Columns: the unit with its check box, the plan's own words, and from here on the departments."""

ROW_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The Row itself, for the delegate."""
ASKING_ROLE: Final = Qt.ItemDataRole.UserRole + 2
"""The Asking of a unit, for the delegate."""


@dataclass(frozen=True)
class Row:
    """One line: an axis or a unit. ``owners`` are (name, whether that is a group); ``open``: nobody had decided who is
    asked when the page was opened; ``everybody``: its group means all."""

    kind: Kind
    name: str
    unit: str = ""
    number: str = ""
    owners: tuple[tuple[str, bool], ...] = ()
    open: bool = False
    everybody: bool = False


def matrix_rows(found: Opening) -> tuple[Row, ...]:
    """The lines of the matrix: what nobody has decided first, then the plan's order below its axes."""
    plan = found.plan
    groups = {each.name: each for each in found.groups}
    unclear = {each.unit for each in found.asking if each.provisional}
    units = []
    for unit in plan.units:
        owners = tuple((each.name, each.name in groups) for each in owners_of(plan, unit))
        everybody = any(groups[name].members == "all" for name, group in owners if group)
        name = unit.short_name or unit.name
        row = Row("unit", name, unit.id, unit.code or "", owners, unit.id in unclear, everybody)
        units.append((unit, row))
    rows = [row for _, row in units if row.open]
    axis: Node | None = None
    for unit, row in units:
        if row.open:
            continue
        if (above := plan.axis(unit)) is not axis:
            axis = above
            rows.append(Row("axis", above.name if above else plan.title))
        rows.append(row)
    return tuple(rows)


def owners_of(plan: Plan, unit: Node) -> tuple[Any, ...]:
    """Whom the plan names for a unit: its own owners, else those of the next node up, else the plan's."""
    for owners in (unit.owners, *(each.owners for each in reversed(plan.path(unit))), plan.owners):
        if owners:
            return owners
    return ()


class AskingModel(QAbstractTableModel):
    """The lines with a column per department. A check box per unit; every cell turns ✓ → 主管 → blank."""

    asking_changed = Signal()
    """A person changed who is asked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()
        self.departments: tuple[Department, ...] = ()
        self._asking: dict[str, Asking] = {}
        self._proposed: dict[str, Asking] = {}

    def show_opening(self, found: Opening, changed: Mapping[str, Asking]) -> None:
        """Show a proposal with what a person has changed in it."""
        self.beginResetModel()
        self.rows, self.departments = matrix_rows(found), found.departments
        self._proposed = {each.unit: each for each in found.asking}
        self._asking = {unit: changed.get(unit, each) for unit, each in self._proposed.items()}
        self.endResetModel()

    @property
    def asking(self) -> tuple[Asking, ...]:
        """Who is asked as it stands now, in the plan's order."""
        return tuple(self._asking.values())

    @property
    def changed(self) -> dict[str, Asking]:
        """What a person has changed, by unit."""
        return {unit: each for unit, each in self._asking.items() if each != self._proposed[unit]}

    @property
    def undecided(self) -> int:
        """For how many units that are asked about nobody has decided who is asked."""
        return sum(each.provisional and each.asked for each in self._asking.values())

    def counts(self) -> Counter[str]:
        """How many units each department (id) is asked about."""
        return Counter(department for each in self._asking.values() if each.asked for department in each.parts)

    def asking_at(self, row: int) -> Asking | None:
        """Who is asked in a line; None for a line that is no unit."""
        return self._asking.get(self.rows[row].unit) if 0 <= row < len(self.rows) else None

    def change(self, row: int, asking: Asking) -> None:
        """Ask others in a line from now on."""
        self._asking[asking.unit] = asking
        self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))
        self.asking_changed.emit()

    def turn(self, index: Index) -> bool:
        """What a click on a cell or Space does; False where the cell takes none."""
        asking = self.asking_at(index.row())
        if asking is None or index.column() == OWNERS:
            return False
        if index.column() == UNIT:
            self.change(index.row(), asking.switched())
            return True
        order = [each.id for each in self.departments]
        self.change(index.row(), asking.turned(order[index.column() - FIRST], order))
        return True

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else FIRST + len(self.departments)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < self.columnCount():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            units = sum(each.kind == "unit" for each in self.rows)
            words = (f"取組  {units}件", "実施主体（計画のことば）")
            return words[section] if section < FIRST else department_word(self.departments[section - FIRST])
        if role == Qt.ItemDataRole.ToolTipRole and section >= FIRST:
            return self.departments[section - FIRST].name
        if role == Qt.ItemDataRole.TextAlignmentRole and section < FIRST:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.rows[index.row()].kind != "unit":
            return Qt.ItemFlag.NoItemFlags
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return found | Qt.ItemFlag.ItemIsUserCheckable if index.column() == UNIT else found

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        asking = self._asking.get(row.unit)
        if role == ROW_ROLE:
            return row
        if role == ASKING_ROLE:
            return asking
        if role == Qt.ItemDataRole.CheckStateRole and asking is not None and index.column() == UNIT:
            return Qt.CheckState.Checked if asking.asked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, asking, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row, asking, index.column())
        if role == Qt.ItemDataRole.ToolTipRole and index.column() in (UNIT, OWNERS) and asking is not None:
            return f"{row.number} {row.name}" if index.column() == UNIT else owner_words(row)
        return None

    def _words(self, row: Row, asking: Asking | None, column: int) -> str:
        if asking is None:
            return row.name if column == UNIT else ""
        if column == UNIT:
            return f"{row.number} {row.name}"
        if column == OWNERS:
            return " ".join(each for each in (owner_words(row), remark(row, asking, len(self.departments))) if each)
        part = asking.part(self.departments[column - FIRST].id)
        return {"main": "主管", "related": "✓", None: ""}[part]

    def _spoken(self, row: Row, asking: Asking | None, column: int) -> str:
        if asking is None:
            return row.name
        if column < FIRST:
            who = f"{asking.count}課に照会" if asking.asked else RESTS[asking.rest]
            return "、".join(each for each in (row.number, row.name, owner_words(row), who) if each)
        part = asking.part(self.departments[column - FIRST].id)
        word = {"main": "主管", "related": "照会する", None: "照会しない"}[part]
        provisional = "、仮" if asking.provisional and part is not None else ""
        return f"{row.name}、{self.departments[column - FIRST].name}、{word}{provisional}"


def department_word(department: Department) -> str:
    """How a department is called in a narrow column."""
    return department.short or department.name


def owner_words(row: Row) -> str:
    """The plan's own words for who carries a unit."""
    return "・".join(name for name, _ in row.owners)


def remark(row: Row, asking: Asking, departments: int) -> str:
    """What stands beside the plan's words: why a unit is not asked about, or how its departments came about."""
    if not asking.asked:
        return RESTS[asking.rest]
    if asking.provisional:
        return f"仮・全{departments}課" if departments else ""
    if row.open and asking.parts:
        return "決めました"
    return "前回と同じ" if asking.carried else ""
