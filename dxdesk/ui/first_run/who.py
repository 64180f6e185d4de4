"""課と名前: under which name and for which department answers are written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from dxdesk.domain.errors import Problem
from dxdesk.domain.permissions import Actor
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.text import NAME_CHARACTERS, check_line
from dxdesk.ui.first_run.file_page import Roles
from dxdesk.ui.first_run.frame import Field, Foot, heading
from dxdesk.ui.labels import plain_label
from dxdesk.ui.theme import set_look
from dxdesk.wording import problem_words
from dxdesk.wording_first_run import DEPARTMENT, ENTRY_ROLES, NAME, NAME_EXAMPLE, NAME_MISSING, WHO, WHO_NOTE

WIDTH = 560


class DepartmentList(QListView):
    """Departments in 建制順; a click or Enter chooses one."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(True)
        self.setSpacing(2)
        self.setAccessibleName(DEPARTMENT)
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))

    def keyPressEvent(self, event: object) -> None:
        key = event.key()  # type: ignore[attr-defined]
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex().row())
            return
        super().keyPressEvent(event)  # type: ignore[arg-type]


class WhoPage(QWidget):
    """One name, one department, 担当 or 課長."""

    chosen = Signal(object)
    """The Actor."""

    def __init__(self, departments: Sequence[Department], name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._departments = tuple(departments)
        self.line = QLineEdit(name, placeholderText=NAME_EXAMPLE, maxLength=NAME_CHARACTERS)
        self.name = Field(NAME, self.line)
        self.roles = Roles(ENTRY_ROLES)
        self.list = DepartmentList()
        self.list.setModel(QStringListModel([each.name for each in self._departments], self.list))
        self.list.setCurrentIndex(self.list.model().index(0, 0, QModelIndex()))
        frame = QFrame()
        set_look(frame, "card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(6, 6, 6, 6)
        inside.addWidget(self.list)
        label = plain_label(DEPARTMENT, "strong")
        label.setBuddy(self.list)
        self.foot = Foot()
        middle = QWidget()
        middle.setMaximumWidth(WIDTH)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 24, 0, 24)
        column.setSpacing(12)
        for widget in (heading(WHO), heading(WHO_NOTE, "small"), self.roles, self.name, label):
            column.addWidget(widget)
        column.addWidget(frame, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(middle, 1, Qt.AlignmentFlag.AlignHCenter)
        middle.setMinimumWidth(WIDTH)
        page.addWidget(self.foot)
        self.list.chosen.connect(self._go)
        self.line.textChanged.connect(lambda: self.name.show_error(""))
        self.setFocusProxy(self.line)

    def _go(self, place: int) -> None:
        try:
            name = check_line(self.line.text(), "name", characters=NAME_CHARACTERS)
        except Problem as problem:
            self.name.show_error(problem_words(problem))
            self.line.setFocus()
            return
        if not name:
            self.name.show_error(NAME_MISSING)
            self.line.setFocus()
            return
        self.chosen.emit(Actor(self.roles.chosen, (self._departments[place].id,), name))
