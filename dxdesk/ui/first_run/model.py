"""A table that people fill in or paste, as a Qt model: cells as typed, and what has to be put right in which."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from dxdesk.domain.errors import Problem
from dxdesk.domain.pasted import Form, Pasted, TableRow, laid_over, read_table, tidy
from dxdesk.wording.sentences import problem_words

Index = QModelIndex | QPersistentModelIndex
Check = Callable[[Sequence[TableRow]], Sequence[Problem]]

PROBLEM_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The sentence of what has to be put right in a cell; empty where nothing has."""

KEPT: Final = ("departments", "groups")
"""Tables from which a row with an id is never taken: plans and answers name it."""

FIXED: Final = ("groups",)
"""Tables in which the first cell of a row with an id stays: the plan says that name."""

SAME: Final[dict[str, tuple[int, ...]]] = {"members": (0, 4), "outline": (0, 1)}
"""Columns by which a pasted row is known to be one that stands already; the first one elsewhere."""

STEPS: Final = 50


class PasteModel(QAbstractTableModel):
    """Rows of one form; ``check`` says what has to be put right, anew after every change."""

    changed = Signal()
    """Rows, or what has to be put right in them."""

    def __init__(self, form: Form, check: Check, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.form = form
        self._check = check
        self._rows: tuple[TableRow, ...] = ()
        self._past: list[tuple[TableRow, ...]] = []
        self._problems: dict[tuple[int, int], Problem] = {}

    @property
    def rows(self) -> tuple[TableRow, ...]:
        """All rows, blank ones too."""
        return self._rows

    @property
    def problems(self) -> dict[tuple[int, int], Problem]:
        """What has to be put right, by row and column from 0, in the order of the table."""
        return self._problems

    def show_rows(self, rows: Sequence[TableRow]) -> None:
        """Show other rows; what was there before can not be brought back."""
        self._past = []
        self._put(tuple(rows))

    def paste(self, text: str) -> Pasted:
        """Lays a text from the clipboard over the rows. Raises Problem where it is no such table; nothing changes."""
        pasted = read_table(text, self.form)
        broken = {place for place, _column in self._problems}
        self._do(laid_over(pasted.rows, self._rows, SAME.get(self.form.key, (0,)), broken))
        return pasted

    def add(self, place: int) -> None:
        """A blank row in front of the row ``place``."""
        blank = TableRow(("",) * len(self.form.columns))
        self._do((*self._rows[:place], blank, *self._rows[place:]))

    def remove(self, places: Sequence[int]) -> bool:
        """Takes rows away; False where one of them has to stay, and then none is taken."""
        if any(not self.removable(place) for place in places):
            return False
        self._do(tuple(row for place, row in enumerate(self._rows) if place not in places))
        return True

    def removable(self, place: int) -> bool:
        """Whether a row may be taken away."""
        return self.form.key not in KEPT or self._rows[place].id is None

    def move(self, place: int, by: int) -> bool:
        """Moves a row up (-1) or down (1); False at the end of the table."""
        there = place + by
        if not (0 <= place < len(self._rows) and 0 <= there < len(self._rows)):
            return False
        rows = list(self._rows)
        rows.insert(there, rows.pop(place))
        self._do(tuple(rows))
        return True

    def undo(self) -> bool:
        """Takes the last change back; False where there is none."""
        if not self._past:
            return False
        self._put(self._past.pop())
        return True

    def recheck(self) -> None:
        """Checks anew: something that the check looks at elsewhere has changed."""
        places = {each.key: place for place, each in enumerate(self.form.columns)}
        found: dict[tuple[int, int], Problem] = {}
        for problem in self._check(self._rows):
            cell = (int(str(problem.values["row"])) - 1, places[str(problem.values["column"])])
            found.setdefault(cell, problem)
        self._problems = dict(sorted(found.items()))
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self.form.columns) - 1))
        self.changed.emit()

    def _do(self, rows: tuple[TableRow, ...]) -> None:
        self._past = [*self._past, self._rows][-STEPS:]
        self._put(rows)

    def _put(self, rows: tuple[TableRow, ...]) -> None:
        if len(rows) == len(self._rows):
            self._rows = rows
        else:
            self.beginResetModel()
            self._rows = rows
            self._problems = {}
            self.endResetModel()
        self.recheck()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.form.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1)
        return self.form.columns[section].heading if 0 <= section < len(self.form.columns) else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        fixed = self.form.key in FIXED and index.column() == 0 and self._rows[index.row()].id is not None
        return flags if fixed else flags | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        text = self._rows[index.row()].cells[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return text
        problem = self._problems.get((index.row(), index.column()))
        words = problem_words(problem) if problem is not None else ""
        if role == PROBLEM_ROLE:
            return words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            heading = self.form.columns[index.column()].heading
            said = f"{index.row() + 1}行目、{heading}、{text or '空欄'}"
            return f"{said}、{words}" if words else said
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        text, row = tidy(str(value)), self._rows[index.row()]
        if text == row.cells[index.column()]:
            return True
        cells = tuple(text if place == index.column() else cell for place, cell in enumerate(row.cells))
        place = index.row()
        self._do((*self._rows[:place], replace(row, cells=cells), *self._rows[place + 1 :]))
        return True
