"""いま報告する: four short texts in the place of the 個票."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from dxdesk.domain.reports import ReportText
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.reading_area import reading_area
from dxdesk.ui.text_field import Message, TextField
from dxdesk.ui.theme import set_look
from dxdesk.wording.initiatives import REPORT, REPORT_EXAMPLES, REPORT_QUESTIONS, REPORT_WORDS

GUIDE = 120
"""Characters of a text that are read without turning a page; more are stored all the same."""


class ReportForm(QFrame):
    """Only the first text has to be written. What is typed stays until it is reported. The texts are made when the
    first unit is shown."""

    edited = Signal()
    """A committed text is another one, or another department is chosen."""
    left = Signal()
    """A text lost the focus."""
    back_requested = Signal()
    """Esc: back to the 個票; what was typed stays."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_look(self, "panel")
        self._unit = PhraseLabel(look="strong", parent=self)
        self._who = QWidget(self)
        self.departments = QComboBox(self._who)
        self.departments.setAccessibleName(self.tr("報告する課"))
        self.fields: dict[str, TextField] = {}
        self.message = Message(self)
        self.departments.activated.connect(self.edited)

    def _make(self) -> None:
        for name, word in REPORT_WORDS.items():
            field = self.fields[name] = TextField(word, REPORT_QUESTIONS[name], REPORT_EXAMPLES[name], self)
            field.edited.connect(self.edited)
            field.left.connect(self.left)
        self._lay_out()
        stops: list[QWidget] = [self.departments]
        for field in self.fields.values():
            stops += (field.area, field.message.button)
        for before, after in pairwise((*stops, self.message.button)):
            QWidget.setTabOrder(before, after)

    def _lay_out(self) -> None:
        title = PhraseLabel(REPORT, "title-panel")
        word = plain_label(self.tr("報告する課"), "strong")
        word.setBuddy(self.departments)
        row = QHBoxLayout(self._who)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(word)
        row.addWidget(self.departments, 1)
        content = QWidget(self)  # from the start in this window: what leaves it loses its place in the order of Tab
        column = QVBoxLayout(content)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        for widget in (title, self._unit, self._who, *self.fields.values(), self.message):
            column.addWidget(widget)
        column.addStretch(1)
        scroll = reading_area()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(content)
        scroll.show()  # the form is in sight already, and one of its texts is to take the focus

    def show_unit(
        self, name: str, departments: Sequence[tuple[str | None, str]], text: ReportText, chosen: str | None
    ) -> None:
        """Load what is being written on a unit; ``departments`` (id, name) are those one may report for."""
        if not self.fields:
            self._make()
        self._unit.show_text(name)
        self.departments.clear()
        for identity, department in departments:
            self.departments.addItem(department, identity)
        place = self.departments.findData(chosen)
        self.departments.setCurrentIndex(max(0, place))
        self._who.setVisible(len(departments) > 1)
        for field, widget in self.fields.items():
            widget.show_text(getattr(text, field), guide=GUIDE)
        self.message.clear()

    def text(self) -> ReportText:
        """The committed texts as typed."""
        return ReportText(**{field: widget.text() for field, widget in self.fields.items()})

    @property
    def department(self) -> str | None:
        """The id of the department one reports for; None for the secretariat."""
        found = self.departments.currentData()
        return found if isinstance(found, str) else None

    def composing(self) -> bool:
        """Whether a conversion is open in a field."""
        return any(widget.area.composition.text for widget in self.fields.values())

    def commit(self) -> None:
        """Hand open conversions over to their fields."""
        for widget in self.fields.values():
            widget.area.composition.commit()

    def say_problem(self, field: str, words: str) -> None:
        """Say what to do, under the field it is about, and put the focus there."""
        widget = self.fields.get(field)
        if widget is None:
            self.message.say(words)
            return
        widget.say_problem(words)
        widget.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        """Begin with the first text."""
        self.fields["observation"].area.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)
