"""What a person records: typed text is kept with its item, recorded at once, and can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from dxdesk.desk import Step
from dxdesk.domain.calendar import short_date
from dxdesk.domain.errors import Problem
from dxdesk.domain.meetings import AgendaItem, Meeting, Result
from dxdesk.operations import meeting_changes as changes
from dxdesk.operations import meeting_records as records
from dxdesk.operations.change import Change, Outcome
from dxdesk.operations.meeting_drafts import keep_draft
from dxdesk.store.errors import StoreUnavailable
from dxdesk.ui.bands import announce
from dxdesk.ui.entry.autosave import Autosave
from dxdesk.ui.meeting.reading import MeetingSource
from dxdesk.ui.meeting.record_form import RecordForm
from dxdesk.ui.meeting.rows import FormKind
from dxdesk.wording import environment_words, problem_words
from dxdesk.wording_meeting import phrases_for
from dxdesk.wording_meeting_screen import (
    CHOOSE_OWNER,
    CHOOSE_RESULT,
    CHOOSE_SPEAKER,
    RECORD_CHANGED,
    RECORD_DELETED,
    RECORDED,
    WRITE_TEXT,
)

if TYPE_CHECKING:
    from dxdesk.ui.meeting.page import MeetingPage

Row = dict[str, object]


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
        self._autosave = Autosave(self._write, lambda: form.composing, self)
        self._autosave.state_changed.connect(self.state_changed)
        form.edited.connect(self._autosave.touch)
        form.left.connect(self.flush)
        form.kind_requested.connect(lambda kind: self.choose_kind(cast("FormKind", kind)))

    @property
    def state(self) -> str:
        """Whether what was typed is kept."""
        return self._autosave.state

    @property
    def _source(self) -> MeetingSource:
        assert self._page.source is not None
        return self._page.source

    @property
    def _meeting(self) -> Meeting:
        return self._source.meeting

    def item(self) -> AgendaItem | None:
        """The item that is open."""
        return self._source.item(self._item) if self._page.source is not None else None

    def _key(self) -> str:
        return f"change:{self.changing}" if self.changing else f"{self._form.kind}:{self._item}"

    def open_item(self, item: str) -> None:
        """Show the form of an item, with what is unfinished there."""
        if item == self._item or not self.flush():
            return
        self._item, self.changing = item, ""
        found = self.item()
        if found is None:
            return
        kind = next(
            (
                each
                for each in ("decision", "action", "remark", "correction")
                if f"{each}:{item}" in self._source.drafts
            ),
            None,
        )
        if kind is not None:
            self._form.show_kind(cast("FormKind", kind))
        elif self._form.kind == "correction":
            self._form.show_kind("decision")
        self._load()

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
        self._form.take_focus()

    def _load(self) -> None:
        found = self.item()
        if found is None:
            return
        self._form.show_source(self._source, found)
        blank: dict[str, Any] = {"result": "noted"} if found.kind == "report" and self._form.kind == "decision" else {}
        self._form.show_values(blank)
        self._blank = self._form.values()
        kept = self._source.drafts.get(self._key())
        if kept is not None:
            self._form.show_values(kept)
        self._autosave.forget()
        self._page.show_foot()

    def start_change(self, key: str) -> None:
        """Take a record into the form to set it right, with what was begun there before."""
        found = self._values_of(key)
        if found is None or not self.flush():
            return
        kind, values = found
        self.changing = key
        self._form.show_kind(kind)
        self._form.show_values(values)
        self._blank = self._form.values()
        kept = self._source.drafts.get(self._key())
        if kept is not None:
            self._form.show_values(kept)
        self._autosave.forget()
        self._form.take_focus()
        self._page.show_foot()

    def stop_change(self) -> bool:
        """Leave a record as it stands; False where none is being changed."""
        if not self.changing:
            return False
        self._autosave.forget()
        self._keep(None)
        self.changing = ""
        self._load()
        return True

    def _values_of(self, key: str) -> tuple[FormKind, dict[str, Any]] | None:
        kind, _, identity = key.partition(":")
        record = self._source.record
        for decision in record.decisions:
            if kind == "decision" and decision.id == identity:
                return "decision", {"text": decision.text, "result": decision.result}
        for action in record.actions:
            if kind == "action" and action.id == identity:
                due = short_date(action.due) if action.due else ""
                return "action", {"text": action.text, "departments": list(action.departments), "due": due}
        for remark in record.remarks:
            if kind == "remark" and remark.id == identity:
                return "remark", {
                    "text": remark.text, "speaker": remark.speaker, "kind": remark.kind, "private": not remark.public,
                }  # fmt: skip
        return None

    def flush(self) -> bool:
        """Keep what is typed; False where that is not possible."""
        self._form.commit()
        return self._autosave.flush()

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
            done = self._change() if self.changing else self._add(item)
        except Problem as problem:
            self._say(problem_words(problem), self._place_of(problem))
            return False
        except StoreUnavailable as trouble:
            self._say(environment_words(trouble.code, trouble.place, trouble.values), None)
            self._autosave.touch()
            return False
        if done:
            words = RECORD_CHANGED if self.changing else RECORDED
            self._autosave.forget()
            self._keep(None)
            self.changing = ""
            self._load()
            self._form.take_focus()
            announce(self._page, words)
            self._page.said.emit(words, self._form.kind != "correction")
        return done

    def _say(self, words: str, field: QWidget | None) -> None:
        self._form.message.say(words)
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place_of(self, problem: Problem) -> QWidget | None:
        form = self._form
        places: dict[str, QWidget] = {
            "text": form.text, "due": form.action.due.line, "department": form.action.owners,
            "speaker": form.remark.speaker, "asked_by": form.correction.asked_by,
        }  # fmt: skip
        return places.get(problem.place)

    def _complete(self, values: dict[str, Any]) -> bool:
        """Whether everything is there that this kind needs; what is missing is said and has the focus."""
        form, kind = self._form, self._form.kind
        if kind == "decision" and not values["result"]:
            form.message.say(CHOOSE_RESULT)
            form.decision.result.take_focus()
        elif kind == "action" and not values["departments"]:
            self._say(CHOOSE_OWNER, form.action.owners)
        elif kind == "remark" and not values["speaker"].strip():
            self._say(CHOOSE_SPEAKER, form.remark.speaker)
        elif kind in ("action", "remark") and not values["text"].strip():
            self._say(WRITE_TEXT, form.text)
        else:
            return True
        return False

    def _decision_text(self, values: dict[str, Any]) -> str:
        """A decision without words of its own is said as the minutes say it."""
        result = cast("Result", values["result"])
        said = phrases_for(self._source.settings, self._meeting.body_name).result(result)
        return str(values["text"]) if str(values["text"]).strip() else said

    def _add(self, item: AgendaItem) -> bool:
        values, meeting, desk = self._form.values(), self._meeting, self._desk
        if not self._complete(values):
            return False
        kind = self._form.kind
        if kind == "correction":
            value = values["value"] if "value" in values else values["text"]
            desk.do(records.correct_on_floor, meeting, item.code or "", values["field"], value, values["asked_by"])
            return True
        if kind == "decision":
            made = desk.do(records.record_decision, meeting, item.number, values["result"], self._decision_text(values))
        elif kind == "action":
            due = self._form.action.due.day()
            made = desk.do(records.record_action, meeting, item.number, values["departments"], due, values["text"])
        else:
            made = desk.do(
                records.record_remark, meeting, item.number, values["speaker"], values["text"], values["kind"],
                public=not values["private"],
            )  # fmt: skip
        self._remember_added(kind, made)
        return True

    def _remember_added(self, kind: changes.RecordKind, made: Outcome) -> None:
        meeting, desk, taken = self._meeting, self._desk, list[Row]()
        words = self.tr("「{text}」の記録").format(text=made.subject[:20])
        back = lambda: taken.append(desk.do(changes.delete_record, meeting, kind, made.id))  # noqa: E731
        desk.remember(Step(words, back, lambda: desk.do(changes.put_back_record, meeting, kind, taken[-1])))

    def _change(self) -> bool:
        values, meeting, desk = self._form.values(), self._meeting, self._desk
        if not self._complete(values):
            return False
        kind = cast("changes.RecordKind", self._form.kind)
        identity = self.changing.partition(":")[2]
        change = self._changer(kind, identity, values)

        def both(work: Change) -> tuple[Row, Row]:
            before = changes.record_row(work, kind, identity)
            change(work)
            return before, changes.record_row(work, kind, identity)

        before, after = desk.do(both)
        put_back = changes.put_back_record
        words = self.tr("「{text}」の直し").format(text=str(after["text"])[:20])
        back, again = (
            (lambda: desk.do(put_back, meeting, kind, before)),
            (lambda: desk.do(put_back, meeting, kind, after)),
        )
        desk.remember(Step(words, back, again))
        return True

    def _changer(self, kind: changes.RecordKind, identity: str, values: dict[str, Any]) -> Callable[[Change], Outcome]:
        meeting, text = self._meeting, values["text"]
        if kind == "decision":
            said = self._decision_text(values)
            return lambda work: changes.change_decision(work, meeting, identity, values["result"], said)
        if kind == "action":
            due = self._form.action.due.day()
            return lambda work: changes.change_action(work, meeting, identity, values["departments"], due, text)
        public = not values["private"]
        return lambda work: changes.change_remark(
            work, meeting, identity, values["speaker"], text, values["kind"], public=public
        )

    def delete(self, key: str) -> None:
        """Take a record away; the toast brings it back."""
        kind, _, identity = key.partition(":")
        if kind not in ("decision", "action", "remark"):
            return
        of, meeting, desk = cast("changes.RecordKind", kind), self._meeting, self._desk
        if self.changing == key:
            self.stop_change()
        try:
            row = desk.do(changes.delete_record, meeting, of, identity)
        except Problem as problem:
            self._say(problem_words(problem), None)
            return
        words = self.tr("「{text}」を消したこと").format(text=str(row["text"])[:20])
        back, again = changes.put_back_record, changes.delete_record
        desk.remember(
            Step(words, lambda: desk.do(back, meeting, of, row), lambda: desk.do(again, meeting, of, identity))
        )
        announce(self._page, RECORD_DELETED)
        self._page.said.emit(RECORD_DELETED, True)
