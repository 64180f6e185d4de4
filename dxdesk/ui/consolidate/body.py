"""Everything of 取りまとめ above its foot."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from dxdesk.domain.replies import Answer
from dxdesk.ui.consolidate.answers_view import AnswersView, UnitList
from dxdesk.ui.consolidate.columns import Columns
from dxdesk.ui.consolidate.merged_form import MergedForm
from dxdesk.ui.consolidate.merged_reading import MergedReading
from dxdesk.ui.consolidate.open_unit import OpenUnit
from dxdesk.ui.consolidate.rows import FIELDS, UnitRow


class Body(QWidget):
    """The list of units, the answers of the open one, and its text or what can be read of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.units, self.answers, self.form, self.reading = UnitList(), AnswersView(), MergedForm(), MergedReading()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._right = QStackedWidget()
        self.columns = Columns(self.units, self.answers, self._right, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.columns)
        self._right.addWidget(area)  # last: every later move would style all that stands in it anew
        area.setWidget(self.form)
        self._right.addWidget(self.reading)
        self.setFocusProxy(self.answers.list)
        self.form.edited.connect(self._mark_put_in)

    def show_units(self, rows: tuple[UnitRow, ...]) -> None:
        """Show the list."""
        self.units.rows.show_rows(rows)

    def show_around(self, shown: OpenUnit) -> None:
        """Show what the departments say; the text stays as it is."""
        self.answers.show_unit(shown.title, shown.answered, shown.rows, writable=not shown.closed)
        self.units.mark(shown.view.unit)
        self._mark_put_in()

    def show_form(self, shown: OpenUnit, kept: Answer | None) -> Answer:
        """Show a unit that can be written, and return what its text starts from."""
        start = shown.start(kept)
        self.form.load(start)
        self._right.setCurrentIndex(0)
        self.show_around(shown)
        return start.answer

    def show_reading(self, shown: OpenUnit) -> None:
        """Show a unit that cannot be written."""
        self.reading.show_answer(shown.closed, shown.unit, shown.found.settings, shown.said)
        self._right.setCurrentIndex(1)
        self.show_around(shown)
        said = shown.drawn or shown.said
        self.answers.rows.show_texts({name: getattr(said, name) or "" for name in FIELDS} if said else {})

    def take_focus(self) -> None:
        """Put the focus where one goes on: on the answers, or in the text where they are a drawer."""
        answers = self.answers.list
        (answers if answers.isVisible() else self.form.texts["results"].area).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_nothing(self, words: str) -> None:
        """There is no unit to show."""
        self.answers.show_unit("", "", (), writable=False)
        self.reading.show_answer(words, None, None, None)
        self._right.setCurrentIndex(1)

    def _mark_put_in(self) -> None:
        self.answers.rows.show_texts(self.form.typed())
