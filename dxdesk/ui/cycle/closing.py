"""この回を締める: what is left, worst first, and the button. After it the next cycle, or this one opened again."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from dxdesk.desk import Desk
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.domain.permissions import POLICY
from dxdesk.operations.administration import back_up_before
from dxdesk.operations.change import Change, Touched
from dxdesk.operations.cycles import close_cycle, reopen_cycle
from dxdesk.operations.page_drafts import keep_page_draft
from dxdesk.preferences import backups
from dxdesk.store.queries.closing import Closing, closing
from dxdesk.store.queries.page_drafts import page_draft
from dxdesk.ui.autosave import Autosave
from dxdesk.ui.bands import Notice
from dxdesk.ui.beside import Beside
from dxdesk.ui.consolidate.answers_view import RowList
from dxdesk.ui.cycle.closing_panel import WIDTH, ClosingPanel, record_words
from dxdesk.ui.cycle.left_delegate import LeftDelegate
from dxdesk.ui.cycle.left_model import PAGES, LeftModel, left_rows
from dxdesk.ui.cycle.reason_field import ReasonField
from dxdesk.ui.entry.reading import today
from dxdesk.ui.jobs import run_job
from dxdesk.ui.labels import PhraseLabel
from dxdesk.ui.long_work import do_beside
from dxdesk.ui.page import Page
from dxdesk.ui.reading import Reading
from dxdesk.ui.text_field import Message
from dxdesk.ui.theme import set_look
from dxdesk.ui.trouble import trouble_words
from dxdesk.ui.unsaved import unsaved_notice
from dxdesk.wording.cycle import (
    AFTER_CLOSING,
    AFTER_REOPENING,
    CLOSED_COUNTS,
    CLOSING_COUNTS,
    NO_CYCLE_TO_CLOSE,
    NOTHING_LEFT,
    REASON_TO_CLOSE,
    REASON_TO_REOPEN,
    SECRETARIAT_CLOSES,
    WORKING,
    closed,
    is_closed,
    meetings_open,
    reopened,
    to_close,
)
from dxdesk.wording.sentences import problem_words

PAGE = "close_cycle"
QWIDGETSIZE_MAX = 16_777_215
"""No limit, as Qt calls it."""


def close_as_written(change: Change, cycle: Cycle, reason: str | None) -> None:
    """Closes the cycle and forgets what was kept of the reason, whole or not at all. Raises Problem."""
    close_cycle(change, cycle, reason)
    keep_page_draft(change, PAGE, cycle.id, None)


def reopen_as_written(change: Change, cycle: Cycle, reason: str | None) -> None:
    """Opens the cycle again and forgets what was kept of the reason, whole or not at all. Raises Problem."""
    reopen_cycle(change, cycle, reason or "")
    keep_page_draft(change, PAGE, cycle.id, None)


class CloseCyclePage(Page):
    """What is left leads to where it is dealt with. A reason is asked for only where something is left."""

    SHOWS: ClassVar[Touched] = (
        Touched.CYCLES | Touched.REPLIES | Touched.DRAFTS | Touched.MEETINGS | Touched.DEPARTMENTS | Touched.SETTINGS
    )

    def __init__(self, desk: Desk, cycle: Cycle | None, parent: QWidget | None = None) -> None:
        super().__init__(desk, cycle, parent)
        self.found: Closing | None = None
        self._working = False
        self._reading = Reading(desk, self)
        self.title, self._nothing = PhraseLabel("", "title-window"), PhraseLabel("", "note")
        self.rows, self.list = LeftModel(self), RowList()
        self.list.setModel(self.rows)
        self.list.setItemDelegate(LeftDelegate(self.list))
        self.list.setAccessibleName(self.tr("締める前に残っているもの"))
        self.reason, self.message, self.panel = ReasonField(), Message(), ClosingPanel()
        self.back, self.panel_button = QPushButton(self.tr("‹ 戻る")), QPushButton(self.tr("締めたときの数を見る"))
        self.again, self.primary = QPushButton(), QPushButton()
        self.reason.row.addWidget(self.again)
        set_look(self.primary, "primary")
        self.autosave = Autosave(self._write, lambda: bool(self.reason.composition.text), self)
        self._lay_out()
        self.list.row_requested.connect(self._open)
        self.reason.line.textEdited.connect(lambda _text: self.autosave.touch())
        self.reason.line.editingFinished.connect(self.autosave.flush)
        self.autosave.state_changed.connect(self.save_state_changed)
        self.autosave.state_changed.connect(lambda _state: self.notice_changed.emit())
        self.back.clicked.connect(self._go_back)
        self.panel_button.clicked.connect(lambda: self.beside.open_drawer(not self.beside.drawer_open))
        self.again.clicked.connect(self.act)
        self.primary.clicked.connect(self.go_on)
        self.refresh()

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(4)
        self.title.setContentsMargins(16, 0, 16, 0)
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 16, 4)
        head.addWidget(self.title)
        nothing = QVBoxLayout()
        nothing.setContentsMargins(16, 8, 16, 8)
        nothing.addWidget(self._nothing)
        nothing.addStretch(1)
        empty = QWidget()
        empty.setLayout(nothing)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(empty)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
        column.addWidget(self.reason)
        column.addStretch(0)
        self._column = column
        self.beside = Beside(left, self.panel, WIDTH)
        self.beside.drawer_changed.connect(self.panel_button.setVisible)
        foot = QFrame()
        set_look(foot, "foot-bar")
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(10)
        row.addWidget(self.back)
        row.addWidget(self.panel_button)
        row.addWidget(self.message)
        row.addStretch(1)
        row.addWidget(self.primary)
        self.panel_button.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.beside, 1)
        whole.addWidget(foot)
        self.setFocusProxy(self.list)

    def refresh(self) -> None:
        """Read what is left anew; a reason that is being typed stays."""
        cycle = self.cycle
        if cycle is not None:
            day = today(self.desk)
            self._reading.start(lambda: self.desk.ask(closing, cycle, day), self._show)
            return
        self._show_list(NO_CYCLE_TO_CLOSE)
        self.reason.hide()
        self.panel.hide()
        self._show_primary()

    def notice(self) -> Notice | None:
        """What could not be saved."""
        return unsaved_notice(self, self.autosave)

    def leave(self) -> bool:
        """Keep the reason."""
        self.reason.composition.commit()
        return self.autosave.flush()

    def _go_back(self) -> None:
        if self.leave():
            self.back_requested.emit()

    def _show(self, found: Closing) -> None:
        another = self.found is None or (self.found.cycle.id, self.found.cycle.open) != (
            found.cycle.id,
            found.cycle.open,
        )
        self.found, self.cycle = found, found.cycle
        name, open_ = found.cycle.name, found.cycle.open
        self.title.show_text(to_close(name) if open_ else is_closed(name))
        self.rows.show_rows(left_rows(found))
        self._show_list(NOTHING_LEFT if open_ else record_words(found.records[-1]))
        self.panel.show_counts(
            CLOSING_COUNTS if open_ else CLOSED_COUNTS,
            found.settings,
            found.counts,
            AFTER_CLOSING if open_ else AFTER_REOPENING,
            found.records,
        )
        if another:
            kept = self.desk.ask(page_draft, PAGE, found.cycle.id)
            self.reason.line.setText(kept["reason"] if kept is not None else "")
            self.autosave.forget()
        self.reason.ask(REASON_TO_CLOSE if open_ else REASON_TO_REOPEN)
        may = "cycle" in POLICY[self.desk.actor.role]
        self.reason.setVisible(may and (bool(found.left) or not open_))
        self.primary.setVisible(may)
        self.setFocusProxy(self.list if self.rows.rows else self.primary)
        self._show_primary()

    def _show_list(self, nothing: str) -> None:
        """The list, or a sentence where there is nothing in it; then the reason stands right below."""
        some = bool(self.rows.rows)
        self._nothing.show_text(nothing)
        self._stack.setCurrentIndex(0 if some else 1)
        self._stack.setMaximumHeight(QWIDGETSIZE_MAX if some else 48)
        self._column.setStretch(self._column.count() - 1, 0 if some else 1)
        if some and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.rows.index(1))

    def _show_primary(self) -> None:
        open_, why = self.found is None or self.found.cycle.open, self._why_not()
        self.again.setVisible(not open_)
        words = self.tr("この回を締める") if open_ else self.tr("次の回をつくる")
        for button, word in ((self.primary, words), (self.again, self.tr("この回を開け直す"))):
            button.setText(f"{word}（{why}）" if why else word)
            button.setEnabled(not why)

    def _why_not(self) -> str:
        """Why the button cannot be pressed; empty where it can."""
        if self._working:
            return WORKING
        if self.found is None:
            return self.tr("回がありません")
        if "cycle" not in POLICY[self.desk.actor.role]:
            return SECRETARIAT_CLOSES
        if self.desk.database.read_only:
            return self.tr("見るだけで開いています")
        return meetings_open(len(self.found.meetings)) if self.found.meetings and self.found.cycle.open else ""

    def go_on(self) -> None:
        """締める; after a cycle that is closed comes the next one."""
        if self.found is None or self.found.cycle.open:
            self.act()
        elif self.leave():
            self.page_requested.emit("open_cycle", "")

    def act(self) -> None:
        """締める or 開け直す, once a backup is made: closing is not taken back, only opened again."""
        found = self.found
        if found is None or self._why_not():
            return
        self.leave()
        reason = self.reason.line.text().strip()
        if not reason and (found.left or not found.cycle.open):
            self.reason.say(problem_words(Problem("reason.missing", "")))
            return
        self._working = True
        self._show_primary()
        self.message.clear()
        database = self.desk.database
        folder, now = backups(Path(database.target)), datetime.now().astimezone()
        run_job(
            self,
            lambda: back_up_before(database, folder, now, "before-closing" if found.cycle.open else "before-reopening"),
            lambda _made: self._do(found, reason or None),
            self._refused,
        )

    def _do(self, found: Closing, reason: str | None) -> None:
        self.autosave.forget()
        desk, cycle = self.desk, found.cycle
        verb, words = (close_as_written, closed) if cycle.open else (reopen_as_written, reopened)

        def done(_closed: None) -> None:
            self._working = False
            self.said.emit(words(cycle.name), False)
            self.refresh()

        do_beside(self, desk, lambda: desk.do(verb, cycle, reason), done, self._refused)

    def _refused(self, trouble: Exception) -> None:
        self._working = False
        self._show_primary()
        self.message.say(trouble_words(trouble))

    def _open(self, index: QModelIndex) -> None:
        row = self.rows.rows[index.row()]
        if row.subject:
            self.page_requested.emit(PAGES[row.kind], row.subject)

    def _write(self) -> bool:
        if self.found is not None:
            text = self.reason.line.text()
            self.desk.do(keep_page_draft, PAGE, self.found.cycle.id, {"reason": text} if text else None)
        return True
