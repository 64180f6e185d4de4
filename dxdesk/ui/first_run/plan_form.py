"""計画: one that ships, one from a file, or a blank one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from dxdesk.domain.calendar import fiscal_year_words
from dxdesk.domain.errors import Problem
from dxdesk.domain.plans import Plan, counts
from dxdesk.domain.text import fold
from dxdesk.exchange.plan_pack import MOST_BYTES, read_pack
from dxdesk.ui.first_run.blank_form import BlankForm
from dxdesk.ui.first_run.problem_list import ProblemList
from dxdesk.ui.first_run.samples import shipped_plan, shipped_plans
from dxdesk.ui.labels import PhraseLabel
from dxdesk.ui.saving import proposed_folder
from dxdesk.ui.theme import set_look
from dxdesk.wording.first_run import (
    BLANK,
    BROWSE,
    FROM_FILE,
    PACK_FILES,
    PACK_MISSING,
    PACK_NOTE,
    PACK_UNREADABLE,
    counts_words,
    initiatives_of,
    named_by_plan,
    other_town,
    outside_period,
)
from dxdesk.wording.sentences import problem_words


def period_words(plan: Plan) -> str:
    """The plan's years, as it words them or by its fiscal years; empty where it has none."""
    if plan.period.wording or plan.period.from_ is None:
        return plan.period.wording or ""
    end = fiscal_year_words(plan.period.to) if plan.period.to else ""
    return f"{fiscal_year_words(plan.period.from_)}～{end}"


class PlanCard(QFrame):
    """What a plan holds, and what it says of the step before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "card")
        self._title, self._period, self._counts = (PhraseLabel("", look) for look in ("section", "small", ""))
        self._axes = PhraseLabel("")
        self.notes = PhraseLabel("", "over")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        for label in (self._title, self._period, self._counts, self._axes, self.notes):
            column.addWidget(label)

    def show_plan(self, plan: Plan, town: str, year: int) -> None:
        """Show a plan beside the town and the first year that were typed."""
        found = counts(plan)
        self._title.show_text(f"{plan.town}　{plan.title}")
        self._period.show_text(period_words(plan))
        axes = plan.of_role("axis")
        self._axes.show_text("\n".join(f"・{each.name}" for each in axes))
        self._counts.show_text(counts_words(len(axes), found.initiatives, found.activities, found.departments))
        notes = []
        if not town:
            notes.append(named_by_plan(plan.town, [each.name for each in plan.bodies]))
        elif town != plan.town:
            notes.append(other_town(town, plan.town))
        first, last = plan.period.from_, plan.period.to
        if (first is not None and year < first) or (last is not None and year > last):
            notes.append(outside_period(fiscal_year_words(year), period_words(plan)))
        self.notes.show_text("\n".join(notes))
        self.notes.setVisible(bool(notes))


class PackPanel(QWidget):
    """A plan's file: what it holds, or everything in it that has to be put right."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan: Plan | None = None
        self.browse_button = QPushButton(BROWSE)
        self.words = PhraseLabel(PACK_NOTE)
        self.list = ProblemList()
        self.list.show_lines(9.5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        row = QHBoxLayout()
        row.addWidget(self.browse_button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.words)
        column.addWidget(self.list)
        self.browse_button.clicked.connect(self.browse)

    def browse(self) -> None:
        """ファイルを選ぶ."""
        chosen, _ = QFileDialog.getOpenFileName(self, BROWSE, str(proposed_folder()), PACK_FILES)
        if chosen:
            self.read(Path(chosen))

    def read(self, path: Path) -> None:
        """Read a plan's file; where it cannot be taken, list every place with what to do."""
        self.plan, problems = None, tuple[Problem, ...]()
        try:
            with path.open("rb") as file:
                self.plan = read_pack(file.read(MOST_BYTES + 1), path.name)
            set_look(self.words, "")
            self.words.show_text(path.name)
        except OSError:
            set_look(self.words, "error")
            self.words.show_text(PACK_UNREADABLE)
        except Problem as problem:
            set_look(self.words, "error")
            self.words.show_text(problem_words(problem))
            problems = problem.problems
        self.list.show_problems(problems)
        self.changed.emit()

    def complete(self) -> bool:
        """Whether a plan was read; else it is asked for."""
        if self.plan is None and self.list.isHidden():
            set_look(self.words, "error")
            self.words.show_text(PACK_MISSING)
        if self.plan is None:
            self.browse_button.setFocus()
        return self.plan is not None


class PlanForm(QWidget):
    """The choice on the left, what it means on the right."""

    def __init__(self, year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._town, self._year, self._proposed = "", year, 0
        self.names = [each.name for each in shipped_plans()]
        self.group = QButtonGroup(self)
        self.card, self.pack_card = PlanCard(), PlanCard()
        self.pack, self.blank = PackPanel(), BlankForm(year)
        left = QVBoxLayout()
        left.setSpacing(10)
        words = [f"{each.town}（{initiatives_of(each.initiatives)}）" for each in shipped_plans()]
        for place, text in enumerate([*words, FROM_FILE, BLANK]):
            button = QRadioButton(text)
            self.group.addButton(button, place)
            left.addWidget(button)
        left.addStretch(1)
        self._stack = QStackedWidget()
        for widget in (self._above(self.card), self._above(self.pack, self.pack_card), self.blank):
            self._stack.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(32)
        row.addLayout(left)
        row.addWidget(self._stack, 1)
        self.group.idToggled.connect(lambda _place, on: self._show() if on else None)
        self.pack.changed.connect(self._show)
        self._propose()

    def _above(self, *widgets: QWidget) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        return holder

    @property
    def choice(self) -> str:
        """The short name of a shipped plan, ``file`` or ``blank``."""
        return (*self.names, "file", "blank")[self.group.checkedId()]

    def show_step_before(self, town: str, year: int) -> None:
        """What was typed as the town and the first year."""
        self._town, self._year = town, year
        self.blank.show_year(year)
        self._propose()
        self._show()

    def _propose(self) -> None:
        """Until somebody chooses: the plan of the town that was typed, else a blank one."""
        if self.group.checkedId() not in (-1, self._proposed):
            return
        towns = [fold(each.town) for each in shipped_plans()]
        town = fold(self._town)
        self._proposed = towns.index(town) if town in towns else len(towns) + 1
        self.group.button(self._proposed).setChecked(True)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.group.buttons()[self.group.checkedId()].setFocus()

    def complete(self) -> bool:
        """Whether there is a plan; else the focus is where something has to be put right."""
        if self.choice == "file":
            return self.pack.complete()
        return self.choice != "blank" or self.blank.complete()

    def plan(self) -> Plan:
        """The chosen plan; a blank one is new every time."""
        if self.choice == "blank":
            return self.blank.plan()
        if self.choice == "file":
            assert self.pack.plan is not None  # complete() has seen to it
            return self.pack.plan
        return shipped_plan(self.choice)

    def _show(self) -> None:
        place = {"file": 1, "blank": 2}.get(self.choice, 0)
        self._stack.setCurrentIndex(place)
        if place == 0:
            self.card.show_plan(shipped_plan(self.choice), self._town, self._year)
        self.pack_card.setVisible(self.pack.plan is not None)
        if self.pack.plan is not None:
            self.pack_card.show_plan(self.pack.plan, self._town, self._year)
