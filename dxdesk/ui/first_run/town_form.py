"""町と会議の名前: the first step of a town's own database."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from dxdesk.domain.calendar import fiscal_year, fiscal_year_words
from dxdesk.domain.errors import Problem
from dxdesk.domain.text import NAME_CHARACTERS, check_line, fold
from dxdesk.ui.first_run.frame import Field
from dxdesk.wording.first_run import (
    MEETING,
    MEETING_EXAMPLE,
    SAME_MEETING,
    SECOND_MEETING,
    SECOND_MEETING_EXAMPLE,
    TOWN,
    TOWN_EXAMPLE,
    YEAR,
)
from dxdesk.wording.sentences import problem_words


class TownForm(QWidget):
    """The names of town and committees, empty for those of the plan, and the fiscal year to begin with."""

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.town_line = QLineEdit(placeholderText=TOWN_EXAMPLE)
        self.meeting_line = QLineEdit(placeholderText=MEETING_EXAMPLE)
        self.second_line = QLineEdit(placeholderText=SECOND_MEETING_EXAMPLE)
        self.years = QComboBox()
        self._this_year = fiscal_year(today)
        for year in range(self._this_year - 3, self._this_year + 3):
            self.years.addItem(fiscal_year_words(year), year)
        self.years.setCurrentIndex(3)
        self._fields = {
            self.town_line: Field(TOWN, self.town_line),
            self.meeting_line: Field(MEETING, self.meeting_line),
            self.second_line: Field(SECOND_MEETING, self.second_line),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(18)
        column.addWidget(self._fields[self.town_line])
        column.addWidget(Field(YEAR, self.years))
        column.addWidget(self._fields[self.meeting_line])
        column.addWidget(self._fields[self.second_line])
        column.addStretch(1)
        self.setFocusProxy(self.town_line)

    @property
    def town(self) -> str:
        """The town as typed, empty for the plan's."""
        return self.town_line.text().strip()

    @property
    def meetings(self) -> tuple[str, str]:
        """The two committees as typed, empty for those of the plan."""
        return self.meeting_line.text().strip(), self.second_line.text().strip()

    @property
    def year(self) -> int:
        """The fiscal year to begin with."""
        return int(self.years.currentData())

    @property
    def chosen_year(self) -> int | None:
        """The fiscal year to begin with where that is another than this one."""
        return self.year if self.year != self._this_year else None

    def complete(self) -> bool:
        """Whether what is typed can be taken; else the focus is where something has to be put right."""
        first = None
        for line, field in self._fields.items():
            field.show_error("")
            try:
                check_line(line.text(), "name", characters=NAME_CHARACTERS)
            except Problem as problem:
                field.show_error(problem_words(Problem(problem.code, "", problem.values)))
                first = first or line
        one, other = self.meetings
        if one and fold(one) == fold(other):
            self._fields[self.second_line].show_error(SAME_MEETING)
            first = first or self.second_line
        if first is not None:
            first.setFocus()
        return first is None
