"""課と名前: under which name and for which department answers are written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from dxdesk.domain.errors import Problem
from dxdesk.domain.permissions import Actor
from dxdesk.domain.plan_parts import Department
from dxdesk.domain.text import NAME_CHARACTERS, check_line
from dxdesk.preferences import kept_name
from dxdesk.ui.first_run.frame import Field, Foot, heading
from dxdesk.ui.first_run.roles import Roles
from dxdesk.ui.labels import plain_label
from dxdesk.ui.theme import set_look
from dxdesk.wording.first_run import DEPARTMENT, ENTRY_ROLES, NAME, NAME_EXAMPLE, NAME_MISSING, WHO, WHO_NOTE
from dxdesk.wording.sentences import problem_words

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
    """One name, one department, 担当 or 課長; ``last`` is who worked on this database before."""

    chosen = Signal(object)
    """The Actor."""

    def __init__(
        self, departments: Sequence[Department], last: Actor | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._departments = tuple(departments)
        self._offered = ""
        self.line = QLineEdit(placeholderText=NAME_EXAMPLE, maxLength=NAME_CHARACTERS)
        self.name = Field(NAME, self.line)
        self.roles = Roles(ENTRY_ROLES, last.role if last else None)
        self.list = DepartmentList()
        self.list.setModel(QStringListModel([each.name for each in self._departments], self.list))
        known = [each.id for each in self._departments]
        place = known.index(last.departments[0]) if last and last.departments[0] in known else 0
        self.list.setCurrentIndex(self.list.model().index(place, 0, QModelIndex()))
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
        self.roles.changed.connect(self._offer)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._offer())
        self.setFocusProxy(self.line)
        self._offer(last.name if last else None)

    def _offer(self, name: str | None = None) -> None:
        """Put in who works in this role for this department on this PC, unless a name was typed."""
        if self.line.text() == self._offered:
            department = self._departments[self.list.currentIndex().row()].id
            self._offered = name or kept_name(self.roles.chosen, (department,)) or ""
            self.line.setText(self._offered)

    @property
    def typed(self) -> str:
        """The name where it was typed, empty where it is the one that was offered."""
        return self.line.text() if self.line.text() != self._offered else ""

    def show_typed(self, name: str) -> None:
        """Show a name that was typed before."""
        if name:
            self.line.setText(name)

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
