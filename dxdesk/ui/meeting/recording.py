"""What a person records: typed text is kept with its item, recorded at once, and can be taken back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, Signal

from dxdesk.domain.errors import Problem
from dxdesk.domain.meetings import AgendaItem, Meeting, Result
from dxdesk.operations.meeting_changes import RecordKind
from dxdesk.operations.meeting_drafts import keep_draft
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries import meetings
from dxdesk.ui.autosave import Autosave
from dxdesk.ui.bands import announce
from dxdesk.ui.meeting.reading import MeetingSource
from dxdesk.ui.meeting.record_form import RecordForm
from dxdesk.ui.meeting.record_steps import add_record, change_record, delete_record, usual_values, values_of
from dxdesk.ui.meeting.rows import FORM_KINDS, FormKind
from dxdesk.ui.trouble import trouble_words
from dxdesk.wording.meeting import phrases_for
from dxdesk.wording.meeting_screen import (
    CORRECTION_STAYS,
    RECORD_CHANGED,
    RECORD_DELETED,
    RECORDED,
)
from dxdesk.wording.sentences import problem_words

if TYPE_CHECKING:
    from dxdesk.ui.meeting.page import MeetingPage


class Recording(QObject):
    """Works on one item of one meeting; ``changing`` is the record that is being set right, empty for a new one."""

    state_changed = Signal(str)
    """A SaveState of the form."""

    drafts_changed = Signal()
    """Another form is unfinished now, or one no longer is."""

    def __init__(self, page: MeetingPage, form: RecordForm) -> None:
        super().__init__(page)
        self._page, self._desk, self._form = page, page.desk, form
        self._item = ""
        self.changing = ""
        self._blank: Mapping[str, Any] = {}
        self.autosave = Autosave(self._write, lambda: form.composing, self)
        self.autosave.state_changed.connect(self.state_changed)
        form.edited.connect(self.autosave.touch)
        form.left.connect(self.flush)
        form.kind_requested.connect(lambda kind: self.choose_kind(cast("FormKind", kind)))

    @property
    def _source(self) -> MeetingSource:
        assert self._page.source is not None
        return self._page.source

    @property
    def _meeting(self) -> Meeting:
        return self._source.meeting

    @property
    def kind(self) -> FormKind:
        """The kind of record that is in the form."""
        return self._form.kind

    def item(self) -> AgendaItem | None:
        """The item that is open."""
        return self._source.item(self._item) if self._page.source is not None else None

    def _key(self) -> str:
        return f"change:{self.changing}" if self.changing else f"{self._form.kind}:{self._item}"

    def open_item(self, item: str) -> bool:
        """Show the form of an item, with what is unfinished there; False where the text of another cannot be kept."""
        if item == self._item:
            return True
        if not self.flush():
            return False
        self._item, self.changing = item, ""
        found = self.item()
        if found is None:
            return True
        kind = next((each for each in FORM_KINDS if f"{each}:{item}" in self._source.drafts), None)
        if kind is not None:
            self._form.show_kind(kind)
        elif self._form.kind in ("correction", "opinion"):
            self._form.show_kind("decision")
        self._load()
        return True

    def renew(self) -> None:
        """The meeting was read anew; what is being typed stays."""
        found = self.item()
        if found is not None:
            self._form.show_source(self._source, found)
        elif self._item:
            self._item, self.changing = "", ""

    def choose_kind(self, kind: FormKind) -> None:
        """Go on with another kind of record; the text of this one stays with it."""
        if not self._form.tabs[kind].isEnabled() or not self.flush():
            self._form.show_kind(self._form.kind)
            return
        self.changing = ""
        self._form.show_kind(kind)
        self._load()

    def _load(self) -> None:
        found = self.item()
        if found is None:
            return
        self._form.show_source(self._source, found)
        self._form.show_values(usual_values(self._source, found, self._form.kind))
        self._blank = self._form.values()
        kept = self._source.drafts.get(self._key())
        if kept is not None:
            self._form.show_values(kept)
        self.autosave.forget()
        self._page.show_foot()

    def start_change(self, key: str) -> None:
        """Take a record into the form to set it right, with what was begun there before."""
        found = values_of(self._source.record, key)
        if found is None:
            self._say_what_stays(key)
            return
        if not self.flush():
            return
        kind, values = found
        self.changing = key
        self._form.show_kind(kind)
        self._form.show_values(values)
        self._blank = self._form.values()
        kept = self._source.drafts.get(self._key())
        if kept is not None:
            self._form.show_values(kept)
        self.autosave.forget()
        self._form.take_focus()
        self._page.show_foot()

    def change_chosen(self) -> None:
        """記録を直す: the chosen record into the form."""
        if self._page.may_record and self._page.parts.records.chosen:
            self.start_change(self._page.parts.records.chosen)

    def stop_change(self) -> bool:
        """Leave a record as it stands; False where none is being changed."""
        if not self.changing:
            return False
        self.autosave.forget()
        self._keep(None)
        self.changing = ""
        self._load()
        return True

    def flush(self) -> bool:
        """Keep what is typed; False where that is not possible."""
        self._form.commit()
        return self.autosave.flush()

    def _write(self) -> bool:
        values = self._form.values()
        self._keep(None if values == self._blank else values)
        return True

    def _keep(self, values: dict[str, Any] | None) -> None:
        """Keep the form as it is, or forget it, where that changes anything."""
        source, key = self._source, self._key()
        if source.drafts.get(key) == values:
            return
        self._desk.do(keep_draft, source.meeting.id, key, values)
        drafts = {name: each for name, each in source.drafts.items() if name != key}
        self._page.source = replace(source, drafts=drafts if values is None else {**drafts, key: values})
        self.drafts_changed.emit()

    def record(self) -> bool:
        """Record what stands in the form, or change the record that is being set right."""
        item = self.item()
        if item is None:
            return False
        self._form.commit()
        try:
            done = self._do(item)
        except Problem as problem:
            self._form.say(problem_words(problem), problem.place)
            return False
        except StoreUnavailable as trouble:
            self._form.say(trouble_words(trouble))
            self.autosave.touch()
            return False
        if done:
            words = RECORD_CHANGED if self.changing else RECORDED
            if not self.changing:
                self._page.parts.item.choose_newest(self._form.kind)
            self.autosave.forget()
            self._keep(None)
            self.changing = ""
            self._page.reading_back.end()
            self._load()
            self._form.take_focus()
            announce(self._page, words)
            self._page.said.emit(words, True)
        return done

    def readable_values(self) -> dict[str, Any] | None:
        """What the form says, as the room can be told it; None where something is missing, which is said."""
        self._form.commit()
        try:
            return self._complete_values()
        except Problem as problem:
            self._form.say(problem_words(problem), problem.place)
            return None

    def _complete_values(self) -> dict[str, Any] | None:
        """What the form says, ready to be recorded; None where something is missing. Raises Problem.

        A decision without words of its own is said as the minutes say it.
        """
        values = self._form.values()
        if not self._form.complete(values):
            return None
        if self._form.kind == "decision" and not values["text"].strip():
            said = phrases_for(self._source.settings, self._meeting.body_name, self._source.above)
            return {**values, "text": said.result(cast("Result", values["result"]))}
        return {**values, "due": self._form.action.due.day()} if self._form.kind == "action" else values

    def _say_what_stays(self, key: str) -> None:
        if key.startswith("correction:") and self._page.may_record:
            self._form.say(CORRECTION_STAYS)
            announce(self._page, CORRECTION_STAYS)

    def _do(self, item: AgendaItem) -> bool:
        values = self._complete_values()
        if values is None:
            return False
        if self._form.kind == "decision":
            values["read_back"] = self._page.reading_back.moment_of(item.id, values)
        if self.changing:
            kind, _, identity = self.changing.partition(":")
            change_record(self._desk, self._meeting, cast("RecordKind", kind), identity, values)
        else:
            known = self._desk.ask(meetings.agenda, self._meeting.id)
            item = next((each for each in known if each.id == item.id), item)
            add_record(self._desk, self._meeting, item, self._form.kind, values)
        return True

    def delete(self, key: str) -> None:
        """Take a record away; the toast brings it back."""
        found = values_of(self._source.record, key)
        if found is None or not self._page.may_record:
            self._say_what_stays(key)
            return
        if self.changing == key:
            self.stop_change()
        try:
            delete_record(self._desk, self._meeting, found[0], key.partition(":")[2])
        except (Problem, StoreUnavailable) as trouble:
            self._form.say(trouble_words(trouble))
        else:
            announce(self._page, RECORD_DELETED)
            self._page.said.emit(RECORD_DELETED, True)
