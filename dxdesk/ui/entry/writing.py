"""The open item as it is written: kept as a draft by itself, handed in, taken back."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal

from dxdesk.desk import Desk, Step
from dxdesk.domain.drafts import missing_fields
from dxdesk.domain.errors import Problem
from dxdesk.domain.next_year import needs_direction
from dxdesk.domain.replies import Answer
from dxdesk.operations.change import Change, Outcome
from dxdesk.operations.replies import Place, discard_draft, save_draft, submit, withdraw
from dxdesk.store.errors import StoreUnavailable
from dxdesk.store.queries import replies
from dxdesk.ui.autosave import Autosave
from dxdesk.ui.entry.editor import Editor
from dxdesk.ui.entry.form import Form
from dxdesk.ui.entry.model import short_name
from dxdesk.ui.entry.reading import HANDED_IN, EntryState
from dxdesk.wording.entry import BEGUN, begun, withdrawn
from dxdesk.wording.screen import handed_in


def submit_as_written(change: Change, place: Place, base: str | None, answer: Answer) -> Outcome:
    """Stores what is in the form and submits it, whole or not at all."""
    save_draft(change, place, base, answer)
    return submit(change, place)


def hand_in_step(desk: Desk, place: Place) -> Step:
    """A hand-in is taken back by withdrawing it: its words stay as a draft, which can be handed in again."""
    words = handed_in(short_name(place.unit))
    return Step(words, lambda: desk.do(withdraw, place), lambda: desk.do(submit, place), _where(place))


def withdrawal_step(desk: Desk, place: Place) -> Step:
    """A withdrawal is taken back by handing its words in again."""
    words = withdrawn(short_name(place.unit))
    return Step(words, lambda: desk.do(submit, place), lambda: desk.do(withdraw, place), _where(place))


def begun_step(desk: Desk, before: Form, answer: Answer) -> Step:
    """What was handed in stands again as it was: an answer by dropping the draft over it, words that still lay here by
    handing them in again. Done again, the draft comes back as it was written since."""
    place, written = before.place, [answer]

    def restore() -> None:
        draft = desk.ask(replies.draft, place.cycle.id, place.unit.id, place.department.id)
        if draft is not None:
            written[:] = [draft.answer]
        if before.submitted_draft:
            desk.do(save_draft, place, before.base, before.answer, submitted=True)
        else:
            desk.do(discard_draft, place)

    def again() -> None:
        desk.do(save_draft, place, before.base, written[0])

    return Step(begun(short_name(place.unit)), restore, again, _where(place))


def _where(place: Place) -> tuple[str, str]:
    return "entry", f"{place.unit.code}:{place.department.id}"


class Writing(QObject):
    """Holds the form that is open and saves what the editor holds; ``saving`` while it does."""

    changed = Signal()
    """A person changed something in the form."""

    said = Signal(str, bool)
    """A sentence, and whether what it says can be taken back."""

    def __init__(self, desk: Desk, editor: Editor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._editor = editor
        self.form: Form | None = None
        self.saving = False
        self.autosave = Autosave(self._write, editor.composing, self)
        editor.edited.connect(self._touched)
        editor.left.connect(self.autosave.flush)

    @property
    def untouched(self) -> bool:
        """Whether the form shows what was handed in and nothing has been changed since."""
        return self.form is not None and self.form.state in HANDED_IN and not self.autosave.waiting

    def open(self, form: Form) -> None:
        """Write this form from now on; the one before must have been left."""
        self.autosave.forget()
        self.form = form

    def close(self) -> None:
        """No form is open any more; the one before must have been left."""
        self.autosave.forget()
        self.form = None

    def leave(self) -> bool:
        """Hand open text over and save; False where something could not be saved: then the item stays open."""
        if self.form is None or self.form.closed:
            return True
        self._editor.commit()
        return self.autosave.flush()

    def hand_in(self) -> bool:
        """提出: save and submit, or say under the fields what is missing."""
        if self.form is None or self.form.closed:
            return False
        self._editor.commit()
        answer, refused = self._editor.answer()
        missing = missing_fields(answer, direction=needs_direction(self.form.cycle))
        if refused is not None or missing:
            self.autosave.flush()
            self._editor.say_missing(missing)
            if refused is not None:
                refused.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        self.saving = True
        try:
            self._desk.do(submit_as_written, self.form.place, self.form.base, answer)
        except (StoreUnavailable, Problem):
            self.autosave.touch()
            self.autosave.flush()
            return False
        finally:
            self.saving = False
        self.autosave.forget()
        return True

    def take_back(self, place: Place) -> Problem | None:
        """元に戻す: withdraw what was handed in last; the problem where that is not possible any more."""
        try:
            self._desk.do(withdraw, place)
        except Problem as problem:
            return problem
        return None

    def _touched(self) -> None:
        self.autosave.touch()
        self.changed.emit()

    def _write(self) -> bool:
        """Saves what can be stored; False where a field holds something that cannot."""
        assert self.form is not None
        answer, refused = self._editor.answer()
        if answer != self.form.answer:
            self.saving = True
            try:
                self._desk.do(save_draft, self.form.place, self.form.base, answer)
            finally:
                self.saving = False
            before = self.form
            state: EntryState = "returned" if before.state == "returned" else "draft"
            self.form = replace(before, answer=answer, state=state, submitted_draft=False)
            if before.state in HANDED_IN:
                self._desk.remember(begun_step(self._desk, before, answer))
                self.said.emit(BEGUN[before.state], True)
        return refused is None
