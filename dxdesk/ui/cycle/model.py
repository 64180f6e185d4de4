"""取組 × 課 as a Qt model: who is to be asked about what, and what a click changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from dxdesk.domain.asking import Asking
from dxdesk.domain.plan_parts import Department
from dxdesk.store.queries.opening import Opening
from dxdesk.ui.cycle.rows import (
    FIRST,
    OWNERS,
    UNIT,
    Row,
    cell_words,
    department_word,
    matrix_rows,
    owner_words,
    spoken_words,
)

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The Row itself, for the delegate."""
ASKING_ROLE: Final = Qt.ItemDataRole.UserRole + 2
"""The Asking of a unit, for the delegate."""


class AskingModel(QAbstractTableModel):
    """The lines with a column per department. A check box per unit; every cell turns ✓ → 主管 → blank.

    Every change can be taken back and done again until another proposal is shown.
    """

    asking_changed = Signal()
    """A person changed who is asked."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[Row, ...] = ()
        self.departments: tuple[Department, ...] = ()
        self._asking: dict[str, Asking] = {}
        self._proposed: dict[str, Asking] = {}
        self._past: list[dict[str, Asking]] = []
        self._future: list[dict[str, Asking]] = []
        self.changed_now = 0
        """How many units the last step changed; 0 once it was taken back."""

    def show_opening(self, found: Opening, changed: Mapping[str, Asking]) -> None:
        """Show a proposal with what a person has changed in it."""
        self.beginResetModel()
        self.rows, self.departments = matrix_rows(found), found.departments
        self._proposed = {each.unit: each for each in found.asking}
        self._asking = {unit: changed.get(unit, each) for unit, each in self._proposed.items()}
        self._past, self._future, self.changed_now = [], [], 0
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
    def undecided(self) -> tuple[int, ...]:
        """The lines of units that are asked about while nobody has decided who is asked."""
        found = ((place, self.asking_at(place)) for place in range(len(self.rows)))
        return tuple(place for place, asking in found if asking is not None and asking.undecided)

    def alike(self, row: int) -> tuple[int, ...]:
        """The undecided lines, other than ``row``, of which the plan says the same as of that one."""
        owners = self.rows[row].owners
        return tuple(each for each in self.undecided if each != row and self.rows[each].owners == owners)

    def counts(self) -> Counter[str]:
        """How many units each department (id) is asked about."""
        return Counter(department for each in self._asking.values() if each.asked for department in each.parts)

    def asking_at(self, row: int) -> Asking | None:
        """Who is asked in a line; None for a line that is no unit."""
        return self._asking.get(self.rows[row].unit) if 0 <= row < len(self.rows) else None

    def change(self, asking: Iterable[Asking]) -> bool:
        """Ask others about these units from now on, as one step; False where nothing would be different."""
        after = {each.unit: each for each in asking if each != self._asking[each.unit]}
        if after:
            self._past.append({unit: self._asking[unit] for unit in after})
            self._future, self.changed_now = [], len(after)
            self._put(after)
        return bool(after)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._past)

    def undo(self) -> bool:
        """Takes the last step back; False where there is none."""
        return self._walk(self._past, self._future)

    def redo(self) -> bool:
        """Does the step again that was taken back last; False where there is none."""
        return self._walk(self._future, self._past)

    def _walk(self, source: list[dict[str, Asking]], target: list[dict[str, Asking]]) -> bool:
        if not source:
            return False
        step = source.pop()
        target.append({unit: self._asking[unit] for unit in step})
        self.changed_now = 0
        self._put(step)
        return True

    def _put(self, asking: Mapping[str, Asking]) -> None:
        self._asking.update(asking)
        self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, self.columnCount() - 1))
        self.asking_changed.emit()

    def turn(self, index: Index, also: Collection[int] = ()) -> bool:
        """What a click on a cell or Space does, in the lines ``also`` too as in this one; False where the cell takes
        none."""
        asking = self.asking_at(index.row())
        if asking is None or index.column() == OWNERS:
            return False
        others = [each for row in also if row != index.row() and (each := self.asking_at(row)) is not None]
        if index.column() == UNIT:
            turned = asking.switched()
            return self.change([turned, *(each.switched() for each in others if each.asked != turned.asked)])
        order = [each.id for each in self.departments]
        department = order[index.column() - FIRST]
        turned = asking.turned(department, order)
        part = turned.part(department)
        if asking.part(department) is None:  # elsewhere it joins those that are asked, whoever is 主管
            part, others = "related", [each for each in others if each.part(department) is None]
        return self.change([turned, *(each.given(department, part, order) for each in others)])

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
            return cell_words(row, asking, index.column(), self.departments)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken_words(row, asking, index.column(), self.departments)
        if role == Qt.ItemDataRole.ToolTipRole and index.column() in (UNIT, OWNERS) and asking is not None:
            return f"{row.number} {row.name}" if index.column() == UNIT else owner_words(row)
        return None
