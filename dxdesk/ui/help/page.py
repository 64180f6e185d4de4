"""使い方: F1 from anywhere leads here, to the screen, the term or the table that was meant."""

from __future__ import annotations

from typing import ClassVar, Final

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.domain.plans import Plan
from dxdesk.operations.change import Touched
from dxdesk.store.queries import plans
from dxdesk.store.queries.audience import audience
from dxdesk.ui.help.glossary import Glossary
from dxdesk.ui.help.how_to import HowTo
from dxdesk.ui.help.tables import Tables
from dxdesk.ui.key_actions import bind
from dxdesk.ui.page import Page
from dxdesk.ui.reading import RESTING, Reading
from dxdesk.ui.theme import hex_of, set_look
from dxdesk.wording.help import BACK, GLOSSARY, HOW, SCREENS, TABLES

TABLE: Final = "table:"
"""Before the key of a slide that is to be read as a table."""
_HOW, _GLOSSARY, _TABLES = range(3)


class HelpPage(Page):
    """Three parts. ``show_subject`` takes the key of a page, the id of a term, or ``table:`` and the key of a slide."""

    SHOWS: ClassVar[Touched] = (
        Touched.PLAN | Touched.DEPARTMENTS | Touched.SETTINGS | Touched.CYCLES | Touched.REPLIES | Touched.MEETINGS
    )

    def __init__(self, desk: Desk, cycle: Cycle | None, parent: QWidget | None = None) -> None:
        super().__init__(desk, cycle, parent)
        self.how, self.tables = HowTo(desk.actor.role), Tables()
        self.glossary = Glossary(Reading(desk, self, rest=RESTING))
        self._reading = Reading(desk, self)
        self._stale: set[int] = set()
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("使い方の見出し"))
        for word in (HOW, GLOSSARY, TABLES):
            self.tabs.addTab(word)
        self.tabs.setStyleSheet(
            "QTabBar::tab { font-weight: normal; min-height: 38px; margin: 0 18px 0 0; padding: 0 4px; "
            "border-bottom: 3px solid transparent; }"
            f"QTabBar::tab:selected {{ font-weight: bold; color: {hex_of('navy')}; "
            f"border-bottom-color: {hex_of('key')}; }}"
        )
        self._stack = QStackedWidget()
        self._lay_out()
        self.tabs.currentChanged.connect(self._show_part)
        for source in (self.glossary, self.tables):
            source.unit_requested.connect(lambda code: self.page_requested.emit("initiatives", code))
        bind(self, {"Ctrl+F": self._search, "F3": self._search, "Esc": self.back_requested.emit})
        self.setFocusProxy(self.tabs)
        self.refresh()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 4, 16, 0)
        head.addWidget(self.tabs)
        head.addStretch(1)
        line = QFrame()
        set_look(line, "rule")
        line.setFixedHeight(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(line)
        whole.addWidget(self._stack, 1)
        for part in (self.how, self.glossary, self.tables):
            self._stack.addWidget(part)
        back = QPushButton(BACK)
        set_look(back, "primary")
        back.clicked.connect(self.back_requested)
        foot = QFrame()
        set_look(foot, "foot-bar")
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 7, 16, 7)
        row.addStretch(1)
        row.addWidget(back)
        whole.addWidget(foot)

    def refresh(self) -> None:
        """Read the part that is shown anew, the others when they are shown."""
        self._stale = {_GLOSSARY, _TABLES}
        self._show_part(self.tabs.currentIndex())

    def _plan(self) -> Plan | None:
        """The plan of the cycle that is shown, else the newest; None where there is none."""
        try:
            return self.desk.ask(plans.plan, self.cycle.plan_revision if self.cycle else None)
        except Problem:
            return None

    def show_subject(self, subject: str) -> None:
        """Open what was meant."""
        if subject.startswith(TABLE):
            self.tabs.setCurrentIndex(_TABLES)
            self.tables.choose(subject.removeprefix(TABLE))
        elif subject in SCREENS:
            self.tabs.setCurrentIndex(_HOW)
            self.how.show_screen(subject)
        else:
            self.tabs.setCurrentIndex(_GLOSSARY)
            self.glossary.choose(subject)

    def _show_part(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        if place in self._stale:
            self._stale.discard(place)
            if place == _GLOSSARY:
                self.glossary.show_plan(self._plan())
            else:
                self._read_tables()

    def _read_tables(self) -> None:
        cycle = self.cycle
        if cycle is None:
            self.tables.show_course(None)
        else:
            self._reading.start(lambda: self.desk.ask(audience, cycle), self.tables.show_course)

    def _search(self) -> None:
        self.tabs.setCurrentIndex(_GLOSSARY)
        self.glossary.search.start()
