"""課と委員: the three tables of a town, each checked against the others."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from dxdesk.domain.errors import Problem
from dxdesk.domain.meetings import Member
from dxdesk.domain.pasted import DEPARTMENTS, GROUPS, MEMBERS, TableRow, laid_over
from dxdesk.domain.plan_parts import Body, Department, DepartmentGroup
from dxdesk.domain.plans import Plan
from dxdesk.domain.rosters import Roster, check_departments, check_groups, check_members
from dxdesk.domain.text import fold
from dxdesk.ui.first_run.paste_table import PasteTable
from dxdesk.wording.first_run import TABLES, member_hint

WORDS = {"chair": "委員長", "vice": "副委員長", "member": "委員"}
"""The part of a member as the table says it; other words for it are taken too."""


def department_rows(departments: Sequence[Department]) -> tuple[TableRow, ...]:
    """Departments as rows of their table."""
    return tuple(TableRow((each.name, each.short or ""), each.id) for each in departments)


def group_rows(groups: Sequence[DepartmentGroup], departments: Sequence[Department]) -> tuple[TableRow, ...]:
    """Groups as rows of their table, their members by name."""
    names = {each.id: each.name for each in departments}
    found = []
    for group in groups:
        listed = isinstance(group.members, tuple)
        members = "、".join(names[each] for each in group.members or ()) if listed else ""
        found.append(TableRow((group.name, members if listed else "すべての課" if group.members else "未定"), group.id))
    return tuple(found)


def member_rows(
    members: Sequence[Member], departments: Sequence[Department], bodies: Sequence[Body]
) -> tuple[TableRow, ...]:
    """Members as rows of their table; departments and committees by name."""
    names = {each.id: each.name for each in departments} | {each.id: each.name for each in bodies}
    return tuple(
        TableRow(
            (each.name, each.title or "", WORDS[each.position], names.get(each.department or "", ""), names[each.body]),
            each.id,
        )
        for each in members
    )


class PeopleForm(QWidget):
    """Tabs 課・まとまり・委員, each with its table."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bodies: tuple[str, ...] = ()
        self.departments = PasteTable(DEPARTMENTS, self._check_departments)
        self.groups = PasteTable(GROUPS, self._check_groups)
        self.members = PasteTable(MEMBERS, self._check_members)
        self.tables = (self.departments, self.groups, self.members)
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        stack = QStackedWidget()
        for table in self.tables:
            self.tabs.addTab("")
            stack.addWidget(table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(stack, 1)
        self.tabs.currentChanged.connect(stack.setCurrentIndex)
        self.departments.changed.connect(self._departments_changed)
        for other in (self.groups, self.members):
            other.changed.connect(self._name_tabs)
        self.setFocusProxy(self.tabs)
        self._name_tabs()

    def show_plan(self, plan: Plan) -> None:
        """Show what a plan names. What a person wrote stays, in its place; what another plan named goes."""
        proposed = (department_rows(plan.departments), group_rows(plan.groups, plan.departments))
        for table, rows in zip(self.tables, proposed, strict=False):
            named = {fold(row.cells[0]) for row in rows}
            kept = [TableRow(row.cells) for row in table.rows if row.id is None or fold(row.cells[0]) in named]
            table.show_rows(laid_over(kept, rows, (0,)))

    def show_people(
        self,
        departments: Sequence[Department],
        groups: Sequence[DepartmentGroup],
        members: Sequence[Member],
        bodies: Sequence[Body],
    ) -> None:
        """Show what is on file."""
        self.show_bodies([each.name for each in bodies])
        self.departments.show_rows(department_rows(departments))
        self.groups.show_rows(group_rows(groups, departments))
        self.members.show_rows(member_rows(members, departments, bodies))

    def show_bodies(self, bodies: Sequence[str]) -> None:
        """The committees have other names now."""
        self.bodies = tuple(bodies)
        self.members.show_hint(member_hint(self.bodies))
        self.members.recheck()

    @property
    def roster(self) -> Roster:
        """The three tables as they stand."""
        return Roster(*(table.rows for table in self.tables))

    def focus_problem(self) -> bool:
        """Put the focus on the first cell to put right in any table; False where there is none."""
        for place, table in enumerate(self.tables):
            if table.problems:
                self.tabs.setCurrentIndex(place)
                table.focus_problem()
                return True
        return False

    def _names(self) -> list[str]:
        return [row.cells[0] for row in self.departments.rows if row.cells[0]]

    def _check_departments(self, rows: Sequence[TableRow]) -> Sequence[Problem]:
        return check_departments(rows)

    def _check_groups(self, rows: Sequence[TableRow]) -> Sequence[Problem]:
        return check_groups(rows, self._names())

    def _check_members(self, rows: Sequence[TableRow]) -> Sequence[Problem]:
        return check_members(rows, self._names(), self.bodies)

    def _departments_changed(self) -> None:
        self.groups.recheck()
        self.members.recheck()
        self._name_tabs()

    def _name_tabs(self) -> None:
        for place, table in enumerate(self.tables):
            marks = " ！" if table.problems else ""
            self.tabs.setTabText(place, f"{TABLES[table.model.form.key]} {len(table.rows)}{marks}")
        self.changed.emit()
