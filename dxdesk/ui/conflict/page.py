"""くいちがいを直す: one after the other, each field by a person's choice and never by the clock."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from dxdesk.desk import Desk
from dxdesk.domain.collection import DisputeKey
from dxdesk.domain.cycles import Cycle
from dxdesk.domain.errors import Problem
from dxdesk.operations.change import Touched
from dxdesk.operations.page_drafts import keep_page_draft
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries.collection import Collection, collection
from dxdesk.store.queries.page_drafts import page_draft
from dxdesk.ui.autosave import Autosave
from dxdesk.ui.bands import Notice
from dxdesk.ui.conflict.deciding import PAGE, decide, subject_of
from dxdesk.ui.conflict.foot import ConflictFoot
from dxdesk.ui.conflict.list_pane import WIDTH, ListPane
from dxdesk.ui.conflict.model import ConflictModel
from dxdesk.ui.conflict.reading import entries, read_dispute
from dxdesk.ui.conflict.sheet import Sheet
from dxdesk.ui.conflict.telling import say_settled
from dxdesk.ui.entry.reading import today
from dxdesk.ui.key_actions import bind
from dxdesk.ui.labels import PhraseLabel, text_scale
from dxdesk.ui.page import Page
from dxdesk.ui.reading import Reading
from dxdesk.ui.trouble import trouble_words
from dxdesk.ui.unsaved import unsaved_notice
from dxdesk.wording.conflict import NO_CONFLICTS, TITLE, TO_COLLECT, done

LIST_FROM = 1100
"""Below this width, px at 100 %, the list is a drop-down list."""


class ConflictPage(Page):
    """What was chosen is kept by itself until it is done, or the versions are other ones."""

    SHOWS: ClassVar[Touched] = Touched.REPLIES | Touched.CYCLES | Touched.SETTINGS | Touched.DEPARTMENTS

    def __init__(self, desk: Desk, cycle: Cycle | None, parent: QWidget | None = None) -> None:
        super().__init__(desk, cycle, parent)
        self.source: Collection | None = None
        self.sheet: Sheet | None = None
        self._wanted: DisputeKey | None = None
        self._subject = ""
        self._reading = Reading(desk, self)
        self.rows = ConflictModel(self)
        self.pane, self.foot, self.chooser = ListPane(self.rows), ConflictFoot(), QComboBox()
        self.chooser.setModel(self.rows)
        self.chooser.setAccessibleName(TITLE)
        self.nothing, self.stack = PhraseLabel(NO_CONFLICTS, "section"), QStackedWidget()
        self.nothing.setContentsMargins(44, 44, 44, 44)
        self.stack.addWidget(self.nothing)
        self.autosave = Autosave(self._write, lambda: bool(self.sheet and self.sheet.outcome.composing), self)
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(18, 8, 18, 0)
        row.addWidget(self.chooser, 1)
        right.addLayout(row)
        right.addWidget(self.stack, 1)
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addWidget(self.pane)
        both.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(both, 1)
        whole.addWidget(self.foot)

    def _connect(self) -> None:
        self.pane.list.selectionModel().currentChanged.connect(lambda now, _before: self._show_row(now.row()))
        self.chooser.activated.connect(self._go_to)
        self.autosave.state_changed.connect(self.save_state_changed)
        self.autosave.state_changed.connect(lambda _state: self.notice_changed.emit())
        self.foot.step_requested.connect(self.step)
        self.foot.later_requested.connect(self.leave_open)
        self.foot.primary_requested.connect(self.finish)
        keys = {"Ctrl+Return": self.finish, "Ctrl+Enter": self.finish, "F5": self.refresh}
        bind(self, keys | {"Ctrl+Up": lambda: self.step(-1), "Ctrl+Down": lambda: self.step(1)})

    def refresh(self) -> None:
        """Read everything anew; what was chosen for the same versions stays."""
        cycle = self.cycle
        if cycle is None:
            self._show_nothing()
            return
        day = today(self.desk)
        self._reading.start(lambda: self.desk.ask(collection, cycle, day), self._show)

    def show_subject(self, subject: str) -> None:
        """Choose the くいちがい of a code and, after a colon, a department (id), or nothing for its 取りまとめ.

        Raises Problem for an unknown code.
        """
        if self.source is None:
            self._subject = subject
            return
        code, named, department = subject.partition(":")
        unit = self.source.plan.unit(code).id
        places = [at for at, each in enumerate(self.rows.rows) if each.key[0] == unit]
        same = [at for at in places if named and self.rows.rows[at].key[1] == (department or None)]
        if places:
            self._go_to((same or places)[0])

    def notice(self) -> Notice | None:
        """What could not be saved."""
        return unsaved_notice(self, self.autosave)

    def leave(self) -> bool:
        """Keep what was chosen."""
        if self.sheet is not None:
            self.sheet.outcome.commit()
        return self.autosave.flush()

    def _show(self, source: Collection) -> None:
        self.source = source
        chosen = self._wanted or (self.sheet.dispute.slot.key if self.sheet is not None else None)
        found = entries(source) if source.cycle.open else ()
        self.autosave.flush()
        self.rows.show_rows(found, {})
        self.pane.show_count(len(found))
        if not found:
            self._show_nothing()
            return
        place = next((at for at, each in enumerate(found) if each.key == chosen), 0)
        self._go_to(place)
        self._show_row(place)
        subject, self._subject = self._subject, ""
        if subject:
            self.show_subject(subject)

    def _show_nothing(self) -> None:
        self._put_aside()
        self.stack.setCurrentWidget(self.nothing)
        self.pane.show_same(())
        self.foot.show_primary(TO_COLLECT, True, count=0)
        self.setFocusProxy(self.foot.primary)

    def _go_to(self, place: int) -> None:
        self.pane.list.setCurrentIndex(self.rows.index(place))

    def step(self, places: int) -> None:
        """To the next くいちがい, around the end."""
        if self.rows.rows:
            self._go_to((self.pane.list.currentIndex().row() + places) % len(self.rows.rows))

    def _show_row(self, place: int) -> None:
        """Show a くいちがい; the one before keeps its choices."""
        if self.source is None or not 0 <= place < len(self.rows.rows):
            return
        self.leave()
        key = self.rows.rows[place].key
        dispute = read_dispute(self.desk, self.source, key)
        if dispute is None:
            return
        self._wanted = None
        self.chooser.setCurrentIndex(place)
        if self.sheet is None or self.sheet.dispute != dispute:
            self._put_aside()
            self.sheet = Sheet(dispute)
            self.sheet.restore(self.desk.ask(page_draft, PAGE, subject_of(dispute)))
            self.sheet.changed.connect(self._chosen)
            self.stack.addWidget(self.sheet)
            self.stack.setCurrentWidget(self.sheet)
            self.pane.show_same(dispute.same)
        self._renew()

    def _put_aside(self) -> None:
        sheet, self.sheet = self.sheet, None
        if sheet is not None:
            self.stack.removeWidget(sheet)
            sheet.hide()
            sheet.deleteLater()

    def _chosen(self) -> None:
        self.autosave.touch()
        self._renew()

    def _renew(self) -> None:
        """Show what is still open."""
        sheet = self.sheet
        if sheet is not None:
            self.setFocusProxy(sheet.start or self.foot.primary)
            self.rows.show_left(sheet.dispute.slot.key, sheet.left)
            may = not self.desk.database.read_only
            self.foot.show_primary(done(sheet.left), may and not sheet.left, count=len(self.rows.rows))

    def leave_open(self) -> None:
        """あとで直す: what was chosen stays."""
        if self.leave():
            self.back_requested.emit()

    def finish(self) -> None:
        """直し終えた: then the next one, or back where there is none."""
        sheet = self.sheet
        if sheet is None:
            self.page_requested.emit("collect", "")
            return
        sheet.outcome.commit()
        if sheet.left or self.desk.database.read_only:
            return
        self.autosave.forget()
        try:
            self.desk.do(decide, sheet.dispute, sheet.decisions())
        except (Problem, StoreUnavailable) as trouble:
            sheet.message.say(trouble_words(trouble))
            self.autosave.touch()
            return
        say_settled(self, sheet.dispute)
        if self.sheet is None:
            self.page_requested.emit("collect", "")
        else:
            self.sheet.take_focus()

    def _write(self) -> bool:
        if self.sheet is not None:
            record = self.sheet.record() if self.sheet.choices else None
            self.desk.do(keep_page_draft, PAGE, subject_of(self.sheet.dispute), record)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        scale = text_scale(self)
        self.pane.setFixedWidth(round(WIDTH * scale))
        wide = self.width() >= LIST_FROM * scale
        self.pane.setVisible(wide)
        self.chooser.setVisible(not wide and len(self.rows.rows) > 1)
