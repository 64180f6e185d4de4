"""課と名前, once a 照会 says which department: only the name is asked, and how the next file is opened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from dxdesk import file_types
from dxdesk.domain.calendar import short_date
from dxdesk.domain.errors import Problem
from dxdesk.domain.packages import NOT_SAID, Inquiry, Package
from dxdesk.domain.permissions import Actor
from dxdesk.domain.text import NAME_CHARACTERS, check_line
from dxdesk.preferences import kept_name, preferences
from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui.first_run.frame import Field, Foot, Trouble, centred, heading, scrolling
from dxdesk.ui.first_run.roles import Roles
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.theme import set_look
from dxdesk.wording.file_types import NOT_TIED, TIE_NOW
from dxdesk.wording.first_run import ENTRY_ROLES, NAME, NAME_EXAMPLE, NAME_MISSING
from dxdesk.wording.liaison import (
    BEGIN_ENTRY,
    INQUIRY_NOTE,
    INQUIRY_TITLE,
    ROW_COUNT,
    ROW_CYCLE,
    ROW_DEPARTMENT,
    ROW_DUE,
    ROW_TOWN,
    items_to_fill,
    left_behind,
)
from dxdesk.wording.sentences import problem_words

WIDTH = 620


def told_rows(package: Package) -> tuple[tuple[str, str], ...]:
    """What a 照会 says of itself, as names and values; what it does not say is left out."""
    body, department = package.body, package.stamp.department
    assert isinstance(body, Inquiry)
    cycle = next((each for each in body.cycles if each.id == package.stamp.cycle), None)
    name = next((each.name for each in body.departments if each.id == department), "")
    count = sum(each.department == department for each in body.slots)
    plan = package.stamp.head.plan
    rows = (
        (ROW_TOWN, "　".join(each for each in (body.town, "" if plan == NOT_SAID else plan) if each)),
        (ROW_DEPARTMENT, name),
        (ROW_CYCLE, cycle.name if cycle else ""),
        (ROW_DUE, short_date(date.fromisoformat(cycle.due)) if cycle else ""),
        (ROW_COUNT, items_to_fill(count)),
    )
    return tuple((word, value) for word, value in rows if value)


def tie_files() -> str:
    """Have a double click open such files from now on; what there is to say where that cannot be done."""
    try:
        file_types.tie()
    except StoreUnavailable:
        return NOT_TIED
    return ""


class InquiryPage(QWidget):
    """What the 照会 says, 担当 or 課長, one name, and whether a double click opens such files from now on: that is
    proposed where no other program does."""

    chosen = Signal(object)
    """The Actor."""

    def __init__(
        self,
        package: Package,
        left: str = "",
        way_back: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``left`` is the town whose desk was left for this, ``way_back`` opens that desk again."""
        super().__init__(parent)
        self.way_back = way_back
        self._department = package.stamp.department or ""
        self._offered = ""
        self.trouble = Trouble()
        self.roles = Roles(ENTRY_ROLES)
        self.line = QLineEdit(placeholderText=NAME_EXAMPLE, maxLength=NAME_CHARACTERS)
        self.name = Field(NAME, self.line)
        self.tie = QCheckBox(TIE_NOW)
        self.go = QPushButton(BEGIN_ENTRY)
        set_look(self.go, "primary")
        self.foot = Foot(self.go)
        page = centred(
            heading(INQUIRY_TITLE),
            heading(INQUIRY_NOTE, "small"),
            *([heading(left_behind(left), "small")] if left else []),
            self._told(package),
            self.trouble,
            self.roles,
            self.name,
            self.tie,
            width=WIDTH,
        )
        standing = file_types.standing()
        self.tie.setChecked(standing == "free")
        self.tie.setVisible(standing in ("free", "others"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(scrolling(page), 1)
        column.addWidget(self.foot)
        self.line.textChanged.connect(lambda: self.name.show_error(""))
        self.roles.changed.connect(self._offer)
        self.go.clicked.connect(self._go)
        self.setFocusProxy(self.line)
        self._offer()

    @property
    def ties(self) -> bool:
        """Whether a double click is to open such files from now on."""
        return self.tie.isChecked() and not self.tie.isHidden()

    def _told(self, package: Package) -> QFrame:
        card = QFrame()
        set_look(card, "info-card")
        grid = QGridLayout(card)
        grid.setContentsMargins(20, 12, 20, 12)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, (word, value) in enumerate(told_rows(package)):
            grid.addWidget(plain_label(word, "small"), row, 0, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(PhraseLabel(value, "strong" if word == ROW_DEPARTMENT else ""), row, 1)
        return card

    def _offer(self) -> None:
        """Put in who works in this role for this department on this PC, else who worked here last in this role; a name
        that was typed stays."""
        if self.line.text() == self._offered:
            last = preferences().desk
            other = last.get("name", "") if last.get("role") == self.roles.chosen else ""
            self._offered = kept_name(self.roles.chosen, (self._department,)) or other
            self.line.setText(self._offered)

    def _go(self) -> None:
        try:
            name = check_line(self.line.text(), "name", characters=NAME_CHARACTERS)
        except Problem as problem:
            self._ask_again(problem_words(problem))
            return
        if not name:
            self._ask_again(NAME_MISSING)
            return
        self.chosen.emit(Actor(self.roles.chosen, (self._department,), name))

    def _ask_again(self, words: str) -> None:
        self.name.show_error(words)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
