"""照会ファイルをつくる, for all departments of a cycle or for some of them again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.operations.change import Touched
from dxdesk.store.queries import cycles
from dxdesk.store.queries.form_answers import given_forms
from dxdesk.store.queries.inquired import inquired
from dxdesk.ui.inquiry.finished import FinishedPanel, open_folder
from dxdesk.ui.inquiry.foot import InquiryFoot
from dxdesk.ui.inquiry.making import Wish, counted, make_inquiry, watch_place
from dxdesk.ui.inquiry.model import AskedDepartment, DepartmentTable
from dxdesk.ui.inquiry.options import InquiryOptions
from dxdesk.ui.inquiry.substitutes import wants_substitutes
from dxdesk.ui.inquiry.table import DepartmentView
from dxdesk.ui.keys import passphrase_for
from dxdesk.ui.labels import PhraseLabel, plain_label
from dxdesk.ui.long_work import do_beside
from dxdesk.ui.page import Page
from dxdesk.ui.text_field import Message
from dxdesk.ui.trouble import trouble_words
from dxdesk.ui.words import day_of
from dxdesk.wording.asking import (
    CLOSED,
    MAKE_FILES,
    MAKING_FILES,
    NO_CYCLE,
    NO_PLACE_CHOSEN,
    NO_WORD,
    NOBODY_CHOSEN,
    NOT_MADE,
    OPEN_PLACE,
    TO_COLLECT,
    WHOM,
    made_files,
    make_files,
)

CHOOSING, FINISHED, NOTHING = range(3)
REFUSED: Final = "!"
"""Begins a subject that says why no files were made."""


class InquiryPage(Page):
    """What was chosen last time is proposed; a department that has no file yet is chosen."""

    SHOWS: ClassVar[Touched] = Touched.CYCLES | Touched.DEPARTMENTS

    def __init__(self, desk: Desk, cycle: Cycle | None, parent: QWidget | None = None) -> None:
        super().__init__(desk, cycle, parent)
        self._making = False
        self.rows = DepartmentTable("つくった日", choosable=True, parent=self)
        self.view, self.options = DepartmentView(self.rows), InquiryOptions(desk)
        self.everybody, self.message = QCheckBox(self.tr("すべての課")), Message()
        self.finished, self.nothing, self.foot = FinishedPanel(), PhraseLabel("", "section"), InquiryFoot()
        self.nothing.setContentsMargins(44, 44, 44, 44)
        self.stack = QStackedWidget()
        for each in (self._choosing(), self.finished, self.nothing):
            self.stack.addWidget(each)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.stack, 1)
        whole.addWidget(self.foot)
        self._connect()
        self.refresh()

    def _choosing(self) -> QWidget:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(44, 24, 12, 16)
        column.setSpacing(10)
        column.addWidget(plain_label(MAKE_FILES, "title"))
        column.addSpacing(6)
        column.addWidget(self.options)
        column.addWidget(self.message)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(left)
        right = QVBoxLayout()
        right.setContentsMargins(12, 28, 32, 16)
        right.setSpacing(8)
        label = plain_label(WHOM, "strong")
        label.setBuddy(self.view)
        right.addWidget(label)
        right.addWidget(self.everybody, 0, Qt.AlignmentFlag.AlignLeft)
        right.addWidget(self.view, 1)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(area, 1)
        row.addLayout(right, 1)
        return both

    def _connect(self) -> None:
        self.everybody.clicked.connect(self.rows.choose_all)
        self.rows.dataChanged.connect(lambda *_: self._renew())
        self.options.changed.connect(self._renew)
        self.finished.change_requested.connect(lambda: self.page_requested.emit("settings", "exchange"))
        self.foot.back_requested.connect(self.back_requested)
        self.foot.again_requested.connect(self.choose_again)
        self.foot.primary_requested.connect(self.go_on)

    def refresh(self) -> None:
        """Read who is asked anew; what was chosen stays."""
        if self._making:
            return
        if self.cycle is not None:
            self.cycle = self.desk.ask(cycles.cycle, self.cycle.id)
        cycle = self.cycle
        if cycle is None or not cycle.open:
            self.nothing.show_text(NO_CYCLE if cycle is None else CLOSED)
            self._show(NOTHING)
            return
        found = self.desk.ask(inquired, cycle)
        known = {each.id for each in self.rows.rows}
        chosen = {
            each.department
            for each in found
            if (each.department in self.rows.chosen if each.department in known else each.moment is None)
        }
        forms = self.rows.forms | (self.desk.ask(given_forms) - known)
        self.rows.show_rows(
            [
                AskedDepartment(
                    each.department, each.name, each.count, day_of(each.moment) if each.moment else NOT_MADE
                )
                for each in found
            ],
            chosen,
            forms,
        )
        if self.stack.currentIndex() != FINISHED:
            self._show(CHOOSING)

    def set_cycle(self, cycle: Cycle) -> None:
        """Show another cycle; what was made for the one before is told no longer."""
        if self.cycle is None or cycle.id != self.cycle.id:
            self.rows.show_rows((), (), ())
            self.stack.setCurrentIndex(CHOOSING)
        super().set_cycle(cycle)

    def show_subject(self, subject: str) -> None:
        """``new`` chooses anew; lines of paths are files that were just made; after ``!`` stands why none were."""
        self.message.clear()
        if subject.startswith(REFUSED):
            self._show(CHOOSING)
            self.message.say(subject.removeprefix(REFUSED))
        elif subject == "new":
            if self.stack.currentIndex() == FINISHED:
                self.choose_again()
        else:
            self._show_finished(tuple(Path(each) for each in subject.splitlines()))

    def _show(self, state: int) -> None:
        self.stack.setCurrentIndex(state)
        self.setFocusProxy(self.view if state == CHOOSING else self.foot.primary)
        self._renew()

    def _why_not(self) -> str:
        """Why nothing can be made; empty where it can."""
        if not self.rows.chosen:
            return NOBODY_CHOSEN
        return NO_WORD if self.options.secret == "" else ""

    def _renew(self) -> None:
        """Show what the filled button does now."""
        chosen, state = self.rows.chosen, self.stack.currentIndex()
        self.everybody.setChecked(bool(chosen) and len(chosen) == len(self.rows.rows))
        if state != CHOOSING:
            self.foot.show_primary(TO_COLLECT, True, hint=False, again=state == FINISHED)
            return
        why = self._why_not()
        again = any(each.id in chosen and each.remark != NOT_MADE for each in self.rows.rows)
        words = f"{MAKE_FILES}（{why}）" if why else make_files(len(chosen))
        self.foot.show_primary(words, not why, hint=again, again=False)

    def choose_again(self) -> None:
        """Choose anew, for the departments that have no file yet."""
        self.message.clear()
        self._show(CHOOSING)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_on(self) -> None:
        """The filled button."""
        if self.stack.currentIndex() == CHOOSING:
            self.make()
        else:
            self.page_requested.emit("collect", "")

    def make(self) -> None:
        """Make the files beside the window; the place is asked for where none is known."""
        desk, cycle = self.desk, self.cycle
        if cycle is None or self._why_not():
            return
        wish = self.options.wish(self.rows.chosen, self.rows.forms)
        if wish is None:
            self.message.say(NO_PLACE_CHOSEN)
            return
        self._start(cycle, wish, passphrase_for(desk, self))

    def _start(self, cycle: Cycle, wish: Wish, keys: str | None) -> None:
        desk = self.desk

        def refused(trouble: Exception) -> None:
            self._refused(trouble)
            if wants_substitutes(self, trouble):
                self._start(cycle, replace(wish, substitutes=True), keys)

        self.message.clear()
        self.said.emit(MAKING_FILES, False)
        self._making = True
        do_beside(self, desk, lambda: make_inquiry(desk, cycle, wish, keys), self._made, refused, always=True)

    def _made(self, files: tuple[Path, ...]) -> None:
        self._making = False
        self.rows.choose_all(False)
        self.refresh()
        self._show_finished(files)
        if files:
            self.offered.emit(f"{made_files(*counted(files))}。", OPEN_PLACE, lambda: open_folder(files[0].parent))

    def _show_finished(self, files: tuple[Path, ...]) -> None:
        self.finished.show_files(files, watched=watch_place(self.desk, files))
        self._show(FINISHED)
        self.foot.primary.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, trouble: Exception) -> None:
        self._making = False
        self.refresh()
        self.message.say(trouble_words(trouble))
