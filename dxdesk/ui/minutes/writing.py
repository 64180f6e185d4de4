"""The minutes that are open as they are written: kept by themselves, and made a version when they are left."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dxdesk.desk import Desk, Step
from dxdesk.domain.errors import Problem
from dxdesk.domain.minutes import Block, with_records
from dxdesk.domain.minutes_checks import check_blocks
from dxdesk.domain.minutes_pending import Pending, resumed
from dxdesk.domain.permissions import POLICY
from dxdesk.operations import minutes
from dxdesk.operations.meeting_drafts import keep_draft
from dxdesk.operations.minutes_editing import KEY, MinutesEditing, editing
from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui.autosave import Autosave
from dxdesk.ui.long_work import do_beside
from dxdesk.ui.minutes.part_names import opened_key
from dxdesk.wording.meeting import phrases_for


class Writing(QObject):
    """Holds what is written of one meeting's minutes. Blocks are changed through ``change`` only."""

    changed = Signal()
    """The blocks, 確認者, 確定日 or what was looked at are others now."""

    refused = Signal(Problem)
    """A text cannot be kept as it is; its place is the id of the block."""

    def __init__(self, desk: Desk, composing: Callable[[], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.source: MinutesEditing | None = None
        self.pending = Pending(0, ())
        self.saving = False
        self.autosave = Autosave(self._keep, composing, self)

    @property
    def editable(self) -> bool:
        """Whether anything can be written: a draft is the newest version, and the database takes changes."""
        source = self.source
        newest = source.versions[-1] if source and source.versions else None
        return newest is not None and newest.state == "draft" and self.may_write

    @property
    def may_write(self) -> bool:
        """Whether this person and this database take changes of minutes at all."""
        return "minutes" in POLICY[self._desk.actor.role] and not self._desk.database.read_only

    def read(self, meeting: str) -> MinutesEditing:
        """What there is of a meeting's minutes; it may be asked for on any thread. Raises StoreUnavailable."""
        return self._desk.ask(editing, meeting, phrases_for, self._desk.moment())

    def wants_draft(self, source: MinutesEditing) -> bool:
        """Whether a first draft can be made and there is none."""
        return not source.versions and source.meeting.state == "closed" and self.may_write

    def open(self, source: MinutesEditing) -> None:
        """Go on with what was read; what is not kept yet stays as it is written."""
        same = self.source is not None and self.source.meeting.id == source.meeting.id
        unsaved = self.pending if same and self.autosave.waiting else None
        self.source = source
        if not source.versions:
            self.pending = Pending(0, ())
        elif unsaved is not None:
            newest = source.versions[-1].number
            self.pending = replace(unsaved, base=newest, blocks=with_records(unsaved.blocks, source.record))
        else:
            self.pending = resumed(source.kept, source.versions, source.record)

    def draft(self) -> None:
        """Make a first draft of an open meeting too. Raises Problem and StoreUnavailable."""
        source = self.source
        if source is not None:
            self.saving = True
            try:
                self._desk.do(minutes.draft, source.meeting, phrases_for)
            finally:
                self.saving = False
            self.source = self.read(source.meeting.id)

    def draft_beside(self, page: QWidget, source: MinutesEditing, done: Callable[[], object]) -> None:
        """Make the first draft of a meeting, beside the window where the plan is large, and then go on."""
        self.saving = True

        def made(_outcome: object) -> None:
            self.saving = False
            done()

        def refused(trouble: Exception) -> None:
            self.saving = False
            if not isinstance(trouble, StoreUnavailable):  # the page offers to try again
                raise trouble
            self.open(source)
            self.changed.emit()

        do_beside(page, self._desk, lambda: self._desk.do(minutes.draft, source.meeting, phrases_for), made, refused)

    def change(self, pending: Pending) -> None:
        """Take what was written; it is kept soon."""
        if not self.editable or pending == self.pending:
            return
        self.pending = pending
        self.autosave.touch()
        self.changed.emit()

    def write(self, blocks: tuple[Block, ...]) -> None:
        """Take other blocks."""
        self.change(replace(self.pending, blocks=blocks))

    def name_confirmer(self, confirmer: str, day: str) -> None:
        """Take 確認者 and 確定日 as typed."""
        self.change(replace(self.pending, confirmer=confirmer, day=day))

    def look_at(self, *parts: str) -> None:
        """Parts have been open: what the program wrote there has been looked at."""
        fresh = [each for each in map(opened_key, filter(None, parts)) if each not in self.pending.seen]
        self.change(replace(self.pending, seen=(*self.pending.seen, *fresh)))

    def remember(
        self,
        words: str,
        back: Callable[[tuple[Block, ...]], tuple[Block, ...]],
        again: Callable[[tuple[Block, ...]], tuple[Block, ...]],
    ) -> None:
        """Let a person take back what was done to the blocks of this meeting, while it is the one that is open."""
        source = self.source
        if source is None:
            return
        meeting = source.meeting.id

        def through(act: Callable[[tuple[Block, ...]], tuple[Block, ...]]) -> None:
            if self.source is not None and self.source.meeting.id == meeting:
                self.write(act(self.pending.blocks))

        self._desk.remember(Step(words, lambda: through(back), lambda: through(again), ("minutes", meeting)))

    def make_version(self) -> bool:
        """Make what was written since the last version a version of its own; False where that is not possible."""
        source = self.source
        if source is None or not self.editable:
            return True
        if not self.autosave.flush():
            return False
        newest = source.versions[-1]
        asked = self.pending.confirmer.strip() or None
        if self.pending.blocks == newest.blocks and asked == newest.confirmed_by:
            return True
        self.saving = True
        try:
            self._desk.do(minutes.edit, source.meeting, self.pending.blocks, asked=asked)
            self._renew(source)
            self.autosave.touch()
            return self.autosave.flush()
        except Problem as problem:
            self.refused.emit(problem)
            return False
        except StoreUnavailable:
            return self.source is not None
        finally:
            self.saving = False

    def confirm(self, by: str, on: date) -> None:
        """確定 of what is written. Raises Problem and StoreUnavailable."""
        source = self.source
        if source is None or not self.make_version():
            return
        self.saving = True
        try:
            self._desk.do(minutes.confirm, source.meeting, by=by, on=on)
        finally:
            self.saving = False
        self.autosave.forget()
        self.open(self.read(source.meeting.id))

    def correct(self, reason: str) -> None:
        """Make a draft of what was confirmed, for a reason. Raises Problem and StoreUnavailable."""
        source = self.source
        if source is None:
            return
        self.saving = True
        try:
            self._desk.do(minutes.edit, source.meeting, source.versions[-1].blocks, reason=reason)
        finally:
            self.saving = False
        self._renew(source)
        assert self.source is not None
        self.pending = resumed(None, self.source.versions, self.source.record)

    def _renew(self, source: MinutesEditing) -> None:
        self.source = self.read(source.meeting.id)
        self.pending = replace(self.pending, base=self.source.versions[-1].number)

    def _keep(self) -> bool:
        """Keeps what is written; False where a text has to be mended first."""
        source = self.source
        if source is None:
            return True
        try:
            blocks = check_blocks(self.pending.blocks)
        except Problem as problem:
            self.refused.emit(problem)
            return False
        fields = replace(self.pending, blocks=blocks).record()
        self.saving = True
        try:
            self._desk.do(keep_draft, source.meeting.id, KEY, fields)
        finally:
            self.saving = False
        return True
