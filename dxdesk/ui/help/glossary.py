"""用語集: the terms of the plan with search, and what is known of the one that is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from dxdesk.domain.plan_lists import GlossaryTerm
from dxdesk.domain.plans import Node, Plan
from dxdesk.domain.terms import units_with
from dxdesk.ui.bands import announce
from dxdesk.ui.help.model import TERM_ROLE, TermList
from dxdesk.ui.labels import PhraseLabel, text_scale
from dxdesk.ui.reading import Reading
from dxdesk.ui.search_field import SearchField
from dxdesk.ui.terms import source_words
from dxdesk.ui.theme import set_look
from dxdesk.wording.help import NO_TERMS, SEARCH_TERMS, USED_IN, USED_NOWHERE, no_term, used_in_more

_LIST = 330
"""Width of the list, px at 100 %."""
_WIDEST = 760
"""Lines longer than this, px at 100 %, are hard to read."""
MOST_UNITS = 30
"""So many units that use a term are links; of more only the number is said."""


class Glossary(QWidget):
    """Left the list, right the term."""

    unit_requested = Signal(str)
    """The code of a unit whose text uses the term."""

    def __init__(self, reading: Reading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading = reading
        self._plan: Plan | None = None
        self._uses = QVBoxLayout()
        self.search = SearchField(SEARCH_TERMS)
        self.search.setAccessibleName(self.tr("用語をさがす"))
        self.list, self._terms = QListView(), TermList(self)
        self.list.setModel(self._terms)
        self.list.setAccessibleName(self.tr("用語"))
        self.list.setUniformItemSizes(True)
        self._words = PhraseLabel()
        self._words.setContentsMargins(16, 8, 16, 8)
        left = self._left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(16, 10, 8, 8)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self._words)
        column.addWidget(self.list, 1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(self.tr("用語の説明"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(left)
        row.addWidget(self._scroll, 1)
        self.search.searched.connect(self._search)
        self.search.left_downwards.connect(lambda: self.list.setFocus(Qt.FocusReason.TabFocusReason))
        self.list.selectionModel().currentChanged.connect(self._show)
        self.setFocusProxy(self.list)

    def show_plan(self, plan: Plan | None) -> None:
        """Show the terms of a plan; the chosen one stays."""
        chosen = self.chosen
        self._plan = plan
        self._left.setFixedWidth(round(_LIST * text_scale(self)))
        self._terms.show_terms(plan.terms if plan else ())
        self.choose(chosen.id if chosen else "")
        self._say_empty()

    @property
    def chosen(self) -> GlossaryTerm | None:
        """The term that is chosen."""
        found = self.list.currentIndex().data(TERM_ROLE) if self.list.currentIndex().isValid() else None
        return found if isinstance(found, GlossaryTerm) else None

    def choose(self, term: str) -> None:
        """Choose a term by its id; the first one where there is none. What hides it is taken away."""
        if term and self._terms.row_of(term) < 0 and self.search.text():
            self.search.drop()
            self._search()
        index = self._terms.index(max(0, self._terms.row_of(term)))
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)
        if not index.isValid():
            self._show(index)

    def _search(self) -> None:
        chosen = self.chosen
        self._terms.search(self.search.text())
        self._say_empty()
        row = self._terms.row_of(chosen.id) if chosen else -1
        index = self._terms.index(max(0, row))
        self.list.setCurrentIndex(index)
        if not index.isValid():
            self._show(index)

    def _say_empty(self) -> None:
        empty = self._terms.rowCount() == 0
        typed = self.search.text().strip()
        self._words.show_text((no_term(typed) if typed else NO_TERMS) if empty else "")
        self._words.setVisible(empty)
        if empty:
            announce(self, self._words.text())

    def _show(self, index: QModelIndex) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(24, 14, 24, 20)
        column.setSpacing(10)
        term = index.data(TERM_ROLE) if index.isValid() else None
        if isinstance(term, GlossaryTerm):
            for widget in self._about(term):
                widget.setMaximumWidth(round(_WIDEST * text_scale(self)))
                column.addWidget(widget)
            self._uses = QVBoxLayout()
            self._uses.setSpacing(10)
            column.addLayout(self._uses)
        column.addStretch(1)
        self._scroll.setWidget(content)
        plan = self._plan
        if plan is not None and isinstance(term, GlossaryTerm):
            self._reading.start(lambda: units_with(plan, term), self._show_uses)

    def _show_uses(self, units: Sequence[Node]) -> None:
        """Below the term the units whose text uses it, each a link."""
        numbers = self._plan.numbers if self._plan is not None else {}
        for unit in units[:MOST_UNITS]:
            link = QPushButton(f"{numbers[unit.id]} {unit.name}")
            set_look(link, "link")
            link.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            link.clicked.connect(lambda _checked=False, code=unit.code or "": self.unit_requested.emit(code))
            self._uses.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        rest = len(units) - MOST_UNITS
        if rest > 0 or not units:
            self._uses.addWidget(PhraseLabel(used_in_more(rest) if units else USED_NOWHERE, "small"))

    def _about(self, term: GlossaryTerm) -> Sequence[QWidget]:
        """Everything the plan says about a term."""
        parts: list[QWidget] = [PhraseLabel(term.term, "title")]
        small = "　".join(each for each in (term.reading, *term.aliases) if each)
        if small:
            parts.append(PhraseLabel(small, "small"))
        parts.append(PhraseLabel(term.definition))
        source = "　".join(each for each in (source_words(term), term.number) if each)
        if source:
            parts.append(PhraseLabel(source, "small"))
        parts.append(PhraseLabel(USED_IN, "heading"))
        return parts
