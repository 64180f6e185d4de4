"""白紙から: the name and the years of a plan, and a list of its initiatives, if there is one."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from dxdesk.domain.blank_plan import blank_plan, check_outline
from dxdesk.domain.calendar import fiscal_year_words
from dxdesk.domain.errors import Problem
from dxdesk.domain.pasted import OUTLINE
from dxdesk.domain.plans import Plan
from dxdesk.domain.text import TITLE_CHARACTERS, check_line
from dxdesk.ui.first_run.frame import Field
from dxdesk.ui.first_run.paste_table import PasteTable
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.wording.first_run import (
    BLANK_NOTE,
    NO_END,
    NO_MEETING_NAME,
    NO_PLAN_TITLE,
    NO_TOWN_NAME,
    PERIOD,
    TITLE,
    TITLE_EXAMPLE,
    YEARS_REVERSED,
)
from dxdesk.wording.sentences import problem_words

YEARS_BACK, YEARS_ON, SPAN = 3, 12, 2


class BlankForm(QWidget):
    """Title, years and outline of a new plan."""

    def __init__(self, year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit(placeholderText=TITLE_EXAMPLE)
        self.from_, self.to = QComboBox(), QComboBox()
        self.to.addItem(NO_END, None)
        for each in range(year - YEARS_BACK, year + YEARS_ON):
            for box in (self.from_, self.to):
                box.addItem(fiscal_year_words(each), each)
        self.show_year(year)
        self._title = Field(TITLE, self.line)
        years = QWidget()
        row = QHBoxLayout(years)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.from_)
        row.addWidget(plain_label("～"))
        row.addWidget(self.to)
        row.addStretch(1)
        self._years = Field(PERIOD, years)
        self.from_.setAccessibleName(self.tr("期間の始まり"))
        self.to.setAccessibleName(self.tr("期間の終わり"))
        self.outline = PasteTable(OUTLINE, check_outline)
        head = QHBoxLayout()
        head.setSpacing(24)
        head.addWidget(self._title, 3)
        head.addWidget(self._years, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(PhraseLabel(BLANK_NOTE, "small"))
        column.addWidget(self.outline, 1)
        self.setFocusProxy(self.line)

    def show_year(self, year: int) -> None:
        """Propose three years from the one a town begins with."""
        for box, proposed in ((self.from_, year), (self.to, year + SPAN)):
            box.setCurrentIndex(max(0, box.findData(proposed)))

    @property
    def entered(self) -> tuple[object, ...]:
        """Everything that is entered, to be compared."""
        return self.line.text(), self.from_.currentData(), self.to.currentData(), self.outline.rows

    def complete(self) -> bool:
        """Whether everything typed can be taken; else the focus is where something has to be put right."""
        try:
            check_line(self.line.text(), "title", characters=TITLE_CHARACTERS)
            self._title.show_error("")
        except Problem as problem:
            self._title.show_error(problem_words(Problem(problem.code, "", problem.values)))
            self.line.setFocus()
            return False
        last = self.to.currentData()
        reversed_years = last is not None and last < self.from_.currentData()
        self._years.show_error(YEARS_REVERSED if reversed_years else "")
        if reversed_years:
            self.to.setFocus()
            return False
        if self.outline.problems:
            self.outline.focus_problem()
            return False
        return True

    def plan(self) -> Plan:
        """A new plan of what is typed; names that are left out are those everybody would take."""
        return blank_plan(
            NO_TOWN_NAME,
            self.line.text().strip() or NO_PLAN_TITLE,
            NO_MEETING_NAME,
            from_=self.from_.currentData(),
            to=self.to.currentData(),
            outline=self.outline.rows,
        )
