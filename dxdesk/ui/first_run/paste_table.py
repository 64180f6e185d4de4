"""PasteTable: rows pasted from a spreadsheet, put right and put into order in place, every bad cell named."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from dxdesk.domain.errors import Problem
from dxdesk.domain.pasted import Form, TableRow
from dxdesk.ui.bands import announce
from dxdesk.ui.first_run.model import Check, PasteModel
from dxdesk.ui.first_run.paste_view import PasteView
from dxdesk.ui.first_run.problem_list import ProblemList
from dxdesk.ui.labels import PhraseLabel, text_scale
from dxdesk.ui.theme import set_look
from dxdesk.wording.first_run import (
    ADD_ROW,
    DOWN,
    EMPTY_TABLES,
    KEPT_ROW,
    PASTE,
    REMOVE_ROW,
    TABLES,
    UP,
    left_out_words,
    rows_stayed,
    rows_words,
)
from dxdesk.wording.sentences import problem_words

PROBLEMS_SHOWN = (2.5, 3.5)
"""So many lines of what has to be put right are seen at once, in a low table and in a high one."""

HIGH = 400
"""From this height a table is a high one, px at 100 %."""


class PasteTable(QWidget):
    """A table of one form. ``check`` is asked after every change; ``problems`` is what it said last."""

    changed = Signal()

    def __init__(self, form: Form, check: Check, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = PasteModel(form, check, self)
        self.view = PasteView()
        self.view.setModel(self.model)
        self.view.setAccessibleName(TABLES[form.key])
        self.paste_button, self.add_button, self.remove_button, self.up_button, self.down_button = (
            QPushButton(each) for each in (PASTE, ADD_ROW, REMOVE_ROW, UP, DOWN)
        )
        self.state = PhraseLabel("", "small")
        self.said = PhraseLabel("", "error")
        self.hint = PhraseLabel("", "small")
        self.hint.hide()
        self.list = ProblemList()
        self._build()
        self.model.changed.connect(self._renew)
        self.view.pasted.connect(self.paste)
        self.view.undone.connect(self.model.undo)
        self.view.moved.connect(self.move_row)
        self.view.emptied.connect(self._empty)
        self.paste_button.clicked.connect(self.paste)
        self.add_button.clicked.connect(self.add_row)
        self.remove_button.clicked.connect(self.remove_rows)
        self.up_button.clicked.connect(lambda: self.move_row(-1))
        self.down_button.clicked.connect(lambda: self.move_row(1))
        self.list.chosen.connect(self.focus_problem)
        self.setFocusProxy(self.view)
        self._renew()

    def _build(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.paste_button, self.add_button, self.remove_button, self.up_button, self.down_button):
            set_look(button, "plain")
            buttons.addWidget(button)
        buttons.addStretch(1)
        frame = QFrame()
        set_look(frame, "card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(buttons)
        column.addWidget(frame, 1)
        for widget in (self.hint, self.said, self.state, self.list):
            column.addWidget(widget)

    def show_hint(self, text: str) -> None:
        """Say below the table what may be written in it."""
        self.hint.show_text(text)
        self.hint.setVisible(bool(text))

    @property
    def rows(self) -> tuple[TableRow, ...]:
        """The rows with something in them."""
        return tuple(row for row in self.model.rows if not row.blank)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What has to be put right."""
        return tuple(self.model.problems.values())

    def show_rows(self, rows: Sequence[TableRow]) -> None:
        """Show rows that are on file or were proposed; their ids stay with them wherever they are moved."""
        self.model.show_rows(rows)
        self.said.show_text("")

    def recheck(self) -> None:
        """Check anew: another table that this one names has changed."""
        self.model.recheck()

    def paste(self) -> None:
        """貼り付ける: lay what the clipboard holds over the rows; what is no table is refused whole."""
        try:
            pasted = self.model.paste(QGuiApplication.clipboard().text())
        except Problem as problem:
            self._say(problem_words(problem))
            return
        self._say(left_out_words("」「".join(pasted.left_out)) if pasted.left_out else "")
        if (stayed := len(self.rows) - len(pasted.rows)) > 0:
            self.state.show_text(f"{self.state.text()}　{rows_stayed(stayed)}")
        self._select(0)
        announce(self, self.state.text())

    def add_row(self) -> None:
        """行を加える: a blank row below the current one, ready to be typed into."""
        current = self.view.currentIndex()
        place = current.row() + 1 if current.isValid() else len(self.model.rows)
        self.model.add(place)
        self._select(place)
        self.view.setFocus()

    def remove_rows(self) -> None:
        """行を消す: all rows that are selected; Ctrl+Z brings them back."""
        places = sorted({index.row() for index in self.view.selectedIndexes()})
        if places and not self.model.remove(places):
            self._say(KEPT_ROW)
            return
        self._say("")
        if places:
            self._select(min(places[0], len(self.model.rows) - 1))

    def move_row(self, by: int) -> None:
        """上へ・下へ: the current row, one place."""
        current = self.view.currentIndex()
        if current.isValid() and self.model.move(current.row(), by):
            self._select(current.row() + by, current.column())

    def focus_problem(self, number: int = 0) -> None:
        """Put the focus on a cell that has to be put right, by default the first."""
        cells = list(self.model.problems)
        if number < len(cells):
            self._select(*cells[number])
            self.view.setFocus()

    def _empty(self) -> None:
        for index in self.view.selectedIndexes():
            if self.model.flags(index) & self.model.flags(index).ItemIsEditable:
                self.model.setData(index, "")

    def _select(self, row: int, column: int = 0) -> None:
        index = self.model.index(row, column, QModelIndex())
        self.view.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.view.scrollTo(index)

    def _say(self, text: str) -> None:
        self.said.show_text(text)
        self.said.setVisible(bool(text))

    def _renew(self) -> None:
        rows, problems = len(self.rows), self.problems
        self.said.setVisible(bool(self.said.text()))
        self.state.show_text(rows_words(rows, len(problems)) if rows else EMPTY_TABLES[self.model.form.key])
        self.list.show_problems(problems)
        self.remove_button.setEnabled(bool(self.model.rows))
        self.changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.list.show_lines(PROBLEMS_SHOWN[self.height() >= HIGH * text_scale(self)])
