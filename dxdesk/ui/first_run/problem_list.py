"""Everything that has to be put right in a table, a line each: where it is, and what to do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from dxdesk.domain.errors import Problem
from dxdesk.ui.labels import text_scale
from dxdesk.wording.first_run import TO_PUT_RIGHT
from dxdesk.wording.sentences import problem_words

LINE = 30
"""Height of a line, px at 100 %."""


class ProblemList(QListView):
    """Lines of problems; a click or Enter chooses one by its place. Hidden while there is none."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = QStringListModel(self)
        self._most = 1.5
        self.setModel(self._lines)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(TO_PUT_RIGHT)
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))
        self.activated.connect(lambda index: self.chosen.emit(index.row()))
        self.show_problems(())

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what has to be put right."""
        self._lines.setStringList([f"！ {each.place}　{problem_words(each)}" for each in problems])
        self.setVisible(bool(problems))
        self.show_lines(self._most)

    def show_lines(self, most: float) -> None:
        """Be high enough for so many lines at most; half a line says that there are more."""
        self._most = most
        self.setFixedHeight(round(LINE * text_scale(self) * min(most, max(1, self._lines.rowCount()))))
